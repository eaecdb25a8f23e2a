<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.16" styleCategories="AllStyleCategories" readOnly="0" labelsEnabled="0" hasScaleBasedVisibilityFlag="0" simplifyDrawingHints="1" simplifyDrawingTol="1" simplifyAlgorithm="0" simplifyLocal="1" simplifyMaxScale="1" symbologyReferenceScale="-1">
 <flags>
  <Identifiable>1</Identifiable>
  <Removable>1</Removable>
  <Searchable>1</Searchable>
  <Private>0</Private>
 </flags>
 <!-- The classes' colours, half seen through. -->
 <renderer-v2 type="RuleRenderer" symbollevels="0" forceraster="0" enableorderby="0" referencescale="-1">
  <rules key="vitrine">
   
   <rule key="class_0" filter="&quot;band&quot; = 0" symbol="class_0" label="moins de 5 %"/>
   
   <rule key="class_1" filter="&quot;band&quot; = 1" symbol="class_1" label="5 – 7,5 %"/>
   
   <rule key="class_2" filter="&quot;band&quot; = 2" symbol="class_2" label="7,5 – 10 %"/>
   
   <rule key="class_3" filter="&quot;band&quot; = 3" symbol="class_3" label="plus de 10 %"/>
   
  </rules>
  <symbols>
   
   <symbol name="class_0" type="fill" alpha="0.55" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="color" type="QString" value="254,232,200,255"/>
      <Option name="style" type="QString" value="solid"/>
      <Option name="outline_style" type="QString" value="no"/>
     </Option>
    </layer>
   </symbol>
   
   <symbol name="class_1" type="fill" alpha="0.55" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="color" type="QString" value="253,172,118,255"/>
      <Option name="style" type="QString" value="solid"/>
      <Option name="outline_style" type="QString" value="no"/>
     </Option>
    </layer>
   </symbol>
   
   <symbol name="class_2" type="fill" alpha="0.55" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="color" type="QString" value="227,79,50,255"/>
      <Option name="style" type="QString" value="solid"/>
      <Option name="outline_style" type="QString" value="no"/>
     </Option>
    </layer>
   </symbol>
   
   <symbol name="class_3" type="fill" alpha="0.55" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="color" type="QString" value="127,0,0,255"/>
      <Option name="style" type="QString" value="solid"/>
      <Option name="outline_style" type="QString" value="no"/>
     </Option>
    </layer>
   </symbol>
   
  </symbols>
 </renderer-v2>
 <blendMode>0</blendMode>
 <featureBlendMode>0</featureBlendMode>
 <layerOpacity>1</layerOpacity>
 <legend type="default-vector" showLabelLegend="0"/>
 <aliases><alias index="0" name="Classe de vacance" field="band"/><alias index="1" name="Taux, de" field="low"/><alias index="2" name="Taux, à" field="high"/></aliases>
 <fieldConfiguration><field name="low"><editWidget type="Range"><config><Option type="Map"><Option name="AllowNull" type="bool" value="true"/><Option name="Min" type="double" value="-1000000"/><Option name="Max" type="double" value="1000000"/><Option name="Precision" type="int" value="3"/><Option name="Step" type="double" value="0.01"/><Option name="Style" type="QString" value="SpinBox"/></Option></config></editWidget></field><field name="high"><editWidget type="Range"><config><Option type="Map"><Option name="AllowNull" type="bool" value="true"/><Option name="Min" type="double" value="-1000000"/><Option name="Max" type="double" value="1000000"/><Option name="Precision" type="int" value="3"/><Option name="Step" type="double" value="0.01"/><Option name="Style" type="QString" value="SpinBox"/></Option></config></editWidget></field></fieldConfiguration>
 <previewExpression>concat(format_number(100 * "low", 1, 'fr'), ' – ', format_number(100 * "high", 1, 'fr'), '&#160;%')</previewExpression>
 <mapTip enabled="1">&lt;div style="font-family:sans-serif;font-size:13px"&gt;Taux de vacance local&#160;: [% concat(format_number(100 * "low", 1, 'fr'), ' – ', format_number(100 * "high", 1, 'fr'), '&#160;%') %]&lt;/div&gt;</mapTip>
 <layerGeometryType>2</layerGeometryType>
</qgis>
