<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.1.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc" xmlns:se="http://www.opengis.net/se">
<NamedLayer><se:Name>heatmap_bands</se:Name><UserStyle><se:Name>vitrine</se:Name><se:Description><se:Title>Aires de taux local</se:Title></se:Description><se:FeatureTypeStyle>
<se:Rule><se:Name>class_0</se:Name><se:Description><se:Title>moins de 5 %</se:Title></se:Description>
<ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>band</ogc:PropertyName><ogc:Literal>0</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
<se:PolygonSymbolizer><se:Fill><se:SvgParameter name="fill">#fee8c8</se:SvgParameter><se:SvgParameter name="fill-opacity">0.55</se:SvgParameter></se:Fill></se:PolygonSymbolizer>
</se:Rule>
<se:Rule><se:Name>class_1</se:Name><se:Description><se:Title>5 – 7,5 %</se:Title></se:Description>
<ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>band</ogc:PropertyName><ogc:Literal>1</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
<se:PolygonSymbolizer><se:Fill><se:SvgParameter name="fill">#fdac76</se:SvgParameter><se:SvgParameter name="fill-opacity">0.55</se:SvgParameter></se:Fill></se:PolygonSymbolizer>
</se:Rule>
<se:Rule><se:Name>class_2</se:Name><se:Description><se:Title>7,5 – 10 %</se:Title></se:Description>
<ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>band</ogc:PropertyName><ogc:Literal>2</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
<se:PolygonSymbolizer><se:Fill><se:SvgParameter name="fill">#e34f32</se:SvgParameter><se:SvgParameter name="fill-opacity">0.55</se:SvgParameter></se:Fill></se:PolygonSymbolizer>
</se:Rule>
<se:Rule><se:Name>class_3</se:Name><se:Description><se:Title>plus de 10 %</se:Title></se:Description>
<ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>band</ogc:PropertyName><ogc:Literal>3</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
<se:PolygonSymbolizer><se:Fill><se:SvgParameter name="fill">#7f0000</se:SvgParameter><se:SvgParameter name="fill-opacity">0.55</se:SvgParameter></se:Fill></se:PolygonSymbolizer>
</se:Rule>
</se:FeatureTypeStyle></UserStyle></NamedLayer>
</StyledLayerDescriptor>
