// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 the Foredeck contributors
// @ts-check

// Says how slides look, in numbers, and judges nothing. The slides asked for are laid out all
// at once, where nobody sees it, since each change of layout costs more than all reading.

/** What is drawn as a whole. */
const REPLACED = 'img, video, iframe, canvas, svg, table, input';
/** What is small by design, or looks after itself. */
const APART = 'svg, sub, sup, .katex, .katex-mathml, script, style, template, video, audio';
/** Whose colours are ours, and the same for all decks. */
const HIGHLIGHTED = '.hljs *';
/** What an element's source is looked for by. */
const BLOCK = 'li, p, h1, h2, h3, h4, h5, h6, td, th, pre, dt, dd, figcaption, blockquote, div';
const MAX_TEXT = 120;

/** @param {string | null | undefined} text */
const squeeze = (text) => (text ?? '').replace(/\s+/g, ' ').trim();

/** A name for an element that its source can be found by: its tag, its number among those
 * that say the same, and what it says.
 * @param {Element} section
 * @param {Element} element */
function nameOf(section, element) {
  const block = element.matches('img') ? element : element.closest(BLOCK) ?? element;
  const tag = block.localName;
  const read = (/** @type {Element} */ other) => (tag === 'img'
    ? other.getAttribute('data-stage-src') ?? other.getAttribute('src') ?? ''
    : squeeze(other.textContent).slice(0, MAX_TEXT));
  const text = read(block);
  let nth = 0;

  for (const other of section.querySelectorAll(tag)) {
    if (other === block) break;
    if (read(other) === text) nth++;
  }
  return `${tag}\t${nth}\t${squeeze(text)}`;
}

/** @typedef {[number, number, number, number]} Colour red, green, blue and alpha */

/** @param {string} text as computed styles have it
 * @returns {Colour | null} */
function readColour(text) {
  const numbers = text.match(/^rgba?\(([^)]*)\)$/)?.[1].split(/[\s,/]+/).map(Number);

  if (!numbers || numbers.some(Number.isNaN)) return null;
  return [numbers[0], numbers[1], numbers[2], numbers[3] ?? 1];
}

/** @param {Colour} over
 * @param {Colour} under
 * @returns {Colour} */
const blend = (over, under) => [0, 1, 2].map((i) =>
  over[i] * over[3] + under[i] * (1 - over[3])).concat(1);

/** What is painted behind an element, from the nearest to the farthest; null where that is no
 * plain colour.
 * @param {any} section
 * @param {Element} element
 * @returns {Colour | null} */
function backgroundOf(section, element) {
  /** @type {Colour[]} */
  const layers = [];
  /** @type {any[]} */
  const behind = [];

  for (let at = /** @type {Element | null} */ (element); at; at = at.parentElement) behind.push(at);
  const place = behind.indexOf(section) + 1;
  behind.splice(place, 0, section.slideBackgroundContentElement, section.slideBackgroundElement);
  for (const layer of behind) {
    if (!layer) continue;
    const style = getComputedStyle(layer);
    const colour = readColour(style.backgroundColor);

    if (style.backgroundImage !== 'none' || !colour) return null;
    if (layer !== element && layer.matches?.('.slide-background')
      && layer.querySelector('video, iframe')) return null;
    layers.push(colour);
    if (colour[3] === 1) break;
  }
  return layers.reduceRight((under, over) => blend(over, under),
    /** @type {Colour} */ ([255, 255, 255, 1]));
}

/** The part of a slide that a text covers.
 * @param {Element} element
 * @returns {DOMRect | null} null if it has no text of its own */
function ownTextRect(element) {
  const nodes = [...element.childNodes].filter((node) =>
    node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim());
  const range = document.createRange();

  if (nodes.length === 0) return null;
  range.setStartBefore(nodes[0]);
  range.setEndAfter(nodes[nodes.length - 1]);
  return range.getBoundingClientRect();
}

/** @param {Element} element */
const isSeen = (element) => {
  const { visibility, display } = getComputedStyle(element);
  return visibility !== 'hidden' && display !== 'none';
};

/** The nearest box around an element that shows only a part of it.
 * @param {Element} section
 * @param {Element} element */
function clipOf(section, element) {
  for (let at = element; at !== section && at.parentElement; at = at.parentElement) {
    if (getComputedStyle(at).overflowY !== 'visible') return at;
  }
  return null;
}

/** How far content is beyond the edges of its slide, or of a box that cuts it.
 * @param {HTMLElement} section
 * @param {number} step
 * @param {{ left: number, top: number, scale: number, width: number, height: number }} frame
 * @returns {string[]} */
function findOverflow(section, step, frame) {
  const most = { left: 0, top: 0, right: 0, bottom: 0 };
  /** @type {Record<string, Element>} */
  const first = {};
  const lines = [];
  const boxes = new Set();

  for (const element of section.querySelectorAll('*')) {
    if (element.parentElement?.closest(APART) || !isSeen(element)) continue;
    const rect = element.matches(REPLACED) || element.matches('.katex')
      ? element.getBoundingClientRect() : ownTextRect(element);
    if (!rect || rect.width === 0 || rect.height === 0) continue;
    const clip = clipOf(section, element);
    if (clip) {
      boxes.add(clip);
      continue;
    }
    const beyond = {
      left: frame.left - rect.left,
      top: frame.top - rect.top,
      right: rect.right - frame.left - frame.width * frame.scale,
      bottom: rect.bottom - frame.top - frame.height * frame.scale,
    };
    for (const side of /** @type {const} */ (['left', 'top', 'right', 'bottom'])) {
      const pixels = beyond[side] / frame.scale;
      if (pixels > 2) first[side] ??= element;
      most[side] = Math.max(most[side], pixels);
    }
  }
  const side = Object.entries(most).sort((a, b) => b[1] - a[1])[0][0];
  if (first[side]) {
    const sides = Object.values(most).map((pixels) => pixels.toFixed(1)).join('\t');
    lines.push(`over\t${step}\t${sides}\t0\t${nameOf(section, first[side])}`);
  }
  for (const box of boxes) {
    const hidden = box.scrollHeight - box.clientHeight;
    if (hidden > 2) lines.push(`over\t${step}\t0\t0\t0\t${hidden}\t1\t${nameOf(section, box)}`);
  }
  return lines;
}

/** @param {HTMLElement} section
 * @returns {string[]} one line for each look of text */
function findLooks(section) {
  /** @type {Map<string, Element>} */
  const looks = new Map();

  for (const element of section.querySelectorAll('*')) {
    const isFormula = element.matches('.katex');
    if (!isFormula && (element.closest(APART) || !ownTextRect(element)) || !isSeen(element)) continue;
    if (isFormula && element.parentElement?.closest(APART) || element.matches(HIGHLIGHTED)) continue;
    const style = getComputedStyle(element);
    const colour = readColour(style.color);
    const background = backgroundOf(section, element);
    if (!colour) continue;
    const seen = background ? blend(colour, background) : colour;
    const print = (/** @type {Colour} */ c) => c.slice(0, 3).map(Math.round).join(',');
    const look = `text\t${parseFloat(style.fontSize)}\t${style.fontWeight}\t${print(seen)}\t${
      background ? print(background) : '?'}`;
    if (!looks.has(look)) looks.set(look, element);
  }
  return [...looks].map(([look, element]) => `${look}\t${nameOf(section, element)}`);
}

/** Shows as many fragments as a step does.
 * @param {HTMLElement} section
 * @param {number} step */
function showStep(section, step) {
  for (const fragment of section.querySelectorAll('.fragment')) {
    const index = Number(fragment.getAttribute('data-fragment-index'));
    fragment.classList.toggle('visible', index < step);
    fragment.classList.toggle('current-fragment', index === step - 1);
  }
}

/** Lays a slide out as if it were shown, and gives back what undoes that.
 * @param {any} section */
function reveal(section) {
  const stack = section.parentElement?.matches('section') ? section.parentElement : null;
  const undo = [section, stack, ...section.querySelectorAll('.fragment')]
    .filter(Boolean).map((element) => {
      const { hidden } = element;
      const style = element.getAttribute('style');
      const classes = element.getAttribute('class');
      return () => {
        element.hidden = hidden;
        for (const [name, value] of [['style', style], ['class', classes]]) {
          if (value === null) element.removeAttribute(name);
          else element.setAttribute(name, value);
        }
      };
    });

  for (const element of [section, stack]) {
    if (!element) continue;
    element.hidden = false;
    for (const [name, value] of [['display', 'block'], ['transform', 'none'],
      ['transition', 'none'], ['visibility', 'visible'], ['content-visibility', 'visible']])
      element.style.setProperty(name, value, 'important');
  }
  return () => undo.forEach((action) => action());
}

/** @param {Element} section */
const loadPictures = (section) => Promise.all([...section.querySelectorAll('img')]
  .filter((image) => !image.complete)
  .map((image) => new Promise((resolve) => {
    image.addEventListener('load', resolve, { once: true });
    image.addEventListener('error', resolve, { once: true });
  })));

/** @param {HTMLElement} section
 * @param {{ width: number, height: number, isCentred: boolean,
 *   countSteps: (section: HTMLElement) => number }} how */
function measureSlide(section, how) {
  const rect = section.getBoundingClientRect();
  const scale = section.offsetWidth > 0 ? rect.width / section.offsetWidth : 1;
  const isCentred = how.isCentred || section.classList.contains('center');
  const lines = [];
  const steps = how.countSteps(section);
  /* A stand-in has another size than the picture: what is beside it says nothing. */
  const isWhole = !section.querySelector('img[data-stage-src]');
  let before = '';

  for (let step = 0; isWhole && step <= steps; step++) {
    showStep(section, step);
    /* As reveal.js places it: never above the top. */
    const above = isCentred ? Math.max((how.height - section.scrollHeight) / 2, 0) : 0;
    const { left, top } = section.getBoundingClientRect();
    const found = findOverflow(section, step, {
      left, top: top - above * scale, scale, width: how.width, height: how.height });
    const text = found.join('\n').replace(/^over\t\d+/gm, 'over');
    if (text !== before) lines.push(...found);
    before = text;
  }
  return [...lines, ...findLooks(section)];
}

/** @param {string} question
 * @returns {Promise<number>} 1 for yes, 0 for no */
async function answer(question) {
  const [kind, what] = question.split('\t');

  if (kind === 'supports') {
    const [, property, value] = what.match(/^([^:]*):(.*)$/s) ?? ['', '', ''];
    return Number(CSS.supports(property, value));
  }
  if (kind === 'font') return Number(await hasFont(what));
  try {
    /* What only happens while somebody points at it counts as well. */
    const plain = what.replace(/::?(before|after|hover|focus|focus-visible|active|visited|link|marker|selection|first-line|first-letter|placeholder|target)\b/g, '');
    return Number(plain.split(',').some((part) => part.trim() === ''
      || document.querySelector(part.trim().replace(/[>+~]$/, '')) !== null));
  } catch {
    return 1;
  }
}

/** Whether a font is there: one of ours, or text gets another width by it.
 * @param {string} name */
async function hasFont(name) {
  const quoted = `"${name.replace(/["\\]/g, '\\$&')}"`;
  const faces = await document.fonts.load(`72px ${quoted}`).catch(() => []);
  const context = document.createElement('canvas').getContext('2d');
  const width = (/** @type {string} */ font) => {
    if (!context) return 0;
    context.font = `72px ${font}`;
    return context.measureText('mmmmmmmmwwwlli10@').width;
  };

  return faces.length > 0 || ['monospace', 'serif', 'sans-serif'].some((kind) =>
    width(`${quoted}, ${kind}`) !== width(kind));
}

/**
 * Measures slides of a page that stands still.
 *
 * Answers in lines, in which words are parted by tabs:
 * - `slide INDEX`, and what follows is about that slide
 * - `over STEP LEFT TOP RIGHT BOTTOM CLIPPED TAG NTH TEXT`: pixels of the slide beyond its
 *   edges, or those of a box that cuts it, and the first element that is
 * - `text SIZE WEIGHT R,G,B R,G,B|? TAG NTH TEXT`: what text looks like and what is behind it
 * - `supports`, `matches` or `font`, then 0 or 1, and of what
 *
 * @param {HTMLElement[]} list all slides
 * @param {{ slides: string, styles: string, fonts: string }} questions
 * @param {{ width: number, height: number, isCentred: boolean,
 *   countSteps: (section: HTMLElement) => number }} how
 * @returns {Promise<string>}
 */
export async function measureSlides(list, { slides, styles, fonts }, how) {
  const indices = slides.split(' ').filter(Boolean).map(Number);
  const asked = indices.filter((index) => list[index]);
  const sections = asked.map((index) => list[index]);
  const questions = [...styles.split('\n'), ...fonts.split('\n')].filter(Boolean);
  const lines = [];

  await Promise.all(sections.map(loadPictures));
  let undo = sections.map(reveal);
  try {
    // Laid out once, so that fonts are asked for; then with them.
    sections.forEach((section) => section.offsetHeight);
    await document.fonts.ready;
    asked.forEach((index, i) => {
      if (!sections[i].isConnected) return;
      lines.push(`slide\t${index}`, ...measureSlide(sections[i], how));
    });
  } finally {
    undo.reverse().forEach((action) => action());
    undo = [];
  }
  for (const question of questions) {
    const [kind, what] = question.split('\t');
    lines.push(`${kind}\t${await answer(question)}\t${what}`);
  }
  return lines.join('\n');
}
