#!/usr/bin/env python3
"""The bar on a terminal, and the lines for programs: a terminal of a given width is played here, and read as a person sees it."""
import fcntl
import json
import os
import pathlib
import pty
import re
import signal
import struct
import subprocess
import sys
import termios
import time
import unicodedata

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from tap import *  # noqa: E402,F403

STUDY = DEMO / "etude_2026.yaml"
SLOW = ("--set", "hotspots.permutations=999999")  # one stage that takes a while


class Screen:
    """The lines that stand on the terminal: text, end of line, return, and "erase to the end of the line"."""

    def __init__(self, columns):
        self.columns, self.lines, self.at, self.seen = columns, [""], 0, []

    def show(self, text):
        for part in re.findall(r"\x1b\[K|[\r\n]|[^\r\n\x1b]+|\x1b", text):
            line = self.lines[-1]
            if part == "\x1b[K":
                self.lines[-1] = line[:self.at]
            elif part == "\r":
                self.note()
                self.at = 0
            elif part == "\n":
                self.lines.append("")
                self.at = 0
            else:
                assert "\x1b" not in part, repr(text)
                self.lines[-1] = line[:self.at] + part + line[self.at + len(part):]
                self.at += len(part)
        self.note()

    def note(self):
        if self.lines[-1] not in self.seen[-1:] + [""]:
            self.seen.append(self.lines[-1])


def stand_still(process):
    process.send_signal(signal.SIGSTOP)
    time.sleep(1.2)
    process.send_signal(signal.SIGCONT)


def play(*arguments, columns=80, env=None, press=None, pause=None, narrow=0, timeout=300):
    """Runs the command with stderr on a terminal of its own: (status, screen, stdout). Where a line with `press` is seen Ctrl-C is
    pressed; at `pause` the command stands still for a second, as if it had to work hard, and the terminal gets `narrow` if it is to."""
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": "", "TERM": "xterm", **(env or {})}
    process = subprocess.Popen([VITRINE, *map(str, arguments)], stdin=slave, stderr=slave, stdout=subprocess.PIPE, env=environment, start_new_session=True,
                               preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0))
    os.close(slave)
    screen, raw, end = Screen(columns), b"", time.monotonic() + timeout
    while time.monotonic() < end:
        try:
            got = os.read(master, 65536)
        except OSError:  # the other end is closed
            break
        if not got:
            break
        raw += got
        cut = len(raw) - len(re.search(rb"[\x80-\xff]*$", raw).group())  # no character in two halves
        text, raw = raw[:cut].decode(), raw[cut:]
        screen.show(text)
        if press and any(press in line for line in screen.seen):
            press = None
            os.write(master, b"\x03")
        if pause and any(pause in line for line in screen.seen):
            pause = None
            if narrow:
                fcntl.ioctl(master, termios.TIOCSWINSZ, struct.pack("HHHH", 24, narrow, 0, 0))
                screen.seen.append("narrow")
            stand_still(process)
    out = process.stdout.read().decode()
    status = process.wait(60)
    process.stdout.close()
    os.close(master)
    return status, screen, out


BAR = re.compile(r"\[(#*)(\.*)\] (.+) (\d+) %(?:, (.*))?")


def bars(screen):
    return [found for line in screen.seen if (found := BAR.fullmatch(line))]


def test_the_bar_tells_stage_share_and_time_left(folder):
    status, screen, out = play("vacancy", STUDY, "-o", folder / "out", *SLOW, pause="hot spots")
    assert status == 0 and "Grande Rue" in out
    seen = bars(screen)
    assert {"reading premises", "hot spots"} <= {b[3] for b in seen} <= {"reading " + n for n in KINDS} | {"reading", "vacancy rates", "hot spots", "writing"}, seen
    shares = [int(b[4]) for b in seen]
    assert shares == sorted(shares) and 0 <= shares[0] < 30 and shares[-1] <= 100, shares
    for bar in seen:  # 30 places, as many of them full as the share says
        full, empty = len(bar[1]), len(bar[2])
        assert full + empty == 30 and int(bar[4]) * 30 // 100 <= full <= (int(bar[4]) + 1) * 30 // 100, bar[0]
    assert any(re.fullmatch(r"\d+ s left", b[5] or "") for b in seen), screen.seen
    assert seen[0][5] is None, "nothing is known yet of the time left"


KINDS = ["premises", "streets", "centres", "parcels", "buildings", "zones", "plots", "establishments", "friches", "zoning", "frontage_rules", "land_cover",
         "constraints.flood", "places.station", "places.junction", "places.town_hall", "places.substation"]


def test_the_bar_is_gone_at_the_end_and_messages_stand_alone(folder):
    status, screen, _ = play("run", STUDY, "-o", folder / "out", columns=200)
    plain = vitrine("run", STUDY, "-o", folder / "again", "--progress", "none")
    assert status == 0 and bars(screen)
    assert screen.lines == plain.err.split("\n"), screen.lines
    assert "warning" in screen.lines[0]
    last = max(i for i, line in enumerate(screen.seen) if "warning" in line)
    assert any(BAR.fullmatch(line) for line in screen.seen[:last])


def test_it_comes_back_below_a_message(folder):
    _, screen, _ = play("run", STUDY, "-o", folder / "out", "-v", columns=200)
    after = [screen.seen[i + 1] for i, line in enumerate(screen.seen[:-1]) if line.startswith("premises: 922 read")]
    assert after and all(BAR.fullmatch(line) for line in after), screen.seen


def test_in_french(folder):
    status, screen, _ = play("vacancy", STUDY, "-o", folder / "out", *SLOW, env=french(folder), pause="points chauds")
    seen = bars(screen)
    assert status == 0 and {"lecture premises", "points chauds"} <= {b[3] for b in seen}, screen.seen
    assert any(re.fullmatch(r"reste \d+ s", b[5] or "") for b in seen), screen.seen


def test_a_narrow_terminal_never_wraps(folder):
    width = lambda text: sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)
    for columns in (20, 9, 3, 1):
        status, screen, _ = play("vacancy", STUDY, "-o", folder / str(columns), *SLOW, "-q" if columns == 1 else "-v", columns=columns)
        drawn = [line for line in screen.seen if "%" in line and "read" not in line.split(":")[-1]] if columns > 3 else []
        assert status == 0 and (drawn or columns <= 3), screen.seen
        assert all(width(line) < columns for line in drawn), drawn
        assert columns != 20 or any(re.fullmatch(r"hot spots \d+ %", line) for line in drawn), drawn
    study = (DEMO / "etude_2026.yaml").read_text().replace("source: ", f"source: {DEMO}/").replace("flood:", "水害水害水害水害:")
    (folder / "wide.yaml").write_text(study)
    status, screen, _ = play("check", folder / "wide.yaml", columns=30)
    drawn = [line for line in screen.seen if "水" in line]
    assert status == 0 and drawn and all(width(line) < 30 for line in drawn), screen.seen


def test_a_terminal_may_become_narrow(folder):
    _, screen, _ = play("vacancy", STUDY, "-o", folder / "out", *SLOW, pause="hot spots", narrow=20)
    before, after = screen.seen[:screen.seen.index("narrow")], screen.seen[screen.seen.index("narrow") + 1:]
    drawn = [line for line in after if re.search(r"\d %", line) and line != before[-1]]  # that one stood there already
    assert any(len(line) > 30 for line in before) and drawn and all(len(line) < 20 for line in drawn), screen.seen


def test_no_bar_where_none_is_wanted(folder):
    for n, (arguments, env) in enumerate([(("-q",), {}), (("--progress", "none"), {}), ((), {"TERM": "dumb"}), ((), {"TERM": ""})]):
        status, screen, _ = play("run", STUDY, "-o", folder / str(n), *arguments, env=env, columns=200)
        assert status == 0 and not any("%" in line for line in screen.seen if "warning" not in line), screen.seen
    assert "%" not in done("run", STUDY, "-o", folder / "pipe").err.replace("2 %", "")


def test_ctrl_c_leaves_neither_bar_nor_folder(folder):
    for wanted in ("reading", "hot spots"):
        status, screen, out = play("vacancy", STUDY, "-o", folder / "out", *SLOW, columns=60, press=wanted)
        assert status == 130 and not out, (status, out)
        assert screen.lines[-2:] == ["vitrine: interrupted", ""] and len(screen.lines) == 2, screen.lines
        assert not list(folder.iterdir()), list(folder.iterdir())


def lines_of(err):
    return [json.loads(line) for line in err.splitlines() if line.startswith("{")]


def test_programs_get_the_whole_run(folder):
    for verb, stages in (("run", ["read", "vacancy", "hotspots", "heatmap", "network", "friche", "land", "write"]), ("heatmap", ["read", "heatmap", "network", "write"]),
                         ("check", ["read"])):
        lines = lines_of(done(verb, STUDY, *(() if verb == "check" else ("-o", folder / verb)), "--progress", "json").err)
        totals = [line["total"] for line in lines]
        assert totals == sorted(totals) and 0 <= totals[0] < 0.5 and totals[-1] == 1, totals
        assert list(dict.fromkeys(line["stage"] for line in lines)) == stages
        assert all(0 <= line["done"] <= 1 for line in lines)
        assert [line["layer"] for line in lines if "layer" in line] == KINDS
        assert len({json.dumps({k: v for k, v in line.items() if k != "seconds_left"}) for line in lines}) == len(lines), "a line is told twice"


def test_programs_get_the_time_left_once_it_is_known(folder):
    start = time.monotonic()
    process = subprocess.Popen([VITRINE, "vacancy", str(STUDY), "-o", str(folder / "out"), *SLOW, "--progress", "json"], stdout=subprocess.DEVNULL,
                               stderr=subprocess.PIPE, text=True)
    err = ""
    while '"hotspots"' not in err:
        line = process.stderr.readline()
        assert line, err
        err += line
    stand_still(process)
    lines = lines_of(err + process.stderr.read())
    assert process.wait(60) == 0
    process.stderr.close()
    spent = time.monotonic() - start
    told = [line for line in lines if "seconds_left" in line]
    assert told and "seconds_left" not in lines[0]
    for line in told:  # what was spent then, over the share that was done, is the whole: at most what was spent in the end
        assert line["total"] >= 0.05 and 0 <= line["seconds_left"] <= spent * (1 - line["total"]) / line["total"] + 0.1, line


def test_a_stop_is_heard_while_writing(folder):
    """Through the library, so that the stop comes when the first layers are written, and not when a clock says so."""
    library = pathlib.Path(VITRINE).resolve().parents[1] / "src" / "libvitrine.so"
    if "asan" in VITRINE or not library.exists():
        raise Skip("the sanitizer's library, or none")
    script = """if True:
        import ctypes, sys, threading
        vitrine = ctypes.CDLL(sys.argv[1])
        vitrine.vitrine_context_new.restype = ctypes.c_void_p
        context, written = ctypes.c_void_p(vitrine.vitrine_context_new()), []
        vitrine.vitrine_set_threads(context, int(sys.argv[4]))

        @ctypes.CFUNCTYPE(ctypes.c_bool, ctypes.c_void_p, ctypes.c_char_p, ctypes.c_double)
        def progress(user, stage, done):
            assert threading.current_thread() is threading.main_thread()
            written.extend([done] if stage == b"write" else [])
            return not (written and done > 0.1)

        vitrine.vitrine_set_progress(context, progress, None)
        study = ctypes.c_void_p()
        failed = vitrine.vitrine_study_load(context, sys.argv[2].encode(), ctypes.byref(study)) or \
            vitrine.vitrine_run(context, study, sys.argv[3].encode(), False, None)
        print(failed, *written)
    """
    for threads in "1", "2":
        ran = subprocess.run([sys.executable, "-c", script, library, STUDY, folder / "out", threads], capture_output=True, text=True)
        failed, *written = ran.stdout.split()
        cancelled = re.search(r"VITRINE_E_CANCELLED = (-\d+)", (ROOT / "include/vitrine/base.h").read_text()).group(1)
        assert failed == cancelled and 0.1 < float(written[-1]) < 1, (ran.stdout, ran.stderr)
        assert not list(folder.iterdir()), list(folder.iterdir())


run(globals())
