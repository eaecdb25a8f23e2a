<?xml version="1.0" encoding="UTF-8"?>
<!-- Premises per hectare, from none to the greatest density of the map. SLD 1.0.0: the colour map of 1.1 is another, which few programs read. -->
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld">
 <NamedLayer>
  <Name>premises_density</Name>
  <UserStyle>
   <Name>vitrine</Name>
   <FeatureTypeStyle>
    <Rule>
     <RasterSymbolizer>
      <Opacity>0.85</Opacity>
      <ChannelSelection>
       <GrayChannel>
        <SourceChannelName>1</SourceChannelName>
       </GrayChannel>
      </ChannelSelection>
      <ColorMap type="ramp">
       
       <ColorMapEntry color="#ffffff" quantity="0" label="0"/>
       
       <ColorMapEntry color="#fdbb84" quantity="8.95263671875" label="8,95"/>
       
       <ColorMapEntry color="#fc8d59" quantity="17.9052734375" label="17,91"/>
       
       <ColorMapEntry color="#d7301f" quantity="26.85791015625" label="26,86"/>
       
       <ColorMapEntry color="#7f0000" quantity="35.810546875" label="35,81"/>
       
      </ColorMap>
     </RasterSymbolizer>
    </Rule>
   </FeatureTypeStyle>
  </UserStyle>
 </NamedLayer>
</StyledLayerDescriptor>
