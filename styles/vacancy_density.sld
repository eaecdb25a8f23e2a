<?xml version="1.0" encoding="UTF-8"?>
<!-- Vacant premises per hectare, from none to the greatest density of the map. The colour map is as GeoServer reads it. -->
<StyledLayerDescriptor version="1.1.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc" xmlns:se="http://www.opengis.net/se">
 <NamedLayer>
  <se:Name>vacancy_density</se:Name>
  <UserStyle>
   <se:Name>vitrine</se:Name>
   <se:CoverageStyle>
    <se:Rule>
     <se:RasterSymbolizer>
      <se:Opacity>0.85</se:Opacity>
      <se:ChannelSelection>
       <se:GrayChannel>
        <se:SourceChannelName>1</se:SourceChannelName>
       </se:GrayChannel>
      </se:ChannelSelection>
      <se:ColorMap type="ramp">
       {{#steps}}
       <se:ColorMapEntry color="{{hex}}" quantity="{{value}}" label="{{figure}}"/>
       {{/steps}}
      </se:ColorMap>
     </se:RasterSymbolizer>
    </se:Rule>
   </se:CoverageStyle>
  </UserStyle>
 </NamedLayer>
</StyledLayerDescriptor>
