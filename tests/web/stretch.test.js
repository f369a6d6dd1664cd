// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 the Foredeck contributors

import { stretch } from '../stretch.js';
import { check, current, same, section, show, splice, test } from './tools.js';

const picture = (width, height) => 'data:image/svg+xml,' + encodeURIComponent(
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"/>`);

/** A slide of 960 × 700 with this in it, on the page and measurable. */
async function slide(html) {
  await show(['']);
  document.body.insertAdjacentHTML('beforeend', section(html));
  const added = document.body.lastElementChild;
  added.style.cssText = 'position: absolute; width: 960px; margin: 0; padding: 0';
  await Promise.all([...added.querySelectorAll('img')].map((image) => image.decode()));
  return added;
}

const box = (name, height) => `<div style="height: ${height}px">${name}</div>`;
const size = (element) => [element.clientWidth, element.clientHeight];

test('nothing to stretch', async () => {
  const one = await slide('<p>text</p>');
  const before = one.outerHTML;

  same(stretch(one, 960, 700), false);
  same(one.outerHTML, before);
  same(stretch(null, 960, 700), false);
  same(stretch(undefined, 960, 700), false);
});

test('a block takes the rest', async () => {
  const one = await slide(`${box('a', 100)}<div class="r-stretch"></div>${box('b', 150)}`);

  same(stretch(one, 960, 700), true);
  same(size(one.querySelector('.r-stretch')), [960, 450]);
});

test('a wide picture keeps its shape', async () => {
  const one = await slide(`${box('a', 100)}<img class="r-stretch" style="display: block" `
    + `src="${picture(400, 100)}">`);

  stretch(one, 960, 700);
  same(size(one.querySelector('img')), [960, 240]);
});

test('a tall picture keeps its shape', async () => {
  const one = await slide(`${box('a', 100)}<img class="stretch" style="display: block" `
    + `src="${picture(100, 300)}">`);

  stretch(one, 960, 700);
  same(size(one.querySelector('img')), [200, 600]);
});

test('a picture in a paragraph of its own', async () => {
  const one = await slide(`<p style="margin: 0"><img class="r-stretch" style="display: block" `
    + `src="${picture(100, 100)}"></p>${box('b', 300)}`);

  stretch(one, 960, 700);
  same(size(one.querySelector('img')), [400, 400]);
});

test('again is the same', async () => {
  const one = await slide(`${box('a', 100)}<img class="r-stretch" src="${picture(100, 100)}">`
    + box('b', 50));
  const image = one.querySelector('img');

  stretch(one, 960, 700);
  const first = size(image);
  stretch(one, 960, 700);
  same(size(image), first);
});

test('margins around are part of the rest', async () => {
  const one = await slide('<p style="margin: 30px 0">a</p><div class="r-stretch"></div>'
    + '<p style="margin: 50px 0">b</p>');
  const before = one.querySelector('p').offsetHeight;

  stretch(one, 960, 700);
  same(one.querySelector('.r-stretch').clientHeight, 700 - 160 - 2 * before);
  same(one.firstElementChild.getAttribute('style') ?? '', '');
});

test('no room is no height', async () => {
  const one = await slide(`${box('a', 900)}<div class="r-stretch"></div>`);

  stretch(one, 960, 700);
  same(size(one.querySelector('.r-stretch'))[1], 0);
});

test('on the stage it follows the text beside it', async () => {
  const deck = [`<h1>A</h1><div class="r-stretch"></div>`, 'other'];
  const height = () => current().querySelector('.r-stretch').clientHeight;
  const total = () => current().scrollHeight;

  await show(deck);
  const before = height();
  check(before > 300, `only ${before} px`);
  same(total(), 700);
  await splice(deck, 0, 1, ['<h1>A</h1><p>one<br>more</p><div class="r-stretch"></div>']);
  check(height() < before, 'did not shrink');
  same(total(), 700);
});
