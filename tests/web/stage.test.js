// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 the Foredeck contributors

// stage.js: what the program asks for, and what it is told.

import { check, columns, current, frame, identical, listen, same, sections, send, show,
  splice, test, texts, OPTIONS } from './tools.js';

const STEPS = '<ul><li class="fragment">1</li><li class="fragment">2</li>'
  + '<li class="fragment">3</li></ul>';
const reveal = document.querySelector('.reveal');
const visible = () => [...current().querySelectorAll('.fragment.visible')]
  .map((one) => one.textContent);
const options = (more) => JSON.stringify({ ...OPTIONS, ...more });

/** Calls what moves, and waits for what it tells. */
function moved(told, action) {
  const n = told.length;
  action();
  same(told.length, n + 1, 'messages');
  same(told[n].type, 'moved');
  const { index, step, steps } = told[n];
  return [index, step, steps];
}

const click = (target) =>
  target.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));

test('answers with the place', async () => {
  same(await show(['a', STEPS, 'b'], { index: 1, step: 2 }),
    { index: 1, step: 2, steps: 3, update: 1, moves: 0 });
  same(visible(), ['1', '2']);
  same(await send({ index: 2 }), { index: 2, step: 0, steps: 0, update: 2, moves: 0 });
});

test('a place that is not there is the nearest', async () => {
  await show(['a', STEPS]);
  const { index, step } = await send({ index: 99, step: 99 });
  same([index, step], [1, 3]);
});

test('steps of one index come together', async () => {
  const { steps } = await show(['<p class="fragment" data-fragment-index="1">a</p>'
    + '<p class="fragment" data-fragment-index="1">b</p><p class="fragment">c</p>'], { step: 1 });
  same(steps, 2);
  same(visible(), ['a', 'b']);
});

test('next and previous go through steps and stacks', async () => {
  const told = listen();
  await show(['a', 'v:b', STEPS]);

  const way = [];
  for (let i = 0; i < 5; i++) way.push(moved(told, stage.next));
  same(way, [[1, 0, 0], [2, 0, 3], [2, 1, 3], [2, 2, 3], [2, 3, 3]]);
  moved(told, stage.next);
  same(told.at(-1).index, 2, 'past the end');
  const back = [];
  for (let i = 0; i < 5; i++) back.push(moved(told, stage.previous).slice(0, 2));
  same(back, [[2, 2], [2, 1], [2, 0], [1, 0], [0, 0]]);
});

test('back to a slide with all its steps shown', async () => {
  const told = listen();
  await show([STEPS, 'b'], { index: 1 });
  same(moved(told, stage.previous), [0, 3, 3]);
  same(visible(), ['1', '2', '3']);
});

test('moves are counted and win over an older wish', async () => {
  const told = listen();
  await show(['a', 'b', 'c']);
  moved(told, stage.next);
  moved(told, stage.next);
  same(told.at(-1).moves, 2);

  const { index, moves } = await send({ index: 0, moves: 1 });
  same([index, moves], [2, 2]);
  same((await send({ index: 0, moves: 2 })).index, 0);
});

test('what the program asks for is no move of the user', async () => {
  const told = listen();
  await show(['a', STEPS, 'c']);
  await send({ index: 1, step: 2 });
  await send({ index: 2 });
  same(told, []);
});

test('reveal.js moving by itself is told', async () => {
  const told = listen();
  await show(['a', STEPS]);
  window.Reveal.right();
  window.Reveal.nextFragment();
  same(told.map(({ index, step }) => [index, step]), [[1, 0], [1, 1]]);
});

test('an edit keeps the step', async () => {
  const deck = ['a', STEPS];
  await show(deck, { index: 1, step: 2 });
  const list = current().querySelector('ul');

  await splice(deck, 1, 1, [STEPS.replace('1', 'one')], { index: 1, step: 2 });
  identical(current().querySelector('ul'), list);
  same(visible(), ['one', '2']);
  await splice(deck, 1, 1, [STEPS.replace('<ul>', '<ul><li class="fragment">0</li>')],
    { index: 1, step: 2 });
  same(visible(), ['0', '1']);
  same((await splice(deck, 0, 0, ['x', 'y'], { index: 3, step: 2 })).step, 2);
  same(visible(), ['0', '1']);
  const { step, steps } = await splice(deck, 3, 1, ['<p class="fragment">only</p>'],
    { index: 3, step: 2 });
  same([step, steps], [1, 1]);
});

test('steps added to a slide gone by are shown', async () => {
  const deck = ['a', 'b', 'c'];
  await show(deck, { index: 1 });
  await splice(deck, 0, 1, [STEPS], { index: 1 });
  same(sections()[0].querySelectorAll('.visible').length, 3);
  await splice(deck, 2, 1, [STEPS], { index: 1 });
  same(sections()[2].querySelectorAll('.visible').length, 0);
});

test('the slide shown is removed', async () => {
  const deck = ['a', 'b', 'c'];
  await show(deck, { index: 1 });
  const { index } = await splice(deck, 1, 1, [], { index: 1 });
  same([index, current().textContent], [1, 'c']);
});

test('the last slide stays when the place asked for is past it', async () => {
  const deck = ['a', 'b', 'c'];
  await show(deck, { index: 2 });
  const last = current();
  await splice(deck, 0, 1, [], { index: 99 });
  identical(current(), last);
  same([window.Reveal.getIndices().h, last.classList.contains('present')], [1, true]);
});

test('films play on', async () => {
  const paused = [];
  window.HTMLMediaElement.prototype.pause = function pause() { paused.push(this.id); };
  const deck = ['a', '<video id="film"></video>', 'c'];
  await show(deck, { index: 1 });
  paused.length = 0;

  await splice(deck, 0, 0, ['x'], { index: 2 });
  await splice(deck, 0, 1, [], { index: 1 });
  await splice(deck, 2, 0, ['v:y'], { index: 1 });
  await splice(deck, 0, 0, Array.from({ length: 20 }, String), { index: 21 });
  same(paused, []);
  check(!document.getElementById('film').hasAttribute('data-ignore'), 'film is left ignored');
  await send({ index: 0 });
  check(paused.includes('film'), 'does not stop where its slide is left');
});

test('nothing is animated from a slide to itself', async () => {
  const deck = ['a', '<section data-auto-animate><div><p>x</p></div></section>'];
  await show(deck, { index: 1, mode: 'show' });
  await splice(deck, 0, 0, ['y'], { index: 2, mode: 'show' });
  same(document.querySelectorAll('[data-auto-animate-target]').length, 0);
  same(window.Reveal.getConfig().autoAnimate, true);
});

test('background and state of the slide shown follow an edit', async () => {
  const deck = ['<section data-background-color="#000000"><div>a</div></section>', 'b'];
  const layer = () => document.querySelector('.backgrounds .present');
  await show(deck);
  same(getComputedStyle(layer()).backgroundColor, 'rgb(0, 0, 0)');
  check(reveal.classList.contains('has-dark-background'), 'not dark');

  await splice(deck, 0, 1,
    ['<section data-background-color="#ffffff" data-state="lit" class="k"><div>a</div></section>']);
  same(getComputedStyle(layer()).backgroundColor, 'rgb(255, 255, 255)');
  check(reveal.classList.contains('has-light-background'), 'not light');
  check(layer().classList.contains('k'), 'the background has not the class');
  check(document.querySelector('.reveal-viewport').classList.contains('lit'), 'no state');

  await splice(deck, 0, 1, ['a']);
  same(getComputedStyle(layer()).backgroundColor, 'rgba(0, 0, 0, 0)');
  check(!document.querySelector('.reveal-viewport').classList.contains('lit'), 'state is left');
  check(!reveal.classList.contains('has-light-background'), 'still light');
});

test('a background whose address has a stray percent sign', async () => {
  await show(['<section data-background-image="fore://stage/deck/100%.png"><div>a</div></section>',
    'b']);
  const picture = () => document.querySelector('.backgrounds').firstElementChild.firstElementChild
    .style.backgroundImage;
  check(picture().includes('100%25.png'), picture());
  same((await send({ index: 1 })).index, 1);
});

for (const attribute of ['data-background', 'data-background-image']) {
  test(`${attribute} with an awkward address`, async () => {
    const name = attribute === 'data-background' ? 'a,b%20100%2525%26c.svg'
      : 'a%2Cb%20100%2525%26c.svg';
    await show([`<section ${attribute}="fore://stage/deck/${name}"><div>a</div></section>`]);
    const layer = document.querySelector('.backgrounds').firstElementChild.firstElementChild;
    const { backgroundImage } = layer.style;
    const [, address] = backgroundImage.match(/^url\("([^"]*)"\)$/) ?? [];
    const image = new Image();
    image.src = address;
    await image.decode();
    same(image.naturalWidth, 8);
  });
}

test('options: theme, transition, language', async () => {
  await show(['<h1>a</h1>'], { theme: 'black', options: options({ transition: 'fade' }),
    language: 'de' });
  const colour = getComputedStyle(document.querySelector('h1')).color;
  check(reveal.classList.contains('fade'), 'no transition class');
  same(reveal.lang, 'de');

  await send({ options: options({ transition: 'zoom' }), theme: 'white', language: 'fr' });
  same([reveal.classList.contains('fade'), reveal.classList.contains('zoom')], [false, true]);
  same(reveal.lang, 'fr');
  check(getComputedStyle(document.querySelector('h1')).color !== colour, 'the same colour');
});

test('options that go are forgotten', async () => {
  await show(['a', 'b'], { options: options({ slideNumber: true, rtl: true, width: 500 }) });
  same(getComputedStyle(document.querySelector('.slide-number')).display, 'block');
  check(reveal.classList.contains('rtl'), 'not from right to left');
  await send({ options: options({}), theme: 'white' });
  same(getComputedStyle(document.querySelector('.slide-number')).display, 'none');
  check(!reveal.classList.contains('rtl'), 'still from right to left');
  same(window.Reveal.getConfig().width, 960);
});

test('a theme that is not there', async () => {
  same((await show(['a'], { theme: 'none-such' })).index, 0);
});

test('a deck may not change what the stage decides', async () => {
  await show(['a', 'b'], { options: options({ keyboard: true, hash: true, history: true,
    shuffle: true, embedded: true, autoSlide: 1000, postMessage: true, overview: true }) });
  const { keyboard, hash, history, shuffle, embedded, autoSlide, postMessage, overview }
    = window.Reveal.getConfig();
  same([keyboard, hash, history, shuffle, embedded, autoSlide, postMessage, overview],
    [false, false, false, false, false, 0, false, false]);
  same(location.hash, '');
});

test('keys are left to the program', async () => {
  const told = listen();
  await show(['a', STEPS, 'c'], { index: 1 });
  for (const key of ['ArrowRight', 'ArrowLeft', ' ', 'Home', 'End', 'Escape', 'o', 'b', '.', 'f', '?'])
    for (const target of [document, document.body, window])
      target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
  await frame();
  same([told, current().textContent.length > 0, visible()], [[], true, []]);
  check(!reveal.matches('.overview, .paused'), 'overview or pause');
  same(window.Reveal.getIndices().h, 1);
});

test('fragments: false shows all of them', async () => {
  const deck = [STEPS, 'b'];
  const { steps } = await show(deck, { options: options({ fragments: false }) });
  same([steps, visible().length], [0, 3]);
  await splice(deck, 0, 1, [STEPS.replace('</ul>', '<li class="fragment">4</li></ul>')]);
  same(visible().length, 4);
  await splice(deck, 1, 0, [STEPS], { index: 1 });
  same(visible().length, 3);
});

test('thumbnails show all that comes in steps', async () => {
  const deck = [STEPS, 'b'];
  const place = await show(deck, { mode: 'thumbnail', step: 99 });
  same([place.step, place.steps], [0, 0]);
  for (const item of current().querySelectorAll('li'))
    same(getComputedStyle(item).opacity, '1', item.textContent);
  await splice(deck, 0, 1, [STEPS.replace('2', 'two')], { mode: 'thumbnail' });
  for (const item of current().querySelectorAll('li'))
    same(getComputedStyle(item).opacity, '1', item.textContent);
  for (const name of ['.controls', '.progress', '.slide-number'])
    same(getComputedStyle(document.querySelector(name)).display, 'none', name);
});

test('the speaker sees steps, and no controls', async () => {
  const deck = [STEPS, 'b'];
  const place = await show(deck, { mode: 'speaker', step: 1 });
  same([place.step, place.steps > 1], [1, true]);
  for (const name of ['.controls', '.progress', '.slide-number'])
    same(getComputedStyle(document.querySelector(name)).display, 'none', name);
  same(getComputedStyle(current()).transitionProperty, 'none');
});

test('nothing moves beside the source', async () => {
  await show(['<p class="fragment">a</p>', 'b']);
  same(getComputedStyle(current()).transitionProperty, 'none');
  same(getComputedStyle(current().querySelector('p')).transitionProperty, 'none');
});

test('links out are told, not followed', async () => {
  const told = listen();
  await show(['<a href="https://example.org/x" target="_blank">x</a>'
    + '<a href="mailto:a@b.c"><b>y</b></a><a>no</a>']);
  const [x, , no] = current().querySelectorAll('a');
  click(x);
  click(current().querySelector('b'));
  check(click(no), 'a click on what is no link was taken away');
  same(told, [{ type: 'link', uri: 'https://example.org/x' }, { type: 'link', uri: 'mailto:a@b.c' }]);
});

test('links within the deck', async () => {
  const told = listen();
  const link = (href) => `<a href="${href}">${href}</a>`;
  await show([link('#/2/1') + link('#/there') + link('#/1') + link('#inner') + link('#/nowhere')
    + link('#%') + link('#/99') + link('#'), 'b', 'c', 'v:d',
  '<section id="there"><div>e</div></section>', '<p id="inner">f</p>']);
  const links = [...current().querySelectorAll('a')];
  const follow = async (n) => {
    click(links[n]);
    const place = window.Reveal.getCurrentSlide().textContent;
    await send({ moves: told.length === 0 ? 0 : told.at(-1).moves });
    return place;
  };

  same(await follow(0), 'd');
  same(await follow(1), 'e');
  same(await follow(2), 'b');
  same(await follow(3), 'f');
  same(told.at(-1).index, 5);
  same(await follow(4), texts()[0], 'to nowhere');
  same(await follow(5), texts()[0], 'to a stray percent sign');
  same(await follow(6), 'f');
  same(await follow(7), texts()[0], 'to nothing');
  check(told.every(({ type }) => type === 'moved'), 'something else was told');
});

test('pictures that are not there have a stand-in', async () => {
  const deck = ['<img src="fore://stage/deck/none.png" alt="x">', 'b'];
  listen();
  await show(deck);
  const image = current().querySelector('img');
  if (!image.hasAttribute('data-stage-src')) await new Promise((resolve) => {
    new MutationObserver(resolve).observe(image, { attributes: true });
  });
  same(image.getAttribute('data-stage-src'), 'fore://stage/deck/none.png');
  check(image.src.startsWith('data:image/svg+xml,'), 'no stand-in');
  await splice(deck, 0, 1, ['<img src="fore://stage/deck/none.png" alt="y">']);
  identical(current().querySelector('img'), image);
  check(image.src.startsWith('data:image/svg+xml,'), 'the stand-in is gone');
});

test('an answer comes after a frame', async () => {
  await show(['a', 'b']);
  let frames = 0;
  const count = () => {
    frames++;
    requestAnimationFrame(count);
  };
  requestAnimationFrame(count);
  await send({ index: 1 });
  check(frames >= 1, 'nothing was painted');
});

test('hurry answers at once', async () => {
  await show(['a', 'b']);
  window.requestAnimationFrame = () => 0;
  const answer = send({ index: 1 });
  setTimeout(stage.hurry);
  same((await answer).index, 1);
});

test('a hidden page answers at once', async () => {
  await show(['a', 'b']);
  Object.defineProperty(document, 'hidden', { value: true });
  window.requestAnimationFrame = () => 0;
  same((await send({ index: 1 })).index, 1);
});

test('a page that is hidden meanwhile answers then', async () => {
  await show(['a', 'b']);
  window.requestAnimationFrame = () => 0;
  const answer = send({ index: 1 });
  setTimeout(() => document.dispatchEvent(new Event('visibilitychange')));
  same((await answer).index, 1);
});

test('errors of the page are told', async () => {
  const told = listen();
  await show(['a']);
  window.dispatchEvent(new ErrorEvent('error', { message: 'm', filename: 'f', lineno: 3 }));
  same(told, [{ type: 'trouble', text: 'f:3: m' }]);
});

test('a deck in columns', async () => {
  const deck = ['a', 'v:b', 'c'];
  await show(deck);
  await splice(deck, 2, 1, ['v:c']);
  same(columns(), [['a', 'b', 'c']]);
  check(reveal.classList.contains('has-vertical-slides'), 'controls do not know of the stack');
});
