"""What the command says of itself, for the programs that write its man pages and its completion."""
import json
import os
import subprocess


def says(vitrine, *arguments):
    """What a verb prints, in English."""
    return subprocess.run([vitrine, *arguments], check=True, capture_output=True, text=True, encoding="utf-8",
                          env={**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": ""}).stdout


class Usage:
    """version, verbs, options (by name), params, kinds, presets: as in --json-usage, params --json and presets."""

    def __init__(self, vitrine):
        usage = json.loads(says(vitrine, "--json-usage"))
        study = json.loads(says(vitrine, "params", "--json"))
        self.version, self.verbs = usage["version"], usage["verbs"]
        self.options = {option["name"]: option for option in usage["options"]}
        self.params, self.kinds = study["params"], study["kinds"]
        self.presets = [line.split()[0] for line in says(vitrine, "presets").splitlines() if line]

    def keys(self):
        """Each study key that can be written out, with its parameter: a `*` after layers is every kind, after fields every field of
        it. Left out are those with a name of the user's own or a number."""
        for param in self.params:
            if not param["key"].startswith("layers.*."):
                if not set("*#") & set(param["key"]):
                    yield param["key"], param
                continue
            for kind in self.kinds:
                key = param["key"].replace("*", kind["name"], 1)
                if not kind["many"]:
                    for name in kind["fields"] if "*" in key else [""]:
                        yield key.replace("*", name), param

    def values(self, param):
        """What a key may be set to, where that is a list of words."""
        if param["key"] == "layers.*.preset":
            return self.presets
        if param["type"] == "boolean":
            return ["true", "false"]
        return [word for word in param["range"].split("|") if word and ".." not in word]
