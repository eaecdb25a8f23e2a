<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.16" styleCategories="AllStyleCategories" hasScaleBasedVisibilityFlag="0">
 <flags>
  <Identifiable>1</Identifiable>
  <Removable>1</Removable>
  <Searchable>1</Searchable>
  <Private>0</Private>
 </flags>
 <!-- The local rate by the classes of the study, in the colours of street_vacancy; nothing where the stock is too thin. Multiplied, so that the base map stays readable. -->
 <pipe>
  <rasterrenderer type="singlebandpseudocolor" band="1" alphaBand="-1" opacity="0.85" nodataColor="" classificationMin="0" classificationMax="1">
   <rasterTransparency/>
   <minMaxOrigin>
    <limits>None</limits>
    <extent>WholeRaster</extent>
    <statAccuracy>Estimated</statAccuracy>
   </minMaxOrigin>
   <rastershader>
    <colorrampshader colorRampType="DISCRETE" classificationMode="1" clip="0" minimumValue="0" maximumValue="1" labelPrecision="2">
     
     <item alpha="255" value="0.05" label="moins de 5 %" color="#fee8c8"/>
     
     <item alpha="255" value="0.075" label="5 – 7,5 %" color="#fdac76"/>
     
     <item alpha="255" value="0.1" label="7,5 – 10 %" color="#e34f32"/>
     
     <item alpha="255" value="inf" label="plus de 10 %" color="#7f0000"/>
     
    </colorrampshader>
   </rastershader>
  </rasterrenderer>
  <brightnesscontrast brightness="0" contrast="0" gamma="1"/>
  <huesaturation colorizeOn="0" grayscaleMode="0" saturation="0" colorizeStrength="100" colorizeRed="255" colorizeGreen="128" colorizeBlue="128" invertColors="0"/>
  <rasterresampler maxOversampling="2"/>
 </pipe>
 <blendMode>6</blendMode>
</qgis>
