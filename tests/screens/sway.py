# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 the Foredeck contributors
"""A Wayland session with two monitors and none of the hardware: sway without a screen, the
program in it, keys, and pictures of what each monitor shows.

sway refuses to run as root. Root, which is who runs the tests in a container, hands it to an
ordinary user made for that, in a folder that holds all that it needs.
"""

import io
import json
import os
import pathlib
import pwd
import shutil
import signal
import subprocess
import tempfile
import time

USER = "foredeck-test"
TOOLS = ("sway", "swaymsg", "grim", "wtype", "dbus-daemon")
OUTPUTS = ("WL-1", "WL-2")
# A monitor of sway's own cannot be unplugged. So the session that is tested runs in windows
# of another one, which has no more than them, and closes one of them.
OUTER = """
default_border none
xwayland disable
output * resolution 1280x720
"""
INNER = """
output * background #800080 solid_color
default_border none
default_floating_border none
focus_on_window_activation focus
xwayland disable
"""
PATIENCE = int(os.environ.get("FOREDECK_PATIENCE", "60"))


def lacks():
    """Why there can be no session here, or None."""
    missing = [tool for tool in TOOLS if shutil.which(tool) is None]
    if missing:
        return f"{', '.join(missing)} not installed"
    if os.getuid() == 0 and shutil.which("runuser") is None:
        return "runuser is not installed"
    return None


def make_user():
    try:
        pwd.getpwnam(USER)
    except KeyError:
        subprocess.run(
            ["useradd", "--system", "--no-create-home", "--shell", "/usr/sbin/nologin", USER],
            check=True, capture_output=True,
        )


class Timeout(Exception):
    pass


def wait(what, condition, patience=PATIENCE):
    """Looks again and again: what happens in other programs tells nobody here."""
    end = time.monotonic() + patience
    while True:
        found = condition()
        if found:
            return found
        if time.monotonic() > end:
            raise Timeout(f"{what} did not happen in {patience} s")
        time.sleep(0.02)


class Session:
    def __init__(self, build):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="foredeck-screens-"))
        self.prefix = []
        self.processes = []
        self.sockets = {}
        if os.getuid() == 0:
            make_user()
            self.prefix = ["runuser", "-u", USER, "--"]
        self.environment = self.make_environment()
        self.copy_program(pathlib.Path(build))
        self.own(self.folder)
        try:
            self.start_session()
        except BaseException:
            self.stop()
            raise

    def make_environment(self):
        environment = {
            key: value for key, value in os.environ.items()
            if key in ("PATH", "TMPDIR", "XDG_DATA_DIRS", "GSK_RENDERER", "GTK_A11Y", "NO_AT_BRIDGE",
                       "GIO_USE_VFS")
        }
        for name in ("runtime", "config", "cache", "state", "data"):
            (self.folder / name).mkdir(mode=0o700)
        environment |= {
            "HOME": str(self.folder),
            "LC_ALL": "C.UTF-8",
            "XDG_RUNTIME_DIR": str(self.folder / "runtime"),
            "XDG_CONFIG_HOME": str(self.folder / "config"),
            "XDG_CACHE_HOME": str(self.folder / "cache"),
            "XDG_STATE_HOME": str(self.folder / "state"),
            "XDG_DATA_HOME": str(self.folder / "data"),
            "DBUS_SESSION_BUS_ADDRESS": f"unix:path={self.folder}/runtime/bus",
            "GSETTINGS_BACKEND": "keyfile",
            "GSETTINGS_SCHEMA_DIR": str(self.folder / "program"),
            "FOREDECK_DESKTOP": str(self.folder / "program" / "foredeck-desktop"),
            "GSK_RENDERER": "cairo",
            "GTK_A11Y": "none",
            "GDK_BACKEND": "wayland",
            "WLR_RENDERER": "pixman",
            "WLR_LIBINPUT_NO_DEVICES": "1",
        }
        return environment

    def copy_program(self, build):
        """The build folder may be closed to other users."""
        target = self.folder / "program"
        target.mkdir()
        for name in ("src/cli/foredeck", "src/app/foredeck-desktop", "data/gschemas.compiled"):
            shutil.copy(build / name, target)

    def own(self, path):
        if os.getuid() == 0:
            user = pwd.getpwnam(USER)
            for found in [path, *path.rglob("*")]:
                os.chown(found, user.pw_uid, user.pw_gid)

    def spawn(self, *command, log=None, **more):
        out = open(self.folder / log, "ab") if log else subprocess.DEVNULL
        process = subprocess.Popen(
            [*self.prefix, "env", "-i", *(f"{k}={v}" for k, v in self.environment.items()), *map(str, command)],
            stdout=out, stderr=subprocess.STDOUT if log else subprocess.DEVNULL,
            start_new_session=True, cwd=self.folder, **more,
        )
        self.processes.append(process)
        return process

    def run(self, *command, check=True):
        return subprocess.run(
            [*self.prefix, "env", "-i", *(f"{k}={v}" for k, v in self.environment.items()), *map(str, command)],
            capture_output=True, check=check, cwd=self.folder, timeout=PATIENCE,
        )

    def start_sway(self, name, config, **environment):
        """Starts a sway, and has all that follows go to it."""
        path = self.folder / f"{name}.config"
        path.write_text(config, encoding="utf-8")
        socket = self.folder / "runtime" / f"{name}.sock"
        before = set((self.folder / "runtime").glob("wayland-?"))
        self.environment |= {"SWAYSOCK": str(socket), **environment}
        self.spawn("sway", "-c", path, log=f"{name}.log")
        self.sockets[name] = str(socket)
        display = wait(name, lambda: set((self.folder / "runtime").glob("wayland-?")) - before)
        self.environment["WAYLAND_DISPLAY"] = display.pop().name

    def start_session(self):
        self.spawn("dbus-daemon", "--session", "--nofork", "--nopidfile",
                   f"--address={self.environment['DBUS_SESSION_BUS_ADDRESS']}", log="dbus.log")
        self.start_sway("outer", OUTER, WLR_BACKENDS="headless", WLR_HEADLESS_OUTPUTS="2")
        wait("two outputs", lambda: len(self.outputs()) == 2)
        self.start_sway("inner", INNER, WLR_BACKENDS="wayland", WLR_WL_OUTPUTS="1")
        wait("a monitor", lambda: len(self.outputs()) == 1)
        self.fit("HEADLESS-1")
        # A keyboard that nobody touches: without one there is none until wtype brings its own,
        # and a program that has just been told of it misses its first key.
        self.spawn("wtype", "-s", "2000000000", "-k", "F24")
        self.plug_in()

    def outer(self, *words):
        inner = self.environment["SWAYSOCK"]
        self.environment["SWAYSOCK"] = self.sockets["outer"]
        try:
            return self.message(*words)
        finally:
            self.environment["SWAYSOCK"] = inner

    def fit(self, output):
        """Has the newest window of the outer session fill one of its outputs."""
        self.outer("move", "container", "to", "output", output)
        self.outer("fullscreen", "enable")

    def plug_in(self):
        """Connects the second monitor."""
        self.outer("focus", "output", "HEADLESS-2")
        self.message("create_output")
        wait("the second monitor", lambda: len(self.outputs()) == 2)
        wait("its size", lambda: all(o["rect"]["width"] == 1280 for o in self.outputs()))

    def unplug(self):
        """Disconnects it."""
        self.outer('[title="wlroots - WL-[^1].*"]', "kill")
        wait("one monitor", lambda: len(self.outputs()) == 1)

    def stop(self):
        for process in reversed(self.processes):
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGTERM)
                try:
                    process.wait(10)
                except subprocess.TimeoutExpired:
                    os.killpg(process.pid, signal.SIGKILL)
                    process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    # What sway knows

    def message(self, *words, check=True):
        out = self.run("swaymsg", "-r", *words, check=check)
        return json.loads(out.stdout) if out.returncode == 0 and out.stdout.strip() else []

    def outputs(self, check=True):
        return [o for o in self.message("-t", "get_outputs", check=check) if o.get("active")]

    def windows(self):
        """All windows: title, output, whether it is full screen, focused, visible, its process."""
        found = []

        def walk(node, output):
            if node["type"] == "output":
                output = node["name"]
            if node.get("pid") and node["type"] in ("con", "floating_con"):
                found.append({"title": node["name"], "output": output, "full": node["fullscreen_mode"] == 1,
                              "focused": node["focused"], "visible": node["visible"], "pid": node["pid"],
                              "rect": node["rect"]})
            for child in node.get("nodes", []) + node.get("floating_nodes", []):
                walk(child, output)

        walk(self.message("-t", "get_tree"), None)
        return found

    def window(self, start):
        """The window whose title starts so, or None."""
        for window in self.windows():
            if (window["title"] or "").startswith(start):
                return window
        return None

    # What a user does and sees

    def key(self, *names):
        for name in names:
            *modifiers, key = name.split("+")
            words = []
            for modifier in modifiers:
                words += ["-M", modifier]
            self.run("wtype", *words, "-k", key, *[w for m in reversed(modifiers) for w in ("-m", m)])

    def picture(self, output):
        """What a monitor shows: width, height and bytes of red, green and blue."""
        data = self.run("grim", "-t", "ppm", "-o", output, "-").stdout
        stream = io.BytesIO(data)
        assert stream.readline().strip() == b"P6"
        width, height = map(int, stream.readline().split())
        stream.readline()
        return width, height, stream.read()
