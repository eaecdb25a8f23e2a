<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.1.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc" xmlns:se="http://www.opengis.net/se">
<NamedLayer><se:Name>land_partition</se:Name><UserStyle><se:Name>vitrine</se:Name><se:Description><se:Title>Partition du sol</se:Title></se:Description><se:FeatureTypeStyle>
<se:Rule><se:Name>immediate</se:Name><se:Description><se:Title>Offre immédiate</se:Title></se:Description>
<ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>bucket</ogc:PropertyName><ogc:Literal>immediate</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
<se:PolygonSymbolizer><se:Fill><se:SvgParameter name="fill">#084594</se:SvgParameter></se:Fill></se:PolygonSymbolizer>
<se:LineSymbolizer><se:Stroke><se:SvgParameter name="stroke">#ffffff</se:SvgParameter><se:SvgParameter name="stroke-width">0.71</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter></se:Stroke></se:LineSymbolizer>
</se:Rule>
<se:Rule><se:Name>committed</se:Name><se:Description><se:Title>Engagé</se:Title></se:Description>
<ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>bucket</ogc:PropertyName><ogc:Literal>committed</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
<se:PolygonSymbolizer><se:Fill><se:SvgParameter name="fill">#4a98c9</se:SvgParameter></se:Fill></se:PolygonSymbolizer>
<se:LineSymbolizer><se:Stroke><se:SvgParameter name="stroke">#ffffff</se:SvgParameter><se:SvgParameter name="stroke-width">0.71</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter></se:Stroke></se:LineSymbolizer>
</se:Rule>
<se:Rule><se:Name>future</se:Name><se:Description><se:Title>Offre future</se:Title></se:Description>
<ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>bucket</ogc:PropertyName><ogc:Literal>future</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
<se:PolygonSymbolizer><se:Fill><se:SvgParameter name="fill">#a0cdee</se:SvgParameter></se:Fill></se:PolygonSymbolizer>
<se:LineSymbolizer><se:Stroke><se:SvgParameter name="stroke">#ffffff</se:SvgParameter><se:SvgParameter name="stroke-width">0.71</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter></se:Stroke></se:LineSymbolizer>
</se:Rule>
<se:Rule><se:Name>recycling</se:Name><se:Description><se:Title>Recyclage</se:Title></se:Description>
<ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>bucket</ogc:PropertyName><ogc:Literal>recycling</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
<se:PolygonSymbolizer><se:Fill><se:SvgParameter name="fill">#1b7837</se:SvgParameter></se:Fill></se:PolygonSymbolizer>
<se:LineSymbolizer><se:Stroke><se:SvgParameter name="stroke">#ffffff</se:SvgParameter><se:SvgParameter name="stroke-width">0.71</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter></se:Stroke></se:LineSymbolizer>
</se:Rule>
<se:Rule><se:Name>densification</se:Name><se:Description><se:Title>Densification</se:Title></se:Description>
<ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>bucket</ogc:PropertyName><ogc:Literal>densification</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
<se:PolygonSymbolizer><se:Fill><se:SvgParameter name="fill">#f7cb4d</se:SvgParameter></se:Fill></se:PolygonSymbolizer>
<se:LineSymbolizer><se:Stroke><se:SvgParameter name="stroke">#ffffff</se:SvgParameter><se:SvgParameter name="stroke-width">0.71</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter></se:Stroke></se:LineSymbolizer>
</se:Rule>
<se:Rule><se:Name>consumed</se:Name><se:Description><se:Title>Consommé</se:Title></se:Description>
<ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>bucket</ogc:PropertyName><ogc:Literal>consumed</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
<se:PolygonSymbolizer><se:Fill><se:SvgParameter name="fill">#d4d2cc</se:SvgParameter></se:Fill></se:PolygonSymbolizer>
<se:LineSymbolizer><se:Stroke><se:SvgParameter name="stroke">#ffffff</se:SvgParameter><se:SvgParameter name="stroke-width">0.71</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter></se:Stroke></se:LineSymbolizer>
</se:Rule>
<se:Rule><se:Name>neutralised</se:Name><se:Description><se:Title>Neutralisé</se:Title></se:Description>
<ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>bucket</ogc:PropertyName><ogc:Literal>neutralised</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
<se:PolygonSymbolizer><se:Fill><se:SvgParameter name="fill">#f4f4f2</se:SvgParameter></se:Fill></se:PolygonSymbolizer>
<se:PolygonSymbolizer><se:Fill><se:GraphicFill><se:Graphic><se:Mark><se:WellKnownName>x</se:WellKnownName><se:Stroke><se:SvgParameter name="stroke">#8c8c8c</se:SvgParameter><se:SvgParameter name="stroke-width">1</se:SvgParameter></se:Stroke></se:Mark><se:Size>6</se:Size></se:Graphic></se:GraphicFill></se:Fill></se:PolygonSymbolizer>
<se:LineSymbolizer><se:Stroke><se:SvgParameter name="stroke">#ffffff</se:SvgParameter><se:SvgParameter name="stroke-width">0.71</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter></se:Stroke></se:LineSymbolizer>
</se:Rule>
<se:Rule><se:Name>other</se:Name><se:Description><se:Title>Poste inconnu</se:Title></se:Description>
<ogc:Filter><ogc:Or><ogc:PropertyIsNull><ogc:PropertyName>bucket</ogc:PropertyName></ogc:PropertyIsNull><ogc:Not><ogc:Or><ogc:PropertyIsEqualTo><ogc:PropertyName>bucket</ogc:PropertyName><ogc:Literal>immediate</ogc:Literal></ogc:PropertyIsEqualTo><ogc:PropertyIsEqualTo><ogc:PropertyName>bucket</ogc:PropertyName><ogc:Literal>committed</ogc:Literal></ogc:PropertyIsEqualTo><ogc:PropertyIsEqualTo><ogc:PropertyName>bucket</ogc:PropertyName><ogc:Literal>future</ogc:Literal></ogc:PropertyIsEqualTo><ogc:PropertyIsEqualTo><ogc:PropertyName>bucket</ogc:PropertyName><ogc:Literal>recycling</ogc:Literal></ogc:PropertyIsEqualTo><ogc:PropertyIsEqualTo><ogc:PropertyName>bucket</ogc:PropertyName><ogc:Literal>densification</ogc:Literal></ogc:PropertyIsEqualTo><ogc:PropertyIsEqualTo><ogc:PropertyName>bucket</ogc:PropertyName><ogc:Literal>consumed</ogc:Literal></ogc:PropertyIsEqualTo><ogc:PropertyIsEqualTo><ogc:PropertyName>bucket</ogc:PropertyName><ogc:Literal>neutralised</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Or></ogc:Not></ogc:Or></ogc:Filter>
<se:PolygonSymbolizer><se:Fill><se:GraphicFill><se:Graphic><se:Mark><se:WellKnownName>x</se:WellKnownName><se:Stroke><se:SvgParameter name="stroke">#969696</se:SvgParameter><se:SvgParameter name="stroke-width">1</se:SvgParameter></se:Stroke></se:Mark><se:Size>6</se:Size></se:Graphic></se:GraphicFill></se:Fill></se:PolygonSymbolizer>
<se:LineSymbolizer><se:Stroke><se:SvgParameter name="stroke">#5a5a5a</se:SvgParameter><se:SvgParameter name="stroke-width">1.07</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter><se:SvgParameter name="stroke-dasharray">5.71 2.86</se:SvgParameter></se:Stroke></se:LineSymbolizer>
</se:Rule>
</se:FeatureTypeStyle></UserStyle></NamedLayer>
</StyledLayerDescriptor>
