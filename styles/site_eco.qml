<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.16" styleCategories="AllStyleCategories" readOnly="0" labelsEnabled="1" hasScaleBasedVisibilityFlag="0" simplifyDrawingHints="1" simplifyDrawingTol="1" simplifyAlgorithm="0" simplifyLocal="1" simplifyMaxScale="1" symbologyReferenceScale="-1">
 <flags>
  <Identifiable>1</Identifiable>
  <Removable>1</Removable>
  <Searchable>1</Searchable>
  <Private>0</Private>
 </flags>
 <!-- The state of the site, as the standard has it: full outlines for what exists, the nearer a project the longer its dashes, grey for what leaves. Only an outline, so that the plots stay visible. -->
 <renderer-v2 type="RuleRenderer" symbollevels="1" forceraster="0" enableorderby="0" referencescale="-1">
  <rules key="vitrine">
   <rule key="active" filter="&quot;site_etat&quot; = 'existant et actif'" symbol="active" label="{{Existant et actif||Existing and active}}"/>
   <rule key="creation" filter="&quot;site_etat&quot; = 'création'" symbol="creation" label="{{Création||Being created}}"/>
   <rule key="project" filter="&quot;site_etat&quot; = 'en projet'" symbol="project" label="{{En projet||Planned}}"/>
   <rule key="leaving" filter="&quot;site_etat&quot; = 'projet de déclassement'" symbol="leaving" label="{{Projet de déclassement||To be declassified}}"/>
   <rule key="left" filter="&quot;site_etat&quot; = 'déclassé'" symbol="left" label="{{Déclassé||Declassified}}"/>
   <rule key="other" filter="coalesce(&quot;site_etat&quot;, '') NOT IN ('existant et actif', 'création', 'en projet', 'projet de déclassement', 'déclassé')" symbol="other" label="{{État non renseigné||State not given}}"/>
  </rules>
  <symbols>
   <symbol name="active" type="fill" alpha="1" clip_to_extent="1" force_rhr="1">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="line_color" type="QString" value="59,59,59,255"/>
      <Option name="line_width" type="QString" value="1.2"/>
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
         <Option name="expression" type="QString" value="1.2 * if(@map_scale IS NULL, 0.6, clamp(0.35, sqrt(8000 / @map_scale), 1))"/>
         <Option name="type" type="int" value="3"/>
        </Option>
        <Option name="offset" type="Map">
         <Option name="active" type="bool" value="true"/>
         <Option name="expression" type="QString" value="0.6 * if(@map_scale IS NULL, 1, -1) * if(@map_scale IS NULL, 0.6, clamp(0.35, sqrt(8000 / @map_scale), 1))"/>
         <Option name="type" type="int" value="3"/>
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
    <layer class="SimpleLine" enabled="1" locked="0" pass="1">
     <Option type="Map">
      <Option name="line_color" type="QString" value="74,152,201,255"/>
      <Option name="line_width" type="QString" value="0.8"/>
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
         <Option name="expression" type="QString" value="0.8 * if(@map_scale IS NULL, 0.6, clamp(0.35, sqrt(8000 / @map_scale), 1))"/>
         <Option name="type" type="int" value="3"/>
        </Option>
        <Option name="offset" type="Map">
         <Option name="active" type="bool" value="true"/>
         <Option name="expression" type="QString" value="0.6 * if(@map_scale IS NULL, 1, -1) * if(@map_scale IS NULL, 0.6, clamp(0.35, sqrt(8000 / @map_scale), 1))"/>
         <Option name="type" type="int" value="3"/>
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol name="creation" type="fill" alpha="1" clip_to_extent="1" force_rhr="1">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="line_color" type="QString" value="8,69,148,255"/>
      <Option name="line_width" type="QString" value="0.8"/>
      <Option name="line_width_unit" type="QString" value="MM"/>
      <Option name="line_style" type="QString" value="solid"/>
      <Option name="capstyle" type="QString" value="flat"/>
      <Option name="joinstyle" type="QString" value="miter"/>
      <Option name="offset" type="QString" value="-0.4"/>
      <Option name="offset_unit" type="QString" value="MM"/>
      <Option name="use_custom_dash" type="QString" value="1"/>
      <Option name="customdash" type="QString" value="4;1"/>
      <Option name="customdash_unit" type="QString" value="MM"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value=""/>
       <Option name="properties" type="Map">
        <Option name="outlineWidth" type="Map">
         <Option name="active" type="bool" value="true"/>
         <Option name="expression" type="QString" value="0.8 * if(@map_scale IS NULL, 0.6, clamp(0.35, sqrt(8000 / @map_scale), 1))"/>
         <Option name="type" type="int" value="3"/>
        </Option>
        <Option name="offset" type="Map">
         <Option name="active" type="bool" value="true"/>
         <Option name="expression" type="QString" value="0.4 * if(@map_scale IS NULL, 1, -1) * if(@map_scale IS NULL, 0.6, clamp(0.35, sqrt(8000 / @map_scale), 1))"/>
         <Option name="type" type="int" value="3"/>
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol name="project" type="fill" alpha="1" clip_to_extent="1" force_rhr="1">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="line_color" type="QString" value="8,69,148,255"/>
      <Option name="line_width" type="QString" value="0.8"/>
      <Option name="line_width_unit" type="QString" value="MM"/>
      <Option name="line_style" type="QString" value="solid"/>
      <Option name="capstyle" type="QString" value="flat"/>
      <Option name="joinstyle" type="QString" value="miter"/>
      <Option name="offset" type="QString" value="-0.4"/>
      <Option name="offset_unit" type="QString" value="MM"/>
      <Option name="use_custom_dash" type="QString" value="1"/>
      <Option name="customdash" type="QString" value="1.6;1.2"/>
      <Option name="customdash_unit" type="QString" value="MM"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value=""/>
       <Option name="properties" type="Map">
        <Option name="outlineWidth" type="Map">
         <Option name="active" type="bool" value="true"/>
         <Option name="expression" type="QString" value="0.8 * if(@map_scale IS NULL, 0.6, clamp(0.35, sqrt(8000 / @map_scale), 1))"/>
         <Option name="type" type="int" value="3"/>
        </Option>
        <Option name="offset" type="Map">
         <Option name="active" type="bool" value="true"/>
         <Option name="expression" type="QString" value="0.4 * if(@map_scale IS NULL, 1, -1) * if(@map_scale IS NULL, 0.6, clamp(0.35, sqrt(8000 / @map_scale), 1))"/>
         <Option name="type" type="int" value="3"/>
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol name="leaving" type="fill" alpha="1" clip_to_extent="1" force_rhr="1">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="line_color" type="QString" value="110,110,110,255"/>
      <Option name="line_width" type="QString" value="0.8"/>
      <Option name="line_width_unit" type="QString" value="MM"/>
      <Option name="line_style" type="QString" value="solid"/>
      <Option name="capstyle" type="QString" value="flat"/>
      <Option name="joinstyle" type="QString" value="miter"/>
      <Option name="offset" type="QString" value="-0.4"/>
      <Option name="offset_unit" type="QString" value="MM"/>
      <Option name="use_custom_dash" type="QString" value="1"/>
      <Option name="customdash" type="QString" value="4;1"/>
      <Option name="customdash_unit" type="QString" value="MM"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value=""/>
       <Option name="properties" type="Map">
        <Option name="outlineWidth" type="Map">
         <Option name="active" type="bool" value="true"/>
         <Option name="expression" type="QString" value="0.8 * if(@map_scale IS NULL, 0.6, clamp(0.35, sqrt(8000 / @map_scale), 1))"/>
         <Option name="type" type="int" value="3"/>
        </Option>
        <Option name="offset" type="Map">
         <Option name="active" type="bool" value="true"/>
         <Option name="expression" type="QString" value="0.4 * if(@map_scale IS NULL, 1, -1) * if(@map_scale IS NULL, 0.6, clamp(0.35, sqrt(8000 / @map_scale), 1))"/>
         <Option name="type" type="int" value="3"/>
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol name="left" type="fill" alpha="1" clip_to_extent="1" force_rhr="1">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="line_color" type="QString" value="110,110,110,255"/>
      <Option name="line_width" type="QString" value="0.8"/>
      <Option name="line_width_unit" type="QString" value="MM"/>
      <Option name="line_style" type="QString" value="solid"/>
      <Option name="capstyle" type="QString" value="flat"/>
      <Option name="joinstyle" type="QString" value="miter"/>
      <Option name="offset" type="QString" value="-0.4"/>
      <Option name="offset_unit" type="QString" value="MM"/>
      <Option name="use_custom_dash" type="QString" value="1"/>
      <Option name="customdash" type="QString" value="1.6;1.2"/>
      <Option name="customdash_unit" type="QString" value="MM"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value=""/>
       <Option name="properties" type="Map">
        <Option name="outlineWidth" type="Map">
         <Option name="active" type="bool" value="true"/>
         <Option name="expression" type="QString" value="0.8 * if(@map_scale IS NULL, 0.6, clamp(0.35, sqrt(8000 / @map_scale), 1))"/>
         <Option name="type" type="int" value="3"/>
        </Option>
        <Option name="offset" type="Map">
         <Option name="active" type="bool" value="true"/>
         <Option name="expression" type="QString" value="0.4 * if(@map_scale IS NULL, 1, -1) * if(@map_scale IS NULL, 0.6, clamp(0.35, sqrt(8000 / @map_scale), 1))"/>
         <Option name="type" type="int" value="3"/>
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol name="other" type="fill" alpha="1" clip_to_extent="1" force_rhr="1">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="line_color" type="QString" value="150,150,150,255"/>
      <Option name="line_width" type="QString" value="0.4"/>
      <Option name="line_width_unit" type="QString" value="MM"/>
      <Option name="line_style" type="QString" value="solid"/>
      <Option name="capstyle" type="QString" value="flat"/>
      <Option name="joinstyle" type="QString" value="miter"/>
      <Option name="offset" type="QString" value="-0.2"/>
      <Option name="offset_unit" type="QString" value="MM"/>
      <Option name="use_custom_dash" type="QString" value="1"/>
      <Option name="customdash" type="QString" value="0.5;0.8"/>
      <Option name="customdash_unit" type="QString" value="MM"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value=""/>
       <Option name="properties" type="Map">
        <Option name="outlineWidth" type="Map">
         <Option name="active" type="bool" value="true"/>
         <Option name="expression" type="QString" value="0.4 * if(@map_scale IS NULL, 0.6, clamp(0.35, sqrt(8000 / @map_scale), 1))"/>
         <Option name="type" type="int" value="3"/>
        </Option>
        <Option name="offset" type="Map">
         <Option name="active" type="bool" value="true"/>
         <Option name="expression" type="QString" value="0.2 * if(@map_scale IS NULL, 1, -1) * if(@map_scale IS NULL, 0.6, clamp(0.35, sqrt(8000 / @map_scale), 1))"/>
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
   <rule key="label_site" description="{{Nom et taux||Name and rate}}" scalemindenom="0" scalemaxdenom="100000">
    <settings calloutType="simple">
     <text-style fieldName="concat(coalesce(&quot;site_nom&quot;, &quot;site_id&quot;), CASE WHEN &quot;site_taux_vacance&quot; IS NULL THEN '' ELSE concat('\n', '{{vacance||vacancy}} ', &quot;site_uf_vacant_nbre&quot;, '/', &quot;site_uf_nbre&quot;, ' = ', &quot;site_taux_vacance&quot;, '{{&#160;%||%}}') END)" isExpression="1" fontFamily="Open Sans" fontSize="7.5" fontSizeUnit="Point" fontWeight="50" namedStyle="Regular" fontItalic="0" textColor="20,20,20,255" textOpacity="1" multilineHeight="0.9" textOrientation="horizontal" capitalization="0" fontKerning="1">
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
     <placement placement="8" placementFlags="10" dist="2.8" distUnits="MM" fitInPolygonOnly="0" layerType="PolygonGeometry" priority="8"/>
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
 <previewExpression>coalesce("site_nom", "site_id")</previewExpression>
 <mapTip enabled="1">&lt;div style="font-family:sans-serif;font-size:13px;max-width:320px"&gt;
&lt;b style="font-size:15px"&gt;[% coalesce("site_nom", "site_id") %]&lt;/b&gt;
[% CASE WHEN "site_vocadomi" IS NULL THEN '' ELSE concat('&lt;br&gt;', "site_vocadomi") END %]
[% concat('&lt;br&gt;{{État&#160;:||State:}} ', coalesce("site_etat", '{{non renseigné||not given}}')) %]
[% CASE WHEN "site_taux_vacance" IS NULL THEN '' ELSE concat('&lt;br&gt;{{Taux de vacance (L318-8-2)&#160;:||Vacancy rate (L318-8-2):}} ', "site_uf_vacant_nbre", '/', "site_uf_nbre", ' = &lt;b&gt;', "site_taux_vacance", '{{&#160;%||%}}&lt;/b&gt;') END %]
[% concat('&lt;br&gt;{{Surface brute&#160;:||Gross area:}} ', format_number("site_surf_brute", 2, '{{fr||en}}'), '&#160;ha', CASE WHEN "site_surf_utile" IS NULL THEN '' ELSE concat(', {{utile&#160;:||useful:}} ', format_number("site_surf_utile", 2, '{{fr||en}}'), '&#160;ha') END) %]
[% CASE WHEN "site_surf_comm_dispo" IS NULL THEN '' ELSE concat('&lt;br&gt;{{Surface disponible&#160;:||Area on sale:}} ', format_number("site_surf_comm_dispo", 2, '{{fr||en}}'), '&#160;ha') END %]
&lt;/div&gt;</mapTip>
 <layerGeometryType>2</layerGeometryType>
</qgis>
