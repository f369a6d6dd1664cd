#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 the Foredeck contributors
"""Which folder may include whose headers.

Include paths keep our own libraries apart; but Debian puts some libraries straight into
/usr/include, where every folder sees them. This closes the hole.
"""

import re
import sys

import tap

BELOW = {
    "base": [],
    "file": ["base"],
    "trust": ["base"],
    "markdown": ["trust", "base", "web"],
    "deck": ["markdown", "trust", "base"],
    "talk": ["deck", "markdown", "trust", "file", "base"],
    "check": ["deck", "markdown", "trust", "base"],
    "handout": ["deck", "markdown", "trust", "file", "base", "web"],
    "stage": ["deck", "markdown", "trust", "base", "web"],
    "thumbnail": ["deck", "markdown", "trust", "base"],
    "print": ["stage", "handout", "deck", "markdown", "trust", "file", "base"],
    "write": ["check", "thumbnail", "deck", "markdown", "trust", "file", "base"],
    "present": ["stage", "thumbnail", "talk", "deck", "markdown", "trust", "base"],
    "app": [
        "present", "write", "print", "thumbnail", "stage", "talk", "cli", "handout",
        "check", "deck", "markdown", "trust", "file", "base",
    ],
    "cli": ["handout", "check", "deck", "markdown", "trust", "file", "base"],
}

# Header: the folders that may include it.
OUTSIDE = {
    r"cmark-gfm.*": ["markdown"],
    r"yaml\.h": ["deck"],
    r"gumbo\.h": ["markdown"],
    r"json-glib/.*": ["check", "talk"],
    r"libsoup/.*": ["trust"],
    r"webkit/.*": ["print", "stage"],
    r"jsc/.*": ["markdown", "stage"],
    r"adwaita\.h": ["app", "write", "present"],
    r"gtksourceview/.*": ["app", "write"],
    r"gtk/.*": ["print", "stage", "thumbnail", "present", "write", "app"],
    r"gdk/.*": ["print", "stage", "thumbnail", "present", "write", "app"],
    r"qpdf/.*": ["print"],
    r"webp/.*": ["print"],
}

INCLUDE = re.compile(r'^\s*#\s*include\s+(["<])([^">]+)[">]', re.MULTILINE)


def homes():
    found = {}
    for path in tap.tracked("src", "data/web"):
        if path.suffix == ".h":
            found[path.name] = "web" if "web" in path.parts else path.parent.name
    return found


def own_headers():
    found = homes()
    complaints = []
    for path in tap.tracked("src"):
        folder = path.parent.name
        if path.suffix not in (".c", ".h"):
            continue
        if len(path.relative_to(tap.ROOT).parts) != 3:
            complaints.append(f"{path}: there is no third level under src")
            continue
        if folder not in BELOW:
            complaints.append(f"{path}: no rule for the folder {folder}")
            continue
        for quote, name in INCLUDE.findall(path.read_text(encoding="utf-8")):
            home = found.get(name)
            if quote == '"' and home not in (None, folder) and home not in BELOW[folder]:
                complaints.append(f"{path.relative_to(tap.ROOT)}: {name} is of {home}")
    return complaints


def outside_headers():
    complaints = []
    for path in tap.tracked("src"):
        if path.suffix not in (".c", ".h"):
            continue
        for quote, name in INCLUDE.findall(path.read_text(encoding="utf-8")):
            for pattern, folders in OUTSIDE.items():
                if quote == "<" and re.fullmatch(pattern, name) and path.parent.name not in folders:
                    complaints.append(f"{path.relative_to(tap.ROOT)}: <{name}>")
    return complaints


def first_include_is_own():
    complaints = []
    for path in tap.tracked("src"):
        header = path.with_suffix(".h")
        if path.suffix != ".c" or not header.exists():
            continue
        includes = INCLUDE.findall(path.read_text(encoding="utf-8"))
        # A class that shares its struct with its siblings starts with that.
        own = {header.name, f"{path.stem}-private.h"}
        if not includes or includes[0][1] not in own:
            complaints.append(f"{path.relative_to(tap.ROOT)}: include {header.name} first")
    return complaints


if __name__ == "__main__":
    sys.exit(tap.run([own_headers, outside_headers, first_include_is_own]))
