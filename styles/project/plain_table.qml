<qgis version="3.22.16" styleCategories="AllStyleCategories">
 <fieldConfiguration>{{widgets}}</fieldConfiguration>
 <aliases>{{aliases}}</aliases>
</qgis>
