<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.1.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc" xmlns:se="http://www.opengis.net/se">
<NamedLayer><se:Name>land_overlap</se:Name><UserStyle><se:Name>vitrine</se:Name><se:Description><se:Title>Sol en double</se:Title></se:Description><se:FeatureTypeStyle>
<se:Rule><se:Name>parcels</se:Name><se:Description><se:Title>Parcelles qui se recouvrent</se:Title></se:Description>
<ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>layer</ogc:PropertyName><ogc:Literal>parcels</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
<se:PolygonSymbolizer><se:Fill><se:GraphicFill><se:Graphic><se:Mark><se:WellKnownName>x</se:WellKnownName><se:Stroke><se:SvgParameter name="stroke">#40004b</se:SvgParameter><se:SvgParameter name="stroke-width">1</se:SvgParameter></se:Stroke></se:Mark><se:Size>6</se:Size></se:Graphic></se:GraphicFill></se:Fill></se:PolygonSymbolizer>
<se:LineSymbolizer><se:Stroke><se:SvgParameter name="stroke">#40004b</se:SvgParameter><se:SvgParameter name="stroke-width">1.79</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter></se:Stroke></se:LineSymbolizer>
</se:Rule>
<se:Rule><se:Name>zones</se:Name><se:Description><se:Title>Zones qui se recouvrent</se:Title></se:Description>
<ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>layer</ogc:PropertyName><ogc:Literal>zones</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
<se:PolygonSymbolizer><se:Fill><se:GraphicFill><se:Graphic><se:Mark><se:WellKnownName>x</se:WellKnownName><se:Stroke><se:SvgParameter name="stroke">#40004b</se:SvgParameter><se:SvgParameter name="stroke-width">1</se:SvgParameter></se:Stroke></se:Mark><se:Size>6</se:Size></se:Graphic></se:GraphicFill></se:Fill></se:PolygonSymbolizer>
<se:LineSymbolizer><se:Stroke><se:SvgParameter name="stroke">#40004b</se:SvgParameter><se:SvgParameter name="stroke-width">1.79</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter><se:SvgParameter name="stroke-dasharray">5.71 2.86</se:SvgParameter></se:Stroke></se:LineSymbolizer>
</se:Rule>
<se:Rule><se:Name>other</se:Name><se:Description><se:Title>Autre couche</se:Title></se:Description>
<ogc:Filter><ogc:Or><ogc:PropertyIsNull><ogc:PropertyName>layer</ogc:PropertyName></ogc:PropertyIsNull><ogc:Not><ogc:Or><ogc:PropertyIsEqualTo><ogc:PropertyName>layer</ogc:PropertyName><ogc:Literal>parcels</ogc:Literal></ogc:PropertyIsEqualTo><ogc:PropertyIsEqualTo><ogc:PropertyName>layer</ogc:PropertyName><ogc:Literal>zones</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Or></ogc:Not></ogc:Or></ogc:Filter>
<se:PolygonSymbolizer><se:Fill><se:GraphicFill><se:Graphic><se:Mark><se:WellKnownName>x</se:WellKnownName><se:Stroke><se:SvgParameter name="stroke">#969696</se:SvgParameter><se:SvgParameter name="stroke-width">1</se:SvgParameter></se:Stroke></se:Mark><se:Size>6</se:Size></se:Graphic></se:GraphicFill></se:Fill></se:PolygonSymbolizer>
<se:LineSymbolizer><se:Stroke><se:SvgParameter name="stroke">#5a5a5a</se:SvgParameter><se:SvgParameter name="stroke-width">1.07</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter><se:SvgParameter name="stroke-dasharray">5.71 2.86</se:SvgParameter></se:Stroke></se:LineSymbolizer>
</se:Rule>
</se:FeatureTypeStyle></UserStyle></NamedLayer>
</StyledLayerDescriptor>
