// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 the Foredeck contributors
// @ts-check

// Lays slides out on sheets of paper, for PDF and pictures. reveal.js shows one slide at a
// time; here each is shown by a copy of what reveal.js has around it: a window, its
// backgrounds, and one slide in the very places where style sheets look for them. The deck
// itself stays where it is, hidden, so that styles which stand in slides go on to apply.

import { partSlide } from './breaks.js';
import { drawDiagrams } from './diagrams.js';
import { cleanDrawing } from './drawing.js';
import { showLines } from './lines.js';
import { fillSheets } from './sheets.js';
import { stretch } from './stretch.js';

/** @type {any} */
const engine = /** @type {any} */ (window).Reveal;

/** Fragments that are gone when all have been stepped through. On paper they stay. */
const PASSING = '.fade-out, .current-visible, .fade-in-then-out, .fade-in-then-semi-out';
const LIVE = ['past', 'future', 'present'];

/**
 * @typedef {object} Face one slide as the room sees it, at one step
 * @property {HTMLElement} element
 * @property {HTMLElement} slides
 * @property {HTMLElement} section
 * @property {number} index
 * @property {number | null} step `null` for all of them
 */

/** The column and the row of each slide: reveal.js looks through the deck for each.
 * @param {HTMLElement[]} slides */
function findPlaces(slides) {
  const root = engine.getSlidesElement();
  /** @type {Map<HTMLElement, {h: number, v: number, isVertical: boolean}>} */
  const places = new Map();
  /** @type {Element | null} */
  let column = null;
  let h = -1;
  let v = 0;

  for (const slide of slides) {
    const parent = slide.parentElement;
    const isVertical = parent !== root;
    v = isVertical && parent === column ? v + 1 : 0;
    if (v === 0) h++;
    column = parent;
    places.set(slide, { h, v, isVertical });
  }
  return places;
}

/** What every face has in common.
 * @param {any} deck
 * @param {any} wanted */
function readScene(deck, wanted) {
  const config = engine.getConfig();
  const { slideWidth: width, slideHeight: height } = wanted;
  const free = 1 - config.margin;
  const fitting = Math.min(free, config.maxScale);
  /* Rounded as reveal.js does, so that the picture is the same. */
  const scale = Math.round(Math.max(fitting, config.minScale) * 100) / 100;
  const root = document.documentElement;

  root.classList.remove('print-pdf');
  const { background } = getComputedStyle(document.body);
  root.classList.add('print-pdf');
  const { slideNumber, showSlideNumber, parallaxBackgroundImage, center, rtl } = config;
  return { width, height, scale, background, center, rtl, fit: wanted.fit,
    number: /all|print/i.test(showSlideNumber ?? 'all') ? slideNumber : false,
    parallax: Boolean(parallaxBackgroundImage), places: findPlaces(deck.slides),
    columns: engine.getHorizontalSlides().length,
    overlays: readOverlays(wanted.overlays) };
}

/** What is drawn over slides, by their index.
 * @param {string} html
 * @returns {Map<number, Element>} */
function readOverlays(html) {
  const template = document.createElement('template');
  const overlays = new Map();

  template.innerHTML = html;
  for (const element of template.content.children) {
    const drawing = cleanDrawing(element.innerHTML);
    drawing?.classList.add('overlay');
    if (drawing) overlays.set(Number(element.getAttribute('data-slide')), drawing);
  }
  return overlays;
}

/**
 * @param {HTMLElement} copy
 * @param {number | null} step
 */
function setStep(copy, step) {
  for (const fragment of copy.querySelectorAll('.fragment')) {
    const turn = Number(fragment.getAttribute('data-fragment-index'));
    const isPast = step === null ? !fragment.matches('.code-step') : turn < step;

    fragment.classList.toggle('visible', isPast);
    fragment.classList.toggle('current-fragment', step !== null && turn === step - 1);
    if (step === null && fragment.matches(PASSING)) fragment.classList.remove('fragment');
  }
  showLines(copy);
  if (step !== null) return;
  for (const code of copy.querySelectorAll('code.has-highlights')) {
    if (code.querySelector('.code-step')) code.classList.remove('has-highlights');
  }
}

/** A copy of something of reveal.js, as it is while its slide is shown.
 * @param {any} element
 * @param {boolean} deep
 * @returns {HTMLElement} */
function copyShown(element, deep) {
  const copy = /** @type {HTMLElement} */ (element.cloneNode(deep));

  copy.classList.remove(...LIVE);
  copy.classList.add('present');
  copy.style.display = 'block';
  ['hidden', 'inert', 'aria-hidden'].forEach((name) => copy.removeAttribute(name));
  return copy;
}

/** @param {any} section @param {ReturnType<typeof readScene>} scene */
function copyBackgrounds(section, scene) {
  const original = engine.getBackgroundsElement();
  const backgrounds = /** @type {HTMLElement} */ (original.cloneNode(false));

  backgrounds.style.display = 'block';
  if (section.slideBackgroundElement)
    backgrounds.append(copyShown(section.slideBackgroundElement, true));
  if (scene.parallax) placeParallax(section, backgrounds, scene);
  return backgrounds;
}

/** As `updateParallax ()` of reveal.js, which measures what is hidden here.
 * @param {HTMLElement} section
 * @param {HTMLElement} backgrounds
 * @param {ReturnType<typeof readScene>} scene */
function placeParallax(section, backgrounds, scene) {
  const { parallaxBackgroundHorizontal: across, parallaxBackgroundVertical: down }
    = engine.getConfig();
  const { h, v } = findPlace(section, scene);
  const [width, height = width] = backgrounds.style.backgroundSize.split(' ')
    .map((size) => parseInt(size, 10));
  const rows = engine.getVerticalSlides().length;
  const byColumn = typeof across === 'number' ? across
    : scene.columns > 1 ? (width - scene.width) / (scene.columns - 1) : 0;
  const byRow = typeof down === 'number' ? down : (height - scene.height) / (rows - 1);

  backgrounds.style.backgroundPosition
    = `${-byColumn * h}px ${rows > 0 && byRow ? -byRow * v : 0}px`;
}

/** @param {HTMLElement} section @param {ReturnType<typeof readScene>} scene */
const findPlace = (section, scene) =>
  scene.places.get(section) ?? { h: 0, v: 0, isVertical: false };

/** As reveal.js numbers slides, which it does for the one that it shows.
 * @param {HTMLElement} section
 * @param {ReturnType<typeof readScene>} scene */
function createNumber(section, scene) {
  const format = scene.number;
  const element = /** @type {HTMLElement} */ (
    document.querySelector('body > .container .slide-number')?.cloneNode(false)
    ?? document.createElement('div'));
  const counted = section.dataset.visibility === 'uncounted' ? 0 : 1;
  const { h, v, isVertical } = findPlace(section, scene);
  const past = () => engine.getSlidePastCount(section) + counted;
  /** @type {(string | number)[]} */
  let parts = [h + counted];

  if (format === 'c' || (scene.columns === 1 && !/c/.test(String(format)))) parts = [past()];
  else if (format === 'c/t') parts = [past(), '/', engine.getTotalSlides()];
  else if (isVertical) parts.push(format === 'h/v' ? '/' : '.', v + 1);
  element.className = 'slide-number';
  element.style.display = 'block';
  const link = document.createElement('a');
  link.append(...parts.map((part, i) => {
    const span = document.createElement('span');
    span.className = `slide-number-${['a', 'delimiter', 'b'][i]}`;
    span.textContent = String(part);
    return span;
  }));
  // With blanks between, as in markup.
  for (const span of link.children) span.after('\n');
  element.append(link);
  return element;
}

/** @param {HTMLElement} section @param {ReturnType<typeof readScene>} scene */
function createSlides(section, scene) {
  const slides = /** @type {HTMLElement} */ (engine.getSlidesElement().cloneNode(false));
  const { width, height } = engine.getComputedSlideSize();

  slides.removeAttribute('style');
  Object.assign(slides.style, { width: `${width}px`, height: `${height}px`, left: '50%',
    top: '50%', right: 'auto', bottom: 'auto',
    transform: `translate(-50%, -50%) scale(${scene.scale})` });
  const copy = copyShown(section, true);
  const parent = section.parentElement;
  if (parent?.classList.contains('stack')) {
    const stack = copyShown(parent, false);
    stack.append(copy);
    slides.append(stack);
  } else slides.append(copy);
  copy.querySelectorAll('[loading]').forEach((element) => element.removeAttribute('loading'));
  copy.querySelectorAll('video, audio').forEach((film) => film.removeAttribute('autoplay'));
  return { slides, copy };
}

/**
 * @param {any} section
 * @param {number} index
 * @param {number | null} step
 * @param {ReturnType<typeof readScene>} scene
 * @returns {Face}
 */
function createFace(section, index, step, scene) {
  const wrapper = /** @type {HTMLElement} */ (engine.getRevealElement().cloneNode(false));
  const element = document.createElement('div');
  const { slides, copy } = createSlides(section, scene);

  element.className = `face container reveal-viewport ${section.dataset.state ?? ''}`;
  element.classList.toggle('whole', scene.fit !== 'none');
  Object.assign(element.style, { width: `${scene.width}px`, height: `${scene.height}px`,
    background: scene.background });
  element.style.setProperty('--slide-scale', String(scene.scale));
  element.style.setProperty('--viewport-width', `${scene.width}px`);
  element.style.setProperty('--viewport-height', `${scene.height}px`);
  for (const name of ['has-dark-background', 'has-light-background'])
    wrapper.classList.toggle(name, section.classList.contains(name));
  setStep(copy, step);
  wrapper.append(copyBackgrounds(section, scene), slides);
  if (scene.number) wrapper.append(createNumber(section, scene));
  element.append(wrapper);
  const over = scene.overlays.get(index);
  if (over) element.append(over.cloneNode(true));
  return { element, slides, section: copy, index, step };
}

/** Makes the faces of some slides.
 * @param {any} deck
 * @param {any} wanted
 * @param {ReturnType<typeof readScene>} scene
 * @param {(line: string) => void} say
 * @returns {Promise<Face[]>} */
async function createFaces(deck, wanted, scene, say) {
  /** @type {Face[]} */
  const faces = [];

  for (const word of wanted.slides.split(' ')) {
    const index = Number(word);
    const section = deck.slides[index];
    const steps = wanted.steps ? deck.countSteps(section) : 0;

    await drawDiagrams(section);
    engine.loadSlide(section);
    if (!wanted.steps) faces.push(createFace(section, index, null, scene));
    for (let step = 0; wanted.steps && step <= steps; step++) {
      if (wanted.step < 0 || step === wanted.step)
        faces.push(createFace(section, index, step, scene));
    }
    say(`steps ${steps}`);
    deck.tell({ type: 'progress' });
  }
  return faces;
}

/** Resolves behind all that is waiting to be told to this page. */
const turn = () => new Promise((resolve) => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = resolve;
  port2.postMessage(null);
});

/** @param {HTMLImageElement} image */
const loadPicture = (image) => new Promise((resolve) => {
  if (image.complete) resolve(undefined);
  image.addEventListener('load', resolve, { once: true });
  image.addEventListener('error', resolve, { once: true });
});

/** Addresses in styles, which tell nobody when they are there.
 * @param {Element} root */
function findStyleAddresses(root) {
  const texts = [...document.querySelectorAll('body style')].map((style) => style.textContent ?? '');

  root.querySelectorAll('[style*="url("]').forEach((element) =>
    texts.push(element.getAttribute('style') ?? ''));
  return new Set(texts.flatMap((text) =>
    [...text.matchAll(/url\(\s*(["']?)(fore:.*?)\1\s*\)/g)].map((match) => match[2])));
}

/** Pictures that styles name, kept so that they stay loaded.
 * @type {Map<string, HTMLImageElement>} */
const styled = new Map();

/** Waits for all that will be painted.
 * @param {HTMLElement} root
 * @returns {Promise<string[]>} the addresses of styles that lead to nothing */
async function loadAll(root) {
  for (const address of findStyleAddresses(root)) {
    if (styled.has(address) || /\.(woff2?|ttf|otf)([?#]|$)/i.test(address)) continue;
    const image = new Image();
    image.src = address;
    styled.set(address, image);
  }
  await Promise.all([...styled.values()].map(loadPicture));
  // A picture that cannot be had gets a stand-in, which has to be loaded in its turn.
  for (let waiting = [...root.querySelectorAll('img')]; waiting.length > 0;) {
    await Promise.all(waiting.map(loadPicture));
    await turn();
    waiting = waiting.filter((image) => !image.complete);
  }
  await document.fonts.ready;
  return [...styled].filter(([, image]) => image.naturalWidth === 0 && !/\.svg/i.test(image.src))
    .map(([address]) => address);
}

/** What reveal.js does to text that shall be as wide as its slide; it waits for a frame to
 * be painted, and here none is.
 * @param {HTMLElement} section */
function fitText(section) {
  for (const text of /** @type {NodeListOf<HTMLElement>} */ (
    section.querySelectorAll('.r-fit-text'))) {
    const most = engine.getConfig().height * 0.8;

    Object.assign(text.style, { display: 'inline-block', whiteSpace: 'nowrap', fontSize: '' });
    // Widths are whole pixels: the second time, there are more of them.
    for (let i = 0; i < 2; i++) {
      const size = parseFloat(getComputedStyle(text).fontSize);
      const room = text.parentElement?.clientWidth ?? 0;
      const fitting = text.scrollWidth > 0 ? size * room / text.scrollWidth : size;
      text.style.fontSize = `${Math.min(Math.max(fitting, 24), most)}px`;
    }
  }
}

/** Makes lines of code that are wider than their box as small as they have to be, or parts
 * them.
 * @param {HTMLElement} section */
function fitCode(section) {
  for (const code of /** @type {NodeListOf<HTMLElement>} */ (section.querySelectorAll('pre code'))) {
    if (code.scrollWidth <= code.clientWidth + 1) continue;
    const size = parseFloat(getComputedStyle(code).fontSize);
    const by = code.clientWidth / code.scrollWidth;
    // Smaller than that nobody reads it.
    if (by < 0.6) Object.assign(code.style, { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' });
    else code.style.fontSize = `${Math.floor(10 * size * by) / 10}px`;
  }
}

/** Puts each slide where reveal.js would.
 * @param {Face[]} faces
 * @param {ReturnType<typeof readScene>} scene */
function placeSlides(faces, scene) {
  const { width, height } = engine.getComputedSlideSize();

  for (const { section } of faces) {
    if (section.querySelector('.r-fit-text')) fitText(section);
    if (section.querySelector('.r-stretch, .stretch')) stretch(section, width, height);
    if (scene.fit !== 'none') fitCode(section);
  }
  const isCentred = faces.map(({ section }) =>
    scene.center || section.classList.contains('center'));
  const heights = faces.map(({ section }) => section.scrollHeight);
  faces.forEach(({ section }, i) => {
    section.style.top = isCentred[i] ? `${Math.max((height - heights[i]) / 2, 0)}px` : '';
  });
}

/**
 * Makes a slide smaller that is larger than its page.
 * @param {Face} face
 * @param {ReturnType<typeof readScene>} scene
 * @param {number} needed
 * @param {number} across
 */
function shrink({ slides, section }, scene, needed, across) {
  const { width, height } = engine.getComputedSlideSize();
  const by = Math.min(height / needed, width / across, 1);

  section.style.top = '0px';
  slides.style.height = `${Math.max(needed, height)}px`;
  slides.style.transform = `translate(-50%, -50%) scale(${scene.scale * by}) `
    + `translateX(${(width - across) / 2}px)`;
  return by;
}

/**
 * Shows a slide that is longer than its page in parts.
 * @param {Face} face
 * @param {ReturnType<typeof readScene>} scene
 * @param {number} needed
 * @returns {Face[]}
 */
function continueOn(face, scene, needed) {
  const { height } = engine.getComputedSlideSize();
  const cuts = partSlide(face.section, scene.scale, needed, height);

  return cuts.slice(1).map((end, i) => {
    const element = i === 0 ? face.element : /** @type {HTMLElement} */ (face.element.cloneNode(true));
    const slides = /** @type {HTMLElement} */ (element.querySelector('.slides'));
    const section = /** @type {HTMLElement} */ (
      slides.querySelector(':scope > section:not(.stack), :scope > .stack > section'));

    return { ...face, element, slides, section, start: cuts[i], end };
  }).map(({ start, end, ...part }) => {
    part.section.style.top = `${-start}px`;
    Object.assign(part.slides.style, { height: `${end - start}px`, overflowX: 'visible',
      overflowY: 'clip', top: `${(scene.height - height * scene.scale) / 2}px`,
      transformOrigin: '50% 0', transform: `translateX(-50%) scale(${scene.scale})` });
    return part;
  });
}

/**
 * Sees to it that nothing is cut off that nobody asked to.
 * @param {Face[]} faces
 * @param {ReturnType<typeof readScene>} scene
 * @param {(line: string) => void} say
 * @returns {Face[]}
 */
function keepWhole(faces, scene, say) {
  const { width, height } = engine.getComputedSlideSize();
  const sizes = faces.map(({ section }) => [section.scrollHeight, section.scrollWidth]);
  /* The margin of a slide shows what reaches into it. */
  const spare = (scene.height / scene.scale - height) / 2;
  const aside = (scene.width / scene.scale - width) / 2;

  return faces.flatMap((face, i) => {
    const [needed, across] = sizes[i];
    const isCentred = face.section.style.top !== '' && needed <= height;
    const isLong = !isCentred && needed > height + spare + 1;

    if (!isLong && across <= width + aside + 1) return [face];
    if (scene.fit === 'none') {
      say(`beyond ${face.index}`);
      return [face];
    }
    if (scene.fit === 'continue' && isLong) {
      const parts = continueOn(face, scene, needed);
      say(`parted ${face.index} ${parts.length}`);
      return parts;
    }
    const by = shrink(face, scene, isLong ? needed : Math.min(needed, height),
      across > width + aside + 1 ? across : width);
    say(`shrunk ${face.index} ${Math.max(Math.floor(by * 100), 1)}`);
    return [face];
  });
}

/**
 * What of the sheet a link takes, in CSS pixels from its corner.
 * @param {Element} link
 * @param {DOMRect} sheet
 * @param {DOMRect[]} windows what the link is seen through
 */
function* findRects(link, sheet, windows) {
  for (const rect of link.getClientRects()) {
    const left = Math.max(rect.left, ...windows.map((seen) => seen.left)) - sheet.left;
    const top = Math.max(rect.top, ...windows.map((seen) => seen.top)) - sheet.top;
    const right = Math.min(rect.right, ...windows.map((seen) => seen.right)) - sheet.left;
    const bottom = Math.min(rect.bottom, ...windows.map((seen) => seen.bottom)) - sheet.top;

    if (right > left && bottom > top)
      yield [left, top, right, bottom].map((number) => number.toFixed(2)).join(' ');
  }
}

/**
 * @param {Element} sheet
 * @param {(hash: string) => number} findSlide
 * @param {(line: string) => void} say
 */
function reportLinks(sheet, findSlide, say) {
  const paper = sheet.getBoundingClientRect();

  for (const link of sheet.querySelectorAll('a')) {
    const href = link.getAttribute('href') ?? link.getAttribute('xlink:href');
    const face = link.closest('.face');
    const windows = [paper, ...(face ? [face.getBoundingClientRect()] : [])];
    const parted = /** @type {HTMLElement | null} */ (link.closest('.slides'));

    if (!href) continue;
    if (parted?.style.overflowY === 'clip') windows.push(parted.getBoundingClientRect());
    const index = href.startsWith('#') ? findSlide(href.slice(1)) : -1;
    if (href.startsWith('#') && index < 0) continue;
    const target = index >= 0 ? `slide ${index}` : `uri ${href.trim().replace(/\s/g, encodeURIComponent)}`;
    for (const rect of findRects(link, paper, windows)) say(`link ${rect} ${target}`);
  }
}

/** @param {Face[]} faces @param {(line: string) => void} say */
function reportMissing(faces, say) {
  const said = new Set();

  for (const { element, index } of faces) {
    for (const image of element.querySelectorAll('img[data-stage-src]')) {
      const line = `missing ${index} ${image.getAttribute('data-stage-src')}`;
      if (!said.has(line)) say(line);
      said.add(line);
    }
  }
}

/**
 * Lays slides out. Each line of the answer says one thing: `sheet` with the slides on it, and
 * after it the `link`s of that sheet; before all sheets `shrunk`, `parted`, `beyond` and
 * `missing`.
 * @param {any} deck slides, countSteps, findSlide, tell
 * @param {any} wanted
 * @returns {Promise<string>}
 */
export async function layOut(deck, wanted) {
  const scene = readScene(deck, wanted);
  /** @type {string[]} */
  const lines = [];
  const say = (/** @type {string} */ line) => lines.push(line);
  const bench = document.createElement('div');

  document.querySelector('.sheets')?.remove();
  bench.className = 'sheets';
  document.body.append(bench);
  const made = await createFaces(deck, wanted, scene, say);
  // Where they will be, if they can be there already: to move them is to lay them out again.
  if (wanted.form === 'plain') await fillSheets(bench, made, wanted, scene);
  else bench.append(...made.map(({ element }) => element));
  const lost = await loadAll(bench);
  placeSlides(made, scene);
  reportMissing(made, say);
  lost.forEach((address) => say(`missing ${made[0].index} ${address}`));
  const faces = keepWhole(made, scene, say);
  if (wanted.form !== 'plain' || faces.length !== made.length) {
    bench.replaceChildren();
    await fillSheets(bench, faces, wanted, scene, loadAll);
    await loadAll(bench);
  }
  for (const sheet of /** @type {NodeListOf<HTMLElement>} */ (bench.querySelectorAll('.sheet'))) {
    say(`sheet ${sheet.dataset.slides}`);
    reportLinks(sheet, deck.findSlide, say);
  }
  return lines.join('\n');
}
