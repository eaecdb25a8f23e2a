<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.1.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc" xmlns:se="http://www.opengis.net/se">
<NamedLayer><se:Name>zone_inventory</se:Name><UserStyle><se:Name>vitrine</se:Name><se:Description><se:Title>Zones d'activité</se:Title></se:Description><se:FeatureTypeStyle>
<se:Rule><se:Name>low</se:Name><se:Description><se:Title>Vacance sous 10 %</se:Title></se:Description>
<ogc:Filter><ogc:PropertyIsLessThan><ogc:PropertyName>vacancy_rate</ogc:PropertyName><ogc:Literal>0.1</ogc:Literal></ogc:PropertyIsLessThan></ogc:Filter>
<se:LineSymbolizer><se:Stroke><se:SvgParameter name="stroke">#3b3b3b</se:SvgParameter><se:SvgParameter name="stroke-width">3.57</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter></se:Stroke></se:LineSymbolizer>
<se:LineSymbolizer><se:Stroke><se:SvgParameter name="stroke">#fee8c8</se:SvgParameter><se:SvgParameter name="stroke-width">2.14</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter></se:Stroke></se:LineSymbolizer>
</se:Rule>
<se:Rule><se:Name>middle</se:Name><se:Description><se:Title>Vacance de 10 à 20 %</se:Title></se:Description>
<ogc:Filter><ogc:And><ogc:PropertyIsGreaterThanOrEqualTo><ogc:PropertyName>vacancy_rate</ogc:PropertyName><ogc:Literal>0.1</ogc:Literal></ogc:PropertyIsGreaterThanOrEqualTo><ogc:PropertyIsLessThan><ogc:PropertyName>vacancy_rate</ogc:PropertyName><ogc:Literal>0.2</ogc:Literal></ogc:PropertyIsLessThan></ogc:And></ogc:Filter>
<se:LineSymbolizer><se:Stroke><se:SvgParameter name="stroke">#3b3b3b</se:SvgParameter><se:SvgParameter name="stroke-width">4.64</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter></se:Stroke></se:LineSymbolizer>
<se:LineSymbolizer><se:Stroke><se:SvgParameter name="stroke">#fc8d59</se:SvgParameter><se:SvgParameter name="stroke-width">3.21</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter></se:Stroke></se:LineSymbolizer>
</se:Rule>
<se:Rule><se:Name>high</se:Name><se:Description><se:Title>Vacance de 20 % et plus</se:Title></se:Description>
<ogc:Filter><ogc:PropertyIsGreaterThanOrEqualTo><ogc:PropertyName>vacancy_rate</ogc:PropertyName><ogc:Literal>0.2</ogc:Literal></ogc:PropertyIsGreaterThanOrEqualTo></ogc:Filter>
<se:LineSymbolizer><se:Stroke><se:SvgParameter name="stroke">#3b3b3b</se:SvgParameter><se:SvgParameter name="stroke-width">5.71</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter></se:Stroke></se:LineSymbolizer>
<se:LineSymbolizer><se:Stroke><se:SvgParameter name="stroke">#7f0000</se:SvgParameter><se:SvgParameter name="stroke-width">4.29</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter></se:Stroke></se:LineSymbolizer>
</se:Rule>
<se:Rule><se:Name>none</se:Name><se:Description><se:Title>Taux de vacance inconnu</se:Title></se:Description>
<ogc:Filter><ogc:PropertyIsNull><ogc:PropertyName>vacancy_rate</ogc:PropertyName></ogc:PropertyIsNull></ogc:Filter>
<se:LineSymbolizer><se:Stroke><se:SvgParameter name="stroke">#6e6e6e</se:SvgParameter><se:SvgParameter name="stroke-width">2.14</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter><se:SvgParameter name="stroke-dasharray">8.57 4.29</se:SvgParameter></se:Stroke></se:LineSymbolizer>
</se:Rule>
<se:Rule><se:Name>label</se:Name><se:MaxScaleDenominator>40000</se:MaxScaleDenominator><se:TextSymbolizer><se:Label><ogc:PropertyName>name</ogc:PropertyName></se:Label><se:Font><se:SvgParameter name="font-family">DejaVu Sans</se:SvgParameter><se:SvgParameter name="font-size">10</se:SvgParameter></se:Font><se:LabelPlacement><se:PointPlacement><se:AnchorPoint><se:AnchorPointX>0.5</se:AnchorPointX><se:AnchorPointY>0</se:AnchorPointY></se:AnchorPoint><se:Displacement><se:DisplacementX>0</se:DisplacementX><se:DisplacementY>8</se:DisplacementY></se:Displacement></se:PointPlacement></se:LabelPlacement><se:Halo><se:Radius>1</se:Radius><se:Fill><se:SvgParameter name="fill">#ffffff</se:SvgParameter><se:SvgParameter name="fill-opacity">0.9</se:SvgParameter></se:Fill></se:Halo><se:Fill><se:SvgParameter name="fill">#141414</se:SvgParameter></se:Fill></se:TextSymbolizer>
</se:Rule>
</se:FeatureTypeStyle></UserStyle></NamedLayer>
</StyledLayerDescriptor>
