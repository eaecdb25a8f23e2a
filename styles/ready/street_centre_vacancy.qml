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
   
   <rule key="class_0" filter="&quot;enough&quot; AND &quot;class&quot; = 0 AND &quot;class_certain&quot;" symbol="class_0" label="moins de 5 %"/>
   
   <rule key="class_1" filter="&quot;enough&quot; AND &quot;class&quot; = 1 AND &quot;class_certain&quot;" symbol="class_1" label="5 – 7,5 %"/>
   
   <rule key="class_2" filter="&quot;enough&quot; AND &quot;class&quot; = 2 AND &quot;class_certain&quot;" symbol="class_2" label="7,5 – 10 %"/>
   
   <rule key="class_3" filter="&quot;enough&quot; AND &quot;class&quot; = 3 AND &quot;class_certain&quot;" symbol="class_3" label="plus de 10 %"/>
   
   
   <rule key="unsure_0" filter="&quot;enough&quot; AND &quot;class&quot; = 0 AND NOT coalesce(&quot;class_certain&quot;, false)" symbol="unsure_0" label="moins de 5 %, incertain"/>
   
   <rule key="unsure_1" filter="&quot;enough&quot; AND &quot;class&quot; = 1 AND NOT coalesce(&quot;class_certain&quot;, false)" symbol="unsure_1" label="5 – 7,5 %, incertain"/>
   
   <rule key="unsure_2" filter="&quot;enough&quot; AND &quot;class&quot; = 2 AND NOT coalesce(&quot;class_certain&quot;, false)" symbol="unsure_2" label="7,5 – 10 %, incertain"/>
   
   <rule key="unsure_3" filter="&quot;enough&quot; AND &quot;class&quot; = 3 AND NOT coalesce(&quot;class_certain&quot;, false)" symbol="unsure_3" label="plus de 10 %, incertain"/>
   
   <rule key="small" filter="&quot;stock&quot; &gt; 0 AND NOT coalesce(&quot;enough&quot;, false)" symbol="small" label="Effectif faible"/>
   <rule key="none" filter="coalesce(&quot;stock&quot;, 0) = 0" symbol="none" label="Sans local observé (occupé ou vacant)"/>
  </rules>
  <symbols>
   
   <symbol name="class_0" type="line" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" locked="0" pass="2">
     <Option type="Map">
      <Option name="line_color" type="QString" value="59,59,59,255"/>
      <Option name="line_width" type="QString" value="0.9"/>
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
         <Option name="expression" type="QString" value="(0.9 + 0.4) * clamp(0.4, sqrt(5000 / coalesce(@map_scale, 5000)), 1)"/>
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
      <Option name="line_width" type="QString" value="0.9"/>
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
         <Option name="expression" type="QString" value="0.9 * clamp(0.4, sqrt(5000 / coalesce(@map_scale, 5000)), 1)"/>
         <Option name="type" type="int" value="3"/>
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   
   <symbol name="class_1" type="line" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" locked="0" pass="2">
     <Option type="Map">
      <Option name="line_color" type="QString" value="59,59,59,255"/>
      <Option name="line_width" type="QString" value="1.33"/>
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
         <Option name="expression" type="QString" value="(1.33 + 0.4) * clamp(0.4, sqrt(5000 / coalesce(@map_scale, 5000)), 1)"/>
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
      <Option name="line_width" type="QString" value="1.33"/>
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
         <Option name="expression" type="QString" value="1.33 * clamp(0.4, sqrt(5000 / coalesce(@map_scale, 5000)), 1)"/>
         <Option name="type" type="int" value="3"/>
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   
   <symbol name="class_2" type="line" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" locked="0" pass="2">
     <Option type="Map">
      <Option name="line_color" type="QString" value="59,59,59,255"/>
      <Option name="line_width" type="QString" value="1.77"/>
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
         <Option name="expression" type="QString" value="(1.77 + 0.4) * clamp(0.4, sqrt(5000 / coalesce(@map_scale, 5000)), 1)"/>
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
      <Option name="line_width" type="QString" value="1.77"/>
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
         <Option name="expression" type="QString" value="1.77 * clamp(0.4, sqrt(5000 / coalesce(@map_scale, 5000)), 1)"/>
         <Option name="type" type="int" value="3"/>
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   
   <symbol name="class_3" type="line" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" locked="0" pass="2">
     <Option type="Map">
      <Option name="line_color" type="QString" value="59,59,59,255"/>
      <Option name="line_width" type="QString" value="2.2"/>
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
         <Option name="expression" type="QString" value="(2.2 + 0.4) * clamp(0.4, sqrt(5000 / coalesce(@map_scale, 5000)), 1)"/>
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
      <Option name="line_width" type="QString" value="2.2"/>
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
         <Option name="expression" type="QString" value="2.2 * clamp(0.4, sqrt(5000 / coalesce(@map_scale, 5000)), 1)"/>
         <Option name="type" type="int" value="3"/>
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   
   
   <symbol name="unsure_0" type="line" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" locked="0" pass="2">
     <Option type="Map">
      <Option name="line_color" type="QString" value="59,59,59,255"/>
      <Option name="line_width" type="QString" value="0.45"/>
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
         <Option name="expression" type="QString" value="(0.45 + 0.4) * clamp(0.4, sqrt(5000 / coalesce(@map_scale, 5000)), 1)"/>
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
      <Option name="line_width" type="QString" value="0.45"/>
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
         <Option name="expression" type="QString" value="0.45 * clamp(0.4, sqrt(5000 / coalesce(@map_scale, 5000)), 1)"/>
         <Option name="type" type="int" value="3"/>
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   
   <symbol name="unsure_1" type="line" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" locked="0" pass="2">
     <Option type="Map">
      <Option name="line_color" type="QString" value="59,59,59,255"/>
      <Option name="line_width" type="QString" value="0.67"/>
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
         <Option name="expression" type="QString" value="(0.67 + 0.4) * clamp(0.4, sqrt(5000 / coalesce(@map_scale, 5000)), 1)"/>
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
      <Option name="line_width" type="QString" value="0.67"/>
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
         <Option name="expression" type="QString" value="0.67 * clamp(0.4, sqrt(5000 / coalesce(@map_scale, 5000)), 1)"/>
         <Option name="type" type="int" value="3"/>
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   
   <symbol name="unsure_2" type="line" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" locked="0" pass="2">
     <Option type="Map">
      <Option name="line_color" type="QString" value="59,59,59,255"/>
      <Option name="line_width" type="QString" value="0.88"/>
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
         <Option name="expression" type="QString" value="(0.88 + 0.4) * clamp(0.4, sqrt(5000 / coalesce(@map_scale, 5000)), 1)"/>
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
      <Option name="line_width" type="QString" value="0.88"/>
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
         <Option name="expression" type="QString" value="0.88 * clamp(0.4, sqrt(5000 / coalesce(@map_scale, 5000)), 1)"/>
         <Option name="type" type="int" value="3"/>
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   
   <symbol name="unsure_3" type="line" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" locked="0" pass="2">
     <Option type="Map">
      <Option name="line_color" type="QString" value="59,59,59,255"/>
      <Option name="line_width" type="QString" value="1.1"/>
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
         <Option name="expression" type="QString" value="(1.1 + 0.4) * clamp(0.4, sqrt(5000 / coalesce(@map_scale, 5000)), 1)"/>
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
      <Option name="line_width" type="QString" value="1.1"/>
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
         <Option name="expression" type="QString" value="1.1 * clamp(0.4, sqrt(5000 / coalesce(@map_scale, 5000)), 1)"/>
         <Option name="type" type="int" value="3"/>
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   
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
   <rule key="label_upper" description="Classes hautes : nom, taux, vacants / locaux" filter="&quot;enough&quot; AND &quot;class&quot; &gt;= 0.6 * maximum(&quot;class&quot;, filter:=&quot;enough&quot;)" scalemindenom="0" scalemaxdenom="20000">
    <settings calloutType="simple">
     <text-style fieldName="if(if(is_closed(line_merge($geometry)), bounds_width($geometry), &quot;length_m&quot;) * 1000 / @map_scale &gt; 1.5 * (length(&quot;street_name&quot;) + 14), concat(&quot;street_name&quot;, '  ', format_number(100 * &quot;rate&quot;, 0, 'fr'), '&#160;% (', &quot;stock&quot; - &quot;occupied&quot;, '/', &quot;stock&quot;, ')'), concat(&quot;street_name&quot;, '  ', format_number(100 * &quot;rate&quot;, 0, 'fr'), '&#160;%'))" isExpression="1" fontFamily="Open Sans" fontSize="7" fontSizeUnit="Point" fontWeight="50" namedStyle="Regular" fontItalic="0" textColor="20,20,20,255" textOpacity="1" multilineHeight="0.9" textOrientation="horizontal" capitalization="0" fontKerning="1">
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
         <Option name="expression" type="QString" value="NOT coalesce(is_closed(line_merge($geometry)), false) OR bounds_width($geometry) * 1000 / @map_scale &gt; 1.05 * (length(&quot;street_name&quot;) + 6)"/>
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
   <rule key="label_rate" description="Autres classes : nom, taux, vacants / locaux" filter="&quot;enough&quot; AND &quot;class&quot; &lt; 0.6 * maximum(&quot;class&quot;, filter:=&quot;enough&quot;)" scalemindenom="0" scalemaxdenom="6000">
    <settings calloutType="simple">
     <text-style fieldName="if(if(is_closed(line_merge($geometry)), bounds_width($geometry), &quot;length_m&quot;) * 1000 / @map_scale &gt; 1.3 * (length(&quot;street_name&quot;) + 14), concat(&quot;street_name&quot;, '  ', format_number(100 * &quot;rate&quot;, 0, 'fr'), '&#160;% (', &quot;stock&quot; - &quot;occupied&quot;, '/', &quot;stock&quot;, ')'), concat(&quot;street_name&quot;, '  ', format_number(100 * &quot;rate&quot;, 0, 'fr'), '&#160;%'))" isExpression="1" fontFamily="Open Sans" fontSize="6.5" fontSizeUnit="Point" fontWeight="50" namedStyle="Regular" fontItalic="0" textColor="70,70,70,255" textOpacity="1" multilineHeight="0.9" textOrientation="horizontal" capitalization="0" fontKerning="1">
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
         <Option name="expression" type="QString" value="NOT coalesce(is_closed(line_merge($geometry)), false) OR bounds_width($geometry) * 1000 / @map_scale &gt; 1.1 * (length(&quot;street_name&quot;) + 6)"/>
         <Option name="type" type="int" value="3"/>
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection"/>
      </Option>
     </dd_properties>
    </settings>
   </rule>
   <rule key="label_name" description="Effectif faible ou sans local : nom" filter="NOT coalesce(&quot;enough&quot;, false)" scalemindenom="0" scalemaxdenom="3500">
    <settings calloutType="simple">
     <text-style fieldName="&quot;street_name&quot;" isExpression="1" fontFamily="Open Sans" fontSize="6" fontSizeUnit="Point" fontWeight="50" namedStyle="Italic" fontItalic="1" textColor="110,110,110,255" textOpacity="1" multilineHeight="1" textOrientation="horizontal" capitalization="0" fontKerning="1">
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
         <Option name="expression" type="QString" value="NOT coalesce(is_closed(line_merge($geometry)), false) OR bounds_width($geometry) * 1000 / @map_scale &gt; 1.0 * (length(&quot;street_name&quot;) + 6)"/>
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
 <aliases><alias index="0" name="Identifiant de la rue" field="street_id"/><alias index="1" name="Rue" field="street_name"/><alias index="2" name="Identifiant du centre" field="centre_id"/><alias index="3" name="Centre" field="centre_name"/><alias index="4" name="Longueur (m)" field="length_m"/><alias index="5" name="Locaux relevés" field="premises"/><alias index="6" name="Locaux occupés" field="occupied"/><alias index="7" name="Locaux vacants" field="vacant"/><alias index="8" name="Locaux en travaux" field="works"/><alias index="9" name="Réserves, vitrines mortes" field="reserve"/><alias index="10" name="Locaux convertis" field="converted"/><alias index="11" name="Situation inconnue" field="unknown"/><alias index="12" name="Locaux comptés (occupés + vacants)" field="stock"/><alias index="13" name="Taux de vacance" field="rate"/><alias index="14" name="Taux, borne basse à 95 %" field="rate_ci_low"/><alias index="15" name="Taux, borne haute à 95 %" field="rate_ci_high"/><alias index="16" name="Taux si les inconnus sont occupés" field="rate_min"/><alias index="17" name="Taux si les inconnus sont vacants" field="rate_max"/><alias index="18" name="Taux lissé (Bayes empirique)" field="rate_eb"/><alias index="19" name="Classe de vacance" field="class"/><alias index="20" name="Classe certaine" field="class_certain"/><alias index="21" name="Effectif suffisant" field="enough"/><alias index="22" name="Linéaire connu (m)" field="frontage_m"/><alias index="23" name="Linéaire vacant (m)" field="frontage_vacant_m"/><alias index="24" name="Taux de vacance en linéaire" field="frontage_rate"/><alias index="25" name="Part des locaux au linéaire connu" field="frontage_coverage"/><alias index="26" name="Surface connue (m²)" field="floor_m2"/><alias index="27" name="Surface vacante (m²)" field="floor_vacant_m2"/><alias index="28" name="Taux de vacance en surface" field="floor_rate"/><alias index="29" name="Part des locaux à la surface connue" field="floor_coverage"/><alias index="30" name="Vacance frictionnelle" field="frictional"/><alias index="31" name="Vacance longue" field="long_term"/><alias index="32" name="Vacance structurelle" field="structural"/><alias index="33" name="Vacance persistante" field="persistent"/><alias index="34" name="Vacance de durée inconnue" field="term_unknown"/><alias index="35" name="Plus longue suite de vacants" field="run_max"/><alias index="36" name="Longueur de cette suite (m)" field="run_max_m"/><alias index="37" name="Ordre incertain" field="run_order_unsure"/><alias index="38" name="Plus long vide sans commerce actif (m)" field="gap_max_m"/><alias index="39" name="Ruptures de linéaire" field="gaps"/><alias index="40" name="Locaux pour 100 m" field="units_per_100m"/><alias index="41" name="Diversité (Shannon)" field="shannon"/><alias index="42" name="Équitabilité" field="evenness"/><alias index="43" name="Familles présentes" field="families"/></aliases>
 <fieldConfiguration><field name="rate"><editWidget type="Range"><config><Option type="Map"><Option name="AllowNull" type="bool" value="true"/><Option name="Min" type="double" value="-1000000"/><Option name="Max" type="double" value="1000000"/><Option name="Precision" type="int" value="3"/><Option name="Step" type="double" value="0.01"/><Option name="Style" type="QString" value="SpinBox"/></Option></config></editWidget></field><field name="rate_ci_low"><editWidget type="Range"><config><Option type="Map"><Option name="AllowNull" type="bool" value="true"/><Option name="Min" type="double" value="-1000000"/><Option name="Max" type="double" value="1000000"/><Option name="Precision" type="int" value="3"/><Option name="Step" type="double" value="0.01"/><Option name="Style" type="QString" value="SpinBox"/></Option></config></editWidget></field><field name="rate_ci_high"><editWidget type="Range"><config><Option type="Map"><Option name="AllowNull" type="bool" value="true"/><Option name="Min" type="double" value="-1000000"/><Option name="Max" type="double" value="1000000"/><Option name="Precision" type="int" value="3"/><Option name="Step" type="double" value="0.01"/><Option name="Style" type="QString" value="SpinBox"/></Option></config></editWidget></field><field name="rate_min"><editWidget type="Range"><config><Option type="Map"><Option name="AllowNull" type="bool" value="true"/><Option name="Min" type="double" value="-1000000"/><Option name="Max" type="double" value="1000000"/><Option name="Precision" type="int" value="3"/><Option name="Step" type="double" value="0.01"/><Option name="Style" type="QString" value="SpinBox"/></Option></config></editWidget></field><field name="rate_max"><editWidget type="Range"><config><Option type="Map"><Option name="AllowNull" type="bool" value="true"/><Option name="Min" type="double" value="-1000000"/><Option name="Max" type="double" value="1000000"/><Option name="Precision" type="int" value="3"/><Option name="Step" type="double" value="0.01"/><Option name="Style" type="QString" value="SpinBox"/></Option></config></editWidget></field><field name="rate_eb"><editWidget type="Range"><config><Option type="Map"><Option name="AllowNull" type="bool" value="true"/><Option name="Min" type="double" value="-1000000"/><Option name="Max" type="double" value="1000000"/><Option name="Precision" type="int" value="3"/><Option name="Step" type="double" value="0.01"/><Option name="Style" type="QString" value="SpinBox"/></Option></config></editWidget></field><field name="frontage_rate"><editWidget type="Range"><config><Option type="Map"><Option name="AllowNull" type="bool" value="true"/><Option name="Min" type="double" value="-1000000"/><Option name="Max" type="double" value="1000000"/><Option name="Precision" type="int" value="3"/><Option name="Step" type="double" value="0.01"/><Option name="Style" type="QString" value="SpinBox"/></Option></config></editWidget></field><field name="frontage_coverage"><editWidget type="Range"><config><Option type="Map"><Option name="AllowNull" type="bool" value="true"/><Option name="Min" type="double" value="-1000000"/><Option name="Max" type="double" value="1000000"/><Option name="Precision" type="int" value="3"/><Option name="Step" type="double" value="0.01"/><Option name="Style" type="QString" value="SpinBox"/></Option></config></editWidget></field><field name="floor_rate"><editWidget type="Range"><config><Option type="Map"><Option name="AllowNull" type="bool" value="true"/><Option name="Min" type="double" value="-1000000"/><Option name="Max" type="double" value="1000000"/><Option name="Precision" type="int" value="3"/><Option name="Step" type="double" value="0.01"/><Option name="Style" type="QString" value="SpinBox"/></Option></config></editWidget></field><field name="floor_coverage"><editWidget type="Range"><config><Option type="Map"><Option name="AllowNull" type="bool" value="true"/><Option name="Min" type="double" value="-1000000"/><Option name="Max" type="double" value="1000000"/><Option name="Precision" type="int" value="3"/><Option name="Step" type="double" value="0.01"/><Option name="Style" type="QString" value="SpinBox"/></Option></config></editWidget></field><field name="class"><editWidget type="ValueMap"><config><Option type="Map"><Option name="map" type="List"><Option type="Map"><Option name="moins de 5 %" type="QString" value="0"/></Option><Option type="Map"><Option name="5 – 7,5 %" type="QString" value="1"/></Option><Option type="Map"><Option name="7,5 – 10 %" type="QString" value="2"/></Option><Option type="Map"><Option name="plus de 10 %" type="QString" value="3"/></Option></Option></Option></config></editWidget></field></fieldConfiguration>
 <previewExpression>concat(&quot;street_name&quot;, ' – ', &quot;centre_name&quot;)</previewExpression>
 <mapTip enabled="1">&lt;div style="font-family:sans-serif;font-size:13px;max-width:320px"&gt;
&lt;b style="font-size:15px"&gt;[% concat(&quot;street_name&quot;, ' – ', &quot;centre_name&quot;) %]&lt;/b&gt;
[% CASE WHEN coalesce("stock", 0) = 0 THEN '&lt;br&gt;Sans local observé (occupé ou vacant)'
ELSE concat('&lt;br&gt;Taux de vacance&#160;: &lt;b&gt;', format_number(100 * "rate", 1, 'fr'), '&#160;%&lt;/b&gt;',
 '&lt;br&gt;Intervalle à 95&#160;%&#160;: ', format_number(100 * "rate_ci_low", 1, 'fr'), ' – ', format_number(100 * "rate_ci_high", 1, 'fr'), '&#160;%',
 '&lt;br&gt;Vacants / locaux comptés&#160;: ', "stock" - "occupied", ' / ', "stock") END %]
[% CASE WHEN "stock" &gt; 0 AND "unknown" &gt; 0 THEN concat('&lt;br&gt;Selon les situations inconnues (', "unknown", ')&#160;: ', format_number(100 * "rate_min", 1, 'fr'), ' – ', format_number(100 * "rate_max", 1, 'fr'), '&#160;%') ELSE '' END %]
[% CASE WHEN "run_max" &gt; 1 THEN concat('&lt;br&gt;Vacants à la suite, d’un même côté&#160;: ', "run_max", CASE WHEN "run_max_m" IS NOT NULL THEN concat(' (', format_number("run_max_m", 0, 'fr'), '&#160;m)') ELSE '' END, CASE WHEN "run_order_unsure" THEN ', ordre incertain' ELSE '' END) ELSE '' END %]
[% CASE WHEN "structural" + "persistent" &gt; 0 THEN concat('&lt;br&gt;Vacants depuis 2 ans et plus&#160;: ', "structural" + "persistent") ELSE '' END %]
[% CASE WHEN "stock" &gt; 0 AND NOT coalesce("enough", false) THEN '&lt;br&gt;&lt;i&gt;Effectif faible : à lire avec prudence&lt;/i&gt;' ELSE '' END %]
&lt;/div&gt;</mapTip>
 <layerGeometryType>1</layerGeometryType>
</qgis>
