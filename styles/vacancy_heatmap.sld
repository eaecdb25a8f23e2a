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
       {{#classes}}
       <ColorMapEntry color="{{hex}}" quantity="{{top}}" label="{{label}}"/>
       {{/classes}}
      </ColorMap>
     </RasterSymbolizer>
    </Rule>
   </FeatureTypeStyle>
  </UserStyle>
 </NamedLayer>
</StyledLayerDescriptor>
