"""French or English, as QGIS is set. Knows nothing of QGIS: __init__.py says which."""

french = True


def say(texts):
    """Of a pair (French, English) the one to show."""
    return texts[0] if french else texts[1]


STAGES = {
    "read": ("lecture", "reading"), "vacancy": ("taux de vacance", "vacancy rates"), "hotspots": ("points chauds", "hot spots"),
    "heatmap": ("carte de chaleur", "heat map"), "network": ("le long des rues", "along the streets"), "friche": ("friches", "friches"),
    "land": ("bilan foncier", "land balance"), "write": ("écriture", "writing"),
}
KEY = ("Clé d'étude : {}.", "Key of a study: {}.")
OF = (" : ", ": ")  # a layer, then what of it
LEFT = (" – reste {} s", " – {} s left")
NOT_FOUND = ("Le programme vitrine est introuvable. Installez-le, ou donnez son chemin sous Préférences > Options > Traitement > Fournisseurs de traitements > Vitrine.",
             "The program vitrine is not found. Install it, or give its path under Settings > Options > Processing > Providers > Vitrine.")
NOT_RUN = ("{} ne peut pas être lancé : {}", "{} cannot be run: {}")
NO_VERB = ("{} (version {}) ne connaît pas « {} » : installez la version {} du programme, celle de l'extension.",
           "{} (version {}) does not know \"{}\": install version {} of the program, that of the plugin.")
ENDED = ("vitrine s'est arrêté sans dire pourquoi (code {})", "vitrine ended without saying why (status {})")
SETTING = ("Programme vitrine (vide : celui du PATH)", "Program vitrine (empty: that of the PATH)")
BOTH = ("Donnez un fichier d'étude ou des couches, pas les deux : {}", "Give a study file or layers, not both: {}")
NEEDED = ("{} : donnez cette couche, ou un fichier d'étude", "{}: give this layer, or a study file")
NOT_PAIR = ("Autres réglages : « {} » n'est pas de la forme CLÉ=VALEUR", "Further settings: \"{}\" is not KEY=VALUE")
NO_CRS = ("Aucune couche n'est dans un SCR projeté en mètres : donnez le SCR des mesures, comme EPSG:2154", "No layer is in a projected CRS in metres: give the CRS to measure in, such as EPSG:2154")
TOO_MANY = ("{} : {} noms pour {} couches", "{}: {} names for {} layers")
EXPORTS = ("{} : copiée telle que le projet la montre ({})", "{}: copied as the project shows it ({})")
SELECTED = ("entités sélectionnées", "selected features")
FILTERED = ("filtre", "filter")
EDITED = ("modifications non enregistrées", "unsaved edits")
JOINED = ("champs joints ou calculés", "joined or computed fields")
OTHER_CRS = ("SCR choisi dans QGIS", "CRS chosen in QGIS")
OTHER_FORMAT = ("format que vitrine ne lit pas d'ici", "format that vitrine does not read from here")
IN_USE = ("fichier ouvert en écriture", "file open for writing")
SAME_FIELDS = ("{} : deux champs ne diffèrent que par la casse ({}) : renommez-en un", "{}: two fields differ only by case ({}): rename one")
NOT_COPIED = ("{} : ne peut pas être copiée : {}", "{}: cannot be copied: {}")
NOT_LOADED = ("{} : la couche ne s'ouvre pas", "{}: the layer does not open")
