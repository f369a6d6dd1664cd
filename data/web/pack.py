#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 the Foredeck contributors
"""Packs reveal.js, its themes, the fonts, highlight.js, KaTeX, what draws diagrams and
our own page into one GResource as C.

Themes lose what would ask a font host or carry a font of its own: all fonts come from
fonts.css, which names the files of the @fontsource packages.
"""

import argparse
import base64
import hashlib
import pathlib
import re
import shutil
import subprocess
import tempfile

PREFIX = "/io/github/foredeck/web"

# Ours that run in the program and not in a page.
SCRIPTS = ("code.js", "math.js")

# Folders that few decks need, and that are worth their unpacking.
RARE = ("diagrams", "script")

# Family: which weights, upright and italic. What reveal's themes ask for, what HedgeDoc
# ships, and Lato, which the decks of its users name.
FONTS = {
    "lato": (("300", "400", "700", "900"), True),
    "league-gothic": (("400",), False),
    "montserrat": (("400", "700"), False),
    "news-cycle": (("400", "700"), False),
    "open-sans": (("400", "700"), True),
    "quicksand": (("400", "700"), False),
    "source-code-pro": (("300", "400", "600"), False),
    "source-sans-pro": (("300", "400", "600", "700"), True),
    "source-serif-pro": (("300", "400", "600"), True),
    "ubuntu": (("300", "400", "700"), True),
}

# Where the themes of today differ from those of reveal.js 3.9.2, which HedgeDoc shows.
OLD_SIZES = {"main-font-size": "40px", "heading-font-weight": "normal"}
OLD_HEADINGS = {"heading1-size": "3.77em", "heading2-size": "2.11em", "heading3-size": "1.55em"}
OLD_THEMES = {
    "beige": {
        "background": "radial-gradient(circle, #fff, #f7f2d3)",
        **OLD_SIZES,
        **OLD_HEADINGS,
    },
    "league": {"background": "radial-gradient(circle, #555a5f, #1c1e20)"},
    "night": {"main-color": "#eee", "heading-color": "#eee"},
    "serif": OLD_SIZES,
    "simple": {**OLD_SIZES, **OLD_HEADINGS},
    "sky": {
        "background": "radial-gradient(circle, #f7fbfc, #add9e4)",
        "heading-letter-spacing": "-0.08em",
        "link-color": "#3b759e",
        "link-color-hover": "#74a7cb",
    },
}

FACE = re.compile(r"@font-face\s*\{[^}]*\}")
IMPORT = re.compile(r"@import\s*(?:url\()?[\"'][^;]*;")


def read_faces(package, names):
    """The @font-face rules of a package, each with the file it names."""
    for name in names:
        css = (package / f"{name}.css").read_text(encoding="utf-8")
        for face in FACE.findall(css):
            file = re.search(r"url\(\./files/([^)]+\.woff2)\)", face).group(1)
            face = re.sub(r"src:[^;]*;", f"src: url(fonts/{file}) format('woff2');", face)
            face = face.replace("font-display: swap", "font-display: block")
            yield file, re.sub(r"\s+", " ", face)


def pack_fonts(modules, folder):
    (folder / "fonts").mkdir()
    rules = []
    for family, (weights, italic) in FONTS.items():
        package = modules / "@fontsource" / family
        names = list(weights) + ([f"{w}-italic" for w in weights] if italic else [])
        names = [name for name in names if (package / f"{name}.css").exists()]
        for file, rule in read_faces(package, names):
            shutil.copyfile(package / "files" / file, folder / "fonts" / file)
            rules.append(rule)
    (folder / "fonts.css").write_text("\n".join(rules) + "\n", encoding="utf-8")


def read_speaker_script(plugin):
    """The program that the notes plugin writes into the speaker view's window.

    It stands there as a template literal. A content security policy wants its hash, so it
    is needed as the browser will see it.
    """
    text = plugin.read_text(encoding="utf-8")
    start = text.index("<script>") + len("<script>")
    script = text[start : text.index("<\\/script>", start)]
    escapes = {"n": "\n", "t": "\t", "\\": "\\", "`": "`", "$": "$", "/": "/", "'": "'", '"': '"'}
    pieces = re.split(r"\\(.)", script)
    if any("`" in text or "${" in text for text in pieces[::2]):
        raise SystemExit(f"{plugin.name} is not written as expected")
    pieces[1::2] = [escapes[letter] for letter in pieces[1::2]]
    return "".join(pieces)


def write_old_values(name, css):
    """The rule that gives a theme back what it had."""
    values = OLD_THEMES.get(name, {})
    for value in values:
        if f"--r-{value}:" not in css:
            raise SystemExit(f"The theme {name} does not know --r-{value}")
    rule = "".join(f"  --r-{key}: {value};\n" for key, value in values.items())
    return f"\n:root {{\n{rule}}}\n" if rule else ""


def pack_reveal(modules, folder):
    dist = modules / "reveal.js" / "dist"
    (folder / "reveal").mkdir()
    (folder / "themes").mkdir()
    shutil.copyfile(dist / "reveal.js", folder / "reveal" / "reveal.js")
    shutil.copyfile(dist / "reveal.css", folder / "reveal" / "reveal.css")
    shutil.copyfile(dist / "plugin" / "notes.js", folder / "reveal" / "notes.js")
    (folder / "reveal" / "speaker.js").write_text(
        read_speaker_script(dist / "plugin" / "notes.js"), encoding="utf-8"
    )
    for theme in sorted((dist / "theme").glob("*.css")):
        css = theme.read_text(encoding="utf-8")
        css = FACE.sub("", IMPORT.sub("", css))
        if "http" in css.replace("http://www.w3.org", ""):
            raise SystemExit(f"{theme.name} still asks for something from the network")
        css += write_old_values(theme.stem, css)
        (folder / "themes" / theme.name).write_text(css, encoding="utf-8")


LIST = r"\[([^\]]*)\]"
ALIASES = re.compile(r"\baliases:\s*" + LIST)
OWN_ALIASES = re.compile(r"\blanguage\.aliases\s*=\s*" + LIST)
INSIDE = re.compile(r"\bsubLanguage:\s*(?:" + LIST + r"|[\"']([\w-]+)[\"'])")
NAME = re.compile(r"[\"']([^\"'\s]+)[\"']")


def read_language(file):
    """The other names of a language, and the languages that can stand in it."""
    text = re.sub(r"//[^\n]*", "", file.read_text(encoding="utf-8"))
    aliases = OWN_ALIASES.search(text) or ALIASES.search(text)
    inside = set()
    for several, one in INSIDE.findall(text):
        inside.update([one] if one else NAME.findall(several))
    return NAME.findall(aliases.group(1)) if aliases else [], inside


def close_over(name, inside):
    """A language behind all that can stand in it."""
    found, waiting = [], [name]
    while waiting:
        name = waiting.pop()
        if name in inside and name not in found:
            found.append(name)
            waiting.extend(sorted(inside[name]))
    return found[::-1]


def find_languages(modules):
    for file in sorted((modules / "highlight.js" / "lib" / "languages").glob("*.js")):
        if not file.name.endswith(".js.js"):
            yield file


def pack_code(modules, folder):
    """highlight.js, each language by itself, and a list of what to load for which name."""
    target = folder / "script" / "languages"
    target.mkdir(parents=True)
    core = (modules / "highlight.js" / "lib" / "core.js").read_text(encoding="utf-8")
    (folder / "script" / "highlight.js").write_text(
        f"const hljs = ((module) => {{\n{core}\nreturn module.exports; }})({{}});\n", encoding="utf-8"
    )
    aliases, inside = {}, {}
    for file in find_languages(modules):
        text = file.read_text(encoding="utf-8")
        # Guessing depends on what was loaded before.
        text = text.replace("subLanguage: []", "subLanguage: 'json'")
        (target / file.name).write_text(
            f"hljs.registerLanguage('{file.stem}', ((module) => {{\n{text}\n"
            "return module.exports; })({}));\n",
            encoding="utf-8",
        )
        aliases[file.stem], inside[file.stem] = read_language(file)
    inside["http"].add("json")

    rows = {}
    for name in sorted(aliases):
        for known in [alias.lower() for alias in aliases[name]] + [name]:
            if known == name or known not in rows and known not in aliases:
                rows[known] = " ".join([known, *close_over(name, inside)])
    (folder / "script" / "languages.txt").write_text(
        "".join(f"{rows[known]}\n" for known in sorted(rows)), encoding="utf-8"
    )


KATEX_FACE = re.compile(r"url\(fonts/(KaTeX_[\w-]+\.woff2)\) format\(\"woff2\"\)[^}]*")


def pack_math(modules, folder):
    dist = modules / "katex" / "dist"
    css = (dist / "katex.min.css").read_text(encoding="utf-8")
    files = KATEX_FACE.findall(css)
    if len(files) != css.count("@font-face"):
        raise SystemExit("katex.min.css is not written as expected")
    for file in files:
        shutil.copyfile(dist / "fonts" / file, folder / "fonts" / file)
    css = KATEX_FACE.sub(r'url(fonts/\1) format("woff2")', css)
    css = css.replace("@font-face", "\n@font-face").replace("}.katex", "}\n.katex", 1)
    (folder / "katex.css").write_text(css, encoding="utf-8")
    shutil.copyfile(dist / "katex.min.js", folder / "script" / "katex.js")


def write_version(folder):
    """A name for the scripts that run in the program: another one for others."""
    digest = hashlib.sha256()
    for file in sorted((folder / "script").rglob("*")):
        if file.is_file():
            digest.update(f"{file.relative_to(folder)}\n".encode())
            digest.update(hashlib.sha256(file.read_bytes()).digest())
    (folder / "script" / "version.txt").write_text(digest.hexdigest(), encoding="utf-8")


def pack_diagrams(modules, folder):
    """What draws diagrams, each as a classic script named after what it defines.

    They are put into pages as well, where `<!--` would change how the rest is read.
    """
    target = folder / "diagrams"
    target.mkdir()
    graphviz = (modules / "@hpcc-js" / "wasm-graphviz" / "dist" / "index.js").read_text(encoding="utf-8")
    graphviz, n = re.subn(
        r"export\{.*?(\w+) as Graphviz\b[^}]*\};\s*$",
        r"globalThis.Graphviz=\1;",
        re.sub(r"^//# sourceMappingURL=.*\n?", "", graphviz, flags=re.MULTILINE),
    )
    if n != 1:
        raise SystemExit("wasm-graphviz is not written as expected")
    scripts = {
        "ABCJS": (modules / "abcjs" / "dist" / "abcjs-basic-min.js").read_text(encoding="utf-8"),
        "Graphviz": f"{{{graphviz}}}",
        # By itself it would draw whatever has its class, as soon as the page is there.
        "mermaid": (modules / "mermaid" / "dist" / "mermaid.min.js").read_text(encoding="utf-8")
        + "mermaid.startOnLoad = false;\n",
    }
    for name, script in scripts.items():
        script = script.replace("<!--", r"<!-\x2d")
        if re.search(r"</script", script, re.IGNORECASE):
            raise SystemExit(f"{name} cannot stand inside of a page")
        (target / f"{name}.js").write_text(script, encoding="utf-8")


SHEET = re.compile(r'<link rel="stylesheet" href="([^"]+)">')
SCRIPT = re.compile(r'<script(?: type="module")? src="([^"]+)"></script>')
OWN_IMPORT = re.compile(r"^import \{[^}]*\} from '\./([a-z]+\.js)';\n", re.MULTILINE)
OWN_NAME = re.compile(r"^(?:async )?(?:const|let|class|function\*?) +(\w+)", re.MULTILINE)


def join_modules(folder, name):
    """A module and those that it imports, each once, as one script.

    What was a scope for each of them is one for all then, in which a name can be given once.
    """
    script = collect_modules(folder, name, {name})
    names = OWN_NAME.findall(script)
    twice = sorted({own for own in names if names.count(own) > 1})
    if twice:
        raise SystemExit(f"Two modules of {name} define {', '.join(twice)}; give one another name")
    return script


def collect_modules(folder, name, joined):
    text = (folder / name).read_text(encoding="utf-8")
    imported = []
    for other in OWN_IMPORT.findall(text):
        if other not in joined:
            joined.add(other)
            imported.append(collect_modules(folder, other, joined))
    return "".join(imported) + re.sub(r"^export ", "", OWN_IMPORT.sub("", text), flags=re.MULTILINE)


def join_page(folder, name):
    """Puts style sheets and scripts into a page.

    Each file by itself would be a question from the web process to the program, which has a
    window to draw just then. The policy of the page gets the hashes of the scripts.
    """
    page = (folder / name).read_text(encoding="utf-8")
    hashes = []

    def put_sheet(match):
        return f"<style>\n{(folder / match.group(1)).read_text(encoding='utf-8')}</style>"

    def put_script(match):
        script = join_modules(folder, match.group(1))
        if "module" in match.group(0):
            # It need not wait for its turn after the page, in which an empty page is painted.
            script = f'"use strict";\n(() => {{\n{script}}})();\n'
        if re.search(r"</script|<!--", script, re.IGNORECASE):
            raise SystemExit(f"{match.group(1)} cannot stand inside of a page")
        digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        hashes.append(f"'sha256-{digest}'")
        return f"<script>{script}</script>"

    page = SCRIPT.sub(put_script, SHEET.sub(put_sheet, page))
    page = page.replace("script-src ", f"script-src {' '.join(hashes)} ", 1)
    (folder / name).write_text(page, encoding="utf-8")


def write_manifest(folder):
    files = sorted(p.relative_to(folder) for p in folder.rglob("*") if p.is_file())
    rows = "".join(
        f'    <file compressed="{str(file.parts[0] in RARE).lower()}">{file}</file>\n' for file in files
    )
    manifest = folder / "web.gresource.xml"
    manifest.write_text(
        f'<gresources>\n  <gresource prefix="{PREFIX}">\n{rows}  </gresource>\n</gresources>\n',
        encoding="utf-8",
    )
    return manifest


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--modules", type=pathlib.Path, required=True)
    parser.add_argument("--compiler", required=True)
    parser.add_argument("--output", required=True)
    parser.add_argument("own", type=pathlib.Path, nargs="*")
    arguments = parser.parse_args()

    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        pack_reveal(arguments.modules, folder)
        pack_fonts(arguments.modules, folder)
        pack_code(arguments.modules, folder)
        pack_math(arguments.modules, folder)
        pack_diagrams(arguments.modules, folder)
        for file in arguments.own:
            inner = folder / "script" if file.name in SCRIPTS else folder
            shutil.copyfile(file, inner / file.name)
        write_version(folder)
        join_page(folder, "stage.html")
        (folder / "export.js").write_text(join_modules(folder, "export.js"), encoding="utf-8")
        subprocess.run(
            [
                arguments.compiler,
                "--generate-source",
                "--manual-register",
                "--c-name=fore_web",
                f"--sourcedir={folder}",
                f"--target={arguments.output}",
                str(write_manifest(folder)),
            ],
            check=True,
        )


if __name__ == "__main__":
    main()
