<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.16" styleCategories="AllStyleCategories" readOnly="0" labelsEnabled="1" hasScaleBasedVisibilityFlag="0" simplifyDrawingHints="1" simplifyDrawingTol="1" simplifyAlgorithm="0" simplifyLocal="1" simplifyMaxScale="1" symbologyReferenceScale="-1">
 <flags>
  <Identifiable>1</Identifiable>
  <Removable>1</Removable>
  <Searchable>1</Searchable>
  <Private>0</Private>
 </flags>
 <!-- How far a plot is marketed, in the colours of land_partition: on sale as the immediate offer, reserved as committed, not yet marketed as future, sold as consumed. -->
 <renderer-v2 type="RuleRenderer" symbollevels="0" forceraster="0" enableorderby="0" referencescale="-1">
  <rules key="vitrine">
   <rule key="sale" filter="&quot;terr_stade_comm&quot; = 'en vente'" symbol="sale" label="En vente"/>
   <rule key="terms" filter="&quot;terr_stade_comm&quot; = 'en vente avec contraintes'" symbol="terms" label="En vente avec contraintes"/>
   <rule key="reserved" filter="&quot;terr_stade_comm&quot; IN ('réservé par option de réservation', 'réservé par une délibération de l''EPCI')" symbol="reserved" label="Réservé"/>
   <rule key="waiting" filter="&quot;terr_stade_comm&quot; = 'non commercialisé'" symbol="waiting" label="Non commercialisé"/>
   <rule key="sold" filter="&quot;terr_stade_comm&quot; = 'vendu, commercialisation achevée'" symbol="sold" label="Vendu"/>
   <rule key="unfit" filter="&quot;terr_stade_comm&quot; = 'non commercialisable'" symbol="unfit" label="Non commercialisable"/>
   <rule key="other" filter="coalesce(&quot;terr_stade_comm&quot;, '') NOT IN ('en vente', 'en vente avec contraintes', 'réservé par option de réservation', 'réservé par une délibération de l''EPCI', 'non commercialisé', 'vendu, commercialisation achevée', 'non commercialisable')" symbol="other" label="Stade non renseigné"/>
  </rules>
  <symbols>
   <symbol name="sale" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="color" type="QString" value="8,69,148,255"/>
      <Option name="style" type="QString" value="solid"/>
      <Option name="outline_color" type="QString" value="255,255,255,255"/>
      <Option name="outline_style" type="QString" value="solid"/>
      <Option name="outline_width" type="QString" value="0.3"/>
      <Option name="outline_width_unit" type="QString" value="MM"/>
      <Option name="joinstyle" type="QString" value="miter"/>
     </Option>
    </layer>
   </symbol>
   <symbol name="terms" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="color" type="QString" value="255,255,255,255"/>
      <Option name="style" type="QString" value="solid"/>
      <Option name="outline_color" type="QString" value="8,69,148,255"/>
      <Option name="outline_style" type="QString" value="solid"/>
      <Option name="outline_width" type="QString" value="0.3"/>
      <Option name="outline_width_unit" type="QString" value="MM"/>
      <Option name="joinstyle" type="QString" value="miter"/>
     </Option>
    </layer>
    <layer class="LinePatternFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="angle" type="QString" value="45"/>
      <Option name="distance" type="QString" value="1.2"/>
      <Option name="distance_unit" type="QString" value="MM"/>
      <Option name="offset" type="QString" value="0"/>
      <Option name="offset_unit" type="QString" value="MM"/>
      <Option name="line_width" type="QString" value="0.5"/>
      <Option name="line_width_unit" type="QString" value="MM"/>
      <Option name="color" type="QString" value="8,69,148,255"/>
     </Option>
     <symbol name="@terms@1" type="line" alpha="1" clip_to_extent="1" force_rhr="0">
      <layer class="SimpleLine" enabled="1" locked="0" pass="0">
       <Option type="Map">
        <Option name="line_color" type="QString" value="8,69,148,255"/>
        <Option name="line_width" type="QString" value="0.5"/>
        <Option name="line_width_unit" type="QString" value="MM"/>
        <Option name="line_style" type="QString" value="solid"/>
        <Option name="capstyle" type="QString" value="flat"/>
        <Option name="joinstyle" type="QString" value="bevel"/>
       </Option>
      </layer>
     </symbol>
    </layer>
   </symbol>
   <symbol name="reserved" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="color" type="QString" value="74,152,201,255"/>
      <Option name="style" type="QString" value="solid"/>
      <Option name="outline_color" type="QString" value="255,255,255,255"/>
      <Option name="outline_style" type="QString" value="solid"/>
      <Option name="outline_width" type="QString" value="0.3"/>
      <Option name="outline_width_unit" type="QString" value="MM"/>
      <Option name="joinstyle" type="QString" value="miter"/>
     </Option>
    </layer>
   </symbol>
   <symbol name="waiting" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="color" type="QString" value="160,205,238,255"/>
      <Option name="style" type="QString" value="solid"/>
      <Option name="outline_color" type="QString" value="255,255,255,255"/>
      <Option name="outline_style" type="QString" value="solid"/>
      <Option name="outline_width" type="QString" value="0.3"/>
      <Option name="outline_width_unit" type="QString" value="MM"/>
      <Option name="joinstyle" type="QString" value="miter"/>
     </Option>
    </layer>
   </symbol>
   <symbol name="sold" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="color" type="QString" value="212,210,204,255"/>
      <Option name="style" type="QString" value="solid"/>
      <Option name="outline_color" type="QString" value="255,255,255,255"/>
      <Option name="outline_style" type="QString" value="solid"/>
      <Option name="outline_width" type="QString" value="0.3"/>
      <Option name="outline_width_unit" type="QString" value="MM"/>
      <Option name="joinstyle" type="QString" value="miter"/>
     </Option>
    </layer>
   </symbol>
   <symbol name="unfit" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="color" type="QString" value="244,244,242,255"/>
      <Option name="style" type="QString" value="solid"/>
      <Option name="outline_color" type="QString" value="255,255,255,255"/>
      <Option name="outline_style" type="QString" value="solid"/>
      <Option name="outline_width" type="QString" value="0.3"/>
      <Option name="outline_width_unit" type="QString" value="MM"/>
      <Option name="joinstyle" type="QString" value="miter"/>
     </Option>
    </layer>
    <layer class="LinePatternFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="angle" type="QString" value="45"/>
      <Option name="distance" type="QString" value="1.3"/>
      <Option name="distance_unit" type="QString" value="MM"/>
      <Option name="offset" type="QString" value="0"/>
      <Option name="offset_unit" type="QString" value="MM"/>
      <Option name="line_width" type="QString" value="0.25"/>
      <Option name="line_width_unit" type="QString" value="MM"/>
      <Option name="color" type="QString" value="140,140,140,255"/>
     </Option>
     <symbol name="@unfit@1" type="line" alpha="1" clip_to_extent="1" force_rhr="0">
      <layer class="SimpleLine" enabled="1" locked="0" pass="0">
       <Option type="Map">
        <Option name="line_color" type="QString" value="140,140,140,255"/>
        <Option name="line_width" type="QString" value="0.25"/>
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
      <Option name="color" type="QString" value="150,150,150,255"/>
      <Option name="style" type="QString" value="diagonal_x"/>
      <Option name="outline_color" type="QString" value="90,90,90,255"/>
      <Option name="outline_style" type="QString" value="dash"/>
      <Option name="outline_width" type="QString" value="0.3"/>
      <Option name="outline_width_unit" type="QString" value="MM"/>
      <Option name="joinstyle" type="QString" value="miter"/>
     </Option>
    </layer>
   </symbol>
  </symbols>
 </renderer-v2>
 <labeling type="rule-based">
  <rules key="vitrine_labels">
   <rule key="label_plot" description="Surface" scalemindenom="0" scalemaxdenom="5000">
    <settings calloutType="simple">
     <text-style fieldName="concat(format_number(&quot;terr_surf_brute&quot;, 2, 'fr'), '&#160;ha')" isExpression="1" fontFamily="Open Sans" fontSize="6.5" fontSizeUnit="Point" fontWeight="50" namedStyle="Regular" fontItalic="0" textColor="20,20,20,255" textOpacity="1" multilineHeight="0.9" textOrientation="horizontal" capitalization="0" fontKerning="1">
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
     <placement placement="4" placementFlags="0" dist="0" fitInPolygonOnly="1" layerType="PolygonGeometry" priority="4"/>
     <rendering drawLabels="1" scaleVisibility="0" obstacle="1" obstacleFactor="1" obstacleType="1" labelPerPart="0" mergeLines="0" minFeatureSize="0" displayAll="0" zIndex="0"/>
    </settings>
   </rule>
  </rules>
 </labeling>
 <blendMode>0</blendMode>
 <featureBlendMode>0</featureBlendMode>
 <layerOpacity>1</layerOpacity>
 <legend type="default-vector" showLabelLegend="0"/>
 <aliases><alias index="0" name="terr_id" field="terr_id"/><alias index="1" name="Identifiant du site" field="site_id"/><alias index="2" name="terr_refcad" field="terr_refcad"/><alias index="3" name="Surface brute (ha)" field="terr_surf_brute"/><alias index="4" name="terr_utile" field="terr_utile"/><alias index="5" name="terr_identif_date" field="terr_identif_date"/><alias index="6" name="Date d'actualisation" field="terr_actu_date"/><alias index="7" name="terr_maitrise_fonc" field="terr_maitrise_fonc"/><alias index="8" name="terr_stade_amngt" field="terr_stade_amngt"/><alias index="9" name="terr_stade_comm" field="terr_stade_comm"/><alias index="10" name="terr_etat_occup" field="terr_etat_occup"/><alias index="11" name="terr_usage" field="terr_usage"/><alias index="12" name="terr_cle_en_main" field="terr_cle_en_main"/></aliases>
 <fieldConfiguration></fieldConfiguration>
 <previewExpression>"terr_id"</previewExpression>
 <mapTip enabled="1">&lt;div style="font-family:sans-serif;font-size:13px;max-width:320px"&gt;
&lt;b style="font-size:15px"&gt;[% "terr_id" %]&lt;/b&gt;
[% concat('&lt;br&gt;', coalesce("terr_stade_comm", 'Stade non renseigné')) %]
[% CASE WHEN "terr_stade_amngt" IS NULL THEN '' ELSE concat('&lt;br&gt;', "terr_stade_amngt") END %]
[% CASE WHEN "terr_etat_occup" IS NULL THEN '' ELSE concat('&lt;br&gt;', "terr_etat_occup") END %]
[% CASE WHEN "terr_usage" IS NULL THEN '' ELSE concat('&lt;br&gt;', "terr_usage") END %]
[% concat('&lt;br&gt;Surface&#160;: ', format_number("terr_surf_brute", 2, 'fr'), '&#160;ha') %]
[% CASE WHEN "terr_refcad" IS NULL THEN '' ELSE concat('&lt;br&gt;Parcelles&#160;: ', "terr_refcad") END %]
&lt;/div&gt;</mapTip>
 <layerGeometryType>2</layerGeometryType>
</qgis>
