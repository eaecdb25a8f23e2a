<?xml version="1.0" encoding="UTF-8"?>
<!-- Vacant premises per hectare, from none to the greatest density of the map. SLD 1.0.0: the colour map of 1.1 is another, which few programs read. -->
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld">
 <NamedLayer>
  <Name>vacancy_density</Name>
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
       
       <ColorMapEntry color="#fdbb84" quantity="2.22839617729187" label="2,23"/>
       
       <ColorMapEntry color="#fc8d59" quantity="4.45679235458374" label="4,46"/>
       
       <ColorMapEntry color="#d7301f" quantity="6.68518853187561" label="6,69"/>
       
       <ColorMapEntry color="#7f0000" quantity="8.91358470916748" label="8,91"/>
       
      </ColorMap>
     </RasterSymbolizer>
    </Rule>
   </FeatureTypeStyle>
  </UserStyle>
 </NamedLayer>
</StyledLayerDescriptor>
