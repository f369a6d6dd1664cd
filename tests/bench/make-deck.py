#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 the Foredeck contributors
"""Writes a deck of N slides to standard output: shaped like a weekly meeting's, plus code,
tables, pictures, notes and fragments. The same N gives the same deck. With “made” as second
argument half of the slides hold code or formulas, no two alike."""

import random
import sys

HEAD = """---
title: A deck of {n} slides
type: slide
tags: presentation
slideOptions:
  theme: white
  transition: 'slide'
---


<style>
    .slides h1 {{
        font-size: 32px;
        font-family: lato;
    }}
    .slides p, .slides li {{
        font-size: 16px;
        text-align: left;
    }}
</style>

<!-- .slide: data-background="#f6f5f4" -->

# <font color="#50c3a5">Sovereign</font> <font color="#0f5fe1">Cloud Stack</font>
"""

WORDS = (
    "cloud stack meeting summit operator standard certification network storage team release "
    "training community provider government region service security update partner"
).split()


def sentence(rng, least, most):
    return " ".join(rng.choice(WORDS) for _ in range(rng.randint(least, most)))


def bullets(rng):
    lines = [f"🐱 {sentence(rng, 4, 14)}" for _ in range(rng.randint(2, 5))]
    lines[0] += f": https://example.org/{rng.choice(WORDS)}/{rng.randint(1, 9999)}"
    lines.append(f"🐱 _{sentence(rng, 2, 3)}_ for **{rng.choice(WORDS)}** (see [PR](https://example.org/pull/{rng.randint(1, 999)}))")
    return "\n".join(lines)


def code(rng):
    return f"```python\ndef {rng.choice(WORDS)} (x):\n    return x + {rng.randint(1, 99)}\n```"


def program(rng):
    name, number = rng.choice(WORDS), rng.randint(1, 9999)
    return rng.choice((
        f"```python\n@property\ndef {name} (self, x: int = {number}) -> str:\n    # {sentence(rng, 3, 6)}\n"
        f"    return f\"{{x:>{number}}}\" if x in self.{rng.choice(WORDS)} else None\n```",
        f"```yaml\n{name}:\n  - image: {rng.choice(WORDS)}:{number}\n    enabled: true\n    # {sentence(rng, 3, 6)}\n```",
        f"```bash\nfor {name} in *.{rng.choice(WORDS)}; do\n  echo \"${{{name}%%.*}}\" | sed 's/{number}/x/' >&2\ndone\n```",
        f"```js=\nconst {name} = async () => {{\n  await fetch(`/{number}/${{{name}}}`); // {sentence(rng, 2, 5)}\n}}\n```",
    ))


def formula(rng):
    a, b = rng.randint(1, 99), rng.randint(100, 999)
    return rng.choice((
        f"Since $x_{{{a}}}^2 + \\frac{{{b}}}{{y}} \\le z$, we have\n\n$$\n\\sum_{{i={a}}}^{{{b}}} \\sqrt{{i + \\alpha}}\n$$",
        f"$$\\begin{{pmatrix}} {a} & x \\\\ y & {b} \\end{{pmatrix}} \\cdot \\vec{{v}}_{{{a}}}$$ and $\\mathcal{{L}}_{{{b}}}$",
        f"$$\\int_{{{a}}}^{{{b}}} e^{{-x^2}} \\, \\mathrm{{d}}x$$ for $x \\in \\mathbb{{R}}_{{>{a}}}$",
    ))


def table(rng):
    rows = [f"| {rng.choice(WORDS)} | {rng.randint(1, 99)} |" for _ in range(4)]
    return "| what | how many |\n| --- | ---: |\n" + "\n".join(rows)


def fragments(rng):
    return "\n".join(f'- {sentence(rng, 2, 6)} <!-- .element: class="fragment" -->' for _ in range(3))


def body(rng, number, is_made):
    kinds = [bullets] * 11 + [code, table, fragments]
    if is_made:
        kinds = [bullets] * 5 + [program] * 4 + [formula] * 4 + [table, fragments]
    text = rng.choice(kinds)(rng)
    if number % 9 == 5:
        text += f"\n\n![{rng.choice(WORDS)}](./img/{number}.png)"
    if number % 7 == 3:
        text += f"\n\nNote: {sentence(rng, 5, 20)}"
    return text


def main():
    n = int(sys.argv[1])
    is_made = sys.argv[2:] == ["made"]
    rng = random.Random(n)
    slides = [HEAD.format(n=n)]
    for number in range(1, n):
        slides.append(f"\n## {sentence(rng, 1, 4).title()} {number}\n\n{body(rng, number, is_made)}\n")
    text = slides[0]
    for slide in slides[1:]:
        text += rng.choice(["\n---\n", "\n---\n", "\n----\n"]) + slide
    sys.stdout.write(text)


if __name__ == "__main__":
    main()
