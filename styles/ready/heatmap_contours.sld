<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.1.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc" xmlns:se="http://www.opengis.net/se">
<NamedLayer><se:Name>heatmap_contours</se:Name><UserStyle><se:Name>vitrine</se:Name><se:Description><se:Title>Vacance hors de l'ordinaire</se:Title></se:Description><se:FeatureTypeStyle>
<se:Rule><se:Name>above</se:Name><se:Description><se:Title>Plus haut que la ville (p = 5 %)</se:Title></se:Description>
<ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>level</ogc:PropertyName><ogc:Literal>above</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
<se:LineSymbolizer><se:Stroke><se:SvgParameter name="stroke">#ffffff</se:SvgParameter><se:SvgParameter name="stroke-width">4.29</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter></se:Stroke></se:LineSymbolizer>
<se:LineSymbolizer><se:Stroke><se:SvgParameter name="stroke">#e41a1c</se:SvgParameter><se:SvgParameter name="stroke-width">2.86</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter></se:Stroke></se:LineSymbolizer>
</se:Rule>
<se:Rule><se:Name>below</se:Name><se:Description><se:Title>Plus bas que la ville (p = 95 %)</se:Title></se:Description>
<ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>level</ogc:PropertyName><ogc:Literal>below</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
<se:LineSymbolizer><se:Stroke><se:SvgParameter name="stroke">#ffffff</se:SvgParameter><se:SvgParameter name="stroke-width">4.29</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter></se:Stroke></se:LineSymbolizer>
<se:LineSymbolizer><se:Stroke><se:SvgParameter name="stroke">#2166ac</se:SvgParameter><se:SvgParameter name="stroke-width">2.86</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter><se:SvgParameter name="stroke-dasharray">8.57 4.29</se:SvgParameter></se:Stroke></se:LineSymbolizer>
</se:Rule>
</se:FeatureTypeStyle></UserStyle></NamedLayer>
</StyledLayerDescriptor>
