<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.1.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc" xmlns:se="http://www.opengis.net/se">
<NamedLayer><se:Name>site_eco</se:Name><UserStyle><se:Name>vitrine</se:Name><se:Description><se:Title>Sites économiques (CNIG)</se:Title></se:Description><se:FeatureTypeStyle>
<se:Rule><se:Name>active</se:Name><se:Description><se:Title>Existant et actif</se:Title></se:Description>
<ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>site_etat</ogc:PropertyName><ogc:Literal>existant et actif</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
<se:LineSymbolizer><se:Stroke><se:SvgParameter name="stroke">#3b3b3b</se:SvgParameter><se:SvgParameter name="stroke-width">4.29</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter></se:Stroke></se:LineSymbolizer>
<se:LineSymbolizer><se:Stroke><se:SvgParameter name="stroke">#4a98c9</se:SvgParameter><se:SvgParameter name="stroke-width">2.86</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter></se:Stroke></se:LineSymbolizer>
</se:Rule>
<se:Rule><se:Name>creation</se:Name><se:Description><se:Title>Création</se:Title></se:Description>
<ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>site_etat</ogc:PropertyName><ogc:Literal>création</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
<se:LineSymbolizer><se:Stroke><se:SvgParameter name="stroke">#084594</se:SvgParameter><se:SvgParameter name="stroke-width">2.86</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter><se:SvgParameter name="stroke-dasharray">14.29 3.57</se:SvgParameter></se:Stroke></se:LineSymbolizer>
</se:Rule>
<se:Rule><se:Name>project</se:Name><se:Description><se:Title>En projet</se:Title></se:Description>
<ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>site_etat</ogc:PropertyName><ogc:Literal>en projet</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
<se:LineSymbolizer><se:Stroke><se:SvgParameter name="stroke">#084594</se:SvgParameter><se:SvgParameter name="stroke-width">2.86</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter><se:SvgParameter name="stroke-dasharray">5.71 4.29</se:SvgParameter></se:Stroke></se:LineSymbolizer>
</se:Rule>
<se:Rule><se:Name>leaving</se:Name><se:Description><se:Title>Projet de déclassement</se:Title></se:Description>
<ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>site_etat</ogc:PropertyName><ogc:Literal>projet de déclassement</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
<se:LineSymbolizer><se:Stroke><se:SvgParameter name="stroke">#6e6e6e</se:SvgParameter><se:SvgParameter name="stroke-width">2.86</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter><se:SvgParameter name="stroke-dasharray">14.29 3.57</se:SvgParameter></se:Stroke></se:LineSymbolizer>
</se:Rule>
<se:Rule><se:Name>left</se:Name><se:Description><se:Title>Déclassé</se:Title></se:Description>
<ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>site_etat</ogc:PropertyName><ogc:Literal>déclassé</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
<se:LineSymbolizer><se:Stroke><se:SvgParameter name="stroke">#6e6e6e</se:SvgParameter><se:SvgParameter name="stroke-width">2.86</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter><se:SvgParameter name="stroke-dasharray">5.71 4.29</se:SvgParameter></se:Stroke></se:LineSymbolizer>
</se:Rule>
<se:Rule><se:Name>other</se:Name><se:Description><se:Title>État non renseigné</se:Title></se:Description>
<ogc:Filter><ogc:Or><ogc:PropertyIsNull><ogc:PropertyName>site_etat</ogc:PropertyName></ogc:PropertyIsNull><ogc:Not><ogc:Or><ogc:PropertyIsEqualTo><ogc:PropertyName>site_etat</ogc:PropertyName><ogc:Literal>existant et actif</ogc:Literal></ogc:PropertyIsEqualTo><ogc:PropertyIsEqualTo><ogc:PropertyName>site_etat</ogc:PropertyName><ogc:Literal>création</ogc:Literal></ogc:PropertyIsEqualTo><ogc:PropertyIsEqualTo><ogc:PropertyName>site_etat</ogc:PropertyName><ogc:Literal>en projet</ogc:Literal></ogc:PropertyIsEqualTo><ogc:PropertyIsEqualTo><ogc:PropertyName>site_etat</ogc:PropertyName><ogc:Literal>projet de déclassement</ogc:Literal></ogc:PropertyIsEqualTo><ogc:PropertyIsEqualTo><ogc:PropertyName>site_etat</ogc:PropertyName><ogc:Literal>déclassé</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Or></ogc:Not></ogc:Or></ogc:Filter>
<se:LineSymbolizer><se:Stroke><se:SvgParameter name="stroke">#969696</se:SvgParameter><se:SvgParameter name="stroke-width">1.43</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter><se:SvgParameter name="stroke-dasharray">1.79 2.86</se:SvgParameter></se:Stroke></se:LineSymbolizer>
</se:Rule>
<se:Rule><se:Name>label</se:Name><se:MaxScaleDenominator>100000</se:MaxScaleDenominator><se:TextSymbolizer><se:Label><ogc:PropertyName>site_nom</ogc:PropertyName></se:Label><se:Font><se:SvgParameter name="font-family">DejaVu Sans</se:SvgParameter><se:SvgParameter name="font-size">10</se:SvgParameter></se:Font><se:LabelPlacement><se:PointPlacement><se:AnchorPoint><se:AnchorPointX>0.5</se:AnchorPointX><se:AnchorPointY>0</se:AnchorPointY></se:AnchorPoint><se:Displacement><se:DisplacementX>0</se:DisplacementX><se:DisplacementY>8</se:DisplacementY></se:Displacement></se:PointPlacement></se:LabelPlacement><se:Halo><se:Radius>1</se:Radius><se:Fill><se:SvgParameter name="fill">#ffffff</se:SvgParameter><se:SvgParameter name="fill-opacity">0.9</se:SvgParameter></se:Fill></se:Halo><se:Fill><se:SvgParameter name="fill">#141414</se:SvgParameter></se:Fill></se:TextSymbolizer>
</se:Rule>
</se:FeatureTypeStyle></UserStyle></NamedLayer>
</StyledLayerDescriptor>
