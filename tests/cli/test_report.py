#!/usr/bin/env python3
"""report.html without a browser: one file that lets nothing in or out, whose every figure is SQL over the GeoPackage of the same run, written
here in French and English by Python; whatever the data's names hold, they stay text. tests/web opens it in Chromium."""
import base64
import hashlib
import html.parser
import json
import pathlib
import re
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "support"), str(HERE)]
from tap import *  # noqa: E402,F403
from town import *  # noqa: E402,F403
import ground  # noqa: E402

VOID = {"meta", "input", "br", "path", "use", "line", "circle", "rect"}
folders = {}


def demo(lang="fr"):
    """The demo town's results, made once a language."""
    if lang not in folders:
        folders[lang] = pathlib.Path(tempfile.mkdtemp(prefix="vitrine-report-"))
        done("run", DEMO / "etude_2026.yaml", "-o", folders[lang] / "out", "--lang", lang)
    return folders[lang] / "out"


class Page(html.parser.HTMLParser):
    """Tags with their attributes, text by section, tables as rows of cells."""

    def __init__(self, path):
        super().__init__(convert_charrefs=True)
        self.source = pathlib.Path(path).read_text(encoding="utf-8")
        self.tags, self.open, self.text, self.section, self.tables, self.table, self.raw = [], [], {}, "", {}, None, {}
        self.feed(self.source)
        self.close()
        assert not self.open, self.open

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        self.tags.append((tag, attributes))
        if tag not in VOID:
            self.open.append(tag)
        if tag == "section":
            self.section = attributes["id"]
        if tag == "table":
            self.table = self.tables.setdefault(attributes.get("id", f"chart{len(self.tables)}"), [])
        if tag == "tr" and self.table is not None:
            self.table.append([])
        if tag in ("td", "th"):
            self.table[-1].append("")

    def handle_startendtag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))

    def handle_endtag(self, tag):
        assert self.open and self.open[-1] == tag, (tag, self.open, self.getpos())
        self.open.pop()
        if tag == "table":
            self.table = None

    def handle_data(self, data):
        if self.open and self.open[-1] in ("style", "script"):
            self.raw[self.open[-1]] = self.raw.get(self.open[-1], "") + data
            return
        self.text[self.section] = self.text.get(self.section, "") + data
        if self.table and self.table[-1] and ("td" in self.open or "th" in self.open):
            self.table[-1][-1] += data


def page(lang="fr"):
    return Page(demo(lang) / "report.html")


def number(value, decimals=0, french=True):
    """As the report writes it: by Python's own format."""
    text = f"{value:,.{decimals}f}"
    return text.replace(",", "\u202f").replace(".", ",") if french else text


def percent(share, french=True):
    return number(100 * share, 1, french) + ("\u00a0%" if french else "%")


def holds(text, *parts):
    for part in parts:
        assert part in text, f"{part!r} not in: {text[:3000]}"


# --- the page ----------------------------------------------------------------------------------------------------


def test_nothing_gets_in_or_out():
    """The policy names the two texts of the page by their digests, computed here; no address, no handler, no style attribute."""
    for lang in ("fr", "en"):
        p = page(lang)
        policy = [a["content"] for t, a in p.tags if t == "meta" and a.get("http-equiv") == "Content-Security-Policy"]
        digest = {name: base64.b64encode(hashlib.sha256(p.raw[name].encode()).digest()).decode() for name in ("style", "script")}
        equal(policy, [f"default-src 'none'; style-src 'sha256-{digest['style']}'; script-src 'sha256-{digest['script']}'; base-uri 'none'; form-action 'none'"])
        equal([t for t, _ in p.tags].count("script"), 1)
        for tag, attributes in p.tags:
            assert tag not in ("link", "img", "iframe", "object", "embed", "form", "base", "audio", "video", "source"), tag
            for name, value in attributes.items():
                assert not name.startswith("on") and name not in ("style", "src", "srcset", "action"), (tag, name)
                assert name not in ("href", "xlink:href") or value.startswith("#"), (tag, value)
        assert not re.search(r"https?:|url\(|@import|fetch\(|XMLHttpRequest|eval\(|innerHTML|insertAdjacent|document\.write", p.raw["style"] + p.raw["script"])
        assert "{{" not in p.source and "}}" not in re.sub(r"<script>.*?</script>|<style>.*?</style>", "", p.source, flags=re.S)


def test_language_title_and_links():
    for lang, first, words in (("fr", "L'essentiel", "Situation au 30/06/2026"), ("en", "In short", "As of 2026-06-30")):
        p = page(lang)
        equal(dict(p.tags)["html"], {"lang": lang})
        holds(p.text[""], words, "Vernoise-les-Forges, relevé de juin 2026")
        holds(p.text["essentiel"], first)
        ids = {a["id"] for _, a in p.tags if "id" in a}
        links = [a["href"][1:] for t, a in p.tags if t == "a"]
        assert set(links) <= ids and {"essentiel", "vacance", "friches", "foncier", "limites", "methode"} <= set(links), links
        every = [a["id"] for _, a in p.tags if "id" in a]
        equal(len(every), len(set(every)))


def test_every_shape_of_a_table_is_on_a_map():
    p = page()
    drawn = {a["data-f"] for t, a in p.tags if "data-f" in a and t in ("path", "use")}
    listed = {a["data-f"] for t, a in p.tags if "data-f" in a and t == "tr"}
    assert listed and listed <= drawn, listed - drawn
    streets = rows(demo(), "SELECT COUNT(*) n FROM street_vacancy WHERE stock > 0")[0]["n"]
    equal(len([f for f in drawn if f[0] == "s"]), streets)
    equal(len([f for f in drawn if f[0] == "p"]), rows(demo(), "SELECT COUNT(*) n FROM premises WHERE status IN ('vacant', 'works')")[0]["n"])
    premises = [a["class"] for t, a in p.tags if t == "path" and a.get("class") in ("occupied", "vacant", "works", "reserve", "converted", "unknown") and "data-t" in a]
    equal(len(premises), rows(demo(), "SELECT COUNT(*) n FROM premises")[0]["n"])
    equal(len([1 for t, a in p.tags if "piece" in a.get("class", "")]), rows(demo(), "SELECT COUNT(*) n FROM land_partition")[0]["n"])


def test_paths_are_where_the_geometries_are():
    """A premises' place on the map, back in metres, against the GeoPackage's point: within a unit of the map."""
    import struct
    p, out = page(), demo()
    unit = [float(a["data-unit"]) for t, a in p.tags if t == "svg" and "data-unit" in a][0]
    points = [struct.unpack_from("<dd", row["geom"], 8 + {0: 0, 1: 32}[row["geom"][3] >> 1 & 7] + 5) for row in rows(out, "SELECT geom FROM premises")]
    shown = [tuple(map(int, re.match(r"M(-?\d+) (-?\d+)h0$", a["d"]).groups())) for t, a in p.tags if t == "path" and a.get("class") in ("occupied", "vacant", "works", "reserve", "converted", "unknown") and "data-t" in a]
    west, north = min(x for x, _ in points), max(y for _, y in points)
    left, top = min(x for x, _ in shown), min(y for _, y in shown)
    wanted = sorted(((x - west) / unit, (north - y) / unit) for x, y in points)
    got = sorted((x - left, y - top) for x, y in shown)
    for axis in (0, 1):
        for a, b in zip(sorted(w[axis] for w in wanted), sorted(g[axis] for g in got)):
            assert abs(a - b) <= 1.01, (a, b)


def test_colours_are_those_of_the_maps():
    """Buckets, vacant premises, hot spots and the casing have the colours of styles/LAYER.rules; classes and grades are filled into both."""
    css = page().raw["style"]
    rules = {layer: dict(re.findall(r"^(\w+) \|.*?\| .*?fill=(#\w+)", (ROOT / "styles" / f"{layer}.rules").read_text(encoding="utf-8"), re.M)) for layer in ("land_partition", "premises")}
    buckets = dict(re.findall(r"^\.b-(\w+),.*?fill:(#\w+)", css, re.M))
    equal({k: v for k, v in rules["land_partition"].items() if k != "other"}, buckets)
    holds(css, f"--blue:{rules['premises']['vacant']}", f".hot path{{stroke:{rules['premises']['hot']}", ".casing{stroke:#3b3b3b", ".rates .c3,.rate.c3{stroke:#7f0000}")


# --- what it says ----------------------------------------------------------------------------------------------------


def many(n, one, more):
    """French: 0 and 1 are singular."""
    return f"{number(n)} {one if n < 2 else more}"


def test_the_rate_and_its_interval():
    for lang in ("fr", "en"):
        french, text = lang == "fr", page(lang).text["essentiel"]
        for layer in ("centre_vacancy", "total_vacancy"):
            unit = rows(demo(lang), f"SELECT * FROM {layer}")[0]
            vacant = unit["stock"] - unit["occupied"]
            if french:
                holds(text, f"{percent(unit['rate'])} de vacance, {number(vacant)} locaux vacants sur {number(unit['stock'])} comptés (intervalle à 95\u00a0%\u00a0: {percent(unit['rate_ci_low'])} à {percent(unit['rate_ci_high'])})")
            else:
                holds(text, f"a vacancy of {percent(unit['rate'], False)}, {vacant} vacant premises of {unit['stock']} counted (95% interval: {percent(unit['rate_ci_low'], False)} to {percent(unit['rate_ci_high'], False)})")
        total = rows(demo(lang), "SELECT * FROM total_vacancy")[0]
        low, high = percent(total["rate_min"], french), percent(total["rate_max"], french)
        holds(text, f"{total['unknown']} locaux ont une situation inconnue\u00a0: le taux d'ensemble irait de {low} s'ils étaient tous occupés à {high} s'ils étaient tous vacants" if french
              else f"{total['unknown']} premises have an unknown status: the rate in total would go from {low}, were they all occupied, to {high}, were they all vacant")
        holds(text, "Classe\u00a0: plus de 10\u00a0%, l'intervalle aussi" if french else "Class: above 10%, the interval too")


def judged(folder, name, statuses, *arguments):
    """What the report says of a town of one street."""
    (folder / name).mkdir()
    out = town(folder / name, [street("1", "Rue A", (0, 0), (10 * len(statuses) + 100, 0))], shops(statuses, "Rue A"), *arguments)
    return Page(out / "report.html")


def test_the_verdict_on_ten_percent(folder):
    """By hand, Wilson's interval: 30 of 100 is 21.9 to 39.6 %, 12 of 100 7.0 to 19.8 %, 5 of 100 2.2 to 11.2 %, 1 of 100 0.2 to 5.4 %; 201 of 2,006 is 10.02 %."""
    for vacant, all, words in ((30, 100, "massive\u00a0: nettement, quoi que puissent"), (12, 100, "peuvent l'expliquer"), (5, 100, "peuvent le cacher"), (1, 100, "C'est nettement moins que le seuil"),
                               (10, 100, "C'est le seuil même de 10\u00a0%"), (201, 2006, "10,02\u00a0% de vacance")):
        text = judged(folder, f"{vacant}-{all}", "V" * vacant + "O" * (all - vacant)).text["essentiel"]
        holds(text, words)
        equal(text.count("action massive"), 1)


def test_what_is_unknown_and_small_numbers_forbid_a_verdict(folder):
    """25 vacant, 75 occupied and 400 unknown: from 5 to 85 %. One vacant premises of one is no 100 %."""
    text = judged(folder, "unknown", "V" * 25 + "O" * 75 + "?" * 400).text["essentiel"]
    holds(text, "25,0\u00a0% de vacance", "le relevé ne suffit pas à l'affirmer", "irait de 5,0\u00a0% s'ils étaient tous occupés à 85,0\u00a0% s'ils étaient tous vacants", "aucune ne dépasse nettement 10\u00a0%")
    text = judged(folder, "one", "V").text["essentiel"]
    holds(text, "100,0\u00a0% de vacance, 1 local vacant sur 1 compté", "trop peu de locaux pour en conclure", "Aucune rue n'a l'effectif (5 locaux comptés)", "1 rue a trop peu de locaux")
    assert "massive" not in text and "nettement au-dessus de 10\u00a0%, sur 0" in text, text


def test_singular_plural_and_nothing(folder):
    """0 and 1 are singular in French; what is 0 is left out where it says nothing."""
    text = judged(folder, "ones", "VOOOO?WRC").text["essentiel"]
    holds(text, "1 local vacant sur 5 comptés", "1 local a une situation inconnue", "Hors du taux\u00a0: 1 local en travaux, 1 réserve ou vitrine morte, 1 local converti.", "1 rue a un effectif suffisant",
          "Les données ne disent d'aucun local depuis quand il est vacant")
    text = judged(folder, "none", "OOOOO").text["essentiel"]
    holds(text, "0,0\u00a0% de vacance, 0 local vacant sur 5 comptés", "aucune ne dépasse nettement", "Aucun point chaud")
    for word in ("Hors du taux", "inconnue,", "Depuis quand", "trop peu de locaux"):
        assert word not in text, word
    text = judged(folder, "en", "VOOOO?WRC", "--lang", "en").text["essentiel"]
    holds(text, "1 vacant premises of 5 counted", "1 premises has an unknown status", "Out of the rate: 1 under works, 1 used as storage, 1 converted.", "1 street has premises enough")


def test_works_that_count_as_vacant(folder):
    """vacancy.works: vacant, 1 vacant and 3 under works of 11: 4 vacant everywhere."""
    p = judged(folder, "works", "VWWW" + "O" * 7, "--set", "vacancy.works=vacant")
    holds(p.text["essentiel"], "36,4\u00a0% de vacance, 4 locaux vacants sur 11 comptés", "3 locaux en travaux comptent comme vacants")
    assert "Hors du taux" not in p.text["essentiel"]
    line = dict(zip(p.tables["rues"][0], p.tables["rues"][1]))
    equal((line["Comptés"], line["Vacants"], line["Taux"]), ("11", "4", "36,4\u00a0%"))
    equal(sorted(row[p.tables["vacants"][0].index("Situation")] for row in p.tables["vacants"][1:]), ["en travaux"] * 3 + ["vacant"])


def test_of_many_centres_the_worst_are_told(folder):
    """Five squares of 10 shops with 1 to 5 vacant: the three highest rates in words, the others in the table."""
    streets = [street(str(i), f"Rue {i}", (0, 100 * i), (200, 100 * i)) for i in range(5)]
    premises = [shop(f"L{i}-{k}", "V" if k <= i else "O", 10 + 15 * k, 100 * i + 3, f"Rue {i}") for i in range(5) for k in range(10)]
    out = town(folder, streets, premises, centres=[square(f"C{i}", f"Centre {i}", -5, 100 * i - 20, 300, 100 * i + 20) for i in range(5)])
    text = Page(out / "report.html").text["essentiel"]
    places = [text.index(f"Centre {i}\u00a0: {10 + 10 * i},0\u00a0% de vacance") for i in (4, 3, 2)]
    equal(places, sorted(places))
    assert "Centre 1\u00a0:" not in text
    holds(text, "2 autres centres sont dans le tableau")


def test_where():
    text = page().text["essentiel"]
    streets = rows(demo(), "SELECT * FROM street_vacancy WHERE enough ORDER BY rate DESC, vacant DESC, street_name")
    over = [s for s in streets if s["rate_ci_low"] > 0.10 and s["rate_min"] > 0.10]
    holds(text, f"{len(streets)} rues ont un effectif suffisant (5 locaux comptés au moins), et {many(len(over), 'dépasse', 'dépassent')} nettement 10\u00a0%",
          ", ".join(f"{s['street_name']} ({percent(s['rate'])}, {s['stock'] - s['occupied']} sur {s['stock']})" for s in streets[:3]))
    small = rows(demo(), "SELECT COUNT(*) n FROM street_vacancy WHERE stock > 0 AND NOT enough")[0]["n"]
    holds(text, f"{small} rues ont trop peu de locaux")


def test_for_how_long_in_a_row_in_clusters():
    text = page().text["essentiel"]
    t = rows(demo(), "SELECT * FROM total_vacancy")[0]
    vacant = t["stock"] - t["occupied"]
    equal(vacant, t["frictional"] + t["long_term"] + t["structural"] + t["persistent"] + t["term_unknown"])
    holds(text, f"{vacant} locaux vacants\u00a0: {t['structural'] + t['persistent']} depuis 2 ans et plus, {t['long_term']} depuis 1 an à 2 ans, {t['frictional']} depuis moins\u00a0; de {t['term_unknown']} la durée n'est pas connue")
    run = rows(demo(), "SELECT * FROM street_vacancy WHERE run_max >= 2 ORDER BY run_max DESC, run_max_m DESC, street_name")[0]
    holds(text, f"{run['street_name']}\u00a0: {run['run_max']} vitrines vacantes de suite d'un même côté ({number(run['run_max_m'])} m)")
    gaps = rows(demo(), "SELECT * FROM street_vacancy WHERE gaps > 0 AND enough ORDER BY gap_max_m DESC")
    holds(text, f"{len(gaps)} rues à l'effectif suffisant ont une rupture d'au moins 25 m", f"la plus longue, de {number(gaps[0]['gap_max_m'])} m, est {gaps[0]['street_name']}.")
    hot = rows(demo(), "SELECT street_name, COUNT(*) n FROM premises WHERE gi_class = 'hot' GROUP BY street_id ORDER BY n DESC, MIN(fid)")
    among = rows(demo(), "SELECT COUNT(*) n FROM premises WHERE gi_class = 'hot' AND status = 'vacant'")[0]["n"]
    holds(text, f"{sum(h['n'] for h in hot)} locaux sont dans des points chauds, dont {among} vacants\u00a0: surtout {hot[0]['street_name']} ({hot[0]['n']})")
    assert t["moran_i"] > 0 and t["moran_p"] <= 0.05
    holds(text, "D'ensemble, les locaux vacants se regroupent plus que le hasard ne le ferait")


def test_friches_and_land():
    text = page().text["essentiel"]
    f = rows(demo(), "SELECT * FROM friche_potential ORDER BY rank, site_name")
    words = {"residentiel": "logement", "renaturation": "renaturation"}
    holds(text, f"{len(f)} friches sont notées", f"{f[0]['site_name']} ({words[f[0]['best_use']]}, indice {number(f[0]['best_index'])} sur 100, fiabilité {number(f[0]['reliability'], 1)} sur 10, "
          f"rang {f[0]['rank']}\u00a0; de {f[0]['rank_p05']:.0f} à {f[0]['rank_p95']:.0f} dans 90\u00a0% des tirages)")
    z = rows(demo(), "SELECT SUM(land_units) units, SUM(land_units_vacant) vacant, SUM(land_units_undetermined) undetermined FROM zone_inventory")[0]
    holds(text, f"{z['units']} unités foncières, {z['vacant']} vacantes, soit {percent(z['vacant'] / z['units'])}. L'occupation n'est pas déterminée pour {z['undetermined']} unités\u00a0: au plus {percent((z['vacant'] + z['undetermined']) / z['units'])}.")
    ha = {r["bucket"]: r["ha"] for r in rows(demo(), "SELECT bucket, SUM(gross_ha) ha FROM land_balance WHERE scope = 'total' GROUP BY bucket")}
    holds(text, f"offre immédiate {number(ha['immediate'], 2)}, engagé {number(ha['committed'], 2)}, offre future {number(ha['future'], 2)}, recyclage {number(ha['recycling'], 2)}")
    # Of the study: 1.2 of 6 ha from 2021 to the end of 2025, so 0.24 a year and 7 years left: 6 − 1.2 − 7 × 0.24 = 3.12 lacking.
    holds(text, "Plan foncier économique\u00a0: objectif de 6,00\u00a0ha de 2021 à 2032\u00a0; à fin 2025, 1,20\u00a0ha sont réalisés et 4,80\u00a0ha restent à réaliser, dont 1,35\u00a0ha engagés.",
          "Au rythme constaté de 0,24\u00a0ha par an (il en faudrait 0,69\u00a0ha), il manquerait 3,12\u00a0ha à terme, les engagements non comptés.")
    holds(text, f"L'offre immédiate et future des zones représente {number((ha['immediate'] + ha['future']) / 0.24, 1)} années")


def test_tooltips_are_text_and_tell_no_more_than_is_known():
    """No markup in what the map tells; a day only of vacant premises, and none after the reference date (L0189 of the demo says 2062)."""
    p, out = page(), demo()
    told = {a["data-t"] for _, a in p.tags if "data-t" in a}
    assert not [t for t in told if re.search(r"<\w|&\w+;|nan\b|–  ", t)]
    premises = [a for t, a in p.tags if t == "path" and a.get("class") in ("occupied", "vacant", "works", "reserve", "converted", "unknown") and "data-t" in a]
    equal({a["class"] for a in premises if "depuis" in a["data-t"]} - {"vacant", "works"}, set())
    late = rows(out, "SELECT premises_id, vacant_since FROM premises WHERE vacant_since > '2026-06-30'")
    assert late and all(row["vacant_since"][:4] not in t for row in late for t in told)
    line = [row for row in p.tables["vacants"] if row[0] == late[0]["premises_id"]][0]
    equal(line[p.tables["vacants"][0].index("Vacant depuis")], "–")
    known = rows(out, "SELECT COUNT(*) n FROM premises WHERE status IN ('vacant', 'works') AND vacant_since <= '2026-06-30'")[0]["n"]
    equal(len([a for a in premises if "depuis" in a["data-t"]]), known)


def test_tables_are_the_layers():
    for lang in ("fr", "en"):
        french, p, out = lang == "fr", page(lang), demo(lang)
        wanted = rows(out, "SELECT *, stock - occupied AS counted FROM street_vacancy WHERE stock > 0 ORDER BY enough DESC, rate DESC, stock DESC, street_name")
        got = p.tables["rues"]
        head = got[0]
        column = {name: head.index(words[0 if french else 1]) for name, words in {"street_name": ("Rue", "Street"), "stock": ("Comptés", "Stock"), "counted": ("Vacants", "Vacant"),
                  "rate": ("Taux", "Rate"), "rate_ci_low": ("Borne basse", "Low"), "rate_ci_high": ("Borne haute", "High"), "run_max": ("Suite de vacants", "Vacant run")}.items()}
        equal(len(got) - 1, len(wanted))
        for line, street_row in zip(got[1:], wanted):
            for name, at in column.items():
                value = street_row[name]
                text = value if name == "street_name" else percent(value, french) if name.startswith("rate") else number(value, 0, french)
                equal(line[at], text)
        zones = rows(out, "SELECT name, land_units, vacancy_rate FROM zone_inventory ORDER BY land_units_vacant DESC, name")
        for line, zone in zip(p.tables["zones"][1:], zones):
            assert zone["name"] == line[0] and str(zone["land_units"]) in line and percent(zone["vacancy_rate"], french) in line, line
        friches = rows(out, "SELECT site_name, best_index FROM friche_potential ORDER BY rank, site_name")
        equal([(line[1], line[6]) for line in p.tables["tableau-friches"][1:]], [(f["site_name"], number(f["best_index"], 1, french)) for f in friches])


def test_limits_are_the_ledger_and_methods_every_parameter(folder):
    p = page()
    run_json = json.loads((demo() / "run.json").read_text(encoding="utf-8"))
    equal(len(p.tables["grand-livre"]) - 1, len(run_json["ledger"]))
    for line, (name, account) in zip(p.tables["grand-livre"][1:], run_json["ledger"].items()):
        equal([int(re.sub(r"\D", "", v)) for v in line[2:6]], [account[k] for k in ("read", "used", "filtered", "rejected")])
    shown = {line[0]: line[1] for line in p.tables["parametres"][1:]}
    for key, value in run_json["parameters"].items():
        if value not in ("", None, []) and not key.startswith("land.targets"):
            assert key in shown, key
    equal(shown["vacancy.min_premises"], "5")
    listed = rows(demo(), "SELECT severity, COUNT(*) n FROM rejects GROUP BY severity")
    count = {row["severity"]: row["n"] for row in listed}
    holds(p.text["essentiel"], f"{count['rejected']} objet des couches est rejeté, {count['notice']} signalements accompagnent")
    meaning = {line[0]: line[4] for line in p.tables["parametres"][1:]}
    said = {row["key"]: row["help"] for row in json.loads(done("params", "--json", env=french(folder)).out)["params"]}
    equal([(key, text) for key, text in meaning.items() if key in said and text != said[key]], [])
    equal(meaning["lang"], "langue des résultats")
    equal({line[0]: line[4] for line in page("en").tables["parametres"][1:]}["lang"], "language of the outputs")
    equal(shown["layers.premises.source"], "locaux_2026.csv")
    holds(p.text["methode"], "Wilson (1927)", "moins de 5\u00a0% · 5 – 7,5\u00a0%", "art. L318-8-2")


# --- names that bite --------------------------------------------------------------------------------------------------------

HOSTILE = ["\u0001", "Rue\nsur deux lignes\t!", '<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "</style><b>", "</section>", "&lt;i&gt; & co", "\u202eeuR ehcuaG\u202c", "a\u2066b", "{{label}}", "]]>", "'; DROP --"]


def hostile(folder, lang="fr"):
    """Names of the study, streets, premises, ids, notes and values that are markup, script or turn the text around."""
    streets = [street(f"{i}<b>", name, (0, 30 * i), (300, 30 * i)) for i, name in enumerate(HOSTILE)]
    premises = [shop(f"{i}-{k}<u>", "V" if k < 3 else "O", 10 + 20 * k, 30 * i + 4, name, name=HOSTILE[(i + k) % len(HOSTILE)]) for i, name in enumerate(HOSTILE) for k in range(8)]
    study = draw(folder, streets, premises)
    text = study.read_text(encoding="utf-8").replace("title: Essai", "title: " + json.dumps("<script>alert(2)</script>\u202eX & \"Y\""))
    text = text.replace("  streets: {source", "  streets: {source_note: " + json.dumps("<i>© \"Z\"</i>") + ", source")
    study.write_text(text, encoding="utf-8")
    done("run", study, "-o", folder / "out", "--lang", lang)
    return folder / "out"


def test_names_are_inert(folder):
    out = hostile(folder)
    p = Page(out / "report.html")
    equal([t for t, _ in p.tags].count("script"), 1)
    assert not {"img", "b", "i", "u"} & {t for t, _ in p.tags}
    for tag, attributes in p.tags:
        assert not any(name.startswith("on") for name in attributes), (tag, attributes)
    names = [line[0] for line in p.tables["rues"][1:]]
    equal(sorted(names), sorted("–" if name == "\u0001" else name for name in HOSTILE))
    # A bidirectional mark stands in an element of its own, which isolates it (bdi), in an attribute, or in <title>.
    for found in re.finditer("[\u202e\u2066]", p.source):
        before = p.source[:found.start()]
        assert before.rfind("<bdi>") > before.rfind("</bdi>") or before.rfind("<") > before.rfind(">") or before.rfind("<text ") > before.rfind("</text>") \
            or before.rfind("<title>") > before.rfind("</title>"), p.source[found.start() - 60:found.start() + 20]


# --- other studies --------------------------------------------------------------------------------------------------------------


def test_each_analysis_alone(folder):
    for verb, there, away in (("vacancy", "vacance", "foncier"), ("friche", "friches", "vacance"), ("land", "foncier", "friches")):
        done(verb, DEMO / "etude_2026.yaml", "-o", folder / verb)
        p = Page(folder / verb / "report.html")
        assert there in p.text and away not in p.text, p.text.keys()
        assert {"essentiel", "limites", "methode"} <= p.text.keys()


def test_targets_alone(folder):
    """By hand, the DOFIE: 400 of 1,450 from 2017 to the end of 2021 is 80 a year; 11 years left give 1,280: 170 lacking."""
    (folder / "study.yaml").write_text("title: DOFIE\nland:\n  targets:\n    - {programme: DOFIE, scope: total, unit: ha, from_year: 2017, to_year: 2032, quantity: 1450, recycled_share: 0.5, as_of: 2021,\n"
                                       "       achieved: [{year: 2021, quantity: 400, recycled: 160}], committed: [{year: 2027, quantity: 730}]}\n")
    done("land", folder / "study.yaml", "-o", folder / "out")
    p = Page(folder / "out" / "report.html")
    holds(p.text["essentiel"], "objectif de 1\u202f450,00\u00a0ha de 2017 à 2032\u00a0; à fin 2021, 400,00\u00a0ha sont réalisés et 1\u202f050,00\u00a0ha restent à réaliser, dont 730,00\u00a0ha engagés",
          "rythme constaté de 80,00\u00a0ha par an (il en faudrait 95,45\u00a0ha), il manquerait 170,00\u00a0ha à terme")


def test_points_are_drawn_once_and_found(folder):
    """Friches as points only: each has one shape, its row points at it, and one table has them all."""
    study = ground.draw(folder, "friche: {}\n", friches=[ground.point(f"F{i}", 100 * i, 50, name=f"Site {i}", status="friche sans projet") for i in range(5)])
    done("friche", study, "-o", folder / "out")
    p = Page(folder / "out" / "report.html")
    shapes = [a for t, a in p.tags if t == "path" and a.get("class", "").startswith("friche")]
    equal((len(shapes), {a["data-f"] for a in shapes}), (5, {f"f{i}" for i in range(5)}))
    assert all(re.match(r"M-?\d+ -?\d+h0$", a["d"]) for a in shapes)
    equal(len(p.tables["tableau-friches"]) - 1, 5)
    assert "friches-points" not in p.tables


def test_without_establishments_there_is_no_legal_vacancy(folder):
    """The rates are NULL: neither a card nor a sentence gives 0 %."""
    study = ground.draw(folder, "land: {}\n", zones=[ground.rect("Z", 0, 0, 100, 100)], parcels=[ground.rect("P", 0, 0, 50, 100), ground.rect("Q", 50, 0, 100, 100)])
    done("land", study, "-o", folder / "out")
    text = Page(folder / "out" / "report.html").text["essentiel"]
    holds(text, "2 unités foncières\u00a0; sans établissements, leur occupation n'est pas connue")
    assert "L318-8-2" not in text, text


def test_nothing_counted_gives_no_rate(folder):
    out = town(folder, [street("1", "Rue A", (0, 0), (100, 0))], shops("??R", "Rue A"))
    text = Page(out / "report.html").text["essentiel"]
    holds(text, "il n'y a pas de taux", "2 locaux ont une situation inconnue")
    assert "nan" not in text.lower() and "inf" not in text.lower().replace("information", ""), text


def big_town(folder, n=2000):
    """n premises on 80 streets of a grid, each third vacant on every fifth street."""
    streets, premises = [], []
    for i in range(80):
        across, k = i % 2, i // 2
        name = f"Rue du Général-Numéro-{i}"
        streets.append(street(str(i), name, *([(40 * k, 0), (40 * k, 1600)] if across else [(0, 40 * k), (1600, 40 * k)])))
        for j in range(n // 80):
            along, off = 20 + 60 * j, 40 * k + 5
            status = "V" if (i % 5 == 0 and j % 3 == 0) or j == 7 else "O"
            premises.append(shop(f"L{i:02}-{j:02}", status, *((off, along) if across else (along, off)), name, name=f"Commerce {i}-{j}"))
    return town(folder, streets, premises)


def test_a_town_of_2000_premises_is_under_one_megabyte(folder):
    out = big_town(folder)
    equal(rows(out, "SELECT COUNT(*) n FROM premises")[0]["n"], 2000)
    size = (out / "report.html").stat().st_size
    assert size < 1_000_000, size


def test_what_there_is_no_room_for_is_said(folder):
    """1,200 streets of one vacant premises each: a table of 1,000 rows, and the words that say so."""
    n = 1200
    streets = [street(str(i), f"Rue {i}", (0, 20 * i), (50, 20 * i)) for i in range(n)]
    out = town(folder, streets, [shop(f"L{i}", "V", 25, 20 * i + 3, f"Rue {i}") for i in range(n)])
    p = Page(out / "report.html")
    equal(len(p.tables["rues"]), 1 + 1000)
    holds(p.text["vacance"], "Les 1\u202f000 premières lignes sur 1\u202f200", "couche street_vacancy")


def test_not_written_unless_asked(folder):
    done("vacancy", DEMO / "etude_2026.yaml", "-o", folder / "out", "--set", "export.formats=[gpkg]")
    assert not (folder / "out" / "report.html").exists()
    assert "report.html" in {o["file"] for o in json.loads((demo() / "run.json").read_text(encoding="utf-8"))["outputs"]}


if __name__ == "__main__":
    try:
        run(globals())
    finally:
        for made in folders.values():
            shutil.rmtree(made, ignore_errors=True)
