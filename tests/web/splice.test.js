// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 the Foredeck contributors

// Splices on the real page: what reveal.js shows afterwards is what it would show of the
// same deck had it just read it, and nothing that the splice does not name is touched.

import { check, columns, current, element, identical, random, same, section,
  sections, seed, send, show, splice, test, texts } from './tools.js';

/* Nothing here is about painting, so no answer waits for it. */
Object.defineProperty(document, 'hidden', { value: true });

const LIVE = ['hidden', 'inert', 'aria-hidden', 'data-fragment', 'data-previous-indexv'];
const LIVE_CLASSES = ['present', 'past', 'future', 'stack', 'visible', 'current-fragment',
  'has-dark-background', 'has-light-background'];

/** Gives fragments the indices that reveal.js counts for what the author wrote. */
function numberFragments(slide) {
  const fragments = [...slide.querySelectorAll('.fragment')];
  const given = (one) => Number(one.getAttribute('data-fragment-index') ?? Infinity);
  const groups = [];

  for (const one of fragments.filter((one) => given(one) < Infinity))
    (groups[given(one)] ??= []).push(one);
  const all = [...groups.filter(Boolean),
    ...fragments.filter((one) => given(one) === Infinity).map((one) => [one])];
  all.forEach((group, i) => group.forEach((one) => one.setAttribute('data-fragment-index', i)));
  return slide;
}

/** A section as its author wrote it, without what reveal.js adds. */
function written(slide) {
  const copy = slide.cloneNode(true);

  for (const one of [copy, ...copy.querySelectorAll('*')]) {
    one.classList.remove(...LIVE_CLASSES);
    const names = [...one.classList].sort();
    if (names.length > 0) one.setAttribute('class', names.join(' '));
    else one.removeAttribute('class');
    if (one === copy) {
      LIVE.forEach((name) => one.removeAttribute(name));
      one.style.removeProperty('top');
      one.style.removeProperty('display');
      one.removeAttribute('data-background-image');
    }
    const style = one.style.cssText;
    if (style !== '') one.setAttribute('style', style);
    else one.removeAttribute('style');
  }
  return [copy.tagName, [...copy.attributes].map((a) => `${a.name}=${a.value}`).sort(),
    copy.innerHTML];
}

/** Classes that say nothing: reveal.js puts them right when a column is shown. */
const isIdle = (one, name) => name === 'no-transition'
  || (one.matches('.slide-background') && /^has-.*-background$/.test(name))
  || (one.matches('.slide-background:not(.present) > *') && /^(past|present|future)$/.test(name));
const isFar = (one) => one.matches('.slide-background') && one.style.display === 'none';

/** All that reveal.js made of the deck, as lines, but for what has no effect: where stacks
 * that are not shown stand, how high slides stand that are not, and what is loaded already. */
function shown() {
  const lines = [];
  const walk = (one, depth) => {
    const far = isFar(one.parentElement);
    const attributes = [...one.attributes].map(({ name, value }) => {
      if (name === 'class') return [...one.classList].filter((word) => !isIdle(one, word)).sort();
      if (name === 'style') return [...one.style]
        .filter((key) => key === 'display' || (!far && !(key === 'top' && one.inert)))
        .map((key) => `${key}: ${one.style.getPropertyValue(key)}`).sort();
      return [name === 'data-loaded' || name === 'data-previous-indexv' ? '' : `${name}=${value}`];
    }).map((words) => words.join(' ')).filter((text) => text !== '').sort();
    lines.push(`${' '.repeat(depth)}${one.tagName} ${attributes.join('; ')}`);
    for (const child of one.children) walk(child, depth + 1);
  };

  walk(document.querySelector('.slides'), 0);
  walk(document.querySelector('.backgrounds'), 0);
  lines.push([...document.querySelector('.reveal').classList].sort().join(' '));
  lines.push(document.querySelector('.slide-number').textContent);
  lines.push(document.querySelector('.progress span').style.transform);
  return lines;
}

/** What reveal.js itself makes of the deck that stands there. */
function shownAnew() {
  const { h, v, f } = window.Reveal.getIndices();
  window.Reveal.sync();
  window.Reveal.slide(h, v, f);
  return shown();
}

function sameLines(got, expected) {
  const at = expected.findIndex((line, i) => line !== got[i]);
  if (at >= 0 || got.length !== expected.length)
    same(got[Math.max(at, 0)], expected[Math.max(at, 0)], `line ${at}`);
}

/** Asserts all that must hold after a splice, with the deck that must be shown. */
function proveShown(deck) {
  same(sections().length, deck.length, 'number of slides');
  sections().forEach((slide, i) =>
    same(written(slide), written(numberFragments(element(section(deck[i])))), `slide ${i}`));
  const now = shown();
  sameLines(now, shownAnew());
}

const DECK = ['# a', 'b', 'v:c', 'v:d', 'e', 'f'];

for (const at of [0, 1, 2, 3, 4, 5, 6]) {
  for (const added of [['x'], ['v:x'], ['x', 'v:y', 'z']]) {
    test(`insert ${added.join(' ').replaceAll(':', '')} at ${at}`, async () => {
      for (let index = 0; index < DECK.length; index++) {
        const deck = [...DECK];
        const count = sections().length;
        if (count > 0) await send({ slides: deck, removed: count, index });
        else await show(deck, { index });
        const slide = current();
        const before = sections();

        identical(slide, before[index], 'shown slide');
        const place = await splice(deck, at, 0, added,
          { index: index < at ? index : index + added.length });
        identical(current(), slide, 'current slide');
        before.forEach((one, i) =>
          identical(sections()[i < at ? i : i + added.length], one, `slide ${i}`));
        same(place.index, index < at ? index : index + added.length);
        proveShown(deck);
      }
    });
  }
}

for (const removed of [1, 2, 3]) {
  test(`remove ${removed}`, async () => {
    for (let at = 0; at + removed <= DECK.length; at++) {
      for (let index = 0; index < DECK.length; index++) {
        const deck = [...DECK];
        const count = sections().length;
        if (count > 0) await send({ slides: deck, removed: count, index });
        else await show(deck, { index });
        const slide = current();
        const stays = index < at || index >= at + removed;
        const next = index < at ? index
          : stays ? index - removed : Math.min(at, DECK.length - removed - 1);

        await splice(deck, at, removed, [], { index: next });
        if (stays) identical(current(), slide, 'current slide');
        else identical(current(), sections()[next], 'current slide');
        proveShown(deck);
      }
    }
  });
}

test('many slides before the one shown', async () => {
  const deck = ['a', 'b', 'c'];
  const many = Array.from({ length: 40 }, (_, i) => `${i % 3 === 1 ? 'v:' : ''}n${i}`);

  await show(deck, { index: 1 });
  const slide = current();
  const place = await splice(deck, 0, 0, many, { index: 41 });
  identical(current(), slide);
  same(place.index, 41);
  check(slide.classList.contains('present'), 'the slide shown is not the present one');
  check(getComputedStyle(slide).display !== 'none', 'the slide shown is hidden');
  proveShown(deck);
  await splice(deck, 0, 40, [], { index: 1 });
  identical(current(), slide);
  proveShown(deck);
});

test('many slides changed', async () => {
  const deck = Array.from({ length: 30 }, (_, i) => `slide ${i}`);

  await show(deck, { index: 20 });
  const before = sections();
  await splice(deck, 5, 20, Array.from({ length: 20 }, (_, i) => `changed ${i}`), { index: 20 });
  before.forEach((one, i) => identical(sections()[i], one, `slide ${i}`));
  same(texts()[20], 'changed 15');
  proveShown(deck);
});

test('columns as they should be', async () => {
  await show(['a', 'v:b', 'c']);
  same(columns(), [['a', 'b'], 'c']);
});

/** A slide with something of everything that leaves a trace in reveal.js. */
function makeSlide(next) {
  const attributes = next.pick(['', '', ' class="k"', ' class="k l"', ' style="color: red"',
    ' data-background-color="#123456"', ' data-background-color="#fedcba"',
    ' data-background="rgb(1, 2, 3)"', ' data-background="fore://stage/deck/none.png"',
    ' data-background-image="fore://stage/deck/none.jpg" data-background-size="contain"',
    ' data-background-gradient="linear-gradient(red, blue)"', ' data-state="odd"',
    ' data-background="red" data-background-opacity="0.5"', ' data-transition="zoom"']);
  const body = next.pick(['<h1>T</h1>', '<p>text <b>bold</b></p>', '<p>a</p><p>b</p>',
    '<ul><li class="fragment">a</li><li class="fragment">b</li></ul>',
    '<p class="fragment" data-fragment-index="2">x</p><p class="fragment">y</p>',
    '<p class="fragment" data-fragment-index="1">x</p>'
      + '<p class="fragment" data-fragment-index="1">y</p>', '']);

  return `${next(3) === 0 ? 'v:' : ''}<section${attributes}><div>${body}${next(1000)}</div></section>`;
}

const splitKind = (slide) => (slide.startsWith('v:') ? ['v', slide.slice(2)] : ['h', slide]);

test('random splices', async () => {
  const next = random(seed);
  const deck = Array.from({ length: 12 }, () => makeSlide(next));
  let index = next(deck.length);

  await show(deck, { index, options: JSON.stringify({ width: 960, height: 700 }) });
  proveShown(deck);
  for (let i = 0; i < 60; i++) {
    const before = sections();
    const slide = current();
    const at = next(deck.length + 1);
    const removed = next(Math.min(deck.length - at, next(12) === 0 ? 15 : 4) + 1);
    const added = Array.from({ length: next(12) === 0 ? 12 : next(4) }, () => makeSlide(next));
    if (deck.length - removed + added.length === 0) continue;

    const kinds = deck.map((one) => splitKind(one)[0]);
    let alike = 0;
    while (alike < Math.min(removed, added.length)
      && kinds[at + alike] === splitKind(added[alike])[0]) alike++;
    if (index >= at + removed) index += added.length - removed;
    else if (index >= at + alike) index = Math.min(at, deck.length - removed + added.length - 1);

    const place = await splice(deck, at, removed, added, { index });
    same(place.index, index, `splice ${i}: place`);
    const now = sections();
    before.forEach((one, n) => {
      if (n < at + alike) identical(now[n], one, `splice ${i}: slide ${n}`);
      else if (n >= at + removed)
        identical(now[n + added.length - removed], one, `splice ${i}: slide ${n}`);
    });
    if (now.includes(slide)) identical(current(), slide, `splice ${i}: current slide`);
    /* Not each time: a proof puts right what it looks at. */
    if (next(5) === 0) proveShown(deck);
    if (next(3) === 0) {
      index = next(deck.length);
      await send({ index });
      identical(current(), sections()[index], 'slide moved to');
    }
  }
  proveShown(deck);
});
