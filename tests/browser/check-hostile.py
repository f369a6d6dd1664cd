#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 the Foredeck contributors
"""Decks of people who mean harm, exported and opened in a real Chromium: no script of theirs
runs, nobody is called, and no file from outside of the deck's folder gets in.

Usage: check-hostile.py FOREDECK [PART/PARTS]"""

import base64
import http.server
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import threading
import urllib.parse

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "tree"))

import chromium  # noqa: E402
import tap  # noqa: E402

COMMAND = sys.argv[1]
PART, PARTS = map(int, sys.argv[2].split("/")) if len(sys.argv) > 2 else (1, 1)
HOSTILE = tap.ROOT / "tests" / "hostile"
CHECK = (HOSTILE / "check.js").read_text(encoding="utf-8")
# In every frame, before anything else.
HIT = "window.hit = () => { window.hits = (window.hits || 0) + 1; if (top !== window) top.hit (); };"
SECRET = b"\x89PNG\r\n\x1a\nthe secret outside of the folder"

visitors = []


class Listener(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        visitors.append(self.path)
        self.send_error(404)

    do_POST = do_HEAD = do_GET

    def log_message(self, *arguments):
        pass


def read_vectors(address):
    text = (HOSTILE / "vectors.txt").read_text(encoding="utf-8")
    text = text.replace("WEB", address)
    parts = re.split(r"^=== (.+)\n", text, flags=re.MULTILINE)[1:]
    for name, body in zip(parts[::2], parts[1::2]):
        deck = body if body.startswith("---\n") else f"# {name}\n\n{body}\n\n---\n\n# After\n"
        yield name, deck.encode().replace(b"NUL", b"\0")


def lay_out(folder):
    """A deck's folder, a secret beside it, and ways out of it."""
    inside = folder / "deck"
    inside.mkdir()
    (folder / "secret.png").write_bytes(SECRET)
    (inside / "inside.png").write_bytes(b"\x89PNG\r\n\x1a\nof the deck")
    (inside / "link.png").symlink_to("../secret.png")
    (inside / "folder").symlink_to("..")
    return inside


def export(inside, name, deck):
    source = inside / "deck.md"
    output = inside / f"{name}.html"
    source.write_bytes(deck)
    environment = {**os.environ, "XDG_CACHE_HOME": str(inside / "cache"), "DISPLAY": ""}
    subprocess.run([COMMAND, "export", str(source), "-o", str(output)], check=True,
                   env=environment, stderr=subprocess.DEVNULL)
    return output


def read_in(page):
    """Files outside that have become part of a page."""
    found = []
    for data in re.findall(r"data:(?!font/)[a-z0-9/+.;=-]*base64,([A-Za-z0-9+/]+=*)", page):
        plain = base64.b64decode(data[: len(data) // 4 * 4])
        if b"secret outside" in plain or b"root:" in plain:
            found.append("a file from outside is in the page")
    return found


def is_outside(address, folder):
    """Whether a browser was led to a file beyond the deck's folder."""
    parts = urllib.parse.urlsplit(address)
    if parts.scheme != "file":
        return False
    path = os.path.normpath(urllib.parse.unquote(parts.path))
    return parts.netloc != "" or not path.startswith(f"{folder}/")


def visit(browser, output):
    visitors.clear()
    page = browser.open(output.as_uri())
    page.press("PageDown", "PageDown", 34)
    complaints = page.evaluate(CHECK)
    complaints += [f"asked for {url}" for url in page.requests()
                   if url.startswith("ftp") or is_outside(url, output.parent)]
    complaints += [f"visited {path}" for path in visitors]
    if any(event.get("method") == "Page.javascriptDialogOpening" for event in browser.events):
        complaints.append("a dialog opened")
    browser.events.clear()
    page.close()
    return complaints


def make_case(browser, inside, name, deck):
    def case():
        output = export(inside, name, deck)
        complaints = read_in(output.read_text(encoding="utf-8"))
        complaints += visit(browser, output)
        output.unlink()
        return sorted(set(complaints))

    case.__name__ = name.replace("-", "_")
    return case


def the_trap_works(browser, inside):
    """A page that does run scripts and calls is found out."""

    def case():
        output = inside / "trap.html"
        output.write_text(
            "<div class=reveal><div class=slides><section><img src=x onerror=hit()>"
            f"<iframe src='http://127.0.0.1:{server.server_port}/trap'></iframe></section></div></div>"
            "<script>Reveal = { isReady: () => true }</script>"
        )
        found = " ".join(visit(browser, output))
        wanted = ("onerror", "iframe: is not in a sandbox", "scripts ran", "visited /trap")
        return [f"not found: {text}" for text in wanted if text not in found]

    case.__name__ = "the_trap_works"
    return case


def main():
    browser = chromium.Chromium()
    with tempfile.TemporaryDirectory(prefix="foredeck-hostile-") as folder:
        inside = lay_out(pathlib.Path(folder))
        browser.before_each_page = HIT
        cases = [the_trap_works(browser, inside)]
        address = f"http://127.0.0.1:{server.server_port}"
        vectors = list(read_vectors(address))[PART - 1 :: PARTS]
        cases += [make_case(browser, inside, *vector) for vector in vectors
                  if re.search(os.environ.get("ONLY", ""), vector[0])]
        try:
            return tap.run(cases)
        finally:
            browser.close()


if __name__ == "__main__":
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Listener)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    sys.exit(main())
