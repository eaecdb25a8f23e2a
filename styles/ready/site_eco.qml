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
   <rule key="active" filter="&quot;site_etat&quot; = 'existant et actif'" symbol="active" label="Existant et actif"/>
   <rule key="creation" filter="&quot;site_etat&quot; = 'création'" symbol="creation" label="Création"/>
   <rule key="project" filter="&quot;site_etat&quot; = 'en projet'" symbol="project" label="En projet"/>
   <rule key="leaving" filter="&quot;site_etat&quot; = 'projet de déclassement'" symbol="leaving" label="Projet de déclassement"/>
   <rule key="left" filter="&quot;site_etat&quot; = 'déclassé'" symbol="left" label="Déclassé"/>
   <rule key="other" filter="coalesce(&quot;site_etat&quot;, '') NOT IN ('existant et actif', 'création', 'en projet', 'projet de déclassement', 'déclassé')" symbol="other" label="État non renseigné"/>
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
   <rule key="label_site" description="Nom et taux" scalemindenom="0" scalemaxdenom="100000">
    <settings calloutType="simple">
     <text-style fieldName="concat(coalesce(&quot;site_nom&quot;, &quot;site_id&quot;), CASE WHEN &quot;site_taux_vacance&quot; IS NULL THEN '' ELSE concat('\n', 'vacance ', &quot;site_uf_vacant_nbre&quot;, '/', &quot;site_uf_nbre&quot;, ' = ', &quot;site_taux_vacance&quot;, '&#160;%') END)" isExpression="1" fontFamily="Open Sans" fontSize="7.5" fontSizeUnit="Point" fontWeight="50" namedStyle="Regular" fontItalic="0" textColor="20,20,20,255" textOpacity="1" multilineHeight="0.9" textOrientation="horizontal" capitalization="0" fontKerning="1">
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
 <aliases><alias index="0" name="Identifiant du site" field="site_id"/><alias index="1" name="pole_id" field="pole_id"/><alias index="2" name="site_nom" field="site_nom"/><alias index="3" name="site_type" field="site_type"/><alias index="4" name="site_vocadomi" field="site_vocadomi"/><alias index="5" name="site_etat" field="site_etat"/><alias index="6" name="Surface brute (ha)" field="site_surf_brute"/><alias index="7" name="Surface utile (ha)" field="site_surf_utile"/><alias index="8" name="site_creation_date" field="site_creation_date"/><alias index="9" name="site_identif_date" field="site_identif_date"/><alias index="10" name="Date d'actualisation" field="site_actu_date"/><alias index="11" name="site_description" field="site_description"/><alias index="12" name="source_producteur" field="source_producteur"/><alias index="13" name="site_quali_territoire" field="site_quali_territoire"/><alias index="14" name="site_evol_urba" field="site_evol_urba"/><alias index="15" name="site_url" field="site_url"/><alias index="16" name="site_epci_nom" field="site_epci_nom"/><alias index="17" name="site_epci_siren" field="site_epci_siren"/><alias index="18" name="site_comm_nom" field="site_comm_nom"/><alias index="19" name="site_comm_insee" field="site_comm_insee"/><alias index="20" name="site_moa_type" field="site_moa_type"/><alias index="21" name="site_moa_nom" field="site_moa_nom"/><alias index="22" name="site_moa_amngt" field="site_moa_amngt"/><alias index="23" name="site_moa_comm" field="site_moa_comm"/><alias index="24" name="Unités foncières" field="site_uf_nbre"/><alias index="25" name="Unités foncières vacantes" field="site_uf_vacant_nbre"/><alias index="26" name="Taux de vacance (%)" field="site_taux_vacance"/><alias index="27" name="Unités foncières bâties" field="site_uf_bati_nbre"/><alias index="28" name="Établissements" field="site_nb_etab"/><alias index="29" name="site_nb_emploi" field="site_nb_emploi"/><alias index="30" name="site_media" field="site_media"/><alias index="31" name="Surface disponible (ha)" field="site_surf_comm_dispo"/><alias index="32" name="Surface réservée (ha)" field="site_surf_projet"/><alias index="33" name="site_voca_industrielle" field="site_voca_industrielle"/><alias index="34" name="site_voca_commerciale" field="site_voca_commerciale"/><alias index="35" name="site_voca_tertiaire" field="site_voca_tertiaire"/><alias index="36" name="site_voca_artisanale" field="site_voca_artisanale"/><alias index="37" name="site_voca_touristique" field="site_voca_touristique"/><alias index="38" name="site_voca_portuaire" field="site_voca_portuaire"/><alias index="39" name="site_voca_aeroportuaire" field="site_voca_aeroportuaire"/><alias index="40" name="reseau_eau_pluviale" field="reseau_eau_pluviale"/><alias index="41" name="reseau_eau_potable" field="reseau_eau_potable"/><alias index="42" name="reseau_assainissement" field="reseau_assainissement"/><alias index="43" name="reseau_gaz" field="reseau_gaz"/><alias index="44" name="reseau_electrique" field="reseau_electrique"/><alias index="45" name="reseau_fibre_optique" field="reseau_fibre_optique"/><alias index="46" name="reseau_fret_ferroviaire" field="reseau_fret_ferroviaire"/><alias index="47" name="reseau_fluvial" field="reseau_fluvial"/><alias index="48" name="desserte_tc" field="desserte_tc"/><alias index="49" name="desserte_route_nom" field="desserte_route_nom"/><alias index="50" name="autoroute_nom" field="autoroute_nom"/><alias index="51" name="autoroute_echang_dist" field="autoroute_echang_dist"/><alias index="52" name="gare_nom" field="gare_nom"/><alias index="53" name="gare_dist" field="gare_dist"/><alias index="54" name="gare_fret_nom" field="gare_fret_nom"/><alias index="55" name="gare_fret_dist" field="gare_fret_dist"/><alias index="56" name="aeroport_nom" field="aeroport_nom"/><alias index="57" name="aeroport_dist" field="aeroport_dist"/><alias index="58" name="port_nom" field="port_nom"/><alias index="59" name="port_dist" field="port_dist"/></aliases>
 <fieldConfiguration></fieldConfiguration>
 <previewExpression>coalesce("site_nom", "site_id")</previewExpression>
 <mapTip enabled="1">&lt;div style="font-family:sans-serif;font-size:13px;max-width:320px"&gt;
&lt;b style="font-size:15px"&gt;[% coalesce("site_nom", "site_id") %]&lt;/b&gt;
[% CASE WHEN "site_vocadomi" IS NULL THEN '' ELSE concat('&lt;br&gt;', "site_vocadomi") END %]
[% concat('&lt;br&gt;État&#160;: ', coalesce("site_etat", 'non renseigné')) %]
[% CASE WHEN "site_taux_vacance" IS NULL THEN '' ELSE concat('&lt;br&gt;Taux de vacance (L318-8-2)&#160;: ', "site_uf_vacant_nbre", '/', "site_uf_nbre", ' = &lt;b&gt;', "site_taux_vacance", '&#160;%&lt;/b&gt;') END %]
[% concat('&lt;br&gt;Surface brute&#160;: ', format_number("site_surf_brute", 2, 'fr'), '&#160;ha', CASE WHEN "site_surf_utile" IS NULL THEN '' ELSE concat(', utile&#160;: ', format_number("site_surf_utile", 2, 'fr'), '&#160;ha') END) %]
[% CASE WHEN "site_surf_comm_dispo" IS NULL THEN '' ELSE concat('&lt;br&gt;Surface disponible&#160;: ', format_number("site_surf_comm_dispo", 2, 'fr'), '&#160;ha') END %]
&lt;/div&gt;</mapTip>
 <layerGeometryType>2</layerGeometryType>
</qgis>
