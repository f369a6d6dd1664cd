#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 the Foredeck contributors
"""The command as people and scripts use it: arguments, exit status, files."""

import http.server
import json
import os
import pathlib
import stat
import subprocess
import sys
import tempfile
import threading

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "tree"))

import tap  # noqa: E402

COMMAND, CATALOGUES, *DESKTOP = sys.argv[1:]
FOLDER = pathlib.Path(tempfile.mkdtemp(prefix="foredeck-command-"))
DECK = FOLDER / "deck.md"
DECK.write_text("# One\n\n---\n\n# Two\n", encoding="utf-8")


def run(*arguments, text=None, program=COMMAND, **options):
    environment = {
        **os.environ,
        "LC_ALL": "C.UTF-8",
        "XDG_CACHE_HOME": str(FOLDER / "cache"),
        "DISPLAY": "",
        "WAYLAND_DISPLAY": "",
    }
    environment.update(options.pop("environment", {}))
    return subprocess.run(
        [program, *map(str, arguments)],
        input=text,
        capture_output=True,
        env=environment,
        timeout=60,
        **options,
    )


def expect(result, status, *words):
    said = (result.stdout + result.stderr).decode(errors="replace")
    complaints = []
    if result.returncode != status:
        complaints.append(f"status {result.returncode}, not {status}: {said[:300]}")
    complaints += [f"“{word}” is not said: {said[:300]}" for word in words if word not in said]
    return complaints


def help_and_version():
    return (
        expect(run("--help"), 0, "export", "present")
        + expect(run("--version"), 0, "Foredeck ")
        + expect(run("export", "--help"), 0, "--allow-host", "--strict", "--no-notes", "--title")
        + expect(run("export", "--version"), 0, "Foredeck ")
    )


def misuse():
    return (
        expect(run("export"), 2, "Which deck?", "--help")
        + expect(run("export", DECK), 2, "-o FILE")
        + expect(run("export", DECK, DECK, "-o", "x"), 2, "too many")
        + expect(run("export", "--what", DECK), 2, "--what")
        + expect(run("present"), 2, "Which deck?", "--help")
        + expect(run("present", DECK, DECK), 2, "too many")
        + expect(run("present", DECK, "--start", "0"), 2, "counted from 1")
        + expect(run("present", DECK, "--start", "x"), 2, "--start")
        + expect(run("present", DECK, "--duration", "soon"), 2, "“soon”")
        + expect(run("present", DECK, "--end", "25:00"), 2, "“25:00”")
        + expect(run("present", DECK, "--end", "14:30", "--duration", "20"), 2, "not both")
        + expect(run("present", DECK, "--windowed", "--audience", "HDMI-1"), 2, "no monitor")
    )


def check_plain():
    deck = FOLDER / "check.md"
    deck.write_text("# One\n\n![](./gone.png)\n", encoding="utf-8")
    only_remarks = FOLDER / "remarks.md"
    only_remarks.write_text("# One\n\n![A](https://example.org/a.png)\n", encoding="utf-8")
    return (
        expect(run("check", DECK, environment={"PATH": "/nowhere"}), 0, "“xvfb”")
        + expect(run("check", "--no-measure", deck), 1, f"{deck}:3:1: warning: ", "[missing-alt]")
        + expect(run("check", "--no-measure", deck), 1, f"{deck}:3:5: error: ", "[missing-picture]")
        + expect(run("check", "--no-measure", only_remarks), 0, "note: ", "[remote-picture]")
        + expect(run("check", "--no-measure", "--strict", only_remarks), 1, "[remote-picture]")
        + expect(run("check", "--no-measure", "-", text=b"![](./x.png)"), 1, "-:1:1: warning: ")
        + expect(run("check", FOLDER / "gone.md"), 2, "gone.md")
        + expect(run("check"), 2, "Which deck?", "--help")
        + expect(run("check", "--json", "--sarif", deck), 2, "not both")
        + expect(run("check", "--help"), 0, "--sarif", "--strict")
        + ([] if run("check", "--no-measure", DECK).stderr == b"" else ["says something"])
    )


def check_for_machines():
    deck = FOLDER / "check machines.md"
    deck.write_text("# One\n\n---\n\n![](./gone.png)\n", encoding="utf-8")
    found = json.loads(run("check", "--no-measure", "--json", deck).stdout)
    sarif = json.loads(run("check", "--no-measure", "--sarif", deck).stdout)
    results = sarif["runs"][0]["results"]
    rules = {rule["id"] for rule in sarif["runs"][0]["tool"]["driver"]["rules"]}
    region = results[0]["locations"][0]["physicalLocation"]
    complaints = []
    if [finding["rule"] for finding in found["findings"]] != ["missing-alt", "missing-picture"]:
        complaints.append(f"JSON has {found}")
    if found["findings"][0]["slide"] != 2 or found["measured"]:
        complaints.append(f"JSON says {found}")
    if sarif["version"] != "2.1.0" or {result["ruleId"] for result in results} != rules:
        complaints.append(f"SARIF has {sarif}")
    if region["region"] != {"startLine": 5, "startColumn": 1} or " " in region["artifactLocation"]["uri"]:
        complaints.append(f"SARIF says {region}")
    return complaints


def failures():
    gone = FOLDER / "gone.md"
    return (
        expect(run("export", gone, "-o", FOLDER / "x.html"), 1, "gone.md")
        + expect(run("export", DECK, "-o", FOLDER / "no" / "such" / "x.html"), 1, "x.html")
        + expect(run("present", gone), 1, "gone.md")
    )


def writes_a_file():
    output = FOLDER / "deck.html"
    complaints = expect(run("export", DECK, "-o", output), 0)
    first = output.read_bytes()
    if b"<h1>One</h1>" not in first:
        complaints.append("no slide in the file")
    output.chmod(0o640)
    complaints += expect(run("export", DECK, "-o", output), 0)
    if output.read_bytes() != first:
        complaints.append("not the same bytes the second time")
    if stat.S_IMODE(output.stat().st_mode) != 0o640:
        complaints.append("the permissions are others now")
    return complaints


def follows_links():
    target = FOLDER / "target.html"
    target.write_text("old")
    link = FOLDER / "link.html"
    link.symlink_to(target)
    complaints = expect(run("export", DECK, "-o", link), 0)
    if not link.is_symlink() or b"<h1>One" not in target.read_bytes():
        complaints.append("the link was replaced")
    return complaints


def remembers_what_was_made():
    """Code and formulas are made once; whatever becomes of the file, the deck is the same."""
    deck = FOLDER / "made.md"
    deck.write_text("# Made\n\n$x^2$ and $\\frac12$\n\n```c\nint a;\n```\n", encoding="utf-8")
    output = FOLDER / "made.html"
    store = FOLDER / "cache" / "foredeck" / "made"
    complaints = expect(run("export", deck, "-o", output), 0)
    first = output.read_bytes()
    if b'class="katex"' not in first or b"hljs-type" not in first:
        complaints.append("no code or no formula in the file")
    content = store.read_bytes()
    written = store.stat().st_mtime_ns
    complaints += expect(run("export", deck, "-o", output), 0)
    if output.read_bytes() != first:
        complaints.append("not the same bytes from what was kept")
    if store.stat().st_mtime_ns != written:
        complaints.append("what was kept was written again")
    for damaged in (b"", content[: len(content) // 2], content.replace(b"mord", b"lord"), b"\0" * 4096):
        store.write_bytes(damaged)
        complaints += expect(run("export", deck, "-o", output), 0)
        if output.read_bytes() != first:
            complaints.append(f"not the same bytes after {damaged[:20]} was kept")
    if store.read_bytes() != content:
        complaints.append("what was damaged was not mended")
    nowhere = {"XDG_CACHE_HOME": "/dev/null"}
    complaints += expect(run("export", deck, "-o", output, environment=nowhere), 0)
    if output.read_bytes() != first:
        complaints.append("not the same bytes without a cache")
    return complaints


def standard_streams():
    result = run("export", "-", "-o", "-", text=b"# From a pipe\n")
    complaints = expect(result, 0)
    if b"From a pipe" not in result.stdout:
        complaints.append("nothing on standard output")
    return complaints


def reports_the_deck():
    deck = FOLDER / "bad.md"
    deck.write_text("---\nslideOptions:\n  themes: white\n---\n\n# A\n")
    return expect(
        run("export", deck, "-o", FOLDER / "bad.html"), 0, "bad.md:3:3: warning: ", "“theme”"
    )


def strict_leaves_the_old_file():
    deck = FOLDER / "remote.md"
    deck.write_text("![](https://host.invalid/x.png)\n")
    output = FOLDER / "remote.html"
    output.write_text("old")
    complaints = expect(run("export", "--strict", deck, "-o", output), 1, "host.invalid")
    if output.read_text() != "old":
        complaints.append("the old file was touched")
    complaints += expect(run("export", deck, "-o", output), 0, "not in the file", "host.invalid")
    return complaints


class Pictures(http.server.BaseHTTPRequestHandler):
    n_asked = 0

    def do_GET(self):
        Pictures.n_asked += 1
        self.send_response(200)
        self.send_header("Content-Type", "image/svg+xml")
        self.end_headers()
        self.wfile.write(f"<svg xmlns='http://www.w3.org/2000/svg'><!--{self.path}--></svg>".encode())

    def log_message(self, *arguments):
        pass


def allowed_hosts_are_asked_once():
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Pictures)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    host = f"127.0.0.1:{server.server_port}"
    deck = FOLDER / "served.md"
    deck.write_text(f"![](http://{host}/a.svg)\n")
    output = FOLDER / "served.html"

    complaints = expect(run("export", deck, "-o", output), 0, "not allowed")
    if Pictures.n_asked != 0:
        complaints.append("the host was asked without leave")
    complaints += expect(run("export", "--strict", "--allow-host", host, deck, "-o", output), 0)
    if b"data:image/svg+xml;base64," not in output.read_bytes() or Pictures.n_asked != 1:
        complaints.append(f"asked {Pictures.n_asked} times")
    server.shutdown()
    # Offline, from the cache.
    complaints += expect(run("export", "--strict", "--allow-host", host, deck, "-o", output), 0)
    return complaints


def serve(handler):
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server, f"127.0.0.1:{server.server_port}"


def freezes_what_is_remote():
    """Only the addresses of pictures change, at their places; what failed is said."""
    server, host = serve(Pictures)
    address = f"http://{host}/a.svg?x=1&y=_2"
    source = f"""---
title: "{address}"
slideOptions:
  parallaxBackgroundImage: {address}
---

# {address}

![a]({address.replace("&", "&amp;")}) ![b](<{address.replace("_", chr(92) + "_")}> "t") [link]({address})

<img src="{address}">  ![](img/here.png)

`{address}`

```
![]({address})
```

---

<!-- .slide: data-background-image="{address}" -->

![][ref] ![](http://127.0.0.1:1/gone.png)

[ref]: http://{host}/other/a.svg

Note: ![]({address})
"""
    place = FOLDER / "frozen"
    place.mkdir()
    (place / "talk.md").write_text(source)
    output = place / "My talk.md"
    complaints = expect(
        run("export", "--allow-host", host, place / "talk.md", "-o", output), 0, "127.0.0.1:1", "here.png"
    )
    file, other = "My-talk-assets/a.svg", "My-talk-assets/a-2.svg"
    wanted = source.replace(f"Image: {address}", f"Image: {file}")
    wanted = wanted.replace(f"![a]({address.replace('&', '&amp;')})", f"![a]({file})")
    wanted = wanted.replace(f"<{address.replace('_', chr(92) + '_')}>", f"<{file}>")
    wanted = wanted.replace(f'"{address}">', f'"{file}">').replace(f'image="{address}"', f'image="{file}"')
    wanted = wanted.replace(f"Note: ![]({address})", f"Note: ![]({file})")
    wanted = wanted.replace(f"http://{host}/other/a.svg", other)
    if output.read_text() != wanted:
        complaints.append("not the text that was expected:\n" + output.read_text())
    if sorted(os.listdir(place / "My-talk-assets")) != [".foredeck", "a-2.svg", "a.svg"]:
        complaints.append(f"not these files: {os.listdir(place / 'My-talk-assets')}")
    # The same again replaces our folder, and never one with files of others.
    complaints += expect(run("export", "--allow-host", host, place / "talk.md", "-o", output), 0)
    (place / "My-talk-assets" / "mine").write_text("mine")
    complaints += expect(run("export", "--allow-host", host, place / "talk.md", "-o", output), 1, "left alone")
    server.shutdown()
    if (place / "My-talk-assets" / "mine").read_text() != "mine":
        complaints.append("a file of somebody else is gone")
    return complaints


def markdown_takes_local_pictures_along():
    place = FOLDER / "along"
    (place / "img").mkdir(parents=True)
    (place / "img" / "x.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    (place / "deck.md").write_text("![](img/x.svg)\n")
    output = FOLDER / "elsewhere" / "deck.md"
    output.parent.mkdir()
    complaints = expect(run("export", place / "deck.md", "-o", output), 0)
    if output.read_text() != "![](deck-assets/x.svg)\n":
        complaints.append(output.read_text())
    if not (output.parent / "deck-assets" / "x.svg").is_file():
        complaints.append("the picture is not there")
    return complaints + expect(run("export", output, "-o", output), 2, "itself")


def writes_a_folder():
    place = FOLDER / "folder"
    place.mkdir()
    (place / "x.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    deck = place / "deck.md"
    deck.write_text("# A\n\n![](x.svg)\n\n$x$\n")
    site = place / "site"
    complaints = expect(run("export", deck, "--folder", "-o", site), 0)
    page = (site / "index.html").read_text()
    for word in ('src="assets/x.svg"', 'src="foredeck/reveal.js"', 'href="foredeck/theme.css"'):
        if word not in page:
            complaints.append(f"no {word}")
    if "data:image" in page or not (site / "assets" / "x.svg").is_file():
        complaints.append("the picture does not lie beside the page")
    (site / "assets" / "stale").write_text("")
    complaints += expect(run("export", deck, "--folder", "-o", site), 0)
    if (site / "assets" / "stale").exists():
        complaints.append("what is not in the deck is still there")
    (site / "mine.txt").write_text("mine")
    complaints += expect(run("export", deck, "--folder", "-o", site), 1, "left alone")
    return complaints + expect(run("export", deck, "--folder", "-o", "-"), 2, "standard output")


def an_export_is_a_deck():
    deck = FOLDER / "again.md"
    deck.write_text("---\ntitle: Again\n---\n\n# A </script> &lt; <!-- x -->\n\nNote: said\n\n---\n\n# B\n")
    first, second = FOLDER / "again.html", FOLDER / "again2.html"
    complaints = expect(run("export", deck, "-o", first), 0) + expect(run("export", first, "-o", second), 0)
    if first.read_bytes() != second.read_bytes():
        complaints.append("not the same deck")
    complaints += expect(run("export", "--no-notes", deck, "-o", second), 0)
    if b"said" in second.read_bytes():
        complaints.append("the notes are in the file")
    complaints += expect(run("export", "--slides", "2", deck, "-o", second), 0)
    if b"# A" in second.read_bytes() or b"# B" not in second.read_bytes():
        complaints.append("not the slide that was asked for")
    complaints += expect(run("export", "--no-source", deck, "-o", second), 0)
    if b"foredeck-source\">" in second.read_bytes():
        complaints.append("the text is in the file")
    return complaints


def options_that_mean_nothing():
    return (
        expect(run("export", "--folder", DECK, "-o", FOLDER / "x.md", "-f", "md"), 2, "--folder")
        + expect(run("export", "--steps", DECK, "-o", FOLDER / "x.html"), 2, "--steps")
        + expect(run("export", "--slides", "1", DECK, "-o", FOLDER / "x.md"), 2, "--slides")
        + expect(run("export", "--no-source", DECK, "-o", FOLDER / "x.txt"), 2, "--no-source")
        + expect(run("export", "--slides", "9", DECK, "-o", FOLDER / "x.html"), 1, "no slide 9")
    )


def full_disk():
    mount = FOLDER / "small"
    mount.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(mount)], capture_output=True
    )
    if made.returncode:
        return "a small file system cannot be mounted here"
    try:
        output = mount / "deck.html"
        output.write_text("old")
        complaints = expect(run("export", DECK, "-o", output), 1, "deck.html")
        if output.read_text() != "old":
            complaints.append("the old file was touched")
        complaints += expect(run("export", DECK, "--folder", "-o", mount / "site"), 1, "reveal")
        if os.listdir(mount) != ["deck.html"]:
            complaints.append(f"left behind: {os.listdir(mount)}")
        return complaints
    finally:
        subprocess.run(["umount", str(mount)], check=True)


def hands_windows_over():
    program = FOLDER / "desktop"
    program.write_text('#!/bin/sh\necho "windows: $*"\n')
    program.chmod(0o755)
    ours = {"FOREDECK_DESKTOP": str(program)}
    show = ["present", "--audience", "HDMI-1", DECK, "--end=14:30", "--start", "3"]
    return (
        expect(run("a.md", "b.md", environment=ours), 0, "windows: a.md b.md")
        + expect(run(*show, environment=ours), 0, "windows: " + " ".join(map(str, show)))
        + expect(run("x.md", environment={"FOREDECK_DESKTOP": "/nowhere"}), 1, "/nowhere")
    )


def speaks_german():
    german = {"LANGUAGE": "de", "FOREDECK_LOCALE_DIR": CATALOGUES}
    complaints = expect(run("--help", environment=german), 0, "Aufruf:", "FOLIENSATZ")
    # The program with windows, where it was built.
    for program in DESKTOP:
        complaints += expect(
            run("--help", program=program, environment=german), 0, "Ein neues Fenster öffnen"
        )
    return complaints


if __name__ == "__main__":
    sys.exit(
        tap.run(
            [
                help_and_version,
                misuse,
                failures,
                writes_a_file,
                follows_links,
                remembers_what_was_made,
                standard_streams,
                reports_the_deck,
                strict_leaves_the_old_file,
                allowed_hosts_are_asked_once,
                freezes_what_is_remote,
                markdown_takes_local_pictures_along,
                writes_a_folder,
                an_export_is_a_deck,
                options_that_mean_nothing,
                full_disk,
                check_plain,
                check_for_machines,
                hands_windows_over,
                speaks_german,
            ]
        )
    )
