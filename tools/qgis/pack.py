#!/usr/bin/env python3
"""Packs the plugin as QGIS installs it from a ZIP: pack.py VERSION OUTPUT FILE…

Same files, same bytes: no date but that of the format's beginning, no compression, which may change with its library."""
import pathlib
import sys
import zipfile


def main(version, output, *files):
    with zipfile.ZipFile(output, "w", zipfile.ZIP_STORED) as packed:
        for path in sorted(map(pathlib.Path, files), key=lambda path: path.name):
            entry = zipfile.ZipInfo(f"vitrine_processing/{path.name}", (1980, 1, 1, 0, 0, 0))
            entry.create_system, entry.external_attr = 3, 0o644 << 16
            packed.writestr(entry, path.read_bytes().replace(b"@VERSION@", version.encode()))


if __name__ == "__main__":
    main(*sys.argv[1:])
