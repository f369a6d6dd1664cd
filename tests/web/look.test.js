// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 the Foredeck contributors

// How a deck looks in each theme, where HedgeDoc 1.x differs from the reveal.js of today.

import { check, current, same, show, test, OPTIONS } from './tools.js';

const SLIDE = '<h1>one</h1><h2>two</h2><h3>three</h3><h4>four</h4><p>text <code>code</code></p>'
  + '<pre><code>plain</code></pre><pre><code class="c hljs">lit</code></pre>'
  + '<ul><li>a</li></ul><table><tr><td>x</td></tr></table><blockquote>q</blockquote>'
  + '<img alt="i" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">'
  + '<img alt="p" class="plain" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">'
  + '<div class="alert alert-info"><p>note</p></div><a href="#/0">link</a>'
  + '<a href="#/0"><img alt="l" src="data:image/gif;base64,R0lGODlhAQABAAAAACw="></a>';

/** The computed style of what a selector finds on the slide. */
const style = (selector) => getComputedStyle(current().querySelector(selector));
const size = (selector) => Math.round(parseFloat(style(selector).fontSize) * 10) / 10;
const reveal = () => getComputedStyle(document.querySelector('.reveal'));

/** Base size, sizes of h1 to h4, colours of text and headings, and of links. */
const THEMES = {
  black: [42, 2.5, 1.6, 1.3, 1, 'rgb(255, 255, 255)', 'rgb(255, 255, 255)'],
  white: [42, 2.5, 1.6, 1.3, 1, 'rgb(34, 34, 34)', 'rgb(34, 34, 34)'],
  beige: [40, 3.77, 2.11, 1.55, 1, 'rgb(51, 51, 51)', 'rgb(51, 51, 51)'],
  league: [40, 3.77, 2.11, 1.55, 1, 'rgb(238, 238, 238)', 'rgb(238, 238, 238)'],
  moon: [40, 3.77, 2.11, 1.55, 1, 'rgb(147, 161, 161)', 'rgb(238, 232, 213)'],
  night: [40, 3.77, 2.11, 1.55, 1, 'rgb(238, 238, 238)', 'rgb(238, 238, 238)'],
  serif: [40, 3.77, 2.11, 1.55, 1, 'rgb(0, 0, 0)', 'rgb(56, 61, 61)'],
  simple: [40, 3.77, 2.11, 1.55, 1, 'rgb(0, 0, 0)', 'rgb(0, 0, 0)'],
  sky: [40, 3.77, 2.11, 1.55, 1, 'rgb(51, 51, 51)', 'rgb(51, 51, 51)'],
  solarized: [40, 3.77, 2.11, 1.55, 1, 'rgb(101, 123, 131)', 'rgb(88, 110, 117)'],
  blood: [40, 3.77, 2.11, 1.55, 1, 'rgb(238, 238, 238)', 'rgb(238, 238, 238)'],
};

for (const [theme, [base, h1, h2, h3, h4, colour, heading]] of Object.entries(THEMES)) {
  test(`theme ${theme}`, async () => {
    await show([SLIDE], { theme });
    same(size('p'), base, 'text');
    same(['h1', 'h2', 'h3', 'h4'].map(size),
      [h1, h2, h3, h4].map((n) => Math.round(n * base * 10) / 10), 'headings');
    same(style('p').color, colour, 'text colour');
    same(style('h1').color, heading, 'heading colour');
    same(style('img').borderTopColor, colour, 'frame of a picture');
    check(style('a').color !== colour, 'a link is not seen');
    for (const tag of ['h1', 'h2', 'h3', 'h4']) {
      same(style(tag).textTransform, 'none', `${tag}: letters`);
      same(style(tag).fontFamily, reveal().fontFamily, `${tag}: font`);
    }
    same(style('p').fontFamily, reveal().fontFamily);
  });
}

test('fonts are those of the system', async () => {
  await show([SLIDE], { theme: 'moon' });
  check(/^-apple-system, .*"Segoe UI".*Roboto/.test(reveal().fontFamily), reveal().fontFamily);
  for (const selector of ['code', 'pre', 'pre code'])
    check(/^Menlo, Monaco, Consolas, "Courier New"/.test(style(selector).fontFamily),
      style(selector).fontFamily);
});

test('letters stand apart as the page has it', async () => {
  await show([SLIDE]);
  same(style('p').letterSpacing, '0.35px');
  same(style('h1').letterSpacing, 'normal');
});

test('pictures have a frame unless they are plain', async () => {
  await show([SLIDE]);
  same([style('img').borderTopWidth, style('img').marginTop], ['4px', '15px']);
  check(style('img').boxShadow !== 'none', 'no shadow');
  same([style('.plain').borderTopWidth, style('.plain').boxShadow], ['0px', 'none']);
});

test('code', async () => {
  await show([SLIDE]);
  same(Math.round(size('pre') / size('p') * 100), 55);
  same(style('pre').width, `${Math.round(parseFloat(getComputedStyle(current()).width) * 0.9)}px`);
  same(style('pre code').maxHeight, '400px');
  same(style('pre code.hljs').backgroundColor, 'rgb(63, 63, 63)');
  check(style('pre code').backgroundColor !== 'rgb(63, 63, 63)', 'plain code is dark');
});

test('lists, tables, quotes', async () => {
  await show([SLIDE]);
  same([style('ul').display, style('ul').textAlign], ['inline-block', 'left']);
  same(style('blockquote').fontStyle, 'italic');
  const { offsetWidth } = current();
  same(current().querySelector('blockquote').offsetWidth, Math.round(offsetWidth * 0.7));
  same(getComputedStyle(current()).textAlign, 'center');
});

test('frames and padding count to what they are around', async () => {
  await show([`<pre><code class="c hljs">${'x\n'.repeat(100)}</code></pre>`
    + '<img width="300" height="200" alt="i" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">']);
  same(current().querySelector('code').offsetHeight, 400, 'code');
  const { offsetWidth, offsetHeight } = current().querySelector('img');
  same([offsetWidth, offsetHeight], [300, 200], 'picture');
});

test('slides have room above and below, their stacks none', async () => {
  await show([SLIDE, `v:${SLIDE}`]);
  const padding = (element) => getComputedStyle(element).padding;
  same([padding(current()), padding(current().parentElement)], ['20px 0px', '0px']);
});

test('what stands in a line', async () => {
  await show(['<p>H<sub>2</sub>O <sup>n</sup> <abbr title="a">b</abbr></p><hr><figure>f</figure>'
    + '<img alt="i" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">']);
  const size = parseFloat(style('sup').fontSize);
  same([parseFloat(style('sup').top), parseFloat(style('sub').bottom)], [-size / 2, -size / 4]);
  same([style('sup').lineHeight, style('sub').lineHeight], ['0px', '0px'], 'height of lines');
  same(style('img').verticalAlign, 'middle');
  same(style('figure').marginLeft, '0px');
  same([style('hr').borderTop, style('hr').marginTop, style('hr').height],
    ['1px solid rgb(238, 238, 238)', '20px', '0px']);
  same(style('abbr').borderBottomStyle, 'dotted');
});

test('a deck colours code that names a language, on its dark ground', async () => {
  await show([`<style>.reveal code { color: rgb(9, 8, 7) }</style>${SLIDE}`]);
  same([style('pre code.hljs').color, style('pre code.hljs').backgroundColor],
    ['rgb(9, 8, 7)', 'rgb(63, 63, 63)']);
});

test('a task’s box hangs left of its text', async () => {
  await show(['<ul><li class="task-list-item"><input type="checkbox"'
    + ' class="task-list-item-checkbox" disabled><label></label>task</li></ul>']);
  const item = current().querySelector('li').getBoundingClientRect();
  const box = current().querySelector('input').getBoundingClientRect();
  check(box.right < item.left, `${box.right} is not before ${item.left}`);
  check(box.top > item.top && box.bottom < item.bottom, 'it is not in its line');
});

test('the number and the arrows keep out of each other’s way', async () => {
  await show([SLIDE, `v:${SLIDE}`, SLIDE],
    { options: JSON.stringify({ ...OPTIONS, slideNumber: 'h.v', controls: true }) });
  const number = document.querySelector('.slide-number');
  same(number.textContent.replace(/\s/g, ''), '1.1');
  same(number.offsetWidth - 10,
    [...number.querySelectorAll('span')].reduce((sum, span) => sum + span.offsetWidth, 6));
  same([getComputedStyle(document.querySelector('.controls')).bottom,
    getComputedStyle(document.querySelector('.controls')).right], ['12px', '12px']);
});

test('who and when have signs of their own', async () => {
  await show(['<p><i class="fa fa-user"></i> Ada <i class="fa fa-clock-o"></i> today</p>']);
  for (const name of ['fa-user', 'fa-clock-o']) {
    const { maskImage, width } = getComputedStyle(current().querySelector(`.${name}`), '::before');
    check(maskImage.startsWith('url("data:image/svg'), `${name}: ${maskImage}`);
    check(parseFloat(width) > 20, `${name}: ${width}`);
  }
});

test('boxes', async () => {
  await show([SLIDE]);
  same([style('.alert').color, style('.alert').backgroundColor, style('.alert').borderRadius],
    ['rgb(49, 112, 143)', 'rgb(217, 237, 247)', '4px']);
  same(style('.alert p').paddingTop, '5px');
});

test('the deck’s own style wins over the theme', async () => {
  await show(['a', `<style>.reveal h1 { color: rgb(1, 2, 3); text-transform: uppercase }
    .slides p { font-size: 16px; letter-spacing: 2px }</style>${SLIDE}`], { index: 1 });
  same([style('h1').color, style('h1').textTransform], ['rgb(1, 2, 3)', 'uppercase']);
  same([style('p').fontSize, style('p').letterSpacing], ['16px', '2px']);
});

test('a style on a slide far away holds for all', async () => {
  const deck = Array.from({ length: 30 }, () => SLIDE);
  deck.push('<style>.slides h2 { color: rgb(4, 5, 6) }</style>');
  await show(deck);
  same(style('h2').color, 'rgb(4, 5, 6)');
});

test('transitions name a class that styles can use', async () => {
  await show(['<style>.slide table { color: rgb(7, 8, 9) }</style>' + SLIDE],
    { options: JSON.stringify({ ...OPTIONS, transition: 'slide' }) });
  same(style('table').color, 'rgb(7, 8, 9)');
});

test('fade does not fade the deck itself', async () => {
  await show([SLIDE], { options: JSON.stringify({ ...OPTIONS, transition: 'fade' }) });
  same(reveal().opacity, '1');
});

test('fonts that decks name are there without a network', async () => {
  await show(['<p style="font-family: lato">Lato</p>']);
  await document.fonts.load('16px lato');
  check([...document.fonts].some(({ family, status }) =>
    /lato/i.test(family) && status === 'loaded'), 'Lato did not load');
});

test('content is centred, and starts at the top when it is too tall', async () => {
  await show(['<p>a</p>', '<div style="height: 2000px">b</div>']);
  const top = () => parseFloat(current().style.top);
  const { scrollHeight } = current();
  check(Math.abs(top() - (700 - scrollHeight) / 2) <= 1, `${top()} of ${scrollHeight}`);
  window.Reveal.right();
  same(top(), 0);
});
