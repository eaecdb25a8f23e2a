<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.16" styleCategories="AllStyleCategories" readOnly="0" labelsEnabled="0" hasScaleBasedVisibilityFlag="0" simplifyDrawingHints="1" simplifyDrawingTol="1" simplifyAlgorithm="0" simplifyLocal="1" simplifyMaxScale="1" symbologyReferenceScale="-1">
 <flags>
  <Identifiable>1</Identifiable>
  <Removable>1</Removable>
  <Searchable>1</Searchable>
  <Private>0</Private>
 </flags>
 <!-- Offer in blue, the nearer the darker; what can be won back in green and yellow; what is used or lost in grey. Red is left to vacancy. White limits close up only: a million pieces stay light. -->
 <renderer-v2 type="RuleRenderer" symbollevels="0" forceraster="0" enableorderby="0" referencescale="-1">
  <rules key="vitrine">
   <rule key="immediate" filter="&quot;bucket&quot; = 'immediate'" symbol="immediate" label="Offre immédiate"/>
   <rule key="committed" filter="&quot;bucket&quot; = 'committed'" symbol="committed" label="Engagé"/>
   <rule key="future" filter="&quot;bucket&quot; = 'future'" symbol="future" label="Offre future"/>
   <rule key="recycling" filter="&quot;bucket&quot; = 'recycling'" symbol="recycling" label="Recyclage"/>
   <rule key="densification" filter="&quot;bucket&quot; = 'densification'" symbol="densification" label="Densification"/>
   <rule key="consumed" filter="&quot;bucket&quot; = 'consumed'" symbol="consumed" label="Consommé"/>
   <rule key="neutralised" filter="&quot;bucket&quot; = 'neutralised'" symbol="neutralised" label="Neutralisé"/>
   <rule key="other" filter="coalesce(&quot;bucket&quot;, '') NOT IN ('immediate', 'committed', 'future', 'recycling', 'densification', 'consumed', 'neutralised')" symbol="other" label="Poste inconnu"/>
  </rules>
  <symbols>
   <symbol name="immediate" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="color" type="QString" value="8,69,148,255"/>
      <Option name="style" type="QString" value="solid"/>
      <Option name="outline_color" type="QString" value="255,255,255,255"/>
      <Option name="outline_style" type="QString" value="solid"/>
      <Option name="outline_width" type="QString" value="0.2"/>
      <Option name="outline_width_unit" type="QString" value="MM"/>
      <Option name="joinstyle" type="QString" value="miter"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value=""/>
       <Option name="properties" type="Map">
        <Option name="outlineStyle" type="Map">
         <Option name="active" type="bool" value="true"/>
         <Option name="expression" type="QString" value="if(coalesce(@map_scale, 0) &lt; 10000, 'solid', 'no')"/>
         <Option name="type" type="int" value="3"/>
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol name="committed" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="color" type="QString" value="74,152,201,255"/>
      <Option name="style" type="QString" value="solid"/>
      <Option name="outline_color" type="QString" value="255,255,255,255"/>
      <Option name="outline_style" type="QString" value="solid"/>
      <Option name="outline_width" type="QString" value="0.2"/>
      <Option name="outline_width_unit" type="QString" value="MM"/>
      <Option name="joinstyle" type="QString" value="miter"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value=""/>
       <Option name="properties" type="Map">
        <Option name="outlineStyle" type="Map">
         <Option name="active" type="bool" value="true"/>
         <Option name="expression" type="QString" value="if(coalesce(@map_scale, 0) &lt; 10000, 'solid', 'no')"/>
         <Option name="type" type="int" value="3"/>
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol name="future" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="color" type="QString" value="160,205,238,255"/>
      <Option name="style" type="QString" value="solid"/>
      <Option name="outline_color" type="QString" value="255,255,255,255"/>
      <Option name="outline_style" type="QString" value="solid"/>
      <Option name="outline_width" type="QString" value="0.2"/>
      <Option name="outline_width_unit" type="QString" value="MM"/>
      <Option name="joinstyle" type="QString" value="miter"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value=""/>
       <Option name="properties" type="Map">
        <Option name="outlineStyle" type="Map">
         <Option name="active" type="bool" value="true"/>
         <Option name="expression" type="QString" value="if(coalesce(@map_scale, 0) &lt; 10000, 'solid', 'no')"/>
         <Option name="type" type="int" value="3"/>
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol name="recycling" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="color" type="QString" value="27,120,55,255"/>
      <Option name="style" type="QString" value="solid"/>
      <Option name="outline_color" type="QString" value="255,255,255,255"/>
      <Option name="outline_style" type="QString" value="solid"/>
      <Option name="outline_width" type="QString" value="0.2"/>
      <Option name="outline_width_unit" type="QString" value="MM"/>
      <Option name="joinstyle" type="QString" value="miter"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value=""/>
       <Option name="properties" type="Map">
        <Option name="outlineStyle" type="Map">
         <Option name="active" type="bool" value="true"/>
         <Option name="expression" type="QString" value="if(coalesce(@map_scale, 0) &lt; 10000, 'solid', 'no')"/>
         <Option name="type" type="int" value="3"/>
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol name="densification" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="color" type="QString" value="247,203,77,255"/>
      <Option name="style" type="QString" value="solid"/>
      <Option name="outline_color" type="QString" value="255,255,255,255"/>
      <Option name="outline_style" type="QString" value="solid"/>
      <Option name="outline_width" type="QString" value="0.2"/>
      <Option name="outline_width_unit" type="QString" value="MM"/>
      <Option name="joinstyle" type="QString" value="miter"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value=""/>
       <Option name="properties" type="Map">
        <Option name="outlineStyle" type="Map">
         <Option name="active" type="bool" value="true"/>
         <Option name="expression" type="QString" value="if(coalesce(@map_scale, 0) &lt; 10000, 'solid', 'no')"/>
         <Option name="type" type="int" value="3"/>
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol name="consumed" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="color" type="QString" value="212,210,204,255"/>
      <Option name="style" type="QString" value="solid"/>
      <Option name="outline_color" type="QString" value="255,255,255,255"/>
      <Option name="outline_style" type="QString" value="solid"/>
      <Option name="outline_width" type="QString" value="0.2"/>
      <Option name="outline_width_unit" type="QString" value="MM"/>
      <Option name="joinstyle" type="QString" value="miter"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value=""/>
       <Option name="properties" type="Map">
        <Option name="outlineStyle" type="Map">
         <Option name="active" type="bool" value="true"/>
         <Option name="expression" type="QString" value="if(coalesce(@map_scale, 0) &lt; 10000, 'solid', 'no')"/>
         <Option name="type" type="int" value="3"/>
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol name="neutralised" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="color" type="QString" value="244,244,242,255"/>
      <Option name="style" type="QString" value="solid"/>
      <Option name="outline_color" type="QString" value="255,255,255,255"/>
      <Option name="outline_style" type="QString" value="solid"/>
      <Option name="outline_width" type="QString" value="0.2"/>
      <Option name="outline_width_unit" type="QString" value="MM"/>
      <Option name="joinstyle" type="QString" value="miter"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value=""/>
       <Option name="properties" type="Map">
        <Option name="outlineStyle" type="Map">
         <Option name="active" type="bool" value="true"/>
         <Option name="expression" type="QString" value="if(coalesce(@map_scale, 0) &lt; 10000, 'solid', 'no')"/>
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
      <Option name="distance" type="QString" value="1.3"/>
      <Option name="distance_unit" type="QString" value="MM"/>
      <Option name="offset" type="QString" value="0"/>
      <Option name="offset_unit" type="QString" value="MM"/>
      <Option name="line_width" type="QString" value="0.25"/>
      <Option name="line_width_unit" type="QString" value="MM"/>
      <Option name="color" type="QString" value="140,140,140,255"/>
     </Option>
     <symbol name="@neutralised@1" type="line" alpha="1" clip_to_extent="1" force_rhr="0">
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
 <blendMode>0</blendMode>
 <featureBlendMode>0</featureBlendMode>
 <layerOpacity>1</layerOpacity>
 <legend type="default-vector" showLabelLegend="0"/>
 <aliases><alias index="0" name="Identifiant du morceau" field="piece_id"/><alias index="1" name="Identifiant de la parcelle" field="parcel_id"/><alias index="2" name="Identifiant de la zone" field="zone_id"/><alias index="3" name="Identifiant du terrain" field="plot_id"/><alias index="4" name="Zonage du PLU" field="zoning"/><alias index="5" name="Identifiant de la friche" field="friche_id"/><alias index="6" name="Contraintes" field="kinds"/><alias index="7" name="Poste du bilan" field="bucket"/><alias index="8" name="Compte en net" field="net"/><alias index="9" name="Artificialisé" field="artificial"/><alias index="10" name="Surface (m²)" field="area_m2"/></aliases>
 <fieldConfiguration><field name="bucket"><editWidget type="ValueMap"><config><Option type="Map"><Option name="map" type="List"><Option type="Map"><Option name="offre immédiate" type="QString" value="immediate"/></Option><Option type="Map"><Option name="engagé" type="QString" value="committed"/></Option><Option type="Map"><Option name="offre future" type="QString" value="future"/></Option><Option type="Map"><Option name="recyclage" type="QString" value="recycling"/></Option><Option type="Map"><Option name="densification" type="QString" value="densification"/></Option><Option type="Map"><Option name="consommé" type="QString" value="consumed"/></Option><Option type="Map"><Option name="neutralisé" type="QString" value="neutralised"/></Option></Option></Option></config></editWidget></field><field name="artificial"><editWidget type="ValueMap"><config><Option type="Map"><Option name="map" type="List"><Option type="Map"><Option name="oui" type="QString" value="yes"/></Option><Option type="Map"><Option name="non" type="QString" value="no"/></Option><Option type="Map"><Option name="inconnu" type="QString" value="unknown"/></Option></Option></Option></config></editWidget></field></fieldConfiguration>
 <previewExpression>"piece_id"</previewExpression>
 <mapTip enabled="1">&lt;div style="font-family:sans-serif;font-size:13px;max-width:320px"&gt;
&lt;b style="font-size:15px"&gt;[% CASE WHEN "bucket" = 'immediate' THEN 'Offre immédiate' WHEN "bucket" = 'committed' THEN 'Engagé' WHEN "bucket" = 'future' THEN 'Offre future' WHEN "bucket" = 'recycling' THEN 'Recyclage' WHEN "bucket" = 'densification' THEN 'Densification' WHEN "bucket" = 'consumed' THEN 'Consommé' WHEN "bucket" = 'neutralised' THEN 'Neutralisé' ELSE 'Poste inconnu' END %]&lt;/b&gt;
[% concat('&lt;br&gt;Surface&#160;: ', if("area_m2" &gt;= 10000, concat(format_number("area_m2" / 10000, 2, 'fr'), '&#160;ha'), concat(format_number("area_m2", 0, 'fr'), '&#160;m²'))) %]
[% CASE WHEN "parcel_id" IS NULL THEN '&lt;br&gt;Sol sans parcelle (voirie)' ELSE concat('&lt;br&gt;Parcelle&#160;: ', "parcel_id") END %]
[% CASE WHEN "kinds" &lt;&gt; '' THEN concat('&lt;br&gt;Contraintes&#160;: ', array_to_string(array_foreach(string_to_array("kinds", '+'), coalesce(map_get(map('flood', 'inondation', 'technological', 'risque technologique', 'nature', 'milieu naturel', 'natura_2000', 'Natura 2000', 'znieff', 'ZNIEFF', 'nature_reserve', 'réserve naturelle', 'heritage', 'abords de monuments', 'heritage_site', 'site inscrit ou classé'), @element), @element)), ', ')) ELSE '' END %]
[% CASE WHEN "zoning" IS NOT NULL THEN concat('&lt;br&gt;Zonage&#160;: ', "zoning") ELSE '' END %]
[% CASE WHEN "friche_id" IS NOT NULL THEN concat('&lt;br&gt;Friche&#160;: ', "friche_id") ELSE '' END %]
[% concat('&lt;br&gt;Artificialisé&#160;: ', CASE WHEN "artificial" = 'yes' THEN 'oui' WHEN "artificial" = 'no' THEN 'non' ELSE 'non connu' END) %]
[% CASE WHEN "net" THEN '' ELSE '&lt;br&gt;&lt;i&gt;Ne compte pas en surface nette&lt;/i&gt;' END %]
&lt;/div&gt;</mapTip>
 <layerGeometryType>2</layerGeometryType>
</qgis>
