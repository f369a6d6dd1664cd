#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 the Foredeck contributors
"""Exported decks in a real Chromium, opened from disk."""

import base64
import os
import pathlib
import re
import struct
import subprocess
import sys
import tempfile
import zlib

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "tree"))

import chromium  # noqa: E402
import tap  # noqa: E402

COMMAND = sys.argv[1]
SEED = tap.ROOT / "tests" / "decks" / "community-meeting.md"
FOLDER = pathlib.Path(tempfile.mkdtemp(prefix="foredeck-browser-"))

# A deck with one of everything that the seed has not.
OWN = """---
title: "Own <deck> & more"
lang: en
description: A deck for tests
slideOptions:
  theme: league
  transition: fade
---

# First

<!-- .slide: data-background="#334455" id="start" -->

- one <!-- .element: class="fragment" -->
- two <!-- .element: class="fragment" -->

Note: Say *hello*.

---

## Second

![local](./red.png)

[back](#/0) [by name](#/start)

----

## Below

<img class="r-stretch" src="./red.png">

<script>window.broken = 1</script><img src=x onerror="window.broken = 2">
"""

# What reveal.js adds to slides.
REVEAL = """# Fragments

- a <!-- .element: class="fragment grow" data-fragment-index="2" -->
- b <!-- .element: class="fragment fade-out" data-fragment-index="1" -->
- c <!-- .element: class="fragment highlight-current-blue" -->
- d <!-- .element: class="fragment current-visible" data-fragment-index="0" -->

Note:
- seen by nobody <!-- .element: class="fragment" -->

---

<!-- .slide: data-auto-animate -->

# Same

---

<!-- .slide: data-auto-animate -->

# Same

more

---

## Fit <!-- .element: class="r-fit-text" -->

---

<div class="r-stack">

one

two

</div>

---

<!-- .slide: data-background-gradient="linear-gradient(#000, #fff)" -->

---

<!-- .slide: data-background-image="./red.png" data-background-size="contain" data-background-opacity="0.5" -->

---

<!-- .slide: data-background-iframe="https://host.example/page" -->

---

<!-- .slide: data-visibility="hidden" -->

---

<!-- .slide: data-background="./red.png" -->

---

<!-- .slide: data-visibility="uncounted" data-timing="30" data-state="special" data-autoslide="60000" -->
"""

# One line for each slide of that deck, and what can only be seen while it is shown.
LOOK = """
(async () => {
  const settled = () => new Promise (done =>
    requestAnimationFrame (() => requestAnimationFrame (done)));
  const show = async (index) => { Reveal.slide (index); await settled (); };
  const content = (index) => Reveal.getSlideBackground (index)
    .querySelector ('.slide-background-content');
  const seen = {};
  seen.slides = Reveal.getTotalSlides ();
  seen.columns = Reveal.getHorizontalSlides ().length;
  seen.fragments = [...document.querySelectorAll ('.fragment')]
    .map (e => e.textContent.trim () + e.dataset.fragmentIndex).join (' ');
  await show (1);
  const animated = new Promise (done => Reveal.on ('autoanimate', () => done (true)));
  await show (2);
  seen.animated = await animated;
  await show (3);
  seen.fits = parseFloat (getComputedStyle (document.querySelector ('.r-fit-text')).fontSize) > 100;
  await show (4);
  seen.stacked = new Set ([...document.querySelectorAll ('.r-stack > *')]
    .map (e => getComputedStyle (e).gridArea)).size;
  await show (5);
  seen.gradient = Reveal.getSlideBackground (5).style.backgroundImage;
  await show (6);
  const picture = (index) => content (index).style.backgroundImage.slice (0, 27);
  seen.picture = [content (6).style.backgroundSize, content (6).style.opacity, picture (6)].join (' ');
  await show (7);
  seen.page = content (7).querySelector ('iframe')?.src;
  await show (8);
  seen.shorthand = picture (8);
  await show (9);
  seen.state = document.querySelector ('.reveal-viewport').classList.contains ('special');
  seen.timing = Reveal.getCurrentSlide ().dataset.timing;
  seen.slidesOn = Reveal.isAutoSliding ();
  return seen;
}) ()
"""


# What our own libraries make of text.
MADE = r"""# Code

```js= [1|2]
const a = 1 // "<b>"
a()
```

---

# Math

$\frac{a}{b}$ and $$\sum_i \mathcal{L}$$

---

# Mermaid

```mermaid
graph LR
  A[One & two] --> B
  click A href "javascript:window.broken = 1"
```

---

# Graphviz

```graphviz
digraph { a -> b [label="c<d"]; b [URL="javascript:window.broken = 2"] }
```

---

# ABC

```abc
X: 1
T: Tune
K: C
CDEF|GABc|
```

---

# Not a diagram

```mermaid
nothing that anybody draws
```
"""


def write_red_picture(path):
    rows = (b"\0" + b"\xff\0\0" * 8) * 4
    chunk = lambda kind, data: (  # noqa: E731
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    )
    header = struct.pack(">IIBBBBB", 8, 4, 8, 2, 0, 0, 0)
    path.write_bytes(
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def export(deck, name, *arguments):
    output = FOLDER / name
    environment = {**os.environ, "XDG_CACHE_HOME": str(FOLDER / "cache"), "DISPLAY": ""}
    subprocess.run(
        [COMMAND, "export", str(deck), "-o", str(output), *arguments],
        check=True,
        env=environment,
        stderr=subprocess.DEVNULL,
    )
    return output.as_uri()


def same(what, got, wanted):
    return [] if got == wanted else [f"{what}: {got!r}, not {wanted!r}"]


def serious(page):
    """What went wrong, but for pictures that are not there on purpose."""
    return [text for text in page.complaints() if "ERR_" not in text]


def seed_is_whole():
    browser = chromium.Chromium()
    try:
        page = browser.open(export(SEED, "seed.html"))
        complaints = same("slides", page.evaluate("Reveal.getTotalSlides ()"), 12)
        complaints += same("columns", page.evaluate("Reveal.getHorizontalSlides ().length"), 6)
        complaints += same("theme", page.evaluate(
            "getComputedStyle (document.body).backgroundColor"), "rgb(255, 255, 255)")
        complaints += same("transition", page.evaluate(
            "document.querySelector ('.reveal').classList.contains ('slide')"), True)
        complaints += same("font", page.evaluate(
            "document.fonts.ready.then (() => document.fonts.check ('16px Lato'))"), True)

        # What the source has, read from the source, not from what we made of it.
        source = SEED.read_text(encoding="utf-8").split("---\n", 2)[2]
        source = re.sub(r"<style>.*?</style>|<!--.*?-->", "", source, flags=re.S)
        links = set(re.findall(r"(?<!!)\[[^\]]*\]\((https?://[^)]+)\)", source))
        links |= set(re.findall(r"(?<!\()https?://[^\s)]+", re.sub(r"!?\[[^\]]*\]\([^)]*\)", "", source)))
        shown = set(page.evaluate("[...document.querySelectorAll ('.slides a')].map (a => a.href)"))
        complaints += same("links", {l.rstrip("/") for l in links}, {l.rstrip("/") for l in shown})

        plain = re.sub(r"<[^>]*>", "", source)
        plain = re.sub(r"!\[[^\]]*\]\([^)]*\)", "", plain)
        plain = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", plain)
        wanted = re.findall(r"[\w’-]{3,}", re.sub(r"(?m)^-{3,4}$|_", " ", plain))
        text = page.evaluate("document.querySelector ('.slides').textContent")
        missing = [word for word in wanted if word not in text]
        complaints += same("missing words", missing, [])
        complaints += same("words", len(wanted) > 250, True)
        return complaints
    finally:
        browser.close()


def seed_is_quiet():
    """No request leaves but those for the two pictures that stayed links."""
    browser = chromium.Chromium()
    try:
        page = browser.open(export(SEED, "seed.html"))
        for _ in range(14):
            page.press("PageDown", "PageDown", 34)
        complaints = same("end", page.evaluate("Reveal.isLastSlide ()"), True)
        strange = [
            url for url in page.requests()
            if not url.startswith(("file:", "data:", "https://input.scs.community/uploads/"))
        ]
        complaints += same("requests", strange, [])
        return complaints + same("console", serious(page), [])
    finally:
        browser.close()


def own_deck_works():
    write_red_picture(FOLDER / "red.png")
    deck = FOLDER / "own.md"
    deck.write_text(OWN, encoding="utf-8")
    browser = chromium.Chromium()
    try:
        page = browser.open(export(deck, "own.html"))
        complaints = same("title", page.evaluate("document.title"), "Own <deck> & more")
        complaints += same("language", page.evaluate("document.documentElement.lang"), "en")
        complaints += same("requests", [u for u in page.requests() if not u.startswith(("file:", "data:"))], [])
        complaints += same("picture", page.evaluate(
            "document.querySelector ('img[alt=local]').naturalWidth"), 8)

        page.press("ArrowRight", "ArrowRight", 39)
        complaints += same("fragment", page.evaluate("Reveal.getIndices ().f"), 0)
        page.press("ArrowRight", "ArrowRight", 39)
        page.press("ArrowRight", "ArrowRight", 39)
        complaints += same("column", page.evaluate("Reveal.getIndices ().h"), 1)
        complaints += same("address", page.evaluate("location.hash"), "#/1")
        page.press("ArrowDown", "ArrowDown", 40)
        complaints += same("row", page.evaluate("Reveal.getIndices ().v"), 1)
        complaints += same("number", page.evaluate(
            "document.querySelector ('.slide-number').textContent.replace (/\\s/g, '')"), "2.2")
        complaints += same("stretched", page.evaluate(
            "document.querySelector ('section.present img.r-stretch').offsetHeight > 300"), True)
        page.press("o", "KeyO", 79)
        complaints += same("overview", page.evaluate("Reveal.isOverview ()"), True)
        page.press("o", "KeyO", 79)
        page.evaluate("document.querySelectorAll ('a')[1].click ()")
        complaints += same("link", page.evaluate(
            "new Promise (done => setTimeout (() => done (Reveal.getIndices ().h), 200))"), 0)
        complaints += same("broken", page.evaluate("window.broken"), None)
        return complaints + same("console", serious(page), [])
    finally:
        browser.close()


def speaker_view_opens():
    deck = FOLDER / "own.md"
    write_red_picture(FOLDER / "red.png")
    deck.write_text(OWN, encoding="utf-8")
    browser = chromium.Chromium()
    try:
        page = browser.open(export(deck, "own.html"))
        page.press("s", "KeyS", 83)
        made = browser.wait_for(
            "Target.targetCreated",
            lambda event: event["params"]["targetInfo"]["type"] == "page"
            and event["params"]["targetInfo"].get("openerId"),
        )
        session = browser.call(
            "Target.attachToTarget", targetId=made["params"]["targetInfo"]["targetId"], flatten=True
        )["sessionId"]
        speaker = chromium.Page(browser, session)
        notes = speaker.evaluate(
            "new Promise (done => { const look = () => {"
            " const text = document.querySelector ('.speaker-controls-notes .value')?.textContent;"
            " if (text) done (text.trim ()); else setTimeout (look, 50); }; look ();"
            " setTimeout (() => done ('nothing came'), 15000); })"
        )
        return same("notes", notes, "Say hello.")
    finally:
        browser.close()


def notes_can_stay_out():
    write_red_picture(FOLDER / "red.png")
    deck = FOLDER / "own.md"
    deck.write_text(OWN, encoding="utf-8")
    browser = chromium.Chromium()
    try:
        page = browser.open(export(deck, "quiet.html", "--no-notes", "--title", "Other"))
        complaints = same("notes", page.evaluate("document.querySelector ('aside.notes')"), None)
        complaints += same("title", page.evaluate("document.title"), "Other")
        return complaints + same("console", serious(page), [])
    finally:
        browser.close()


def what_reveal_adds_works():
    write_red_picture(FOLDER / "red.png")
    deck = FOLDER / "reveal.md"
    deck.write_text(REVEAL, encoding="utf-8")
    browser = chromium.Chromium()
    try:
        page = browser.open(export(deck, "reveal.html"))
        seen = page.evaluate(LOOK)
        expected = {
            "slides": 9,
            "columns": 10,
            "fragments": "a2 b1 c3 d0",
            "animated": True,
            "fits": True,
            "stacked": 1,
            "gradient": "linear-gradient(rgb(0, 0, 0), rgb(255, 255, 255))",
            "picture": "contain 0.5 url(\"data:image/png;base64,",
            "shorthand": "url(\"data:image/png;base64,",
            "page": "about:blank",
            "state": True,
            "timing": "30",
            "slidesOn": True,
        }
        return [line for key, value in expected.items() for line in same(key, seen.get(key), value)]
    finally:
        browser.close()


def code_has_steps():
    deck = FOLDER / "made.md"
    deck.write_text(MADE, encoding="utf-8")
    browser = chromium.Chromium()
    try:
        page = browser.open(export(deck, "made.html"))
        lines = "[...document.querySelectorAll ('.highlight-line')].map (line => line.textContent)"
        complaints = same("first step", page.evaluate(lines), ['const a = 1 // "<b>"'])
        complaints += same("dimmed", page.evaluate(
            "getComputedStyle (document.querySelectorAll ('.code-line')[1]).opacity"), "0.4")
        page.press("ArrowRight", "ArrowRight", 39)
        complaints += same("second step", page.evaluate(lines), ["a()"])
        page.press("ArrowLeft", "ArrowLeft", 37)
        complaints += same("back", page.evaluate(lines), ['const a = 1 // "<b>"'])
        complaints += same("colour", page.evaluate(
            "getComputedStyle (document.querySelector ('.hljs-keyword')).color"), "rgb(227, 206, 171)")
        return complaints + same("console", serious(page), [])
    finally:
        browser.close()


def math_has_its_fonts():
    deck = FOLDER / "made.md"
    deck.write_text(MADE, encoding="utf-8")
    browser = chromium.Chromium()
    try:
        page = browser.open(export(deck, "made.html"))
        page.evaluate("Reveal.slide (1)")
        fonts = page.evaluate(
            "document.fonts.ready.then (() => [...document.fonts].filter (font => font.status === 'loaded')"
            ".map (font => font.family.replace (/\"/g, '')).filter (name => name.startsWith ('KaTeX')).sort ())"
        )
        complaints = same("fonts", fonts, ["KaTeX_Caligraphic", "KaTeX_Main", "KaTeX_Math", "KaTeX_Size2"])
        complaints += same("formulas", page.evaluate(
            "document.querySelectorAll ('.slides .katex math').length"), 2)
        return complaints + same("console", serious(page), [])
    finally:
        browser.close()


def diagrams_are_drawn():
    deck = FOLDER / "made.md"
    deck.write_text(MADE, encoding="utf-8")
    browser = chromium.Chromium()
    try:
        page = browser.open(export(deck, "made.html"))
        page.evaluate(
            "new Promise (done => { const look = () => !document.querySelector ('pre[data-diagram]:not([data-drawn])')"
            " ? done (1) : setTimeout (look, 50); look (); })"
        )
        texts = page.evaluate(
            "[...document.querySelectorAll ('pre[data-drawn] > svg')].map (svg =>"
            " [...svg.querySelectorAll ('text')].map (text => text.textContent.trim ()).filter (Boolean))"
        )
        complaints = same("drawings", len(texts), 3)
        if len(texts) == 3:
            complaints += same("mermaid", texts[0], ["One & two", "B"])
            complaints += same("graphviz", texts[1], ["a", "b", "c<d"])
            complaints += same("abc", "Tune" in texts[2], True)
        complaints += same("alerts", page.evaluate(
            "document.querySelectorAll ('pre[data-drawn] > .alert').length"), 1)
        complaints += same("scripts", page.evaluate(
            "[...document.querySelectorAll ('.slides *')].filter (one => one.localName === 'script'"
            " || [...one.attributes].some (({ name }) => /^on|href/.test (name))).length"), 0)
        page.evaluate("document.querySelectorAll ('pre svg *').forEach (one =>"
                      " one.dispatchEvent (new MouseEvent ('click', { bubbles: true })))")
        complaints += same("broken", page.evaluate("window.broken"), None)
        complaints += same("requests", [u for u in page.requests() if not u.startswith(("file:", "data:"))], [])
        return complaints + same("console", serious(page), [])
    finally:
        browser.close()


def only_what_is_needed_is_there():
    plain = FOLDER / "plain.md"
    plain.write_text("# Plain\n\nText and `code`\n", encoding="utf-8")
    export(plain, "plain.html")
    text = (FOLDER / "plain.html").read_text(encoding="utf-8")
    return [
        f"{name} is in a file that does not need it"
        for name in ("KaTeX", "hljs-keyword", "mermaid.initialize=", "wasm-unsafe-eval", "abcjs_basic")
        if name in text
    ]


REACH = """
(() => {
  const present = Reveal.getCurrentSlide ();
  const reached = [...document.querySelectorAll ('.slides a')]
    .filter (link => !link.closest ('[inert]')).map (link => link.textContent);
  return [reached.join (' '), document.activeElement.textContent,
    present.contains (document.activeElement)];
})()
"""


def only_the_present_is_reached():
    deck = FOLDER / "reach.md"
    deck.write_text(
        "# One\n\n[one](https://a.example)\n\n---\n\n# Two\n\n[two](https://b.example)\n\n"
        "----\n\n[three](https://c.example)\n",
        encoding="utf-8",
    )
    browser = chromium.Chromium()
    try:
        page = browser.open(export(deck, "reach.html"))
        complaints = same("at first", page.evaluate(REACH)[0], "one")
        complaints += same("role", page.evaluate("document.querySelector ('[role=application]')"), None)
        page.press("ArrowRight", "ArrowRight", 39)
        complaints += same("heading", page.evaluate(REACH), ["two", "Two", True])
        page.press("ArrowDown", "ArrowDown", 40)
        reached, _, inside = page.evaluate(REACH)
        complaints += same("without a heading", (reached, inside), ("three", True))
        page.press("Tab", "Tab", 9)
        complaints += same("Tab", page.evaluate("document.activeElement.textContent"), "three")
        page.press("o", "KeyO", 79)
        complaints += same("overview", page.evaluate(REACH)[0], "one two three")
        page.press("o", "KeyO", 79)
        complaints += same("afterwards", page.evaluate(REACH)[0], "three")
        return complaints + same("console", serious(page), [])
    finally:
        browser.close()


def a_folder_works():
    write_red_picture(FOLDER / "red.png")
    deck = FOLDER / "folder.md"
    deck.write_text(
        "---\nslideOptions:\n  theme: white\n---\n\n# One\n\n![](red.png)\n\n$x^2$\n\n"
        "Note: said\n\n---\n\n<!-- .slide: data-background=\"./red.png\" -->\n\n"
        "```graphviz\ndigraph { a -> b }\n```\n",
        encoding="utf-8",
    )
    browser = chromium.Chromium()
    try:
        page = browser.open(export(deck, "site", "--folder") + "/index.html")
        complaints = same("picture", page.evaluate("document.querySelector ('.slides img').naturalWidth"), 8)
        complaints += same("theme", page.evaluate(
            "getComputedStyle (document.body).backgroundColor"), "rgb(255, 255, 255)")
        complaints += same("formulas", page.evaluate(
            "document.fonts.ready.then (() => document.fonts.check ('16px KaTeX_Math'))"), True)
        page.press("ArrowRight", "ArrowRight", 39)
        complaints += same("background", page.evaluate(
            "getComputedStyle (Reveal.getSlideBackground (1).querySelector ('.slide-background-content'))"
            ".backgroundImage.endsWith ('assets/red.png\")')"), True)
        complaints += same("diagram", page.evaluate(
            "new Promise (done => { const look = () => document.querySelector ('.slides svg') ? done (true)"
            " : setTimeout (look, 50); look (); setTimeout (() => done (false), 15000); })"), True)
        strange = [url for url in page.requests() if not url.startswith(("file:", "data:"))]
        return complaints + same("requests", strange, []) + same("console", serious(page), [])
    finally:
        browser.close()


def every_slide_is_a_sheet():
    """By the browser's own printing, from wherever the reader is."""
    deck = FOLDER / "paper.md"
    deck.write_text(
        "---\nslideOptions:\n  width: 800\n  height: 450\n---\n\n# Alpha\n\n- later "
        "<!-- .element: class=\"fragment\" -->\n\n----\n\n"
        "<!-- .slide: data-background=\"#ff0000\" -->\n\n# Beta\n\nNote: quiet\n\n---\n\n# Gamma\n",
        encoding="utf-8",
    )
    browser = chromium.Chromium()
    try:
        page = browser.open(export(deck, "paper.html"))
        page.press("ArrowRight", "ArrowRight", 39)
        data = page.call("Page.printToPDF", preferCSSPageSize=True, printBackground=True)["data"]
        paper = FOLDER / "paper.pdf"
        paper.write_bytes(base64.b64decode(data))
        told = subprocess.run(["pdfinfo", paper], capture_output=True, text=True, check=True).stdout
        text = subprocess.run(["pdftotext", paper, "-"], capture_output=True, text=True, check=True).stdout
        pages = text.split("\f")[:-1]
        complaints = same("pages", len(pages), 3)
        for words, shown in zip((("Alpha", "later"), ("Beta",), ("Gamma",)), pages):
            complaints += same("missing", [word for word in words if word not in shown], [])
        complaints += same("notes", "quiet" in text, False)
        complaints += same("size", re.search(r"Page size: +600 x 33[78]", told) is not None, True)
        picture = subprocess.run(
            ["pdftoppm", "-f", "2", "-l", "2", "-r", "10", paper], capture_output=True, check=True
        ).stdout
        complaints += same("background", picture[-3000:-2997], b"\xff\0\0")
        return complaints
    finally:
        browser.close()


if __name__ == "__main__":
    if not os.path.exists(chromium.PROGRAM):
        print(f"1..0 # SKIP {chromium.PROGRAM} is not installed")
        sys.exit(0)
    sys.exit(tap.run([seed_is_whole, seed_is_quiet, own_deck_works, speaker_view_opens, notes_can_stay_out,
                      only_the_present_is_reached, a_folder_works, every_slide_is_a_sheet,
                      code_has_steps, math_has_its_fonts, diagrams_are_drawn, only_what_is_needed_is_there,
                      what_reveal_adds_works]))
