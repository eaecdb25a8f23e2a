<qgis version="3.22.16" styleCategories="AllStyleCategories" labelsEnabled="0" hasScaleBasedVisibilityFlag="0">
 <!-- A layer that has no style of its own yet, in grey. -->
 <renderer-v2 type="singleSymbol" symbollevels="0" forceraster="0" enableorderby="0">
  <symbols>
   <symbol name="0" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="color" type="QString" value="160,160,160,50"/>
      <Option name="style" type="QString" value="solid"/>
      <Option name="outline_color" type="QString" value="110,110,110,255"/>
      <Option name="outline_width" type="QString" value="0.4"/>
      <Option name="outline_style" type="QString" value="solid"/>
     </Option>
    </layer>
   </symbol>
  </symbols>
 </renderer-v2>
 <aliases>{{aliases}}</aliases>
 <fieldConfiguration>{{widgets}}</fieldConfiguration>
</qgis>
