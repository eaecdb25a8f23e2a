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
       {{#steps}}
       <ColorMapEntry color="{{hex}}" quantity="{{value}}" label="{{figure}}"/>
       {{/steps}}
      </ColorMap>
     </RasterSymbolizer>
    </Rule>
   </FeatureTypeStyle>
  </UserStyle>
 </NamedLayer>
</StyledLayerDescriptor>
