#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 the Foredeck contributors
"""What every file of the project keeps to."""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

import tap

BUILD = os.environ.get("FOREDECK_BUILD", "")

# Files that others wrote, or that may have no head of ours.
FOREIGN = re.compile(
    r"^(LICENSE|\.gitignore|\.clang-format|\.clang-tidy|\.editorconfig)$"
    r"|package(-lock)?\.json$|\.npmrc$|^tests/decks/|^docs/.*\.png$|\.md$|LINGUAS$|POTFILES\.in$"
    r"|\.po$|\.json$|^tests/fuzz/corpus|meson.*$|\.desktop\.in$|\.service\.in$|\.supp$|\.svg$"
    r"|^data/templates/"
)
# Long by nature.
MAY_BE_LONG = re.compile(r"package-lock\.json$|\.po$|^LICENSE$|^tests/decks/|\.svg$|\.png$|^docs/")

FORBIDDEN = [
    (re.compile(r"/work/|/home/[a-z]|/root/"), None),
    (re.compile(r"\.\./shared"), r"^\.ci/run$"),
    (re.compile(r"\bissue #?\d+\b", re.IGNORECASE), None),
    (re.compile(r'"resolved":\s*"http'), None),
    (re.compile(r"(TODO|FIXME|XXX)\b"), None),
]


def texts():
    for path in tap.tracked():
        name = str(path.relative_to(tap.ROOT))
        try:
            yield name, path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue


def heads():
    return [
        f"{name}: no SPDX line at its head"
        for name, text in texts()
        if not FOREIGN.search(name)
        and "SPDX-License-Identifier: " not in text[:400]
        and "metadata_license" not in text[:400]
    ]


def lengths():
    return [
        f"{name}: {text.count(chr(10))} lines; find the second idea in it"
        for name, text in texts()
        if not MAY_BE_LONG.search(name) and text.count("\n") > 620
    ]


def words():
    complaints = []
    for name, text in texts():
        if name in ("LICENSE", "tests/tree/check-tree.py") or name.startswith("tests/decks/"):
            continue
        for pattern, where in FORBIDDEN:
            if pattern.search(text) and not (where and re.search(where, name)):
                complaints.append(f"{name}: {pattern.search(text).group(0)}")
    return complaints


def layout():
    formatter = shutil.which("clang-format-14") or shutil.which("clang-format")
    if formatter is None:
        return "clang-format is not installed"
    version = subprocess.run([formatter, "--version"], capture_output=True, text=True).stdout
    if "version 14." not in version:
        return "another clang-format than 14 decides otherwise"
    files = [str(p) for p in tap.tracked("src", "tests", "data/web") if p.suffix in (".c", ".h")]
    result = subprocess.run(
        [formatter, "--dry-run", *files], capture_output=True, text=True, cwd=tap.ROOT
    )
    return [line for line in result.stderr.splitlines() if "warning:" in line][:20]


def markup():
    complaints = []
    for path in tap.tracked("src", "data", "flatpak"):
        try:
            if path.suffix in (".ui", ".svg", ".lang") or ".xml" in path.name:
                ElementTree.parse(path)
            elif path.suffix == ".json" and "node_modules" not in path.parts:
                json.loads(path.read_text(encoding="utf-8"))
        except (ElementTree.ParseError, json.JSONDecodeError) as error:
            complaints.append(f"{path.relative_to(tap.ROOT)}: {error}")
    return complaints


def flatpak():
    complaints = []
    manifests = tap.tracked("flatpak/*.json")
    if not manifests:
        return ["no manifest"]
    for path in manifests:
        manifest = json.loads(path.read_text(encoding="utf-8"))
        for argument in manifest.get("finish-args", []):
            if argument.startswith("--filesystem=host") or argument == "--filesystem=home":
                complaints.append(f"{path.name}: {argument}")
    return complaints


def built(ending):
    for folder, _, names in os.walk(os.path.join(BUILD, "data")):
        for name in names:
            if name.endswith(ending):
                yield os.path.join(folder, name)


def validate(command, ending):
    if shutil.which(command[0]) is None:
        return f"{command[0]} is not installed"
    files = list(built(ending))
    if not files:
        return [f"nothing built ends in {ending}"]
    result = subprocess.run([*command, *files], capture_output=True, text=True)
    return (result.stdout + result.stderr).splitlines() if result.returncode else []


def desktop_entry():
    return validate(["desktop-file-validate"], ".desktop")


def metainfo():
    return validate(["appstreamcli", "validate", "--no-net"], ".metainfo.xml")


def settings_schema():
    files = list(built(".gschema.xml"))
    if not files:
        return ["no schema was built"]
    with tempfile.TemporaryDirectory() as folder:
        for file in files:
            shutil.copy(file, folder)
        result = subprocess.run(
            ["glib-compile-schemas", "--strict", f"--targetdir={folder}", folder],
            capture_output=True,
            text=True,
        )
    return (result.stdout + result.stderr).splitlines() if result.returncode else []


def translatable_files():
    listed = {
        line.strip()
        for line in (tap.ROOT / "po/POTFILES.in").read_text(encoding="utf-8").splitlines()
        if line.strip() and not line.startswith("#")
    }
    complaints = [f"{name} is listed and not there" for name in listed if not (tap.ROOT / name).exists()]
    for path in tap.tracked("src"):
        name = str(path.relative_to(tap.ROOT))
        text = path.read_text(encoding="utf-8", errors="replace")
        marked = (
            re.search(r'\b(C_|N_|_|ngettext|g_dngettext) \(', text)
            if path.suffix == ".c"
            else 'translatable="yes"' in text and path.suffix == ".ui"
        )
        if marked and name not in listed:
            complaints.append(f"{name} is missing in po/POTFILES.in")
    return complaints


def translations():
    if shutil.which("msgfmt") is None:
        return "msgfmt is not installed"
    complaints = []
    for path in tap.tracked("po/*.po"):
        result = subprocess.run(
            ["msgfmt", "--check", "--statistics", "-o", os.devnull, str(path)],
            capture_output=True,
            text=True,
            env={**os.environ, "LC_ALL": "C"},
        )
        if result.returncode or "fuzzy" in result.stderr or "untranslated" in result.stderr:
            complaints.append(f"{path.name}: {result.stderr.strip()}")
    return complaints


if __name__ == "__main__":
    sys.exit(
        tap.run(
            [
                heads,
                lengths,
                words,
                layout,
                markup,
                flatpak,
                desktop_entry,
                metainfo,
                settings_schema,
                translatable_files,
                translations,
            ]
        )
    )
