// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 the Foredeck contributors
// @ts-check

// Draws `pre[data-diagram]` elements, each source once. The libraries are large and few decks
// need them, so whoever uses this says where they come from. What they draw is cleaned before
// anybody sees it: it is made of a stranger's text.

import { cleanDrawing } from './drawing.js';

/** @type {any} */
const page = window;

/** Takes the markup out of what a library says.
 * @param {string} html */
function plain(html) {
  const template = document.createElement('template');

  template.innerHTML = html;
  return template.content.textContent ?? '';
}

/** What Mermaid 9 did otherwise, which HedgeDoc has: narrower boxes, heavier lines. */
const AS_BEFORE = { flowchart: { padding: 10 }, themeCSS: '.flowchart-link { stroke-width: 2px }' };

/** What draws each kind: the name that its library goes by, and how to ask it. An answer is SVG,
 * and perhaps what the library did not understand. */
const PAINTERS = {
  mermaid: {
    library: 'mermaid',
    /** @param {string} source @param {HTMLElement} bench @param {string} id */
    async paint(source, bench, id) {
      page.mermaid.initialize({ startOnLoad: false, securityLevel: 'strict', htmlLabels: false,
        suppressErrorRendering: true, deterministicIds: true, ...AS_BEFORE });
      return { markup: (await page.mermaid.render(id, source, bench)).svg };
    },
  },
  graphviz: {
    library: 'Graphviz',
    /** @param {string} source */
    async paint(source) {
      return { markup: (await page.Graphviz.load()).dot(source) };
    },
  },
  abc: {
    library: 'ABCJS',
    /** @param {string} source @param {HTMLElement} bench */
    async paint(source, bench) {
      // It never comes to the end of PostScript, which it does not draw anyway.
      const [tune] = page.ABCJS.renderAbc(bench, source.replace(/beginps/gi, 'begin-ps'));
      return { markup: bench.innerHTML, trouble: tune?.warnings?.map(plain)[0] };
    },
  },
};

/** Beyond this a drawing is no use to anybody, and takes long. */
const MAX_SOURCE = 20000;
/** So many drawings are kept. */
const MAX_KEPT = 500;

/** What each source looks like, or nothing where a library could not read it.
 * @type {Map<string, {svg?: Element, trouble?: string}>} */
const drawings = new Map();
/** The last drawing that is being made: the libraries make one at a time.
 * @type {Promise<unknown>} */
let last = Promise.resolve();
let number = 0;
/** @type {(library: string) => Promise<unknown>} */
let load = () => Promise.resolve();
/** @type {(diagram: string, trouble: string) => void} */
let report = () => {};

/**
 * @param {(library: string) => Promise<unknown>} loader called before a library is needed,
 *   with the name it goes by; resolves when it is there
 */
export function setLoader(loader) {
  load = loader;
}

/**
 * @param {(diagram: string, trouble: string) => void} reporter called once for each diagram
 *   that a library could not read, with its kind, a line end and its source
 */
export function setReporter(reporter) {
  report = reporter;
}

/** @param {Element} element */
const keyOf = (element) =>
  `${element.getAttribute('data-diagram')}\n${element.querySelector('code')?.textContent ?? ''}`;

/** @param {ParentNode} root @returns {HTMLElement[]} */
const undrawn = (root) => [.../** @type {NodeListOf<HTMLElement>} */ (
  root.querySelectorAll('pre[data-diagram]:not([data-drawn])'))];

/** @param {Element} element @param {{svg?: Element, trouble?: string}} drawing */
function put(element, { svg, trouble }) {
  element.setAttribute('data-drawn', '');
  if (svg) element.replaceChildren(svg.cloneNode(true));
  else {
    const alert = document.createElement('div');
    alert.className = 'alert alert-warning';
    alert.textContent = trouble ?? '';
    element.append(alert);
  }
}

/**
 * Puts the drawings that are known already into a tree.
 * @param {ParentNode} root
 */
export function placeDrawings(root) {
  for (const element of undrawn(root)) {
    const drawing = drawings.get(keyOf(element));
    if (drawing) put(element, drawing);
  }
}

/** @param {string} key @returns {Promise<{svg?: Element, trouble?: string}>} */
async function make(key) {
  const end = key.indexOf('\n');
  const painter = PAINTERS[/** @type {keyof PAINTERS} */ (key.slice(0, end))];
  const source = key.slice(end + 1);
  const bench = document.createElement('div');

  if (!painter) return { trouble: '' };
  if (source.length > MAX_SOURCE) return { trouble: 'This diagram is too large to be drawn.' };
  // The libraries measure text, so it has to be laid out.
  bench.style.cssText = 'position:absolute;visibility:hidden;left:0;top:0;width:960px';
  document.body.append(bench);
  try {
    await load(painter.library);
    const { markup, trouble } = /** @type {{markup: string, trouble?: string}} */ (
      await painter.paint(source, bench, `drawing-${++number}`));
    const svg = cleanDrawing(markup);
    return svg ? { svg, trouble } : { trouble: 'Nothing was drawn.' };
  } catch (error) {
    return { trouble: String(/** @type {any} */ (error)?.message ?? error).slice(0, 1000) };
  } finally {
    bench.remove();
  }
}

/** @param {string} key */
async function draw(key) {
  if (drawings.has(key)) return;
  const drawing = await make(key);
  drawings.set(key, drawing);
  if (drawing.trouble) report(key, drawing.trouble);
  if (drawings.size > MAX_KEPT) drawings.delete(drawings.keys().next().value ?? '');
}

/**
 * Draws what is in a tree and not known yet, and puts it there.
 * @param {ParentNode | null | undefined} root
 */
export async function drawDiagrams(root) {
  for (const element of root ? undrawn(root) : []) {
    const key = keyOf(element);
    last = last.then(() => draw(key));
    await last;
    // It can have been changed while it was drawn.
    const drawing = drawings.get(key);
    if (drawing && !element.hasAttribute('data-drawn') && keyOf(element) === key) put(element, drawing);
  }
}

/** @param {ParentNode} root */
export const hasUndrawn = (root) => undrawn(root).length > 0;
