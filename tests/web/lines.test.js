// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 the Foredeck contributors

// lines.js: which lines of code are highlighted at which step.

import { current, same, send, show, splice, test } from './tools.js';

/** Code as the core writes it: [1|2-3]. */
const code = (word) => '<pre><code class="js hljs has-highlights" data-line-numbers="1|2-3">'
  + `<span data-steps="0 " class="code-line highlight-line">${word}</span>\n`
  + '<span data-steps="1 " class="code-line">b</span>\n'
  + '<span data-steps="1 " class="code-line">c</span>\n'
  + '<span class="fragment code-step"></span></code></pre>';
const highlighted = () => [...current().querySelectorAll('.highlight-line')]
  .map((line) => line.textContent);

test('steps go over the lines and back', async () => {
  const { steps } = await show([code('a'), 'x']);
  same(steps, 1);
  same(highlighted(), ['a']);
  stage.next();
  same(highlighted(), ['b', 'c']);
  stage.previous();
  same(highlighted(), ['a']);
  await send({ index: 0, step: 1, moves: 2 });
  same(highlighted(), ['b', 'c']);
});

test('an edit keeps the step', async () => {
  const deck = [code('a'), 'x'];
  await show(deck, { step: 1 });
  await splice(deck, 0, 1, [code('A')], { step: 1 });
  same(highlighted(), ['b', 'c']);
});

test('coming from behind, the last step shows', async () => {
  await show(['x', code('a'), 'y'], { index: 2 });
  stage.previous();
  same(highlighted(), ['b', 'c']);
});

test('a step without lines highlights none', async () => {
  await show([code('a').replace('"1|2-3"', '"1|"').replaceAll('"1 "', '""')]);
  stage.next();
  same(highlighted(), []);
  same(current().querySelector('code').classList.contains('has-highlights'), false);
});

test('a thumbnail shows the first step', async () => {
  await show([code('a')], { mode: 'thumbnail' });
  same(highlighted(), ['a']);
});
