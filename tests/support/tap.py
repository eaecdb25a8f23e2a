"""Tests in Python: each function `test_…` is one; `run(globals())` runs them and prints TAP.

A test fails by raising; `Skip` says that what it needs is not here. The command under test is in the
environment variable VITRINE; real data, which the project does not hold, is in DATA or beside the checkout."""
import contextlib
import os
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import traceback

ROOT = pathlib.Path(__file__).resolve().parents[2]
DATA = pathlib.Path(os.environ.get("DATA", ROOT.parent / "shared" / "data"))
DEMO = ROOT / "geodata" / "demo"
VITRINE = os.environ.get("VITRINE", str(ROOT / "build" / "tools" / "vitrine"))


class Skip(Exception):
    pass


def data(*parts):
    """A file of the real data; skips the test where there is none."""
    path = DATA.joinpath(*parts)
    if not path.exists():
        raise Skip(f"no {'/'.join(parts)}")
    return path


def french(folder):
    """The environment of a French locale: the system's, else one made here; Skip where neither can be had."""
    have = subprocess.run(["locale", "-a"], capture_output=True, text=True).stdout.lower().split()
    if "fr_fr.utf8" in have or "fr_fr.utf-8" in have:
        return {"LC_ALL": "fr_FR.UTF-8"}
    with contextlib.suppress(FileNotFoundError):
        if subprocess.run(["localedef", "-i", "fr_FR", "-f", "UTF-8", folder / "fr_FR.UTF-8"], capture_output=True).returncode == 0:
            return {"LC_ALL": "fr_FR.UTF-8", "LOCPATH": str(folder)}
    raise Skip("no locale fr_FR.UTF-8")


class Ran:
    def __init__(self, process):
        self.status, self.out, self.err = process.returncode, process.stdout, process.stderr


def vitrine(*arguments, cwd=None, env=None, timeout=300):
    """Runs the command; messages in English unless `env` says otherwise."""
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": "", **(env or {})}
    process = subprocess.run([VITRINE, *map(str, arguments)], cwd=cwd, env=environment, timeout=timeout,
                             capture_output=True, text=True)
    if "Sanitizer" in process.stderr or "runtime error:" in process.stderr:
        raise AssertionError(process.stderr)
    return Ran(process)


def done(*arguments, **options):
    """Runs the command and expects it to succeed."""
    ran = vitrine(*arguments, **options)
    assert ran.status == 0, f"status {ran.status}: {ran.err}"
    return ran


def refused(*arguments, says=(), status=3, **options):
    """Runs the command and expects one line of refusal that holds every text of `says`."""
    ran = vitrine(*arguments, **options)
    assert ran.status == status, f"status {ran.status}, expected {status}: {ran.err}"
    lines = [line for line in ran.err.splitlines() if "warning" not in line]
    assert len(lines) == 1, f"one line expected: {ran.err}"
    for text in says:
        assert text in lines[0], f"{text!r} not in: {lines[0]}"
    return ran


def rows(folder, sql, *values):
    """Rows of a query over the GeoPackage of an output folder, as dictionaries."""
    database = sqlite3.connect(f"file:{pathlib.Path(folder) / 'vitrine.gpkg'}?mode=ro", uri=True)
    database.row_factory = sqlite3.Row
    try:
        return [dict(row) for row in database.execute(sql, values)]
    finally:
        database.close()


def snapshot(folder):
    """Every file of a folder with its bytes; None when there is no folder."""
    folder = pathlib.Path(folder)
    return {p.name: p.read_bytes() for p in sorted(folder.iterdir())} if folder.is_dir() else None


def run(names):
    failed = 0
    for name, test in [(n, t) for n, t in names.items() if n.startswith("test_") and callable(t)]:
        folder = pathlib.Path(tempfile.mkdtemp(prefix="vitrine-test-"))
        try:
            test(folder) if test.__code__.co_argcount else test()
            print(f"ok - {name}", flush=True)
        except Skip as why:
            print(f"ok - {name} # SKIP {why}", flush=True)
        except Exception:  # any failure of a test is its result
            failed += 1
            print(f"not ok - {name}", flush=True)
            print("# " + traceback.format_exc().strip().replace("\n", "\n# "), flush=True)
        finally:
            for path in folder.rglob("*"):
                if path.is_dir():
                    path.chmod(0o755)
            shutil.rmtree(folder, ignore_errors=True)
    sys.exit(failed > 0)
