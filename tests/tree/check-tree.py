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
    r"|package(-lock)?\.json$|\.npmrc$|^tests/decks/|^tests/golden/|^docs/.*\.png$|\.md$|LINGUAS$|POTFILES\.in$"
    r"|\.po$|\.json$|^tests/fuzz/corpus|meson.*$|\.desktop\.in$|\.service\.in$|\.supp$|\.svg$"
    r"|^data/templates/"
)
# Long by nature.
MAY_BE_LONG = re.compile(r"package-lock\.json$|\.po$|^LICENSE$|^tests/|\.svg$|\.png$|^docs/")

LONGEST = 600
# Longer than they should be, and to shrink: none is added without a reason.
LONGER = {
    "src/write/fore-document-file.c": 720,
    "src/write/fore-source-pane.c": 630,
}

FORBIDDEN = [
    (re.compile(r"/work/|/home/[a-z]|/root/"), None),
    (re.compile(r"\.\./shared"), r"^\.ci/run$"),
    (re.compile(r"\bissue #?\d+\b", re.IGNORECASE), None),
    (re.compile(r'"resolved":\s*"http'), None),
    (re.compile(r"\b(TODO|FIXME|XXX)\b"), None),
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


DECKS = ("tests/decks/", "tests/golden/")


def lengths():
    complaints = []
    for name, text in texts():
        lines = text.count("\n")
        if MAY_BE_LONG.search(name):
            continue
        if lines > LONGER.get(name, LONGEST):
            complaints.append(f"{name}: {lines} lines; find the second idea in it")
        elif name in LONGER and lines <= LONGEST:
            complaints.append(f"{name}: short enough now; take it off the list")
    return complaints


def words():
    complaints = []
    for name, text in texts():
        if name in ("LICENSE", "tests/tree/check-tree.py") or name.startswith(DECKS):
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
        for module in manifest.get("modules", []):
            complaints += unpinned(path.name, module)
    return complaints


def unpinned(name, module):
    """Sources that could be something else tomorrow."""
    for source in module.get("sources", []):
        kind = source.get("type")
        if kind == "archive" and not re.fullmatch("[0-9a-f]{64}", source.get("sha256", "")):
            yield f"{name}: {module['name']}: an archive without its checksum"
        if kind == "git" and not re.fullmatch("[0-9a-f]{40}", source.get("commit", "")):
            yield f"{name}: {module['name']}: a repository without a commit"


def lock_file():
    text = (tap.ROOT / "data/web/package-lock.json").read_text(encoding="utf-8")
    packages = json.loads(text)["packages"]
    return [f"{name}: an address" for name, entry in packages.items() if "resolved" in entry] + [
        f"{name}: no checksum" for name, entry in packages.items() if name and "integrity" not in entry
    ]


def everything_is_built():
    """What no meson.build names is not compiled, and not checked by anything."""
    return [
        f"{path.relative_to(tap.ROOT)} is not in meson.build"
        for path in tap.tracked("src")
        if path.suffix == ".c"
        and f"'{path.name}'" not in (path.parent / "meson.build").read_text(encoding="utf-8")
    ]


def tests_are_run():
    complaints = []
    for path in tap.tracked("tests"):
        name = path.stem.removeprefix("test-")
        build = path.parent / "meson.build"
        if path.suffix == ".c" and path.stem.startswith("test-") and build.exists():
            text = build.read_text(encoding="utf-8")
            if f"'{name}'" not in text and f"'{path.name}'" not in text:
                complaints.append(f"{path.relative_to(tap.ROOT)} is not in meson.build")
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


def kinds_of_files():
    """Decks are ours; other Markdown stays what it is."""
    files = list(built(".Foredeck.xml")) + list(built(".Devel.xml"))
    if not all(map(shutil.which, ("update-mime-database", "gio"))):
        return "update-mime-database or gio is not installed"
    if not files:
        return ["no type was built"]
    samples = {
        "deck.md": ("---\ntitle: A\ntype: slide\n---\n# A\n", "text/vnd.foredeck"),
        "dos.md": ("---\r\nslideOptions:\r\n", "text/vnd.foredeck"),
        "notes.md": ("---\ntitle: A\n---\n# A\n", "text/markdown"),
        "plain.md": ("# A\n\ntype: slide\n", "text/markdown"),
        "deck.txt": ("---\ntype: slide\n---\n", "text/plain"),
    }
    complaints = []
    with tempfile.TemporaryDirectory() as folder:
        packages = os.path.join(folder, "mime", "packages")
        os.makedirs(packages)
        shutil.copy("/usr/share/mime/packages/freedesktop.org.xml", packages)
        shutil.copy(files[0], packages)
        env = {**os.environ, "XDG_DATA_HOME": folder, "XDG_DATA_DIRS": folder, "LC_ALL": "C"}
        subprocess.run(["update-mime-database", os.path.join(folder, "mime")], check=True, env=env)
        for name, (text, expected) in samples.items():
            path = os.path.join(folder, name)
            with open(path, "w", encoding="utf-8", newline="") as file:
                file.write(text)
            seen = subprocess.run(
                ["gio", "info", "-a", "standard::content-type", path],
                capture_output=True, text=True, env=env, check=True,
            ).stdout
            if f"standard::content-type: {expected}\n" not in seen:
                complaints.append(f"{name} should be {expected}: {seen.split()[-1]}")
    return complaints


def translatable_files():
    listed = {
        line.strip()
        for line in (tap.ROOT / "po/POTFILES.in").read_text(encoding="utf-8").splitlines()
        if line.strip() and not line.startswith("#")
    }
    complaints = [f"{name} is listed and not there" for name in listed if not (tap.ROOT / name).exists()]
    for path in tap.tracked("src", "data"):
        name = str(path.relative_to(tap.ROOT))
        text = path.read_text(encoding="utf-8", errors="replace")
        marked = (
            re.search(r'\b(C_|N_|_|ngettext|g_dngettext) \(', text)
            if path.suffix == ".c"
            else path.suffix == ".ui" and 'translatable="yes"' in text
            or name.endswith((".desktop.in", ".xml.in"))
        )
        if marked and name not in listed:
            complaints.append(f"{name} is missing in po/POTFILES.in")
    return complaints


def make_template(folder):
    """The strings that the sources have now."""
    template = os.path.join(folder, "now.pot")
    subprocess.run(
        ["xgettext", "--from-code=UTF-8", "--add-comments", "--keyword=_", "--keyword=N_",
         "--keyword=C_:1c,2", "--keyword=NC_:1c,2", "--keyword=g_dngettext:2,3",
         f"--directory={tap.ROOT}", f"--files-from={tap.ROOT / 'po/POTFILES.in'}",
         f"--output={template}"],
        check=True, capture_output=True,
    )
    return template


def translations():
    """Whole, and of the strings of today rather than of the day they were made."""
    if not all(map(shutil.which, ("xgettext", "msgmerge", "msgfmt"))):
        return "gettext is not installed"
    languages = (tap.ROOT / "po/LINGUAS").read_text(encoding="utf-8").split()
    complaints = [] if languages else ["no language"]
    with tempfile.TemporaryDirectory() as folder:
        template = make_template(folder)
        for language in languages:
            merged = os.path.join(folder, f"{language}.po")
            source = str(tap.ROOT / "po" / f"{language}.po")
            subprocess.run(["msgmerge", "-q", "-o", merged, source, template], check=True)
            result = subprocess.run(
                ["msgfmt", "--check", "--statistics", "-o", os.devnull, merged],
                capture_output=True,
                text=True,
                env={**os.environ, "LC_ALL": "C"},
            )
            if result.returncode or "fuzzy" in result.stderr or "untranslated" in result.stderr:
                complaints.append(f"{language}: {result.stderr.strip()}")
    return complaints


def documented_format():
    """What a deck may say is what docs/deck-format.md says."""
    sources = {
        "src/deck/fore-option-table.c": r'^  \{ "(\w+)", FORE_OPTION',
        "src/trust/fore-policy.c": r'^  HTML \("(\w+)"(?!.*FORE_ELEMENT_OURS)',
    }
    manual = (tap.ROOT / "docs/deck-format.md").read_text(encoding="utf-8")
    complaints = []
    for name, pattern in sources.items():
        words = re.findall(pattern, (tap.ROOT / name).read_text(encoding="utf-8"), re.MULTILINE)
        if not words:
            complaints.append(f"{name}: nothing found")
        complaints += [
            f"{word} of {name} is not in docs/deck-format.md"
            for word in words
            if f"`{word}`" not in manual
        ]
    return complaints


def documented_commands():
    """Every command of the show has its name in the manual, for scripts."""
    source = (tap.ROOT / "src/present/fore-show-commands.c").read_text(encoding="utf-8")
    manual = (tap.ROOT / "docs/presenting.md").read_text(encoding="utf-8")
    names = re.findall(r'^  \{ "([\w-]+)",', source, re.MULTILINE)
    return [f"{name} is not in docs/presenting.md" for name in names if f"`{name}`" not in manual] or (
        [] if names else ["no command found"]
    )


def third_parties():
    """Every library and font that is packed is named, in its version, and its licence installed."""
    packages = json.loads((tap.ROOT / "data/web/package.json").read_text(encoding="utf-8"))
    manual = (tap.ROOT / "docs/third-party.md").read_text(encoding="utf-8")
    build = (tap.ROOT / "data/web/meson.build").read_text(encoding="utf-8")
    complaints = []
    for name, version in packages.get("dependencies", {}).items():
        if f"| `{name}` | {version} |" not in manual:
            complaints.append(f"{name} {version} is not in docs/third-party.md")
        if f"'{name.split('/')[-1]}'" not in build:
            complaints.append(f"{name}: its licence is not installed")
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
                lock_file,
                everything_is_built,
                tests_are_run,
                desktop_entry,
                metainfo,
                settings_schema,
                kinds_of_files,
                translatable_files,
                translations,
                documented_format,
                documented_commands,
                third_parties,
            ]
        )
    )
