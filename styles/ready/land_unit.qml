<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.16" styleCategories="AllStyleCategories" readOnly="0" labelsEnabled="1" hasScaleBasedVisibilityFlag="0" simplifyDrawingHints="1" simplifyDrawingTol="1" simplifyAlgorithm="0" simplifyLocal="1" simplifyMaxScale="1" symbologyReferenceScale="-1">
 <flags>
  <Identifiable>1</Identifiable>
  <Removable>1</Removable>
  <Searchable>1</Searchable>
  <Private>0</Private>
 </flags>
 <!-- Vacant in the red of the rates, never occupied in the blue of land_partition's offer; occupied pale, undetermined hatched. -->
 <renderer-v2 type="RuleRenderer" symbollevels="0" forceraster="0" enableorderby="0" referencescale="-1">
  <rules key="vitrine">
   <rule key="occupied" filter="&quot;occupancy&quot; = 'occupied'" symbol="occupied" label="Occupée"/>
   <rule key="vacant" filter="&quot;occupancy&quot; = 'vacant'" symbol="vacant" label="Vacante"/>
   <rule key="never_occupied" filter="&quot;occupancy&quot; = 'never_occupied'" symbol="never_occupied" label="Jamais occupée"/>
   <rule key="undetermined" filter="&quot;occupancy&quot; = 'undetermined'" symbol="undetermined" label="Indéterminée"/>
   <rule key="other" filter="coalesce(&quot;occupancy&quot;, '') NOT IN ('occupied', 'vacant', 'never_occupied', 'undetermined')" symbol="other" label="Occupation inconnue"/>
  </rules>
  <symbols>
   <symbol name="occupied" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="color" type="QString" value="232,229,221,255"/>
      <Option name="style" type="QString" value="solid"/>
      <Option name="outline_color" type="QString" value="70,70,70,255"/>
      <Option name="outline_style" type="QString" value="solid"/>
      <Option name="outline_width" type="QString" value="0.35"/>
      <Option name="outline_width_unit" type="QString" value="MM"/>
      <Option name="joinstyle" type="QString" value="miter"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value=""/>
       <Option name="properties" type="Map">
        <Option name="outlineWidth" type="Map">
         <Option name="active" type="bool" value="true"/>
         <Option name="expression" type="QString" value="0.35 * clamp(0.3, sqrt(5000 / coalesce(@map_scale, 5000)), 1)"/>
         <Option name="type" type="int" value="3"/>
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol name="vacant" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="color" type="QString" value="215,48,31,255"/>
      <Option name="style" type="QString" value="solid"/>
      <Option name="outline_color" type="QString" value="70,70,70,255"/>
      <Option name="outline_style" type="QString" value="solid"/>
      <Option name="outline_width" type="QString" value="0.35"/>
      <Option name="outline_width_unit" type="QString" value="MM"/>
      <Option name="joinstyle" type="QString" value="miter"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value=""/>
       <Option name="properties" type="Map">
        <Option name="outlineWidth" type="Map">
         <Option name="active" type="bool" value="true"/>
         <Option name="expression" type="QString" value="0.35 * clamp(0.3, sqrt(5000 / coalesce(@map_scale, 5000)), 1)"/>
         <Option name="type" type="int" value="3"/>
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol name="never_occupied" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="color" type="QString" value="140,190,228,255"/>
      <Option name="style" type="QString" value="solid"/>
      <Option name="outline_color" type="QString" value="70,70,70,255"/>
      <Option name="outline_style" type="QString" value="solid"/>
      <Option name="outline_width" type="QString" value="0.35"/>
      <Option name="outline_width_unit" type="QString" value="MM"/>
      <Option name="joinstyle" type="QString" value="miter"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value=""/>
       <Option name="properties" type="Map">
        <Option name="outlineWidth" type="Map">
         <Option name="active" type="bool" value="true"/>
         <Option name="expression" type="QString" value="0.35 * clamp(0.3, sqrt(5000 / coalesce(@map_scale, 5000)), 1)"/>
         <Option name="type" type="int" value="3"/>
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol name="undetermined" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="color" type="QString" value="255,255,255,255"/>
      <Option name="style" type="QString" value="solid"/>
      <Option name="outline_color" type="QString" value="70,70,70,255"/>
      <Option name="outline_style" type="QString" value="solid"/>
      <Option name="outline_width" type="QString" value="0.35"/>
      <Option name="outline_width_unit" type="QString" value="MM"/>
      <Option name="joinstyle" type="QString" value="miter"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value=""/>
       <Option name="properties" type="Map">
        <Option name="outlineWidth" type="Map">
         <Option name="active" type="bool" value="true"/>
         <Option name="expression" type="QString" value="0.35 * clamp(0.3, sqrt(5000 / coalesce(@map_scale, 5000)), 1)"/>
         <Option name="type" type="int" value="3"/>
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
    <layer class="LinePatternFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="angle" type="QString" value="45"/>
      <Option name="distance" type="QString" value="1.6"/>
      <Option name="distance_unit" type="QString" value="MM"/>
      <Option name="offset" type="QString" value="0"/>
      <Option name="offset_unit" type="QString" value="MM"/>
      <Option name="line_width" type="QString" value="0.3"/>
      <Option name="line_width_unit" type="QString" value="MM"/>
      <Option name="color" type="QString" value="105,105,105,255"/>
     </Option>
     <symbol name="@undetermined@1" type="line" alpha="1" clip_to_extent="1" force_rhr="0">
      <layer class="SimpleLine" enabled="1" locked="0" pass="0">
       <Option type="Map">
        <Option name="line_color" type="QString" value="105,105,105,255"/>
        <Option name="line_width" type="QString" value="0.3"/>
        <Option name="line_width_unit" type="QString" value="MM"/>
        <Option name="line_style" type="QString" value="solid"/>
        <Option name="capstyle" type="QString" value="flat"/>
        <Option name="joinstyle" type="QString" value="bevel"/>
       </Option>
      </layer>
     </symbol>
    </layer>
   </symbol>
   <symbol name="other" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="color" type="QString" value="255,255,255,255"/>
      <Option name="style" type="QString" value="solid"/>
      <Option name="outline_color" type="QString" value="110,110,110,255"/>
      <Option name="outline_style" type="QString" value="dash"/>
      <Option name="outline_width" type="QString" value="0.35"/>
      <Option name="outline_width_unit" type="QString" value="MM"/>
      <Option name="joinstyle" type="QString" value="miter"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value=""/>
       <Option name="properties" type="Map">
        <Option name="outlineWidth" type="Map">
         <Option name="active" type="bool" value="true"/>
         <Option name="expression" type="QString" value="0.35 * clamp(0.3, sqrt(5000 / coalesce(@map_scale, 5000)), 1)"/>
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
 <!-- Section and number where the id is a French parcel's, else its end; +1: one parcel more. Only where it fits in the unit. -->
 <labeling type="rule-based">
  <rules key="vitrine_labels">
   <rule key="label_vacant" description="Vacantes : parcelle, surface, depuis" filter="&quot;occupancy&quot; = 'vacant'" scalemindenom="0" scalemaxdenom="8000">
    <settings calloutType="simple">
     <text-style fieldName="concat(concat(CASE WHEN regexp_match(&quot;land_unit_id&quot;, '^[0-9][0-9AB][0-9]{6}[0-9A-Z]{2}[0-9]{4}$') THEN concat(regexp_replace(substr(&quot;land_unit_id&quot;, 9, 2), '^0', ''), ' ', to_int(right(&quot;land_unit_id&quot;, 4))) ELSE right(coalesce(regexp_substr(&quot;land_unit_id&quot;, '([^/_:]+)$'), &quot;land_unit_id&quot;), 12) END, if(&quot;parcels&quot; &gt; 1, concat(' +', &quot;parcels&quot; - 1), '')), '\n', if(&quot;area_m2&quot; &gt;= 10000, concat(format_number(&quot;area_m2&quot; / 10000, 2, 'fr'), '&#160;ha'), concat(format_number(&quot;area_m2&quot;, 0, 'fr'), '&#160;m²')), if(&quot;vacant_since&quot; IS NULL, '', concat('\ndepuis ', left(&quot;vacant_since&quot;, 4))))" isExpression="1" fontFamily="Open Sans" fontSize="7.5" fontSizeUnit="Point" fontWeight="50" namedStyle="Regular" textColor="255,255,255,255" textOpacity="1" multilineHeight="1.05" textOrientation="horizontal" capitalization="0" fontKerning="1">
      <families>
       <family name="Open Sans"/>
       <family name="Segoe UI"/>
       <family name="Helvetica Neue"/>
       <family name="Arial"/>
       <family name="DejaVu Sans"/>
      </families>
      <text-buffer bufferDraw="1" bufferSize="0.5" bufferSizeUnits="MM" bufferColor="190,40,25,255" bufferOpacity="1" bufferJoinStyle="128" bufferNoFill="1"/>
     </text-style>
     <text-format multilineAlign="1" wrapChar="" autoWrapLength="0" formatNumbers="0"/>
     <placement placement="4" placementFlags="0" dist="0" priority="8" fitInPolygonOnly="1" layerType="PolygonGeometry"/>
     <rendering drawLabels="1" scaleVisibility="0" obstacle="1" obstacleFactor="1" obstacleType="1" labelPerPart="0" mergeLines="0" minFeatureSize="0" displayAll="0" zIndex="0"/>
    </settings>
   </rule>
   <rule key="label_other" description="Autres : parcelle, surface" filter="coalesce(&quot;occupancy&quot;, '') &lt;&gt; 'vacant'" scalemindenom="0" scalemaxdenom="5000">
    <settings calloutType="simple">
     <text-style fieldName="concat(concat(CASE WHEN regexp_match(&quot;land_unit_id&quot;, '^[0-9][0-9AB][0-9]{6}[0-9A-Z]{2}[0-9]{4}$') THEN concat(regexp_replace(substr(&quot;land_unit_id&quot;, 9, 2), '^0', ''), ' ', to_int(right(&quot;land_unit_id&quot;, 4))) ELSE right(coalesce(regexp_substr(&quot;land_unit_id&quot;, '([^/_:]+)$'), &quot;land_unit_id&quot;), 12) END, if(&quot;parcels&quot; &gt; 1, concat(' +', &quot;parcels&quot; - 1), '')), '\n', if(&quot;area_m2&quot; &gt;= 10000, concat(format_number(&quot;area_m2&quot; / 10000, 2, 'fr'), '&#160;ha'), concat(format_number(&quot;area_m2&quot;, 0, 'fr'), '&#160;m²')))" isExpression="1" fontFamily="Open Sans" fontSize="7" fontSizeUnit="Point" fontWeight="50" namedStyle="Regular" textColor="40,40,40,255" textOpacity="1" multilineHeight="1.05" textOrientation="horizontal" capitalization="0" fontKerning="1">
      <families>
       <family name="Open Sans"/>
       <family name="Segoe UI"/>
       <family name="Helvetica Neue"/>
       <family name="Arial"/>
       <family name="DejaVu Sans"/>
      </families>
      <text-buffer bufferDraw="1" bufferSize="1" bufferSizeUnits="MM" bufferColor="255,255,255,255" bufferOpacity="1" bufferJoinStyle="128" bufferNoFill="1"/>
     </text-style>
     <text-format multilineAlign="1" wrapChar="" autoWrapLength="0" formatNumbers="0"/>
     <placement placement="4" placementFlags="0" dist="0" priority="4" fitInPolygonOnly="1" layerType="PolygonGeometry"/>
     <rendering drawLabels="1" scaleVisibility="0" obstacle="1" obstacleFactor="1" obstacleType="1" labelPerPart="0" mergeLines="0" minFeatureSize="0" displayAll="0" zIndex="0"/>
    </settings>
   </rule>
  </rules>
 </labeling>
 <blendMode>0</blendMode>
 <featureBlendMode>0</featureBlendMode>
 <layerOpacity>1</layerOpacity>
 <legend type="default-vector" showLabelLegend="0"/>
 <aliases><alias index="0" name="Identifiant de l'unité foncière" field="land_unit_id"/><alias index="1" name="Identifiant de la zone" field="zone_id"/><alias index="2" name="Nombre de parcelles" field="parcels"/><alias index="3" name="Identifiants des parcelles" field="parcel_ids"/><alias index="4" name="Type de propriétaire" field="owner_type"/><alias index="5" name="Surface (m²)" field="area_m2"/><alias index="6" name="Emprise bâtie (m²)" field="built_m2"/><alias index="7" name="Coefficient d'emprise au sol (CES)" field="coverage"/><alias index="8" name="Occupation" field="occupancy"/><alias index="9" name="Motif" field="evidence"/><alias index="10" name="Fin de la dernière activité" field="last_activity_end"/><alias index="11" name="Vacante depuis" field="vacant_since"/><alias index="12" name="Surface libre (m²)" field="free_m2"/><alias index="13" name="Plus grand cercle libre, diamètre (m)" field="widest_free_m"/><alias index="14" name="Plus grand rectangle libre (m²)" field="rectangle_free_m2"/><alias index="15" name="Accès à la rue" field="street_access"/><alias index="16" name="Emprise densifiable (m²)" field="densification_m2"/></aliases>
 <fieldConfiguration><field name="coverage"><editWidget type="Range"><config><Option type="Map"><Option name="AllowNull" type="bool" value="true"/><Option name="Min" type="double" value="-1000000"/><Option name="Max" type="double" value="1000000"/><Option name="Precision" type="int" value="3"/><Option name="Step" type="double" value="0.01"/><Option name="Style" type="QString" value="SpinBox"/></Option></config></editWidget></field><field name="occupancy"><editWidget type="ValueMap"><config><Option type="Map"><Option name="map" type="List"><Option type="Map"><Option name="occupée" type="QString" value="occupied"/></Option><Option type="Map"><Option name="vacante" type="QString" value="vacant"/></Option><Option type="Map"><Option name="jamais occupée" type="QString" value="never_occupied"/></Option><Option type="Map"><Option name="indéterminée" type="QString" value="undetermined"/></Option></Option></Option></config></editWidget></field><field name="evidence"><editWidget type="ValueMap"><config><Option type="Map"><Option name="map" type="List"><Option type="Map"><Option name="établissement actif" type="QString" value="active"/></Option><Option type="Map"><Option name="local occupé" type="QString" value="other_occupant"/></Option><Option type="Map"><Option name="fermé récemment" type="QString" value="closed_recently"/></Option><Option type="Map"><Option name="activité terminée" type="QString" value="ended"/></Option><Option type="Map"><Option name="fin inconnue" type="QString" value="end_unknown"/></Option><Option type="Map"><Option name="bâti sans indice" type="QString" value="built_no_evidence"/></Option><Option type="Map"><Option name="non bâti sans indice" type="QString" value="unbuilt_no_evidence"/></Option><Option type="Map"><Option name="sans couche de bâtiments" type="QString" value="no_buildings"/></Option><Option type="Map"><Option name="sans couche d'établissements" type="QString" value="no_establishments"/></Option></Option></Option></config></editWidget></field></fieldConfiguration>
 <previewExpression>"land_unit_id"</previewExpression>
 <mapTip enabled="1">&lt;div style="font-family:sans-serif;font-size:13px;max-width:320px"&gt;
&lt;b style="font-size:15px"&gt;[% concat(CASE WHEN regexp_match("land_unit_id", '^[0-9][0-9AB][0-9]{6}[0-9A-Z]{2}[0-9]{4}$') THEN concat(regexp_replace(substr("land_unit_id", 9, 2), '^0', ''), ' ', to_int(right("land_unit_id", 4))) ELSE right(coalesce(regexp_substr("land_unit_id", '([^/_:]+)$'), "land_unit_id"), 12) END, if("parcels" &gt; 1, concat(' +', "parcels" - 1), '')) %]&lt;/b&gt;, [% if("area_m2" &gt;= 10000, concat(format_number("area_m2" / 10000, 2, 'fr'), '&#160;ha'), concat(format_number("area_m2", 0, 'fr'), '&#160;m²')) %]
&lt;br&gt;&lt;b&gt;[% CASE WHEN "occupancy" = 'occupied' THEN 'Occupée' WHEN "occupancy" = 'vacant' THEN 'Vacante' WHEN "occupancy" = 'never_occupied' THEN 'Jamais occupée' WHEN "occupancy" = 'undetermined' THEN 'Indéterminée' ELSE 'Occupation inconnue' END %]&lt;/b&gt;[% CASE WHEN "vacant_since" IS NOT NULL THEN concat(' depuis le ', if(length("vacant_since") = 10, concat(substr("vacant_since", 9, 2), '/', substr("vacant_since", 6, 2), '/', left("vacant_since", 4)), "vacant_since")) ELSE '' END %]
[% CASE WHEN "evidence" IS NULL THEN '' ELSE concat('&lt;br&gt;Motif&#160;: ', CASE WHEN "evidence" = 'active' THEN 'établissement actif' WHEN "evidence" = 'other_occupant' THEN 'local occupé' WHEN "evidence" = 'closed_recently' THEN 'fermée depuis trop peu de temps pour être vacante' WHEN "evidence" = 'ended' THEN 'activité terminée' WHEN "evidence" = 'end_unknown' THEN 'activité terminée, date inconnue' WHEN "evidence" = 'built_no_evidence' THEN 'bâtie, sans trace d’activité' WHEN "evidence" = 'unbuilt_no_evidence' THEN 'non bâtie, sans trace d’activité' WHEN "evidence" = 'no_establishments' THEN 'établissements non fournis' ELSE 'autre' END) END %]
[% CASE WHEN "last_activity_end" IS NOT NULL AND "vacant_since" IS NULL THEN concat('&lt;br&gt;Fin de la dernière activité&#160;: ', if(length("last_activity_end") = 10, concat(substr("last_activity_end", 9, 2), '/', substr("last_activity_end", 6, 2), '/', left("last_activity_end", 4)), "last_activity_end")) ELSE '' END %]
[% CASE WHEN "coverage" IS NOT NULL THEN concat('&lt;br&gt;Emprise bâtie&#160;: ', concat(format_number(100 * "coverage", 0, 'fr'), '&#160;%')) ELSE '' END %]
[% CASE WHEN "free_m2" IS NOT NULL THEN concat('&lt;br&gt;Surface libre&#160;: ', if("free_m2" &gt;= 10000, concat(format_number("free_m2" / 10000, 2, 'fr'), '&#160;ha'), concat(format_number("free_m2", 0, 'fr'), '&#160;m²'))) ELSE '' END %]
[% CASE WHEN "densification_m2" IS NOT NULL THEN concat('&lt;br&gt;Emprise densifiable&#160;: ', if("densification_m2" &gt;= 10000, concat(format_number("densification_m2" / 10000, 2, 'fr'), '&#160;ha'), concat(format_number("densification_m2", 0, 'fr'), '&#160;m²'))) ELSE '' END %]
[% CASE WHEN NOT "street_access" THEN '&lt;br&gt;&lt;i&gt;Sans accès à la rue&lt;/i&gt;' ELSE '' END %]
[% CASE WHEN "parcels" &gt; 1 THEN concat('&lt;br&gt;Parcelles&#160;: ', replace("parcel_ids", '|', ', ')) ELSE '' END %]
&lt;/div&gt;</mapTip>
 <layerGeometryType>2</layerGeometryType>
</qgis>
