// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 the Foredeck contributors
// @ts-check

// Where content that is too long for its place is parted: a slide between two of its lines
// or pictures, notes between two of their words.

/** What a cut would spoil, besides lines of text. */
const WHOLE = 'img, svg, video, canvas, iframe, hr, input, tr, .katex-display, pre[data-drawn]';

/** What is better not parted, if it is short. */
const BLOCKS = 'p, h1, h2, h3, h4, h5, h6, li, dd, pre, blockquote';
const SHORT = 0.3;

/**
 * @param {HTMLElement} section
 * @param {number} scale how many CSS pixels of the window one of the section takes
 * @param {number} room how long each part may be
 * @returns {{top: number, bottom: number}[]} what must stay in one piece, from the top of the
 *   section
 */
function findPieces(section, scale, room) {
  const { top } = section.getBoundingClientRect();
  const range = document.createRange();
  const walker = document.createTreeWalker(section, NodeFilter.SHOW_TEXT);
  /** @type {DOMRect[]} */
  const rects = [...section.querySelectorAll(WHOLE)].map((element) =>
    element.getBoundingClientRect());

  for (const block of section.querySelectorAll(BLOCKS)) {
    const rect = block.getBoundingClientRect();
    if (rect.height < SHORT * room * scale) rects.push(rect);
  }
  while (walker.nextNode()) {
    range.selectNodeContents(walker.currentNode);
    rects.push(...range.getClientRects());
  }
  return rects.filter(({ height }) => height > 0).map((rect) =>
    ({ top: (rect.top - top) / scale, bottom: (rect.bottom - top) / scale }));
}

/**
 * Parts a slide that is longer than a page.
 * @param {HTMLElement} section
 * @param {number} scale how many CSS pixels of the window one of the section takes
 * @param {number} total how long it is
 * @param {number} room how long each part may be
 * @returns {number[]} where parts begin, and the end
 */
export function partSlide(section, scale, total, room) {
  const pieces = findPieces(section, scale, room);
  const cuts = [0];

  while (total - cuts[cuts.length - 1] > room) {
    const start = cuts[cuts.length - 1];
    let cut = start + room;

    for (let moved = true; moved;) {
      moved = false;
      for (const { top, bottom } of pieces) {
        // What is larger than a page is cut where that ends.
        if (top >= cut - 0.5 || bottom <= cut + 0.5 || bottom - top > room) continue;
        if (top <= start + 0.5) continue;
        cut = top;
        moved = true;
      }
    }
    cuts.push(cut);
  }
  return [...cuts, total];
}

/** @param {HTMLElement} box */
const isTooFull = (box) => box.scrollHeight > box.clientHeight + 1;

/**
 * @param {Text} text
 * @param {HTMLElement} box
 * @returns {Node | null}
 */
function partText(text, box) {
  const words = text.data.split(/(?<=\s)/);
  let fitting = 0;
  let tooMany = words.length;

  while (tooMany - fitting > 1) {
    const middle = (fitting + tooMany) >> 1;

    text.data = words.slice(0, middle).join('');
    if (isTooFull(box)) tooMany = middle;
    else fitting = middle;
  }
  text.data = words.slice(0, fitting).join('');
  if (text.data.trim() !== '') return document.createTextNode(words.slice(fitting).join(''));
  text.data = words.join('');
  return null;
}

/**
 * Takes from the last node in a box what does not fit.
 * @param {Node} node
 * @param {HTMLElement} box
 * @returns {Node | null} the rest, or nothing where no part of it fits
 */
function partNode(node, box) {
  if (node instanceof Text) return partText(node, box);
  if (!(node instanceof HTMLElement) || !node.firstChild) return null;

  const rest = /** @type {HTMLElement} */ (node.cloneNode(false));
  while (node.lastChild && isTooFull(box)) rest.prepend(node.lastChild);
  if (rest.firstChild) {
    const first = rest.firstChild;
    node.append(first);
    const part = partNode(first, box);
    rest.prepend(part ?? first);
  }
  if (!node.textContent?.trim() && !node.querySelector(WHOLE)) {
    node.append(...rest.childNodes);
    return null;
  }
  if (node instanceof HTMLOListElement)
    /** @type {HTMLOListElement} */ (rest).start = node.start + node.children.length;
  return rest;
}

/**
 * Puts nodes into boxes, as many as it takes.
 * @param {Iterable<Node>} nodes
 * @param {() => HTMLElement} nextBox makes an empty box, laid out
 */
export function flowNotes(nodes, nextBox) {
  let box = nextBox();

  for (let node of [...nodes]) {
    for (;;) {
      box.append(node);
      if (!isTooFull(box)) break;
      const rest = partNode(node, box);
      // What is larger than a box and of one piece goes beyond it.
      if (!rest && box.firstChild === node) break;
      box = nextBox();
      node = rest ?? node;
    }
  }
}
