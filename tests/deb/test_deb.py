#!/usr/bin/env python3
"""The Debian packages: built from a copy of the tree, installed by apt in a system that has nothing but Debian's minimal base, and
used there as a user would. ./tools/test --deb runs it; it takes minutes, the network and root (debootstrap, chroot)."""
import atexit
import functools
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from tap import *  # noqa: E402,F403

PACKAGES = ("vitrine", "libvitrine0", "libvitrine-dev")
DOC = "/usr/share/doc/vitrine"
PLACE = pathlib.Path(tempfile.mkdtemp(prefix="vitrine-deb-", dir="/var/tmp"))


@atexit.register
def clean():
    """A debootstrap that was interrupted leaves /proc and /sys mounted: nothing of them may be touched."""
    for name in ("proc", "sys"):
        subprocess.run(["umount", "--lazy", PLACE / "root" / name], stderr=subprocess.DEVNULL)
    subprocess.run(["rm", "-rf", "--one-file-system", PLACE], check=False)


def told(command, **options):
    """Runs a command; what it printed is the failure's text."""
    ran = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, stdin=subprocess.DEVNULL, **options)
    assert ran.returncode == 0, f"{command}: status {ran.returncode}\n{ran.stdout[-3000:]}"
    return ran.stdout


@functools.cache
def packages():
    """Files of the packages, by name."""
    for tool in ("dpkg-buildpackage", "dh"):
        if not shutil.which(tool):
            raise Skip(f"no {tool}")
    tree = PLACE / "vitrine"

    def built(folder, names):
        return [n for n in names if pathlib.Path(folder) == ROOT and (n.startswith(("build", "obj-")) or n == ".git")] + ["__pycache__"]

    shutil.copytree(ROOT, tree, ignore=built, symlinks=True)
    # the system's own tools, as in a build service
    told(["dpkg-buildpackage", "-us", "-uc", "-b"], cwd=tree, env={**os.environ, "PATH": "/usr/sbin:/usr/bin:/sbin:/bin"})
    return {name: next(PLACE.glob(f"{name}_*.deb")) for name in PACKAGES}


def contents(name):
    return {line.split(None, 5)[5][1:] for line in told(["dpkg-deb", "--contents", packages()[name]]).splitlines()}


@functools.cache
def system():
    """A minimal system of this machine's release, with the packages at hand but not installed."""
    if os.geteuid() or not shutil.which("debootstrap"):
        raise Skip("debootstrap needs root" if os.geteuid() else "no debootstrap")
    packages()
    release = dict(line.split("=", 1) for line in pathlib.Path("/etc/os-release").read_text().splitlines() if "=" in line)
    codename = release["VERSION_CODENAME"].strip('"')
    listed = told(["apt-get", "indextargets", "--format", "$(ORIGIN)|$(REPO_URI)|$(CODENAME)|$(COMPONENT)", "Created-By: Packages"])
    sources = [line.split("|") for line in listed.splitlines()]
    sources = [s for s in sources if s[0].lower() == release["ID"].strip('"') and re.fullmatch(rf"{codename}(-updates|-security)?", s[2])]
    main = next((s[1] for s in sources if s[2] == codename and s[3] == "main"), None)
    if not main:
        raise Skip(f"apt has no source for {codename}")
    root = PLACE / "root"
    told(["debootstrap", "--variant=minbase", codename, root, main])
    (root / "etc/apt/sources.list").write_text("".join(f"deb {uri} {suite} {component}\n" for _, uri, suite, component in sources))
    for file in packages().values():
        shutil.copy(file, root / "tmp")
    inside("apt-get -q update")
    return root


def inside(script, locale="C.UTF-8"):
    """Runs a script in the system, with nothing of this one's environment."""
    environment = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": "/root", "LC_ALL": locale, "DEBIAN_FRONTEND": "noninteractive"}
    return told(["chroot", PLACE / "root", "/bin/bash", "-ec", script], env=environment)


@functools.cache
def installed():
    system()
    files = " ".join(f"/tmp/{packages()[name].name}" for name in ("vitrine", "libvitrine0"))
    inside(f"apt-get -q -y --no-install-recommends install {files}")


def test_the_packages_hold_what_each_should():
    command, library, development = map(contents, PACKAGES)
    assert {"/usr/bin/vitrine", "/usr/share/man/man1/vitrine.1.gz", "/usr/share/man/man5/vitrine-study.5.gz",
            "/usr/share/man/fr/man1/vitrine.1.gz", "/usr/share/locale/fr/LC_MESSAGES/vitrine.mo",
            "/usr/share/bash-completion/completions/vitrine", "/usr/share/zsh/vendor-completions/_vitrine",
            "/usr/share/fish/vendor_completions.d/vitrine.fish", "/usr/share/vitrine/vitrine_processing.zip", f"{DOC}/copyright",
            f"{DOC}/examples/demo/etude_2026.yaml"} <= command
    assert any(name.endswith("/libvitrine.so.0") or "/libvitrine.so.0 " in name for name in library), library
    assert {"/usr/include/vitrine/vitrine.h"} <= development
    assert any(name.endswith("/pkgconfig/vitrine.pc") for name in development)


def test_lintian_finds_no_error_or_warning():
    packages()
    if not shutil.which("lintian"):
        raise Skip("no lintian")
    told(["lintian", "--allow-root", "--fail-on", "error,warning", next(PLACE.glob("*.changes"))])


def test_the_command_runs_in_a_bare_system():
    installed()
    assert inside("vitrine --version").startswith("vitrine 0.")
    printed = inside(f"cd /tmp && vitrine run {DOC}/examples/demo/etude_2026.yaml -o /tmp/results --lang en")
    assert "Grande Rue" in printed, printed
    assert (PLACE / "root/tmp/results/vitrine.gpkg").stat().st_size > 100_000
    assert rows(PLACE / "root/tmp/results", "SELECT vacant FROM total_vacancy")[0]["vacant"] == 113


def test_completion_works_there():
    installed()
    assert inside(". /usr/share/bash-completion/completions/vitrine; COMP_WORDS=(vitrine run --lang ''); COMP_CWORD=3; _vitrine; "
                  "echo ${COMPREPLY[@]}") == "fr en\n"


def test_messages_and_manual_are_there_in_french_and_english():
    installed()
    inside("apt-get -q -y --no-install-recommends install man-db locales && localedef -i fr_FR -f UTF-8 fr_FR.UTF-8")
    assert "toutes les analyses" in inside("vitrine --help", "fr_FR.UTF-8")
    assert "every analysis" in inside("vitrine --help")
    for page, english, french in (("vitrine", "EXIT STATUS", "CODE DE SORTIE"), ("vitrine-study", "bandwidth", "largeur de bande")):
        for locale, word in (("C.UTF-8", english), ("fr_FR.UTF-8", french)):
            text = inside(f"man --warnings {page} 2>&1 | cat", locale)
            assert word in re.sub(r"\s+", " ", text) and "warning:" not in text, text[:2000]


def test_the_readme_example_builds_with_the_development_package(folder):
    installed()
    root = PLACE / "root"
    code = re.search(r"```c\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.S).group(1)
    (root / "tmp/example.c").write_text(code)
    inside(f"apt-get -q -y --no-install-recommends install gcc libc6-dev pkgconf /tmp/{packages()['libvitrine-dev'].name}")
    inside("cd /tmp && cc -std=c17 -Wall -Wextra -pedantic -Werror example.c -o example $(pkg-config --cflags --libs vitrine)")
    assert "Grande Rue" in inside(f"/tmp/example {DOC}/examples/demo/etude_2026.yaml /tmp/from_c")


def test_the_package_goes_without_a_trace():
    installed()
    inside("apt-get -q -y purge vitrine libvitrine0 && ! command -v vitrine && ! test -e /usr/share/doc/vitrine")


run(globals())
