<qgis version="3.22.16" styleCategories="AllStyleCategories" labelsEnabled="0" hasScaleBasedVisibilityFlag="0">
 <!-- The perimeter under a map of its streets: a pale ground and a dashed limit. -->
 <renderer-v2 type="singleSymbol" symbollevels="0" forceraster="0" enableorderby="0">
  <symbols>
   <symbol name="0" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="color" type="QString" value="246,245,241,255"/>
      <Option name="style" type="QString" value="solid"/>
      <Option name="outline_color" type="QString" value="140,140,140,255"/>
      <Option name="outline_width" type="QString" value="0.3"/>
      <Option name="outline_style" type="QString" value="dash"/>
      <Option name="joinstyle" type="QString" value="round"/>
     </Option>
    </layer>
   </symbol>
  </symbols>
 </renderer-v2>
 <fieldConfiguration>{{widgets}}</fieldConfiguration>
 <aliases>{{aliases}}</aliases>
</qgis>
