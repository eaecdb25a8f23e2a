#!/usr/bin/python3
"""Writes the man page from what the command says of itself: man.py VITRINE OUT.1"""
import json
import os
import subprocess
import sys

vitrine, out = sys.argv[1:]


def says(*arguments):
    return subprocess.run([vitrine, *arguments], check=True, capture_output=True, text=True,
                          env={**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": ""}).stdout


def roff(text):
    return text.replace("\\", "\\e").replace("-", "\\-").replace("\n.", "\n\\&.")


usage = json.loads(says("--json-usage"))
page = [f'.TH VITRINE 1 "" "vitrine {usage["version"]}" "User Commands"', ".SH NAME",
        "vitrine \\- vacancy of shops, friches, and the land of business zones", ".SH SYNOPSIS"]
for verb in usage["verbs"]:
    page += [f'.B vitrine {verb["name"]}', f'{roff(verb["operands"])} [options]', ".br"]
page += [".SH DESCRIPTION",
         "Reads a study (YAML), the survey of shopfronts and the street layer that it names, gives each premises to its "
         "street, and writes vacancy rates per street, block, centre and in total as GeoPackage and GeoJSON, and heat maps of the rate as "
         "GeoTIFF; scores friches for each use; balances the land of business zones. Results go to "
         "standard output, everything else to standard error.", ".SH VERBS"]
for verb in usage["verbs"]:
    page += [".TP", f'.B {verb["name"]} {roff(verb["operands"])}', roff(verb["summary"]) + ".", roff(verb["detail"])]
page += [".SH OPTIONS"]
for option in usage["options"]:
    argument = f' \\fI{roff(option["argument"])}\\fR' if option["argument"] else ""
    page += [".TP", f'\\fB{roff(option["name"])}\\fR{argument}', roff(option["help"])]
page += [".SH STUDY KEYS", roff(says("params", "--roff")).replace("\\-\\-", "\\-\\-").rstrip().replace("\n\\&.TP", "\n.TP")
         .replace("\n\\&.B", "\n.B"),
         ".SH EXIT STATUS",
         "0 done; 1 failed; 2 usage; 3 input refused; 4 done, but with rejected features under \\-\\-strict; 130 interrupted. "
         "On any but 0 and 4 the output folder is as it was.",
         ".SH EXAMPLE", ".nf", "vitrine check etude.yaml", "vitrine run etude.yaml \\-o resultats", ".fi"]
with open(out, "w", encoding="utf-8") as file:
    file.write("\n".join(page) + "\n")
