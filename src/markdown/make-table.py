#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 the Foredeck contributors
"""Makes a sorted C table of the words in a data file, for a .c file to include.

The file has words between blanks, and lines of remarks that start with “#”. A word
“name=value” becomes a pair, with NULL for a value that is empty.
"""

import pathlib
import sys


def words(path):
    for line in pathlib.Path(path).read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            yield from line.split()


def quoted(text):
    return '"' + "".join(f"\\{byte:03o}" if byte >= 0x80 or byte in b'"\\' else chr(byte) for byte in text.encode()) + '"'


def row(word):
    name, equals, value = word.partition("=")
    if not equals:
        return f"  {quoted(name)},"
    return f"  {{ {quoted(name)}, {quoted(value) if value else 'NULL'} }},"


def main():
    source, target = sys.argv[1:]
    # As strcmp() sorts.
    rows = [row(word) for word in sorted(set(words(source)), key=lambda word: word.partition("=")[0].encode())]
    pathlib.Path(target).write_text("\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
