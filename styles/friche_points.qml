<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.16" styleCategories="AllStyleCategories" readOnly="0" labelsEnabled="1" hasScaleBasedVisibilityFlag="0" simplifyDrawingHints="0" simplifyDrawingTol="1" simplifyAlgorithm="0" simplifyLocal="1" simplifyMaxScale="1" symbologyReferenceScale="-1">
 <flags>
  <Identifiable>1</Identifiable>
  <Removable>1</Removable>
  <Searchable>1</Searchable>
  <Private>0</Private>
 </flags>
 <!-- Colour by the band of the best index, as friche_potential. -->
 <renderer-v2 type="RuleRenderer" symbollevels="0" forceraster="0" enableorderby="0" referencescale="-1">
  <rules key="vitrine">
   {{#grades}}
   <rule key="class_{{i}}" filter="&quot;best_index&quot; &gt;= {{from}} AND &quot;best_index&quot; &lt; {{to}}" symbol="class_{{i}}" label="{{label}} (≥ {{from}})"/>
   {{/grades}}
   <rule key="none" filter="&quot;best_index&quot; IS NULL" symbol="none" label="{{Aucun critère renseigné||No criterion is filled}}"/>
  </rules>
  <symbols>
   {{#grades}}
   <symbol name="class_{{i}}" type="marker" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="name" type="QString" value="circle"/>
      <Option name="color" type="QString" value="{{color}},255"/>
      <Option name="outline_color" type="QString" value="35,35,35,255"/>
      <Option name="outline_width" type="QString" value="0.4"/>
      <Option name="outline_width_unit" type="QString" value="MM"/>
      <Option name="size" type="QString" value="4"/>
      <Option name="size_unit" type="QString" value="MM"/>
      <Option name="scale_method" type="QString" value="diameter"/>
     </Option>
    </layer>
   </symbol>
   {{/grades}}
   <symbol name="none" type="marker" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="name" type="QString" value="circle"/>
      <Option name="color" type="QString" value="255,255,255,255"/>
      <Option name="outline_color" type="QString" value="110,110,110,255"/>
      <Option name="outline_width" type="QString" value="0.4"/>
      <Option name="outline_width_unit" type="QString" value="MM"/>
      <Option name="size" type="QString" value="4"/>
      <Option name="size_unit" type="QString" value="MM"/>
      <Option name="scale_method" type="QString" value="diameter"/>
     </Option>
    </layer>
   </symbol>
  </symbols>
 </renderer-v2>
 <labeling type="rule-based">
  <rules key="vitrine_labels">
   <rule key="label_site" description="{{Nom et indice||Name and index}}" scalemindenom="0" scalemaxdenom="12000">
    <settings calloutType="simple">
     <text-style fieldName="concat(coalesce(&quot;site_name&quot;, &quot;site_id&quot;), CASE WHEN &quot;best_index&quot; IS NULL THEN '' ELSE concat(' (', format_number(&quot;best_index&quot;, 0, '{{fr||en}}'), ')') END)" isExpression="1" fontFamily="Open Sans" fontSize="7.5" fontSizeUnit="Point" fontWeight="50" textColor="40,40,40,255" textOpacity="1" multilineHeight="1" textOrientation="horizontal" capitalization="0" fontKerning="1">
      <families>
       <family name="Open Sans"/>
       <family name="Segoe UI"/>
       <family name="Helvetica Neue"/>
       <family name="Arial"/>
       <family name="DejaVu Sans"/>
      </families>
      <text-buffer bufferDraw="1" bufferSize="0.7" bufferSizeUnits="MM" bufferColor="255,255,255,255" bufferOpacity="0.9" bufferJoinStyle="128" bufferNoFill="1"/>
     </text-style>
     <text-format multilineAlign="1" wrapChar="" autoWrapLength="22" formatNumbers="0"/>
     <placement placement="6" placementFlags="10" dist="1" distUnits="MM" quadOffset="4" priority="5" predefinedPositionOrder="TR,TL,BR,BL,R,L,TSR,BSR" fitInPolygonOnly="0" layerType="PointGeometry"/>
     <rendering drawLabels="1" scaleVisibility="0" obstacle="1" obstacleFactor="1" labelPerPart="0" mergeLines="0" minFeatureSize="0" displayAll="0" zIndex="0"/>
    </settings>
   </rule>
  </rules>
 </labeling>
 <blendMode>0</blendMode>
 <featureBlendMode>0</featureBlendMode>
 <layerOpacity>1</layerOpacity>
 <legend type="default-vector" showLabelLegend="0"/>
 <aliases>{{aliases}}</aliases>
 <fieldConfiguration>{{widgets}}</fieldConfiguration>
 <previewExpression>coalesce("site_name", "site_id")</previewExpression>
 <mapTip enabled="1">&lt;div style="font-family:sans-serif;font-size:13px;max-width:320px"&gt;
&lt;b style="font-size:15px"&gt;[% coalesce("site_name", "site_id") %]&lt;/b&gt;
[% CASE WHEN "best_index" IS NULL THEN '&lt;br&gt;{{Aucun critère renseigné||No criterion is filled}}' ELSE concat('&lt;br&gt;{{Meilleur usage&#160;:||Best use:}} &lt;b&gt;', represent_value("best_use"), '&lt;/b&gt;, {{indice||index}} ', format_number("best_index", 1, '{{fr||en}}')) END %]
[% CASE WHEN "rank" IS NULL THEN '' ELSE concat('&lt;br&gt;{{Rang||Rank}} ', "rank") END %]
&lt;br&gt;{{Fiabilité&#160;:||Reliability:}} [% format_number("reliability", 1, '{{fr||en}}') %] / 10
&lt;/div&gt;</mapTip>
 <layerGeometryType>0</layerGeometryType>
</qgis>
