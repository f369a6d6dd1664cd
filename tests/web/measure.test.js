// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 the Foredeck contributors

// measure.js: what a page says of slides that nobody looks at.

import { check, current, same, sections, show, test } from './tools.js';

/** @returns {Promise<string[][]>} lines, in words */
const measure = async (slides, styles = '', fonts = '') =>
  (await stage.measure({ slides, styles, fonts })).split('\n').map((line) => line.split('\t'));
const of = (lines, kind) => lines.filter(([word]) => word === kind);
const lines = (n) => `<ul>${Array.from({ length: n }, (_, i) => `<li>item ${i}</li>`).join('')}</ul>`;

test('a slide that fits is within its edges', async () => {
  await show(['a', '<h2>b</h2><p>text</p>', 'c', 'd', 'e', 'f']);
  const said = await measure('0 1 5');
  same(of(said, 'slide').map(([, index]) => index), ['0', '1', '5']);
  same(of(said, 'over'), []);
});

test('what is below the edge is told, with the first that is', async () => {
  await show(['a', 'b', 'c', 'd', `<h2>Long</h2>${lines(30)}`]);
  const [over] = of(await measure('4'), 'over');
  const section = sections()[4];
  section.style.cssText = 'display: block; transform: none';
  const height = section.scrollHeight;
  same(over.slice(0, 5), ['over', '0', '0.0', '0.0', '0.0']);
  check(Math.abs(Number(over[5]) - (height - 700)) < 40, `${over[5]} of ${height}`);
  check(/^item 1\d$/.test(over[9]), over[9]);
  same(over[7], 'li');
});

test('a wide word and a wide picture are beyond the right edge', async () => {
  await show([`<p style="white-space: nowrap">${'word '.repeat(40)}</p>`,
    '<div style="width: 1200px; height: 10px; background: red"></div>',
    '<p><img alt="" style="max-width: none; width: 1200px; height: 10px" src="data:image/svg+xml,'
      + '%3Csvg xmlns=\'http://www.w3.org/2000/svg\'/%3E"></p>']);
  const said = await measure('0 1 2');
  same(of(said, 'over').map((words) => Number(words[4]) > 100), [true, true]);
});

test('what is measured looks as before', async () => {
  await show(['a', 'v:b <b class="fragment">c</b>', `v:${lines(30)}`, 'd']);
  const before = document.querySelector('.slides').cloneNode(true);
  await measure('0 1 2 3');
  check(document.querySelector('.slides').isEqualNode(before), 'it is another');
  same(current().textContent, 'a');
});

test('a step is told that brings something beyond the edge', async () => {
  await show(['<style>.late:not(.visible) { display: none }</style><p>one</p>'
    + `<p class="fragment">two</p><div class="fragment late">${lines(30)}</div>`]);
  const over = of(await measure('0'), 'over');
  same(over.length, 1);
  same(over[0][1], '2');
});

test('code that its box cuts off', async () => {
  await show([`<pre><code class="hljs">${'line\n'.repeat(60)}</code></pre>`]);
  const [over] = of(await measure('0'), 'over');
  same([over[5] > 100, over[6], over[7]], [true, '1', 'pre']);
});

test('sizes and colours of text', async () => {
  await show(['<p style="font-size: 16px; color: rgb(10, 20, 30)">small</p>',
    '<p style="color: rgba(0, 0, 0, 0.5); background: rgb(0, 0, 100)">on blue</p>',
    '<p>x<sup>2</sup></p>']);
  const text = of(await measure('0 1 2'), 'text');
  same(text.map((words) => words.slice(1, 5)), [
    ['16', '400', '10,20,30', '255,255,255'],
    ['42', '400', '0,0,50', '0,0,100'],
    ['42', '400', '34,34,34', '255,255,255']]);
  same(text[0].slice(5), ['p', '0', 'small']);
});

test('backgrounds of slides count, and pictures are not guessed', async () => {
  await show(['<section data-background-color="rgb(1, 2, 3)"><div>a</div></section>',
    '<section data-background-image="data:image/png;base64,AAAA"><div>b</div></section>',
    'v:c']);
  const text = of(await measure('0 1 2'), 'text');
  same(text.map((words) => words[4]), ['1,2,3', '?', '255,255,255']);
});

test('two that say the same are told apart', async () => {
  await show([`<ul><li>same</li><li style="font-size: 10px">same</li></ul>`]);
  const text = of(await measure('0'), 'text');
  same(text.map((words) => words.slice(5)), [['li', '0', 'same'], ['li', '1', 'same']]);
});

test('what styles do', async () => {
  await show(['<p class="there">a</p>']);
  same(await measure('', 'supports\tcolor:red\nsupports\tcolor:"red"\nsupports\tcolour:red\n'
    + 'matches\t.there\nmatches\t.gone\nmatches\t.gone, p::before\nmatches\tp:hover\n'), [
    ['supports', '1', 'color:red'], ['supports', '0', 'color:"red"'],
    ['supports', '0', 'colour:red'], ['matches', '1', '.there'], ['matches', '0', '.gone'],
    ['matches', '1', '.gone, p::before'], ['matches', '1', 'p:hover']]);
});

test('fonts that are there', async () => {
  await show(['a']);
  same(await measure('', '', 'font\tLato\nfont\tNo Such Font At All\nfont\tDejaVu Sans\n'), [
    ['font', '1', 'Lato'], ['font', '0', 'No Such Font At All'], ['font', '1', 'DejaVu Sans']]);
});

test('beside a picture that is missing, nobody knows what fits', async () => {
  await show([`<img alt="" src="data:image/png;base64,AAAA">${lines(30)}`]);
  same(of(await measure('0'), 'over'), []);
});

test('slides that are not there are not told of', async () => {
  await show(['a']);
  same(of(await measure('0 7'), 'slide'), [['slide', '0']]);
});
