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
   <rule key="occupied" filter="&quot;occupancy&quot; = 'occupied'" symbol="occupied" label="{{Occupée||Occupied}}"/>
   <rule key="vacant" filter="&quot;occupancy&quot; = 'vacant'" symbol="vacant" label="{{Vacante||Vacant}}"/>
   <rule key="never_occupied" filter="&quot;occupancy&quot; = 'never_occupied'" symbol="never_occupied" label="{{Jamais occupée||Never occupied}}"/>
   <rule key="undetermined" filter="&quot;occupancy&quot; = 'undetermined'" symbol="undetermined" label="{{Indéterminée||Undetermined}}"/>
   <rule key="other" filter="coalesce(&quot;occupancy&quot;, '') NOT IN ('occupied', 'vacant', 'never_occupied', 'undetermined')" symbol="other" label="{{Occupation inconnue||Unknown occupancy}}"/>
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
   <rule key="label_vacant" description="{{Vacantes : parcelle, surface, depuis||Vacant: parcel, area, since}}" filter="&quot;occupancy&quot; = 'vacant'" scalemindenom="0" scalemaxdenom="8000">
    <settings calloutType="simple">
     <text-style fieldName="concat(concat(CASE WHEN regexp_match(&quot;land_unit_id&quot;, '^[0-9][0-9AB][0-9]{6}[0-9A-Z]{2}[0-9]{4}$') THEN concat(regexp_replace(substr(&quot;land_unit_id&quot;, 9, 2), '^0', ''), ' ', to_int(right(&quot;land_unit_id&quot;, 4))) ELSE right(coalesce(regexp_substr(&quot;land_unit_id&quot;, '([^/_:]+)$'), &quot;land_unit_id&quot;), 12) END, if(&quot;parcels&quot; &gt; 1, concat(' +', &quot;parcels&quot; - 1), '')), '\n', if(&quot;area_m2&quot; &gt;= 10000, concat(format_number(&quot;area_m2&quot; / 10000, 2, '{{fr||en}}'), '&#160;ha'), concat(format_number(&quot;area_m2&quot;, 0, '{{fr||en}}'), '&#160;m²')), if(&quot;vacant_since&quot; IS NULL, '', concat('\n{{depuis||since}} ', left(&quot;vacant_since&quot;, 4))))" isExpression="1" fontFamily="Open Sans" fontSize="7.5" fontSizeUnit="Point" fontWeight="50" namedStyle="Regular" textColor="255,255,255,255" textOpacity="1" multilineHeight="1.05" textOrientation="horizontal" capitalization="0" fontKerning="1">
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
   <rule key="label_other" description="{{Autres : parcelle, surface||Others: parcel, area}}" filter="coalesce(&quot;occupancy&quot;, '') &lt;&gt; 'vacant'" scalemindenom="0" scalemaxdenom="5000">
    <settings calloutType="simple">
     <text-style fieldName="concat(concat(CASE WHEN regexp_match(&quot;land_unit_id&quot;, '^[0-9][0-9AB][0-9]{6}[0-9A-Z]{2}[0-9]{4}$') THEN concat(regexp_replace(substr(&quot;land_unit_id&quot;, 9, 2), '^0', ''), ' ', to_int(right(&quot;land_unit_id&quot;, 4))) ELSE right(coalesce(regexp_substr(&quot;land_unit_id&quot;, '([^/_:]+)$'), &quot;land_unit_id&quot;), 12) END, if(&quot;parcels&quot; &gt; 1, concat(' +', &quot;parcels&quot; - 1), '')), '\n', if(&quot;area_m2&quot; &gt;= 10000, concat(format_number(&quot;area_m2&quot; / 10000, 2, '{{fr||en}}'), '&#160;ha'), concat(format_number(&quot;area_m2&quot;, 0, '{{fr||en}}'), '&#160;m²')))" isExpression="1" fontFamily="Open Sans" fontSize="7" fontSizeUnit="Point" fontWeight="50" namedStyle="Regular" textColor="40,40,40,255" textOpacity="1" multilineHeight="1.05" textOrientation="horizontal" capitalization="0" fontKerning="1">
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
 <aliases>{{aliases}}</aliases>
 <fieldConfiguration>{{widgets}}</fieldConfiguration>
 <previewExpression>"land_unit_id"</previewExpression>
 <mapTip enabled="1">&lt;div style="font-family:sans-serif;font-size:13px;max-width:320px"&gt;
&lt;b style="font-size:15px"&gt;[% concat(CASE WHEN regexp_match("land_unit_id", '^[0-9][0-9AB][0-9]{6}[0-9A-Z]{2}[0-9]{4}$') THEN concat(regexp_replace(substr("land_unit_id", 9, 2), '^0', ''), ' ', to_int(right("land_unit_id", 4))) ELSE right(coalesce(regexp_substr("land_unit_id", '([^/_:]+)$'), "land_unit_id"), 12) END, if("parcels" &gt; 1, concat(' +', "parcels" - 1), '')) %]&lt;/b&gt;, [% if("area_m2" &gt;= 10000, concat(format_number("area_m2" / 10000, 2, '{{fr||en}}'), '&#160;ha'), concat(format_number("area_m2", 0, '{{fr||en}}'), '&#160;m²')) %]
&lt;br&gt;&lt;b&gt;[% CASE WHEN "occupancy" = 'occupied' THEN '{{Occupée||Occupied}}' WHEN "occupancy" = 'vacant' THEN '{{Vacante||Vacant}}' WHEN "occupancy" = 'never_occupied' THEN '{{Jamais occupée||Never occupied}}' WHEN "occupancy" = 'undetermined' THEN '{{Indéterminée||Undetermined}}' ELSE '{{Occupation inconnue||Unknown occupancy}}' END %]&lt;/b&gt;[% CASE WHEN "vacant_since" IS NOT NULL THEN concat(' {{depuis le||since}} ', {{if(length("vacant_since") = 10, concat(substr("vacant_since", 9, 2), '/', substr("vacant_since", 6, 2), '/', left("vacant_since", 4)), "vacant_since")||"vacant_since"}}) ELSE '' END %]
[% CASE WHEN "evidence" IS NULL THEN '' ELSE concat('&lt;br&gt;{{Motif&#160;:||Evidence:}} ', CASE WHEN "evidence" = 'active' THEN '{{établissement actif||active establishment}}' WHEN "evidence" = 'other_occupant' THEN '{{local occupé||occupied premises}}' WHEN "evidence" = 'closed_recently' THEN '{{fermée depuis trop peu de temps pour être vacante||closed too recently to be vacant}}' WHEN "evidence" = 'ended' THEN '{{activité terminée||activity ended}}' WHEN "evidence" = 'end_unknown' THEN '{{activité terminée, date inconnue||activity ended, day not known}}' WHEN "evidence" = 'built_no_evidence' THEN '{{bâtie, sans trace d’activité||built, no trace of activity}}' WHEN "evidence" = 'unbuilt_no_evidence' THEN '{{non bâtie, sans trace d’activité||unbuilt, no trace of activity}}' WHEN "evidence" = 'no_establishments' THEN '{{établissements non fournis||no establishments given}}' ELSE '{{autre||other}}' END) END %]
[% CASE WHEN "last_activity_end" IS NOT NULL AND "vacant_since" IS NULL THEN concat('&lt;br&gt;{{Fin de la dernière activité&#160;:||End of the last activity:}} ', {{if(length("last_activity_end") = 10, concat(substr("last_activity_end", 9, 2), '/', substr("last_activity_end", 6, 2), '/', left("last_activity_end", 4)), "last_activity_end")||"last_activity_end"}}) ELSE '' END %]
[% CASE WHEN "coverage" IS NOT NULL THEN concat('&lt;br&gt;{{Emprise bâtie&#160;:||Built coverage:}} ', concat(format_number(100 * "coverage", 0, '{{fr||en}}'), '{{&#160;%||%}}')) ELSE '' END %]
[% CASE WHEN "free_m2" IS NOT NULL THEN concat('&lt;br&gt;{{Surface libre&#160;:||Free ground:}} ', if("free_m2" &gt;= 10000, concat(format_number("free_m2" / 10000, 2, '{{fr||en}}'), '&#160;ha'), concat(format_number("free_m2", 0, '{{fr||en}}'), '&#160;m²'))) ELSE '' END %]
[% CASE WHEN "densification_m2" IS NOT NULL THEN concat('&lt;br&gt;{{Emprise densifiable&#160;:||Footprint to gain:}} ', if("densification_m2" &gt;= 10000, concat(format_number("densification_m2" / 10000, 2, '{{fr||en}}'), '&#160;ha'), concat(format_number("densification_m2", 0, '{{fr||en}}'), '&#160;m²'))) ELSE '' END %]
[% CASE WHEN NOT "street_access" THEN '&lt;br&gt;&lt;i&gt;{{Sans accès à la rue||Without access to a street}}&lt;/i&gt;' ELSE '' END %]
[% CASE WHEN "parcels" &gt; 1 THEN concat('&lt;br&gt;{{Parcelles&#160;:||Parcels:}} ', replace("parcel_ids", '|', ', ')) ELSE '' END %]
&lt;/div&gt;</mapTip>
 <layerGeometryType>2</layerGeometryType>
</qgis>
