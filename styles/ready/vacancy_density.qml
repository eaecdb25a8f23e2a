<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.16" styleCategories="AllStyleCategories" hasScaleBasedVisibilityFlag="0">
 <flags>
  <Identifiable>1</Identifiable>
  <Removable>1</Removable>
  <Searchable>1</Searchable>
  <Private>0</Private>
 </flags>
 <!-- Premises per hectare, from none to the greatest density of the map; none is white, which multiplied is nothing. -->
 <pipe>
  <rasterrenderer type="singlebandpseudocolor" band="1" alphaBand="-1" opacity="0.85" nodataColor="" classificationMin="0" classificationMax="8.91358470916748">
   <rasterTransparency/>
   <minMaxOrigin>
    <limits>None</limits>
    <extent>WholeRaster</extent>
    <statAccuracy>Estimated</statAccuracy>
   </minMaxOrigin>
   <rastershader>
    <colorrampshader colorRampType="INTERPOLATED" classificationMode="1" clip="0" minimumValue="0" maximumValue="8.91358470916748" labelPrecision="2">
     
     <item alpha="255" value="0" label="0" color="#ffffff"/>
     
     <item alpha="255" value="2.22839617729187" label="2,23" color="#fdbb84"/>
     
     <item alpha="255" value="4.45679235458374" label="4,46" color="#fc8d59"/>
     
     <item alpha="255" value="6.68518853187561" label="6,69" color="#d7301f"/>
     
     <item alpha="255" value="8.91358470916748" label="8,91" color="#7f0000"/>
     
    </colorrampshader>
   </rastershader>
  </rasterrenderer>
  <brightnesscontrast brightness="0" contrast="0" gamma="1"/>
  <huesaturation colorizeOn="0" grayscaleMode="0" saturation="0" colorizeStrength="100" colorizeRed="255" colorizeGreen="128" colorizeBlue="128" invertColors="0"/>
  <rasterresampler maxOversampling="2" zoomedInResampler="bilinear" zoomedOutResampler="bilinear"/>
 </pipe>
 <blendMode>6</blendMode>
</qgis>
