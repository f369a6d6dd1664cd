#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 the Foredeck contributors
"""Compares real decks with what HedgeDoc showed of them in a browser.

The folder that FOREDECK_CORPUS names holds the decks (decks/NAME.md) and what HedgeDoc made
of them (golden/NAME.json). It is not part of the project; without it nothing is checked.
"""

import concurrent.futures
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unicodedata

import departures
import shown

COMMAND = sys.argv[1]
CORPUS = os.environ.get("FOREDECK_CORPUS", "")

# So many differences of each deck are printed.
SHOW = int(os.environ.get("FOREDECK_SHOW", "1"))


def export(deck, folder):
    target = pathlib.Path(folder) / (deck.stem + ".html")
    result = subprocess.run(
        [COMMAND, "export", str(deck), "-o", str(target)],
        capture_output=True,
        env={**os.environ, "LC_ALL": "C.UTF-8", "XDG_CACHE_HOME": str(folder)},
        timeout=120,
    )
    if result.returncode != 0:
        raise RuntimeError(result.stderr.decode(errors="replace")[:300])
    return target.read_text(encoding="utf-8")


def outline(node, depth=0):
    """A tree as lines, which say where two differ."""
    pad = " " * depth
    if isinstance(node, str):
        return [f"{pad}“{node}”"]
    rest = {k: v for k, v in node.items() if k not in ("t", "a", "c")}
    given = "".join(f" {k}={v!r}" for k, v in sorted({**node.get("a", {}), **rest}.items()))
    lines = [f"{pad}{node['t']}{given}"]
    for child in node.get("c", []):
        lines += outline(child, depth + 1)
    return lines


def first_difference(theirs, ours):
    a, b = outline(theirs), outline(ours)
    for i in range(max(len(a), len(b))):
        one = a[i] if i < len(a) else "(nothing)"
        other = b[i] if i < len(b) else "(nothing)"
        if one != other:
            return f"HedgeDoc {one.strip()[:200]}; Foredeck {other.strip()[:200]}"
    return "notes or steps"


def plain(text):
    return unicodedata.normalize("NFC", shown.squash(text)).strip()


class Emoji:
    """Names of emoji, as the golden trees have them, and what they stand for."""

    def __init__(self, path):
        self.table = {}
        if not path.exists():
            return
        for line in path.read_text(encoding="utf-8").splitlines():
            name, _, character = line.partition("\t")
            if character:
                self.table[name.strip(":")] = character.split("\t")[0]

    def put(self, node):
        if isinstance(node, str):
            return shown.re.sub(
                r":([\w+-]+):", lambda m: self.table.get(m[1], m[0]), node
            ).replace("\ufe0f", "")
        if node["t"] == "codeblock":
            return node
        return {**node, "c": [self.put(child) for child in node["c"]]} if "c" in node else node


def read_golden(slides, emoji):
    return [
        {
            "place": (slide["h"], slide["v"]),
            "tree": emoji.put(shown.reduce_slide(slide["dom"])),
            "notes": plain(slide["notes"]),
            "steps": [int(step["index"] or 0) for step in slide["fragments"]],
        }
        for slide in slides
    ]


def compare_slides(theirs, ours, source):
    """The departures of a slide, or None and what differs."""
    names = []
    one, other = theirs["tree"], ours["tree"]
    if one != other:
        one, other, names = departures.apply(one, other, source)
    if one != other:
        return None, first_difference(one, other)
    if theirs["steps"] != ours["steps"]:
        return None, f"steps: {theirs['steps']}; {ours['steps']}"
    if theirs["notes"] != ours["notes"]:
        if not departures.same_notes(theirs["notes"], ours["notes"]):
            return None, f"notes: {theirs['notes'][:90]!r}; {ours['notes'][:90]!r}"
        names.append("rendered notes")
    return names, ""


def compare(slides, markup, source, emoji):
    """For each slide: its place, its departures or None, what differs."""
    theirs = read_golden(slides, emoji)
    ours = shown.read_slides(markup)
    for slide in ours:
        slide["tree"] = emoji.put(slide["tree"])
    theirs, was_cut = departures.without_front_matter(theirs, ours[0]["tree"], source)
    left = {slide["place"]: slide for slide in ours}
    results = []
    for slide in theirs:
        place = slide["place"]
        mine = left.pop(place, None)
        if mine is None:
            results.append((place, None, "is not there"))
            continue
        names, text = compare_slides(slide, mine, source)
        if names is not None and was_cut and place == (0, 0):
            names.append("front matter behind an empty line")
        results.append((place, names, text))
    return results + [(place, None, "HedgeDoc has no such slide") for place in left]


def check_probe(deck, folder, emoji):
    golden = json.loads(deck.with_suffix(".json").read_text(encoding="utf-8"))
    source = deck.read_text(encoding="utf-8")
    return compare(golden["canonical"], export(deck, folder), source, emoji)


def check(deck, folder, emoji):
    golden = json.loads(
        (pathlib.Path(CORPUS) / "golden" / f"{deck.stem}.json").read_text(encoding="utf-8")
    )
    source = deck.read_text(encoding="utf-8")
    return compare(golden["slides"], export(deck, folder), source, emoji)


class Report:
    """TAP, a case for each deck, and how many slides there were in all."""

    def __init__(self):
        self.number = 0
        self.counts = [0, 0, 0]

    def add(self, name, results):
        self.number += 1
        wrong = [(place, text) for place, names, text in results if names is None]
        equal = sum(names == [] for _, names, _ in results)
        counts = [equal, len(results) - equal - len(wrong), len(wrong)]
        self.counts = [a + b for a, b in zip(self.counts, counts)]
        for place, text in wrong[:SHOW]:
            print(f"# {place[0]}/{place[1]}: {text}")
        result = "not ok" if wrong else "ok"
        print(f"{result} {self.number} {name}: {self.describe(counts)}", flush=True)

    @staticmethod
    def describe(counts):
        return "{} equal, {} on purpose different, {} different".format(*counts)


def check_all(folder, decks, probes):
    emoji = Emoji(pathlib.Path(CORPUS).parent / "data" / "emoji-map.tsv")
    report = Report()
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        checks = [pool.submit(check, deck, folder, emoji) for deck in decks]
        probed = [pool.submit(check_probe, probe, folder, emoji) for probe in probes]
    for deck, results in zip(decks, checks):
        report.add(deck.stem, results.result())
    print(f"# decks: {report.describe(report.counts)}")
    for probe, results in zip(probes, probed):
        reason = departures.PROBES.get(probe.stem)
        results = results.result()
        if reason:
            results = [(place, names or [reason], "") for place, names, _ in results]
        report.add(f"probe-{probe.stem}", results)
    return 1 if report.counts[2] > 0 else 0


def main():
    decks = sorted((pathlib.Path(CORPUS) / "decks").glob("*.md")) if CORPUS else []
    if not decks:
        print("1..0 # SKIP FOREDECK_CORPUS names no folder with decks")
        return 0
    probes = sorted((pathlib.Path(CORPUS) / "probes").glob("*.md"))
    print(f"1..{len(decks) + len(probes)}", flush=True)
    with tempfile.TemporaryDirectory(prefix="foredeck-corpus-") as folder:
        return check_all(folder, decks, probes)


if __name__ == "__main__":
    sys.exit(main())
