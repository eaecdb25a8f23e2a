<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.16" styleCategories="AllStyleCategories" readOnly="0" labelsEnabled="0" hasScaleBasedVisibilityFlag="0" simplifyDrawingHints="1" simplifyDrawingTol="1" simplifyAlgorithm="0" simplifyLocal="1" simplifyMaxScale="1" symbologyReferenceScale="-1">
 <flags>
  <Identifiable>1</Identifiable>
  <Removable>1</Removable>
  <Searchable>1</Searchable>
  <Private>0</Private>
 </flags>
 <!-- Colour tells the rate, width the density of the stock that it is a rate of; where that is thin, a grey hairline; dashed where the continuous estimator leaves 0 to 1. -->
 <renderer-v2 type="RuleRenderer" symbollevels="1" forceraster="0" enableorderby="0" referencescale="-1">
  <rules key="vitrine">
   {{#classes}}
   <rule key="class_{{i}}" filter="&quot;enough&quot; AND &quot;class&quot; = {{i}}" symbol="class_{{i}}" label="{{label}}"/>
   {{/classes}}
   <rule key="thin" filter="&quot;stock_density&quot; &gt; 0 AND NOT coalesce(&quot;enough&quot;, false)" symbol="thin" label="{{Trop peu de locaux||Too few premises}}"/>
   <rule key="unrated" filter="&quot;stock_density&quot; &gt; 0 AND &quot;enough&quot; AND &quot;class&quot; IS NULL" symbol="unrated" label="{{Taux hors d’échelle||Rate out of range}}"/>
  </rules>
  <symbols>
   {{#classes}}
   <symbol name="class_{{i}}" type="line" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" locked="0" pass="1">
     <Option type="Map">
      <Option name="line_color" type="QString" value="59,59,59,255"/>
      <Option name="line_width" type="QString" value="1"/>
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
         <Option name="expression" type="QString" value="((0.6 + 2.6 * sqrt(&quot;stock_density&quot; / coalesce(maximum(&quot;stock_density&quot;), 1))) + 0.4) * clamp(0.4, sqrt(5000 / coalesce(@map_scale, 5000)), 1)"/>
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
      <Option name="line_width" type="QString" value="1"/>
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
         <Option name="expression" type="QString" value="(0.6 + 2.6 * sqrt(&quot;stock_density&quot; / coalesce(maximum(&quot;stock_density&quot;), 1))) * clamp(0.4, sqrt(5000 / coalesce(@map_scale, 5000)), 1)"/>
         <Option name="type" type="int" value="3"/>
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   {{/classes}}
   <symbol name="thin" type="line" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="line_color" type="QString" value="150,158,168,255"/>
      <Option name="line_width" type="QString" value="1"/>
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
         <Option name="expression" type="QString" value="0.4 * clamp(0.4, sqrt(5000 / coalesce(@map_scale, 5000)), 1)"/>
         <Option name="type" type="int" value="3"/>
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol name="unrated" type="line" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="line_color" type="QString" value="150,158,168,255"/>
      <Option name="line_width" type="QString" value="1"/>
      <Option name="line_width_unit" type="QString" value="MM"/>
      <Option name="line_style" type="QString" value="dash"/>
      <Option name="capstyle" type="QString" value="flat"/>
      <Option name="joinstyle" type="QString" value="round"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value=""/>
       <Option name="properties" type="Map">
        <Option name="outlineWidth" type="Map">
         <Option name="active" type="bool" value="true"/>
         <Option name="expression" type="QString" value="0.4 * clamp(0.4, sqrt(5000 / coalesce(@map_scale, 5000)), 1)"/>
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
 <previewExpression>"lixel_id"</previewExpression>
 <mapTip enabled="1">&lt;div style="font-family:sans-serif;font-size:13px"&gt;[% CASE WHEN "rate" IS NULL THEN '{{Aucun local à proximité||No premises near}}' ELSE concat('{{Taux de vacance local&#160;:||Local vacancy rate:}} &lt;b&gt;', format_number(100 * "rate", 1, '{{fr||en}}'), '{{&#160;%||%}}&lt;/b&gt;&lt;br&gt;{{Locaux pour 100 m de rue&#160;:||Premises on 100 m of street:}} ', format_number(100 * "stock_density", 1, '{{fr||en}}')) END %][% CASE WHEN "rate" IS NOT NULL AND NOT coalesce("enough", false) THEN '&lt;br&gt;&lt;i&gt;{{Effectif faible : à lire avec prudence||Small number: read with caution}}&lt;/i&gt;' ELSE '' END %]&lt;/div&gt;</mapTip>
 <layerGeometryType>1</layerGeometryType>
</qgis>
