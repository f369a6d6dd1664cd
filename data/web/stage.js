// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 the Foredeck contributors
// @ts-check

// The page's end of the bridge: one function for each thing that the stage asks for, and a
// message for each thing that happens here. It decides nothing but how to draw.

import { drawDiagrams, hasUndrawn, setLoader, setReporter } from './diagrams.js';
import { showLines } from './lines.js';
import { measureSlides } from './measure.js';
import { Slides, arrangeBackgrounds } from './patch.js';
import { layOut } from './print.js';
import { stretch } from './stretch.js';

/** @type {any} */
const Reveal = /** @type {any} */ (window).Reveal;
/** @param {object} message */
const tell = (message) =>
  /** @type {any} */ (window).webkit.messageHandlers.foredeck.postMessage(message);

const wrapper = /** @type {HTMLElement} */ (document.querySelector('.reveal'));
const slides = new Slides(/** @type {Element} */ (document.querySelector('.slides')));

/** What the stage decides itself, whatever the deck asks for. */
const FIXED = {
  hash: false, history: false, respondToHashChanges: false, keyboard: false, help: false,
  overview: false, pause: false, shuffle: false, embedded: false, previewLinks: false,
  jumpToSlide: false, postMessage: false, focusBodyOnPageVisibilityChange: false,
  mouseWheel: false, view: null, scrollActivationWidth: 0, hideInactiveCursor: false,
};
const MODES = {
  preview: { autoSlide: 0, autoPlayMedia: false, controlsTutorial: false },
  show: {},
  thumbnail: { autoSlide: 0, autoPlayMedia: false, controls: false, progress: false,
    slideNumber: false, fragments: false },
  speaker: { autoSlide: 0, autoPlayMedia: false, controls: false, progress: false,
    slideNumber: false },
  print: { autoSlide: 0, autoPlayMedia: false, controls: false, progress: false },
};

/** A quiet stand-in for a picture that is not there. */
const MISSING = 'data:image/svg+xml,' + encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" width="240" height="160" viewBox="0 0 240 160">'
  + '<rect x="1" y="1" width="238" height="158" rx="8" fill="#888" fill-opacity=".12" '
  + 'stroke="#888" stroke-opacity=".5" stroke-width="2" stroke-dasharray="8 6"/>'
  + '<path d="M84 108l24-32 18 22 12-14 18 24zM142 66a8 8 0 1 0 .1 0z" fill="#888" '
  + 'fill-opacity=".6"/></svg>');

/** More slides than this are brought up to date all at once. */
const MANY = 8;

let started = false;
/** @type {any} */
let defaults = {};
let mode = 'preview';
let quiet = 0;
/** The last update that came, and how often the user moved: they go into each message, so
 * that the stage knows what a place is a place of. */
let update = 0;
let moves = 0;
/** What waits to be painted.
 * @type {Set<() => void>} */
const unpainted = new Set();

const hasSteps = () => mode !== 'thumbnail' && Reveal.getConfig().fragments;

/** @param {HTMLElement | null | undefined} section */
const countSteps = (section) => {
  const all = section?.querySelectorAll('.fragment[data-fragment-index]') ?? [];
  const indices = [...all].map((fragment) => Number(fragment.getAttribute('data-fragment-index')))
    .filter((index) => Number.isInteger(index) && index >= 0);
  return hasSteps() && indices.length > 0 ? Math.max(...indices) + 1 : 0;
};

/** @param {number} index past the end, the last one */
const slideAt = (index) => slides.list[Math.min(index, slides.list.length - 1)];

function currentPlace() {
  const section = Reveal.getCurrentSlide();
  const { f } = Reveal.getIndices();
  return { index: Math.max(slides.list.indexOf(section), 0), step: (f ?? -1) + 1,
    steps: countSteps(section), update, moves };
}

/** Resolves when what was changed has been painted; at once where nothing is painted. That
 * takes a second frame: when the first has been drawn here, the window shows it in none of
 * sixty cases (measured, also from a task behind that frame), and nearly always then. */
function painted() {
  if (document.hidden) return Promise.resolve();
  return new Promise((resolve) => {
    const done = () => {
      unpainted.delete(done);
      resolve(undefined);
    };
    unpainted.add(done);
    requestAnimationFrame(() => requestAnimationFrame(done));
  });
}

function fit() {
  const { width, height } = Reveal.getComputedSlideSize();
  if (stretch(Reveal.getCurrentSlide(), width, height)) Reveal.layout();
}

/**
 * @param {HTMLLinkElement} link
 * @param {string} href
 */
function loadSheet(link, href) {
  if (link.getAttribute('href') === href) return Promise.resolve();
  return new Promise((resolve) => {
    link.onload = link.onerror = resolve;
    link.setAttribute('href', href);
  });
}

/** @param {string} name */
const loadTheme = (name) => loadSheet(
  /** @type {HTMLLinkElement} */ (document.getElementById('theme')), `themes/${name}.css`);

/** Loads what formulas need to look right, with the first of them.
 * @param {string} html */
async function loadMath(html) {
  if (document.getElementById('math') || !html.includes('<span class="katex')) return;
  const link = document.createElement('link');

  link.id = 'math';
  link.rel = 'stylesheet';
  document.head.append(link);
  await loadSheet(link, 'katex.css');
}

/** Scripts that few decks need.
 * @type {Map<string, Promise<unknown>>} */
const loaded = new Map();
setLoader((library) => {
  if (!loaded.has(library)) {
    loaded.set(library, new Promise((resolve, reject) => {
      const script = document.createElement('script');

      script.onload = resolve;
      script.onerror = reject;
      script.src = `diagrams/${library}.js`;
      document.head.append(script);
    }));
  }
  return /** @type {Promise<unknown>} */ (loaded.get(library));
});

setReporter((diagram, text) => tell({ type: 'diagram', diagram, text }));

/** Draws what an edit brings before it is shown, so that the old drawing stays until then.
 * @param {any} wanted */
async function drawAhead({ html }) {
  if (!html.includes('data-diagram')) return;
  const template = document.createElement('template');

  template.innerHTML = html;
  if (template.content.children.length <= MANY) await drawDiagrams(template.content);
}

/** Draws what the slide shown lacks. */
async function drawCurrent() {
  const section = Reveal.getCurrentSlide();

  if (!section || !hasUndrawn(section)) return;
  await drawDiagrams(section);
  if (section === Reveal.getCurrentSlide()) {
    Reveal.layout();
    fit();
  }
}

let isDrawing = false;
/** Draws the rest, one slide after the other, while there is nothing else to do. */
async function drawRest() {
  if (isDrawing || mode === 'thumbnail' || mode === 'print') return;
  isDrawing = true;
  for (let section; (section = slides.list.find(hasUndrawn));) await drawDiagrams(section);
  isDrawing = false;
}

/**
 * @param {string} json reveal's options
 * @param {string} theme
 * @param {string} language
 */
async function configure(json, theme, language) {
  const options = { ...JSON.parse(json), ...FIXED, ...MODES[mode] };

  await loadTheme(theme);
  document.documentElement.hidden = false;
  wrapper.lang = language;
  wrapper.classList.toggle('still', mode !== 'show');
  wrapper.classList.toggle('thumbnail', mode === 'thumbnail');
  wrapper.classList.toggle('bare', mode === 'thumbnail' || mode === 'speaker');
  if (!started) {
    started = true;
    Reveal.initialize({ ...FIXED });
    // Not its promise: that lets a page be painted before there is a slide on it.
    while (!Reveal.isReady()) await null;
    defaults = { ...Reveal.getConfig() };
  }
  Reveal.configure({ ...defaults, ...options });
}

/**
 * @param {number} index
 * @param {number} step
 */
function show(index, step) {
  const section = slideAt(index);
  if (!section) return;

  const { h, v } = Reveal.getIndices(section);
  if (section !== Reveal.getCurrentSlide()) Reveal.slide(h, v);
  const last = countSteps(section) - 1;
  const f = Math.min(step - 1, last);
  if (last >= 0 && (Reveal.getIndices().f ?? -1) !== f)
    Reveal.slide(h, v, f);
}

/** What reveal.js does for `fragments: false` and for slides gone by, but only to the slides
 * that it has then.
 * @param {HTMLElement[]} changed
 * @param {HTMLElement[]} added */
function showFragments(changed, added) {
  const index = slides.list.indexOf(Reveal.getCurrentSlide());
  const past = changed.filter((section) => slides.list.indexOf(section) < index);

  for (const section of !hasSteps() ? [...changed, ...added] : past) {
    for (const fragment of section.querySelectorAll('.fragment')) {
      if (mode === 'thumbnail') fragment.classList.remove('fragment');
      else fragment.classList.add('visible');
    }
  }
}

/** Whether an update says what to show: not if the user moved since it was sent, to a slide
 * that is still there.
 * @param {any} wanted */
const leads = (wanted) =>
  wanted.moves === moves || !slides.list.includes(Reveal.getCurrentSlide());

/** Lets reveal.js do something while films of the slide shown play on and nothing on it is
 * animated.
 * @param {HTMLElement} section
 * @param {() => void} action */
function undisturbed(section, action) {
  const config = Reveal.getConfig();
  const { autoAnimate } = config;
  const films = section.querySelectorAll('video:not([data-ignore]), audio:not([data-ignore])');

  config.autoAnimate = false;
  films.forEach((film) => film.setAttribute('data-ignore', ''));
  action();
  films.forEach((film) => film.removeAttribute('data-ignore'));
  config.autoAnimate = autoAnimate;
}

/** Tells reveal.js where the slide is now that it shows.
 * @param {HTMLElement} section */
function stay(section) {
  const { h, v } = Reveal.getIndices(section);
  undisturbed(section, () => Reveal.slide(h, v));
}

/** Has reveal.js look at a slide, which it shows then, however far it is.
 * @param {any} section */
function sync(section) {
  const { display } = section.style;

  Reveal.syncSlide(section);
  if (display === 'none')
    section.style.display = section.slideBackgroundElement.style.display = 'none';
}

/** What the layout of reveal.js does for one slide; it does it for all of them.
 * @param {HTMLElement} section */
function centre(section) {
  const { height } = Reveal.getComputedSlideSize();
  const isCentred = Reveal.getConfig().center || section.classList.contains('center');

  section.style.top = isCentred ? `${Math.max((height - section.scrollHeight) / 2, 0)}px` : '';
}

/** Brings slides up to date, and of reveal.js only what that touches: a sync of all costs
 * as much as there are slides.
 * @param {any} wanted */
function patch(wanted) {
  const { changed, added, moved }
    = slides.splice(wanted.at, wanted.removed, wanted.kinds, wanted.html);
  const current = Reveal.getCurrentSlide();
  const stays = slides.list.includes(current)
    && !(leads(wanted) && slideAt(wanted.index) !== current);
  const fresh = [...changed, ...added].filter((section) => !section.slideBackgroundElement);
  const isFresh = fresh.includes(current);

  showFragments(changed, added);
  [...changed, ...added].forEach(showLines);
  changed.forEach((section) => Reveal.syncFragments(section));
  if (fresh.length > MANY) {
    if (stays) undisturbed(current, () => Reveal.sync());
    else Reveal.sync();
    if (stays) stay(current);
  } else if (moved || fresh.length > 0) {
    Reveal.getBackgroundsElement().classList.add('no-transition');
    arrangeBackgrounds(slides.root, Reveal.getBackgroundsElement());
    /* Where films play in the background, they begin when reveal.js first sees it. */
    if (isFresh) sync(current);
    if (stays) stay(current);
    fresh.filter((section) => section !== current).forEach(sync);
  } else if (changed.includes(current)) centre(current);
}

const stage = {
  /**
   * Makes the page show what is wanted; resolves when it is painted.
   * @param {any} wanted
   */
  async update(wanted) {
    quiet++;
    update = wanted.number;
    try {
      mode = wanted.mode;
      if (wanted.options) await configure(wanted.options, wanted.theme, wanted.language);
      await loadMath(wanted.html);
      await drawAhead(wanted);
      if (wanted.removed > 0 || wanted.html !== '') patch(wanted);
      if (leads(wanted)) show(wanted.index, wanted.step);
      fit();
      await drawCurrent();
    } finally {
      quiet--;
    }
    await painted();
    drawRest();
    return Object.values(currentPlace()).join(' ');
  },

  /**
   * Lays slides out on sheets, which take the place of the deck.
   * @param {any} wanted
   */
  async layOut(wanted) {
    quiet++;
    try {
      return await layOut({ slides: slides.list, countSteps, findSlide, tell }, wanted);
    } finally {
      quiet--;
    }
  },

  /**
   * Says how slides look; see measure.js.
   * @param {{ slides: string, styles: string, fonts: string }} questions
   */
  measure(questions) {
    const { width, height } = Reveal.getComputedSlideSize();
    return measureSlides(slides.list, questions,
      { width, height, isCentred: Reveal.getConfig().center, countSteps });
  },

  /** Answers at once to all that waits for something to be painted. */
  hurry: () => unpainted.forEach((done) => done()),

  next: () => move(() => {
    if (mode === 'thumbnail' || !Reveal.nextFragment()) shift(1);
  }),

  previous: () => move(() => {
    if (mode === 'thumbnail' || !Reveal.prevFragment()) shift(-1);
  }),
};

/** @param {() => void} action */
function move(action) {
  quiet++;
  action();
  quiet--;
  reportPlace();
}

/** Goes on in reading order, across columns and stacks.
 * @param {number} by */
function shift(by) {
  const index = currentPlace().index + by;
  if (index >= 0 && index < slides.list.length) show(index, by > 0 ? 0 : Number.MAX_SAFE_INTEGER);
}

function reportPlace() {
  fit();
  moves++;
  tell({ type: 'moved', ...currentPlace() });
}

/** @param {string} text */
function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * @param {string} hash what follows `#` in a link inside the deck
 * @returns {number} the index of the slide that it leads to, or -1
 */
function findSlide(hash) {
  const place = hash.replace(/^\//, '');
  const [h, v] = place.split('/');
  const section = /^\d+$/.test(h) ? Reveal.getSlide(Number(h), Number(v) || 0)
    : document.getElementById(decode(place))?.closest('.slides section:not(.stack)');

  return slides.list.indexOf(section);
}

/** @param {string} hash what follows `#` in a link inside the deck */
function follow(hash) {
  const place = hash.replace(/^\//, '');
  const [h, v] = place.split('/');
  const index = findSlide(hash);

  if (/^\d+$/.test(h)) move(() => Reveal.slide(Number(h), Number(v) || 0));
  else if (index >= 0) move(() => show(index, 0));
}

/** Nothing here is left to the web view, which would call a host even of a link that it is
 * not allowed to follow.
 * @param {MouseEvent} event */
function followLink(event) {
  const target = /** @type {Element} */ (event.target);
  const link = target.closest?.('a[href], area[href]');
  const href = link?.getAttribute('href');

  if (!link || href == null || event.button > 1) return;
  event.preventDefault();
  event.stopPropagation();
  if (href.startsWith('#')) follow(href.slice(1));
  else tell({ type: 'link', uri: href });
}

const closeEnlarged = () => wrapper.querySelector(':scope > .r-overlay')?.remove();

/**
 * @param {string} name of the element
 * @param {string} address
 * @param {string | null} fit
 */
function fillPage(name, address, fit) {
  const overlay = document.createElement('div');
  const media = document.createElement(name);

  overlay.className = 'r-overlay r-overlay-preview';
  overlay.dataset.state = 'loaded';
  overlay.dataset.previewFit = fit ?? 'scale-down';
  overlay.innerHTML = '<div class="r-overlay-viewport"><div class="r-overlay-content"></div></div>';
  overlay.querySelector('.r-overlay-content')?.append(media);
  if (media instanceof HTMLVideoElement) media.controls = media.autoplay = true;
  media.setAttribute('src', address);
  overlay.addEventListener('click', ({ target }) => {
    if (!(target instanceof HTMLVideoElement)) closeEnlarged();
  });
  closeEnlarged();
  wrapper.append(overlay);
}

/** A picture or film that asks for it fills the page when it is clicked, until the next click or
 * step. reveal.js only looks for them when it gets all slides anew, leaves what is open before
 * the slides that follow, and stumbles over what is closed before it was loaded.
 * @param {MouseEvent} event */
function enlarge(event) {
  const target = /** @type {Element} */ (event.target);
  const trigger = target.closest?.('.slides [data-preview-image], .slides [data-preview-video]');
  const isImage = trigger?.hasAttribute('data-preview-image');
  const address = trigger?.getAttribute(isImage ? 'data-preview-image' : 'data-preview-video')
    || trigger?.getAttribute('src');

  if (!trigger || !address || target.closest('a[href], area[href]')) return;
  event.preventDefault();
  event.stopPropagation();
  fillPage(isImage ? 'img' : 'video', address, trigger.getAttribute('data-preview-fit'));
}

document.addEventListener('click', enlarge, true);
document.addEventListener('click', followLink, true);
document.addEventListener('auxclick', followLink, true);

document.addEventListener('error', (event) => {
  const image = event.target;

  if (!(image instanceof HTMLImageElement) || image.hasAttribute('data-stage-src')) return;
  image.setAttribute('data-stage-src', image.getAttribute('src') ?? '');
  image.src = MISSING;
}, true);

document.addEventListener('load', (event) => {
  if (event.target instanceof HTMLImageElement) fit();
}, true);

document.addEventListener('visibilitychange', stage.hurry);
document.addEventListener('dragover', (event) => event.preventDefault());
document.addEventListener('drop', (event) => event.preventDefault());

for (const name of ['slidechanged', 'fragmentshown', 'fragmenthidden'])
  Reveal.on(name, () => { if (quiet === 0) reportPlace(); });
for (const name of ['slidechanged', 'fragmentshown', 'fragmenthidden'])
  Reveal.on(name, () => showLines(Reveal.getCurrentSlide()));
for (const name of ['slidechanged', 'fragmentshown', 'fragmenthidden'])
  Reveal.on(name, closeEnlarged);
Reveal.on('slidechanged', drawCurrent);
Reveal.on('resize', fit);

window.addEventListener('error', ({ message, filename, lineno }) =>
  tell({ type: 'trouble', text: `${filename}:${lineno}: ${message}` }));
window.addEventListener('unhandledrejection', ({ reason }) =>
  tell({ type: 'trouble', text: `${reason?.sourceURL ?? ''}:${reason?.line ?? ''}: ${reason}` }));

Object.defineProperty(window, 'stage', { value: stage });
tell({ type: 'ready' });
