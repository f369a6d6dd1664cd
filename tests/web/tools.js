// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 the Foredeck contributors

// What the tests of the page share.

/** @type {Map<string, () => unknown>} */
const cases = new Map();
/** What random numbers start from in this run. */
export let seed = 1;

/** @param {string} title @param {() => unknown} body */
export function test(title, body) {
  cases.set(title, body);
}

export function fail(message) {
  throw new Error(message);
}

export function check(condition, message = 'not so') {
  if (!condition) fail(message);
}

export function same(got, expected, what = 'value') {
  const [a, b] = [JSON.stringify(got), JSON.stringify(expected)];
  if (a !== b) fail(`${what}: ${a} instead of ${b}`);
}

/** The very same object, not one like it. */
export function identical(got, expected, what = 'element') {
  if (got !== expected) fail(`${what} is another one`);
}

/** Numbers from a seed, so that what failed once can be run again. */
export function random(start) {
  let state = start || 1;
  const next = (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
  next.pick = (list) => list[next(list.length)];
  return next;
}

export function element(html) {
  const template = document.createElement('template');
  template.innerHTML = html;
  return template.content.firstElementChild;
}

export const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

/** Waits for an event that must come. */
export const event = (target, type) =>
  new Promise((resolve) => target.addEventListener(type, resolve, { once: true }));

/** What the page tells the stage, instead of telling it. */
export function listen() {
  const told = [];
  const handler = Object.getPrototypeOf(window.webkit.messageHandlers.foredeck);
  Object.defineProperty(handler, 'postMessage', { value: (message) => told.push(message) });
  return told;
}

export const OPTIONS = { width: 960, height: 700, margin: 0.04, center: true, transition: 'slide' };
let number = 0;

/** A slide as the core writes it. `v` before it: it goes below the one before. */
export function section(slide) {
  const text = slide.replace(/^v:/, '');
  return /^<section/.test(text) ? text : `<section><div>${text}</div></section>`;
}
export const kind = (slide) => (slide.startsWith('v:') ? 'v' : 'h');

/** Sends an update as the stage does. */
export async function send(wanted = {}) {
  const slides = wanted.slides ?? [];
  const answer = await window.stage.update({
    number: ++number, mode: 'preview', at: 0, removed: 0, options: '', theme: 'white',
    language: '', index: 0, step: 0, moves: 0, ...wanted,
    kinds: slides.map(kind).join(''), html: slides.map(section).join(''),
  });
  const [index, step, steps, update, moves] = answer.split(' ').map(Number);
  return { index, step, steps, update, moves };
}

/** Shows a deck on a page that shows nothing yet. */
export const show = (slides, wanted = {}) =>
  send({ slides, options: JSON.stringify(OPTIONS), ...wanted });

/** @param {string[]} deck the deck shown, which is changed as well */
export function splice(deck, at, removed, slides, wanted = {}) {
  deck.splice(at, removed, ...slides);
  return send({ at, removed, slides, ...wanted });
}

export const sections = () => [...document.querySelectorAll('.slides section:not(.stack)')];
export const current = () => window.Reveal.getCurrentSlide();
export const texts = () => sections().map((slide) => slide.textContent.trim());
/** The columns, each as the texts of its slides. */
export const columns = () => [...document.querySelector('.slides').children].map((column) =>
  column.classList.contains('stack')
    ? [...column.children].map((slide) => slide.textContent.trim())
    : column.textContent.trim());

/** What the program that runs this asks for. */
Object.defineProperty(window, 'webTests', { value: {
  names: () => [...cases.keys()],

  /** @returns {Promise<string>} what is wrong, or nothing */
  async run(title, start) {
    seed = start;
    try {
      await cases.get(title)();
      return '';
    } catch (error) {
      return `${error.message ?? error}\n${error.stack ?? ''}`;
    }
  },
} });
