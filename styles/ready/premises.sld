<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.1.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc" xmlns:se="http://www.opengis.net/se">
<NamedLayer><se:Name>premises</se:Name><UserStyle><se:Name>vitrine</se:Name><se:Description><se:Title>Locaux commerciaux</se:Title></se:Description><se:FeatureTypeStyle>
<se:Rule><se:Name>hot</se:Name><se:Description><se:Title>Point chaud de vacance</se:Title></se:Description>
<ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>gi_class</ogc:PropertyName><ogc:Literal>hot</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
<se:MaxScaleDenominator>6000</se:MaxScaleDenominator><se:PointSymbolizer><se:Graphic><se:Mark><se:WellKnownName>circle</se:WellKnownName><se:Fill><se:SvgParameter name="fill">#f4a582</se:SvgParameter><se:SvgParameter name="fill-opacity">0.5</se:SvgParameter></se:Fill></se:Mark><se:Size>15.71</se:Size></se:Graphic></se:PointSymbolizer>
</se:Rule>
<se:Rule><se:Name>cold</se:Name><se:Description><se:Title>Point froid</se:Title></se:Description>
<ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>gi_class</ogc:PropertyName><ogc:Literal>cold</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
<se:MaxScaleDenominator>6000</se:MaxScaleDenominator><se:PointSymbolizer><se:Graphic><se:Mark><se:WellKnownName>circle</se:WellKnownName><se:Fill><se:SvgParameter name="fill">#92c5de</se:SvgParameter><se:SvgParameter name="fill-opacity">0.5</se:SvgParameter></se:Fill></se:Mark><se:Size>15.71</se:Size></se:Graphic></se:PointSymbolizer>
</se:Rule>
<se:Rule><se:Name>vacant</se:Name><se:Description><se:Title>Local vacant</se:Title></se:Description>
<ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>status</ogc:PropertyName><ogc:Literal>vacant</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
<se:PointSymbolizer><se:Graphic><se:Mark><se:WellKnownName>circle</se:WellKnownName><se:Fill><se:SvgParameter name="fill">#084081</se:SvgParameter></se:Fill><se:Stroke><se:SvgParameter name="stroke">#ffffff</se:SvgParameter><se:SvgParameter name="stroke-width">0.89</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter></se:Stroke></se:Mark><se:Size>7.86</se:Size></se:Graphic></se:PointSymbolizer>
</se:Rule>
<se:Rule><se:Name>works</se:Name><se:Description><se:Title>En travaux</se:Title></se:Description>
<ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>status</ogc:PropertyName><ogc:Literal>works</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
<se:PointSymbolizer><se:Graphic><se:Mark><se:WellKnownName>circle</se:WellKnownName><se:Fill><se:SvgParameter name="fill">#ffffff</se:SvgParameter></se:Fill><se:Stroke><se:SvgParameter name="stroke">#084081</se:SvgParameter><se:SvgParameter name="stroke-width">2.14</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter></se:Stroke></se:Mark><se:Size>7.14</se:Size></se:Graphic></se:PointSymbolizer>
</se:Rule>
<se:Rule><se:Name>unknown</se:Name><se:Description><se:Title>Situation inconnue</se:Title></se:Description>
<ogc:Filter><ogc:Or><ogc:PropertyIsNull><ogc:PropertyName>status</ogc:PropertyName></ogc:PropertyIsNull><ogc:Not><ogc:Or><ogc:PropertyIsEqualTo><ogc:PropertyName>status</ogc:PropertyName><ogc:Literal>vacant</ogc:Literal></ogc:PropertyIsEqualTo><ogc:PropertyIsEqualTo><ogc:PropertyName>status</ogc:PropertyName><ogc:Literal>works</ogc:Literal></ogc:PropertyIsEqualTo><ogc:PropertyIsEqualTo><ogc:PropertyName>status</ogc:PropertyName><ogc:Literal>occupied</ogc:Literal></ogc:PropertyIsEqualTo><ogc:PropertyIsEqualTo><ogc:PropertyName>status</ogc:PropertyName><ogc:Literal>reserve</ogc:Literal></ogc:PropertyIsEqualTo><ogc:PropertyIsEqualTo><ogc:PropertyName>status</ogc:PropertyName><ogc:Literal>converted</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Or></ogc:Not></ogc:Or></ogc:Filter>
<se:PointSymbolizer><se:Graphic><se:Mark><se:WellKnownName>circle</se:WellKnownName><se:Fill><se:SvgParameter name="fill">#ffffff</se:SvgParameter></se:Fill><se:Stroke><se:SvgParameter name="stroke">#5a5a5a</se:SvgParameter><se:SvgParameter name="stroke-width">1.07</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter></se:Stroke></se:Mark><se:Size>6.43</se:Size></se:Graphic></se:PointSymbolizer>
</se:Rule>
<se:Rule><se:Name>occupied</se:Name><se:Description><se:Title>Local occupé</se:Title></se:Description>
<ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>status</ogc:PropertyName><ogc:Literal>occupied</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
<se:MaxScaleDenominator>6000</se:MaxScaleDenominator><se:PointSymbolizer><se:Graphic><se:Mark><se:WellKnownName>circle</se:WellKnownName><se:Fill><se:SvgParameter name="fill">#c4c4c4</se:SvgParameter></se:Fill><se:Stroke><se:SvgParameter name="stroke">#969696</se:SvgParameter><se:SvgParameter name="stroke-width">0.36</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter></se:Stroke></se:Mark><se:Size>4.29</se:Size></se:Graphic></se:PointSymbolizer>
</se:Rule>
<se:Rule><se:Name>other</se:Name><se:Description><se:Title>Réserve ou local converti</se:Title></se:Description>
<ogc:Filter><ogc:Or><ogc:PropertyIsEqualTo><ogc:PropertyName>status</ogc:PropertyName><ogc:Literal>reserve</ogc:Literal></ogc:PropertyIsEqualTo><ogc:PropertyIsEqualTo><ogc:PropertyName>status</ogc:PropertyName><ogc:Literal>converted</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Or></ogc:Filter>
<se:MaxScaleDenominator>6000</se:MaxScaleDenominator><se:PointSymbolizer><se:Graphic><se:Mark><se:WellKnownName>square</se:WellKnownName><se:Fill><se:SvgParameter name="fill">#a5a5a5</se:SvgParameter></se:Fill><se:Stroke><se:SvgParameter name="stroke">#787878</se:SvgParameter><se:SvgParameter name="stroke-width">0.36</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter></se:Stroke></se:Mark><se:Size>4.29</se:Size></se:Graphic></se:PointSymbolizer>
</se:Rule>
</se:FeatureTypeStyle></UserStyle></NamedLayer>
</StyledLayerDescriptor>
