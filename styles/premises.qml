<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.16" styleCategories="AllStyleCategories" readOnly="0" labelsEnabled="0" hasScaleBasedVisibilityFlag="0" simplifyDrawingHints="0" symbologyReferenceScale="-1">
 <flags>
  <Identifiable>1</Identifiable>
  <Removable>1</Removable>
  <Searchable>1</Searchable>
  <Private>0</Private>
 </flags>
 <!-- Blue, the colour that the streets' ramp has not. Passes put the vacant ones on top where several premises share a place. -->
 <renderer-v2 type="RuleRenderer" symbollevels="1" forceraster="0" enableorderby="0" referencescale="-1">
  <rules key="vitrine">
   <rule key="hot" filter="&quot;gi_class&quot; = 'hot'" symbol="hot" scalemindenom="0" scalemaxdenom="6000" label="{{Point chaud de vacance||Hot spot of vacancy}}"/>
   <rule key="cold" filter="&quot;gi_class&quot; = 'cold'" symbol="cold" scalemindenom="0" scalemaxdenom="6000" label="{{Point froid||Cold spot}}"/>
   <rule key="vacant" filter="&quot;status&quot; = 'vacant'" symbol="vacant" label="{{Local vacant||Vacant}}"/>
   <rule key="works" filter="&quot;status&quot; = 'works'" symbol="works" label="{{En travaux||Under works}}"/>
   <rule key="unknown" filter="coalesce(&quot;status&quot;, 'unknown') = 'unknown'" symbol="unknown" label="{{Situation inconnue||Unknown status}}"/>
   <rule key="occupied" filter="&quot;status&quot; = 'occupied'" symbol="occupied" scalemindenom="0" scalemaxdenom="6000" label="{{Local occupé||Occupied}}"/>
   <rule key="other" filter="&quot;status&quot; IN ('reserve', 'converted')" symbol="other" scalemindenom="0" scalemaxdenom="6000" label="{{Réserve ou local converti||Storage or converted}}"/>
  </rules>
  <symbols>
   <symbol name="hot" type="marker" alpha="0.5" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="name" type="QString" value="circle"/>
      <Option name="color" type="QString" value="244,165,130,255"/>
      <Option name="outline_style" type="QString" value="no"/>
      <Option name="size" type="QString" value="4.4"/>
      <Option name="size_unit" type="QString" value="MM"/>
      <Option name="scale_method" type="QString" value="diameter"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value=""/>
       <Option name="properties" type="Map">
        <Option name="size" type="Map">
         <Option name="active" type="bool" value="true"/>
         <Option name="expression" type="QString" value="4.4 * clamp(0.4, sqrt(4000 / coalesce(@map_scale, 4000)), 1)"/>
         <Option name="type" type="int" value="3"/>
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol name="cold" type="marker" alpha="0.5" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="name" type="QString" value="circle"/>
      <Option name="color" type="QString" value="146,197,222,255"/>
      <Option name="outline_style" type="QString" value="no"/>
      <Option name="size" type="QString" value="4.4"/>
      <Option name="size_unit" type="QString" value="MM"/>
      <Option name="scale_method" type="QString" value="diameter"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value=""/>
       <Option name="properties" type="Map">
        <Option name="size" type="Map">
         <Option name="active" type="bool" value="true"/>
         <Option name="expression" type="QString" value="4.4 * clamp(0.4, sqrt(4000 / coalesce(@map_scale, 4000)), 1)"/>
         <Option name="type" type="int" value="3"/>
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol name="vacant" type="marker" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="5">
     <Option type="Map">
      <Option name="name" type="QString" value="circle"/>
      <Option name="color" type="QString" value="8,64,129,255"/>
      <Option name="outline_color" type="QString" value="255,255,255,255"/>
      <Option name="outline_style" type="QString" value="solid"/>
      <Option name="outline_width" type="QString" value="0.25"/>
      <Option name="outline_width_unit" type="QString" value="MM"/>
      <Option name="size" type="QString" value="2.2"/>
      <Option name="size_unit" type="QString" value="MM"/>
      <Option name="scale_method" type="QString" value="diameter"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value=""/>
       <Option name="properties" type="Map">
        <Option name="size" type="Map">
         <Option name="active" type="bool" value="true"/>
         <Option name="expression" type="QString" value="2.2 * clamp(0.4, sqrt(4000 / coalesce(@map_scale, 4000)), 1)"/>
         <Option name="type" type="int" value="3"/>
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol name="works" type="marker" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="4">
     <Option type="Map">
      <Option name="name" type="QString" value="circle"/>
      <Option name="color" type="QString" value="255,255,255,255"/>
      <Option name="outline_color" type="QString" value="8,64,129,255"/>
      <Option name="outline_style" type="QString" value="solid"/>
      <Option name="outline_width" type="QString" value="0.3"/>
      <Option name="outline_width_unit" type="QString" value="MM"/>
      <Option name="size" type="QString" value="2"/>
      <Option name="size_unit" type="QString" value="MM"/>
      <Option name="scale_method" type="QString" value="diameter"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value=""/>
       <Option name="properties" type="Map">
        <Option name="size" type="Map">
         <Option name="active" type="bool" value="true"/>
         <Option name="expression" type="QString" value="2 * clamp(0.4, sqrt(4000 / coalesce(@map_scale, 4000)), 1)"/>
         <Option name="type" type="int" value="3"/>
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
    <layer class="SimpleMarker" enabled="1" locked="0" pass="4">
     <Option type="Map">
      <Option name="name" type="QString" value="semi_circle"/>
      <Option name="color" type="QString" value="8,64,129,255"/>
      <Option name="outline_color" type="QString" value="8,64,129,255"/>
      <Option name="outline_style" type="QString" value="solid"/>
      <Option name="outline_width" type="QString" value="0.1"/>
      <Option name="outline_width_unit" type="QString" value="MM"/>
      <Option name="size" type="QString" value="2"/>
      <Option name="size_unit" type="QString" value="MM"/>
      <Option name="scale_method" type="QString" value="diameter"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value=""/>
       <Option name="properties" type="Map">
        <Option name="size" type="Map">
         <Option name="active" type="bool" value="true"/>
         <Option name="expression" type="QString" value="2 * clamp(0.4, sqrt(4000 / coalesce(@map_scale, 4000)), 1)"/>
         <Option name="type" type="int" value="3"/>
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol name="unknown" type="marker" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="3">
     <Option type="Map">
      <Option name="name" type="QString" value="circle"/>
      <Option name="color" type="QString" value="255,255,255,255"/>
      <Option name="outline_color" type="QString" value="90,90,90,255"/>
      <Option name="outline_style" type="QString" value="solid"/>
      <Option name="outline_width" type="QString" value="0.3"/>
      <Option name="outline_width_unit" type="QString" value="MM"/>
      <Option name="size" type="QString" value="1.8"/>
      <Option name="size_unit" type="QString" value="MM"/>
      <Option name="scale_method" type="QString" value="diameter"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value=""/>
       <Option name="properties" type="Map">
        <Option name="size" type="Map">
         <Option name="active" type="bool" value="true"/>
         <Option name="expression" type="QString" value="1.8 * clamp(0.4, sqrt(4000 / coalesce(@map_scale, 4000)), 1)"/>
         <Option name="type" type="int" value="3"/>
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol name="occupied" type="marker" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="1">
     <Option type="Map">
      <Option name="name" type="QString" value="circle"/>
      <Option name="color" type="QString" value="196,196,196,255"/>
      <Option name="outline_color" type="QString" value="150,150,150,255"/>
      <Option name="outline_style" type="QString" value="solid"/>
      <Option name="outline_width" type="QString" value="0.1"/>
      <Option name="outline_width_unit" type="QString" value="MM"/>
      <Option name="size" type="QString" value="1.2"/>
      <Option name="size_unit" type="QString" value="MM"/>
      <Option name="scale_method" type="QString" value="diameter"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value=""/>
       <Option name="properties" type="Map">
        <Option name="size" type="Map">
         <Option name="active" type="bool" value="true"/>
         <Option name="expression" type="QString" value="1.2 * clamp(0.4, sqrt(4000 / coalesce(@map_scale, 4000)), 1)"/>
         <Option name="type" type="int" value="3"/>
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol name="other" type="marker" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="2">
     <Option type="Map">
      <Option name="name" type="QString" value="square"/>
      <Option name="color" type="QString" value="165,165,165,255"/>
      <Option name="outline_color" type="QString" value="120,120,120,255"/>
      <Option name="outline_style" type="QString" value="solid"/>
      <Option name="outline_width" type="QString" value="0.1"/>
      <Option name="outline_width_unit" type="QString" value="MM"/>
      <Option name="size" type="QString" value="1.2"/>
      <Option name="size_unit" type="QString" value="MM"/>
      <Option name="scale_method" type="QString" value="diameter"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value=""/>
       <Option name="properties" type="Map">
        <Option name="size" type="Map">
         <Option name="active" type="bool" value="true"/>
         <Option name="expression" type="QString" value="1.2 * clamp(0.4, sqrt(4000 / coalesce(@map_scale, 4000)), 1)"/>
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
 <blendMode>0</blendMode>
 <featureBlendMode>0</featureBlendMode>
 <layerOpacity>1</layerOpacity>
 <legend type="default-vector" showLabelLegend="0"/>
 <aliases>{{aliases}}</aliases>
 <fieldConfiguration>{{widgets}}</fieldConfiguration>
 <previewExpression>coalesce("name", "premises_id")</previewExpression>
 <mapTip enabled="1">&lt;div style="font-family:sans-serif;font-size:13px;max-width:320px"&gt;
&lt;b style="font-size:15px"&gt;[% coalesce("name", "premises_id") %]&lt;/b&gt;
[% concat('&lt;br&gt;', CASE WHEN "status" = 'vacant' THEN '{{Local vacant||Vacant}}' WHEN "status" = 'works' THEN '{{En travaux||Under works}}' WHEN "status" = 'occupied' THEN '{{Local occupé||Occupied}}' WHEN "status" = 'reserve' THEN '{{Réserve||Storage}}' WHEN "status" = 'converted' THEN '{{Local converti||Converted}}' ELSE '{{Situation inconnue||Unknown status}}' END) %]
[% CASE WHEN "vacant_since" IS NOT NULL THEN concat('&lt;br&gt;{{Vacant depuis&#160;:||Vacant since:}} ', "vacant_since") ELSE '' END %]
[% CASE WHEN "vacancy_days" IS NOT NULL THEN concat(' (', "vacancy_days", '{{&#160;jours||&#160;days}})') ELSE '' END %]
[% CASE WHEN "gi_class" IN ('hot', 'cold') THEN concat('&lt;br&gt;', CASE WHEN "gi_class" = 'hot' THEN '{{Point chaud de vacance||Hot spot of vacancy}}' ELSE '{{Point froid||Cold spot}}' END) ELSE '' END %]
[% CASE WHEN coalesce("family", "activity") IS NOT NULL THEN concat('&lt;br&gt;', coalesce("family", "activity")) ELSE '' END %]
[% concat('&lt;br&gt;', coalesce("street_name", '{{Sans rue||No street}}')) %]
&lt;/div&gt;</mapTip>
 <layerGeometryType>0</layerGeometryType>
</qgis>
