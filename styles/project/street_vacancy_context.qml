<qgis version="3.22.16" styleCategories="AllStyleCategories" labelsEnabled="1" hasScaleBasedVisibilityFlag="0" simplifyDrawingHints="1" simplifyDrawingTol="1" simplifyLocal="1" simplifyMaxScale="1">
 <!-- Streets under maps that are about something else: thin and grey, with their names close up. -->
 <renderer-v2 type="singleSymbol" symbollevels="0" forceraster="0" enableorderby="0">
  <symbols>
   <symbol name="0" type="line" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="line_color" type="QString" value="180,180,180,255"/>
      <Option name="line_width" type="QString" value="0.3"/>
      <Option name="line_width_unit" type="QString" value="MM"/>
      <Option name="line_style" type="QString" value="solid"/>
      <Option name="capstyle" type="QString" value="round"/>
      <Option name="joinstyle" type="QString" value="round"/>
     </Option>
    </layer>
   </symbol>
  </symbols>
 </renderer-v2>
 <labeling type="simple">
  <settings calloutType="simple">
   <text-style fieldName="street_name" isExpression="0" fontFamily="Open Sans" fontSize="6" fontSizeUnit="Point" fontWeight="50" namedStyle="Regular" fontItalic="0" textColor="120,120,120,255" textOpacity="1" multilineHeight="1" textOrientation="horizontal" capitalization="0" fontKerning="1">
    <families>
     <family name="Open Sans"/>
     <family name="Segoe UI"/>
     <family name="Helvetica Neue"/>
     <family name="Arial"/>
     <family name="DejaVu Sans"/>
    </families>
    <text-buffer bufferDraw="1" bufferSize="0.7" bufferSizeUnits="MM" bufferColor="255,255,255,255" bufferOpacity="0.8" bufferJoinStyle="128" bufferNoFill="1"/>
   </text-style>
   <text-format multilineAlign="0" wrapChar="" autoWrapLength="0" formatNumbers="0"/>
   <placement placement="3" placementFlags="10" maxCurvedCharAngleIn="30" maxCurvedCharAngleOut="-30" dist="0.4" distUnits="MM" overrunDistance="0" overrunDistanceUnit="MM" lineAnchorPercent="0.5" lineAnchorType="0" priority="2" repeatDistance="0" layerType="LineGeometry"/>
   <rendering drawLabels="1" scaleVisibility="1" scaleMin="0" scaleMax="12000" obstacle="0" obstacleFactor="1" obstacleType="1" labelPerPart="0" mergeLines="1" minFeatureSize="0" limitNumLabels="0" displayAll="0" upsidedownLabels="0" fontLimitPixelSize="0" zIndex="0"/>
  </settings>
 </labeling>
 <fieldConfiguration>{{widgets}}</fieldConfiguration>
 <aliases>{{aliases}}</aliases>
</qgis>
