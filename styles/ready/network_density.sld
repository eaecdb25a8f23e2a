<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.1.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc" xmlns:se="http://www.opengis.net/se">
<NamedLayer><se:Name>network_density</se:Name><UserStyle><se:Name>vitrine</se:Name><se:Description><se:Title>Taux local le long des rues</se:Title></se:Description><se:FeatureTypeStyle>
<se:Rule><se:Name>class_0</se:Name><se:Description><se:Title>moins de 5 %</se:Title></se:Description>
<ogc:Filter><ogc:And><ogc:PropertyIsEqualTo><ogc:PropertyName>enough</ogc:PropertyName><ogc:Literal>true</ogc:Literal></ogc:PropertyIsEqualTo><ogc:PropertyIsEqualTo><ogc:PropertyName>class</ogc:PropertyName><ogc:Literal>0</ogc:Literal></ogc:PropertyIsEqualTo></ogc:And></ogc:Filter>
<se:LineSymbolizer><se:Stroke><se:SvgParameter name="stroke">#3b3b3b</se:SvgParameter><se:SvgParameter name="stroke-width">6.43</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter></se:Stroke></se:LineSymbolizer>
<se:LineSymbolizer><se:Stroke><se:SvgParameter name="stroke">#fee8c8</se:SvgParameter><se:SvgParameter name="stroke-width">5</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter></se:Stroke></se:LineSymbolizer>
</se:Rule>
<se:Rule><se:Name>class_1</se:Name><se:Description><se:Title>5 – 7,5 %</se:Title></se:Description>
<ogc:Filter><ogc:And><ogc:PropertyIsEqualTo><ogc:PropertyName>enough</ogc:PropertyName><ogc:Literal>true</ogc:Literal></ogc:PropertyIsEqualTo><ogc:PropertyIsEqualTo><ogc:PropertyName>class</ogc:PropertyName><ogc:Literal>1</ogc:Literal></ogc:PropertyIsEqualTo></ogc:And></ogc:Filter>
<se:LineSymbolizer><se:Stroke><se:SvgParameter name="stroke">#3b3b3b</se:SvgParameter><se:SvgParameter name="stroke-width">6.43</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter></se:Stroke></se:LineSymbolizer>
<se:LineSymbolizer><se:Stroke><se:SvgParameter name="stroke">#fdac76</se:SvgParameter><se:SvgParameter name="stroke-width">5</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter></se:Stroke></se:LineSymbolizer>
</se:Rule>
<se:Rule><se:Name>class_2</se:Name><se:Description><se:Title>7,5 – 10 %</se:Title></se:Description>
<ogc:Filter><ogc:And><ogc:PropertyIsEqualTo><ogc:PropertyName>enough</ogc:PropertyName><ogc:Literal>true</ogc:Literal></ogc:PropertyIsEqualTo><ogc:PropertyIsEqualTo><ogc:PropertyName>class</ogc:PropertyName><ogc:Literal>2</ogc:Literal></ogc:PropertyIsEqualTo></ogc:And></ogc:Filter>
<se:LineSymbolizer><se:Stroke><se:SvgParameter name="stroke">#3b3b3b</se:SvgParameter><se:SvgParameter name="stroke-width">6.43</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter></se:Stroke></se:LineSymbolizer>
<se:LineSymbolizer><se:Stroke><se:SvgParameter name="stroke">#e34f32</se:SvgParameter><se:SvgParameter name="stroke-width">5</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter></se:Stroke></se:LineSymbolizer>
</se:Rule>
<se:Rule><se:Name>class_3</se:Name><se:Description><se:Title>plus de 10 %</se:Title></se:Description>
<ogc:Filter><ogc:And><ogc:PropertyIsEqualTo><ogc:PropertyName>enough</ogc:PropertyName><ogc:Literal>true</ogc:Literal></ogc:PropertyIsEqualTo><ogc:PropertyIsEqualTo><ogc:PropertyName>class</ogc:PropertyName><ogc:Literal>3</ogc:Literal></ogc:PropertyIsEqualTo></ogc:And></ogc:Filter>
<se:LineSymbolizer><se:Stroke><se:SvgParameter name="stroke">#3b3b3b</se:SvgParameter><se:SvgParameter name="stroke-width">6.43</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter></se:Stroke></se:LineSymbolizer>
<se:LineSymbolizer><se:Stroke><se:SvgParameter name="stroke">#7f0000</se:SvgParameter><se:SvgParameter name="stroke-width">5</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter></se:Stroke></se:LineSymbolizer>
</se:Rule>
<se:Rule><se:Name>thin</se:Name><se:Description><se:Title>Trop peu de locaux</se:Title></se:Description>
<ogc:Filter><ogc:And><ogc:PropertyIsGreaterThan><ogc:PropertyName>stock_density</ogc:PropertyName><ogc:Literal>0</ogc:Literal></ogc:PropertyIsGreaterThan><ogc:Or><ogc:PropertyIsNull><ogc:PropertyName>enough</ogc:PropertyName></ogc:PropertyIsNull><ogc:Not><ogc:PropertyIsEqualTo><ogc:PropertyName>enough</ogc:PropertyName><ogc:Literal>true</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Not></ogc:Or></ogc:And></ogc:Filter>
<se:LineSymbolizer><se:Stroke><se:SvgParameter name="stroke">#969ea8</se:SvgParameter><se:SvgParameter name="stroke-width">1.43</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter></se:Stroke></se:LineSymbolizer>
</se:Rule>
<se:Rule><se:Name>unrated</se:Name><se:Description><se:Title>Taux hors d’échelle</se:Title></se:Description>
<ogc:Filter><ogc:And><ogc:PropertyIsGreaterThan><ogc:PropertyName>stock_density</ogc:PropertyName><ogc:Literal>0</ogc:Literal></ogc:PropertyIsGreaterThan><ogc:PropertyIsEqualTo><ogc:PropertyName>enough</ogc:PropertyName><ogc:Literal>true</ogc:Literal></ogc:PropertyIsEqualTo><ogc:PropertyIsNull><ogc:PropertyName>class</ogc:PropertyName></ogc:PropertyIsNull></ogc:And></ogc:Filter>
<se:LineSymbolizer><se:Stroke><se:SvgParameter name="stroke">#969ea8</se:SvgParameter><se:SvgParameter name="stroke-width">1.43</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter><se:SvgParameter name="stroke-dasharray">4.29 2.86</se:SvgParameter></se:Stroke></se:LineSymbolizer>
</se:Rule>
</se:FeatureTypeStyle></UserStyle></NamedLayer>
</StyledLayerDescriptor>
