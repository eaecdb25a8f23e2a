"""The program vitrine: where it is, what it knows, and one run of it with progress and cancel. Knows nothing of QGIS."""
import json
import os
import queue
import re
import shutil
import subprocess
import threading

from .words import ENDED, LEFT, NO_VERB, NOT_FOUND, NOT_RUN, STAGES, say
from . import words

# Set by QGIS, or for it, for its own libraries: the program has those of the system.
NOT_FOR_IT = ("PROJ_LIB", "PROJ_DATA", "GDAL_DATA", "GDAL_DRIVER_PATH", "LD_LIBRARY_PATH", "LD_PRELOAD", "PYTHONHOME", "PYTHONPATH", "QT_PLUGIN_PATH")

STUDY = "etude.yaml"  # as the plugin writes it


class Refused(Exception):
    """The run came to nothing; the text is the one line that says why."""


def find(setting=""):
    """Path of the program: as set, else on the PATH, else where `meson install` puts it. Refused when there is none."""
    if setting:
        if os.path.isfile(setting) and os.access(setting, os.X_OK):
            return setting
        raise Refused(say(NOT_RUN).format(setting, say(("fichier introuvable ou non exécutable", "no such file, or not executable"))))
    found = shutil.which("vitrine") or shutil.which("vitrine", path="/usr/local/bin")
    if not found:
        raise Refused(say(NOT_FOUND))
    return found


def environment():
    """Messages come in the language of QGIS, whatever locales the system has."""
    kept = {name: value for name, value in os.environ.items() if name not in NOT_FOR_IT}
    return {**kept, "LC_ALL": "C.UTF-8", "LANGUAGE": "fr" if words.french else "en"}


def start(program, arguments):
    try:
        return subprocess.Popen([program, *arguments], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(),
                                encoding="utf-8", errors="replace", creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0))
    except OSError as error:
        raise Refused(say(NOT_RUN).format(program, error.strerror or error))


def usage(program, verb, version):
    """What the program says of itself (--json-usage), once it is known to have the verb."""
    process = start(program, ["--json-usage"])
    out, err = process.communicate()
    try:
        told = json.loads(out)
        verbs = {v["name"]: v for v in told["verbs"]}
    except (ValueError, KeyError, TypeError):
        raise Refused(say(NOT_RUN).format(program, err.strip().splitlines()[-1] if err.strip() else "--json-usage"))
    if verb not in verbs:
        raise Refused(say(NO_VERB).format(program, told.get("version", "?"), verb, version))
    return verbs[verb]


def without_name(line):
    """A message without the program's name before it, and without saying that it is a warning: QGIS shows that."""
    return re.sub(r"^vitrine\s?: (?:(?:warning|avertissement|attention)\s?: )?", "", line)


def without_folder(line, folder):
    """A message without the temporary folder, where nobody can look: not which line of the study that is written there, but its key."""
    line = re.sub(re.escape(os.path.join(folder, STUDY)) + r":\d+: ", "", line)
    return line.replace(folder + os.sep, "")


class Listener:
    """What a run tells; an algorithm passes it on to QGIS."""

    def progress(self, share, text):
        pass

    def result(self, line):
        pass

    def warning(self, line):
        pass

    def cancelled(self):
        return False


def told_progress(line):
    """Of a line of progress what it says; None: it is some other text."""
    try:
        told = json.loads(line) if line.startswith("{") else None
    except ValueError:
        told = None
    return told if isinstance(told, dict) and "total" in told else None


def stage_text(told):
    name = say(STAGES.get(told.get("stage"), (told.get("stage", ""),) * 2))
    left = told.get("seconds_left")
    layer = told.get("layer", "")
    return name + (f" {layer}" if layer else "") + ("" if left is None else say(LEFT).format(round(left)))


def hear(stream, name, lines):
    for line in stream:
        lines.put((name, line.rstrip("\n")))
    lines.put((name, None))


def stop(process, patience):
    """The program hears it as Ctrl-C and takes its temporary folder away. One that does not listen is killed."""
    process.terminate()
    try:
        process.wait(patience)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def run(program, arguments, listener, patience=60):
    """Runs it to its end and returns True; False: cancelled. Refused when it fails. Its last line on stderr is then the reason; all
    other lines there are warnings."""
    process = start(program, arguments)
    lines = queue.Queue()
    readers = [threading.Thread(target=hear, args=(getattr(process, name), name, lines), daemon=True) for name in ("stdout", "stderr")]
    for reader in readers:
        reader.start()
    held, open_streams, stopped = None, 2, False
    try:
        while open_streams:
            if not stopped and listener.cancelled():
                stopped = True
                stop(process, patience)
            try:
                name, line = lines.get(timeout=0.1)
            except queue.Empty:
                continue
            if line is None:
                open_streams -= 1
            elif name == "stdout":
                listener.result(line)
            elif told_progress(line):
                told = told_progress(line)
                listener.progress(told["total"], stage_text(told))
            elif line:
                if held is not None:
                    listener.warning(held)
                held = without_name(line)
    finally:
        if process.poll() is None and (stopped or open_streams):
            stop(process, patience)
        status = process.wait()
        for reader in readers:
            reader.join()
        process.stdout.close()
        process.stderr.close()
    if stopped and status not in (0, 4):
        return False
    if status not in (0, 4):  # 4: done, with rejected features
        raise Refused(held if held is not None else say(ENDED).format(status))
    if held is not None:
        listener.warning(held)
    return True
