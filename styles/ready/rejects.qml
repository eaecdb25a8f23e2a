<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.16" styleCategories="AllStyleCategories" readOnly="0" labelsEnabled="1" hasScaleBasedVisibilityFlag="0" simplifyDrawingHints="0" simplifyDrawingTol="1" simplifyAlgorithm="0" simplifyLocal="1" simplifyMaxScale="1" symbologyReferenceScale="-1">
 <flags>
  <Identifiable>1</Identifiable>
  <Removable>1</Removable>
  <Searchable>1</Searchable>
  <Private>0</Private>
 </flags>
 <!-- Black crosses for what was not used at all, small grey diamonds for what is to be known of things in use. Places only; a feature without one is in the table. -->
 <renderer-v2 type="RuleRenderer" symbollevels="1" forceraster="0" enableorderby="0" referencescale="-1">
  <rules key="vitrine">
   <rule key="rejected" filter="&quot;severity&quot; = 'rejected'" symbol="rejected" label="Rejeté"/>
   <rule key="notice" filter="&quot;severity&quot; = 'notice'" symbol="notice" label="Signalement"/>
   <rule key="other" filter="coalesce(&quot;severity&quot;, '') NOT IN ('rejected', 'notice')" symbol="other" label="Gravité inconnue"/>
  </rules>
  <symbols>
   <symbol name="rejected" type="marker" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="1">
     <Option type="Map">
      <Option name="name" type="QString" value="cross2"/>
      <Option name="color" type="QString" value="255,255,255,255"/>
      <Option name="outline_color" type="QString" value="255,255,255,255"/>
      <Option name="outline_style" type="QString" value="solid"/>
      <Option name="outline_width" type="QString" value="1.4"/>
      <Option name="outline_width_unit" type="QString" value="MM"/>
      <Option name="size" type="QString" value="3"/>
      <Option name="size_unit" type="QString" value="MM"/>
      <Option name="scale_method" type="QString" value="diameter"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value=""/>
       <Option name="properties" type="Map">
        <Option name="size" type="Map">
         <Option name="active" type="bool" value="true"/>
         <Option name="expression" type="QString" value="3 * clamp(0.4, sqrt(4000 / coalesce(@map_scale, 4000)), 1)"/>
         <Option name="type" type="int" value="3"/>
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
    <layer class="SimpleMarker" enabled="1" locked="0" pass="2">
     <Option type="Map">
      <Option name="name" type="QString" value="cross2"/>
      <Option name="color" type="QString" value="0,0,0,255"/>
      <Option name="outline_color" type="QString" value="0,0,0,255"/>
      <Option name="outline_style" type="QString" value="solid"/>
      <Option name="outline_width" type="QString" value="0.7"/>
      <Option name="outline_width_unit" type="QString" value="MM"/>
      <Option name="size" type="QString" value="2.8"/>
      <Option name="size_unit" type="QString" value="MM"/>
      <Option name="scale_method" type="QString" value="diameter"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value=""/>
       <Option name="properties" type="Map">
        <Option name="size" type="Map">
         <Option name="active" type="bool" value="true"/>
         <Option name="expression" type="QString" value="2.8 * clamp(0.4, sqrt(4000 / coalesce(@map_scale, 4000)), 1)"/>
         <Option name="type" type="int" value="3"/>
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol name="notice" type="marker" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="name" type="QString" value="diamond"/>
      <Option name="color" type="QString" value="255,255,255,255"/>
      <Option name="outline_color" type="QString" value="90,90,90,255"/>
      <Option name="outline_style" type="QString" value="solid"/>
      <Option name="outline_width" type="QString" value="0.35"/>
      <Option name="outline_width_unit" type="QString" value="MM"/>
      <Option name="size" type="QString" value="2"/>
      <Option name="size_unit" type="QString" value="MM"/>
      <Option name="scale_method" type="QString" value="diameter"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value=""/>
       <Option name="properties" type="Map">
        <Option name="size" type="Map">
         <Option name="active" type="bool" value="true"/>
         <Option name="expression" type="QString" value="2 * clamp(0.4, sqrt(4000 / coalesce(@map_scale, 4000)), 1)"/>
         <Option name="type" type="int" value="3"/>
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol name="other" type="marker" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="name" type="QString" value="square"/>
      <Option name="color" type="QString" value="200,200,200,255"/>
      <Option name="outline_color" type="QString" value="90,90,90,255"/>
      <Option name="outline_style" type="QString" value="solid"/>
      <Option name="outline_width" type="QString" value="0.35"/>
      <Option name="outline_width_unit" type="QString" value="MM"/>
      <Option name="size" type="QString" value="2"/>
      <Option name="size_unit" type="QString" value="MM"/>
      <Option name="scale_method" type="QString" value="diameter"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value=""/>
       <Option name="properties" type="Map">
        <Option name="size" type="Map">
         <Option name="active" type="bool" value="true"/>
         <Option name="expression" type="QString" value="2 * clamp(0.4, sqrt(4000 / coalesce(@map_scale, 4000)), 1)"/>
         <Option name="type" type="int" value="3"/>
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
  </symbols>
 </renderer-v2>
 <labeling type="rule-based">
  <rules key="vitrine_labels">
   <rule key="label_rejected" description="Rejets : couche, identifiant" filter="&quot;severity&quot; = 'rejected'" scalemindenom="0" scalemaxdenom="10000">
    <settings calloutType="simple">
     <text-style fieldName="concat(&quot;layer&quot;, ' ', &quot;feature_id&quot;)" isExpression="1" fontFamily="Open Sans" fontSize="6.5" fontSizeUnit="Point" fontWeight="50" namedStyle="Regular" fontItalic="0" textColor="20,20,20,255" textOpacity="1" multilineHeight="0.9" textOrientation="horizontal" capitalization="0" fontKerning="1">
      <families>
       <family name="Open Sans"/>
       <family name="Segoe UI"/>
       <family name="Helvetica Neue"/>
       <family name="Arial"/>
       <family name="DejaVu Sans"/>
      </families>
      <text-buffer bufferDraw="1" bufferSize="0.8" bufferSizeUnits="MM" bufferColor="255,255,255,255" bufferOpacity="0.9" bufferJoinStyle="128" bufferNoFill="1"/>
     </text-style>
     <text-format multilineAlign="1" wrapChar="" autoWrapLength="22" formatNumbers="0"/>
     <placement placement="6" placementFlags="10" dist="1.8" distUnits="MM" quadOffset="4" predefinedPositionOrder="TR,TL,BR,BL,R,L,TSR,BSR" fitInPolygonOnly="0" layerType="PointGeometry" priority="6"/>
     <rendering drawLabels="1" scaleVisibility="0" obstacle="1" obstacleFactor="1" obstacleType="1" labelPerPart="0" mergeLines="0" minFeatureSize="0" displayAll="0" zIndex="0"/>
    </settings>
   </rule>
   <rule key="label_notice" description="Signalements : identifiant" filter="coalesce(&quot;severity&quot;, '') &lt;&gt; 'rejected' " scalemindenom="0" scalemaxdenom="1500">
    <settings calloutType="simple">
     <text-style fieldName="&quot;feature_id&quot;" isExpression="1" fontFamily="Open Sans" fontSize="6" fontSizeUnit="Point" fontWeight="50" namedStyle="Regular" fontItalic="0" textColor="110,110,110,255" textOpacity="1" multilineHeight="0.9" textOrientation="horizontal" capitalization="0" fontKerning="1">
      <families>
       <family name="Open Sans"/>
       <family name="Segoe UI"/>
       <family name="Helvetica Neue"/>
       <family name="Arial"/>
       <family name="DejaVu Sans"/>
      </families>
      <text-buffer bufferDraw="1" bufferSize="0.8" bufferSizeUnits="MM" bufferColor="255,255,255,255" bufferOpacity="0.9" bufferJoinStyle="128" bufferNoFill="1"/>
     </text-style>
     <text-format multilineAlign="1" wrapChar="" autoWrapLength="22" formatNumbers="0"/>
     <placement placement="6" placementFlags="10" dist="1.8" distUnits="MM" quadOffset="4" predefinedPositionOrder="TR,TL,BR,BL,R,L,TSR,BSR" fitInPolygonOnly="0" layerType="PointGeometry" priority="2"/>
     <rendering drawLabels="1" scaleVisibility="0" obstacle="1" obstacleFactor="1" obstacleType="1" labelPerPart="0" mergeLines="0" minFeatureSize="0" displayAll="0" zIndex="0"/>
    </settings>
   </rule>
  </rules>
 </labeling>
 <blendMode>0</blendMode>
 <featureBlendMode>0</featureBlendMode>
 <layerOpacity>1</layerOpacity>
 <legend type="default-vector" showLabelLegend="0"/>
 <aliases><alias index="0" name="Couche" field="layer"/><alias index="1" name="Identifiant" field="feature_id"/><alias index="2" name="Gravité" field="severity"/><alias index="3" name="Code" field="code"/><alias index="4" name="Message" field="message"/></aliases>
 <fieldConfiguration><field name="layer"><editWidget type="ValueMap"><config><Option type="Map"><Option name="map" type="List"><Option type="Map"><Option name="locaux" type="QString" value="premises"/></Option><Option type="Map"><Option name="rues" type="QString" value="streets"/></Option><Option type="Map"><Option name="centres" type="QString" value="centres"/></Option><Option type="Map"><Option name="parcelles" type="QString" value="parcels"/></Option><Option type="Map"><Option name="bâtiments" type="QString" value="buildings"/></Option><Option type="Map"><Option name="zones d'activité" type="QString" value="zones"/></Option><Option type="Map"><Option name="terrains" type="QString" value="plots"/></Option><Option type="Map"><Option name="établissements" type="QString" value="establishments"/></Option><Option type="Map"><Option name="friches" type="QString" value="friches"/></Option><Option type="Map"><Option name="zonage du PLU" type="QString" value="zoning"/></Option><Option type="Map"><Option name="linéaires protégés" type="QString" value="frontage_rules"/></Option><Option type="Map"><Option name="occupation du sol" type="QString" value="land_cover"/></Option></Option></Option></config></editWidget></field><field name="severity"><editWidget type="ValueMap"><config><Option type="Map"><Option name="map" type="List"><Option type="Map"><Option name="rejet" type="QString" value="rejected"/></Option><Option type="Map"><Option name="signalement" type="QString" value="notice"/></Option></Option></Option></config></editWidget></field></fieldConfiguration>
 <previewExpression>concat("layer", ' ', "feature_id")</previewExpression>
 <mapTip enabled="1">&lt;div style="font-family:sans-serif;font-size:13px;max-width:320px"&gt;
&lt;b style="font-size:15px"&gt;[% concat("layer", ' ', "feature_id") %]&lt;/b&gt;
[% concat('&lt;br&gt;', CASE WHEN "severity" = 'rejected' THEN 'Rejeté' WHEN "severity" = 'notice' THEN 'Signalement' ELSE 'Gravité inconnue' END, '&#160;: ', coalesce("message", "code")) %]
&lt;/div&gt;</mapTip>
 <layerGeometryType>0</layerGeometryType>
</qgis>
