#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 the Foredeck contributors
"""A show on two monitors: which window is where, what each monitor shows, and that nothing
that happens to a cable, a page or the program takes the picture or the place away.
"""

import os
import pathlib
import re
import signal
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "tree"))

import sway  # noqa: E402
import tap  # noqa: E402

# The first monitor, and the other one: that has another name each time it is plugged in.
LEFT, RIGHT = "WL-1", "the other"
APP = "io.github.foredeck.Foredeck"
SHOW = ["--dest", APP, "--object-path", "/io/github/foredeck/Foredeck/show"]
IFACE = f"{APP}.Show"
AUDIENCE = "Foredeck audience: "
COLOURS = [(170, 0, 0), (0, 170, 0), (0, 0, 170), (170, 170, 0)]


def deck_text():
    slides = []
    for number, colour in enumerate(COLOURS, 1):
        fragment = "\n\nmore <!-- .element: class=\"fragment\" -->" if number == 2 else ""
        slides.append(
            f"<!-- .slide: data-background=\"rgb({', '.join(map(str, colour))})\" -->\n# Slide {number}{fragment}\n"
        )
    head = "---\ntitle: Four\nslideOptions:\n  transition: none\n  controls: false\n  progress: false\n---\n\n"
    return head + "\n---\n\n".join(slides)


class Program:
    """The program in the session, until the end of a `with`."""

    def __init__(self, *arguments):
        self.deck = session.folder / "deck.md"
        self.deck.write_text(deck_text(), encoding="utf-8")
        session.own(self.deck)
        self.arguments = arguments

    def __enter__(self):
        session.message("focus", "output", LEFT)
        self.process = session.spawn(session.folder / "program" / "foredeck", *self.arguments, self.deck,
                                     log="program.log")
        return self

    def __exit__(self, kind, error, trace):
        if error is not None:
            error.windows = session.windows()
        self.kill(signal.SIGTERM)
        if len(session.outputs()) == 1:
            session.plug_in()
        return False

    def kill(self, number):
        for pid in {window["pid"] for window in session.windows()}:
            os.kill(pid, number)
        sway.wait("the end", lambda: not session.windows())
        self.process.wait(sway.PATIENCE)

    def audience(self):
        return session.window(AUDIENCE)

    def speaker(self):
        """The one window that is neither the audience's nor the editor's."""
        return session.window("Speaker View")

    def get(self, name):
        out = session.run("gdbus", "call", "--session", *SHOW, "--method", "org.freedesktop.DBus.Properties.Get",
                          IFACE, name, check=False).stdout.decode()
        found = re.search(r"<(?:\w+ )?'?([^'>]*)'?>", out)
        return found.group(1) if found else None

    def do(self, command):
        session.run("gdbus", "call", "--session", *SHOW, "--method", f"{IFACE}.Do", command)

    def resume(self):
        session.run("gdbus", "call", "--session", "--dest", APP, "--object-path", "/io/github/foredeck/Foredeck",
                    "--method", "org.gtk.Actions.Activate", "resume-talk", "[]", "{}")
        return True

    def is_at(self, index, step=0):
        return self.get("Index") == str(index) and self.get("Step") == str(step)


def name_of(output):
    others = [o["name"] for o in session.outputs() if o["name"] != LEFT]
    return output if output == LEFT else others[0] if others else None


def share(output, colour):
    """How much of a monitor is of that colour, 0 to 1, of a grid of points."""
    width, height, data = session.picture(name_of(output))
    points = [(y * width + x) * 3 for y in range(4, height, 8) for x in range(4, width, 8)]
    return sum(tuple(data[p:p + 3]) == colour for p in points) / len(points)


def shows(output, index):
    """Whether a monitor is full of that slide: its colour, and some text on it."""
    return 0.8 < share(output, COLOURS[index]) < 0.9999


def shows_small(output, index):
    return 0.12 < share(output, COLOURS[index]) < 0.8


def wait_for(what, condition):
    return sway.wait(what, condition)


def is_on(window, output):
    found = window()
    return found is not None and found["output"] == name_of(output) and found["full"] and found["visible"]


def wait_for_show(program, audience=RIGHT, speaker=LEFT):
    wait_for(f"the audience's window on {audience}", lambda: is_on(program.audience, audience))
    wait_for(f"the speaker view on {speaker}", lambda: is_on(program.speaker, speaker))
    wait_for("the focus", lambda: program.speaker()["focused"] or program.audience()["focused"])


def case(function):
    """A case fails by the first thing that does not happen."""

    def run():
        if isinstance(session, str):
            return session
        keyfile = session.folder / "config" / "glib-2.0" / "settings" / "keyfile"
        keyfile.unlink(missing_ok=True)
        try:
            function()
            return []
        except (sway.Timeout, AssertionError, subprocess.CalledProcessError) as error:
            windows = [
                f"{w['title']} on {w['output']}: " + ", ".join(k for k in ("full", "visible", "focused") if w[k])
                for w in getattr(error, "windows", [])
            ]
            log = (session.folder / "program.log").read_text(errors="replace").splitlines()
            return [f"{type(error).__name__}: {error}", *windows,
                    *[line for line in log if line.strip() and "portal settings" not in line][-6:]]

    run.__name__ = function.__name__
    return run


@case
def the_other_monitor_is_the_audiences():
    with Program("present") as program:
        wait_for_show(program)
        wait_for("slide 1", lambda: shows(RIGHT, 0))
        wait_for("slide 1 in the speaker view", lambda: shows_small(LEFT, 0))
        assert program.audience()["title"] == "Foredeck audience: Four"

        session.key("Next")
        wait_for("slide 2", lambda: shows(RIGHT, 1))
        wait_for("slide 2 in the speaker view", lambda: shows_small(LEFT, 1))


@case
def keys_work_from_either_window():
    with Program("present") as program:
        wait_for_show(program)
        session.message('[title="^Foredeck audience"]', "focus")
        wait_for("the focus", lambda: program.audience()["focused"])
        session.key("Next")
        wait_for("slide 2", lambda: shows(RIGHT, 1))
        session.key("b")
        wait_for("black", lambda: share(RIGHT, (0, 0, 0)) == 1)
        session.message('[title="^Speaker View"]', "focus")
        wait_for("the focus", lambda: program.speaker()["focused"])
        session.key("b")
        wait_for("slide 2 again", lambda: shows(RIGHT, 1))
        session.key("w")
        wait_for("white", lambda: share(RIGHT, (255, 255, 255)) == 1)
        session.key("4", "Return")
        wait_for("slide 4", lambda: shows(RIGHT, 3))


@case
def frozen_and_hidden():
    with Program("present") as program:
        wait_for_show(program)
        wait_for("slide 1", lambda: shows(RIGHT, 0))
        session.key("f")
        wait_for("frozen", lambda: program.get("Frozen") == "true")
        session.key("Next")
        wait_for("slide 2 in the speaker view", lambda: shows_small(LEFT, 1))
        assert shows(RIGHT, 0), "the audience's picture moved"
        session.key("f")
        wait_for("slide 2", lambda: shows(RIGHT, 1))
        session.key("h")
        wait_for("the desktop", lambda: share(RIGHT, (128, 0, 128)) == 1)
        assert program.get("Timer") == "running"
        session.key("h")
        wait_for("slide 2 again", lambda: is_on(program.audience, RIGHT) and shows(RIGHT, 1))
        assert program.speaker()["focused"], "the keyboard went with the audience's window"


@case
def swapped_and_remembered():
    with Program("present") as program:
        wait_for_show(program)
        session.key("x")
        wait_for_show(program, audience=LEFT, speaker=RIGHT)
        wait_for("slide 1", lambda: shows(LEFT, 0))
        session.key("Next")
        wait_for("slide 2", lambda: shows(LEFT, 1) and shows_small(RIGHT, 1))
    with Program("present") as program:
        wait_for_show(program, audience=LEFT, speaker=RIGHT)


@case
def unplugged_and_plugged_in_again():
    with Program("present") as program:
        wait_for_show(program)
        session.key("Next", "Next")
        wait_for("slide 2, step 1", lambda: program.is_at(1, 1))
        session.unplug()
        wait_for("no audience", lambda: program.audience() is None)
        assert program.is_at(1, 1)
        wait_for("the speaker view", lambda: is_on(program.speaker, LEFT) and shows_small(LEFT, 1))

        session.key("Next")
        wait_for("slide 3", lambda: program.is_at(2) and shows_small(LEFT, 2))
        session.plug_in()
        wait_for("slide 3 on its old monitor", lambda: is_on(program.audience, RIGHT) and shows(RIGHT, 2))
        assert is_on(program.speaker, LEFT)
        assert program.get("Timer") == "running"


@case
def plugged_in_during_the_show():
    session.unplug()
    with Program("present") as program:
        wait_for("the audience's window", lambda: is_on(program.audience, LEFT) and shows(LEFT, 0))
        assert program.speaker() is None, "the audience may see the speaker view"
        session.key("Next")
        wait_for("slide 2", lambda: shows(LEFT, 1))
        session.plug_in()
        wait_for_show(program)
        wait_for("slide 2 there", lambda: shows(RIGHT, 1) and shows_small(LEFT, 1))


@case
def one_key_to_the_speaker_view():
    session.unplug()
    with Program("present") as program:
        wait_for("the audience's window", lambda: is_on(program.audience, LEFT) and shows(LEFT, 0))
        session.key("s")
        wait_for("the speaker view", lambda: is_on(program.speaker, LEFT) and shows_small(LEFT, 0))
        session.key("s")
        wait_for("the slide", lambda: program.speaker() is None and shows(LEFT, 0))


@case
def two_windows():
    with Program("present", "--windowed", "--start", "2") as program:
        wait_for("both", lambda: program.audience() and program.speaker())
        assert not program.audience()["full"] and not program.speaker()["full"]
        session.message('[title="^Foredeck audience"]', "floating enable, resize set 800 450, move position 0 0")
        wait_for("its place", lambda: program.audience()["rect"]["width"] == 800)

        # A window that lets half of the light through covers it, and hides nothing from us.
        session.message('[title="^Speaker View"]', "floating enable, resize set 1280 720, move position 0 0, opacity 0.5")
        session.message('[title="^Speaker View"]', "focus")

        def below():
            width, _, data = session.picture(LEFT)
            at = (20 * width + 20) * 3
            return data[at:at + 3]

        before = wait_for("the cover", lambda: (lambda c: c if c[1] > c[0] + 40 else None)(below()))
        session.key("3", "Return")
        wait_for("the slide below", lambda: below()[2] > below()[1] + 40)
        assert below() != before


@case
def monitors_by_name():
    with Program("present", "--audience", LEFT) as program:
        wait_for_show(program, audience=LEFT, speaker=RIGHT)
        wait_for("slide 1", lambda: shows(LEFT, 0))
    result = session.run(session.folder / "program" / "foredeck", "present", "--audience", "Nothing", "deck.md",
                         check=False)
    said = result.stderr.decode()
    assert result.returncode == 2, result.returncode
    assert all(word in said for word in ("“Nothing”", LEFT, name_of(RIGHT), "1280×720")), said


def web_processes():
    out = subprocess.run(["pgrep", "-u", sway.USER if os.getuid() == 0 else str(os.getuid()), "WebKitWebProces"],
                         capture_output=True, text=True)
    return [int(pid) for pid in out.stdout.split()]


@case
def the_page_is_killed():
    with Program("present") as program:
        wait_for_show(program)
        session.key("Next", "Next")
        wait_for("slide 2", lambda: program.is_at(1, 1) and shows(RIGHT, 1))
        before = session.picture(name_of(RIGHT))
        victims = web_processes()
        assert victims
        killed = time.monotonic()
        for pid in victims:
            os.kill(pid, signal.SIGKILL)

        # Until a new page has come up and for a while after, every single picture is the one
        # from before: text, step and all.
        n_pictures, back = 0, None
        while back is None or time.monotonic() < back + 1:
            assert session.picture(name_of(RIGHT)) == before, f"another picture, {time.monotonic() - killed:.2f} s after"
            n_pictures += 1
            if back is None and "and is back" in (session.folder / "program.log").read_text(errors="replace"):
                back = time.monotonic()
            assert time.monotonic() < killed + sway.PATIENCE, "the page did not come back"
        print(f"# back after {back - killed:.2f} s; {n_pictures} pictures, none blank")
        session.key("Next")
        wait_for("slide 3", lambda: shows(RIGHT, 2) and shows_small(LEFT, 2))


@case
def the_page_hangs():
    with Program("present") as program:
        wait_for_show(program)
        session.key("Next", "Next")
        wait_for("slide 2", lambda: program.is_at(1, 1) and shows(RIGHT, 1))
        before = session.picture(name_of(RIGHT))
        for pid in web_processes():
            os.kill(pid, signal.SIGSTOP)
        session.key("Next")
        # The program answers, and the talk goes on, while the audience keeps its picture.
        wait_for("slide 3 in the talk", lambda: program.is_at(2))
        n_pictures = 0
        while not shows(RIGHT, 2):
            picture = session.picture(name_of(RIGHT))
            assert picture == before or shows(RIGHT, 2), "another picture"
            assert program.is_at(2)
            n_pictures += 1
            assert n_pictures < 50 * sway.PATIENCE, "the page did not come back"
        wait_for("slide 3 in the speaker view", lambda: shows_small(LEFT, 2))


@case
def the_program_is_killed():
    with Program("present") as program:
        wait_for_show(program)
        session.key("Next", "Next")
        wait_for("slide 2, step 1", lambda: program.is_at(1, 1))
        wait_for("some time", lambda: int(program.get("Elapsed")) >= 2)
        program.kill(signal.SIGKILL)

        program.process = session.spawn(session.folder / "program" / "foredeck", log="program.log")
        wait_for("a window", lambda: session.windows())
        session.run("gdbus", "wait", "--session", APP)
        # Until the program has found what was left behind, there is nothing to resume.
        wait_for("the show", lambda: program.resume() and program.get("Index") is not None)
        wait_for_show(program)
        wait_for("slide 2, step 1", lambda: program.is_at(1, 1) and shows(RIGHT, 1))
        assert program.get("Timer") == "running"
        assert 2 <= int(program.get("Elapsed")) < sway.PATIENCE, program.get("Elapsed")


CASES = [
    the_other_monitor_is_the_audiences,
    keys_work_from_either_window,
    frozen_and_hidden,
    swapped_and_remembered,
    unplugged_and_plugged_in_again,
    plugged_in_during_the_show,
    one_key_to_the_speaker_view,
    two_windows,
    monitors_by_name,
    the_page_is_killed,
    the_page_hangs,
    the_program_is_killed,
]

if __name__ == "__main__":
    wanted = sys.argv[2:]
    session = sway.lacks() or sway.Session(sys.argv[1])
    try:
        status = tap.run([c for c in CASES if not wanted or c.__name__ in wanted])
    finally:
        if not isinstance(session, str):
            session.stop()
    sys.exit(status)
