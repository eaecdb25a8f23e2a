<qgis version="3.22.16" styleCategories="AllStyleCategories">
 <aliases>{{aliases}}</aliases>
</qgis>
