<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.1.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc" xmlns:se="http://www.opengis.net/se">
<NamedLayer><se:Name>street_centre_vacancy</se:Name><UserStyle><se:Name>vitrine</se:Name><se:Description><se:Title>Taux de vacance par rue et centre</se:Title></se:Description><se:FeatureTypeStyle>
<se:Rule><se:Name>class_0</se:Name><se:Description><se:Title>moins de 5 %</se:Title></se:Description>
<ogc:Filter><ogc:And><ogc:PropertyIsEqualTo><ogc:PropertyName>enough</ogc:PropertyName><ogc:Literal>true</ogc:Literal></ogc:PropertyIsEqualTo><ogc:PropertyIsEqualTo><ogc:PropertyName>class</ogc:PropertyName><ogc:Literal>0</ogc:Literal></ogc:PropertyIsEqualTo></ogc:And></ogc:Filter>
<se:LineSymbolizer><se:Stroke><se:SvgParameter name="stroke">#3b3b3b</se:SvgParameter><se:SvgParameter name="stroke-width">4.64</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter></se:Stroke></se:LineSymbolizer>
<se:LineSymbolizer><se:Stroke><se:SvgParameter name="stroke">#fee8c8</se:SvgParameter><se:SvgParameter name="stroke-width">3.21</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter></se:Stroke></se:LineSymbolizer>
</se:Rule>
<se:Rule><se:Name>class_1</se:Name><se:Description><se:Title>5 – 7,5 %</se:Title></se:Description>
<ogc:Filter><ogc:And><ogc:PropertyIsEqualTo><ogc:PropertyName>enough</ogc:PropertyName><ogc:Literal>true</ogc:Literal></ogc:PropertyIsEqualTo><ogc:PropertyIsEqualTo><ogc:PropertyName>class</ogc:PropertyName><ogc:Literal>1</ogc:Literal></ogc:PropertyIsEqualTo></ogc:And></ogc:Filter>
<se:LineSymbolizer><se:Stroke><se:SvgParameter name="stroke">#3b3b3b</se:SvgParameter><se:SvgParameter name="stroke-width">6.18</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter></se:Stroke></se:LineSymbolizer>
<se:LineSymbolizer><se:Stroke><se:SvgParameter name="stroke">#fdac76</se:SvgParameter><se:SvgParameter name="stroke-width">4.75</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter></se:Stroke></se:LineSymbolizer>
</se:Rule>
<se:Rule><se:Name>class_2</se:Name><se:Description><se:Title>7,5 – 10 %</se:Title></se:Description>
<ogc:Filter><ogc:And><ogc:PropertyIsEqualTo><ogc:PropertyName>enough</ogc:PropertyName><ogc:Literal>true</ogc:Literal></ogc:PropertyIsEqualTo><ogc:PropertyIsEqualTo><ogc:PropertyName>class</ogc:PropertyName><ogc:Literal>2</ogc:Literal></ogc:PropertyIsEqualTo></ogc:And></ogc:Filter>
<se:LineSymbolizer><se:Stroke><se:SvgParameter name="stroke">#3b3b3b</se:SvgParameter><se:SvgParameter name="stroke-width">7.75</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter></se:Stroke></se:LineSymbolizer>
<se:LineSymbolizer><se:Stroke><se:SvgParameter name="stroke">#e34f32</se:SvgParameter><se:SvgParameter name="stroke-width">6.32</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter></se:Stroke></se:LineSymbolizer>
</se:Rule>
<se:Rule><se:Name>class_3</se:Name><se:Description><se:Title>plus de 10 %</se:Title></se:Description>
<ogc:Filter><ogc:And><ogc:PropertyIsEqualTo><ogc:PropertyName>enough</ogc:PropertyName><ogc:Literal>true</ogc:Literal></ogc:PropertyIsEqualTo><ogc:PropertyIsEqualTo><ogc:PropertyName>class</ogc:PropertyName><ogc:Literal>3</ogc:Literal></ogc:PropertyIsEqualTo></ogc:And></ogc:Filter>
<se:LineSymbolizer><se:Stroke><se:SvgParameter name="stroke">#3b3b3b</se:SvgParameter><se:SvgParameter name="stroke-width">9.29</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter></se:Stroke></se:LineSymbolizer>
<se:LineSymbolizer><se:Stroke><se:SvgParameter name="stroke">#7f0000</se:SvgParameter><se:SvgParameter name="stroke-width">7.86</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter></se:Stroke></se:LineSymbolizer>
</se:Rule>
<se:Rule><se:Name>small</se:Name><se:Description><se:Title>Effectif faible</se:Title></se:Description>
<ogc:Filter><ogc:And><ogc:PropertyIsGreaterThan><ogc:PropertyName>stock</ogc:PropertyName><ogc:Literal>0</ogc:Literal></ogc:PropertyIsGreaterThan><ogc:Or><ogc:PropertyIsNull><ogc:PropertyName>enough</ogc:PropertyName></ogc:PropertyIsNull><ogc:Not><ogc:PropertyIsEqualTo><ogc:PropertyName>enough</ogc:PropertyName><ogc:Literal>true</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Not></ogc:Or></ogc:And></ogc:Filter>
<se:LineSymbolizer><se:Stroke><se:SvgParameter name="stroke">#788494</se:SvgParameter><se:SvgParameter name="stroke-width">2.14</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter><se:SvgParameter name="stroke-dasharray">5.71 2.86</se:SvgParameter></se:Stroke></se:LineSymbolizer>
</se:Rule>
<se:Rule><se:Name>none</se:Name><se:Description><se:Title>Sans local observé (occupé ou vacant)</se:Title></se:Description>
<ogc:Filter><ogc:Or><ogc:PropertyIsNull><ogc:PropertyName>stock</ogc:PropertyName></ogc:PropertyIsNull><ogc:Not><ogc:PropertyIsGreaterThan><ogc:PropertyName>stock</ogc:PropertyName><ogc:Literal>0</ogc:Literal></ogc:PropertyIsGreaterThan></ogc:Not></ogc:Or></ogc:Filter>
<se:LineSymbolizer><se:Stroke><se:SvgParameter name="stroke">#969696</se:SvgParameter><se:SvgParameter name="stroke-width">0.89</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter><se:SvgParameter name="stroke-dasharray">1.79 2.86</se:SvgParameter></se:Stroke></se:LineSymbolizer>
</se:Rule>
<se:Rule><se:Name>label</se:Name><ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>enough</ogc:PropertyName><ogc:Literal>true</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
<se:MaxScaleDenominator>12000</se:MaxScaleDenominator><se:TextSymbolizer><se:Label><ogc:PropertyName>street_name</ogc:PropertyName></se:Label><se:Font><se:SvgParameter name="font-family">DejaVu Sans</se:SvgParameter><se:SvgParameter name="font-size">10</se:SvgParameter></se:Font><se:LabelPlacement><se:LinePlacement><se:PerpendicularOffset>8</se:PerpendicularOffset></se:LinePlacement></se:LabelPlacement><se:Halo><se:Radius>1</se:Radius><se:Fill><se:SvgParameter name="fill">#ffffff</se:SvgParameter><se:SvgParameter name="fill-opacity">0.9</se:SvgParameter></se:Fill></se:Halo><se:Fill><se:SvgParameter name="fill">#141414</se:SvgParameter></se:Fill></se:TextSymbolizer>
</se:Rule>
</se:FeatureTypeStyle></UserStyle></NamedLayer>
</StyledLayerDescriptor>
