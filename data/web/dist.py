#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 the Foredeck contributors
"""Puts the web libraries into the tarball of “meson dist”: only what pack.py reads, with the
licences, where pack.py looks for it. So a distribution builds from it without a network.
"""

import os
import pathlib
import shutil

import pack


def copy(modules, target, files):
    for file in files:
        to = target / file.relative_to(modules)
        to.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, to)


def find_reveal(modules):
    reveal = modules / "reveal.js"
    dist = reveal / "dist"
    yield from (reveal / "package.json", reveal / "LICENSE")
    yield from (dist / "reveal.js", dist / "reveal.css", dist / "plugin" / "notes.js")
    yield from sorted((dist / "theme").glob("*.css"))


def find_code(modules):
    code = modules / "highlight.js"
    yield from (code / "package.json", code / "LICENSE", code / "lib" / "core.js")
    yield from pack.find_languages(modules)


def find_math(modules):
    math = modules / "katex"
    yield from (math / "package.json", math / "LICENSE")
    yield from (math / "dist" / "katex.min.js", math / "dist" / "katex.min.css")
    yield from sorted((math / "dist" / "fonts").glob("*.woff2"))


def find_diagrams(modules):
    for package, file in (
        ("abcjs", "abcjs-basic-min.js"),
        ("@hpcc-js/wasm-graphviz", "index.js"),
        ("mermaid", "mermaid.min.js"),
    ):
        folder = modules / package
        yield folder / "package.json"
        yield from sorted(folder.glob("LICENSE*"))
        yield folder / "dist" / file


def find_fonts(modules):
    for family, (weights, italic) in pack.FONTS.items():
        package = modules / "@fontsource" / family
        yield from (package / "package.json", package / "LICENSE")
        for name in list(weights) + ([f"{w}-italic" for w in weights] if italic else []):
            if (package / f"{name}.css").exists():
                yield package / f"{name}.css"
                for file, _ in pack.read_faces(package, [name]):
                    yield package / "files" / file


def main():
    modules = pathlib.Path(os.environ["MESON_SOURCE_ROOT"], "data", "web", "node_modules")
    web = pathlib.Path(os.environ["MESON_DIST_ROOT"], "data", "web")
    target = web / "node_modules"
    copy(modules, target, find_reveal(modules))
    copy(modules, target, find_code(modules))
    copy(modules, target, find_math(modules))
    copy(modules, target, find_diagrams(modules))
    copy(modules, target, find_fonts(modules))
    # So that scripts/run sees that nothing is to be fetched.
    shutil.copyfile(web / "package-lock.json", target / ".foredeck-lock")


if __name__ == "__main__":
    main()
