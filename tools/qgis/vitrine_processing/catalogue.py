"""What the four algorithms ask for, as tables; each text in French and in English. Knows nothing of QGIS.

Names of layers, fields and keys are those of the study file: tests/cli/test_plugin.py holds them against `vitrine params --json`.
Every layer has a parameter, and each of its fields one more: KIND and KIND_FIELD. Bounds, defaults and choices stay with the command.
"""

# kind: (what geometries, label). `lines`, `polygons`, `any`
KINDS = {
    "premises": ("any", ("Locaux commerciaux", "Premises")),
    "streets": ("lines", ("Rues", "Streets")),
    "centres": ("polygons", ("Centres", "Centres")),
    "parcels": ("polygons", ("Parcelles", "Parcels")),
    "buildings": ("polygons", ("Bâtiments", "Buildings")),
    "zones": ("polygons", ("Zones d'activité", "Business zones")),
    "plots": ("polygons", ("Terrains des zones d'activité", "Plots of business zones")),
    "establishments": ("any", ("Établissements", "Establishments")),
    "friches": ("any", ("Friches", "Friches")),
    "zoning": ("polygons", ("Zonage du PLU", "PLU zones")),
    "frontage_rules": ("lines", ("Linéaires commerciaux protégés", "Protected shopfront lines")),
    "land_cover": ("polygons", ("Occupation du sol", "Land cover")),
}
# Of these a study has any number, each with the name of what it is.
SEVERAL = {
    "constraints": ("polygons", ("Contraintes", "Constraints"), ("Nature des contraintes", "Kinds of the constraints")),
    "places": ("any", ("Lieux", "Places"), ("Nature des lieux", "Kinds of the places")),
}

FIELDS = {
    "premises": {
        "street": ("nom de la rue", "street name"),
        "number": ("numéro", "house number"),
        "id": ("identifiant", "id"),
        "street_id": ("identifiant de la rue", "id of the street"),
        "unit": ("local, à un même numéro", "unit, at one number"),
        "activity": ("code d'activité", "activity code"),
        "family": ("famille d'activité", "family of activities"),
        "frontage_m": ("longueur de vitrine (m)", "length of the shop window (m)"),
        "floor_m2": ("surface (m²)", "floor area (m²)"),
        "vacant_since": ("vacant depuis", "vacant since"),
        "name": ("enseigne", "name on the shopfront"),
    },
    "streets": {"name": ("nom", "name"), "id": ("identifiant", "id"), "municipality": ("commune", "municipality")},
    "centres": {"name": ("nom", "name"), "id": ("identifiant", "id")},
    "parcels": {
        "id": ("identifiant", "id"),
        "owner": ("propriétaire", "owner"),
        "owner_type": ("type de propriétaire", "type of owner"),
        "type": ("type de parcelle", "type of parcel"),
        "cadastral_area_m2": ("contenance (m²)", "cadastral area (m²)"),
    },
    "buildings": {"id": ("identifiant", "id"), "height_m": ("hauteur (m)", "height (m)"), "floors": ("niveaux", "floors")},
    "zones": {
        "id": ("identifiant", "id"),
        "name": ("nom", "name"),
        "vocation": ("vocation", "vocation"),
        "type": ("type", "type"),
        "state": ("état", "state"),
        "municipality": ("commune", "municipality"),
        "basin": ("bassin", "basin"),
    },
    "plots": {
        "id": ("identifiant", "id"),
        "zone_id": ("identifiant de la zone", "id of the zone"),
        "parcels": ("références cadastrales", "cadastral references"),
        "servicing": ("stade d'aménagement", "stage of servicing"),
        "marketing": ("stade de commercialisation", "stage of marketing"),
        "occupancy": ("état d'occupation", "occupancy"),
        "usage": ("usage", "usage"),
        "useful": ("terrain utile", "useful ground"),
    },
    "establishments": {
        "id": ("identifiant", "id"),
        "active": ("en activité", "active"),
        "closed_on": ("fermé le", "closed on"),
        "opened_on": ("ouvert le", "opened on"),
        "state_since": ("dans cet état depuis le", "in this state since"),
    },
    "friches": {
        "id": ("identifiant", "id"),
        "name": ("nom", "name"),
        "status": ("statut", "status"),
        "municipality": ("commune", "municipality"),
        "parcels": ("références cadastrales", "cadastral references"),
    },
    "zoning": {"type": ("type", "type"), "label": ("libellé", "label"), "id": ("identifiant", "id")},
    "frontage_rules": {"type": ("type de règle (22-01 à 22-04)", "type of rule (22-01 to 22-04)"), "id": ("identifiant", "id")},
    "land_cover": {
        "artificial": ("artificialisé", "artificial"),
        "cover": ("couverture (OCS GE)", "cover (OCS GE)"),
        "usage": ("usage (OCS GE)", "usage (OCS GE)"),
        "id": ("identifiant", "id"),
    },
}

STATUSES = {
    "vacant": ("vacant", "vacant"),
    "occupied": ("occupé", "occupied"),
    "works": ("en travaux", "under works"),
    "reserve": ("réserve ou fausse vitrine", "storage or dead shop window"),
    "converted": ("converti en logement ou bureau", "turned into a dwelling or an office"),
    "unknown": ("inconnu", "not known"),
}

# parameter: (study key, `number`, `integer`, `date`, `text` or `yes`, label)
OPTIONS = {
    "REFERENCE_DATE": ("reference_date", "date", ("Date de référence des durées", "Reference date of durations")),
    "MIN_PREMISES": ("vacancy.min_premises", "integer", ("Locaux à partir desquels on parle d'un taux", "Premises from which one speaks of a rate")),
    "MAX_DISTANCE": ("vacancy.max_distance_m", "number", ("Distance maximale à la rue (m)", "Farthest street (m)")),
    "BANDWIDTH": ("heatmap.bandwidth_m", "number", ("Rayon de lissage (m)", "Bandwidth (m)")),
    "CELL": ("heatmap.cell_m", "number", ("Côté d'une cellule (m)", "Size of a cell (m)")),
    "NETWORK": ("heatmap.network", "text", ("Densité le long des rues : discontinuous ou continuous", "Density along the streets: discontinuous or continuous")),
    "SCHEME": ("friche.scheme", "text", ("Grille de notation (nom ou fichier)", "Scoring scheme (name or file)")),
    "VACANCY_YEARS": ("land.vacancy_years", "integer", ("Années sans activité d'une unité vacante", "Years without activity of a vacant unit")),
    "CNIG": ("export.cnig", "yes", ("Écrire aussi site_eco et terrain_eco (CNIG Sites économiques)", "Also write site_eco and terrain_eco (CNIG Sites économiques)")),
}

# verb of the command: name, help, layers (kind: fields that stand in sight, the others are advanced; None: so is the layer), which layers
# are needed, options in sight and advanced, result layers named as outputs.
ALGORITHMS = {
    "vacancy": {
        "name": ("Vacance commerciale par rue", "Vacancy of shops per street"),
        "help": (
            "Le taux de vacance de chaque rue, tronçon et centre, avec son intervalle de confiance, les locaux sans rue et ce qui reste à "
            "vérifier. Un local va à la rue que le relevé nomme ; seulement s'il n'en nomme aucune, à la plus proche.",
            "The vacancy rate of each street, block and centre with its interval, premises without a street, and what is to be checked. A premises "
            "belongs to the street that the survey names; only where it names none, to the nearest."),
        "layers": {"premises": ("street", "number", "id"), "streets": ("name", "id"), "centres": ("name",), "parcels": None, "buildings": None,
                   "frontage_rules": None},
        "several": (),
        "needed": ("premises", "streets"),
        "options": ("REFERENCE_DATE", "MIN_PREMISES"),
        "advanced": ("MAX_DISTANCE",),
        "outputs": ("street_vacancy", "premises", "to_check", "total_vacancy"),
    },
    "heatmap": {
        "name": ("Carte de chaleur de la vacance", "Heat map of vacancy"),
        "help": (
            "Le taux de vacance local et l'endroit où il dépasse celui de la ville plus que par hasard (p), les densités de tous les locaux et des "
            "vacants, en rasters ; les bandes et contours en couches.",
            "The local vacancy rate and where it differs from the town's by more than chance (p), densities of all premises and of the vacant, as "
            "rasters; bands and contours as layers."),
        "layers": {"premises": ("id",), "streets": ("name",), "centres": ("name",)},
        "several": (),
        "needed": ("premises",),
        "options": ("BANDWIDTH", "CELL"),
        "advanced": ("NETWORK", "MIN_PREMISES", "REFERENCE_DATE"),
        "outputs": ("heatmap_bands", "heatmap_contours"),
    },
    "friche": {
        "name": ("Potentiel de reconversion des friches", "Reconversion potential of friches"),
        "help": (
            "Chaque friche mesurée sur les couches données (surface, bâti, parcelles, contraintes, zonage, distances) et notée pour chaque usage, "
            "avec la raison de chaque point et la fiabilité.",
            "Each friche measured on the layers given (area, footprint, parcels, constraints, zoning, distances) and scored for each use, with the "
            "reason of each point and the reliability."),
        "layers": {"friches": ("id", "name", "status"), "parcels": ("id",), "buildings": (), "zones": None, "centres": None, "zoning": ("type",),
                   "land_cover": None},
        "several": ("constraints", "places"),
        "needed": ("friches",),
        "options": ("SCHEME",),
        "advanced": ("REFERENCE_DATE",),
        "outputs": ("friche_potential", "friche_criteria"),
    },
    "land": {
        "name": ("Bilan foncier des zones d'activité", "Land balance of business zones"),
        "help": (
            "Le sol des zones d'activité : unités foncières et leur vacance au sens de la loi, partition où chaque mètre carré ne compte qu'une "
            "fois, bilan par catégorie, possibilités de densification.",
            "The ground of business zones: land units and their vacancy by law, a partition in which every square metre counts once, its balance "
            "by bucket, room for denser building."),
        "layers": {"zones": ("id", "name", "vocation"), "parcels": ("id", "owner"), "establishments": ("id", "active", "closed_on"), "buildings": (),
                   "plots": None, "premises": None, "friches": None, "zoning": ("type",), "land_cover": None, "streets": None},
        "several": ("constraints",),
        "needed": ("zones", "parcels"),
        "options": ("REFERENCE_DATE", "CNIG"),
        "advanced": ("VACANCY_YEARS",),
        "outputs": ("zone_inventory", "land_unit", "land_partition", "land_balance"),
    },
}

# Rasters have no title of their own.
RASTERS = {
    "vacancy_heatmap": ("Carte de chaleur : taux de vacance local", "Heat map: local vacancy rate"),
    "premises_density": ("Densité des locaux", "Density of premises"),
    "vacancy_density": ("Densité des locaux vacants", "Density of vacant premises"),
}
# Loaded, but not shown until asked for: one colour over another would tell neither.
UNSHOWN = ("heatmap_bands", "network_density", "premises_density", "vacancy_density", "segment_vacancy", "street_centre_vacancy", "centre_vacancy", "land_unit", "site_eco",
           "terrain_eco", "land_overlap", "to_check", "rejects")

# Parameters that all four have: label, help.
COMMON = {
    "STUDY": (("Fichier d'étude, à la place des couches", "Study file, in the place of layers"),
              ("Une étude de vitrine (YAML). Les couches ci-dessous restent alors vides ; les réglages s'appliquent par-dessus.",
               "A study of vitrine (YAML). The layers below then stay empty; the settings go over it.")),
    "CRS": (("SCR des mesures", "CRS to measure in"),
            ("Projeté, en mètres. Vide : celui de la première couche, sinon du projet.", "Projected, in metres. Empty: that of the first layer, else of the project.")),
    "SETTINGS": (("Autres réglages, un CLÉ=VALEUR par ligne", "Further settings, a KEY=VALUE a line"),
                 ("Toute clé d'étude (vitrine params les liste), comme vacancy.works=vacant ou layers.premises.date_format=%d/%m/%Y. Ils priment.",
                  "Any key of a study (vitrine params lists them), such as vacancy.works=vacant or layers.premises.date_format=%d/%m/%Y. They win.")),
    "OVERWRITE": (("Remplacer les résultats déjà dans le dossier", "Replace results that are in the folder"),
                  ("Les fichiers qui ne sont pas de vitrine restent.", "Files that are not vitrine's stay.")),
    "LOAD": (("Ajouter les couches au projet, avec leur style", "Add the layers to the project, with their style"),
             ("Décoché : elles restent dans le dossier, vitrine.gpkg les porte avec leur style.", "Unticked: they stay in the folder, where vitrine.gpkg holds them with their style.")),
    "OUTPUT": (("Dossier des résultats", "Folder for the results"), ("Il apparaît complet ou pas du tout.", "It appears complete or not at all.")),
}
PRESET = (("modèle de champs fourni avec vitrine", "field mapping that ships with vitrine"),
          ("Son nom, comme bdcom, cnig_friches ou bd_topo (vitrine presets les liste) ; les champs choisis ici priment.",
           "Its name, such as bdcom, cnig_friches or bd_topo (vitrine presets lists them); fields chosen here win over it."))
SAME_NAME = (("champs qui portent le nom d'un critère", "fields named like a criterion"),
             ("Lus sous leur propre nom, comme bati_etat, sol_pollution_existe ou urba_zaer.", "Read by their own name, such as bati_etat, sol_pollution_existe or urba_zaer."))
STATUS = (("champ de l'état", "field of the status"),
          ("Le champ qui dit si le local est vacant. Ses valeurs vont dans les listes ci-dessous.", "The field that tells whether the premises is vacant. Its values go into the lists below."))
VALUES = (("valeurs qui disent « {} »", "values that mean \"{}\""),
          ("Séparées par des virgules ; une valeur qui en contient entre guillemets doubles. Ni la casse ni les accents ne comptent.",
           "Separated by commas; a value that holds one in double quotes. Neither case nor accents count."))
OTHERWISE = (("toute autre valeur : occupied ou unknown", "any other value: occupied or unknown"),
             ("Vide : une valeur qui n'est dans aucune liste arrête le calcul, qui la nomme.", "Empty: a value that is in no list stops the run, which names it."))
KINDS_OF = ("Dans l'ordre des couches, séparées par des virgules, comme flood, technological ou public_transport. Vide : le nom de la couche.",
            "In the order of the layers, separated by commas, such as flood, technological or public_transport. Empty: the name of the layer.")
LAYER_HELP = ("Les filtres, la sélection et les modifications non enregistrées comptent : ce que la carte montre est ce qui est analysé.",
              "Filters, the selection and unsaved edits count: what the map shows is what is analysed.")
SEVERAL_HELP = ("Les filtres et les modifications non enregistrées comptent.", "Filters and unsaved edits count.")
OPTION_HELP = ("Vide : la valeur par défaut de vitrine (vitrine params la donne).", "Empty: vitrine's default (vitrine params tells it).")
HOW = ("Donnez des couches du projet et leurs champs, ou bien un fichier d'étude (paramètres avancés). Ce que la carte montre est ce qui est analysé : "
       "filtres, sélection et modifications non enregistrées comptent. Les paramètres avancés ont tous les autres champs et réglages ; l'infobulle de "
       "chacun dit sa clé d'étude. Les résultats vont dans un dossier et, avec leur style, dans le projet.",
       "Give layers of the project and their fields, or a study file (advanced parameters). What the map shows is what is analysed: filters, the "
       "selection and unsaved edits count. The advanced parameters have all other fields and settings; the tooltip of each tells its key of a study. "
       "Results go into a folder and, with their style, into the project.")
