#!/usr/bin/python3
"""Writes files as a C table (src/embedded.h): embed.py OUT.c NAME=PATH..."""
import sys

out, files = sys.argv[1], sorted(a.split("=", 1) for a in sys.argv[2:])
with open(out, "w", encoding="ascii") as c:
    c.write('#include "embedded.h"\n#include <stddef.h>\n#include <string.h>\n')
    for i, (name, path) in enumerate(files):
        data = open(path, "rb").read() + b"\0"
        c.write(f"static const unsigned char file_{i}[] = {{{','.join(map(str, data))}}};\n")
    c.write("const vt_embedded vt_embedded_files[] = {\n")
    for i, (name, path) in enumerate(files):
        c.write(f'    {{"{name}", (const char *)file_{i}}},\n')
    c.write("    {NULL, NULL}};\n")
    c.write(
        "const char *vt_embedded_find(const char *name)\n{\n"
        "    for (const vt_embedded *file = vt_embedded_files; file->name; file++) {\n"
        "        if (strcmp(file->name, name) == 0) {\n            return file->text;\n        }\n    }\n"
        "    return NULL;\n}\n"
    )
