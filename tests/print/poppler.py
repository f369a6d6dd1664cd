# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 the Foredeck contributors
"""Reads documents and pictures, by other programs than wrote them."""

import re
import struct
import subprocess
import xml.etree.ElementTree
import zlib


def run(*words):
    return subprocess.run(list(map(str, words)), check=True, capture_output=True).stdout


def info(path):
    lines = run("pdfinfo", path).decode().splitlines()
    return {line.split(":", 1)[0]: line.split(":", 1)[1].strip() for line in lines if ":" in line}


def n_pages(path):
    return int(info(path)["Pages"])


def size(path, page=1):
    words = run("pdfinfo", "-f", page, "-l", page, path).decode()
    return tuple(float(number) for number in re.search(r"size:\s+([\d.]+) x ([\d.]+)", words).groups())


def text(path, page):
    return " ".join(run("pdftotext", "-f", page, "-l", page, path, "-").decode().split())


def addresses(path):
    """(page, address) of each link that leads out."""
    rows = [line.split(None, 2) for line in run("pdfinfo", "-url", path).decode().splitlines()[1:]]
    return [(int(row[0]), row[2]) for row in rows]


def outline(path):
    """(depth, title, page) of each entry."""
    root = xml.etree.ElementTree.fromstring(run("pdftohtml", "-xml", "-i", "-stdout", path))
    found = []

    def walk(element, depth):
        for child in element:
            if child.tag == "item":
                found.append((depth, child.text, int(child.get("page"))))
            elif child.tag == "outline":
                walk(child, depth + 1)

    for top in root.findall("outline"):
        walk(top, 0)
    return found


def inner_links(path):
    """(page, page it leads to) of each link within the document."""
    found, page = [], 0
    for line in run("pdftohtml", "-xml", "-i", "-stdout", path).decode().splitlines():
        if match := re.search(r'<page number="(\d+)"', line):
            page = int(match.group(1))
        found += [(page, int(number)) for number in re.findall(r'<a href="[^"]*#(\d+)"', line)]
    return found


def n_images(path, page):
    return len(run("pdfimages", "-list", "-f", page, "-l", page, path).decode().splitlines()) - 2


def draw(path, page, dots):
    """A page as (width, height, rows of RGB bytes)."""
    data = run("pdftoppm", "-r", dots, "-f", page, "-l", page, path)
    head = re.match(rb"P6\s+(\d+)\s+(\d+)\s+255\s", data)
    width, height = map(int, head.groups())
    body = data[head.end() :]
    return width, height, [body[3 * width * y : 3 * width * (y + 1)] for y in range(height)]


def unfilter(kind, line, before):
    out = bytearray(line)
    for i in range(len(out)):
        left = out[i - 3] if i > 2 else 0
        up = before[i]
        corner = before[i - 3] if i > 2 else 0
        if kind == 1:
            out[i] = (out[i] + left) & 255
        elif kind == 2:
            out[i] = (out[i] + up) & 255
        elif kind == 3:
            out[i] = (out[i] + (left + up) // 2) & 255
        elif kind == 4:
            guess = left + up - corner
            order = sorted((abs(guess - value), rank, value) for rank, value in enumerate((left, up, corner)))
            out[i] = (out[i] + order[0][2]) & 255
    return bytes(out)


def read_png(path):
    """A PNG of 8-bit RGB as (width, height, rows)."""
    data = path.read_bytes()
    width, height, depth, kind = struct.unpack(">IIBB", data[16:26])
    assert (depth, kind) == (8, 2), "not 8-bit RGB"
    packed, at = b"", 8
    while at < len(data):
        length, name = struct.unpack(">I4s", data[at : at + 8])
        if name == b"IDAT":
            packed += data[at + 8 : at + 8 + length]
        at += 12 + length
    raw = zlib.decompress(packed)
    rows, before = [], bytes(3 * width)
    for y in range(height):
        line = raw[y * (3 * width + 1) : (y + 1) * (3 * width + 1)]
        before = unfilter(line[0], line[1:], before)
        rows.append(before)
    return width, height, rows


def difference(one, other):
    """The mean difference of two pictures, from 0 to 255; 255 if their sizes differ."""
    if one[:2] != other[:2]:
        return 255
    total = sum(abs(a - b) for row, row2 in zip(one[2], other[2]) for a, b in zip(row, row2))
    return total / (3 * one[0] * one[1])
