<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.16" styleCategories="AllStyleCategories" readOnly="0" labelsEnabled="0" hasScaleBasedVisibilityFlag="0" simplifyDrawingHints="0" symbologyReferenceScale="-1">
 <flags>
  <Identifiable>1</Identifiable>
  <Removable>1</Removable>
  <Searchable>1</Searchable>
  <Private>0</Private>
 </flags>
 <!-- Blue, the colour that the streets' ramp has not. Passes put the vacant ones on top where several premises share a place. -->
 <renderer-v2 type="RuleRenderer" symbollevels="1" forceraster="0" enableorderby="0" referencescale="-1">
  <rules key="vitrine">
   <rule key="hot" filter="&quot;gi_class&quot; = 'hot'" symbol="hot" scalemindenom="0" scalemaxdenom="6000" label="Point chaud de vacance"/>
   <rule key="cold" filter="&quot;gi_class&quot; = 'cold'" symbol="cold" scalemindenom="0" scalemaxdenom="6000" label="Point froid"/>
   <rule key="vacant" filter="&quot;status&quot; = 'vacant'" symbol="vacant" label="Local vacant"/>
   <rule key="works" filter="&quot;status&quot; = 'works'" symbol="works" label="En travaux"/>
   <rule key="unknown" filter="coalesce(&quot;status&quot;, 'unknown') = 'unknown'" symbol="unknown" label="Situation inconnue"/>
   <rule key="occupied" filter="&quot;status&quot; = 'occupied'" symbol="occupied" scalemindenom="0" scalemaxdenom="6000" label="Local occupé"/>
   <rule key="other" filter="&quot;status&quot; IN ('reserve', 'converted')" symbol="other" scalemindenom="0" scalemaxdenom="6000" label="Réserve ou local converti"/>
  </rules>
  <symbols>
   <symbol name="hot" type="marker" alpha="0.5" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="name" type="QString" value="circle"/>
      <Option name="color" type="QString" value="244,165,130,255"/>
      <Option name="outline_style" type="QString" value="no"/>
      <Option name="size" type="QString" value="4.4"/>
      <Option name="size_unit" type="QString" value="MM"/>
      <Option name="scale_method" type="QString" value="diameter"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value=""/>
       <Option name="properties" type="Map">
        <Option name="size" type="Map">
         <Option name="active" type="bool" value="true"/>
         <Option name="expression" type="QString" value="4.4 * clamp(0.4, sqrt(4000 / coalesce(@map_scale, 4000)), 1)"/>
         <Option name="type" type="int" value="3"/>
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol name="cold" type="marker" alpha="0.5" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="name" type="QString" value="circle"/>
      <Option name="color" type="QString" value="146,197,222,255"/>
      <Option name="outline_style" type="QString" value="no"/>
      <Option name="size" type="QString" value="4.4"/>
      <Option name="size_unit" type="QString" value="MM"/>
      <Option name="scale_method" type="QString" value="diameter"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value=""/>
       <Option name="properties" type="Map">
        <Option name="size" type="Map">
         <Option name="active" type="bool" value="true"/>
         <Option name="expression" type="QString" value="4.4 * clamp(0.4, sqrt(4000 / coalesce(@map_scale, 4000)), 1)"/>
         <Option name="type" type="int" value="3"/>
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol name="vacant" type="marker" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="5">
     <Option type="Map">
      <Option name="name" type="QString" value="circle"/>
      <Option name="color" type="QString" value="8,64,129,255"/>
      <Option name="outline_color" type="QString" value="255,255,255,255"/>
      <Option name="outline_style" type="QString" value="solid"/>
      <Option name="outline_width" type="QString" value="0.25"/>
      <Option name="outline_width_unit" type="QString" value="MM"/>
      <Option name="size" type="QString" value="2.2"/>
      <Option name="size_unit" type="QString" value="MM"/>
      <Option name="scale_method" type="QString" value="diameter"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value=""/>
       <Option name="properties" type="Map">
        <Option name="size" type="Map">
         <Option name="active" type="bool" value="true"/>
         <Option name="expression" type="QString" value="2.2 * clamp(0.4, sqrt(4000 / coalesce(@map_scale, 4000)), 1)"/>
         <Option name="type" type="int" value="3"/>
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol name="works" type="marker" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="4">
     <Option type="Map">
      <Option name="name" type="QString" value="circle"/>
      <Option name="color" type="QString" value="255,255,255,255"/>
      <Option name="outline_color" type="QString" value="8,64,129,255"/>
      <Option name="outline_style" type="QString" value="solid"/>
      <Option name="outline_width" type="QString" value="0.3"/>
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
    <layer class="SimpleMarker" enabled="1" locked="0" pass="4">
     <Option type="Map">
      <Option name="name" type="QString" value="semi_circle"/>
      <Option name="color" type="QString" value="8,64,129,255"/>
      <Option name="outline_color" type="QString" value="8,64,129,255"/>
      <Option name="outline_style" type="QString" value="solid"/>
      <Option name="outline_width" type="QString" value="0.1"/>
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
   <symbol name="unknown" type="marker" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="3">
     <Option type="Map">
      <Option name="name" type="QString" value="circle"/>
      <Option name="color" type="QString" value="255,255,255,255"/>
      <Option name="outline_color" type="QString" value="90,90,90,255"/>
      <Option name="outline_style" type="QString" value="solid"/>
      <Option name="outline_width" type="QString" value="0.3"/>
      <Option name="outline_width_unit" type="QString" value="MM"/>
      <Option name="size" type="QString" value="1.8"/>
      <Option name="size_unit" type="QString" value="MM"/>
      <Option name="scale_method" type="QString" value="diameter"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value=""/>
       <Option name="properties" type="Map">
        <Option name="size" type="Map">
         <Option name="active" type="bool" value="true"/>
         <Option name="expression" type="QString" value="1.8 * clamp(0.4, sqrt(4000 / coalesce(@map_scale, 4000)), 1)"/>
         <Option name="type" type="int" value="3"/>
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol name="occupied" type="marker" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="1">
     <Option type="Map">
      <Option name="name" type="QString" value="circle"/>
      <Option name="color" type="QString" value="196,196,196,255"/>
      <Option name="outline_color" type="QString" value="150,150,150,255"/>
      <Option name="outline_style" type="QString" value="solid"/>
      <Option name="outline_width" type="QString" value="0.1"/>
      <Option name="outline_width_unit" type="QString" value="MM"/>
      <Option name="size" type="QString" value="1.2"/>
      <Option name="size_unit" type="QString" value="MM"/>
      <Option name="scale_method" type="QString" value="diameter"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value=""/>
       <Option name="properties" type="Map">
        <Option name="size" type="Map">
         <Option name="active" type="bool" value="true"/>
         <Option name="expression" type="QString" value="1.2 * clamp(0.4, sqrt(4000 / coalesce(@map_scale, 4000)), 1)"/>
         <Option name="type" type="int" value="3"/>
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol name="other" type="marker" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="2">
     <Option type="Map">
      <Option name="name" type="QString" value="square"/>
      <Option name="color" type="QString" value="165,165,165,255"/>
      <Option name="outline_color" type="QString" value="120,120,120,255"/>
      <Option name="outline_style" type="QString" value="solid"/>
      <Option name="outline_width" type="QString" value="0.1"/>
      <Option name="outline_width_unit" type="QString" value="MM"/>
      <Option name="size" type="QString" value="1.2"/>
      <Option name="size_unit" type="QString" value="MM"/>
      <Option name="scale_method" type="QString" value="diameter"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value=""/>
       <Option name="properties" type="Map">
        <Option name="size" type="Map">
         <Option name="active" type="bool" value="true"/>
         <Option name="expression" type="QString" value="1.2 * clamp(0.4, sqrt(4000 / coalesce(@map_scale, 4000)), 1)"/>
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
 <blendMode>0</blendMode>
 <featureBlendMode>0</featureBlendMode>
 <layerOpacity>1</layerOpacity>
 <legend type="default-vector" showLabelLegend="0"/>
 <aliases><alias index="0" name="Identifiant du local" field="premises_id"/><alias index="1" name="Enseigne" field="name"/><alias index="2" name="Identifiant de la rue" field="street_id"/><alias index="3" name="Rue" field="street_name"/><alias index="4" name="Côté de la rue" field="side"/><alias index="5" name="Abscisse le long de la rue (m)" field="measure_m"/><alias index="6" name="Distance à la rue (m)" field="distance_m"/><alias index="7" name="Rattachement à la rue" field="match"/><alias index="8" name="Identifiant du centre" field="centre_id"/><alias index="9" name="Situation" field="status"/><alias index="10" name="Activité" field="activity"/><alias index="11" name="Famille d'activité" field="family"/><alias index="12" name="Linéaire de façade (m)" field="frontage_m"/><alias index="13" name="Origine du linéaire" field="frontage_source"/><alias index="14" name="Surface (m²)" field="floor_m2"/><alias index="15" name="Vacant depuis" field="vacant_since"/><alias index="16" name="Jours de vacance" field="vacancy_days"/><alias index="17" name="Durée de la vacance" field="term"/><alias index="18" name="Gi* (écart réduit)" field="gi_z"/><alias index="19" name="Gi*, p" field="gi_p"/><alias index="20" name="Gi*, q" field="gi_q"/><alias index="21" name="Concentration (Gi*)" field="gi_class"/><alias index="22" name="I de Moran local" field="moran_i"/><alias index="23" name="I local, p" field="moran_p"/><alias index="24" name="I local, q" field="moran_q"/><alias index="25" name="Type (Moran local)" field="moran_class"/></aliases>
 <fieldConfiguration><field name="side"><editWidget type="ValueMap"><config><Option type="Map"><Option name="map" type="List"><Option type="Map"><Option name="gauche" type="QString" value="left"/></Option><Option type="Map"><Option name="droit" type="QString" value="right"/></Option><Option type="Map"><Option name="sur l'axe" type="QString" value="on"/></Option></Option></Option></config></editWidget></field><field name="match"><editWidget type="ValueMap"><config><Option type="Map"><Option name="map" type="List"><Option type="Map"><Option name="identifiant" type="QString" value="id"/></Option><Option type="Map"><Option name="nom" type="QString" value="name"/></Option><Option type="Map"><Option name="nom approché" type="QString" value="fuzzy"/></Option><Option type="Map"><Option name="la plus proche" type="QString" value="nearest"/></Option><Option type="Map"><Option name="aucune" type="QString" value="none"/></Option></Option></Option></config></editWidget></field><field name="status"><editWidget type="ValueMap"><config><Option type="Map"><Option name="map" type="List"><Option type="Map"><Option name="occupé" type="QString" value="occupied"/></Option><Option type="Map"><Option name="vacant" type="QString" value="vacant"/></Option><Option type="Map"><Option name="en travaux" type="QString" value="works"/></Option><Option type="Map"><Option name="réserve" type="QString" value="reserve"/></Option><Option type="Map"><Option name="converti" type="QString" value="converted"/></Option><Option type="Map"><Option name="inconnu" type="QString" value="unknown"/></Option></Option></Option></config></editWidget></field><field name="frontage_source"><editWidget type="ValueMap"><config><Option type="Map"><Option name="map" type="List"><Option type="Map"><Option name="relevé" type="QString" value="survey"/></Option><Option type="Map"><Option name="mesuré" type="QString" value="geometry"/></Option><Option type="Map"><Option name="aucune" type="QString" value="none"/></Option></Option></Option></config></editWidget></field><field name="term"><editWidget type="ValueMap"><config><Option type="Map"><Option name="map" type="List"><Option type="Map"><Option name="frictionnelle" type="QString" value="frictional"/></Option><Option type="Map"><Option name="longue" type="QString" value="long"/></Option><Option type="Map"><Option name="structurelle" type="QString" value="structural"/></Option><Option type="Map"><Option name="persistante" type="QString" value="persistent"/></Option><Option type="Map"><Option name="inconnue" type="QString" value="unknown"/></Option></Option></Option></config></editWidget></field><field name="gi_class"><editWidget type="ValueMap"><config><Option type="Map"><Option name="map" type="List"><Option type="Map"><Option name="point chaud" type="QString" value="hot"/></Option><Option type="Map"><Option name="point froid" type="QString" value="cold"/></Option><Option type="Map"><Option name="non significatif" type="QString" value="ns"/></Option></Option></Option></config></editWidget></field><field name="moran_class"><editWidget type="ValueMap"><config><Option type="Map"><Option name="map" type="List"><Option type="Map"><Option name="vacant parmi les vacants" type="QString" value="HH"/></Option><Option type="Map"><Option name="occupé parmi les occupés" type="QString" value="LL"/></Option><Option type="Map"><Option name="vacant parmi les occupés" type="QString" value="HL"/></Option><Option type="Map"><Option name="occupé parmi les vacants" type="QString" value="LH"/></Option><Option type="Map"><Option name="non significatif" type="QString" value="ns"/></Option></Option></Option></config></editWidget></field></fieldConfiguration>
 <previewExpression>coalesce("name", "premises_id")</previewExpression>
 <mapTip enabled="1">&lt;div style="font-family:sans-serif;font-size:13px;max-width:320px"&gt;
&lt;b style="font-size:15px"&gt;[% coalesce("name", "premises_id") %]&lt;/b&gt;
[% concat('&lt;br&gt;', CASE WHEN "status" = 'vacant' THEN 'Local vacant' WHEN "status" = 'works' THEN 'En travaux' WHEN "status" = 'occupied' THEN 'Local occupé' WHEN "status" = 'reserve' THEN 'Réserve' WHEN "status" = 'converted' THEN 'Local converti' ELSE 'Situation inconnue' END) %]
[% CASE WHEN "vacant_since" IS NOT NULL THEN concat('&lt;br&gt;Vacant depuis&#160;: ', "vacant_since") ELSE '' END %]
[% CASE WHEN "vacancy_days" IS NOT NULL THEN concat(' (', "vacancy_days", '&#160;jours)') ELSE '' END %]
[% CASE WHEN "gi_class" IN ('hot', 'cold') THEN concat('&lt;br&gt;', CASE WHEN "gi_class" = 'hot' THEN 'Point chaud de vacance' ELSE 'Point froid' END) ELSE '' END %]
[% CASE WHEN coalesce("family", "activity") IS NOT NULL THEN concat('&lt;br&gt;', coalesce("family", "activity")) ELSE '' END %]
[% concat('&lt;br&gt;', coalesce("street_name", 'Sans rue')) %]
&lt;/div&gt;</mapTip>
 <layerGeometryType>0</layerGeometryType>
</qgis>
