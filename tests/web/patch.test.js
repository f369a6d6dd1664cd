// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 the Foredeck contributors

// patch.js alone: what it does to the elements, without reveal.js.

import { Slides, arrangeBackgrounds, morph } from '../patch.js';
import { check, element, identical, kind, random, same, section, seed, test } from './tools.js';

/** Morphs one element into another and asserts that it became like it. */
function morphed(before, after) {
  const holder = document.createElement('div');
  const from = element(before);

  holder.append(from);
  morph(from, element(after));
  same(holder.innerHTML, after, 'markup');
  return holder.firstElementChild;
}

test('morph text', () => {
  const from = element('<p>One <b>two</b> three</p>');
  const [text, bold] = from.childNodes;

  morph(from, element('<p>Uno <b>two</b> three</p>'));
  identical(from.childNodes[0], text, 'text node');
  identical(from.childNodes[1], bold);
  same(from.innerHTML, 'Uno <b>two</b> three');
});

test('morph attributes', () => {
  const from = element('<p class="a" title="x" data-a="1">t</p>');

  morph(from, element('<p class="b" data-a="2" lang="de">t</p>'));
  same(from.outerHTML, '<p class="b" data-a="2" lang="de">t</p>');
});

test('morph keeps what stays', () => {
  const from = element('<div><img alt="a"><p>one</p><img alt="b"></div>');
  const [a, p, b] = from.children;

  morph(from, element('<div><img alt="a"><p>two</p><p>more</p><img alt="b"></div>'));
  identical(from.children[0], a);
  identical(from.children[1], p);
  identical(from.children[3], b);
  morph(from, element('<div><img alt="b"></div>'));
  identical(from.children[0], b);
});

test('morph puts in and takes out', () => {
  morphed('<ul><li>a</li></ul>', '<ul><li>x</li><li>a</li><li>y</li></ul>');
  morphed('<ul><li>x</li><li>a</li><li>y</li></ul>', '<ul><li>a</li></ul>');
  morphed('<ul><li>a</li></ul>', '<ul></ul>');
  morphed('<ul></ul>', '<ul><li>a</li></ul>');
  morphed('<div>a<!-- b -->c</div>', '<div><!-- d -->a</div>');
});

test('morph changes kinds of nodes', () => {
  morphed('<div><p>a</p>b</div>', '<div>a<p>b</p></div>');
  morphed('<div><h1>a</h1></div>', '<div><h2>a</h2></div>');
  morphed('<h1>a</h1>', '<h2>a</h2>');
});

test('morph of random trees', () => {
  const next = random(seed);
  const tree = (depth) => {
    const tag = next.pick(['p', 'div', 'b', 'i']);
    const attributes = next(3) ? '' : ` class="${next.pick(['a', 'b'])}"`;
    let inner = '';
    for (let n = next(4); depth > 0 && n > 0; n--)
      inner += next(2) ? tree(depth - 1) : next.pick(['x', '<br>', '<!--c-->']);
    return `<${tag === 'p' ? 'ul' : tag}${attributes}>${inner}</${tag === 'p' ? 'ul' : tag}>`;
  };
  for (let i = 0; i < 300; i++) morphed(`<div>${tree(3)}</div>`, `<div>${tree(3)}</div>`);
});

test('morph leaves a missing picture alone', () => {
  const from = element('<p><img src="data:,stand-in" data-stage-src="a.png"></p>');
  const image = from.firstElementChild;

  morph(from, element('<p><img src="a.png"></p>'));
  identical(from.firstElementChild, image);
  same(image.getAttribute('src'), 'data:,stand-in');
  morph(from, element('<p><img src="b.png"></p>'));
  same(from.innerHTML, '<img src="b.png">');
});

test('fragments keep what is shown of them', () => {
  const from = element('<ul><li class="fragment visible" data-fragment-index="0">a</li></ul>');

  morph(from, element('<ul><li class="fragment fade-up">b</li></ul>'));
  same(from.firstElementChild.className, 'fragment fade-up visible');
  morph(from, element('<ul><li>b</li></ul>'));
  same(from.innerHTML, '<li>b</li>');
});

test('indices of fragments are those of the author', () => {
  const from = element('<ul><li class="fragment" data-fragment-index="1">a</li></ul>');

  morph(from, element('<ul><li class="fragment">a</li></ul>'));
  check(!from.firstElementChild.hasAttribute('data-fragment-index'), 'still has its index');
});

/** A deck in an element of its own. */
function deck(...slides) {
  const list = new Slides(document.createElement('div'));

  put(list, 0, 0, ...slides);
  return list;
}

const put = (list, at, removed, ...slides) =>
  list.splice(at, removed, slides.map(kind).join(''), slides.map(section).join(''));

/** The columns of a list: `a bc d` is three, the second a stack of two. */
const shape = (list) => [...list.root.children].map((column) =>
  [...column.querySelectorAll('section')].map((slide) => slide.textContent).join('')
  || column.textContent).join(' ');

test('splice at the start', () => {
  const list = deck('a', 'b');
  const [a, b] = list.list;

  const { added, changed, moved } = put(list, 0, 0, 'x', 'y');
  same(shape(list), 'x y a b');
  same([added.length, changed.length, moved], [2, 0, true]);
  identical(list.list[2], a);
  identical(list.list[3], b);
});

test('splice in the middle', () => {
  const list = deck('a', 'b', 'c');
  const [a, , c] = list.list;

  put(list, 1, 1);
  same(shape(list), 'a c');
  put(list, 1, 0, 'x');
  same(shape(list), 'a x c');
  identical(list.list[0], a);
  identical(list.list[2], c);
});

test('splice at the end', () => {
  const list = deck('a', 'b');

  put(list, 2, 0, 'x');
  same(shape(list), 'a b x');
  put(list, 1, 2);
  same(shape(list), 'a');
});

test('splice replaces in place', () => {
  const list = deck('a', 'b', 'c');
  const [, b, c] = list.list;

  const { added, changed, moved } = put(list, 1, 1, 'x');
  same(shape(list), 'a x c');
  same([added.length, changed.length, moved], [0, 1, false]);
  identical(list.list[1], b);
  put(list, 1, 1, 'y', 'z');
  same(shape(list), 'a y z c');
  identical(list.list[1], b);
  identical(list.list[3], c);
});

test('splice to nothing and back', () => {
  const list = deck('a', 'v:b', 'c');

  put(list, 0, 3);
  same([shape(list), list.root.innerHTML], ['', '']);
  put(list, 0, 0, 'x', 'v:y');
  same(shape(list), 'xy');
});

test('a column becomes a stack and one again', () => {
  const list = deck('a', 'b', 'c');
  const [a, b, c] = list.list;

  put(list, 2, 0, 'v:x');
  same(shape(list), 'a bx c');
  identical(list.list[1], b);
  put(list, 3, 0, 'v:y');
  same(shape(list), 'a bxy c');
  put(list, 2, 1);
  same(shape(list), 'a by c');
  put(list, 2, 1);
  same(shape(list), 'a b c');
  [a, b, c].forEach((slide, i) => identical(list.list[i], slide));
  check(!list.root.querySelector('.stack'), 'a stack is left');
});

test('stacks part and join', () => {
  const list = deck('a', 'v:b', 'v:c', 'v:d');
  const [a, , c, d] = list.list;

  put(list, 1, 1, 'x');
  same(shape(list), 'a xcd');
  identical(list.list[2], c);
  put(list, 3, 1, 'd');
  same(shape(list), 'a xc d');
  put(list, 1, 1, 'v:x');
  same(shape(list), 'axc d');
  identical(list.list[0], a);
  put(list, 3, 1, 'v:d');
  same(shape(list), 'axcd');
  check(list.list[3] !== d, 'a slide of another kind is another one');
});

test('the first slide is a column whatever it says', () => {
  const list = deck('v:a', 'v:b', 'c');

  same(shape(list), 'ab c');
  put(list, 0, 2);
  same(shape(list), 'c');
});

test('sections take attributes of the author only', () => {
  const list = deck('<section class="a" data-x="1" style="color: red"><div></div></section>');
  const [slide] = list.list;

  slide.classList.add('present', 'has-dark-background');
  slide.setAttribute('aria-hidden', 'true');
  slide.style.top = '10px';
  put(list, 0, 1, '<section class="b" data-y="2"><div></div></section>');
  identical(list.list[0], slide);
  same(slide.className.split(' ').sort(), ['b', 'has-dark-background', 'present']);
  same([slide.dataset.x, slide.dataset.y], [undefined, '2']);
  same(slide.getAttribute('aria-hidden'), 'true');
  same(slide.style.color, '');
});

test('backgrounds stand as sections do', () => {
  const list = deck('a', '<section class="k"><div>b</div></section>', 'v:c', 'd');
  const layer = document.createElement('div');
  const layout = () => [...layer.children].map((one) => [...one.classList].sort().join(' ') + ':'
    + [...one.children].map((child) => child.className.replace(/ ?slide-background/, ''))
      .join('|'));

  arrangeBackgrounds(list.root, layer);
  same(layout(), ['slide-background:-content', 'slide-background stack:-content|k|',
    'slide-background:-content']);
  const [a, b, , d] = list.list.map((slide) => slide.slideBackgroundElement);
  put(list, 2, 1);
  put(list, 0, 1);
  arrangeBackgrounds(list.root, layer);
  same(layout(), ['k slide-background:-content', 'slide-background:-content']);
  identical(layer.children[0], b);
  identical(layer.children[1], d);
  check(!a.isConnected, 'the background of a slide that is gone is left');
});
