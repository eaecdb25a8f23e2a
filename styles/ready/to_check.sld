<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.1.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc" xmlns:se="http://www.opengis.net/se">
<NamedLayer><se:Name>to_check</se:Name><UserStyle><se:Name>vitrine</se:Name><se:Description><se:Title>Locaux à vérifier</se:Title></se:Description><se:FeatureTypeStyle>
<se:Rule><se:Name>unknown_street</se:Name><se:Description><se:Title>Rue absente de la couche</se:Title></se:Description>
<ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>reason</ogc:PropertyName><ogc:Literal>unknown_street</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
<se:PointSymbolizer><se:Graphic><se:Mark><se:WellKnownName>triangle</se:WellKnownName><se:Fill><se:SvgParameter name="fill">#f0e442</se:SvgParameter></se:Fill><se:Stroke><se:SvgParameter name="stroke">#232323</se:SvgParameter><se:SvgParameter name="stroke-width">1.25</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter></se:Stroke></se:Mark><se:Size>13.57</se:Size></se:Graphic></se:PointSymbolizer>
</se:Rule>
<se:Rule><se:Name>no_street</se:Name><se:Description><se:Title>Sans rue</se:Title></se:Description>
<ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>reason</ogc:PropertyName><ogc:Literal>no_street</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
<se:PointSymbolizer><se:Graphic><se:Mark><se:WellKnownName>triangle</se:WellKnownName><se:Fill><se:SvgParameter name="fill">#ffffff</se:SvgParameter></se:Fill><se:Stroke><se:SvgParameter name="stroke">#232323</se:SvgParameter><se:SvgParameter name="stroke-width">1.25</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter></se:Stroke></se:Mark><se:Size>13.57</se:Size></se:Graphic></se:PointSymbolizer>
</se:Rule>
<se:Rule><se:Name>fuzzy_street</se:Name><se:Description><se:Title>Nom de rue approchant</se:Title></se:Description>
<ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>reason</ogc:PropertyName><ogc:Literal>fuzzy_street</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
<se:PointSymbolizer><se:Graphic><se:Mark><se:WellKnownName>square</se:WellKnownName><se:Fill><se:SvgParameter name="fill">#f0e442</se:SvgParameter></se:Fill><se:Stroke><se:SvgParameter name="stroke">#232323</se:SvgParameter><se:SvgParameter name="stroke-width">1.25</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter></se:Stroke></se:Mark><se:Size>7.61</se:Size><se:Rotation>45</se:Rotation></se:Graphic></se:PointSymbolizer>
</se:Rule>
<se:Rule><se:Name>unknown_status</se:Name><se:Description><se:Title>Situation inconnue</se:Title></se:Description>
<ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>reason</ogc:PropertyName><ogc:Literal>unknown_status</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
<se:PointSymbolizer><se:Graphic><se:Mark><se:WellKnownName>circle</se:WellKnownName><se:Fill><se:SvgParameter name="fill">#f0e442</se:SvgParameter></se:Fill><se:Stroke><se:SvgParameter name="stroke">#232323</se:SvgParameter><se:SvgParameter name="stroke-width">1.25</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter></se:Stroke></se:Mark><se:Size>9.29</se:Size></se:Graphic></se:PointSymbolizer>
</se:Rule>
<se:Rule><se:Name>other</se:Name><se:Description><se:Title>Autre motif</se:Title></se:Description>
<ogc:Filter><ogc:Or><ogc:PropertyIsNull><ogc:PropertyName>reason</ogc:PropertyName></ogc:PropertyIsNull><ogc:Not><ogc:Or><ogc:PropertyIsEqualTo><ogc:PropertyName>reason</ogc:PropertyName><ogc:Literal>unknown_street</ogc:Literal></ogc:PropertyIsEqualTo><ogc:PropertyIsEqualTo><ogc:PropertyName>reason</ogc:PropertyName><ogc:Literal>no_street</ogc:Literal></ogc:PropertyIsEqualTo><ogc:PropertyIsEqualTo><ogc:PropertyName>reason</ogc:PropertyName><ogc:Literal>fuzzy_street</ogc:Literal></ogc:PropertyIsEqualTo><ogc:PropertyIsEqualTo><ogc:PropertyName>reason</ogc:PropertyName><ogc:Literal>unknown_status</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Or></ogc:Not></ogc:Or></ogc:Filter>
<se:PointSymbolizer><se:Graphic><se:Mark><se:WellKnownName>square</se:WellKnownName><se:Fill><se:SvgParameter name="fill">#c8c8c8</se:SvgParameter></se:Fill><se:Stroke><se:SvgParameter name="stroke">#232323</se:SvgParameter><se:SvgParameter name="stroke-width">1.25</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter></se:Stroke></se:Mark><se:Size>9.29</se:Size></se:Graphic></se:PointSymbolizer>
</se:Rule>
<se:Rule><se:Name>label</se:Name><se:MaxScaleDenominator>2500</se:MaxScaleDenominator><se:TextSymbolizer><se:Label><ogc:PropertyName>name</ogc:PropertyName></se:Label><se:Font><se:SvgParameter name="font-family">DejaVu Sans</se:SvgParameter><se:SvgParameter name="font-size">10</se:SvgParameter></se:Font><se:LabelPlacement><se:PointPlacement><se:AnchorPoint><se:AnchorPointX>0.5</se:AnchorPointX><se:AnchorPointY>0</se:AnchorPointY></se:AnchorPoint><se:Displacement><se:DisplacementX>0</se:DisplacementX><se:DisplacementY>8</se:DisplacementY></se:Displacement></se:PointPlacement></se:LabelPlacement><se:Halo><se:Radius>1</se:Radius><se:Fill><se:SvgParameter name="fill">#ffffff</se:SvgParameter><se:SvgParameter name="fill-opacity">0.9</se:SvgParameter></se:Fill></se:Halo><se:Fill><se:SvgParameter name="fill">#141414</se:SvgParameter></se:Fill></se:TextSymbolizer>
</se:Rule>
</se:FeatureTypeStyle></UserStyle></NamedLayer>
</StyledLayerDescriptor>
