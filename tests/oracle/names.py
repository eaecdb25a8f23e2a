"""Street names: when are two the same? Part of the oracle vacancy.py.

Choices
 N1  A name is compared as its words: accents off, case off, hyphens, dots and apostrophes are spaces (l', d', qu' vanish; English 's joins its
     word), articles (le la les du de des au aux the of) dropped unless nothing else is left, ordinals become digits (1ER, 1st, first, premier: 1),
     directions letters (north, nord: n; also nw …). Nothing is reordered: E HASTINGS is not HASTINGS E.
 N2  One word is the type: the first if it is a French type word, else the last before any direction. It must not be the only word. It is
     compared in full (av, ave, avenue). French and English types stay apart where the words differ (rue is not street).
 N3  St is Street as the last word before any direction, Saint elsewhere; Ste is Sainte.
 N4  "Lacking only its type word": the premises' name has no type word, the street's has one, and without it they are equal. Not the reverse.
 N5  Similarity = 1 − Levenshtein / longer length, on the whole normalised names. More than one candidate: no fuzzy match. Numbers and directions
     must be equal (--plain-fuzzy: need not): W 8TH AV and W 7TH AV are 0.91 alike, and two streets.
"""
import re
import unicodedata

ARTICLES = set("le la les du de des au aux the of".split())
DIRECTIONS = dict(north="n", nord="n", south="s", sud="s", east="e", est="e", west="w", ouest="w",
                  northeast="ne", northwest="nw", southeast="se", southwest="sw")
LETTERS = set(DIRECTIONS.values())
ORDINALS = {w: str(n) for n, ws in enumerate((
    "first premier premiere", "second seconde deuxieme", "third troisieme", "fourth quatrieme", "fifth cinquieme",
    "sixth sixieme", "seventh septieme", "eighth huitieme", "ninth neuvieme", "tenth dixieme"), 1) for w in ws.split()}


def type_table(text):
    """'avenue av ave, place pl' → {av: avenue, ave: avenue, avenue: avenue, pl: place, place: place}"""
    return {w: group.split()[0] for group in text.split(",") for w in group.split()}


FRENCH = type_table("rue r, avenue av ave, boulevard bd bld boul blvd bvd, place pl, route rte, chemin ch che chem, impasse imp, square sq, "
                    "allee all allees, faubourg fg fbg, cours crs, quai, passage pass pas, esplanade esp, promenade prom, residence res, "
                    "sentier sent, venelle ven, ruelle, cite, villa, voie, cour, hameau ham, lotissement lot, montee mte, traverse tra")
ENGLISH = type_table("street str, avenue ave av, road rd, drive dr, boulevard blvd bd, lane ln, court ct crt, crescent cres, place pl, square sq, "
                     "terrace ter terr, way, highway hwy, parkway pkwy, alley, mews, circle cir, close, walk, row, trail, grove, gardens gdns, "
                     "hill, quay, wharf, crossing, diversion, viaduct, passage, rue, allee, cours, quai")


def plain(text):
    """without accents, ligatures, case"""
    text = text.replace("œ", "oe").replace("Œ", "oe").replace("æ", "ae").replace("Æ", "ae")
    text = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in text if not unicodedata.combining(c))


def normalise(name):
    """→ (key, rest): the comparable name, and the same without its type word, None if it has none"""
    text = plain(re.sub("[’‘ʼ´`′]", "'", name or ""))
    text = re.sub(r"\b(l|d|qu)'", " ", text)
    text = re.sub(r"(\w)'s\b", r"\1s", text)
    words = re.findall(r"[^\W_]+", text)
    words = [w for w in words if w not in ARTICLES] or words
    words = [re.sub(r"^(\d+)(st|nd|rd|th|er|ere|e|eme|nde)$", r"\1", w) for w in words]
    words = [DIRECTIONS.get(w, ORDINALS.get(w, w)) for w in words]
    if not words:
        return "", None
    last = max((i for i, w in enumerate(words) if w not in LETTERS), default=-1)
    words = ["sainte" if w == "ste" else w if w != "st" else "street" if i == last > 0 else "saint" for i, w in enumerate(words)]
    where = None
    if len(words) > 1:
        if words[0] in FRENCH:
            where, words[0] = 0, FRENCH[words[0]]
        elif last >= 0 and words[last] in ENGLISH:
            where, words[last] = last, ENGLISH[words[last]]
    key = " ".join(words)
    return key, None if where is None else " ".join(words[:where] + words[where + 1:])


def similarity(a, b):
    row = list(range(len(b) + 1))
    for i, ca in enumerate(a, 1):
        diagonal, row[0] = row[0], i
        for j, cb in enumerate(b, 1):
            diagonal, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, diagonal + (ca != cb))
    return 1 - row[-1] / max(len(a), len(b), 1)


def same_numbers(a, b):
    """are the numbers and directions of two normalised names equal?"""
    fixed = [[w for w in key.split() if w in LETTERS or any(c.isdigit() for c in w)] for key in (a, b)]
    return fixed[0] == fixed[1]
