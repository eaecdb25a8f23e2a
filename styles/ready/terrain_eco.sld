<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.1.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc" xmlns:se="http://www.opengis.net/se">
<NamedLayer><se:Name>terrain_eco</se:Name><UserStyle><se:Name>vitrine</se:Name><se:Description><se:Title>Terrains économiques (CNIG)</se:Title></se:Description><se:FeatureTypeStyle>
<se:Rule><se:Name>sale</se:Name><se:Description><se:Title>En vente</se:Title></se:Description>
<ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>terr_stade_comm</ogc:PropertyName><ogc:Literal>en vente</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
<se:PolygonSymbolizer><se:Fill><se:SvgParameter name="fill">#084594</se:SvgParameter></se:Fill></se:PolygonSymbolizer>
<se:LineSymbolizer><se:Stroke><se:SvgParameter name="stroke">#ffffff</se:SvgParameter><se:SvgParameter name="stroke-width">1.07</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter></se:Stroke></se:LineSymbolizer>
</se:Rule>
<se:Rule><se:Name>terms</se:Name><se:Description><se:Title>En vente avec contraintes</se:Title></se:Description>
<ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>terr_stade_comm</ogc:PropertyName><ogc:Literal>en vente avec contraintes</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
<se:PolygonSymbolizer><se:Fill><se:SvgParameter name="fill">#ffffff</se:SvgParameter></se:Fill></se:PolygonSymbolizer>
<se:PolygonSymbolizer><se:Fill><se:GraphicFill><se:Graphic><se:Mark><se:WellKnownName>x</se:WellKnownName><se:Stroke><se:SvgParameter name="stroke">#084594</se:SvgParameter><se:SvgParameter name="stroke-width">1</se:SvgParameter></se:Stroke></se:Mark><se:Size>6</se:Size></se:Graphic></se:GraphicFill></se:Fill></se:PolygonSymbolizer>
<se:LineSymbolizer><se:Stroke><se:SvgParameter name="stroke">#084594</se:SvgParameter><se:SvgParameter name="stroke-width">1.07</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter></se:Stroke></se:LineSymbolizer>
</se:Rule>
<se:Rule><se:Name>reserved</se:Name><se:Description><se:Title>Réservé</se:Title></se:Description>
<ogc:Filter><ogc:Or><ogc:PropertyIsEqualTo><ogc:PropertyName>terr_stade_comm</ogc:PropertyName><ogc:Literal>réservé par option de réservation</ogc:Literal></ogc:PropertyIsEqualTo><ogc:PropertyIsEqualTo><ogc:PropertyName>terr_stade_comm</ogc:PropertyName><ogc:Literal>réservé par une délibération de l'EPCI</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Or></ogc:Filter>
<se:PolygonSymbolizer><se:Fill><se:SvgParameter name="fill">#4a98c9</se:SvgParameter></se:Fill></se:PolygonSymbolizer>
<se:LineSymbolizer><se:Stroke><se:SvgParameter name="stroke">#ffffff</se:SvgParameter><se:SvgParameter name="stroke-width">1.07</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter></se:Stroke></se:LineSymbolizer>
</se:Rule>
<se:Rule><se:Name>waiting</se:Name><se:Description><se:Title>Non commercialisé</se:Title></se:Description>
<ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>terr_stade_comm</ogc:PropertyName><ogc:Literal>non commercialisé</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
<se:PolygonSymbolizer><se:Fill><se:SvgParameter name="fill">#a0cdee</se:SvgParameter></se:Fill></se:PolygonSymbolizer>
<se:LineSymbolizer><se:Stroke><se:SvgParameter name="stroke">#ffffff</se:SvgParameter><se:SvgParameter name="stroke-width">1.07</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter></se:Stroke></se:LineSymbolizer>
</se:Rule>
<se:Rule><se:Name>sold</se:Name><se:Description><se:Title>Vendu</se:Title></se:Description>
<ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>terr_stade_comm</ogc:PropertyName><ogc:Literal>vendu, commercialisation achevée</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
<se:PolygonSymbolizer><se:Fill><se:SvgParameter name="fill">#d4d2cc</se:SvgParameter></se:Fill></se:PolygonSymbolizer>
<se:LineSymbolizer><se:Stroke><se:SvgParameter name="stroke">#ffffff</se:SvgParameter><se:SvgParameter name="stroke-width">1.07</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter></se:Stroke></se:LineSymbolizer>
</se:Rule>
<se:Rule><se:Name>unfit</se:Name><se:Description><se:Title>Non commercialisable</se:Title></se:Description>
<ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>terr_stade_comm</ogc:PropertyName><ogc:Literal>non commercialisable</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
<se:PolygonSymbolizer><se:Fill><se:SvgParameter name="fill">#f4f4f2</se:SvgParameter></se:Fill></se:PolygonSymbolizer>
<se:PolygonSymbolizer><se:Fill><se:GraphicFill><se:Graphic><se:Mark><se:WellKnownName>x</se:WellKnownName><se:Stroke><se:SvgParameter name="stroke">#8c8c8c</se:SvgParameter><se:SvgParameter name="stroke-width">1</se:SvgParameter></se:Stroke></se:Mark><se:Size>6</se:Size></se:Graphic></se:GraphicFill></se:Fill></se:PolygonSymbolizer>
<se:LineSymbolizer><se:Stroke><se:SvgParameter name="stroke">#ffffff</se:SvgParameter><se:SvgParameter name="stroke-width">1.07</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter></se:Stroke></se:LineSymbolizer>
</se:Rule>
<se:Rule><se:Name>other</se:Name><se:Description><se:Title>Stade non renseigné</se:Title></se:Description>
<ogc:Filter><ogc:Or><ogc:PropertyIsNull><ogc:PropertyName>terr_stade_comm</ogc:PropertyName></ogc:PropertyIsNull><ogc:Not><ogc:Or><ogc:PropertyIsEqualTo><ogc:PropertyName>terr_stade_comm</ogc:PropertyName><ogc:Literal>en vente</ogc:Literal></ogc:PropertyIsEqualTo><ogc:PropertyIsEqualTo><ogc:PropertyName>terr_stade_comm</ogc:PropertyName><ogc:Literal>en vente avec contraintes</ogc:Literal></ogc:PropertyIsEqualTo><ogc:PropertyIsEqualTo><ogc:PropertyName>terr_stade_comm</ogc:PropertyName><ogc:Literal>réservé par option de réservation</ogc:Literal></ogc:PropertyIsEqualTo><ogc:PropertyIsEqualTo><ogc:PropertyName>terr_stade_comm</ogc:PropertyName><ogc:Literal>réservé par une délibération de l'EPCI</ogc:Literal></ogc:PropertyIsEqualTo><ogc:PropertyIsEqualTo><ogc:PropertyName>terr_stade_comm</ogc:PropertyName><ogc:Literal>non commercialisé</ogc:Literal></ogc:PropertyIsEqualTo><ogc:PropertyIsEqualTo><ogc:PropertyName>terr_stade_comm</ogc:PropertyName><ogc:Literal>vendu, commercialisation achevée</ogc:Literal></ogc:PropertyIsEqualTo><ogc:PropertyIsEqualTo><ogc:PropertyName>terr_stade_comm</ogc:PropertyName><ogc:Literal>non commercialisable</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Or></ogc:Not></ogc:Or></ogc:Filter>
<se:PolygonSymbolizer><se:Fill><se:GraphicFill><se:Graphic><se:Mark><se:WellKnownName>x</se:WellKnownName><se:Stroke><se:SvgParameter name="stroke">#969696</se:SvgParameter><se:SvgParameter name="stroke-width">1</se:SvgParameter></se:Stroke></se:Mark><se:Size>6</se:Size></se:Graphic></se:GraphicFill></se:Fill></se:PolygonSymbolizer>
<se:LineSymbolizer><se:Stroke><se:SvgParameter name="stroke">#5a5a5a</se:SvgParameter><se:SvgParameter name="stroke-width">1.07</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter><se:SvgParameter name="stroke-dasharray">5.71 2.86</se:SvgParameter></se:Stroke></se:LineSymbolizer>
</se:Rule>
</se:FeatureTypeStyle></UserStyle></NamedLayer>
</StyledLayerDescriptor>
