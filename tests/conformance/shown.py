# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 the Foredeck contributors
"""What an exported deck shows, as plain trees that can be compared.

A node is a text or a dict: `t` its tag, `a` its attributes, `c` what is in it. Where two
programs write the same thing in different markup (code, formulas, diagrams, task boxes,
emoji), the node has a tag of its own and says what is shown.
"""

import html.parser
import re
import urllib.parse

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source",
        "track", "wbr"}  # fmt: skip
# White space beside these is not seen.
BLOCK = set(
    "address article aside blockquote center dd details diagram div dl dt embed figcaption figure "
    "footer h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre pre-code section style summary table "
    "tbody td tfoot th thead tr ul video".split()
)
# These end a paragraph that is open, and these keep it from being ended from inside.
ENDS_PARAGRAPH = set(
    "address article aside blockquote center details dir div dl fieldset figcaption figure footer "
    "form h1 h2 h3 h4 h5 h6 header hr main menu nav ol p pre section summary table ul".split()
)
SHIELDS = {"caption", "root", "table", "td", "th"}
# What reveal.js and highlighters add to what the author wrote.
RUNTIME_CLASSES = {"current-fragment", "future", "has-dark-background", "has-light-background",
                   "hljs", "past", "present", "raw", "stack", "task-list-item", "visible",
                   "wrap"}  # fmt: skip
RUNTIME_ATTRIBUTES = re.compile(
    r"^(aria-.*|contenteditable|credentialless|data-autoplay|data-fragment(-index)?|"
    r"data-lazy-loaded|"
    r"data-line-start|data-markdown.*|data-processed|data-rendered|hidden|inert|rel|role|"
    r"sandbox|tabindex|target)$"
)
# What is embedded, and where its name stands.
EMBEDS = {
    "gist": "data-gistid",
    "pdf": "data-pdfurl",
    "slideshare": "data-slideshareid",
    "speakerdeck": "data-speakerdeckid",
    "vimeo": "data-videoid",
    "youtube": "data-videoid",
}
DIAGRAMS = {"mermaid", "graphviz", "abc", "sequence", "flow"}
VOLATILE_STYLES = {"display", "top", "transform", "transition"}


class Builder(html.parser.HTMLParser):
    """Reads markup that is known to be well formed, but for blocks in paragraphs, which end
    those."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.root = {"t": "root", "a": {}, "c": []}
        self.open = [self.root]

    def find_paragraph(self):
        for depth in range(len(self.open) - 1, 0, -1):
            if self.open[depth]["t"] == "p":
                return depth
            if self.open[depth]["t"] in SHIELDS:
                break
        return None

    def handle_starttag(self, tag, attributes):
        paragraph = self.find_paragraph() if tag in ENDS_PARAGRAPH else None
        if paragraph is not None:
            del self.open[paragraph:]
        node = {"t": tag, "a": {name: value or "" for name, value in attributes}, "c": []}
        self.open[-1]["c"].append(node)
        if tag not in VOID:
            self.open.append(node)

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag):
        if tag == "p" and self.find_paragraph() is None:
            self.open[-1]["c"].append({"t": "p", "a": {}, "c": []})
            return
        for depth in range(len(self.open) - 1, 0, -1):
            if self.open[depth]["t"] == tag:
                del self.open[depth:]
                return

    def handle_data(self, data):
        content = self.open[-1]["c"]
        if content and isinstance(content[-1], str):
            content[-1] += data
        else:
            content.append(data)


def read(markup):
    builder = Builder()
    builder.feed(markup)
    builder.close()
    return builder.root


def find(node, test):
    """All nodes for which a test holds, in reading order."""
    if isinstance(node, str):
        return
    if test(node):
        yield node
    for child in node.get("c", []):
        yield from find(child, test)


def text_of(node):
    if isinstance(node, str):
        return node
    return "".join(text_of(child) for child in node.get("c", []))


def classes_of(node):
    return node.get("a", {}).get("class", "").split()


def squash(text):
    return re.sub(r"[ \t\r\n\f]+", " ", text)


# --- nodes that say what is shown


def formula(node):
    note = next(find(node, lambda n: n["t"] == "annotation"), None)
    text = text_of(note) if note else text_of(node)
    display = "katex-display" in classes_of(node) or any(
        find(node, lambda n: n["t"] == "math" and n["a"].get("display") == "block")
    )
    bare = re.fullmatch(r"\s*\\([\[(])(.*)\\[\])]\s*", text, re.DOTALL)
    if bare and not note:
        display, text = bare[1] == "[", bare[2]
    return {"t": "math", "display": display, "src": squash(text).strip()}


def code_block(node, code):
    words = [word for word in classes_of(code) if word not in RUNTIME_CLASSES]
    lines = next(find(code, lambda n: "code" in classes_of(n) and n is not code), code)
    number = next(find(code, lambda n: "data-linenumber" in n["a"]), None)
    block = {
        "t": "codeblock",
        "lang": re.sub(r"^lang(uage)?-", "", words[0]) if words else "",
        "text": text_of(lines).rstrip("\n"),
    }
    if number:
        block["start"] = number["a"]["data-linenumber"]
    return {"t": "pre-code", "a": {**attributes(code, {"class"}), **attributes(node)}, "c": [block]}


def diagram_kind(node):
    inside = [node, *(n for n in node["c"] if not isinstance(n, str))]
    for one in inside:
        for word in classes_of(one):
            if word in DIAGRAMS:
                return word
    return None


# --- attributes


def address(value):
    """An address as a browser would print it, so that ways of writing it do not differ."""
    value = value.strip()
    if value.lower().startswith("data:"):
        return "data:"
    try:
        parts = urllib.parse.urlsplit(value)
        host = parts.netloc.encode("idna").decode() if parts.netloc else ""
    except (ValueError, UnicodeError):
        return value
    path = parts.path or ("/" if host else "")
    if not parts.scheme and not host:
        path = re.sub(r"^\./", "", path)
    return urllib.parse.unquote(
        urllib.parse.urlunsplit((parts.scheme, host.lower(), path, parts.query, parts.fragment))
    )


def styles(value, is_section):
    found = []
    for rule in re.split(r";(?![^(]*\))", value):
        name, colon, setting = rule.partition(":")
        name = name.strip().lower()
        if colon and setting.strip() and not (is_section and name in VOLATILE_STYLES):
            found.append(f"{name}: {squash(setting).strip()}")
    return "; ".join(sorted(found))


def attributes(node, but=()):
    found = {}
    for name, value in node.get("a", {}).items():
        if name in but or RUNTIME_ATTRIBUTES.match(name):
            continue
        if name == "data-src":
            name = "src"
        if name == "class":
            words = sorted(word for word in value.split() if word not in RUNTIME_CLASSES)
            value = " ".join(words)
        elif name == "style":
            value = styles(value, node["t"] == "section")
        elif name in ("href", "src", "poster") or re.match(
            r"data-background(-image|-video|-iframe)?$", name
        ):
            value = address(value)
        else:
            value = squash(value).strip()
        if value or name not in ("class", "href", "src", "style"):
            found[name] = value
    return found


# --- the tree


def reduce_node(node):
    """A node as it is compared: a list, since it may be nothing or only text."""
    if isinstance(node, str):
        return [squash(node)]
    tag, words = node["t"], classes_of(node)
    if tag in ("math", "codeblock", "diagram", "checkbox", "embed"):
        keep = ("t", "display", "src", "lang", "text", "start", "kind", "id", "checked")
        return [{name: node[name] for name in keep if name in node}]
    if tag == "style":
        return [{"t": "style", "css": squash(node.get("css") or text_of(node)).strip()}]
    if tag in ("script", "template") or (tag == "label" and not text_of(node).strip()):
        return []
    if tag == "aside" and "notes" in words:
        return []
    if {"katex", "katex-display", "mathjax"} & set(words):
        return [formula(node)]
    if "emoji" in words:
        return [node["a"].get("alt") or text_of(node)]
    if tag == "input" and node["a"].get("type") == "checkbox":
        return [{"t": "checkbox", "checked": "checked" in node["a"]}]
    for kind in EMBEDS.keys() & set(words):
        if EMBEDS[kind] in node["a"]:
            return [{"t": "embed", "kind": kind, "id": node["a"][EMBEDS[kind]]}]
    if tag == "pre":
        kind = diagram_kind(node)
        if kind:
            return [{"t": "diagram", "kind": kind}]
        children = [child for child in node["c"] if not isinstance(child, str)]
        if len(children) == 1 and children[0]["t"] == "code":
            return [code_block(node, children[0])]
    return [{"t": tag, "a": attributes(node), "c": reduce_children(node)}]


def is_block(node):
    return isinstance(node, dict) and (
        node["t"] in BLOCK or (node["t"] == "math" and node["display"])
    )


def reduce_children(node):
    joined = []
    for child in node.get("c", []):
        for one in reduce_node(child):
            if isinstance(one, str) and joined and isinstance(joined[-1], str):
                joined[-1] = squash(joined[-1] + one)
            else:
                joined.append(one)
    return trim(joined, node["t"] in BLOCK)


def trim(nodes, in_block):
    """Takes away white space that is not seen."""
    out = []
    for i, node in enumerate(nodes):
        if isinstance(node, str):
            before = nodes[i - 1] if i > 0 else None
            after = nodes[i + 1] if i + 1 < len(nodes) else None
            breaks = lambda one: is_block(one) or (isinstance(one, dict) and one["t"] == "br")  # noqa: E731
            if (before is None and in_block) or breaks(before):
                node = node.lstrip(" ")
            if (after is None and in_block) or breaks(after):
                node = node.rstrip(" ")
        if node != "":
            out.append(node)
    return out


def unwrap(children):
    """Without the `div` that is put between a slide and its content."""
    while (
        len(children) == 1
        and isinstance(children[0], dict)
        and children[0]["t"] == "div"
        and not children[0]["a"]
    ):
        children = children[0]["c"]
    return trim(children, True)


def reduce_slide(section):
    """A slide as it is compared."""
    given = attributes(section)
    if given.get("data-background-image") == given.get("data-background"):
        given.pop("data-background-image", None)
    return {"t": "section", "a": given, "c": unwrap(reduce_children(section))}


def read_slides(markup):
    """The slides of an exported deck: column, row, slide, notes."""
    start = markup.index('<div class="slides">')
    root = read(markup[start : markup.index("<script", start)])
    holder = next(find(root, lambda n: "slides" in classes_of(n)))
    slides = []
    for column, outer in enumerate(n for n in holder["c"] if not isinstance(n, str)):
        inner = [n for n in outer["c"] if not isinstance(n, str) and n["t"] == "section"]
        for row, section in enumerate(inner or [outer]):
            notes = find(section, lambda n: n["t"] == "aside" and "notes" in classes_of(n))
            slides.append(
                {
                    "place": (column, row),
                    "tree": reduce_slide(section),
                    "notes": squash(" ".join(text_of(one) for one in notes)).strip(),
                    "steps": number_steps(section),
                }
            )
    return slides


def number_steps(section):
    """The indices that reveal.js gives to what comes in steps, in reading order."""
    steps = list(find(section, lambda n: "fragment" in classes_of(n)))
    wanted = [one["a"].get("data-fragment-index") for one in steps]
    groups = {}
    for i, index in enumerate(wanted):
        key = (0, int(index)) if index is not None and index.isdigit() else (1, i)
        groups.setdefault(key, []).append(i)
    numbers = [0] * len(steps)
    for number, key in enumerate(sorted(groups)):
        for i in groups[key]:
            numbers[i] = number
    return numbers
