# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 the Foredeck contributors
"""PDF of decks, beside others that make it: time, and memory of all processes at once."""

import ctypes
import os
import pathlib
import shutil
import struct
import subprocess
import threading
import time
import zlib

# Outside the tree: nothing of it is a part of Foredeck.
PEERS = pathlib.Path(os.environ.get("FOREDECK_PEERS", pathlib.Path.home() / ".cache/foredeck-peers"))
PACKAGES = ("@marp-team/marp-cli", "decktape")
PR_SET_CHILD_SUBREAPER = 36
SAMPLE_SECONDS = 0.05


def install():
    """Fetches the peers, without the browser that they would bring."""
    if not shutil.which("chromium"):
        raise SystemExit("Debian’s package “chromium” is what the peers draw with; install it first.")
    if (PEERS / "node_modules/.bin/decktape").exists():
        return
    PEERS.mkdir(parents=True, exist_ok=True)
    environment = {**os.environ, "PUPPETEER_SKIP_DOWNLOAD": "1"}
    subprocess.run(
        ["npm", "install", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix", PEERS, *PACKAGES],
        check=True, env=environment, stdout=subprocess.DEVNULL,
    )


def write_picture(path, seed):
    """A PNG of 480 × 320 pixels, no two alike."""
    rows = b"".join(
        b"\0" + bytes(value & 255 for x in range(480) for value in (x + seed, y * 2, (x * y >> 4) + seed))
        for y in range(320)
    )

    def chunk(kind, data):
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    head = struct.pack(">IIBBBBB", 480, 320, 8, 2, 0, 0, 0)
    path.write_bytes(
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    )


def descendants():
    """All processes below this one; orphans come to us, see adopt ()."""
    parents = {}
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            try:
                with open(f"/proc/{entry}/stat", encoding="utf-8", errors="replace") as file:
                    parents[int(entry)] = int(file.read().rsplit(")", 1)[1].split()[1])
            except OSError:
                pass
    found, waiting = [], [os.getpid()]
    while waiting:
        parent = waiting.pop()
        children = [child for child, other in parents.items() if other == parent]
        found += children
        waiting += children
    return found


def read_memory(pid):
    """What a process takes in MB, its share of what it shares."""
    try:
        with open(f"/proc/{pid}/smaps_rollup", encoding="utf-8") as file:
            for line in file:
                if line.startswith("Pss:"):
                    return int(line.split()[1]) / 1024
    except OSError:
        pass
    return 0


def adopt():
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


class Peak(threading.Thread):
    """Watches how much all processes take together."""

    def __init__(self):
        super().__init__(daemon=True)
        self.done = threading.Event()
        self.megabytes = 0

    def run(self):
        while not self.done.wait(SAMPLE_SECONDS):
            self.megabytes = max(self.megabytes, sum(map(read_memory, descendants())))


def reap():
    """Waits for what a command left behind."""
    while True:
        try:
            pid, _ = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return
        if pid == 0:
            time.sleep(SAMPLE_SECONDS)


def measure(command, environment, watch):
    """Milliseconds of a command, and its megabytes if they are watched, which costs time."""
    peak = Peak()
    if watch:
        peak.start()
    start = time.perf_counter()
    result = subprocess.run(command, env={**os.environ, **environment}, capture_output=True)
    milliseconds = 1000 * (time.perf_counter() - start)
    peak.done.set()
    if watch:
        peak.join()
    reap()
    if result.returncode not in (0, 1):
        raise SystemExit(f"{command[0]}: {result.stderr.decode(errors='replace')[-500:]}")
    return milliseconds, peak.megabytes


def count_pages(path):
    out = subprocess.run(["pdfinfo", path], check=True, capture_output=True, text=True).stdout
    return int(next(line.split()[1] for line in out.splitlines() if line.startswith("Pages:")))


def html_commands(source, folder):
    """What makes HTML of a deck: the command, what is set for it, and its output."""
    marp, pandoc = folder / "marp.html", folder / "pandoc.html"
    commands = {"Marp CLI": ([PEERS / "node_modules/.bin/marp", "--no-stdin", source, "-o", marp], {}, marp)}
    if shutil.which("pandoc"):
        commands["pandoc"] = (["pandoc", "-s", "-t", "revealjs", source, "-o", pandoc], {}, pandoc)
    else:
        print("pandoc is not installed and not measured")
    return commands


def commands(foredeck, deck, page, folder):
    """Each maker: what to run, with which environment, and what it writes."""
    binaries = PEERS / "node_modules/.bin"
    no_sandbox = ["--no-sandbox"] if os.getuid() == 0 else []
    chromium = [
        "chromium", "--headless", "--disable-gpu", *no_sandbox, f"--user-data-dir={folder}/profile",
        "--no-pdf-header-footer", "--virtual-time-budget=20000",
        f"--print-to-pdf={folder}/chromium.pdf", f"file://{page}?print-pdf",
    ]
    marp = [
        binaries / "marp", "--no-stdin", "--pdf", "--html", "--allow-local-files",
        deck, "-o", folder / "marp.pdf",
    ]
    decktape = [
        binaries / "decktape", "--chrome-path", shutil.which("chromium") or "chromium",
        *(f"--chrome-arg={argument}" for argument in no_sandbox),
        "reveal", "-s", "960x700", f"file://{page}", folder / "decktape.pdf",
    ]
    browser = {"CHROME_PATH": shutil.which("chromium") or "", "CHROME_NO_SANDBOX": "1"}
    return {
        "Foredeck": ([foredeck, "export", deck, "-o", folder / "foredeck.pdf"], {}, folder / "foredeck.pdf"),
        "Chromium": (chromium, {}, folder / "chromium.pdf"),
        "Marp": (marp, browser, folder / "marp.pdf"),
        "decktape": (decktape, {}, folder / "decktape.pdf"),
    }
