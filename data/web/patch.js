// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 the Foredeck contributors
// @ts-check

import { placeDrawings } from './diagrams.js';

/** Classes and attributes that reveal.js gives to what it shows, and that an edit keeps. */
const LIVE_CLASSES = ['present', 'past', 'future', 'stack', 'visible', 'current-fragment',
  'has-dark-background', 'has-light-background'];
const LIVE_ATTRIBUTES = ['hidden', 'inert', 'aria-hidden', 'data-index-h', 'data-index-v',
  'data-previous-indexv', 'data-fragment', 'style'];

/** What the author gave to each section, apart from what reveal.js adds.
 * @type {WeakMap<Element, Map<string, string>>} */
const given = new WeakMap();

/** @param {Element} element */
const readAttributes = (element) =>
  new Map([...element.attributes].map((attribute) => [attribute.name, attribute.value]));

/**
 * @param {Element} from
 * @param {string} wanted
 */
function setClass(from, wanted) {
  const live = LIVE_CLASSES.filter((name) => from.classList.contains(name));
  const value = [...new Set([...wanted.split(/\s+/).filter(Boolean), ...live])].join(' ');

  if (value !== '' || from.hasAttribute('class')) from.setAttribute('class', value);
}

/** The address that an image should show, also while a stand-in is shown.
 * @param {Element} image */
const wantedSource = (image) => image.getAttribute('data-stage-src') ?? image.getAttribute('src');

/**
 * @param {Element} from
 * @param {Element} to
 */
function morphAttributes(from, to) {
  const isFragment = from.classList.contains('fragment') && to.classList.contains('fragment');

  for (const { name } of [...from.attributes]) {
    if (to.hasAttribute(name) || name === 'data-stage-src') continue;
    from.removeAttribute(name);
  }
  for (const { name, value } of [...to.attributes]) {
    if (name === 'src' && wantedSource(from) === value) continue;
    if (name === 'src') from.removeAttribute('data-stage-src');
    if (name === 'class' && isFragment) setClass(from, value);
    else if (from.getAttribute(name) !== value) from.setAttribute(name, value);
  }
}

/**
 * Makes one node like another, keeping what is alike: pictures do not load again, films
 * play on.
 * @param {Node} from
 * @param {Node} to
 */
export function morph(from, to) {
  if (from.nodeType !== to.nodeType || from.nodeName !== to.nodeName) {
    from.parentNode?.replaceChild(to, from);
    return;
  }
  if (!(from instanceof Element) || !(to instanceof Element)) {
    if (from.nodeValue !== to.nodeValue) from.nodeValue = to.nodeValue;
    return;
  }
  morphAttributes(from, to);
  morphChildren(from, to);
}

/**
 * @param {Element} from
 * @param {Element} to
 */
function morphChildren(from, to) {
  const before = [...from.childNodes];
  const after = [...to.childNodes];
  let tail = 0;
  let head = 0;
  const shorter = Math.min(before.length, after.length);

  while (head < shorter && before[head].isEqualNode(after[head])) head++;
  while (tail < shorter - head
      && before[before.length - 1 - tail].isEqualNode(after[after.length - 1 - tail])) tail++;

  const end = before[before.length - tail] ?? null;
  const paired = Math.min(before.length, after.length) - tail;
  for (let i = head; i < paired; i++) morph(before[i], after[i]);
  for (let i = paired; i < before.length - tail; i++) from.removeChild(before[i]);
  for (let i = paired; i < after.length - tail; i++) from.insertBefore(after[i], end);
}

/** What reveal.js must look at again when it changes: a picture that it loads late, or text
 * that it measures. */
const WATCHED = '[data-src], .r-fit-text';

/**
 * @param {any} section
 * @param {Element} wanted
 */
function morphSection(section, wanted) {
  const old = given.get(section) ?? new Map();
  const next = readAttributes(wanted);
  const alike = old.size === next.size && [...next].every(([name, value]) =>
    old.get(name) === value);

  for (const name of old.keys()) {
    if (!next.has(name) && !LIVE_ATTRIBUTES.includes(name)) section.removeAttribute(name);
  }
  if (old.has('style') && !next.has('style')) section.removeAttribute('style');
  for (const [name, value] of next) {
    if (name !== 'class') section.setAttribute(name, value);
  }
  setClass(section, next.get('class') ?? '');
  given.set(section, next);
  morphChildren(section, wanted);
  if (!alike || section.querySelector(WATCHED)) section.slideBackgroundElement = null;
}

/** A `data-background` that is a picture: an address, or by its ending. */
const PICTURE = /^(fore:|http|file|\/\/)|\.(svg|png|jpg|jpeg|gif|bmp|webp)([?#\s]|$)/i;

/** The address of a picture as reveal.js can decode it: a percent sign that stands for
 * itself is written as one.
 * @param {string} address */
function escapePercent(address) {
  for (const stray of [/%(?![0-9a-f]{2})/gi, /%/g]) {
    try {
      decodeURI(address);
      break;
    } catch {
      address = address.replace(stray, '%25');
    }
  }
  return address;
}

const OWN = 'fore://stage/';

/** The address of one picture as reveal.js has to get it. It parts addresses at commas, and
 * writes escapes of what means something in an address once more: ours say then that they
 * are to be read once more.
 * @param {string} address */
function wrapAddress(address) {
  const escaped = escapePercent(address);

  if (!escaped.startsWith(OWN) || !/,|%(2[346BCF]|3[ABDF]|40)/i.test(escaped)) return escaped;
  return `${OWN}again/${escaped.slice(OWN.length).replaceAll('%25', '%2525')
    .replaceAll(',', '%2C')}`;
}

/** @param {string | null} list */
const splitAddresses = (list) => (list?.startsWith('data:') ? [list] : list?.split(','));

/**
 * Parses slides. reveal.js would see only by the ending that a background is a picture, and
 * would write that into the section for good.
 * @param {string} html sections, one after the other
 * @returns {HTMLElement[]}
 */
function parse(html) {
  const template = document.createElement('template');

  template.innerHTML = html;
  placeDrawings(template.content);
  const sections = /** @type {HTMLElement[]} */ ([...template.content.children]);
  for (const section of sections) {
    const background = section.getAttribute('data-background');
    const pictures = splitAddresses(section.getAttribute('data-background-image'));

    if (background && PICTURE.test(background)) {
      const address = wrapAddress(background);
      section.setAttribute('data-background', address);
      section.setAttribute('data-background-image', address);
    } else if (pictures) {
      section.setAttribute('data-background-image', pictures.map(wrapAddress).join(','));
    }
    given.set(section, readAttributes(section));
  }
  return sections;
}

/**
 * Puts slides into the columns and stacks they form, moving none that stands right.
 * @param {Element} root
 * @param {HTMLElement[]} slides
 * @param {boolean[]} vertical which slides go below the one before
 */
function arrange(root, slides, vertical) {
  /** @type {HTMLElement[][]} */
  const columns = [];
  slides.forEach((slide, i) => {
    if (i > 0 && vertical[i]) columns[columns.length - 1].push(slide);
    else columns.push([slide]);
  });

  const used = new Set();
  const tops = columns.map((column) => {
    if (column.length === 1) return column[0];
    const parents = column.map((slide) => slide.parentElement);
    let stack = parents.find((parent) => parent && parent !== root && !used.has(parent));
    stack ??= document.createElement('section');
    stack.classList.add('stack');
    used.add(stack);
    placeAll(stack, column);
    return stack;
  });
  placeAll(root, tops);
}

/**
 * @param {Element} parent
 * @param {Element[]} children
 */
function placeAll(parent, children) {
  const wanted = new Set(children);

  for (const child of [...parent.children]) {
    if (!wanted.has(child)) child.remove();
  }
  let next = parent.firstElementChild;
  for (const child of children) {
    if (child === next) next = next.nextElementSibling;
    else parent.insertBefore(child, next);
  }
}

/**
 * Finds the element that reveal.js draws the background of a section on, or makes it as
 * reveal.js would.
 * @param {any} section
 * @returns {HTMLElement}
 */
function giveBackground(section) {
  if (!section.slideBackgroundElement) {
    const element = document.createElement('div');
    const content = document.createElement('div');

    element.className = section.className;
    element.classList.remove(...LIVE_CLASSES);
    element.classList.add('slide-background');
    content.className = 'slide-background-content';
    element.append(content);
    section.slideBackgroundElement = element;
    section.slideBackgroundContentElement = content;
  }
  return section.slideBackgroundElement;
}

/**
 * Puts the backgrounds into the same order as the sections, keeping those that are there.
 * @param {Element} root where sections are
 * @param {Element} backgrounds where backgrounds go
 */
export function arrangeBackgrounds(root, backgrounds) {
  const outer = [...root.children].map((section) => {
    const element = giveBackground(section);
    const inner = [...section.children].filter((child) => child.nodeName === 'SECTION');

    element.classList.toggle('stack', inner.length > 0);
    placeAll(element, [/** @type {any} */ (section).slideBackgroundContentElement,
      ...inner.map(giveBackground)]);
    return element;
  });
  placeAll(backgrounds, outer);
}

/** The slides of a deck as a page holds them: a list in reading order. */
export class Slides {
  /** @param {Element} root the element that columns go into */
  constructor(root) {
    this.root = root;
    /** @type {HTMLElement[]} */
    this.list = [];
    /** @type {boolean[]} */
    this.vertical = [];
  }

  /**
   * Takes slides out and puts others in. Those that stand alike stay, with another content.
   * One that reveal.js must look at again loses its background, which belongs to what it was.
   * @param {number} at
   * @param {number} removed
   * @param {string} kinds a letter for each new slide: `v` goes below the one before
   * @param {string} html
   * @returns {{changed: HTMLElement[], added: HTMLElement[], moved: boolean}} the slides
   *   that only changed, those that are new, and whether columns may be others now
   */
  splice(at, removed, kinds, html) {
    const parsed = parse(html);
    const vertical = [...kinds].map((kind) => kind === 'v');
    const shorter = Math.min(removed, parsed.length);
    let alike = 0;

    while (alike < shorter && vertical[alike] === this.vertical[at + alike]) alike++;
    const changed = this.list.slice(at, at + alike);
    changed.forEach((section, i) => morphSection(section, parsed[i]));

    const added = parsed.slice(alike);
    const moved = added.length > 0 || removed > alike;
    if (moved) {
      this.list.splice(at + alike, removed - alike, ...added);
      this.vertical.splice(at + alike, removed - alike, ...vertical.slice(alike));
      arrange(this.root, this.list, this.vertical);
    }
    return { changed, added, moved };
  }
}
