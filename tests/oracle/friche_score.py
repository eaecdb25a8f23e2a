"""Mutafriches v1.11 a second time: reads nothing but its published matrix (JSON), and shares no code with the program."""
import json
import math


class Reference:
    def __init__(self, path):
        data = json.loads(path.read_text(encoding="utf-8"))
        self.uses, self.weights, self.matrix = data["usages"], data["weights"], data["matrix"]

    def row(self, criterion, value):
        """The scores of a value: a category, or a number in the unit of the bands; None: no row has it."""
        for name, scores in self.matrix[criterion].items():
            if isinstance(value, str):
                if name == value:
                    return scores
                continue
            band = name.replace(" or missing", "").replace(" km", "").replace(" m", "")
            if band[0] in "<>":
                bound = float(band.lstrip("<>="))
                good = {"<": value < bound, "<=": value <= bound, ">": value > bound, ">=": value >= bound}[band[:2] if "=" in band else band[0]]
            else:
                low, high = map(float, band[1:-1].split(","))
                good = (value > low or (band[0] == "[" and value == low)) and (value < high or (band[-1] == "]" and value == high))
            if good:
                return scores
        return None

    def score(self, values):
        """{use: index or None}, best use, reliability; values: {criterion: category or number}."""
        points = [(self.weights[c], s) for c, s in ((c, self.row(c, v)) for c, v in values.items()) if s]
        index = {}
        for u, use in enumerate(self.uses):
            good = sum(w * s[u] for w, s in points if s[u] > 0)
            bad = sum(w * (s[u] if s[u] == 0.5 else -s[u]) for w, s in points if s[u] < 0 or s[u] == 0.5)
            index[use] = math.floor(good / (good + bad) * 1000 + 0.5) / 10 if points else None
        best = max(self.uses, key=lambda use: index[use]) if points else None  # the first of equals
        return index, best, math.floor(sum(self.weights[c] for c in values) / 30 * 20 + 0.5) / 2
