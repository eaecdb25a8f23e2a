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
   
   <rule key="class_0" filter="&quot;best_index&quot; &gt;= 0 AND &quot;best_index&quot; &lt; 40" symbol="class_0" label="Faible (≥ 0)"/>
   
   <rule key="class_1" filter="&quot;best_index&quot; &gt;= 40 AND &quot;best_index&quot; &lt; 50" symbol="class_1" label="Moyen (≥ 40)"/>
   
   <rule key="class_2" filter="&quot;best_index&quot; &gt;= 50 AND &quot;best_index&quot; &lt; 60" symbol="class_2" label="Bon (≥ 50)"/>
   
   <rule key="class_3" filter="&quot;best_index&quot; &gt;= 60 AND &quot;best_index&quot; &lt; 70" symbol="class_3" label="Très bon (≥ 60)"/>
   
   <rule key="class_4" filter="&quot;best_index&quot; &gt;= 70 AND &quot;best_index&quot; &lt; 1e9" symbol="class_4" label="Excellent (≥ 70)"/>
   
   <rule key="none" filter="&quot;best_index&quot; IS NULL" symbol="none" label="Aucun critère renseigné"/>
   
   <rule key="use_0" filter="&quot;best_use&quot; = 'residentiel'" symbol="use_0" label="logement"/>
   
   <rule key="use_1" filter="&quot;best_use&quot; = 'equipements'" symbol="use_1" label="équipements"/>
   
   <rule key="use_2" filter="&quot;best_use&quot; = 'culture'" symbol="use_2" label="culture"/>
   
   <rule key="use_3" filter="&quot;best_use&quot; = 'tertiaire'" symbol="use_3" label="tertiaire"/>
   
   <rule key="use_4" filter="&quot;best_use&quot; = 'industrie'" symbol="use_4" label="industrie"/>
   
   <rule key="use_5" filter="&quot;best_use&quot; = 'renaturation'" symbol="use_5" label="renaturation"/>
   
   <rule key="use_6" filter="&quot;best_use&quot; = 'photovoltaique'" symbol="use_6" label="photovoltaïque"/>
   
  </rules>
  <symbols>
   
   <symbol name="class_0" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="color" type="QString" value="255,255,217,255"/>
      <Option name="style" type="QString" value="solid"/>
      <Option name="outline_color" type="QString" value="35,35,35,255"/>
      <Option name="outline_style" type="QString" value="solid"/>
      <Option name="outline_width" type="QString" value="0.3"/>
      <Option name="outline_width_unit" type="QString" value="MM"/>
     </Option>
    </layer>
   </symbol>
   
   <symbol name="class_1" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="color" type="QString" value="199,233,180,255"/>
      <Option name="style" type="QString" value="solid"/>
      <Option name="outline_color" type="QString" value="35,35,35,255"/>
      <Option name="outline_style" type="QString" value="solid"/>
      <Option name="outline_width" type="QString" value="0.3"/>
      <Option name="outline_width_unit" type="QString" value="MM"/>
     </Option>
    </layer>
   </symbol>
   
   <symbol name="class_2" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="color" type="QString" value="127,205,187,255"/>
      <Option name="style" type="QString" value="solid"/>
      <Option name="outline_color" type="QString" value="35,35,35,255"/>
      <Option name="outline_style" type="QString" value="solid"/>
      <Option name="outline_width" type="QString" value="0.3"/>
      <Option name="outline_width_unit" type="QString" value="MM"/>
     </Option>
    </layer>
   </symbol>
   
   <symbol name="class_3" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="color" type="QString" value="29,145,192,255"/>
      <Option name="style" type="QString" value="solid"/>
      <Option name="outline_color" type="QString" value="35,35,35,255"/>
      <Option name="outline_style" type="QString" value="solid"/>
      <Option name="outline_width" type="QString" value="0.3"/>
      <Option name="outline_width_unit" type="QString" value="MM"/>
     </Option>
    </layer>
   </symbol>
   
   <symbol name="class_4" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="color" type="QString" value="34,94,168,255"/>
      <Option name="style" type="QString" value="solid"/>
      <Option name="outline_color" type="QString" value="35,35,35,255"/>
      <Option name="outline_style" type="QString" value="solid"/>
      <Option name="outline_width" type="QString" value="0.3"/>
      <Option name="outline_width_unit" type="QString" value="MM"/>
     </Option>
    </layer>
   </symbol>
   
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
   
   <symbol name="use_0" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="CentroidFill" enabled="1" locked="0" pass="1">
     <Option type="Map">
      <Option name="point_on_surface" type="QString" value="1"/>
      <Option name="point_on_all_parts" type="QString" value="0"/>
      <Option name="clip_points" type="QString" value="0"/>
     </Option>
     <symbol name="@use_0@0" type="marker" alpha="1" clip_to_extent="1" force_rhr="0">
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
        <Option name="name" type="QString" value="circle"/>
        <Option name="color" type="QString" value="#e69f00"/>
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
   
   <symbol name="use_1" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="CentroidFill" enabled="1" locked="0" pass="1">
     <Option type="Map">
      <Option name="point_on_surface" type="QString" value="1"/>
      <Option name="point_on_all_parts" type="QString" value="0"/>
      <Option name="clip_points" type="QString" value="0"/>
     </Option>
     <symbol name="@use_1@0" type="marker" alpha="1" clip_to_extent="1" force_rhr="0">
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
        <Option name="name" type="QString" value="square"/>
        <Option name="color" type="QString" value="#56b4e9"/>
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
   
   <symbol name="use_2" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="CentroidFill" enabled="1" locked="0" pass="1">
     <Option type="Map">
      <Option name="point_on_surface" type="QString" value="1"/>
      <Option name="point_on_all_parts" type="QString" value="0"/>
      <Option name="clip_points" type="QString" value="0"/>
     </Option>
     <symbol name="@use_2@0" type="marker" alpha="1" clip_to_extent="1" force_rhr="0">
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
        <Option name="name" type="QString" value="triangle"/>
        <Option name="color" type="QString" value="#009e73"/>
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
   
   <symbol name="use_3" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="CentroidFill" enabled="1" locked="0" pass="1">
     <Option type="Map">
      <Option name="point_on_surface" type="QString" value="1"/>
      <Option name="point_on_all_parts" type="QString" value="0"/>
      <Option name="clip_points" type="QString" value="0"/>
     </Option>
     <symbol name="@use_3@0" type="marker" alpha="1" clip_to_extent="1" force_rhr="0">
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
        <Option name="name" type="QString" value="diamond"/>
        <Option name="color" type="QString" value="#f0e442"/>
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
   
   <symbol name="use_4" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="CentroidFill" enabled="1" locked="0" pass="1">
     <Option type="Map">
      <Option name="point_on_surface" type="QString" value="1"/>
      <Option name="point_on_all_parts" type="QString" value="0"/>
      <Option name="clip_points" type="QString" value="0"/>
     </Option>
     <symbol name="@use_4@0" type="marker" alpha="1" clip_to_extent="1" force_rhr="0">
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
        <Option name="name" type="QString" value="pentagon"/>
        <Option name="color" type="QString" value="#0072b2"/>
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
   
   <symbol name="use_5" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="CentroidFill" enabled="1" locked="0" pass="1">
     <Option type="Map">
      <Option name="point_on_surface" type="QString" value="1"/>
      <Option name="point_on_all_parts" type="QString" value="0"/>
      <Option name="clip_points" type="QString" value="0"/>
     </Option>
     <symbol name="@use_5@0" type="marker" alpha="1" clip_to_extent="1" force_rhr="0">
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
        <Option name="name" type="QString" value="star"/>
        <Option name="color" type="QString" value="#d55e00"/>
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
   
   <symbol name="use_6" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="CentroidFill" enabled="1" locked="0" pass="1">
     <Option type="Map">
      <Option name="point_on_surface" type="QString" value="1"/>
      <Option name="point_on_all_parts" type="QString" value="0"/>
      <Option name="clip_points" type="QString" value="0"/>
     </Option>
     <symbol name="@use_6@0" type="marker" alpha="1" clip_to_extent="1" force_rhr="0">
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
        <Option name="name" type="QString" value="cross_fill"/>
        <Option name="color" type="QString" value="#cc79a7"/>
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
   
  </symbols>
 </renderer-v2>
 <labeling type="rule-based">
  <rules key="vitrine_labels">
   <rule key="label_site" description="Nom et indice" scalemindenom="0" scalemaxdenom="12000">
    <settings calloutType="simple">
     <text-style fieldName="concat(coalesce(&quot;site_name&quot;, &quot;site_id&quot;), CASE WHEN &quot;best_index&quot; IS NULL THEN '' ELSE concat(' (', format_number(&quot;best_index&quot;, 0, 'fr'), ')') END)" isExpression="1" fontFamily="Open Sans" fontSize="7.5" fontSizeUnit="Point" fontWeight="50" textColor="40,40,40,255" textOpacity="1" multilineHeight="1" textOrientation="horizontal" capitalization="0" fontKerning="1">
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
   
   <attribute field="coalesce(&quot;index_residentiel&quot;, 0)" color="#e69f00" colorOpacity="1" label="logement"/>
   
   <attribute field="coalesce(&quot;index_equipements&quot;, 0)" color="#56b4e9" colorOpacity="1" label="équipements"/>
   
   <attribute field="coalesce(&quot;index_culture&quot;, 0)" color="#009e73" colorOpacity="1" label="culture"/>
   
   <attribute field="coalesce(&quot;index_tertiaire&quot;, 0)" color="#f0e442" colorOpacity="1" label="tertiaire"/>
   
   <attribute field="coalesce(&quot;index_industrie&quot;, 0)" color="#0072b2" colorOpacity="1" label="industrie"/>
   
   <attribute field="coalesce(&quot;index_renaturation&quot;, 0)" color="#d55e00" colorOpacity="1" label="renaturation"/>
   
   <attribute field="coalesce(&quot;index_photovoltaique&quot;, 0)" color="#cc79a7" colorOpacity="1" label="photovoltaïque"/>
   
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
 <aliases><alias index="0" name="Identifiant du site" field="site_id"/><alias index="1" name="Site" field="site_name"/><alias index="2" name="Statut de la friche" field="status"/><alias index="3" name="Commune" field="municipality"/><alias index="4" name="Surface (m²)" field="area_m2"/><alias index="5" name="Emprise bâtie (m²)" field="built_m2"/><alias index="6" name="Coefficient d'emprise au sol" field="built_coverage"/><alias index="7" name="Parcelles" field="parcels"/><alias index="8" name="Parcelles touchées" field="parcels_touching"/><alias index="9" name="Indice : logement" field="index_residentiel"/><alias index="10" name="Indice : équipements" field="index_equipements"/><alias index="11" name="Indice : culture" field="index_culture"/><alias index="12" name="Indice : tertiaire" field="index_tertiaire"/><alias index="13" name="Indice : industrie" field="index_industrie"/><alias index="14" name="Indice : renaturation" field="index_renaturation"/><alias index="15" name="Indice : photovoltaïque" field="index_photovoltaique"/><alias index="16" name="Meilleur usage" field="best_use"/><alias index="17" name="Meilleur indice" field="best_index"/><alias index="18" name="Potentiel" field="band"/><alias index="19" name="Fiabilité (sur 10)" field="reliability"/><alias index="20" name="Niveau de fiabilité" field="reliability_band"/><alias index="21" name="Rang" field="rank"/><alias index="22" name="Rang, borne basse à 90 %" field="rank_p05"/><alias index="23" name="Rang, borne haute à 90 %" field="rank_p95"/><alias index="24" name="Stabilité du meilleur usage" field="best_use_stability"/><alias index="25" name="Barème" field="scheme"/></aliases>
 <fieldConfiguration><field name="built_coverage"><editWidget type="Range"><config><Option type="Map"><Option name="AllowNull" type="bool" value="true"/><Option name="Min" type="double" value="-1000000"/><Option name="Max" type="double" value="1000000"/><Option name="Precision" type="int" value="3"/><Option name="Step" type="double" value="0.01"/><Option name="Style" type="QString" value="SpinBox"/></Option></config></editWidget></field><field name="best_use"><editWidget type="ValueMap"><config><Option type="Map"><Option name="map" type="List"><Option type="Map"><Option name="logement" type="QString" value="residentiel"/></Option><Option type="Map"><Option name="équipements" type="QString" value="equipements"/></Option><Option type="Map"><Option name="culture" type="QString" value="culture"/></Option><Option type="Map"><Option name="tertiaire" type="QString" value="tertiaire"/></Option><Option type="Map"><Option name="industrie" type="QString" value="industrie"/></Option><Option type="Map"><Option name="renaturation" type="QString" value="renaturation"/></Option><Option type="Map"><Option name="photovoltaïque" type="QString" value="photovoltaique"/></Option></Option></Option></config></editWidget></field><field name="best_use_stability"><editWidget type="Range"><config><Option type="Map"><Option name="AllowNull" type="bool" value="true"/><Option name="Min" type="double" value="-1000000"/><Option name="Max" type="double" value="1000000"/><Option name="Precision" type="int" value="3"/><Option name="Step" type="double" value="0.01"/><Option name="Style" type="QString" value="SpinBox"/></Option></config></editWidget></field></fieldConfiguration>
 <previewExpression>coalesce("site_name", "site_id")</previewExpression>
 <mapTip enabled="1">&lt;div style="font-family:sans-serif;font-size:13px;max-width:320px"&gt;
&lt;b style="font-size:15px"&gt;[% coalesce("site_name", "site_id") %]&lt;/b&gt;
[% CASE WHEN "best_index" IS NULL THEN '&lt;br&gt;Aucun critère renseigné' ELSE concat('&lt;br&gt;Meilleur usage&#160;: &lt;b&gt;', represent_value("best_use"), '&lt;/b&gt;, indice ', format_number("best_index", 1, 'fr')) END %]
[% CASE WHEN "rank" IS NULL THEN '' ELSE concat('&lt;br&gt;Rang ', "rank", CASE WHEN "rank_p05" IS NULL THEN '' ELSE concat(' (à 90&#160;%&#160;: ', "rank_p05", ' – ', "rank_p95", ')') END) END %]
&lt;br&gt;Fiabilité&#160;: [% format_number("reliability", 1, 'fr') %] / 10
&lt;/div&gt;</mapTip>
 <layerGeometryType>2</layerGeometryType>
</qgis>
