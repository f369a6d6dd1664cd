#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 the Foredeck contributors
"""The examples of GitHub's Markdown specification, which contains CommonMark's.

The text comes with Debian's package cmark-gfm, as it is what cmark-gfm itself is tested
with. It is not part of the project; without it nothing is checked.
"""

import concurrent.futures
import gzip
import os
import pathlib
import re
import subprocess
import sys

import shown

COMMAND = sys.argv[1]
SPECIFICATION = pathlib.Path("/usr/share/doc/cmark-gfm/spec.txt.gz")
# Before each example: line ends as in the specification, and a first line that is not
# indented, since a slide loses the indentation of its first line.
HEAD = "---\nbreaks: false\n---\n\nstart\n\n"

EXAMPLE = re.compile(r"^`{32} example([^\n]*)\n(.*?)^\.\n(.*?)^`{32}$", re.DOTALL | re.MULTILINE)


def read_examples():
    text = gzip.decompress(SPECIFICATION.read_bytes()).decode()
    section = ""
    number = 0
    at = 0
    for match in EXAMPLE.finditer(text):
        headings = re.findall(r"^#{1,6} +(.*)$", text[at : match.start()], re.MULTILINE)
        section = headings[-1] if headings else section
        at = match.end()
        number += 1
        markdown, html = (part.replace("→", "\t") for part in match.groups()[1:])
        yield number, section, markdown, html


def render(markdown):
    result = subprocess.run(
        [COMMAND, "export", "--no-notes", "-", "-o", "-"],
        input=(HEAD + markdown).encode(),
        capture_output=True,
        env={**os.environ, "LC_ALL": "C.UTF-8"},
        timeout=60,
    )
    return result.stdout.decode()


# Examples on which HedgeDoc, or the allow-list, has another answer.
_TAGS = "tags and attributes that a deck may not use are text, or gone"
_PARSED = "an HTML parser completes what is not well formed"
_LINKS = "what looks like an address is a link"
OTHERWISE = {
    74: "a line of dashes between empty lines separates slides",
    **dict.fromkeys((120, 126, 127, 128, 133, 139, 140, 142, 147, 149, 150, 151), _TAGS),
    **dict.fromkeys((170, 500, 532, 544, 636, 642, 647, 648, 649, 653), _TAGS),
    **dict.fromkeys((118, 119, 121, 130, 156, 159, 160, 354, 485, 486, 503), _PARSED),
    **dict.fromkeys((632, 633, 634, 635, 650, 651, 663, 664), _PARSED),
    **dict.fromkeys((606, 607, 609), "an address needs a scheme that is known"),
    **dict.fromkeys((610, 614, 616, 619, 620, *range(621, 632)), _LINKS),
    **dict.fromkeys((279, 280), "task boxes are made in HedgeDoc's way"),
    645: "a comment may hold two hyphens",
}

TYPOGRAPHY = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "--", "—": "---",
                            "…": "..."})  # fmt: skip


def neutral(node):
    """Without what HedgeDoc's typography changes, and with its names for the same things."""
    if isinstance(node, str):
        return re.sub(r"\.{2,}", "..", node.translate(TYPOGRAPHY))
    node = {**node, "t": {"del": "s"}.get(node["t"], node["t"])}
    if "a" in node:
        node["a"] = dict(node["a"])
        # A file that is not there is not looked for from an exported page.
        if node["t"] == "img" and "://" not in node["a"].get("src", ""):
            node["a"]["src"] = "data:"
        if node["t"] in ("td", "th") and "align" in node["a"]:
            node["a"]["style"] = f"text-align: {node['a'].pop('align')}"
    if "c" in node:
        node["c"] = [neutral(child) for child in node["c"]]
    return node


def check(example):
    _number, _section, markdown, html = example
    expected = shown.reduce_children(shown.read(f"<div><p>start</p>{html}</div>")["c"][0])
    slides = shown.read_slides(render(markdown))
    if len(slides) != 1:
        return f"{len(slides)} slides"
    got = [neutral(node) for node in slides[0]["tree"]["c"]]
    expected = [neutral(node) for node in expected]

    return "" if got == expected else f"{expected}; {got}"


def main():
    if not SPECIFICATION.exists():
        print(f"1..0 # SKIP there is no {SPECIFICATION}")
        return 0
    examples = list(read_examples())
    failed = False
    print(f"1..{len(examples)}", flush=True)
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        for example, complaint in zip(examples, pool.map(check, examples)):
            number, section, markdown, _html = example
            name = f"{number} {section.lower().replace(' ', '-')}-{number}"
            if not complaint:
                print(f"ok {name}")
            elif number in OTHERWISE:
                print(f"ok {name} otherwise: {OTHERWISE[number]}")
            else:
                failed = True
                print(f"# {markdown!r}: {complaint}"[:800])
                print(f"not ok {name}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
