// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 the Foredeck contributors

// Slides laid out on sheets.

import { check, same, show, test } from './tools.js';

const WANTED = { slides: '0', form: 'plain', fit: 'scale', perPage: 1, steps: 0, step: -1,
  slideWidth: 960, slideHeight: 700, width: 960, height: 700, first: 1, title: 'A title',
  notes: '', overlays: '' };

async function layOut(slides, wanted = {}) {
  await show(slides, { mode: 'print' });
  return (await window.stage.layOut({ ...WANTED, ...wanted })).split('\n');
}

const sheets = () => [...document.querySelectorAll('.sheet')];
const starting = (lines, word) => lines.filter((line) => line.startsWith(`${word} `));

test('a sheet shows one slide, where style sheets look for it', async () => {
  await layOut(['<h1>A</h1>', 'v:<h1>B</h1>'], { slides: '1' });
  same(sheets().length, 1);
  const slide = document.querySelector('.sheet .reveal > .slides > section.stack > section > div > h1');
  same(slide.textContent, 'B');
  same(slide.getBoundingClientRect().width > 0, true, 'is laid out');
});

test('links are where they are seen', async () => {
  const lines = await layOut(['<p><a href="https://example.org/x y">out</a> <a href="#/1">on</a></p>', '<p>B</p>']);
  const links = starting(lines, 'link').map((line) => line.split(' '));
  const rect = document.querySelector('.sheet a').getBoundingClientRect();
  same(links.map((words) => words.slice(5).join(' ')), ['uri https://example.org/x%20y', 'slide 1']);
  check(Math.abs(Number(links[0][1]) - rect.left) < 0.1, 'left');
  check(Number(links[0][4]) > Number(links[0][2]), 'has a height');
});

test('steps are sheets, and passing fragments stay without steps', async () => {
  const slide = '<p class="fragment" data-fragment-index="0">a</p>'
    + '<p class="fragment fade-out" data-fragment-index="1">b</p>';
  const seen = (sheet) => [...sheet.querySelectorAll('section p')]
    .filter((p) => getComputedStyle(p).visibility === 'visible').map((p) => p.textContent).join('');
  const lines = await layOut([slide], { steps: 1 });
  same(sheets().map(seen), ['b', 'ab', 'a']);
  same(starting(lines, 'steps'), ['steps 2']);
  await layOut([slide]);
  same(sheets().map(seen), ['ab']);
});

test('what is too long is made smaller, parted, or reported', async () => {
  const slide = Array.from({ length: 60 }, (_, i) => `<p>Line ${i}</p>`).join('');
  const shrunk = await layOut([slide]);
  same(starting(shrunk, 'shrunk').length, 1);
  const last = [...document.querySelectorAll('.sheet p')].pop().getBoundingClientRect();
  const sheet = sheets()[0].getBoundingClientRect();
  check(last.bottom <= sheet.bottom, 'the last line is on the sheet');
  const parted = await layOut([slide], { fit: 'continue' });
  check(sheets().length > 2, 'several sheets');
  same(starting(parted, 'parted'), [`parted 0 ${sheets().length}`]);
  const whole = await layOut([slide], { fit: 'none' });
  same(starting(whole, 'beyond'), ['beyond 0']);
});

test('notes go on over as many sheets as they need, and no word is lost', async () => {
  const words = Array.from({ length: 3000 }, (_, i) => `w${i}`);
  const notes = `<div data-slide="0"><p>${words.join(' ')}</p><ol><li>one</li><li>two</li></ol></div>`;
  await layOut(['<h1>A</h1>'], { form: 'below', width: 595, height: 841, notes });
  check(sheets().length > 2, `${sheets().length} sheets`);
  const boxes = [...document.querySelectorAll('.notes-box')];
  same(boxes.map((box) => box.textContent).join(' ').match(/w\d+/g), words);
  check(boxes.every((box) => box.scrollHeight <= box.clientHeight + 1), 'no box is too full');
});

test('a handout holds its slides in order', async () => {
  const lines = await layOut(['A', 'B', 'C', 'D', 'E'].map((name) => `<h1>${name}</h1>`),
    { slides: '0 1 2 3 4', form: 'handout', perPage: 4, width: 841, height: 595 });
  same(starting(lines, 'sheet'), ['sheet 0 1 2 3', 'sheet 4']);
  same(document.querySelector('.foot').textContent, 'A title1');
});

test('what is drawn over a slide is cleaned', async () => {
  const overlays = '<div data-slide="0"><svg onload="x()"><script>x()</script><rect width="9" height="9"/></svg></div>';
  await layOut(['<h1>A</h1>'], { overlays });
  const over = document.querySelector('.sheet .overlay');
  same([over.children.length, over.hasAttribute('onload')], [1, false]);
});
