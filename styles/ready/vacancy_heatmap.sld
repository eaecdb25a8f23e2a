<?xml version="1.0" encoding="UTF-8"?>
<!-- Band 1, the local rate, by the classes of the study: an interval ends below its quantity. SLD 1.0.0: the colour map of 1.1 is another, which few programs read. -->
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld">
 <NamedLayer>
  <Name>vacancy_heatmap</Name>
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
      <ColorMap type="intervals">
       
       <ColorMapEntry color="#fee8c8" quantity="0.05" label="moins de 5 %"/>
       
       <ColorMapEntry color="#fdac76" quantity="0.075" label="5 – 7,5 %"/>
       
       <ColorMapEntry color="#e34f32" quantity="0.1" label="7,5 – 10 %"/>
       
       <ColorMapEntry color="#7f0000" quantity="2" label="plus de 10 %"/>
       
      </ColorMap>
     </RasterSymbolizer>
    </Rule>
   </FeatureTypeStyle>
  </UserStyle>
 </NamedLayer>
</StyledLayerDescriptor>
