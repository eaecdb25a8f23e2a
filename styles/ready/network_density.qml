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
   
   <rule key="class_0" filter="&quot;enough&quot; AND &quot;class&quot; = 0" symbol="class_0" label="moins de 5 %"/>
   
   <rule key="class_1" filter="&quot;enough&quot; AND &quot;class&quot; = 1" symbol="class_1" label="5 – 7,5 %"/>
   
   <rule key="class_2" filter="&quot;enough&quot; AND &quot;class&quot; = 2" symbol="class_2" label="7,5 – 10 %"/>
   
   <rule key="class_3" filter="&quot;enough&quot; AND &quot;class&quot; = 3" symbol="class_3" label="plus de 10 %"/>
   
   <rule key="thin" filter="&quot;stock_density&quot; &gt; 0 AND NOT coalesce(&quot;enough&quot;, false)" symbol="thin" label="Trop peu de locaux"/>
   <rule key="unrated" filter="&quot;stock_density&quot; &gt; 0 AND &quot;enough&quot; AND &quot;class&quot; IS NULL" symbol="unrated" label="Taux hors d’échelle"/>
  </rules>
  <symbols>
   
   <symbol name="class_0" type="line" alpha="1" clip_to_extent="1" force_rhr="0">
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
    <layer class="SimpleLine" enabled="1" locked="0" pass="10">
     <Option type="Map">
      <Option name="line_color" type="QString" value="254,232,200,255"/>
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
   
   <symbol name="class_1" type="line" alpha="1" clip_to_extent="1" force_rhr="0">
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
    <layer class="SimpleLine" enabled="1" locked="0" pass="11">
     <Option type="Map">
      <Option name="line_color" type="QString" value="253,172,118,255"/>
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
   
   <symbol name="class_2" type="line" alpha="1" clip_to_extent="1" force_rhr="0">
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
    <layer class="SimpleLine" enabled="1" locked="0" pass="12">
     <Option type="Map">
      <Option name="line_color" type="QString" value="227,79,50,255"/>
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
   
   <symbol name="class_3" type="line" alpha="1" clip_to_extent="1" force_rhr="0">
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
    <layer class="SimpleLine" enabled="1" locked="0" pass="13">
     <Option type="Map">
      <Option name="line_color" type="QString" value="127,0,0,255"/>
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
 <aliases><alias index="0" name="Identifiant du lixel" field="lixel_id"/><alias index="1" name="Identifiant de la rue" field="street_id"/><alias index="2" name="Longueur (m)" field="length_m"/><alias index="3" name="Densité de locaux (par m de rue)" field="stock_density"/><alias index="4" name="Densité de locaux vacants (par m de rue)" field="vacant_density"/><alias index="5" name="Taux de vacance local" field="rate"/><alias index="6" name="Classe de vacance" field="class"/><alias index="7" name="Effectif suffisant" field="enough"/></aliases>
 <fieldConfiguration><field name="rate"><editWidget type="Range"><config><Option type="Map"><Option name="AllowNull" type="bool" value="true"/><Option name="Min" type="double" value="-1000000"/><Option name="Max" type="double" value="1000000"/><Option name="Precision" type="int" value="3"/><Option name="Step" type="double" value="0.01"/><Option name="Style" type="QString" value="SpinBox"/></Option></config></editWidget></field><field name="class"><editWidget type="ValueMap"><config><Option type="Map"><Option name="map" type="List"><Option type="Map"><Option name="moins de 5 %" type="QString" value="0"/></Option><Option type="Map"><Option name="5 – 7,5 %" type="QString" value="1"/></Option><Option type="Map"><Option name="7,5 – 10 %" type="QString" value="2"/></Option><Option type="Map"><Option name="plus de 10 %" type="QString" value="3"/></Option></Option></Option></config></editWidget></field></fieldConfiguration>
 <previewExpression>"lixel_id"</previewExpression>
 <mapTip enabled="1">&lt;div style="font-family:sans-serif;font-size:13px"&gt;[% CASE WHEN "rate" IS NULL THEN 'Aucun local à proximité' ELSE concat('Taux de vacance local&#160;: &lt;b&gt;', format_number(100 * "rate", 1, 'fr'), '&#160;%&lt;/b&gt;&lt;br&gt;Locaux pour 100 m de rue&#160;: ', format_number(100 * "stock_density", 1, 'fr')) END %][% CASE WHEN "rate" IS NOT NULL AND NOT coalesce("enough", false) THEN '&lt;br&gt;&lt;i&gt;Effectif faible : à lire avec prudence&lt;/i&gt;' ELSE '' END %]&lt;/div&gt;</mapTip>
 <layerGeometryType>1</layerGeometryType>
</qgis>
