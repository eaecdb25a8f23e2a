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
   {{#classes}}
   <rule key="class_{{i}}" filter="&quot;band&quot; = {{i}}" symbol="class_{{i}}" label="{{label}}"/>
   {{/classes}}
  </rules>
  <symbols>
   {{#classes}}
   <symbol name="class_{{i}}" type="fill" alpha="0.55" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="color" type="QString" value="{{color}},255"/>
      <Option name="style" type="QString" value="solid"/>
      <Option name="outline_style" type="QString" value="no"/>
     </Option>
    </layer>
   </symbol>
   {{/classes}}
  </symbols>
 </renderer-v2>
 <blendMode>0</blendMode>
 <featureBlendMode>0</featureBlendMode>
 <layerOpacity>1</layerOpacity>
 <legend type="default-vector" showLabelLegend="0"/>
 <aliases>{{aliases}}</aliases>
 <fieldConfiguration>{{widgets}}</fieldConfiguration>
 <previewExpression>concat(format_number(100 * "low", 1, '{{fr||en}}'), ' – ', format_number(100 * "high", 1, '{{fr||en}}'), '{{&#160;%||%}}')</previewExpression>
 <mapTip enabled="1">&lt;div style="font-family:sans-serif;font-size:13px"&gt;{{Taux de vacance local&#160;:||Local vacancy rate:}} [% concat(format_number(100 * "low", 1, '{{fr||en}}'), ' – ', format_number(100 * "high", 1, '{{fr||en}}'), '{{&#160;%||%}}') %]&lt;/div&gt;</mapTip>
 <layerGeometryType>2</layerGeometryType>
</qgis>
