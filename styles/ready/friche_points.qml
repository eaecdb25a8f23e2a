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
   
   <rule key="class_0" filter="&quot;best_index&quot; &gt;= 0 AND &quot;best_index&quot; &lt; 40" symbol="class_0" label="Faible (≥ 0)"/>
   
   <rule key="class_1" filter="&quot;best_index&quot; &gt;= 40 AND &quot;best_index&quot; &lt; 50" symbol="class_1" label="Moyen (≥ 40)"/>
   
   <rule key="class_2" filter="&quot;best_index&quot; &gt;= 50 AND &quot;best_index&quot; &lt; 60" symbol="class_2" label="Bon (≥ 50)"/>
   
   <rule key="class_3" filter="&quot;best_index&quot; &gt;= 60 AND &quot;best_index&quot; &lt; 70" symbol="class_3" label="Très bon (≥ 60)"/>
   
   <rule key="class_4" filter="&quot;best_index&quot; &gt;= 70 AND &quot;best_index&quot; &lt; 1e9" symbol="class_4" label="Excellent (≥ 70)"/>
   
   <rule key="none" filter="&quot;best_index&quot; IS NULL" symbol="none" label="Aucun critère renseigné"/>
  </rules>
  <symbols>
   
   <symbol name="class_0" type="marker" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="name" type="QString" value="circle"/>
      <Option name="color" type="QString" value="255,255,217,255"/>
      <Option name="outline_color" type="QString" value="35,35,35,255"/>
      <Option name="outline_width" type="QString" value="0.4"/>
      <Option name="outline_width_unit" type="QString" value="MM"/>
      <Option name="size" type="QString" value="4"/>
      <Option name="size_unit" type="QString" value="MM"/>
      <Option name="scale_method" type="QString" value="diameter"/>
     </Option>
    </layer>
   </symbol>
   
   <symbol name="class_1" type="marker" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="name" type="QString" value="circle"/>
      <Option name="color" type="QString" value="199,233,180,255"/>
      <Option name="outline_color" type="QString" value="35,35,35,255"/>
      <Option name="outline_width" type="QString" value="0.4"/>
      <Option name="outline_width_unit" type="QString" value="MM"/>
      <Option name="size" type="QString" value="4"/>
      <Option name="size_unit" type="QString" value="MM"/>
      <Option name="scale_method" type="QString" value="diameter"/>
     </Option>
    </layer>
   </symbol>
   
   <symbol name="class_2" type="marker" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="name" type="QString" value="circle"/>
      <Option name="color" type="QString" value="127,205,187,255"/>
      <Option name="outline_color" type="QString" value="35,35,35,255"/>
      <Option name="outline_width" type="QString" value="0.4"/>
      <Option name="outline_width_unit" type="QString" value="MM"/>
      <Option name="size" type="QString" value="4"/>
      <Option name="size_unit" type="QString" value="MM"/>
      <Option name="scale_method" type="QString" value="diameter"/>
     </Option>
    </layer>
   </symbol>
   
   <symbol name="class_3" type="marker" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="name" type="QString" value="circle"/>
      <Option name="color" type="QString" value="29,145,192,255"/>
      <Option name="outline_color" type="QString" value="35,35,35,255"/>
      <Option name="outline_width" type="QString" value="0.4"/>
      <Option name="outline_width_unit" type="QString" value="MM"/>
      <Option name="size" type="QString" value="4"/>
      <Option name="size_unit" type="QString" value="MM"/>
      <Option name="scale_method" type="QString" value="diameter"/>
     </Option>
    </layer>
   </symbol>
   
   <symbol name="class_4" type="marker" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="name" type="QString" value="circle"/>
      <Option name="color" type="QString" value="34,94,168,255"/>
      <Option name="outline_color" type="QString" value="35,35,35,255"/>
      <Option name="outline_width" type="QString" value="0.4"/>
      <Option name="outline_width_unit" type="QString" value="MM"/>
      <Option name="size" type="QString" value="4"/>
      <Option name="size_unit" type="QString" value="MM"/>
      <Option name="scale_method" type="QString" value="diameter"/>
     </Option>
    </layer>
   </symbol>
   
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
   <rule key="label_site" description="Nom et indice" scalemindenom="0" scalemaxdenom="12000">
    <settings calloutType="simple">
     <text-style fieldName="concat(coalesce(&quot;site_name&quot;, &quot;site_id&quot;), CASE WHEN &quot;best_index&quot; IS NULL THEN '' ELSE concat(' (', format_number(&quot;best_index&quot;, 0, 'fr'), ')') END)" isExpression="1" fontFamily="Open Sans" fontSize="7.5" fontSizeUnit="Point" fontWeight="50" textColor="40,40,40,255" textOpacity="1" multilineHeight="1" textOrientation="horizontal" capitalization="0" fontKerning="1">
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
 <aliases><alias index="0" name="Identifiant du site" field="site_id"/><alias index="1" name="Site" field="site_name"/><alias index="2" name="Meilleur usage" field="best_use"/><alias index="3" name="Meilleur indice" field="best_index"/><alias index="4" name="Fiabilité (sur 10)" field="reliability"/><alias index="5" name="Rang" field="rank"/></aliases>
 <fieldConfiguration><field name="best_use"><editWidget type="ValueMap"><config><Option type="Map"><Option name="map" type="List"><Option type="Map"><Option name="logement" type="QString" value="residentiel"/></Option><Option type="Map"><Option name="équipements" type="QString" value="equipements"/></Option><Option type="Map"><Option name="culture" type="QString" value="culture"/></Option><Option type="Map"><Option name="tertiaire" type="QString" value="tertiaire"/></Option><Option type="Map"><Option name="industrie" type="QString" value="industrie"/></Option><Option type="Map"><Option name="renaturation" type="QString" value="renaturation"/></Option><Option type="Map"><Option name="photovoltaïque" type="QString" value="photovoltaique"/></Option></Option></Option></config></editWidget></field></fieldConfiguration>
 <previewExpression>coalesce("site_name", "site_id")</previewExpression>
 <mapTip enabled="1">&lt;div style="font-family:sans-serif;font-size:13px;max-width:320px"&gt;
&lt;b style="font-size:15px"&gt;[% coalesce("site_name", "site_id") %]&lt;/b&gt;
[% CASE WHEN "best_index" IS NULL THEN '&lt;br&gt;Aucun critère renseigné' ELSE concat('&lt;br&gt;Meilleur usage&#160;: &lt;b&gt;', represent_value("best_use"), '&lt;/b&gt;, indice ', format_number("best_index", 1, 'fr')) END %]
[% CASE WHEN "rank" IS NULL THEN '' ELSE concat('&lt;br&gt;Rang ', "rank") END %]
&lt;br&gt;Fiabilité&#160;: [% format_number("reliability", 1, 'fr') %] / 10
&lt;/div&gt;</mapTip>
 <layerGeometryType>0</layerGeometryType>
</qgis>
