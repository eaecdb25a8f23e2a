<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.16" styleCategories="AllStyleCategories" readOnly="0" labelsEnabled="1" hasScaleBasedVisibilityFlag="0" simplifyDrawingHints="1" simplifyDrawingTol="1" simplifyAlgorithm="0" simplifyLocal="1" simplifyMaxScale="1" symbologyReferenceScale="-1">
 <flags>
  <Identifiable>1</Identifiable>
  <Removable>1</Removable>
  <Searchable>1</Searchable>
  <Private>0</Private>
 </flags>
 <!-- Fill: best index by the scheme's bands. Sign in the middle: the best use. Close up, the indices of all uses as bars, 0 to 100. -->
 <renderer-v2 type="RuleRenderer" symbollevels="1" forceraster="0" enableorderby="0" referencescale="-1">
  <rules key="vitrine">
   {{#grades}}
   <rule key="class_{{i}}" filter="&quot;best_index&quot; &gt;= {{from}} AND &quot;best_index&quot; &lt; {{to}}" symbol="class_{{i}}" label="{{label}} (≥ {{from}})"/>
   {{/grades}}
   <rule key="none" filter="&quot;best_index&quot; IS NULL" symbol="none" label="{{Aucun critère renseigné||No criterion is filled}}"/>
   {{#series}}
   <rule key="use_{{i}}" filter="&quot;best_use&quot; = '{{code}}'" symbol="use_{{i}}" label="{{label}}"/>
   {{/series}}
  </rules>
  <symbols>
   {{#grades}}
   <symbol name="class_{{i}}" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="color" type="QString" value="{{color}},255"/>
      <Option name="style" type="QString" value="solid"/>
      <Option name="outline_color" type="QString" value="35,35,35,255"/>
      <Option name="outline_style" type="QString" value="solid"/>
      <Option name="outline_width" type="QString" value="0.3"/>
      <Option name="outline_width_unit" type="QString" value="MM"/>
     </Option>
    </layer>
   </symbol>
   {{/grades}}
   <symbol name="none" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="color" type="QString" value="150,150,150,255"/>
      <Option name="style" type="QString" value="b_diagonal"/>
      <Option name="outline_color" type="QString" value="110,110,110,255"/>
      <Option name="outline_style" type="QString" value="dash"/>
      <Option name="outline_width" type="QString" value="0.3"/>
      <Option name="outline_width_unit" type="QString" value="MM"/>
     </Option>
    </layer>
   </symbol>
   {{#series}}
   <symbol name="use_{{i}}" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="CentroidFill" enabled="1" locked="0" pass="1">
     <Option type="Map">
      <Option name="point_on_surface" type="QString" value="1"/>
      <Option name="point_on_all_parts" type="QString" value="0"/>
      <Option name="clip_points" type="QString" value="0"/>
     </Option>
     <symbol name="@use_{{i}}@0" type="marker" alpha="1" clip_to_extent="1" force_rhr="0">
      <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
       <Option type="Map">
        <Option name="name" type="QString" value="circle"/>
        <Option name="color" type="QString" value="255,255,255,255"/>
        <Option name="outline_color" type="QString" value="35,35,35,255"/>
        <Option name="outline_width" type="QString" value="0.2"/>
        <Option name="outline_width_unit" type="QString" value="MM"/>
        <Option name="size" type="QString" value="5"/>
        <Option name="size_unit" type="QString" value="MM"/>
        <Option name="scale_method" type="QString" value="diameter"/>
       </Option>
      </layer>
      <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
       <Option type="Map">
        <Option name="name" type="QString" value="{{shape}}"/>
        <Option name="color" type="QString" value="{{hex}}"/>
        <Option name="outline_color" type="QString" value="35,35,35,255"/>
        <Option name="outline_width" type="QString" value="0.3"/>
        <Option name="outline_width_unit" type="QString" value="MM"/>
        <Option name="size" type="QString" value="3.2"/>
        <Option name="size_unit" type="QString" value="MM"/>
        <Option name="scale_method" type="QString" value="diameter"/>
       </Option>
      </layer>
     </symbol>
    </layer>
   </symbol>
   {{/series}}
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
     <placement placement="8" placementFlags="10" dist="0.8" distUnits="MM" quadOffset="4" priority="5" predefinedPositionOrder="TR,TL,BR,BL,R,L,TSR,BSR" fitInPolygonOnly="0" layerType="PolygonGeometry"/>
     <rendering drawLabels="1" scaleVisibility="0" obstacle="1" obstacleFactor="1" labelPerPart="0" mergeLines="0" minFeatureSize="0" displayAll="0" zIndex="0"/>
    </settings>
   </rule>
  </rules>
 </labeling>
 <blendMode>0</blendMode>
 <featureBlendMode>0</featureBlendMode>
 <layerOpacity>1</layerOpacity>
 <legend type="default-vector" showLabelLegend="0"/>
 <LinearlyInterpolatedDiagramRenderer diagramType="Histogram" attributeLegend="0" lowerValue="0" upperValue="100" lowerWidth="0" lowerHeight="0" upperWidth="9" upperHeight="9" classificationAttributeExpression="100">
  <DiagramCategory enabled="1" backgroundColor="#ffffff" backgroundAlpha="0" penColor="#3b3b3b" penWidth="0.1" penAlpha="255" barWidth="1.3" width="9" height="9" sizeType="MM" sizeScale="3x:0,0,0,0,0,0" lineSizeType="MM" lineSizeScale="3x:0,0,0,0,0,0" scaleDependency="Area" rotationOffset="270" diagramOrientation="Up" direction="1" spacing="0" spacingUnit="MM" spacingUnitScale="3x:0,0,0,0,0,0" showAxis="0" labelPlacementMethod="XHeight" opacity="1" minimumSize="0" scaleBasedVisibility="1" minScaleDenominator="0" maxScaleDenominator="8000">
   {{#series}}
   <attribute field="coalesce(&quot;{{column}}&quot;, 0)" color="{{hex}}" colorOpacity="1" label="{{label}}"/>
   {{/series}}
  </DiagramCategory>
 </LinearlyInterpolatedDiagramRenderer>
 <DiagramLayerSettings placement="1" linePlacementFlags="18" dist="1" obstacle="1" priority="9" showAll="1" zIndex="0">
  <properties>
   <Option type="Map">
    <Option name="name" type="QString" value=""/>
    <Option name="properties" type="Map">
     <Option name="positionX" type="Map">
      <Option name="active" type="bool" value="true"/>
      <Option name="expression" type="QString" value="x_max($geometry) + 0.006 * @map_scale"/>
      <Option name="type" type="int" value="3"/>
     </Option>
     <Option name="positionY" type="Map">
      <Option name="active" type="bool" value="true"/>
      <Option name="expression" type="QString" value="y_min($geometry) + 0.0045 * @map_scale"/>
      <Option name="type" type="int" value="3"/>
     </Option>
    </Option>
    <Option name="type" type="QString" value="collection"/>
   </Option>
  </properties>
 </DiagramLayerSettings>
 <aliases>{{aliases}}</aliases>
 <fieldConfiguration>{{widgets}}</fieldConfiguration>
 <previewExpression>coalesce("site_name", "site_id")</previewExpression>
 <mapTip enabled="1">&lt;div style="font-family:sans-serif;font-size:13px;max-width:320px"&gt;
&lt;b style="font-size:15px"&gt;[% coalesce("site_name", "site_id") %]&lt;/b&gt;
[% CASE WHEN "best_index" IS NULL THEN '&lt;br&gt;{{Aucun critère renseigné||No criterion is filled}}' ELSE concat('&lt;br&gt;{{Meilleur usage&#160;:||Best use:}} &lt;b&gt;', represent_value("best_use"), '&lt;/b&gt;, {{indice||index}} ', format_number("best_index", 1, '{{fr||en}}')) END %]
[% CASE WHEN "rank" IS NULL THEN '' ELSE concat('&lt;br&gt;{{Rang||Rank}} ', "rank", CASE WHEN "rank_p05" IS NULL THEN '' ELSE concat(' ({{à 90&#160;%&#160;:||90%:}} ', "rank_p05", ' – ', "rank_p95", ')') END) END %]
&lt;br&gt;{{Fiabilité&#160;:||Reliability:}} [% format_number("reliability", 1, '{{fr||en}}') %] / 10
&lt;/div&gt;</mapTip>
 <layerGeometryType>2</layerGeometryType>
</qgis>
