#!/usr/bin/python3
"""Writes a man page from what the command says of itself: man.py 1|5 VITRINE OUT EXAMPLES [VITRINE.mo]

1 is vitrine(1), the command; 5 is vitrine-study(5), the keys of a study. With a catalogue of messages the page is in French."""
import gettext
import sys

from usage import Usage

# What only the pages say, and its French; the rest is the command's and is in the catalogue.
FRENCH = {
    "User Commands": "Commandes utilisateur",
    "File Formats": "Formats de fichiers",
    "NAME": "NOM", "SYNOPSIS": "SYNOPSIS", "DESCRIPTION": "DESCRIPTION", "VERBS": "COMMANDES", "OPTIONS": "OPTIONS",
    "EXIT STATUS": "CODE DE SORTIE", "FILES": "FICHIERS", "EXAMPLE": "EXEMPLE", "SEE ALSO": "VOIR AUSSI",
    "KEYS": "CLÉS", "LAYERS": "COUCHES", "options": "options", "VERB": "COMMANDE", "Options": "Options",
    "vacancy of shops, friches, and the land of business zones": "vacance commerciale, friches et foncier des zones d’activité",
    "study file of vitrine": "fichier d’étude de vitrine",
    "Reads a study (YAML), the survey of shopfronts and the street layer that it names, gives each premises to its street, and writes "
    "vacancy rates per street, block, centre and in total, and heat maps of the rate; scores friches for each use; balances the land of business "
    "zones. Results go to the folder DIR: a report to read (report.html), a GeoPackage with styles and a project for QGIS, GeoJSON, GeoTIFF, and "
    "tables as XLSX and CSV; a summary goes to standard output, everything else to standard error.":
    "Lit une étude (YAML), le relevé des locaux et la couche des rues qu’elle nomme, rattache chaque local à sa rue, et écrit les taux de "
    "vacance par rue, tronçon, centre et au total, et les cartes de chaleur du taux ; note les friches pour chaque usage ; dresse le bilan foncier "
    "des zones d’activité. Les résultats vont dans le dossier DIR : un rapport à lire (report.html), un GeoPackage avec styles et projet QGIS, du "
    "GeoJSON, des GeoTIFF, des tableaux XLSX et CSV ; un résumé va sur la sortie standard, le reste sur la sortie d’erreur.",
    "0 done; 1 failed; 2 usage; 3 input refused; 4 done, but with rejected features under --strict; 130 interrupted. On any but 0 and 4 "
    "the output folder is as it was.":
    "0 terminé ; 1 échec ; 2 commande incorrecte ; 3 données refusées ; 4 terminé, mais avec des entités rejetées sous --strict ; 130 "
    "interrompu. Hors 0 et 4, le dossier des résultats est inchangé.",
    "A study to try: the demo town.": "Une étude pour essayer : la ville de démonstration.",
    "The study file is YAML. A dot in a key below is a step into a mapping: vacancy.gap_m is gap_m under vacancy. A * stands for a kind of "
    "layer, a field of it, or a name of yours, a # for the place in a list. The option --set of vitrine sets a key over the file. A key or "
    "value that is misspelt is refused with the line where it stands. Paths are taken from the folder of the file.":
    "Le fichier d’étude est en YAML. Un point dans une clé ci-dessous entre dans un bloc : vacancy.gap_m est gap_m sous vacancy. Un * vaut "
    "pour une sorte de couche, un de ses champs, ou un nom que vous donnez, un # pour le rang dans une liste. L’option --set de vitrine fixe "
    "une clé par-dessus le fichier. Une clé ou une valeur mal écrite est refusée avec sa ligne. Les chemins partent du dossier du fichier.",
    "Kinds of layers, keys under layers, and their fields:": "Sortes de couches, clés sous layers, et leurs champs :",
    "any number, each by a name of yours": "autant qu’on veut, chacune par un nom que vous donnez",
    "default": "par défaut", "no analysis of this version reads it": "aucune analyse de cette version ne la lit",
}


class Page:
    def __init__(self, catalogue):
        self.catalogue, self.lines = catalogue, []

    def _(self, text):
        """The text in the language of the page."""
        if not self.catalogue or not text:
            return text
        return FRENCH.get(text) or self.catalogue.gettext(text)

    def roff(self, text):
        text = self._(text).replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq")
        return "\\&" + text if text.startswith(".") else text

    def add(self, *lines):
        self.lines += lines

    def section(self, title):
        self.add(f".SH {self.roff(title)}")

    def item(self, term, *lines):
        self.add(".TP", term, *lines)

    def begin(self, name, number, version, manual, what):
        self.add(f'.TH {name.upper()} {number} "" "vitrine {version}" "{self._(manual)}"')
        self.section("NAME")
        self.add(f"{self.roff(name)} \\- {self.roff(what)}")


def bold(text):
    return f"\\fB{text}\\fR"


def option_head(page, option):
    short = bold(page.roff(option["short"])) + ", " if option["short"] else ""
    argument = f' \\fI{page.roff(option["argument"])}\\fR' if option["argument"] else ""
    return short + bold(page.roff(option["name"])) + argument


def see_also(page, text):
    page.section("SEE ALSO")
    page.add(text)


def command(page, usage, examples):
    page.begin("vitrine", 1, usage.version, "User Commands", "vacancy of shops, friches, and the land of business zones")
    page.section("SYNOPSIS")
    for verb in usage.verbs:
        page.add(bold(f'vitrine {page.roff(verb["name"])}'), f'{page.roff(verb["operands"])} [{page.roff("options")}]', ".br")
    page.add(f'{bold("vitrine")} {page.roff("VERB")} {bold(page.roff("--help"))}')
    page.section("DESCRIPTION")
    page.add(page.roff(next(text for text in FRENCH if text.startswith("Reads a study"))))
    page.section("VERBS")
    for verb in usage.verbs:
        page.item(f'{bold(page.roff(verb["name"]))} {page.roff(verb["operands"])}', page.roff(verb["summary"]) + ".",
                  page.roff(verb["detail"]), ".br", page.roff("Options") + ":", ", ".join(map(page.roff, verb["options"])) + ".")
    page.section("OPTIONS")
    for option in usage.options.values():
        page.item(option_head(page, option), page.roff(option["help"]))
    page.section("EXIT STATUS")
    page.add(page.roff(next(text for text in FRENCH if text.startswith("0 done"))))
    page.section("FILES")
    page.item(f"\\fI{page.roff(examples)}/demo/etude_2026.yaml\\fR", page.roff("A study to try: the demo town."))
    page.section("EXAMPLE")
    page.add(".nf", "vitrine check etude.yaml", "vitrine run etude.yaml \\-o resultats", ".fi")
    see_also(page, ".BR vitrine\\-study (5)")


def study(page, usage, _):
    page.begin("vitrine-study", 5, usage.version, "File Formats", "study file of vitrine")
    page.section("DESCRIPTION")
    page.add(page.roff(next(text for text in FRENCH if text.startswith("The study file"))))
    page.section("KEYS")
    for param in usage.params:
        # a default comes as the study would write it, in any language
        facts = [page.roff(param["type"]), page.roff(param["unit"]), param["range"].replace("-", "\\-")]
        facts = ", ".join(fact for fact in facts if fact)
        default = param["default"].replace("-", "\\-").replace("'", "\\(aq")
        facts += f'; {page.roff("default")} {default}' if default else ""
        unused = "" if param["used"] else f' [{page.roff("no analysis of this version reads it")}]'
        page.item(bold(param["key"]), f'{page.roff(param["help"])} ({facts}){unused}')
    page.section("LAYERS")
    page.add(page.roff("Kinds of layers, keys under layers, and their fields:"))
    for kind in usage.kinds:
        many = f' ({page.roff("any number, each by a name of yours")})' if kind["many"] else ""
        page.item(bold(kind["name"]), f'{page.roff(kind["is"])}{many}: {", ".join(kind["fields"])}')
    page.section("EXAMPLE")
    page.add(".nf", "title: Centre\\-ville", "crs: EPSG:2154", "layers:", "  premises:", "    source: releve.csv", "    crs: EPSG:2154",
             "    geometry: {x: x, y: y}", "    fields: {id: id, street: voie, number: numero}",
             "    status: {field: etat, values: {occupied: [O], vacant: [V], works: [T]}}",
             "  streets: {source: rues.gpkg, fields: {id: id, name: nom}}", ".fi")
    see_also(page, ".BR vitrine (1)")


def main(number, vitrine, out, examples, catalogue=None):
    messages = None
    if catalogue:
        with open(catalogue, "rb") as file:
            messages = gettext.GNUTranslations(file)
    page = Page(messages)
    {"1": command, "5": study}[number](page, Usage(vitrine), examples)
    with open(out, "w", encoding="utf-8") as file:
        file.write("\n".join(page.lines) + "\n")


main(*sys.argv[1:])
