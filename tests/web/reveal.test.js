// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 the Foredeck contributors

// What reveal.js adds to slides, on the stage and in the structure that HedgeDoc gives them.

import { check, current, same, send, show, test } from './tools.js';

const style = (selector) => getComputedStyle(current().querySelector(selector));

/** What is seen of a fragment before its step, with it and after it.
 * @type {Record<string, [string, string[]]>} */
const KINDS = {
  '': ['opacity', ['0', '1', '1']],
  'fade-out': ['opacity', ['1', '0', '0']],
  'semi-fade-out': ['opacity', ['1', '0.5', '0.5']],
  'fade-in-then-out': ['opacity', ['0', '1', '0']],
  'fade-in-then-semi-out': ['opacity', ['0', '1', '0.5']],
  'current-visible': ['opacity', ['0', '1', '0']],
  grow: ['transform', ['none', 'matrix(1.3, 0, 0, 1.3, 0, 0)', 'matrix(1.3, 0, 0, 1.3, 0, 0)']],
  shrink: ['transform', ['none', 'matrix(0.7, 0, 0, 0.7, 0, 0)', 'matrix(0.7, 0, 0, 0.7, 0, 0)']],
  strike: ['textDecorationLine', ['none', 'line-through', 'line-through']],
  'highlight-red': ['color', ['rgb(34, 34, 34)', 'rgb(255, 44, 45)', 'rgb(255, 44, 45)']],
  'highlight-current-blue': ['color', ['rgb(34, 34, 34)', 'rgb(27, 145, 255)',
    'rgb(34, 34, 34)']],
};

for (const [kind, [property, wanted]] of Object.entries(KINDS)) {
  test(`a fragment ${kind || 'alone'}`, async () => {
    const seen = [];

    await show([`<p class="fragment ${kind}">a</p><p class="fragment later">b</p>`]);
    for (const step of [0, 1, 2]) {
      await send({ step });
      seen.push(style('p')[property]);
    }
    same(seen, wanted);
  });
}

test('fragments come by their index first', async () => {
  await show(['<p class="fragment" id="c">c</p><p class="fragment" data-fragment-index="1" id="b">b</p>'
    + '<p class="fragment" data-fragment-index="0" id="a">a</p>']);
  const shown = [];
  for (const step of [1, 2, 3]) {
    await send({ step });
    shown.push([...current().querySelectorAll('.visible')].map(({ id }) => id).sort().join(''));
  }
  same(shown, ['a', 'ab', 'abc']);
});

test('text fits its slide, and layers lie on each other', async () => {
  await show(['<h2 class="r-fit-text">Fit</h2>',
    '<div class="r-stack"><p>one</p><p>two</p></div>']);
  check(parseFloat(style('.r-fit-text').fontSize) > 150, style('.r-fit-text').fontSize);
  await send({ index: 1 });
  const [one, two] = current().querySelectorAll('.r-stack > p');
  same(one.getBoundingClientRect().top, two.getBoundingClientRect().top);
});

test('backgrounds', async () => {
  const slide = (attributes) => `<section ${attributes}><div>x</div></section>`;
  await show([slide('data-background-gradient="linear-gradient(red, blue)"'),
    slide('data-background-image="fore://stage/deck/a.png" data-background-size="contain"'
      + ' data-background-opacity="0.5"'),
    slide('data-background-iframe="about:blank"'), slide('data-background="#123456"')]);
  const background = (index) => window.Reveal.getSlideBackground(index);
  const content = (index) => background(index).querySelector('.slide-background-content');

  check(background(0).style.backgroundImage.startsWith('linear-gradient'), 'no gradient');
  await send({ index: 1 });
  same([content(1).style.backgroundSize, content(1).style.opacity], ['contain', '0.5']);
  check(content(1).style.backgroundImage.includes('a.png'), content(1).style.backgroundImage);
  await send({ index: 2 });
  same(getComputedStyle(content(2).querySelector('iframe')).display, 'none', 'page');
  await send({ index: 3 });
  same(background(3).style.background, 'rgb(18, 52, 86)');
  check(document.querySelector('.reveal').classList.contains('has-dark-background'), 'not dark');
});

test('a slide’s state is a class of the page while it is shown', async () => {
  const has = () => document.querySelector('.reveal-viewport').classList.contains('special');

  await show(['a', '<section data-state="special"><div>b</div></section>']);
  same(has(), false);
  await send({ index: 1 });
  same(has(), true);
  await send({ index: 0 });
  same(has(), false);
});

const PICTURE = 'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>';
const enlarged = () => document.querySelector('.r-overlay .r-overlay-content > *');
const click = (selector) => document.querySelector(selector).click();

test('a picture fills the page until the talk goes on', async () => {
  await show(['a']);
  await send({ at: 0, removed: 1, slides: [
    `<img src='${PICTURE}' data-preview-image><p class="fragment">b</p>`, 'c'] });
  click('img');
  same(enlarged().getAttribute('src'), PICTURE);
  for (const [x, y] of [[1, 1], [innerWidth / 2, innerHeight - 1]])
    check(document.elementFromPoint(x, y)?.closest('.r-overlay'), 'does not fill the page');
  await send({ step: 1 });
  same(enlarged(), null, 'after a step');
  click('img');
  await send({ index: 1 });
  same(enlarged(), null, 'on the next slide');
  await send({ index: 0 });
  click('img');
  click('.r-overlay');
  same(enlarged(), null, 'after a click');
});

test('what is enlarged can be another picture, or a film', async () => {
  await show([`<b data-preview-image='${PICTURE}'>a</b>`
    + '<i data-preview-video="fore://stage/deck/film.webm">b</i><u>c</u>']);
  click('.slides b');
  same(enlarged().getAttribute('src'), PICTURE);
  click('.r-overlay');
  click('.slides i');
  same([enlarged().localName, enlarged().getAttribute('src')],
    ['video', 'fore://stage/deck/film.webm']);
  click('.r-overlay');
  click('.slides u');
  same(enlarged(), null);
});

test('a film behind a slide', async () => {
  const film = (name, attributes) =>
    `<section data-background-video="fore://stage/deck/${name}" ${attributes}><div>x</div></section>`;
  const video = (index) => window.Reveal.getSlideBackground(index).querySelector('video');

  await show(['a', film('a.webm', 'data-background-video-loop data-background-video-muted'),
    film('b.mp4', '')], { mode: 'show', index: 1 });
  same([video(1).loop, video(1).muted], [true, true]);
  same(video(1).querySelector('source').getAttribute('src'), 'fore://stage/deck/a.webm');
  await send({ mode: 'show', index: 2 });
  same([video(2).loop, video(2).muted], [false, false]);
  same(video(2).querySelector('source').getAttribute('src'), 'fore://stage/deck/b.mp4');
});

test('hidden slides stay where they are, to be jumped to', async () => {
  const hidden = '<section data-visibility="hidden"><div>b</div></section>';
  await show(['a', hidden, 'c'], { mode: 'show' });
  same((await send({ mode: 'show', index: 1 })).index, 1);
  same(current().textContent, 'b');
  await send({ mode: 'show', at: 0, removed: 1, slides: ['d'], index: 1 });
  same(current().textContent, 'b');
});
