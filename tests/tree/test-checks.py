#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 the Foredeck contributors
"""Shows that each check finds what it is for: small trees, each with one fault.

A check that finds nothing in the whole tree could as well be blind.
"""

import importlib.util
import pathlib
import shutil
import sys
import tempfile

import tap

HEAD = "/* SPDX-License-Identifier: GPL-3.0-or-later */\n"
GOOD = {
    "src/base/meson.build": "'fore-error.c'",
    "src/base/fore-error.h": HEAD,
    "src/base/fore-error.c": HEAD + '#include "fore-error.h"\n',
    "src/app/meson.build": "'fore-window.c'",
    "src/app/fore-window.h": HEAD + '#include "fore-error.h"\n\n#include <gtk/gtk.h>\n',
    "src/app/fore-window.c": HEAD + '#include "fore-window.h"\n\nchar *s = _ ("Open");\n',
    "data/web/package-lock.json": '{"packages": {"": {}, "a": {"integrity": "x"}}}',
    "flatpak/a.json": '{"finish-args": ["--socket=wayland"]}',
    "po/LINGUAS": "de\n",
    "po/POTFILES.in": "src/app/fore-window.c\n",
    "po/de.po": 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    '"Project-Id-Version: a\\n"\n"PO-Revision-Date: 2026-11-23 00:00+0000\\n"\n'
    '"Last-Translator: a <a@example.org>\\n"\n"Language-Team: a\\n"\n"Language: de\\n"\n'
    '"MIME-Version: 1.0\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n\n'
    'msgid "Open"\nmsgstr "Öffnen"\n',
    "src/deck/meson.build": "'fore-option-table.c'",
    "src/trust/meson.build": "'fore-policy.c'",
    "src/deck/fore-option-table.c": HEAD
    + '\nOption a[] = {\n  { "center", FORE_OPTION_BOOLEAN },\n};\n',
    "src/trust/fore-policy.c": HEAD + '\nElement a[] = {\n  HTML ("em", 0, NULL),\n};\n',
    "docs/deck-format.md": "`center`, `em`",
    "src/present/meson.build": "'fore-show-commands.c'",
    "src/present/fore-show-commands.c": HEAD + '\nCommand a[] = {\n  { "next", A, "Next", "n" },\n};\n',
    "docs/presenting.md": "`next`",
    "docs/third-party.md": "| `a` | 1.0 |",
    "data/web/package.json": '{"dependencies": {"a": "1.0"}}',
    "data/web/meson.build": "'a'",
}

# What is wrong, with which file, and which check must say so.
FAULTS = [
    ("own_headers", "src/base/fore-error.c", '#include "fore-error.h"\n#include "fore-window.h"\n'),
    ("own_headers", "src/misc/fore-misc.c", HEAD),
    ("own_headers", "src/base/more/fore-more.c", HEAD),
    ("outside_headers", "src/base/fore-error.c", "#include <gtk/gtk.h>\n"),
    ("outside_headers", "src/app/fore-window.c", "#include <webkit/webkit.h>\n"),
    ("outside_headers", "src/app/fore-window.c", "#include <yaml.h>\n"),
    ("first_include_is_own", "src/base/fore-error.c", "#include <glib.h>\n"),
    ("heads", "src/base/fore-error.c", "int a;\n"),
    ("lengths", "src/base/fore-error.c", HEAD + "\n" * 600),
    ("words", "src/base/fore-error.c", HEAD + "/* see iss" + "ue #3 */\n"),
    ("words", "README.md", "It lies in ../sha" + "red/here.\n"),
    ("words", "README.md", "It lies in /wo" + "rk/here.\n"),
    ("layout", "src/base/fore-error.c", HEAD + "int  a ;\n"),
    ("markup", "src/app/fore-window.ui", "<interface>"),
    ("markup", "data/a.metainfo.xml.in", "<component></name>"),
    ("flatpak", "flatpak/a.json", '{"finish-args": ["--filesystem=host"]}'),
    ("flatpak", "flatpak/a.json", '{"finish-args": ["--filesystem=home"]}'),
    ("flatpak", "flatpak/a.json", '{"modules": [{"name": "m", "sources": [{"type": "archive"}]}]}'),
    ("flatpak", "flatpak/a.json", '{"modules": [{"name": "m", "sources": [{"type": "git"}]}]}'),
    ("lock_file", "data/web/package-lock.json", '{"packages": {"a": {"integrity": "x", "resolved": "y"}}}'),
    ("lock_file", "data/web/package-lock.json", '{"packages": {"a": {}}}'),
    ("everything_is_built", "src/base/fore-lost.c", HEAD),
    ("tests_are_run", "tests/core/test-lost.c", HEAD),
    ("translatable_files", "src/base/fore-error.c", 'char *s = _ ("Close");\n'),
    ("translatable_files", "src/app/fore-window.ui", '<a translatable="yes">Close</a>'),
    ("translatable_files", "po/POTFILES.in", "src/app/fore-window.c\nsrc/app/fore-gone.c\n"),
    ("translations", "src/app/fore-window.c", 'char *s = _ ("Close");\n'),
    ("translations", "po/de.po", GOOD["po/de.po"].replace('msgid "Open"', '#, fuzzy\nmsgid "Open"')),
    ("documented_format", "docs/deck-format.md", "`center`"),
    ("documented_format", "docs/deck-format.md", "`em`"),
    ("documented_commands", "docs/presenting.md", "`previous`"),
    ("third_parties", "docs/third-party.md", "| `a` | 0.9 |"),
    ("third_parties", "data/web/meson.build", "'b'"),
    ("desktop_entry", "build/data/a.desktop", "[Desktop Entry]\nName=A\n"),
    ("metainfo", "build/data/a.metainfo.xml", "<component/>"),
    ("settings_schema", "build/data/a.gschema.xml", "<schemalist><schema/></schemalist>"),
]


def load(name):
    path = pathlib.Path(__file__).with_name(f"check-{name}.py")
    spec = importlib.util.spec_from_file_location(f"check_{name}", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def make_tree(folder, files):
    for name, text in {"tests/core/meson.build": "", **files}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    # Layout is checked by the project's own rules.
    shutil.copyfile(pathlib.Path(__file__).parents[2] / ".clang-format", folder / ".clang-format")


def look(modules, check, files):
    """What a check says of a small tree."""
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        make_tree(folder, files)
        tap.ROOT = folder
        for module in modules:
            module.BUILD = str(folder / "build")
        function = next(getattr(m, check) for m in modules if hasattr(m, check))
        return function()


def make_case(modules, number, check, name, text):
    def case():
        found = look(modules, check, {**GOOD, name: text})
        if isinstance(found, str):
            return found
        return [] if found else [f"{check} did not see {name}"]

    case.__name__ = f"fault-{number}-{check}"
    return case


def make_good_case(modules, check):
    def case():
        return look(modules, check, GOOD)

    case.__name__ = f"no-fault-{check}"
    return case


def main():
    modules = [load("layers"), load("tree")]
    # What is validated as it was built has no good tree here.
    sound = sorted({f[0] for f in FAULTS} - {"desktop_entry", "metainfo", "settings_schema", "lengths"})
    return tap.run(
        [make_good_case(modules, check) for check in sound]
        + [make_case(modules, n, *fault) for n, fault in enumerate(FAULTS, 1)]
    )


if __name__ == "__main__":
    sys.exit(main())
