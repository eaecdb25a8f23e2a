<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.16" styleCategories="AllStyleCategories" readOnly="0" labelsEnabled="1" hasScaleBasedVisibilityFlag="0" simplifyDrawingHints="1" simplifyDrawingTol="1" simplifyAlgorithm="0" simplifyLocal="1" simplifyMaxScale="1" symbologyReferenceScale="-1">
 <flags>
  <Identifiable>1</Identifiable>
  <Removable>1</Removable>
  <Searchable>1</Searchable>
  <Private>0</Private>
 </flags>
 <!-- A boundary, not a street: a dash-dotted line with a band outside it (inside in the legend, where nothing sets a scale), by the classes of street_vacancy in colour and in width; grey without enough premises. No fill, so that the streets stay visible. -->
 <renderer-v2 type="RuleRenderer" symbollevels="1" forceraster="0" enableorderby="0" referencescale="-1">
  <rules key="vitrine">
   {{#classes}}
   <rule key="class_{{i}}" filter="&quot;enough&quot; AND &quot;class&quot; = {{i}}" symbol="class_{{i}}" label="{{label}}"/>
   {{/classes}}
   <rule key="small" filter="&quot;stock&quot; &gt; 0 AND NOT coalesce(&quot;enough&quot;, false)" symbol="small" label="{{Effectif faible||Small number}}"/>
   <rule key="none" filter="coalesce(&quot;stock&quot;, 0) = 0" symbol="none" label="{{Sans local observé (occupé ou vacant)||No premises observed (occupied or vacant)}}"/>
  </rules>
  <symbols>
   {{#classes}}
   <symbol name="class_{{i}}" type="fill" alpha="1" clip_to_extent="1" force_rhr="1">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="line_color" type="QString" value="{{color}},150"/>
      <Option name="line_width" type="QString" value="{{width}}"/>
      <Option name="line_width_unit" type="QString" value="MM"/>
      <Option name="line_style" type="QString" value="solid"/>
      <Option name="capstyle" type="QString" value="flat"/>
      <Option name="joinstyle" type="QString" value="miter"/>
      <Option name="offset" type="QString" value="-{{width}}"/>
      <Option name="offset_unit" type="QString" value="MM"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value=""/>
       <Option name="properties" type="Map">
        <Option name="outlineWidth" type="Map">
         <Option name="active" type="bool" value="true"/>
         <Option name="expression" type="QString" value="(1.1 * {{width}}) * if(@map_scale IS NULL, 0.6, clamp(0.35, sqrt(8000 / @map_scale), 1))"/>
         <Option name="type" type="int" value="3"/>
        </Option>
        <Option name="offset" type="Map">
         <Option name="active" type="bool" value="true"/>
         <Option name="expression" type="QString" value="(0.55 * {{width}} + 0.1) * if(@map_scale IS NULL, 1, -1) * if(@map_scale IS NULL, 0.6, clamp(0.35, sqrt(8000 / @map_scale), 1))"/>
         <Option name="type" type="int" value="3"/>
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
    <layer class="SimpleLine" enabled="1" locked="0" pass="1">
     <Option type="Map">
      <Option name="line_color" type="QString" value="59,59,59,255"/>
      <Option name="line_width" type="QString" value="0.35"/>
      <Option name="line_width_unit" type="QString" value="MM"/>
      <Option name="line_style" type="QString" value="solid"/>
      <Option name="capstyle" type="QString" value="flat"/>
      <Option name="joinstyle" type="QString" value="miter"/>
      <Option name="use_custom_dash" type="QString" value="1"/>
      <Option name="customdash" type="QString" value="2.4;0.8;0.5;0.8"/>
      <Option name="customdash_unit" type="QString" value="MM"/>
     </Option>
    </layer>
   </symbol>
   {{/classes}}
   <symbol name="small" type="fill" alpha="1" clip_to_extent="1" force_rhr="1">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="line_color" type="QString" value="170,178,190,150"/>
      <Option name="line_width" type="QString" value="1"/>
      <Option name="line_width_unit" type="QString" value="MM"/>
      <Option name="line_style" type="QString" value="solid"/>
      <Option name="capstyle" type="QString" value="flat"/>
      <Option name="joinstyle" type="QString" value="miter"/>
      <Option name="offset" type="QString" value="-0.6"/>
      <Option name="offset_unit" type="QString" value="MM"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value=""/>
       <Option name="properties" type="Map">
        <Option name="outlineWidth" type="Map">
         <Option name="active" type="bool" value="true"/>
         <Option name="expression" type="QString" value="(1.1 * 0.9) * if(@map_scale IS NULL, 0.6, clamp(0.35, sqrt(8000 / @map_scale), 1))"/>
         <Option name="type" type="int" value="3"/>
        </Option>
        <Option name="offset" type="Map">
         <Option name="active" type="bool" value="true"/>
         <Option name="expression" type="QString" value="(0.55 * 0.9 + 0.1) * if(@map_scale IS NULL, 1, -1) * if(@map_scale IS NULL, 0.6, clamp(0.35, sqrt(8000 / @map_scale), 1))"/>
         <Option name="type" type="int" value="3"/>
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
    <layer class="SimpleLine" enabled="1" locked="0" pass="1">
     <Option type="Map">
      <Option name="line_color" type="QString" value="120,132,148,255"/>
      <Option name="line_width" type="QString" value="0.35"/>
      <Option name="line_width_unit" type="QString" value="MM"/>
      <Option name="line_style" type="QString" value="solid"/>
      <Option name="capstyle" type="QString" value="flat"/>
      <Option name="joinstyle" type="QString" value="miter"/>
      <Option name="use_custom_dash" type="QString" value="1"/>
      <Option name="customdash" type="QString" value="2.4;0.8;0.5;0.8"/>
      <Option name="customdash_unit" type="QString" value="MM"/>
     </Option>
    </layer>
   </symbol>
   <symbol name="none" type="fill" alpha="1" clip_to_extent="1" force_rhr="1">
    <layer class="SimpleLine" enabled="1" locked="0" pass="1">
     <Option type="Map">
      <Option name="line_color" type="QString" value="150,150,150,255"/>
      <Option name="line_width" type="QString" value="0.35"/>
      <Option name="line_width_unit" type="QString" value="MM"/>
      <Option name="line_style" type="QString" value="solid"/>
      <Option name="capstyle" type="QString" value="flat"/>
      <Option name="joinstyle" type="QString" value="miter"/>
      <Option name="use_custom_dash" type="QString" value="1"/>
      <Option name="customdash" type="QString" value="2.4;0.8;0.5;0.8"/>
      <Option name="customdash_unit" type="QString" value="MM"/>
     </Option>
    </layer>
   </symbol>
  </symbols>
 </renderer-v2>
 <labeling type="rule-based">
  <rules key="vitrine_labels">
   <rule key="label_rate" description="{{Nom, taux, vacants / locaux||Name, rate, vacant / premises}}" filter="&quot;enough&quot;" scalemindenom="0" scalemaxdenom="40000">
    <settings calloutType="simple">
     <text-style fieldName="concat(coalesce(&quot;centre_name&quot;, &quot;centre_id&quot;), '\n', '{{vacance||vacancy}} ', &quot;stock&quot; - &quot;occupied&quot;, '/', &quot;stock&quot;, ' = ', concat(format_number(100 * &quot;rate&quot;, 0, '{{fr||en}}'), '{{&#160;%||%}}'))" isExpression="1" fontFamily="Open Sans" fontSize="8" fontSizeUnit="Point" fontWeight="50" namedStyle="Regular" fontItalic="0" textColor="20,20,20,255" textOpacity="1" multilineHeight="0.9" textOrientation="horizontal" capitalization="0" fontKerning="1">
      <families>
       <family name="Open Sans"/>
       <family name="Segoe UI"/>
       <family name="Helvetica Neue"/>
       <family name="Arial"/>
       <family name="DejaVu Sans"/>
      </families>
      <text-buffer bufferDraw="1" bufferSize="0.8" bufferSizeUnits="MM" bufferColor="255,255,255,255" bufferOpacity="0.9" bufferJoinStyle="128" bufferNoFill="1"/>
     </text-style>
     <text-format multilineAlign="1" wrapChar="" autoWrapLength="0" formatNumbers="0"/>
     <placement placement="8" placementFlags="10" dist="2.8" distUnits="MM" fitInPolygonOnly="0" layerType="PolygonGeometry" priority="9"/>
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
   <rule key="label_name" description="{{Effectif faible ou sans local : nom||Small number or no premises: name}}" filter="NOT coalesce(&quot;enough&quot;, false)" scalemindenom="0" scalemaxdenom="40000">
    <settings calloutType="simple">
     <text-style fieldName="coalesce(&quot;centre_name&quot;, &quot;centre_id&quot;)" isExpression="1" fontFamily="Open Sans" fontSize="7" fontSizeUnit="Point" fontWeight="50" namedStyle="Italic" fontItalic="1" textColor="110,110,110,255" textOpacity="1" multilineHeight="0.9" textOrientation="horizontal" capitalization="0" fontKerning="1">
      <families>
       <family name="Open Sans"/>
       <family name="Segoe UI"/>
       <family name="Helvetica Neue"/>
       <family name="Arial"/>
       <family name="DejaVu Sans"/>
      </families>
      <text-buffer bufferDraw="1" bufferSize="0.8" bufferSizeUnits="MM" bufferColor="255,255,255,255" bufferOpacity="0.9" bufferJoinStyle="128" bufferNoFill="1"/>
     </text-style>
     <text-format multilineAlign="1" wrapChar="" autoWrapLength="0" formatNumbers="0"/>
     <placement placement="8" placementFlags="10" dist="2.8" distUnits="MM" fitInPolygonOnly="0" layerType="PolygonGeometry" priority="5"/>
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
 <previewExpression>coalesce("centre_name", "centre_id")</previewExpression>
 <mapTip enabled="1">&lt;div style="font-family:sans-serif;font-size:13px;max-width:320px"&gt;
&lt;b style="font-size:15px"&gt;[% coalesce("centre_name", "centre_id") %]&lt;/b&gt;
[% CASE WHEN coalesce("stock", 0) = 0 THEN '&lt;br&gt;{{Sans local observé (occupé ou vacant)||No premises observed (occupied or vacant)}}'
ELSE concat('&lt;br&gt;{{Taux de vacance&#160;:||Vacancy rate:}} &lt;b&gt;', concat(format_number(100 * "rate", 1, '{{fr||en}}'), '{{&#160;%||%}}'), '&lt;/b&gt;',
 '&lt;br&gt;{{Intervalle à 95&#160;%&#160;:||95% interval:}} ', format_number(100 * "rate_ci_low", 1, '{{fr||en}}'), ' – ', concat(format_number(100 * "rate_ci_high", 1, '{{fr||en}}'), '{{&#160;%||%}}'),
 '&lt;br&gt;{{Vacants / locaux comptés&#160;:||Vacant / premises counted:}} ', "stock" - "occupied", ' / ', "stock") END %]
[% CASE WHEN "stock" &gt; 0 AND "unknown" &gt; 0 THEN concat('&lt;br&gt;{{Selon les situations inconnues||Depending on unknown statuses}} (', "unknown", '){{&#160;:||:}} ', format_number(100 * "rate_min", 1, '{{fr||en}}'), ' – ', concat(format_number(100 * "rate_max", 1, '{{fr||en}}'), '{{&#160;%||%}}')) ELSE '' END %]
[% CASE WHEN "structural" + "persistent" &gt; 0 THEN concat('&lt;br&gt;{{Vacants depuis 2 ans et plus&#160;:||Vacant for 2 years and more:}} ', "structural" + "persistent") ELSE '' END %]
[% CASE WHEN "stock" &gt; 0 AND NOT coalesce("enough", false) THEN '&lt;br&gt;&lt;i&gt;{{Effectif faible : à lire avec prudence||Small number: read with caution}}&lt;/i&gt;' ELSE '' END %]
&lt;/div&gt;</mapTip>
 <layerGeometryType>2</layerGeometryType>
</qgis>
