#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 the Foredeck contributors
"""Decks as PDF and pictures, by the command, on a display that it starts for itself."""

import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "tree"))

import poppler  # noqa: E402
import tap  # noqa: E402

COMMAND, DESKTOP, MAKE_DECK = sys.argv[1:]
FOLDER = pathlib.Path(tempfile.mkdtemp(prefix="foredeck-print-"))
ENVIRONMENT = {
    **{name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")},
    "FOREDECK_DESKTOP": DESKTOP,
    "LC_ALL": "C.UTF-8",
    "XDG_CACHE_HOME": str(FOLDER / "cache"),
}

DECK = """---
title: Größe & “Übung”
lang: de
---

# One ffi

[to three](#/1) and [out](https://example.org/a?b=1&c=ü)

----

## Below one

- first <!-- .element: class="fragment" -->
- second <!-- .element: class="fragment" -->

Note: A **word** to say.

---

## Three

[back](#/0/1)

```c
int main (void);
```

---

<!-- .slide: data-background="#224466" id="last" -->

## Four

$a^2$
"""


def write(name, text):
    path = FOLDER / name
    path.write_text(text, encoding="utf-8")
    return path


def export(*words, environment=None, program=COMMAND):
    return subprocess.run(
        [program, "export", *map(str, words)],
        capture_output=True, env={**ENVIRONMENT, **(environment or {})}, timeout=400,
    )


def expect(result, status, *words):
    said = (result.stdout + result.stderr).decode(errors="replace")
    complaints = [f"status {result.returncode}, not {status}: {said[:400]}"] if result.returncode != status else []
    complaints += [f"“{word}” is not said: {said[:400]}" for word in words if word not in said]
    if status == 0 and said:
        complaints.append(f"said without need: {said[:400]}")
    return complaints


def same(got, wanted, what):
    return [] if got == wanted else [f"{what}: {got!r}, not {wanted!r}"]


def a_page_for_each_slide():
    deck, out = write("deck.md", DECK), FOLDER / "deck.pdf"
    complaints = expect(export(deck, "-o", out), 0)
    complaints += same(poppler.n_pages(out), 4, "pages")
    complaints += same(poppler.size(out), (960, 700), "size")
    complaints += same(poppler.info(out)["Title"], "Größe & “Übung”", "title")
    for page, words in enumerate(("One ﬃ", "first", "int main (void);", "Four"), 1):
        text = poppler.text(out, page)
        if words not in text and words.replace("ﬃ", "ffi") not in text:
            complaints.append(f"page {page} does not say “{words}”: {text}")
    complaints += same(poppler.n_images(out, 1), 0, "pictures on a page of text")
    return complaints


def pages_of_any_size():
    complaints = []
    for width, height in ((1000, 563), (853, 480), (1920, 1080)):
        head = f"---\nslideOptions:\n  theme: black\n  width: {width}\n  height: {height}\n---\n"
        deck, out = write("size.md", head + "# A\n\n---\n\n# B\n"), FOLDER / "size.pdf"
        complaints += expect(export(deck, "-o", out), 0)
        complaints += same((poppler.n_pages(out), poppler.size(out)), (2, (width, height)), "pages and size")
        drawn = poppler.draw(out, 2, 72)
        corners = {bytes(row[3 * x : 3 * x + 3]) for row in (drawn[2][1], drawn[2][-2]) for x in (1, width - 2)}
        complaints += same(corners, {b"\x19\x19\x19"}, f"corners of {width} × {height}")
    return complaints


def links_and_outline():
    out = FOLDER / "deck.pdf"
    complaints = same(poppler.addresses(out), [(1, "https://example.org/a?b=1&c=%C3%BC")], "addresses")
    complaints += same(poppler.inner_links(out), [(1, 3), (3, 2)], "links within")
    wanted = [(0, "One ffi", 1), (1, "Below one", 2), (0, "Three", 3), (0, "Four", 4)]
    return complaints + same(poppler.outline(out), wanted, "outline")


def the_same_bytes_each_time():
    deck = write("same.md", DECK)
    found = set()
    for name in ("a.pdf", "b.pdf"):
        complaints = expect(export(deck, "-o", FOLDER / name, environment={"SOURCE_DATE_EPOCH": "1700000000"}), 0)
        if complaints:
            return complaints
        found.add((FOLDER / name).read_bytes())
    complaints = same(len(found), 1, "different documents")
    if "2023" not in poppler.info(FOLDER / "a.pdf")["CreationDate"]:
        complaints.append("made at another time")
    return complaints


def steps_ranges_and_notes():
    deck = write("options.md", DECK)
    rows = [
        (["--steps"], 6, (960, 700)),
        (["--slides", "2-3"], 2, (960, 700)),
        (["--slides", "-1,4-"], 2, (960, 700)),
        (["--notes", "page"], 5, (960, 700)),
        (["--notes", "below"], 4, (595.28, 841.89)),
        (["--notes", "below", "--paper", "letter"], 4, (612, 792)),
        (["--per-page", "2"], 2, (595.28, 841.89)),
        (["--per-page", "3"], 2, (595.28, 841.89)),
        (["--per-page", "4"], 1, (841.89, 595.28)),
        (["--per-page", "6"], 1, (595.28, 841.89)),
    ]
    complaints = []
    for number, (options, pages, size) in enumerate(rows):
        out = FOLDER / f"options-{number}.pdf"
        complaints += expect(export(deck, "-o", out, *options), 0)
        complaints += same(poppler.n_pages(out), pages, f"pages with {options}")
        got = poppler.size(out)
        if max(abs(a - b) for a, b in zip(got, size)) > 0.1:
            complaints.append(f"size with {options}: {got}")
    steps = [poppler.text(FOLDER / "options-0.pdf", page) for page in (2, 3, 4)]
    complaints += same([("first" in text, "second" in text) for text in steps],
                       [(False, False), (True, False), (True, True)], "steps")
    if "A word to say." not in poppler.text(FOLDER / "options-3.pdf", 3):
        complaints.append("no notes on their page")
    if "A word to say." not in poppler.text(FOLDER / "options-4.pdf", 2):
        complaints.append("no notes below the slide")
    whole = poppler.text(FOLDER / "options-9.pdf", 1)
    complaints += [f"“{word}” is not on the handout" for word in ("One", "Below", "Three", "Four") if word not in whole]
    return complaints


def long_slides_are_whole():
    lines = [f"Line number {number} of a slide" for number in range(1, 41)]
    notes = [f"Notes paragraph {number} " + "word " * 90 for number in range(1, 13)]
    deck = write("long.md", "# A\n\n---\n\n" + "\n\n".join(lines) + "\n\nNote:\n" + "\n\n".join(notes))
    out = FOLDER / "long.pdf"
    result = export(deck, "-o", out)
    complaints = same(result.returncode, 0, "status")
    if b"Slide 2" not in result.stderr:
        complaints.append(f"it is not said that a slide was made smaller: {result.stderr}")
    complaints += same(poppler.n_pages(out), 2, "pages, scaled")
    text = poppler.text(out, 2)
    complaints += [f"“{line}” is cut off" for line in lines if line not in text]

    result = export(deck, "-o", out, "--fit", "continue")
    n_pages = poppler.n_pages(out)
    if n_pages < 4:
        complaints.append(f"{n_pages} pages, continued")
    pages = [poppler.text(out, page) for page in range(1, n_pages + 1)]
    complaints += [f"“{line}” is on {sum(line + ' ' in page + ' ' for page in pages)} pages"
                   for line in lines if sum(line + " " in page + " " for page in pages) != 1]

    export(deck, "-o", out, "--notes", "below")
    whole = " ".join(poppler.text(out, page) for page in range(1, poppler.n_pages(out) + 1))
    complaints += [f"notes paragraph {number} is cut off" for number in range(1, 13)
                   if f"Notes paragraph {number} word" not in whole]
    return complaints + same(whole.count("word"), 12 * 90, "words of notes")


def hidden_slides_stay_hidden():
    deck = write("hidden.md", "# A\n\n---\n\n<!-- .slide: data-visibility=\"hidden\" -->\n# B\n\n---\n\n# C\n")
    out = FOLDER / "hidden.pdf"
    complaints = expect(export(deck, "-o", out), 0) + same(poppler.n_pages(out), 2, "pages")
    complaints += expect(export(deck, "-o", out, "--with-hidden"), 0)
    return complaints + same(poppler.n_pages(out), 3, "pages with the hidden one")


def pictures_of_slides():
    deck = write("talk.md", DECK)
    folder = FOLDER / "pictures"
    complaints = expect(export(deck, "-f", "png", "-o", f"{folder}/", "--width", "960"), 0)
    names = [f"talk-0{number}.png" for number in (1, 2, 3, 4)]
    complaints += same(sorted(os.listdir(folder)), names, "files")
    export(deck, "-o", FOLDER / "talk.pdf")
    for page, name in enumerate(names, 1):
        picture = poppler.read_png(folder / name)
        apart = poppler.difference(picture, poppler.draw(FOLDER / "talk.pdf", page, 72))
        if apart > 2.5:
            complaints.append(f"{name} and page {page} differ by {apart:.2f}")
    complaints += expect(export(deck, "-o", FOLDER / "one.webp", "--slides", "2", "--width", "320"), 0)
    if (FOLDER / "one.webp").read_bytes()[8:12] != b"WEBP":
        complaints.append("not WebP")
    complaints += expect(export(deck, "-o", FOLDER / "step.png", "--slides", "2", "--steps", "--width", "320"), 0)
    complaints += same(sorted(path.name for path in FOLDER.glob("step*.png")),
                       ["step-02-0.png", "step-02-1.png", "step-02-2.png"], "steps")
    complaints += expect(export(deck, "-o", FOLDER / "all.png", "--contact-sheet", "--width", "640"), 0)
    return complaints + same(poppler.read_png(FOLDER / "all.png")[0], 640, "width of the contact sheet")


def what_is_missing_is_named():
    deck = write("missing.md", "# A\n\n---\n\n![](img/gone.png)\n\n---\n\n# C\n")
    out = FOLDER / "missing.pdf"
    complaints = expect(export(deck, "-o", out), 1, "Slide 2", "img/gone.png")
    complaints += same(poppler.n_pages(out), 3, "pages")
    out.write_text("old")
    complaints += expect(export(deck, "-o", out, "--strict"), 1, "img/gone.png")
    return complaints + same(out.read_text(), "old", "the old file")


def arguments_are_checked():
    deck, out = write("arguments.md", DECK), FOLDER / "arguments.pdf"
    rows = [
        (["-o", out, "--slides", "9"], 1, "no slide 9"),
        (["-o", out, "--slides", "x"], 1, "“x”"),
        (["-o", out, "--per-page", "5"], 2, "2, 3, 4 or 6"),
        (["-o", out, "--notes", "beside"], 2, "below, page"),
        (["-o", out, "--width", "100"], 2, "--width"),
        (["-o", out, "--notes", "page", "--per-page", "2"], 2, "do not go together"),
        (["-o", FOLDER / "x.doc"], 2, "--format"),
        (["-o", FOLDER / "x.html", "--steps"], 2, "--steps"),
        (["-o", "-", "-f", "png"], 2, "standard output"),
    ]
    complaints = []
    for options, status, word in rows:
        complaints += expect(export(deck, *options), status, word)
    return complaints + same(out.exists(), False, "a file was written")


def without_a_display_server():
    empty = FOLDER / "empty"
    empty.mkdir()
    deck = write("alone.md", "# A\n")
    result = export(deck, "-o", FOLDER / "alone.pdf", environment={"PATH": str(empty)})
    complaints = expect(result, 1, "Xvfb")
    return complaints + same(len(result.stderr.decode().splitlines()), 1, "lines")


def a_full_disk():
    mount = FOLDER / "small"
    mount.mkdir()
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", str(mount)], capture_output=True)
    if made.returncode:
        return "a small file system cannot be mounted here"
    try:
        (mount / "deck.pdf").write_text("old")
        (mount / "filler").write_bytes(bytes(8192))
        complaints = expect(export(write("full.md", DECK), "-o", mount / "deck.pdf"), 1, "disk is full")
        complaints += expect(export(FOLDER / "full.md", "-o", mount / "deck.png"), 1, "disk is full")
        complaints += same((mount / "deck.pdf").read_text(), "old", "the old file")
        return complaints + same(sorted(os.listdir(mount)), ["deck.pdf", "filler"], "files")
    finally:
        subprocess.run(["umount", str(mount)], check=True)


def killed_midway():
    folder = FOLDER / "killed"
    folder.mkdir()
    deck = folder / "deck.md"
    deck.write_bytes(subprocess.run([sys.executable, MAKE_DECK, "120"], check=True, capture_output=True).stdout)
    out = folder / "deck.pdf"
    out.write_text("old")
    terminal, other = os.openpty()
    process = subprocess.Popen([COMMAND, "export", deck, "-o", out], stderr=other, env=ENVIRONMENT)
    os.close(other)
    said = b""
    # The first slides are done, which is told to people.
    while b"24 of 120" not in said:
        said += os.read(terminal, 4096)
    process.send_signal(signal.SIGKILL)
    process.wait()
    complaints = same(out.read_text(), "old", "the old file")
    # The end of the terminal is that of the last process which has it.
    try:
        while os.read(terminal, 4096):
            pass
    except OSError:
        pass
    return complaints + same(sorted(os.listdir(folder)), ["deck.md", "deck.pdf"], "files")


def three_hundred_slides():
    deck = FOLDER / "many.md"
    deck.write_bytes(subprocess.run([sys.executable, MAKE_DECK, "300"], check=True, capture_output=True).stdout)
    out = FOLDER / "many.pdf"
    result = export(deck, "-o", out)
    complaints = same(poppler.n_pages(out), 300, "pages")
    complaints += same(result.returncode, 1, "status, as its pictures are missing")
    complaints += same([len(poppler.outline(out)), "299" in poppler.text(out, 300)], [300, True], "the last")
    # Fonts are in it once, however many parts it was printed in.
    fonts = poppler.run("pdffonts", out).decode().splitlines()[2:]
    limit = 3 * 1024 * 1024
    if out.stat().st_size > limit:
        complaints.append(f"{out.stat().st_size} bytes with {len(fonts)} fonts")
    return complaints


if __name__ == "__main__":
    try:
        status = tap.run(
            [
                a_page_for_each_slide,
                links_and_outline,
                pages_of_any_size,
                the_same_bytes_each_time,
                steps_ranges_and_notes,
                long_slides_are_whole,
                hidden_slides_stay_hidden,
                pictures_of_slides,
                what_is_missing_is_named,
                arguments_are_checked,
                without_a_display_server,
                a_full_disk,
                killed_midway,
                three_hundred_slides,
            ]
        )
    finally:
        shutil.rmtree(FOLDER, ignore_errors=True)
    sys.exit(status)
