# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 the Foredeck contributors
"""Where a slide may differ from what HedgeDoc shows, and why.

Each departure takes what HedgeDoc showed, what Foredeck shows and the deck's source, and
changes one or both where it applies. Slides that are equal then differ on purpose.
"""

import copy
import re

import shown


def same_places(theirs, ours):
    """Nodes that stand at the same place in two trees, as far as those are alike."""
    if not isinstance(theirs, dict) or not isinstance(ours, dict) or theirs["t"] != ours["t"]:
        return
    yield theirs, ours
    for one, other in zip(theirs.get("c", []), ours.get("c", [])):
        yield from same_places(one, other)


def relative_addresses(theirs, ours, _source):
    """HedgeDoc empties addresses that do not begin as it likes, such as `img/a.png`. Here
    they work."""
    for one, other in same_places(theirs, ours):
        for name in ("href", "src"):
            mine = other.get("a", {}).get(name, "")
            if mine and name not in one["a"] and not re.match("[a-z]+:", mine):
                one["a"][name] = mine


def files_inside(theirs, ours, _source):
    """A file that lies beside the deck is inside of the exported page, or a stand-in for it
    if it is not there."""

    def without_addresses(css):
        return re.sub(r"url\([^)]*\)", "url()", css)

    for one, other in same_places(theirs, ours):
        given, mine = one.get("a", {}), other.get("a", {})
        for name, value in mine.items():
            if value == "data:" and re.match("src$|poster$|data-background", name):
                given[name] = value
        if "data:" in mine.get("style", "") and "style" in given:
            given["style"] = without_addresses(given["style"])
            mine["style"] = without_addresses(mine["style"])
        if "data:" in other.get("css", ""):
            one["css"] = without_addresses(one["css"])
            other["css"] = without_addresses(other["css"])


def code_as_written(theirs, ours, _source):
    """HedgeDoc filters attributes inside code, and takes off the blanks that a block of code
    begins with. Here code is shown as it was written."""
    for one, other in same_places(theirs, ours):
        if one["t"] != "codeblock":
            continue
        bare = [re.sub(r"<[^>]*>", "", node["text"]).strip() for node in (one, other)]
        if bare[0] == bare[1]:
            one["text"] = other["text"]


def frames(theirs, ours, _source):
    """Frames are not loaded."""
    for one, other in same_places(theirs, ours):
        if one["t"] == "iframe" and other["a"].get("src") == "about:blank":
            one["a"]["src"] = "about:blank"


def cards(theirs, ours, _source):
    """What is embedded stands on a card, so that it is no part of a paragraph."""

    def is_empty(node):
        return isinstance(node, dict) and node["t"] == "p" and not node["c"]

    def is_embed(node):
        return isinstance(node, dict) and node["t"] == "embed"

    def bare(node):
        children = node.get("c", [])
        for child in children:
            if isinstance(child, dict):
                bare(child)
        if any(is_embed(child) or is_card(child) for child in children):
            node["c"] = [
                child["c"][0] if is_card(child) else child
                for child in children
                if not is_empty(child)
            ]

    def is_card(node):
        return (
            isinstance(node, dict)
            and node["t"] == "p"
            and len(node["c"]) == 1
            and is_embed(node["c"][0])
        )

    for tree in (theirs, ours):
        bare(tree)


def sections_inside(theirs, _ours, _source):
    """HedgeDoc's reveal.js takes a section inside of a slide for a slide of its own. Here it
    is a division."""

    def rename(node):
        for child in node.get("c", []):
            if isinstance(child, dict):
                if child["t"] == "section":
                    child["t"] = "div"
                rename(child)

    rename(theirs)


def references_across_slides(theirs, ours, source):
    """A link reference that is defined on another slide is text in HedgeDoc. Here it is a
    link."""
    labels = {label.lower() for label in re.findall(r"^ {0,3}\[([^\]]+)\]:", source, re.MULTILINE)}

    def undo(node):
        children = []
        for child in node.get("c", []):
            if isinstance(child, dict):
                undo(child)
                text = shown.text_of(child)
                if child["t"] == "a" and text.lower() in labels and f"[{text}]" in shown.text_of(
                    theirs
                ):
                    child = f"[{text}]"
            if isinstance(child, str) and children and isinstance(children[-1], str):
                children[-1] += child
            else:
                children.append(child)
        if "c" in node:
            node["c"] = children

    undo(ours)


ALL = [files_inside, relative_addresses, code_as_written, frames, cards, sections_inside, references_across_slides]


def apply(theirs, ours, source):
    """Both trees with all departures applied, and the names of those that did something."""
    theirs, ours = copy.deepcopy(theirs), copy.deepcopy(ours)
    names = []
    for departure in ALL:
        before = copy.deepcopy((theirs, ours))
        departure(theirs, ours, source)
        if (theirs, ours) != before:
            names.append(departure.__name__.replace("_", " "))
    return theirs, ours, names


def without_front_matter(slides, first, source):
    """HedgeDoc shows front matter behind an empty line as text, on slides of its own if it
    is in parts. Here it is read. Returns HedgeDoc's slides without it."""
    if not re.match("\ufeff|\\s*\n---", source) or not first["c"]:
        return slides, False
    for i, slide in enumerate(slides):
        children = slide["tree"]["c"]
        for start in range(1 if i == 0 else 0, len(children)):
            if children[start:] == first["c"]:
                columns = slide["place"][0]
                rest = [
                    {**one, "place": (one["place"][0] - columns, one["place"][1])}
                    for one in slides[i:]
                ]
                rest[0] = {**rest[0], "tree": {**slide["tree"], "c": children[start:]}}
                return rest, True
    return slides, False


def same_notes(theirs, ours):
    """HedgeDoc hands the first paragraph of notes to the speaker view as Markdown, which
    renders it there. Here it is rendered from the start."""

    def bare(text):
        return re.sub(r"[\s*_`#>-]|\d+\.", "", text)

    return bare(theirs) == bare(ours)


# Probes of single rules on which Foredeck departs, and what it does instead.
_KEPT = "reads what HedgeDoc drops"
PROBES = {
    "c-slide-autoanimate": "auto-animate works",
    "c-slide-empty-value": _KEPT,
    "c-slide-eq-in-value": _KEPT,
    "c-slide-multiline": _KEPT,
    "c-slide-multiline2": _KEPT,
    "c-slide-singlequote": _KEPT,
    "c-slide-unquoted": _KEPT,
    "containers": "spoilers are folded",
    "ent-lt": "an escaped tag stays text",
    "fm-breaks-false": "breaks: false is honoured",
    "fm-dashes-in-value": "a line that begins with dashes does not end front matter",
    "fm-deck-starts-with-sep": "a deck that begins with a separator keeps its first slide",
    "fm-longer-close": "a longer line of dashes ends front matter",
    "fm-longer-open": "a longer line of dashes begins front matter",
    "fm-scalar": "front matter that is only a text is shown",
    "fm-yaml-dupkey": "the last of two equal keys holds",
    "fm-yaml-error": "a deck with a YAML error renders",
    "fm-yaml-tab": "a deck with a YAML error renders",
    "footnote-across": "footnotes of another slide are found",
    "linkref-across": "link references of another slide are found",
    "n-fence": "a note inside of code is code",
    "n-paras": "all paragraphs of a note are notes",
    "n-plural": "“Notes:” begins notes",
    "n-two": "a slide may have several notes",
    "san-tags2": "drawings are shown",
    "sep-in-comment": "a comment is not cut",
    "sep-in-fence": "code is not cut",
    "sep-trailing-space": "a separator may have blanks behind it",
    "sep-ws-blank-line": "a separator may have blanks beside it",
    "sep-ws-blank-line-after": "a separator may have blanks beside it",
    "style-attr": "a style loads no script",
    "style-basic": "a style imports nothing",
    "ws-fm-3blank": "text is not changed by taking off indentation",
    "ws-lead-3blank": "text is not changed by taking off indentation",
    "x-abbr-across": "abbreviations of another slide are found",
    "x-bg-types": "a frame in the background is not loaded",
    "x-footnote-finish": "a footnote does not break its slide",
    "x-metaerror-slides": "a deck with a YAML error renders",
    "x-smartquote-comment": _KEPT,
    "x-style-blank-fm": "text is not changed by taking off indentation",
    "x-tab-sep": "a separator may have blanks behind it",
}
