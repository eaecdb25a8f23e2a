"""Runs, gaps, terms, mix, frontage and protected frontage (definitions.md: Terms, mix; Order, runs, gaps; Frontage and
rules), on towns drawn by hand. Every expected number is read off the drawing.

Statuses: O occupied, V vacant, W works, R reserve, C converted, ? unknown; premises ten metres apart from x = 10."""
import math
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from tap import *
from town import *

HAUTE = street("s1", "Rue Haute", (0, 0), (200, 0))
RUN = ("run_max", "run_max_m", "run_order_unsure")
GAP = ("gap_max_m", "gaps")
TERMS = ("frictional", "long_term", "structural", "persistent", "term_unknown")


def of(out, *columns, name="Rue Haute", layer="street_vacancy", key="street_name"):
    row = by(out, layer, key)[name]
    return tuple(row[c] for c in columns)


def fronts(statuses, metres, y=5, prefix=""):
    return [{**s, "frontage_m": m} for s, m in zip(shops(statuses, "Rue Haute", y, prefix), metres)]


# --- runs ----------------------------------------------------------------------------------------------------------


def test_longest_run_and_its_metres(folder):
    """OVVOVVVO: three in a row, 5 + 6 + 7 m."""
    out = town(folder, [HAUTE], fronts("OVVOVVVO", (1, 2, 3, 4, 5, 6, 7, 8)))
    equal(of(out, *RUN), (3, 18, 0))


def test_metres_of_a_run_are_unknown_where_one_is(folder):
    out = town(folder, [HAUTE], fronts("OVVO", (1, 2, "", 4)))
    equal(of(out, *RUN), (2, None, 0))


def test_any_other_status_ends_a_run(folder):
    """VV then each other status, then V: never three."""
    for other in "OWRC?":
        out = town(folder, [HAUTE], shops("VV" + other + "V", "Rue Haute"), "--overwrite")
        equal(of(out, "run_max"), (2,))


def test_works_go_on_with_a_run_where_they_count_as_vacant(folder):
    out = town(folder, [HAUTE], shops("VWVO", "Rue Haute"), "--set", "vacancy.works=vacant")
    equal(of(out, "run_max"), (3,))


def test_sides_are_apart(folder):
    """VV on the left, V on the right between them."""
    out = town(folder, [HAUTE], shops("VV", "Rue Haute") + shops("V", "Rue Haute", y=-5, prefix="r"))
    equal(of(out, "run_max"), (2,))


def test_pieces_are_apart(folder):
    """One street of two pieces 100 m apart: VV at the end of one, V at the begin of the other."""
    pieces = [street("s1", "Rue Haute", (0, 0), (50, 0)), street("s2", "Rue Haute", (150, 0), (200, 0))]
    premises = [shop("a", "V", 40, 5, "Rue Haute"), shop("b", "V", 45, 5, "Rue Haute"), shop("c", "V", 155, 5, "Rue Haute")]
    equal(of(town(folder, pieces, premises), "run_max", "gap_max_m", "gaps"), (2, 50, 2))


def test_a_drawn_line_joined_end_to_end_is_one_piece(folder):
    """Two lines, the second drawn backwards: one piece, three vacant in a row."""
    lines = [street("s1", "Rue Haute", (0, 0), (100, 0)), street("s2", "Rue Haute", (200, 0), (100, 0))]
    premises = [shop(str(x), "V", x, 5, "Rue Haute") for x in (80, 95, 120)]
    equal(of(town(folder, lines, premises), "run_max"), (3,))


def test_the_order_at_one_measure_is_number_then_unit(folder):
    """All at x = 50: numbers 2 (V), 10 (O), 12 (V), 12bis (V), 12ter (O), 12quater (V): the order is 2, 10, 12, 12bis, 12ter,
    12quater, so two in a row; by text 10 < 12 < 12bis < 12quater < 12ter < 2 it would be four."""
    numbers = {"2": "V", "10": "O", "12": "V", "12bis": "V", "12ter": "O", "12quater": "V"}
    premises = [shop(n, s, 50, 5, "Rue Haute", number=n) for n, s in numbers.items()]
    equal(of(town(folder, [HAUTE], premises), "run_max", "run_order_unsure"), (2, 0))


def test_units_order_premises_of_one_number(folder):
    premises = [shop(f"p{u}", s, 50, 5, "Rue Haute", number="4", unit=u) for u, s in (("2", "V"), ("10", "O"), ("1", "V"))]
    equal(of(town(folder, [HAUTE], premises), "run_max", "run_order_unsure"), (2, 0))


def test_order_is_unsure_where_nothing_orders(folder):
    """Two at one point without numbers; two of the same number; one with and one without."""
    for numbers in (("", ""), ("4", "4"), ("", "4")):
        premises = [shop("a", "V", 50, 5, "Rue Haute", number=numbers[0]), shop("b", "O", 50, 5, "Rue Haute", number=numbers[1])]
        equal(of(town(folder, [HAUTE], premises, "--overwrite"), "run_order_unsure"), (1,))


def test_a_premises_outside_a_centre_ends_its_runs(folder):
    """V V V, of which the second stands back beyond the perimeter."""
    premises = [shop("a", "V", 10, 5, "Rue Haute"), shop("b", "V", 20, 25, "Rue Haute"), shop("c", "V", 30, 5, "Rue Haute")]
    out = town(folder, [HAUTE], premises, centres=[square("c", "Centre", -10, -10, 210, 10)])
    equal(of(out, "run_max"), (3,))
    equal(of(out, "run_max", *GAP, name="Centre", layer="centre_vacancy", key="centre_name"), (1, None, None))
    equal(of(out, "run_max", layer="street_centre_vacancy"), (1,))


def test_a_street_without_premises(folder):
    out = town(folder, [HAUTE, street("s2", "Rue Vide", (0, 500), (100, 500))], shops("OV", "Rue Haute"))
    equal(of(out, *RUN, *GAP, "units_per_100m", name="Rue Vide"), (0, 0, 0, None, None, 0))


# --- gaps ----------------------------------------------------------------------------------------------------------


def test_gaps_between_active_shops_and_to_the_ends(folder):
    """Street of 200 m; occupied at 30, 55 and 110 (a vacant one between): 30, 25, 55, 90. All are at least 25 m."""
    premises = [shop("a", "O", 30, 5, "Rue Haute"), shop("b", "O", 55, 5, "Rue Haute"), shop("c", "V", 80, 5, "Rue Haute"),
                shop("d", "O", 110, 5, "Rue Haute")]
    out = town(folder, [HAUTE], premises)
    equal(of(out, "gaps"), (4,))
    close(of(out, "gap_max_m")[0], 90, 1e-9)
    equal(of(town(folder, [HAUTE], premises, "--set", "vacancy.gap_m=25.1", "--overwrite"), "gaps"), (3,))


def test_a_side_without_an_active_shop_is_one_gap(folder):
    """Left: occupied at 100, gaps 100 and 100. Right: one vacant, the whole 200 m."""
    out = town(folder, [HAUTE], [shop("a", "O", 100, 5, "Rue Haute"), shop("b", "V", 100, -5, "Rue Haute")])
    equal(of(out, *GAP), (200, 3))


def test_blocks_have_gaps_of_their_own(folder):
    """A crossing at 80: blocks of 80 and 120 m; occupied at 30 and 100."""
    lines = [street("s1", "Rue Haute", (0, 0), (80, 0), (200, 0)), street("s2", "Rue Basse", (80, -90), (80, 0), (80, 90))]
    out = town(folder, lines, [shop("a", "O", 30, 5, "Rue Haute"), shop("b", "O", 100, 5, "Rue Haute")])
    equal(by(out, "segment_vacancy", "segment_id", *GAP)["s1/1"], (50, 2))
    equal(by(out, "segment_vacancy", "segment_id", *GAP)["s1/2"], (100, 1))
    equal(of(out, *GAP), (100, 3))


def test_total_has_the_longest_and_all(folder):
    basse = street("s2", "Rue Basse", (0, 300), (100, 300))
    out = town(folder, [HAUTE, basse], shops("OVVO", "Rue Haute") + shops("VVV", "Rue Basse", y=305))
    equal(of(out, "run_max", "gap_max_m", "gaps", "units_per_100m", name="total", layer="total_vacancy", key="id"),
          (3, 160, 3, 100 * 7 / 300))  # Rue Haute: 10, 30, 160; Rue Basse: 100


# --- terms ---------------------------------------------------------------------------------------------------------

DAY = ("--set", "reference_date=2026-06-30")


def since(*dates):
    return [shop(f"p{i}", "V", 10 + 10 * i, 5, "Rue Haute", vacant_since=d) for i, d in enumerate(dates)]


def test_terms_by_days(folder):
    """364, 365, 729, 730, 1094 and 1095 days before 2026-06-30, by Python's calendar; none; and the day itself."""
    import datetime
    days = (364, 365, 729, 730, 1094, 1095, 0)
    dates = [(datetime.date(2026, 6, 30) - datetime.timedelta(d)).isoformat() for d in days]
    out = town(folder, [HAUTE], since(*dates, ""), *DAY)
    equal([by(out, "premises", "premises_id", "vacancy_days", "term")[f"p{i}"] for i in range(8)],
          [(364, "frictional"), (365, "long"), (729, "long"), (730, "structural"), (1094, "structural"), (1095, "persistent"),
           (0, "frictional"), (None, "unknown")])
    equal(of(out, *TERMS), (2, 2, 2, 1, 1))


def test_bounds_are_parameters(folder):
    out = town(folder, [HAUTE], since("2026-06-20", "2026-05-31", "2026-05-01"), *DAY, "--set", "vacancy.terms=[20,40,60]")
    equal(of(out, *TERMS), (1, 1, 0, 1, 0))  # 10, 30, 60 days


def test_only_vacant_premises_have_a_term(folder):
    premises = [shop(s, s, 10 * (i + 1), 5, "Rue Haute", vacant_since="2026-01-01") for i, s in enumerate("OVWRC?")]
    out = town(folder, [HAUTE], premises, *DAY)
    equal({k: v for k, (v,) in by(out, "premises", "premises_id", "term").items() if v}, {"V": "frictional"})
    equal(of(out, *TERMS), (1, 0, 0, 0, 0))
    out = town(folder, [HAUTE], premises, *DAY, "--set", "vacancy.works=vacant", "--overwrite")
    equal(of(out, *TERMS), (2, 0, 0, 0, 0))


def test_partial_dates_are_intervals(folder):
    """2026: 0 to 180 days, frictional. 2025: 181 to 545, unknown. 2024: 546 to 911, unknown. 2022: persistent. 2025-07: 334 to
    364, frictional. 2025-06: 365 to 394, long. 2023-06: 1096 to 1125 … persistent. No number of days for any."""
    dates = ("2026", "2025", "2024", "2022", "2025-07", "2025-06", "2023-06")
    out = town(folder, [HAUTE], since(*dates), *DAY)
    equal([by(out, "premises", "premises_id", "vacancy_days", "term")[f"p{i}"] for i in range(7)],
          [(None, t) for t in ("frictional", "unknown", "unknown", "persistent", "frictional", "long", "persistent")])


def dated(folder, form, *dates):
    study = draw(folder, [HAUTE], since(*dates))
    with open(study, "a", encoding="utf-8") as file:
        file.write("reference_date: 2026-06-30\n")
    key = ("--set", f"layers.premises.date_format={form}") if form else ()
    done("run", study, "-o", folder / "out", "--overwrite", *key)
    return [r["vacant_since"] for r in rows(folder / "out", "SELECT vacant_since FROM premises ORDER BY premises_id")]


def test_dates_by_declared_form(folder):
    equal(dated(folder, "", "2025-02-28", "2025-02", "2025"), ["2025-02-28", "2025-02", "2025"])
    equal(dated(folder, "%d/%m/%Y", "28/02/2025", "1/3/2025", "02/2025", "2025"), ["2025-02-28", "2025-03-01", "2025-02", "2025"])
    equal(dated(folder, "%Y%m%d", "20250228", "202502", "2025"), ["2025-02-28", "2025-02", "2025"])
    equal(dated(folder, "['%d/%m/%Y', '%Y%m%d']", "28/02/2025", "20250301"), ["2025-02-28", "2025-03-01"])
    equal(dated(folder, "%d.%m.%Y %H:%M", "28.02.2025 10:30"), ["2025-02-28"])


def test_other_forms_and_impossible_days_are_bad_values(folder):
    for form, text in (("%d/%m/%Y", "2025-02-28"), ("%d/%m/%Y", "30/02/2025"), ("", "29/02/2024"), ("", "2025-13"),
                       ("%Y%m%d", "2025022"), ("", "2023-02-29"), ("%d/%m/%Y", "28/02/25")):
        equal(dated(folder, form, text), [None])
        notice, = [r for r in rows(folder / "out", "SELECT * FROM rejects")]
        equal((notice["code"], notice["severity"], notice["feature_id"]), ("bad_value", "notice", "p0"))
        assert text in notice["message"], notice
        equal(of(folder / "out", *TERMS), (0, 0, 0, 0, 1))


def test_a_date_after_the_reference_is_left_out_and_told(folder):
    out = town(folder, [HAUTE], since("2026-07-01", "2062", "2026-06-30"), *DAY)
    equal(of(out, *TERMS), (1, 0, 0, 0, 2))
    equal([(r["feature_id"], r["code"], r["severity"]) for r in rows(out, "SELECT * FROM rejects ORDER BY feature_id")],
          [("p0", "future_date", "notice"), ("p1", "future_date", "notice")])


def test_the_reference_date_is_required(folder):
    study = draw(folder, [HAUTE], since("2025-01-01"))
    refused("run", study, "-o", folder / "out", says=("reference_date", "vacant_since"))
    assert not (folder / "out").exists()


def test_a_wrong_form_or_wrong_bounds_are_refused(folder):
    study = draw(folder, [HAUTE], since("2025-01-01"))
    for key, value in (("layers.premises.date_format", "%d/%m"), ("layers.premises.date_format", "jj/mm/aaaa"),
                       ("vacancy.terms", "[365, 100, 30]"), ("vacancy.terms", "[365]")):
        refused("run", study, "-o", folder / "out", *DAY, "--set", f"{key}={value}", says=(key,))


# --- mix -----------------------------------------------------------------------------------------------------------


def test_mix_of_occupied_premises(folder):
    """Occupied: A A B, one without a family; a vacant C does not count. H = −(2/3 ln 2/3 + 1/3 ln 1/3), over ln 2."""
    families = [("O", "A"), ("O", "A"), ("O", "B"), ("O", ""), ("V", "C")]
    premises = [shop(f"p{i}", s, 10 + 10 * i, 5, "Rue Haute", family=f) for i, (s, f) in enumerate(families)]
    lonely = street("s2", "Rue Seule", (0, 300), (100, 300))
    out = town(folder, [HAUTE, lonely], premises + [shop("q", "O", 10, 305, "Rue Seule", family="A")])
    entropy = -(2 / 3 * math.log(2 / 3) + 1 / 3 * math.log(1 / 3))
    shannon, evenness, n = of(out, "shannon", "evenness", "families")
    close(shannon, entropy)
    close(evenness, entropy / math.log(2))
    equal(n, 2)
    equal(of(out, "shannon", "evenness", "families", name="Rue Seule"), (0, None, 1))
    equal([tuple(r.values())[1:] for r in rows(out, "SELECT * FROM street_mix")],
          [("street", "s1", "A", 2, 2 / 3), ("street", "s1", "B", 1, 1 / 3), ("street", "s2", "A", 1, 1.0),
           ("total", "total", "A", 3, 3 / 4), ("total", "total", "B", 1, 1 / 4)])


def test_without_families_nothing_is_said(folder):
    out = town(folder, [HAUTE], shops("OV", "Rue Haute"))
    equal(of(out, "shannon", "evenness", "families"), (None, None, None))
    equal(rows(out, "SELECT name FROM sqlite_master WHERE name = 'street_mix'"), [])


def with_activities(folder, codes, table_, *arguments):
    premises = [shop(f"p{i}", "O", 10 + 10 * i, 5, "Rue Haute", activity=c) for i, c in enumerate(codes)]
    out = town(folder, [HAUTE], premises, "--set", f"layers.premises.families={table_}", "--overwrite", *arguments)
    return out, [r["family"] for r in rows(out, "SELECT family FROM premises ORDER BY premises_id")]


def test_families_from_activities_by_the_longest_prefix(folder):
    (folder / "mes_familles.csv").write_text("# une table\ncode;famille\n47;Commerce\n47.1;Alimentaire\n56;Cafés\n", encoding="utf-8")
    out, families = with_activities(folder, ("47.11D", "4719B", "47.7", "56 10a", "99", ""), folder / "mes_familles.csv")
    equal(families, ["Alimentaire", "Alimentaire", "Commerce", "Cafés", None, None])
    equal([(r["feature_id"], r["code"]) for r in rows(out, "SELECT * FROM rejects")], [("p4", "unknown_activity")])


def test_a_surveyed_family_wins(folder):
    (folder / "t.csv").write_text("code;family_fr;family_en\n47;Commerce;Shops\n", encoding="utf-8")
    premises = [shop("a", "O", 10, 5, "Rue Haute", activity="47", family="Mine"), shop("b", "O", 20, 5, "Rue Haute", activity="47")]
    for lang, family in (("fr", "Commerce"), ("en", "Shops")):
        out = town(folder, [HAUTE], premises, "--set", f"layers.premises.families={folder / 't.csv'}", "--overwrite", "--lang", lang)
        equal([r["family"] for r in rows(out, "SELECT family FROM premises ORDER BY premises_id")], ["Mine", family])
        assert str(folder) not in (out / "run.json").read_text(encoding="utf-8")


def test_shipped_tables(folder):
    """47.11D (supérettes) and 56.10A (restaurants) of NAF rév. 2: food, and hotels and restaurants."""
    _, families = with_activities(folder, ("47.11D", "56.10A"), "naf")
    assert len(set(families)) == 2 and None not in families, families
    with_activities(folder, ("47.11D",), "bdcom")


def test_a_bad_table_is_refused(folder):
    study = draw(folder, [HAUTE], shops("O", "Rue Haute"))
    (folder / "bad.csv").write_text("code;famille\n47;\n", encoding="utf-8")
    (folder / "empty.csv").write_text("", encoding="utf-8")
    for name, says in (("bad.csv", "line 2"), ("empty.csv", "no row"), ("nope", "no such table")):
        refused("run", study, "-o", folder / "out", "--set", f"layers.premises.families={name}", says=("layers.premises.families", says))


# --- frontage ------------------------------------------------------------------------------------------------------


def polygons(path, *shapes):
    geojson(path, [({"id": f"b{i}"}, "Polygon", [at(*points, points[0])]) for i, points in enumerate(shapes)])


def measured(folder, premises, buildings=(), parcels=()):
    study = draw(folder, [HAUTE], premises)
    text = study.read_text(encoding="utf-8")
    for kind, shapes in (("buildings", buildings), ("parcels", parcels)):
        if shapes:
            polygons(folder / f"{kind}.geojson", *shapes)
            text += f"  {kind}: {{source: {kind}.geojson, fields: {{id: id}}}}\n"
    study.write_text(text, encoding="utf-8")
    done("run", study, "-o", folder / "out", "--overwrite")
    return by(folder / "out", "premises", "premises_id", "frontage_m", "frontage_source")


HOUSE = ((10, 4), (18, 4), (18, 14), (10, 14))


def test_frontage_from_the_building(folder):
    """A house 8 m wide: its street side, not its rear of 8 m nor its sides of 10."""
    equal(measured(folder, [shop("a", "V", 14, 8, "Rue Haute")], [HOUSE]), {"a": (8, "geometry")})


def test_a_surveyed_frontage_wins(folder):
    equal(measured(folder, [shop("a", "V", 14, 8, "Rue Haute", frontage_m=6.5)], [HOUSE]), {"a": (6.5, "survey")})


def test_a_building_of_several_premises_gives_none(folder):
    """Also where the other is surveyed, and though a parcel of its own holds it."""
    two = [shop("a", "V", 12, 8, "Rue Haute"), shop("b", "V", 16, 8, "Rue Haute")]
    equal(measured(folder, two, [HOUSE], [((9, 3), (14, 3), (14, 20), (9, 20))]), {"a": (None, "none"), "b": (None, "none")})


def test_the_parcel_where_no_building_holds_it(folder):
    equal(measured(folder, [shop("a", "V", 14, 8, "Rue Haute")], [((100, 4), (108, 4), (108, 9), (100, 9))],
                   [((9, 3), (21, 3), (21, 20), (9, 20))]), {"a": (12, "geometry")})


def test_slanting_edges_face_up_to_45_degrees(folder):
    """A bay: edges at 45° (√2·3 each) face, beside 4 m in front; sides at 60° do not."""
    bay = ((10, 8), (13, 5), (17, 5), (20, 8), (20, 20), (10, 20))
    equal(round(measured(folder, [shop("a", "V", 15, 10, "Rue Haute")], [bay])["a"][0], 9), round(4 + 2 * math.hypot(3, 3), 9))
    steep = ((10, 5 + 3 * math.sqrt(3)), (13, 5), (17, 5), (20, 5 + 3 * math.sqrt(3)), (20, 20), (10, 20))
    equal(measured(folder, [shop("a", "V", 15, 10, "Rue Haute")], [steep])["a"][0], 4)


def test_a_part_behind_another_does_not_face(folder):
    """A house with a wing in front: the wing's 4 m and the recess's 6 m face; the wall inside a courtyard does not."""
    wing = ((10, 10), (14, 10), (14, 4), (18, 4), (18, 16), (10, 16))
    equal(measured(folder, [shop("a", "V", 16, 12, "Rue Haute")], [wing])["a"][0], 8)
    closed = ((10, 4), (20, 4), (20, 16), (10, 16), (10, 14), (18, 14), (18, 8), (10, 8))  # a yard open to the side
    equal(measured(folder, [shop("a", "V", 15, 6, "Rue Haute")], [closed])["a"][0], 10)


def test_a_corner_counts_the_side_of_its_street(folder):
    """The house at the corner of Rue Haute and Rue Basse (x = 0): 8 m on the one, 10 m on the other; it counts once."""
    basse = street("s2", "Rue Basse", (0, 0), (0, 100))
    house = ((4, 4), (12, 4), (12, 14), (4, 14))
    for name, metres in (("Rue Haute", 8), ("Rue Basse", 10)):
        study = draw(folder, [HAUTE, basse], [shop("a", "V", 6, 6, name)])
        polygons(folder / "buildings.geojson", house)
        study.write_text(study.read_text(encoding="utf-8") + "  buildings: {source: buildings.geojson}\n", encoding="utf-8")
        done("run", study, "-o", folder / "out", "--overwrite")
        equal(by(folder / "out", "premises", "premises_id", "frontage_m", "frontage_source"), {"a": (metres, "geometry")})
        equal(sum(r["premises"] for r in rows(folder / "out", "SELECT premises FROM street_vacancy")), 1)


def test_premises_drawn_as_line_or_polygon(folder):
    """A line of 7 m along the street, one that turns the corner (5 m along, 9 m away), and a polygon 8 m wide."""
    study = draw(folder, [HAUTE], [shop("x", "V", 0, 0)])
    geojson(folder / "premises.geojson",
            [({"id": "line", "status": "V", "street": "Rue Haute"}, "LineString", at((30, 5), (37, 5))),
             ({"id": "corner", "status": "V", "street": "Rue Haute"}, "LineString", at((50, 5), (55, 5), (55, 14))),
             ({"id": "area", "status": "O", "street": "Rue Haute"}, "Polygon", [at(*HOUSE, HOUSE[0])])])
    text = study.read_text(encoding="utf-8").replace("premises.csv", "premises.geojson")
    text = text.replace("    crs: EPSG:2154\n    geometry: {x: x, y: y}\n", "")
    study.write_text(text, encoding="utf-8")
    done("run", study, "-o", folder / "out")
    equal(by(folder / "out", "premises", "premises_id", "frontage_m", "frontage_source"),
          {"line": (7, "geometry"), "corner": (5, "geometry"), "area": (8, "geometry")})
    equal(of(folder / "out", "frontage_m", "frontage_vacant_m", "frontage_coverage"), (20, 12, 1))


def test_nothing_is_imputed(folder):
    out = town(folder, [HAUTE], fronts("OV", (5, "")))
    equal(by(out, "premises", "premises_id", "frontage_m", "frontage_source")["Rue Haute1"], (None, "none"))
    equal(of(out, "frontage_m", "frontage_vacant_m", "frontage_coverage"), (5, 0, 0.5))


# --- protected frontage ----------------------------------------------------------------------------------------------


def test_protected_frontage_by_rule_and_street(folder):
    """Rule lines on either side of the street, 5 m from its axis: premises at y = 5 lie on the first, at y = −5 on the second;
    one at y = 20.1 is farther than 15 m from both, one at y = 20 just within; at y = 0 the tie goes to the lesser id."""
    premises = [shop("a", "O", 10, 5, "Rue Haute", frontage_m=4), shop("b", "V", 20, 5, "Rue Haute", frontage_m=6),
                shop("c", "V", 30, -5, "Rue Haute"), shop("d", "O", 40, 20.1, "Rue Haute"), shop("e", "?", 50, 20, "Rue Haute", frontage_m=9),
                shop("f", "O", 60, 0, "Rue Haute"), shop("g", "V", 70, -7, "Cour Perdue", frontage_m=2)]
    study = draw(folder, [HAUTE], premises)
    geojson(folder / "rules.geojson", [({"id": "1", "type": "22-03"}, "LineString", at((0, 5), (200, 5))),
                                       ({"id": "2", "type": "22-01"}, "LineString", at((0, -5), (200, -5)))])
    study.write_text(study.read_text(encoding="utf-8") + "  frontage_rules: {source: rules.geojson, fields: {id: id, type: type}}\n",
                     encoding="utf-8")
    done("run", study, "-o", folder / "out")
    equal([tuple(r.values())[1:] for r in rows(folder / "out", "SELECT * FROM frontage_rule_vacancy")],
          [("22-01", "s1", "Rue Haute", None, None, 1, 1), ("22-01", None, None, 2, 2, 1, 1),
           ("22-03", "s1", "Rue Haute", 10, 6, 4, 1)])


if __name__ == "__main__":
    run(globals())
