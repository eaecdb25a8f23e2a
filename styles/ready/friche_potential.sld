<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.1.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc" xmlns:se="http://www.opengis.net/se">
<NamedLayer><se:Name>friche_potential</se:Name><UserStyle><se:Name>vitrine</se:Name><se:Description><se:Title>Potentiel des friches</se:Title></se:Description><se:FeatureTypeStyle>
<se:Rule><se:Name>class_0</se:Name><se:Description><se:Title>Faible (≥ 0)</se:Title></se:Description>
<ogc:Filter><ogc:And><ogc:PropertyIsGreaterThanOrEqualTo><ogc:PropertyName>best_index</ogc:PropertyName><ogc:Literal>0</ogc:Literal></ogc:PropertyIsGreaterThanOrEqualTo><ogc:PropertyIsLessThan><ogc:PropertyName>best_index</ogc:PropertyName><ogc:Literal>40</ogc:Literal></ogc:PropertyIsLessThan></ogc:And></ogc:Filter>
<se:PolygonSymbolizer><se:Fill><se:SvgParameter name="fill">#ffffd9</se:SvgParameter></se:Fill></se:PolygonSymbolizer>
<se:LineSymbolizer><se:Stroke><se:SvgParameter name="stroke">#232323</se:SvgParameter><se:SvgParameter name="stroke-width">1.07</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter></se:Stroke></se:LineSymbolizer>
</se:Rule>
<se:Rule><se:Name>class_1</se:Name><se:Description><se:Title>Moyen (≥ 40)</se:Title></se:Description>
<ogc:Filter><ogc:And><ogc:PropertyIsGreaterThanOrEqualTo><ogc:PropertyName>best_index</ogc:PropertyName><ogc:Literal>40</ogc:Literal></ogc:PropertyIsGreaterThanOrEqualTo><ogc:PropertyIsLessThan><ogc:PropertyName>best_index</ogc:PropertyName><ogc:Literal>50</ogc:Literal></ogc:PropertyIsLessThan></ogc:And></ogc:Filter>
<se:PolygonSymbolizer><se:Fill><se:SvgParameter name="fill">#c7e9b4</se:SvgParameter></se:Fill></se:PolygonSymbolizer>
<se:LineSymbolizer><se:Stroke><se:SvgParameter name="stroke">#232323</se:SvgParameter><se:SvgParameter name="stroke-width">1.07</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter></se:Stroke></se:LineSymbolizer>
</se:Rule>
<se:Rule><se:Name>class_2</se:Name><se:Description><se:Title>Bon (≥ 50)</se:Title></se:Description>
<ogc:Filter><ogc:And><ogc:PropertyIsGreaterThanOrEqualTo><ogc:PropertyName>best_index</ogc:PropertyName><ogc:Literal>50</ogc:Literal></ogc:PropertyIsGreaterThanOrEqualTo><ogc:PropertyIsLessThan><ogc:PropertyName>best_index</ogc:PropertyName><ogc:Literal>60</ogc:Literal></ogc:PropertyIsLessThan></ogc:And></ogc:Filter>
<se:PolygonSymbolizer><se:Fill><se:SvgParameter name="fill">#7fcdbb</se:SvgParameter></se:Fill></se:PolygonSymbolizer>
<se:LineSymbolizer><se:Stroke><se:SvgParameter name="stroke">#232323</se:SvgParameter><se:SvgParameter name="stroke-width">1.07</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter></se:Stroke></se:LineSymbolizer>
</se:Rule>
<se:Rule><se:Name>class_3</se:Name><se:Description><se:Title>Très bon (≥ 60)</se:Title></se:Description>
<ogc:Filter><ogc:And><ogc:PropertyIsGreaterThanOrEqualTo><ogc:PropertyName>best_index</ogc:PropertyName><ogc:Literal>60</ogc:Literal></ogc:PropertyIsGreaterThanOrEqualTo><ogc:PropertyIsLessThan><ogc:PropertyName>best_index</ogc:PropertyName><ogc:Literal>70</ogc:Literal></ogc:PropertyIsLessThan></ogc:And></ogc:Filter>
<se:PolygonSymbolizer><se:Fill><se:SvgParameter name="fill">#1d91c0</se:SvgParameter></se:Fill></se:PolygonSymbolizer>
<se:LineSymbolizer><se:Stroke><se:SvgParameter name="stroke">#232323</se:SvgParameter><se:SvgParameter name="stroke-width">1.07</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter></se:Stroke></se:LineSymbolizer>
</se:Rule>
<se:Rule><se:Name>class_4</se:Name><se:Description><se:Title>Excellent (≥ 70)</se:Title></se:Description>
<ogc:Filter><ogc:And><ogc:PropertyIsGreaterThanOrEqualTo><ogc:PropertyName>best_index</ogc:PropertyName><ogc:Literal>70</ogc:Literal></ogc:PropertyIsGreaterThanOrEqualTo><ogc:PropertyIsLessThan><ogc:PropertyName>best_index</ogc:PropertyName><ogc:Literal>1e9</ogc:Literal></ogc:PropertyIsLessThan></ogc:And></ogc:Filter>
<se:PolygonSymbolizer><se:Fill><se:SvgParameter name="fill">#225ea8</se:SvgParameter></se:Fill></se:PolygonSymbolizer>
<se:LineSymbolizer><se:Stroke><se:SvgParameter name="stroke">#232323</se:SvgParameter><se:SvgParameter name="stroke-width">1.07</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter></se:Stroke></se:LineSymbolizer>
</se:Rule>
<se:Rule><se:Name>none</se:Name><se:Description><se:Title>Aucun critère renseigné</se:Title></se:Description>
<ogc:Filter><ogc:PropertyIsNull><ogc:PropertyName>best_index</ogc:PropertyName></ogc:PropertyIsNull></ogc:Filter>
<se:PolygonSymbolizer><se:Fill><se:GraphicFill><se:Graphic><se:Mark><se:WellKnownName>x</se:WellKnownName><se:Stroke><se:SvgParameter name="stroke">#969696</se:SvgParameter><se:SvgParameter name="stroke-width">1</se:SvgParameter></se:Stroke></se:Mark><se:Size>6</se:Size></se:Graphic></se:GraphicFill></se:Fill></se:PolygonSymbolizer>
<se:LineSymbolizer><se:Stroke><se:SvgParameter name="stroke">#6e6e6e</se:SvgParameter><se:SvgParameter name="stroke-width">1.07</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter><se:SvgParameter name="stroke-dasharray">5.71 2.86</se:SvgParameter></se:Stroke></se:LineSymbolizer>
</se:Rule>
<se:Rule><se:Name>use_0</se:Name><se:Description><se:Title>logement</se:Title></se:Description>
<ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>best_use</ogc:PropertyName><ogc:Literal>residentiel</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
<se:PointSymbolizer><se:Graphic><se:Mark><se:WellKnownName>circle</se:WellKnownName><se:Fill><se:SvgParameter name="fill">#e69f00</se:SvgParameter></se:Fill><se:Stroke><se:SvgParameter name="stroke">#232323</se:SvgParameter><se:SvgParameter name="stroke-width">1.07</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter></se:Stroke></se:Mark><se:Size>11.43</se:Size></se:Graphic></se:PointSymbolizer>
</se:Rule>
<se:Rule><se:Name>use_1</se:Name><se:Description><se:Title>équipements</se:Title></se:Description>
<ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>best_use</ogc:PropertyName><ogc:Literal>equipements</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
<se:PointSymbolizer><se:Graphic><se:Mark><se:WellKnownName>square</se:WellKnownName><se:Fill><se:SvgParameter name="fill">#56b4e9</se:SvgParameter></se:Fill><se:Stroke><se:SvgParameter name="stroke">#232323</se:SvgParameter><se:SvgParameter name="stroke-width">1.07</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter></se:Stroke></se:Mark><se:Size>11.43</se:Size></se:Graphic></se:PointSymbolizer>
</se:Rule>
<se:Rule><se:Name>use_2</se:Name><se:Description><se:Title>culture</se:Title></se:Description>
<ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>best_use</ogc:PropertyName><ogc:Literal>culture</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
<se:PointSymbolizer><se:Graphic><se:Mark><se:WellKnownName>triangle</se:WellKnownName><se:Fill><se:SvgParameter name="fill">#009e73</se:SvgParameter></se:Fill><se:Stroke><se:SvgParameter name="stroke">#232323</se:SvgParameter><se:SvgParameter name="stroke-width">1.07</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter></se:Stroke></se:Mark><se:Size>11.43</se:Size></se:Graphic></se:PointSymbolizer>
</se:Rule>
<se:Rule><se:Name>use_3</se:Name><se:Description><se:Title>tertiaire</se:Title></se:Description>
<ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>best_use</ogc:PropertyName><ogc:Literal>tertiaire</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
<se:PointSymbolizer><se:Graphic><se:Mark><se:WellKnownName>square</se:WellKnownName><se:Fill><se:SvgParameter name="fill">#f0e442</se:SvgParameter></se:Fill><se:Stroke><se:SvgParameter name="stroke">#232323</se:SvgParameter><se:SvgParameter name="stroke-width">1.07</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter></se:Stroke></se:Mark><se:Size>8.11</se:Size><se:Rotation>45</se:Rotation></se:Graphic></se:PointSymbolizer>
</se:Rule>
<se:Rule><se:Name>use_4</se:Name><se:Description><se:Title>industrie</se:Title></se:Description>
<ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>best_use</ogc:PropertyName><ogc:Literal>industrie</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
<se:PointSymbolizer><se:Graphic><se:Mark><se:WellKnownName>circle</se:WellKnownName><se:Fill><se:SvgParameter name="fill">#0072b2</se:SvgParameter></se:Fill><se:Stroke><se:SvgParameter name="stroke">#232323</se:SvgParameter><se:SvgParameter name="stroke-width">1.07</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter></se:Stroke></se:Mark><se:Size>11.43</se:Size></se:Graphic></se:PointSymbolizer>
</se:Rule>
<se:Rule><se:Name>use_5</se:Name><se:Description><se:Title>renaturation</se:Title></se:Description>
<ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>best_use</ogc:PropertyName><ogc:Literal>renaturation</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
<se:PointSymbolizer><se:Graphic><se:Mark><se:WellKnownName>star</se:WellKnownName><se:Fill><se:SvgParameter name="fill">#d55e00</se:SvgParameter></se:Fill><se:Stroke><se:SvgParameter name="stroke">#232323</se:SvgParameter><se:SvgParameter name="stroke-width">1.07</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter></se:Stroke></se:Mark><se:Size>11.43</se:Size></se:Graphic></se:PointSymbolizer>
</se:Rule>
<se:Rule><se:Name>use_6</se:Name><se:Description><se:Title>photovoltaïque</se:Title></se:Description>
<ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>best_use</ogc:PropertyName><ogc:Literal>photovoltaique</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
<se:PointSymbolizer><se:Graphic><se:Mark><se:WellKnownName>cross</se:WellKnownName><se:Fill><se:SvgParameter name="fill">#cc79a7</se:SvgParameter></se:Fill><se:Stroke><se:SvgParameter name="stroke">#232323</se:SvgParameter><se:SvgParameter name="stroke-width">1.07</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter></se:Stroke></se:Mark><se:Size>11.43</se:Size></se:Graphic></se:PointSymbolizer>
</se:Rule>
<se:Rule><se:Name>label</se:Name><se:MaxScaleDenominator>12000</se:MaxScaleDenominator><se:TextSymbolizer><se:Label><ogc:PropertyName>site_name</ogc:PropertyName></se:Label><se:Font><se:SvgParameter name="font-family">DejaVu Sans</se:SvgParameter><se:SvgParameter name="font-size">10</se:SvgParameter></se:Font><se:LabelPlacement><se:PointPlacement><se:AnchorPoint><se:AnchorPointX>0.5</se:AnchorPointX><se:AnchorPointY>0</se:AnchorPointY></se:AnchorPoint><se:Displacement><se:DisplacementX>0</se:DisplacementX><se:DisplacementY>8</se:DisplacementY></se:Displacement></se:PointPlacement></se:LabelPlacement><se:Halo><se:Radius>1</se:Radius><se:Fill><se:SvgParameter name="fill">#ffffff</se:SvgParameter><se:SvgParameter name="fill-opacity">0.9</se:SvgParameter></se:Fill></se:Halo><se:Fill><se:SvgParameter name="fill">#141414</se:SvgParameter></se:Fill></se:TextSymbolizer>
</se:Rule>
</se:FeatureTypeStyle></UserStyle></NamedLayer>
</StyledLayerDescriptor>
