<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.16" styleCategories="AllStyleCategories" readOnly="0" labelsEnabled="1" hasScaleBasedVisibilityFlag="0" simplifyDrawingHints="1" simplifyDrawingTol="1" simplifyAlgorithm="0" simplifyLocal="1" simplifyMaxScale="1" symbologyReferenceScale="-1">
 <flags>
  <Identifiable>1</Identifiable>
  <Removable>1</Removable>
  <Searchable>1</Searchable>
  <Private>0</Private>
 </flags>
 <!-- Of streets, their blocks and their parts inside a centre (styles/README.md: called, name, title). Every one falls under exactly one rule. Passes: hairlines and small numbers, then all the casings, then the colours, the highest class on top. -->
 <renderer-v2 type="RuleRenderer" symbollevels="1" forceraster="0" enableorderby="0" referencescale="-1">
  <rules key="vitrine">
   {{#classes}}
   <rule key="class_{{i}}" filter="&quot;enough&quot; AND &quot;class&quot; = {{i}} AND &quot;class_certain&quot;" symbol="class_{{i}}" label="{{label}}"/>
   {{/classes}}
   {{#classes}}
   <rule key="unsure_{{i}}" filter="&quot;enough&quot; AND &quot;class&quot; = {{i}} AND NOT coalesce(&quot;class_certain&quot;, false)" symbol="unsure_{{i}}" label="{{label}}{{, incertain||, uncertain}}"/>
   {{/classes}}
   <rule key="small" filter="&quot;stock&quot; &gt; 0 AND NOT coalesce(&quot;enough&quot;, false)" symbol="small" label="{{Effectif faible||Small number}}"/>
   <rule key="none" filter="coalesce(&quot;stock&quot;, 0) = 0" symbol="none" label="{{Sans local observé (occupé ou vacant)||No premises observed (occupied or vacant)}}"/>
  </rules>
  <symbols>
   {{#classes}}
   <symbol name="class_{{i}}" type="line" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" locked="0" pass="2">
     <Option type="Map">
      <Option name="line_color" type="QString" value="59,59,59,255"/>
      <Option name="line_width" type="QString" value="{{width}}"/>
      <Option name="line_width_unit" type="QString" value="MM"/>
      <Option name="line_style" type="QString" value="solid"/>
      <Option name="capstyle" type="QString" value="round"/>
      <Option name="joinstyle" type="QString" value="round"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value=""/>
       <Option name="properties" type="Map">
        <Option name="outlineWidth" type="Map">
         <Option name="active" type="bool" value="true"/>
         <Option name="expression" type="QString" value="({{width}} + 0.4) * clamp(0.4, sqrt(5000 / coalesce(@map_scale, 5000)), 1)"/>
         <Option name="type" type="int" value="3"/>
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
    <layer class="SimpleLine" enabled="1" locked="0" pass="1{{i}}">
     <Option type="Map">
      <Option name="line_color" type="QString" value="{{color}},255"/>
      <Option name="line_width" type="QString" value="{{width}}"/>
      <Option name="line_width_unit" type="QString" value="MM"/>
      <Option name="line_style" type="QString" value="solid"/>
      <Option name="capstyle" type="QString" value="round"/>
      <Option name="joinstyle" type="QString" value="round"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value=""/>
       <Option name="properties" type="Map">
        <Option name="outlineWidth" type="Map">
         <Option name="active" type="bool" value="true"/>
         <Option name="expression" type="QString" value="{{width}} * clamp(0.4, sqrt(5000 / coalesce(@map_scale, 5000)), 1)"/>
         <Option name="type" type="int" value="3"/>
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   {{/classes}}
   {{#classes}}
   <symbol name="unsure_{{i}}" type="line" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" locked="0" pass="2">
     <Option type="Map">
      <Option name="line_color" type="QString" value="59,59,59,255"/>
      <Option name="line_width" type="QString" value="{{thin}}"/>
      <Option name="line_width_unit" type="QString" value="MM"/>
      <Option name="line_style" type="QString" value="solid"/>
      <Option name="capstyle" type="QString" value="round"/>
      <Option name="joinstyle" type="QString" value="round"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value=""/>
       <Option name="properties" type="Map">
        <Option name="outlineWidth" type="Map">
         <Option name="active" type="bool" value="true"/>
         <Option name="expression" type="QString" value="({{thin}} + 0.4) * clamp(0.4, sqrt(5000 / coalesce(@map_scale, 5000)), 1)"/>
         <Option name="type" type="int" value="3"/>
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
    <layer class="SimpleLine" enabled="1" locked="0" pass="1{{i}}">
     <Option type="Map">
      <Option name="line_color" type="QString" value="{{color}},255"/>
      <Option name="line_width" type="QString" value="{{thin}}"/>
      <Option name="line_width_unit" type="QString" value="MM"/>
      <Option name="line_style" type="QString" value="solid"/>
      <Option name="capstyle" type="QString" value="round"/>
      <Option name="joinstyle" type="QString" value="round"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value=""/>
       <Option name="properties" type="Map">
        <Option name="outlineWidth" type="Map">
         <Option name="active" type="bool" value="true"/>
         <Option name="expression" type="QString" value="{{thin}} * clamp(0.4, sqrt(5000 / coalesce(@map_scale, 5000)), 1)"/>
         <Option name="type" type="int" value="3"/>
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   {{/classes}}
   <symbol name="small" type="line" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" locked="0" pass="1">
     <Option type="Map">
      <Option name="line_color" type="QString" value="120,132,148,255"/>
      <Option name="line_width" type="QString" value="0.6"/>
      <Option name="line_width_unit" type="QString" value="MM"/>
      <Option name="line_style" type="QString" value="solid"/>
      <Option name="capstyle" type="QString" value="flat"/>
      <Option name="joinstyle" type="QString" value="round"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value=""/>
       <Option name="properties" type="Map">
        <Option name="outlineWidth" type="Map">
         <Option name="active" type="bool" value="true"/>
         <Option name="expression" type="QString" value="0.6 * clamp(0.4, sqrt(5000 / coalesce(@map_scale, 5000)), 1)"/>
         <Option name="type" type="int" value="3"/>
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
    <layer class="MarkerLine" enabled="1" locked="0" pass="1">
     <Option type="Map">
      <Option name="placement" type="QString" value="interval"/>
      <Option name="interval" type="QString" value="2.4"/>
      <Option name="interval_unit" type="QString" value="MM"/>
      <Option name="offset_along_line" type="QString" value="1.2"/>
      <Option name="offset_along_line_unit" type="QString" value="MM"/>
      <Option name="rotate" type="QString" value="0"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value=""/>
       <Option name="properties" type="Map">
        <Option name="enabled" type="Map">
         <Option name="active" type="bool" value="true"/>
         <Option name="expression" type="QString" value="coalesce(@map_scale, 0) &lt; 15000"/>
         <Option name="type" type="int" value="3"/>
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection"/>
      </Option>
     </data_defined_properties>
     <symbol name="@small@1" type="marker" alpha="1" clip_to_extent="1" force_rhr="0">
      <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
       <Option type="Map">
        <Option name="name" type="QString" value="circle"/>
        <Option name="color" type="QString" value="255,255,255,255"/>
        <Option name="outline_color" type="QString" value="120,132,148,255"/>
        <Option name="outline_style" type="QString" value="solid"/>
        <Option name="outline_width" type="QString" value="0.25"/>
        <Option name="outline_width_unit" type="QString" value="MM"/>
        <Option name="size" type="QString" value="1.1"/>
        <Option name="size_unit" type="QString" value="MM"/>
        <Option name="scale_method" type="QString" value="diameter"/>
       </Option>
      </layer>
     </symbol>
    </layer>
   </symbol>
   <symbol name="none" type="line" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="line_color" type="QString" value="150,150,150,255"/>
      <Option name="line_width" type="QString" value="0.25"/>
      <Option name="line_width_unit" type="QString" value="MM"/>
      <Option name="line_style" type="QString" value="solid"/>
      <Option name="use_custom_dash" type="QString" value="1"/>
      <Option name="customdash" type="QString" value="0.5;0.8"/>
      <Option name="customdash_unit" type="QString" value="MM"/>
      <Option name="capstyle" type="QString" value="flat"/>
      <Option name="joinstyle" type="QString" value="bevel"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value=""/>
       <Option name="properties" type="Map">
        <Option name="outlineWidth" type="Map">
         <Option name="active" type="bool" value="true"/>
         <Option name="expression" type="QString" value="0.25 * clamp(0.4, sqrt(5000 / coalesce(@map_scale, 5000)), 1)"/>
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
 <!-- Names with figures for the upper classes, then, nearer, for every rate, then the other names. The figures are those of the rate: stock - occupied
      also holds works where the study counts them as vacant. The blocks of a street are joined so that a name may run over crossings. -->
 <labeling type="rule-based">
  <rules key="vitrine_labels">
   <rule key="label_upper" description="{{Classes hautes : nom, taux, vacants / locaux||Upper classes: name, rate, vacant / premises}}" filter="&quot;enough&quot; AND &quot;class&quot; &gt;= 0.6 * maximum(&quot;class&quot;, filter:=&quot;enough&quot;)" scalemindenom="0" scalemaxdenom="20000">
    <settings calloutType="simple">
     <text-style fieldName="if(if(is_closed(line_merge($geometry)), bounds_width($geometry), &quot;length_m&quot;) * 1000 / @map_scale &gt; 1.5 * (length({{name}}) + 14), concat({{called}}format_number(100 * &quot;rate&quot;, 0, '{{fr||en}}'), '{{&#160;%||%}} (', &quot;stock&quot; - &quot;occupied&quot;, '/', &quot;stock&quot;, ')'), concat({{called}}format_number(100 * &quot;rate&quot;, 0, '{{fr||en}}'), '{{&#160;%||%}}'))" isExpression="1" fontFamily="Open Sans" fontSize="7" fontSizeUnit="Point" fontWeight="50" namedStyle="Regular" fontItalic="0" textColor="20,20,20,255" textOpacity="1" multilineHeight="0.9" textOrientation="horizontal" capitalization="0" fontKerning="1">
      <families>
       <family name="Open Sans"/>
       <family name="Segoe UI"/>
       <family name="Helvetica Neue"/>
       <family name="Arial"/>
       <family name="DejaVu Sans"/>
      </families>
      <text-buffer bufferDraw="1" bufferSize="0.9" bufferSizeUnits="MM" bufferColor="255,255,255,255" bufferOpacity="0.9" bufferJoinStyle="128" bufferNoFill="1"/>
      <dd_properties>
       <Option type="Map">
        <Option name="name" type="QString" value=""/>
        <Option name="properties"/>
        <Option name="type" type="QString" value="collection"/>
       </Option>
      </dd_properties>
     </text-style>
     <text-format multilineAlign="1" wrapChar="" autoWrapLength="0" formatNumbers="0"/>
     <placement placement="3" placementFlags="14" maxCurvedCharAngleIn="40" maxCurvedCharAngleOut="-40" dist="1.6" distUnits="MM" overrunDistance="1" overrunDistanceUnit="MM" lineAnchorPercent="0.5" lineAnchorType="0" lineAnchorClipping="0" priority="8" repeatDistance="0" geometryGeneratorEnabled="1" geometryGeneratorType="LineGeometry" geometryGenerator="if(is_closed(line_merge($geometry)), make_line(translate(centroid($geometry), -0.03 * @map_scale, 0), translate(centroid($geometry), 0.03 * @map_scale, 0)), line_merge($geometry))" layerType="LineGeometry"/>
     <rendering drawLabels="1" scaleVisibility="0" obstacle="1" obstacleFactor="0.6" obstacleType="1" labelPerPart="0" mergeLines="0" minFeatureSize="0" limitNumLabels="0" displayAll="0" upsidedownLabels="0" fontLimitPixelSize="0" zIndex="0"/>
     <dd_properties>
      <Option type="Map">
       <Option name="name" type="QString" value=""/>
       <Option name="properties" type="Map">
        <Option name="LabelDistance" type="Map">
         <Option name="active" type="bool" value="true"/>
         <Option name="expression" type="QString" value="clamp(1.5, 10000 / @map_scale + 0.4, 5)"/>
         <Option name="type" type="int" value="3"/>
        </Option>
        <Option name="LinePlacementOptions" type="Map">
         <Option name="active" type="bool" value="true"/>
         <Option name="expression" type="QString" value="if(is_closed(line_merge($geometry)), 'OL', 'AL,BL')"/>
         <Option name="type" type="int" value="3"/>
        </Option>
        <Option name="Show" type="Map">
         <Option name="active" type="bool" value="true"/>
         <Option name="expression" type="QString" value="NOT coalesce(is_closed(line_merge($geometry)), false) OR bounds_width($geometry) * 1000 / @map_scale &gt; 1.05 * (length({{name}}) + 6)"/>
         <Option name="type" type="int" value="3"/>
        </Option>
        <Option name="Priority" type="Map">
         <Option name="active" type="bool" value="true"/>
         <Option name="expression" type="QString" value="scale_linear(&quot;stock&quot; - &quot;occupied&quot;, 1, 12, 6, 10)"/>
         <Option name="type" type="int" value="3"/>
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection"/>
      </Option>
     </dd_properties>
    </settings>
   </rule>
   <rule key="label_rate" description="{{Autres classes : nom, taux, vacants / locaux||Other classes: name, rate, vacant / premises}}" filter="&quot;enough&quot; AND &quot;class&quot; &lt; 0.6 * maximum(&quot;class&quot;, filter:=&quot;enough&quot;)" scalemindenom="0" scalemaxdenom="6000">
    <settings calloutType="simple">
     <text-style fieldName="if(if(is_closed(line_merge($geometry)), bounds_width($geometry), &quot;length_m&quot;) * 1000 / @map_scale &gt; 1.3 * (length({{name}}) + 14), concat({{called}}format_number(100 * &quot;rate&quot;, 0, '{{fr||en}}'), '{{&#160;%||%}} (', &quot;stock&quot; - &quot;occupied&quot;, '/', &quot;stock&quot;, ')'), concat({{called}}format_number(100 * &quot;rate&quot;, 0, '{{fr||en}}'), '{{&#160;%||%}}'))" isExpression="1" fontFamily="Open Sans" fontSize="6.5" fontSizeUnit="Point" fontWeight="50" namedStyle="Regular" fontItalic="0" textColor="70,70,70,255" textOpacity="1" multilineHeight="0.9" textOrientation="horizontal" capitalization="0" fontKerning="1">
      <families>
       <family name="Open Sans"/>
       <family name="Segoe UI"/>
       <family name="Helvetica Neue"/>
       <family name="Arial"/>
       <family name="DejaVu Sans"/>
      </families>
      <text-buffer bufferDraw="1" bufferSize="0.8" bufferSizeUnits="MM" bufferColor="255,255,255,255" bufferOpacity="0.9" bufferJoinStyle="128" bufferNoFill="1"/>
      <dd_properties>
       <Option type="Map">
        <Option name="name" type="QString" value=""/>
        <Option name="properties"/>
        <Option name="type" type="QString" value="collection"/>
       </Option>
      </dd_properties>
     </text-style>
     <text-format multilineAlign="1" wrapChar="" autoWrapLength="0" formatNumbers="0"/>
     <placement placement="3" placementFlags="14" maxCurvedCharAngleIn="40" maxCurvedCharAngleOut="-40" dist="1.4" distUnits="MM" overrunDistance="0" overrunDistanceUnit="MM" lineAnchorPercent="0.5" lineAnchorType="0" lineAnchorClipping="0" priority="4" repeatDistance="0" geometryGeneratorEnabled="1" geometryGeneratorType="LineGeometry" geometryGenerator="if(is_closed(line_merge($geometry)), make_line(translate(centroid($geometry), -0.03 * @map_scale, 0), translate(centroid($geometry), 0.03 * @map_scale, 0)), line_merge($geometry))" layerType="LineGeometry"/>
     <rendering drawLabels="1" scaleVisibility="0" obstacle="1" obstacleFactor="0.6" obstacleType="1" labelPerPart="0" mergeLines="0" minFeatureSize="0" limitNumLabels="0" displayAll="0" upsidedownLabels="0" fontLimitPixelSize="0" zIndex="0"/>
     <dd_properties>
      <Option type="Map">
       <Option name="name" type="QString" value=""/>
       <Option name="properties" type="Map">
        <Option name="LabelDistance" type="Map">
         <Option name="active" type="bool" value="true"/>
         <Option name="expression" type="QString" value="clamp(1.5, 10000 / @map_scale + 0.4, 5)"/>
         <Option name="type" type="int" value="3"/>
        </Option>
        <Option name="LinePlacementOptions" type="Map">
         <Option name="active" type="bool" value="true"/>
         <Option name="expression" type="QString" value="if(is_closed(line_merge($geometry)), 'OL', 'AL,BL')"/>
         <Option name="type" type="int" value="3"/>
        </Option>
        <Option name="Show" type="Map">
         <Option name="active" type="bool" value="true"/>
         <Option name="expression" type="QString" value="NOT coalesce(is_closed(line_merge($geometry)), false) OR bounds_width($geometry) * 1000 / @map_scale &gt; 1.1 * (length({{name}}) + 6)"/>
         <Option name="type" type="int" value="3"/>
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection"/>
      </Option>
     </dd_properties>
    </settings>
   </rule>
   <rule key="label_name" description="{{Effectif faible ou sans local : nom||Small number or no premises: name}}" filter="NOT coalesce(&quot;enough&quot;, false)" scalemindenom="0" scalemaxdenom="3500">
    <settings calloutType="simple">
     <text-style fieldName="{{name}}" isExpression="1" fontFamily="Open Sans" fontSize="6" fontSizeUnit="Point" fontWeight="50" namedStyle="Italic" fontItalic="1" textColor="110,110,110,255" textOpacity="1" multilineHeight="1" textOrientation="horizontal" capitalization="0" fontKerning="1">
      <families>
       <family name="Open Sans"/>
       <family name="Segoe UI"/>
       <family name="Helvetica Neue"/>
       <family name="Arial"/>
       <family name="DejaVu Sans"/>
      </families>
      <text-buffer bufferDraw="1" bufferSize="0.6" bufferSizeUnits="MM" bufferColor="255,255,255,255" bufferOpacity="0.9" bufferJoinStyle="128" bufferNoFill="1"/>
      <dd_properties>
       <Option type="Map">
        <Option name="name" type="QString" value=""/>
        <Option name="properties"/>
        <Option name="type" type="QString" value="collection"/>
       </Option>
      </dd_properties>
     </text-style>
     <text-format multilineAlign="1" wrapChar="" autoWrapLength="0" formatNumbers="0"/>
     <placement placement="3" placementFlags="10" dist="0.8" distUnits="MM" overrunDistance="0" overrunDistanceUnit="MM" maxCurvedCharAngleIn="20" maxCurvedCharAngleOut="-20" lineAnchorPercent="0.5" lineAnchorType="0" lineAnchorClipping="0" priority="1" repeatDistance="0" geometryGeneratorEnabled="1" geometryGeneratorType="LineGeometry" geometryGenerator="if(is_closed(line_merge($geometry)), make_line(translate(centroid($geometry), -0.03 * @map_scale, 0), translate(centroid($geometry), 0.03 * @map_scale, 0)), line_merge($geometry))" layerType="LineGeometry"/>
     <rendering drawLabels="1" scaleVisibility="0" obstacle="1" obstacleFactor="0.5" obstacleType="1" labelPerPart="0" mergeLines="0" minFeatureSize="0" limitNumLabels="0" displayAll="0" upsidedownLabels="0" fontLimitPixelSize="0" zIndex="0"/>
     <dd_properties>
      <Option type="Map">
       <Option name="name" type="QString" value=""/>
       <Option name="properties" type="Map">
        <Option name="LabelDistance" type="Map">
         <Option name="active" type="bool" value="true"/>
         <Option name="expression" type="QString" value="clamp(0.8, 10000 / @map_scale + 0.4, 5)"/>
         <Option name="type" type="int" value="3"/>
        </Option>
        <Option name="LinePlacementOptions" type="Map">
         <Option name="active" type="bool" value="true"/>
         <Option name="expression" type="QString" value="if(is_closed(line_merge($geometry)), 'OL', 'AL,BL')"/>
         <Option name="type" type="int" value="3"/>
        </Option>
        <Option name="Show" type="Map">
         <Option name="active" type="bool" value="true"/>
         <Option name="expression" type="QString" value="NOT coalesce(is_closed(line_merge($geometry)), false) OR bounds_width($geometry) * 1000 / @map_scale &gt; 1.0 * (length({{name}}) + 6)"/>
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
 <previewExpression>{{title}}</previewExpression>
 <mapTip enabled="1">&lt;div style="font-family:sans-serif;font-size:13px;max-width:320px"&gt;
&lt;b style="font-size:15px"&gt;[% {{title}} %]&lt;/b&gt;
[% CASE WHEN coalesce("stock", 0) = 0 THEN '&lt;br&gt;{{Sans local observé (occupé ou vacant)||No premises observed (occupied or vacant)}}'
ELSE concat('&lt;br&gt;{{Taux de vacance||Vacancy rate}}{{&#160;:||:}} &lt;b&gt;', format_number(100 * "rate", 1, '{{fr||en}}'), '{{&#160;%||%}}&lt;/b&gt;',
 '&lt;br&gt;{{Intervalle à 95&#160;%&#160;:||95% interval:}} ', format_number(100 * "rate_ci_low", 1, '{{fr||en}}'), ' – ', format_number(100 * "rate_ci_high", 1, '{{fr||en}}'), '{{&#160;%||%}}',
 '&lt;br&gt;{{Vacants / locaux comptés&#160;:||Vacant / premises counted:}} ', "stock" - "occupied", ' / ', "stock") END %]
[% CASE WHEN "stock" &gt; 0 AND "unknown" &gt; 0 THEN concat('&lt;br&gt;{{Selon les situations inconnues||Depending on unknown statuses}} (', "unknown", '){{&#160;:||:}} ', format_number(100 * "rate_min", 1, '{{fr||en}}'), ' – ', format_number(100 * "rate_max", 1, '{{fr||en}}'), '{{&#160;%||%}}') ELSE '' END %]
[% CASE WHEN "run_max" &gt; 1 THEN concat('&lt;br&gt;{{Vacants à la suite, d’un même côté&#160;:||Vacant in a row, on one side:}} ', "run_max", CASE WHEN "run_max_m" IS NOT NULL THEN concat(' (', format_number("run_max_m", 0, '{{fr||en}}'), '&#160;m)') ELSE '' END, CASE WHEN "run_order_unsure" THEN '{{, ordre incertain||, order unsure}}' ELSE '' END) ELSE '' END %]
[% CASE WHEN "structural" + "persistent" &gt; 0 THEN concat('&lt;br&gt;{{Vacants depuis 2 ans et plus&#160;:||Vacant for 2 years and more:}} ', "structural" + "persistent") ELSE '' END %]
[% CASE WHEN "stock" &gt; 0 AND NOT coalesce("enough", false) THEN '&lt;br&gt;&lt;i&gt;{{Effectif faible : à lire avec prudence||Small number: read with caution}}&lt;/i&gt;' ELSE '' END %]
&lt;/div&gt;</mapTip>
 <layerGeometryType>1</layerGeometryType>
</qgis>
