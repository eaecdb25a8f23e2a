"""The study that the command reads, from what the dialog says. Knows nothing of QGIS.

A study is YAML, and JSON is YAML with every text in quotes: names of fields and layers may hold whatever they like.
"""
import csv
import json
import re
import unicodedata


def listed(text):
    """The values of a list as one types it: V, "Vacant, fermé", vide."""
    lines = [line for line in (text or "").splitlines() if line.strip()]
    return [value.strip() for row in csv.reader(lines, skipinitialspace=True) for value in row if value.strip()]


def settings(text):
    """The lines KEY=VALUE of further settings; ValueError with the line that is none."""
    pairs = []
    for line in (text or "").splitlines():
        line = line.strip()
        if line and not line.startswith("#"):
            if not re.match(r"[^=\s]+=", line):
                raise ValueError(line)
            pairs.append(line)
    return pairs


def slug(name, taken=()):
    """A key or file name out of a layer's: ascii letters, digits, underscores; unlike those taken."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    plain = re.sub(r"[^a-z0-9]+", "_", plain).strip("_")[:60] or "layer"
    found, n = plain, 2
    while found in taken:
        found, n = f"{plain}_{n}", n + 1
    return found


def text(study):
    """The study as YAML. What YAML does not allow in a text, even in quotes, is escaped."""
    written = json.dumps(study, ensure_ascii=False, indent=1)
    return re.sub("[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]", lambda c: f"\\u{ord(c.group()):04x}", written) + "\n"
