#!/usr/bin/python3
"""Fill a style template the way the C writer does, to try a template without running vitrine.

    fill.py TEMPLATE.qml [--lang fr|en] [--scheme procos|igf|0.05,0.10,...] [--fields a,b,c] > style.qml

The language of the templates is described in styles/README.md. Anything that is left between braces is an error here.
"""
import argparse
import re
import sys
from xml.sax.saxutils import escape, quoteattr

SCHEMES = {"procos": [0.05, 0.075, 0.10], "igf": [0.05, 0.10, 0.15]}
OR_RD = ["254,232,200", "253,187,132", "252,141,89", "215,48,31", "127,0,0"]
WIDTH_FIRST, WIDTH_LAST = 0.9, 2.2


def percent(share, lang):
    return f"{100 * share:g}".replace(".", "," if lang == "fr" else ".")


def labels(bounds, lang):
    """One label a class: below the first bound, between, above the last one."""
    unit = " %"
    text = [percent(b, lang) for b in bounds]
    first = ("moins de " if lang == "fr" else "below ") + text[0] + unit
    last = ("plus de " if lang == "fr" else "above ") + text[-1] + unit
    return [first] + [f"{a} – {b}{unit}" for a, b in zip(text, text[1:])] + [last]


def colors(count):
    """The ramp at `count` even steps."""
    stops = [[int(v) for v in c.split(",")] for c in OR_RD]
    out = []
    for i in range(count):
        at = i / (count - 1) * (len(stops) - 1)
        low = min(int(at), len(stops) - 2)
        out.append(",".join(str(round(a + (b - a) * (at - low))) for a, b in zip(stops[low], stops[low + 1])))
    return out


def classes(bounds, lang):
    names, ramp = labels(bounds, lang), colors(len(bounds) + 1)
    step = (WIDTH_LAST - WIDTH_FIRST) / len(bounds)
    return [{"i": str(i), "label": escape(names[i], {'"': "&quot;"}), "color": ramp[i],
             "width": f"{WIDTH_FIRST + i * step:.2f}"} for i in range(len(names))]


def fill(template, lang="fr", bounds=None, aliases=()):
    """`aliases`: pairs (column, label)."""
    study = classes(bounds or SCHEMES["procos"], lang)

    def block(match):
        return "".join(re.sub(r"\{\{(i|label|color|width)\}\}", lambda m: c[m[1]], match[1]) for c in study)

    text = re.sub(r"\{\{#classes\}\}(.*?)\{\{/classes\}\}", block, template, flags=re.S)
    text = text.replace("{{aliases}}", "".join(
        f'<alias index="{n}" name={quoteattr(label)} field={quoteattr(column)}/>' for n, (column, label) in enumerate(aliases)))
    text = re.sub(r"\{\{([^{}|]*)\|\|([^{}|]*)\}\}", lambda m: m[1] if lang == "fr" else m[2], text)
    if "{{" in text or "}}" in text:
        at = text.find("{{") if "{{" in text else text.find("}}")
        raise ValueError(f"left unfilled: {text[at:at + 60]!r}")
    return text


def bounds_of(scheme):
    return SCHEMES.get(scheme) or [float(b) for b in scheme.split(",")]


def main():
    args = argparse.ArgumentParser()
    args.add_argument("template")
    args.add_argument("--lang", choices=("fr", "en"), default="fr")
    args.add_argument("--scheme", default="procos")
    args.add_argument("--fields", default="street_id,street_name,rate")
    a = args.parse_args()
    with open(a.template, encoding="utf-8") as f:
        text = f.read()
    sys.stdout.write(fill(text, a.lang, bounds_of(a.scheme), [(c, c) for c in a.fields.split(",")]))


if __name__ == "__main__":
    main()
