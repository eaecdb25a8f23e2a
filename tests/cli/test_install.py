#!/usr/bin/env python3
"""What `meson install` puts where, and that man pages and completion say what the command says (--json-usage)."""
import functools
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from tap import *  # noqa: E402,F403

BUILD = pathlib.Path(VITRINE).resolve().parents[1]
PAGES = ("man1/vitrine.1", "man5/vitrine-study.5", "fr/man1/vitrine.1", "fr/man5/vitrine-study.5")
COMPLETIONS = {"bash": "bash-completion/completions/vitrine", "zsh": "zsh/site-functions/_vitrine",
               "fish": "fish/vendor_completions.d/vitrine.fish"}


def install(folder):
    """Installs below a folder; the prefix there."""
    subprocess.run(["meson", "install", "-C", BUILD, "--no-rebuild", "--quiet", "--destdir", folder], check=True, stdout=subprocess.DEVNULL)
    return next(folder.rglob("bin/vitrine")).parents[1]


@functools.cache
def usage():
    return json.loads(done("--json-usage").out)


@functools.cache
def study():
    return json.loads(done("params", "--json").out)


def built(name):
    """The text of a page or a completion, from the build."""
    for place in ("tools", "tools/completion"):
        if (BUILD / place / name).is_file() and (place, name) != ("tools", "vitrine"):
            return (BUILD / place / name).read_text(encoding="utf-8")
    raise AssertionError(f"not built: {name}")


def completed(*words, folder=None, breaks=" \t\n\"'><=;|&(:"):
    """What bash would complete after these words, the last being typed, as the function of completion says."""
    script = '. "$SCRIPT"; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMP_WORDBREAKS=$BREAKS; _vitrine; printf "%s\\n" "${COMPREPLY[@]}"'
    ran = subprocess.run(["bash", "--norc", "-c", script, "bash", "vitrine", *words], cwd=folder, capture_output=True, text=True, check=True,
                         env={**os.environ, "SCRIPT": str(BUILD / "tools/completion/vitrine"), "BREAKS": breaks})
    assert not ran.stderr, ran.stderr
    return ran.stdout.split("\n")[:-1] if ran.stdout != "\n" else []


def test_install_puts_everything_in_its_place(folder):
    prefix = install(folder)
    share = prefix / "share"
    for name in ("share/vitrine/vitrine_processing.zip", "bin/vitrine", "include/vitrine/vitrine.h", "share/locale/fr/LC_MESSAGES/vitrine.mo",
                 *(f"share/man/{page}" for page in PAGES), *(f"share/{path}" for path in COMPLETIONS.values()),
                 "share/doc/vitrine/README.md", "share/doc/vitrine/CHANGELOG.md", "share/doc/vitrine/LICENSE",
                 *(f"share/doc/vitrine/examples/{path}" for path in ("demo/etude_2026.yaml", "families/naf.csv", "schemes/README.md",
                                                                     "land_rules/roannais.yaml"))):
        assert (prefix / name).is_file(), name
    for name in ("libvitrine.so.0", "libvitrine.so", "libvitrine.a", "vitrine.pc"):
        assert list((prefix / "lib").rglob(name)), name
    headers = {path.name for path in (ROOT / "include/vitrine").iterdir()}
    assert headers == {path.name for path in (prefix / "include/vitrine").iterdir()}
    readme = (share / "doc/vitrine/README.md").read_text(encoding="utf-8")
    for picture in re.findall(r"!\[[^]]*\]\(([^)]+)\)", readme):
        assert (share / "doc/vitrine" / picture).is_file(), picture
    assert str(ROOT) not in (share / "man/man1/vitrine.1").read_text(encoding="utf-8")


def test_the_installed_command_computes_the_installed_demo(folder):
    prefix = install(folder)
    library = next((prefix / "lib").rglob("libvitrine.so")).parent
    ran = subprocess.run([prefix / "bin/vitrine", "run", prefix / "share/doc/vitrine/examples/demo/etude_2026.yaml", "-o", folder / "out"],
                         env={**os.environ, "LC_ALL": "C.UTF-8", "LD_LIBRARY_PATH": str(library)}, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stderr
    assert rows(folder / "out", "SELECT vacant FROM total_vacancy")[0]["vacant"] == 113


def test_man_pages_are_free_of_warnings(folder):
    tool = next((tool for tool in ("man", "groff") if shutil.which(tool)), None)
    if not tool:
        raise Skip("neither man nor groff")
    for page in ("vitrine.1", "vitrine-study.5", "po/vitrine.1", "po/vitrine-study.5"):
        path = BUILD / "tools" / page
        command = ["man", "--warnings", "-l", path] if tool == "man" else ["groff", "-man", "-k", "-ww", "-Tutf8", path]
        ran = subprocess.run(command, capture_output=True, text=True, env={**os.environ, "LC_ALL": "C.UTF-8", "MANWIDTH": "80"})
        assert ran.returncode == 0 and not ran.stderr and len(ran.stdout) > 3000, (page, ran.stderr)


def test_man_pages_name_every_verb_option_and_key():
    for place in ("", "po/"):
        command = (BUILD / f"tools/{place}vitrine.1").read_text(encoding="utf-8").replace("\\-", "-")
        for verb in usage()["verbs"]:
            entry = re.search(rf"^\.TP\n\\fB{verb['name']}\\fR.*?(?=^\.TP|^\.SH)", command, re.M | re.S)
            assert entry and all(re.search(rf"{option}[,.]", entry.group()) for option in verb["options"]), verb
        for option in usage()["options"]:
            head = (f"\\fB{option['short']}\\fR, " if option["short"] else "") + f"\\fB{option['name']}\\fR"
            assert head in command, option
        keys = (BUILD / f"tools/{place}vitrine-study.5").read_text(encoding="utf-8")
        for param in study()["params"]:
            assert f"\n\\fB{param['key']}\\fR\n" in keys, param["key"]
        for kind in study()["kinds"]:
            assert f"\n\\fB{kind['name']}\\fR\n" in keys, kind


def test_the_french_pages_are_in_french():
    """Every text of the page and of the command has its French: no line of prose is that of the English page."""
    for page in ("vitrine.1", "vitrine-study.5"):
        english, french = ((BUILD / "tools" / place / page).read_text(encoding="utf-8").splitlines() for place in ("", "po"))
        assert len(english) == len(french)
        same = [line for line, other in zip(english, french) if line == other and len(line.split()) > 6 and not line.startswith((" ", "\\-\\-", "."))]
        assert not same, same


def test_completion_names_every_verb_and_option():
    for shell in COMPLETIONS:
        text = built({"bash": "vitrine", "zsh": "_vitrine", "fish": "vitrine.fish"}[shell])
        for verb in usage()["verbs"]:
            assert re.search(rf"\b{verb['name']}\b", text), (shell, verb["name"])
        for option in usage()["options"]:
            name = option["name"] if shell != "fish" else "-l " + option["name"][2:]
            assert re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text), (shell, option["name"])
        for param in study()["params"]:
            assert param["key"] in text, (shell, param["key"])
        if shutil.which(shell):
            subprocess.run([shell, "-n", BUILD / "tools/completion" / {"bash": "vitrine", "zsh": "_vitrine", "fish": "vitrine.fish"}[shell]], check=True)


def test_bash_completes_verbs_options_and_words():
    verbs = [verb["name"] for verb in usage()["verbs"]]
    assert completed("") == [*verbs, "--help", "--version", "--json-usage"]
    assert completed("he") == ["heatmap"]
    for verb in usage()["verbs"]:
        assert [word for word in completed(verb["name"], "-") if word.startswith("--")] == verb["options"], verb["name"]
    assert completed("run", "--lang", "") == completed("run", "--lang", "=") == ["fr", "en"]
    assert completed("check", "--progress", "j") == ["json"]
    assert completed("run", "--threads", "") == []
    assert completed("presets", "cnig_") == ["cnig_friches", "cnig_plu", "cnig_ppr", "cnig_sites_economiques"]
    assert completed("params", "heatmap.ba") == ["heatmap.bandwidth_m", "heatmap.bandwidth_rule"]
    assert completed("params", "--json", "layers.*.geometry.w") == ["layers.*.geometry.wkt"]


def test_bash_completes_study_keys_and_their_values(folder):
    assert completed("run", "--set", "heatmap.k") == ["heatmap.kernel="]
    assert "layers.premises.fields.street=" in completed("run", "--set", "layers.premises.")
    assert completed("run", "--set", "heatmap.kernel", "=", "g") == ["gaussian"]
    assert completed("run", "--set", "=", "heatmap.network", "=") == ["false", "discontinuous", "continuous"]
    assert completed("run", "--set", "layers.friches.preset", "=", "os") == ["osm"]
    assert completed("run", "--set", "crs", "=", "EPSG:2154", "--lang", "e") == ["en"]
    # where = does not part words
    assert completed("run", "--set", "heatmap.kernel=g", breaks=" ") == ["heatmap.kernel=gaussian"]
    assert completed("run", "--lang=e", breaks=" ") == ["--lang=en"]
    (folder / "rues.gpkg").touch()
    assert completed("run", "--set", "layers.streets.source", "=", "ru", folder=folder) == ["rues.gpkg"]


def test_every_key_that_bash_offers_is_one(folder):
    """The command refuses an unknown key by name; a value that does not fit is another refusal, and nothing is read."""
    keys = completed("check", "--set", "")
    assert len(keys) > 200
    for key in (*keys[::7], keys[-1]):
        ran = vitrine("check", "--set", f"{key}x", cwd=folder)
        assert "unknown key" not in ran.err, (key, ran.err)
    assert "unknown key" in vitrine("check", "--set", "heatmap.kernle=x").err


def test_bash_completes_files(folder):
    (folder / "un dossier").mkdir()
    for name in ("etude.yaml", "autre.yml", "releve.csv"):
        (folder / name).touch()
    assert sorted(completed("run", "", folder=folder)) == ["autre.yml", "etude.yaml", "un dossier"]
    assert completed("run", "etude.yaml", "-o", "", folder=folder) == completed("run", "--output", "", folder=folder) == ["un dossier"]


def test_the_debian_version_is_the_version():
    first = (ROOT / "debian/changelog").read_text(encoding="utf-8").splitlines()[0]
    assert re.match(rf"vitrine \({re.escape(usage()['version'])}\) ", first), first


run(globals())
