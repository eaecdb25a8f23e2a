<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.16" styleCategories="AllStyleCategories" readOnly="0" labelsEnabled="1" hasScaleBasedVisibilityFlag="0" simplifyDrawingHints="1" simplifyDrawingTol="1" simplifyAlgorithm="0" simplifyLocal="1" simplifyMaxScale="1" symbologyReferenceScale="-1">
 <flags>
  <Identifiable>1</Identifiable>
  <Removable>1</Removable>
  <Searchable>1</Searchable>
  <Private>0</Private>
 </flags>
 <!-- Only an outline, outside the ground, so that what is drawn below stays visible (inside in the legend, where nothing sets a scale): colour and width by the legal vacancy rate, dashed without one. -->
 <renderer-v2 type="RuleRenderer" symbollevels="1" forceraster="0" enableorderby="0" referencescale="-1">
  <rules key="vitrine">
   <rule key="low" filter="&quot;vacancy_rate&quot; &lt; 0.1" symbol="low" label="{{Vacance sous 10&#160;%||Vacancy below 10%}}"/>
   <rule key="middle" filter="&quot;vacancy_rate&quot; &gt;= 0.1 AND &quot;vacancy_rate&quot; &lt; 0.2" symbol="middle" label="{{Vacance de 10 à 20&#160;%||Vacancy of 10% to 20%}}"/>
   <rule key="high" filter="&quot;vacancy_rate&quot; &gt;= 0.2" symbol="high" label="{{Vacance de 20&#160;% et plus||Vacancy of 20% and more}}"/>
   <rule key="none" filter="&quot;vacancy_rate&quot; IS NULL" symbol="none" label="{{Taux de vacance inconnu||Vacancy rate not known}}"/>
  </rules>
  <symbols>
   <symbol name="low" type="fill" alpha="1" clip_to_extent="1" force_rhr="1">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="line_color" type="QString" value="59,59,59,255"/>
      <Option name="line_width" type="QString" value="1.0"/>
      <Option name="line_width_unit" type="QString" value="MM"/>
      <Option name="line_style" type="QString" value="solid"/>
      <Option name="capstyle" type="QString" value="flat"/>
      <Option name="joinstyle" type="QString" value="miter"/>
      <Option name="offset" type="QString" value="-0.5"/>
      <Option name="offset_unit" type="QString" value="MM"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value=""/>
       <Option name="properties" type="Map">
        <Option name="outlineWidth" type="Map">
         <Option name="active" type="bool" value="true"/>
         <Option name="expression" type="QString" value="1.0 * if(@map_scale IS NULL, 0.6, clamp(0.35, sqrt(8000 / @map_scale), 1))"/>
         <Option name="type" type="int" value="3"/>
        </Option>
        <Option name="offset" type="Map">
         <Option name="active" type="bool" value="true"/>
         <Option name="expression" type="QString" value="0.5 * if(@map_scale IS NULL, 1, -1) * if(@map_scale IS NULL, 0.6, clamp(0.35, sqrt(8000 / @map_scale), 1))"/>
         <Option name="type" type="int" value="3"/>
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
    <layer class="SimpleLine" enabled="1" locked="0" pass="1">
     <Option type="Map">
      <Option name="line_color" type="QString" value="254,232,200,255"/>
      <Option name="line_width" type="QString" value="0.6"/>
      <Option name="line_width_unit" type="QString" value="MM"/>
      <Option name="line_style" type="QString" value="solid"/>
      <Option name="capstyle" type="QString" value="flat"/>
      <Option name="joinstyle" type="QString" value="miter"/>
      <Option name="offset" type="QString" value="-0.5"/>
      <Option name="offset_unit" type="QString" value="MM"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value=""/>
       <Option name="properties" type="Map">
        <Option name="outlineWidth" type="Map">
         <Option name="active" type="bool" value="true"/>
         <Option name="expression" type="QString" value="0.6 * if(@map_scale IS NULL, 0.6, clamp(0.35, sqrt(8000 / @map_scale), 1))"/>
         <Option name="type" type="int" value="3"/>
        </Option>
        <Option name="offset" type="Map">
         <Option name="active" type="bool" value="true"/>
         <Option name="expression" type="QString" value="0.5 * if(@map_scale IS NULL, 1, -1) * if(@map_scale IS NULL, 0.6, clamp(0.35, sqrt(8000 / @map_scale), 1))"/>
         <Option name="type" type="int" value="3"/>
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol name="middle" type="fill" alpha="1" clip_to_extent="1" force_rhr="1">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="line_color" type="QString" value="59,59,59,255"/>
      <Option name="line_width" type="QString" value="1.3"/>
      <Option name="line_width_unit" type="QString" value="MM"/>
      <Option name="line_style" type="QString" value="solid"/>
      <Option name="capstyle" type="QString" value="flat"/>
      <Option name="joinstyle" type="QString" value="miter"/>
      <Option name="offset" type="QString" value="-0.65"/>
      <Option name="offset_unit" type="QString" value="MM"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value=""/>
       <Option name="properties" type="Map">
        <Option name="outlineWidth" type="Map">
         <Option name="active" type="bool" value="true"/>
         <Option name="expression" type="QString" value="1.3 * if(@map_scale IS NULL, 0.6, clamp(0.35, sqrt(8000 / @map_scale), 1))"/>
         <Option name="type" type="int" value="3"/>
        </Option>
        <Option name="offset" type="Map">
         <Option name="active" type="bool" value="true"/>
         <Option name="expression" type="QString" value="0.65 * if(@map_scale IS NULL, 1, -1) * if(@map_scale IS NULL, 0.6, clamp(0.35, sqrt(8000 / @map_scale), 1))"/>
         <Option name="type" type="int" value="3"/>
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
    <layer class="SimpleLine" enabled="1" locked="0" pass="1">
     <Option type="Map">
      <Option name="line_color" type="QString" value="252,141,89,255"/>
      <Option name="line_width" type="QString" value="0.9"/>
      <Option name="line_width_unit" type="QString" value="MM"/>
      <Option name="line_style" type="QString" value="solid"/>
      <Option name="capstyle" type="QString" value="flat"/>
      <Option name="joinstyle" type="QString" value="miter"/>
      <Option name="offset" type="QString" value="-0.65"/>
      <Option name="offset_unit" type="QString" value="MM"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value=""/>
       <Option name="properties" type="Map">
        <Option name="outlineWidth" type="Map">
         <Option name="active" type="bool" value="true"/>
         <Option name="expression" type="QString" value="0.9 * if(@map_scale IS NULL, 0.6, clamp(0.35, sqrt(8000 / @map_scale), 1))"/>
         <Option name="type" type="int" value="3"/>
        </Option>
        <Option name="offset" type="Map">
         <Option name="active" type="bool" value="true"/>
         <Option name="expression" type="QString" value="0.65 * if(@map_scale IS NULL, 1, -1) * if(@map_scale IS NULL, 0.6, clamp(0.35, sqrt(8000 / @map_scale), 1))"/>
         <Option name="type" type="int" value="3"/>
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol name="high" type="fill" alpha="1" clip_to_extent="1" force_rhr="1">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="line_color" type="QString" value="59,59,59,255"/>
      <Option name="line_width" type="QString" value="1.6"/>
      <Option name="line_width_unit" type="QString" value="MM"/>
      <Option name="line_style" type="QString" value="solid"/>
      <Option name="capstyle" type="QString" value="flat"/>
      <Option name="joinstyle" type="QString" value="miter"/>
      <Option name="offset" type="QString" value="-0.8"/>
      <Option name="offset_unit" type="QString" value="MM"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value=""/>
       <Option name="properties" type="Map">
        <Option name="outlineWidth" type="Map">
         <Option name="active" type="bool" value="true"/>
         <Option name="expression" type="QString" value="1.6 * if(@map_scale IS NULL, 0.6, clamp(0.35, sqrt(8000 / @map_scale), 1))"/>
         <Option name="type" type="int" value="3"/>
        </Option>
        <Option name="offset" type="Map">
         <Option name="active" type="bool" value="true"/>
         <Option name="expression" type="QString" value="0.8 * if(@map_scale IS NULL, 1, -1) * if(@map_scale IS NULL, 0.6, clamp(0.35, sqrt(8000 / @map_scale), 1))"/>
         <Option name="type" type="int" value="3"/>
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
    <layer class="SimpleLine" enabled="1" locked="0" pass="1">
     <Option type="Map">
      <Option name="line_color" type="QString" value="127,0,0,255"/>
      <Option name="line_width" type="QString" value="1.2"/>
      <Option name="line_width_unit" type="QString" value="MM"/>
      <Option name="line_style" type="QString" value="solid"/>
      <Option name="capstyle" type="QString" value="flat"/>
      <Option name="joinstyle" type="QString" value="miter"/>
      <Option name="offset" type="QString" value="-0.8"/>
      <Option name="offset_unit" type="QString" value="MM"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value=""/>
       <Option name="properties" type="Map">
        <Option name="outlineWidth" type="Map">
         <Option name="active" type="bool" value="true"/>
         <Option name="expression" type="QString" value="1.2 * if(@map_scale IS NULL, 0.6, clamp(0.35, sqrt(8000 / @map_scale), 1))"/>
         <Option name="type" type="int" value="3"/>
        </Option>
        <Option name="offset" type="Map">
         <Option name="active" type="bool" value="true"/>
         <Option name="expression" type="QString" value="0.8 * if(@map_scale IS NULL, 1, -1) * if(@map_scale IS NULL, 0.6, clamp(0.35, sqrt(8000 / @map_scale), 1))"/>
         <Option name="type" type="int" value="3"/>
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol name="none" type="fill" alpha="1" clip_to_extent="1" force_rhr="1">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="line_color" type="QString" value="110,110,110,255"/>
      <Option name="line_width" type="QString" value="0.6"/>
      <Option name="line_width_unit" type="QString" value="MM"/>
      <Option name="line_style" type="QString" value="solid"/>
      <Option name="capstyle" type="QString" value="flat"/>
      <Option name="joinstyle" type="QString" value="miter"/>
      <Option name="offset" type="QString" value="-0.3"/>
      <Option name="offset_unit" type="QString" value="MM"/>
      <Option name="use_custom_dash" type="QString" value="1"/>
      <Option name="customdash" type="QString" value="2.4;1.2"/>
      <Option name="customdash_unit" type="QString" value="MM"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value=""/>
       <Option name="properties" type="Map">
        <Option name="outlineWidth" type="Map">
         <Option name="active" type="bool" value="true"/>
         <Option name="expression" type="QString" value="0.6 * if(@map_scale IS NULL, 0.6, clamp(0.35, sqrt(8000 / @map_scale), 1))"/>
         <Option name="type" type="int" value="3"/>
        </Option>
        <Option name="offset" type="Map">
         <Option name="active" type="bool" value="true"/>
         <Option name="expression" type="QString" value="0.3 * if(@map_scale IS NULL, 1, -1) * if(@map_scale IS NULL, 0.6, clamp(0.35, sqrt(8000 / @map_scale), 1))"/>
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
 <!-- Vacant land units / all land units = rate, as the law counts; to 1:100 000 the upper class, to 1:40 000 the others. Beside the zone, never on it. -->
 <labeling type="rule-based">
  <rules key="vitrine_labels">
   <rule key="label_high" description="{{Vacance de 20&#160;% et plus : nom et taux||Vacancy of 20% and more: name and rate}}" filter="&quot;vacancy_rate&quot; &gt;= 0.2" scalemindenom="0" scalemaxdenom="100000">
    <settings calloutType="simple">
     <text-style fieldName="concat(coalesce(&quot;name&quot;, &quot;zone_id&quot;), '\n', CASE WHEN &quot;vacancy_rate&quot; IS NULL THEN '{{taux de vacance inconnu||vacancy rate not known}}' ELSE concat('{{vacance||vacancy}} ', &quot;land_units_vacant&quot;, '/', &quot;land_units&quot;, ' = ', concat(format_number(100 * &quot;vacancy_rate&quot;, 0, '{{fr||en}}'), '{{&#160;%||%}}'), CASE WHEN &quot;land_units_undetermined&quot; &gt; 0 THEN concat(' ({{au plus||at most}} ', format_number(100 * &quot;vacancy_rate_max&quot;, 0, '{{fr||en}}'), '{{&#160;%||%}})') ELSE '' END) END)" isExpression="1" fontFamily="Open Sans" fontSize="8.5" fontSizeUnit="Point" fontWeight="63" namedStyle="Bold" textColor="20,20,20,255" textOpacity="1" multilineHeight="1.05" textOrientation="horizontal" capitalization="0" fontKerning="1">
      <families>
       <family name="Open Sans"/>
       <family name="Segoe UI"/>
       <family name="Helvetica Neue"/>
       <family name="Arial"/>
       <family name="DejaVu Sans"/>
      </families>
      <text-buffer bufferDraw="1" bufferSize="0.9" bufferSizeUnits="MM" bufferColor="255,255,255,255" bufferOpacity="0.9" bufferJoinStyle="128" bufferNoFill="1"/>
     </text-style>
     <text-format multilineAlign="1" wrapChar="" autoWrapLength="0" formatNumbers="0"/>
     <placement placement="8" placementFlags="10" dist="2.8" distUnits="MM" priority="9" fitInPolygonOnly="0" layerType="PolygonGeometry"/>
     <rendering drawLabels="1" scaleVisibility="0" obstacle="1" obstacleFactor="1" obstacleType="1" labelPerPart="0" mergeLines="0" minFeatureSize="0" displayAll="0" zIndex="0"/>
     <dd_properties>
      <Option type="Map">
       <Option name="name" type="QString" value=""/>
       <Option name="properties" type="Map">
        <Option name="LabelDistance" type="Map">
         <Option name="active" type="bool" value="true"/>
         <Option name="expression" type="QString" value="1.2 + 1.6 * if(@map_scale IS NULL, 0.6, clamp(0.35, sqrt(8000 / @map_scale), 1))"/>
         <Option name="type" type="int" value="3"/>
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection"/>
      </Option>
     </dd_properties>
    </settings>
   </rule>
   <rule key="label_other" description="{{Autres : nom et taux||Others: name and rate}}" filter="coalesce(&quot;vacancy_rate&quot;, 0) &lt; 0.2" scalemindenom="0" scalemaxdenom="40000">
    <settings calloutType="simple">
     <text-style fieldName="concat(coalesce(&quot;name&quot;, &quot;zone_id&quot;), '\n', CASE WHEN &quot;vacancy_rate&quot; IS NULL THEN '{{taux de vacance inconnu||vacancy rate not known}}' ELSE concat('{{vacance||vacancy}} ', &quot;land_units_vacant&quot;, '/', &quot;land_units&quot;, ' = ', concat(format_number(100 * &quot;vacancy_rate&quot;, 0, '{{fr||en}}'), '{{&#160;%||%}}'), CASE WHEN &quot;land_units_undetermined&quot; &gt; 0 THEN concat(' ({{au plus||at most}} ', format_number(100 * &quot;vacancy_rate_max&quot;, 0, '{{fr||en}}'), '{{&#160;%||%}})') ELSE '' END) END)" isExpression="1" fontFamily="Open Sans" fontSize="8.5" fontSizeUnit="Point" fontWeight="63" namedStyle="Bold" textColor="20,20,20,255" textOpacity="1" multilineHeight="1.05" textOrientation="horizontal" capitalization="0" fontKerning="1">
      <families>
       <family name="Open Sans"/>
       <family name="Segoe UI"/>
       <family name="Helvetica Neue"/>
       <family name="Arial"/>
       <family name="DejaVu Sans"/>
      </families>
      <text-buffer bufferDraw="1" bufferSize="0.9" bufferSizeUnits="MM" bufferColor="255,255,255,255" bufferOpacity="0.9" bufferJoinStyle="128" bufferNoFill="1"/>
     </text-style>
     <text-format multilineAlign="1" wrapChar="" autoWrapLength="0" formatNumbers="0"/>
     <placement placement="8" placementFlags="10" dist="2.8" distUnits="MM" priority="6" fitInPolygonOnly="0" layerType="PolygonGeometry"/>
     <rendering drawLabels="1" scaleVisibility="0" obstacle="1" obstacleFactor="1" obstacleType="1" labelPerPart="0" mergeLines="0" minFeatureSize="0" displayAll="0" zIndex="0"/>
     <dd_properties>
      <Option type="Map">
       <Option name="name" type="QString" value=""/>
       <Option name="properties" type="Map">
        <Option name="LabelDistance" type="Map">
         <Option name="active" type="bool" value="true"/>
         <Option name="expression" type="QString" value="1.2 + 1.6 * if(@map_scale IS NULL, 0.6, clamp(0.35, sqrt(8000 / @map_scale), 1))"/>
         <Option name="type" type="int" value="3"/>
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection"/>
      </Option>
     </dd_properties>
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
 <previewExpression>coalesce("name", "zone_id")</previewExpression>
 <mapTip enabled="1">&lt;div style="font-family:sans-serif;font-size:13px;max-width:320px"&gt;
&lt;b style="font-size:15px"&gt;[% coalesce("name", "zone_id") %]&lt;/b&gt;[% CASE WHEN "vocation" IS NULL THEN '' ELSE concat('&lt;br&gt;', "vocation") END %]
[% CASE WHEN "vacancy_rate" IS NULL THEN '&lt;br&gt;{{Taux de vacance inconnu||Vacancy rate not known}}' ELSE concat('&lt;br&gt;{{Taux de vacance (L318-8-2)&#160;:||Vacancy rate (L318-8-2):}} ', "land_units_vacant", '/', "land_units", ' = &lt;b&gt;', concat(format_number(100 * "vacancy_rate", 1, '{{fr||en}}'), '{{&#160;%||%}}'), '&lt;/b&gt;') END %]
[% CASE WHEN "vacancy_rate" IS NOT NULL AND "land_units_undetermined" &gt; 0 THEN concat('&lt;br&gt;{{Si les indéterminées sont vacantes&#160;:||If undetermined are vacant:}} ', concat(format_number(100 * "vacancy_rate_max", 1, '{{fr||en}}'), '{{&#160;%||%}}')) ELSE '' END %]
[% CASE WHEN "vacancy_rate_area" IS NOT NULL THEN concat('&lt;br&gt;{{En surface&#160;:||By area:}} ', concat(format_number(100 * "vacancy_rate_area", 1, '{{fr||en}}'), '{{&#160;%||%}}')) ELSE '' END %]
[% CASE WHEN "land_units" &gt; 0 THEN concat('&lt;br&gt;{{Unités foncières&#160;:||Land units:}} ', concat("land_units", ' ({{occupées||occupied}} ', "land_units_occupied", ', {{vacantes||vacant}} ', "land_units_vacant", ', {{jamais occupées||never occupied}} ', "land_units_never_occupied", ', {{indéterminées||undetermined}} ', "land_units_undetermined", ')')) ELSE '' END %]
[% concat('&lt;br&gt;{{Surface brute&#160;:||Gross area:}} ', if("gross_m2" &gt;= 10000, concat(format_number("gross_m2" / 10000, 2, '{{fr||en}}'), '&#160;ha'), concat(format_number("gross_m2", 0, '{{fr||en}}'), '&#160;m²')), CASE WHEN "net_m2" IS NULL THEN '' ELSE concat(', {{nette&#160;:||net:}} ', if("net_m2" &gt;= 10000, concat(format_number("net_m2" / 10000, 2, '{{fr||en}}'), '&#160;ha'), concat(format_number("net_m2", 0, '{{fr||en}}'), '&#160;m²'))) END) %]
[% CASE WHEN "coverage" IS NOT NULL THEN concat('&lt;br&gt;{{Emprise bâtie&#160;:||Built coverage:}} ', concat(format_number(100 * "coverage", 0, '{{fr||en}}'), '{{&#160;%||%}}')) ELSE '' END %]
[% CASE WHEN "densification_m2" IS NOT NULL THEN concat('&lt;br&gt;{{Emprise densifiable&#160;:||Footprint to gain:}} ', if("densification_m2" &gt;= 10000, concat(format_number("densification_m2" / 10000, 2, '{{fr||en}}'), '&#160;ha'), concat(format_number("densification_m2", 0, '{{fr||en}}'), '&#160;m²'))) ELSE '' END %]
[% CASE WHEN "establishments" IS NOT NULL THEN concat('&lt;br&gt;{{Établissements actifs&#160;:||Active establishments:}} ', "establishments") ELSE '' END %]
&lt;/div&gt;</mapTip>
 <layerGeometryType>2</layerGeometryType>
</qgis>
