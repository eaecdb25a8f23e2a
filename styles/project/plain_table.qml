<qgis version="3.22.16" styleCategories="AllStyleCategories">
 <aliases>{{aliases}}</aliases>
 <fieldConfiguration>{{widgets}}</fieldConfiguration>
 <previewExpression>{{row}}</previewExpression>
</qgis>
