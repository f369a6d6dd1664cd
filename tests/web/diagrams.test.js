// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 the Foredeck contributors

// diagrams.js and drawing.js: what becomes of the source of a diagram, and when.

import { cleanDrawing } from '../drawing.js';
import { check, current, identical, listen, same, send, show, splice, test } from './tools.js';

const diagram = (kind, source) => {
  const code = document.createElement('code');
  code.textContent = source;
  return `<pre class="${kind}" data-diagram="${kind}">${code.outerHTML}</pre>`;
};
const words = () => [...current().querySelectorAll('pre[data-drawn] > svg text')]
  .map((text) => text.textContent.trim()).filter(Boolean);

/** Counts what a library draws from now on. */
function count(library, name) {
  const made = [];
  const draw = library[name];
  library[name] = function counted(...all) {
    made.push(all[1]);
    return draw.apply(this, all);
  };
  return made;
}

test('mermaid draws', async () => {
  await show([diagram('mermaid', 'graph LR\n  A[One & two] --> B')]);
  same(words(), ['One & two', 'B']);
  check(current().querySelector('svg').getBoundingClientRect().width > 50, 'it has no size');
});

test('lines of mermaid are as heavy as they were', async () => {
  await show([diagram('mermaid', 'graph LR\n  A --> B')]);
  same(getComputedStyle(current().querySelector('.flowchart-link')).strokeWidth, '2px');
});

test('graphviz draws', async () => {
  await show([diagram('graphviz', 'digraph { a -> "<b>" }')]);
  same(words(), ['a', '<b>']);
});

test('abc draws', async () => {
  await show([diagram('abc', 'X: 1\nT: Tune\nK: C\nCDEF|')]);
  check(words().includes('Tune'), 'no title');
});

test('what cannot be read keeps its source and says why', async () => {
  await show([diagram('graphviz', 'digraph {')]);
  const element = current().querySelector('pre');
  same(element.querySelector('code').textContent, 'digraph {');
  check(element.querySelector('.alert').textContent.includes('syntax error'), 'no reason');
});

test('what cannot be read is told, once', async () => {
  const told = listen();
  const texts = () => told.filter(({ type }) => type === 'diagram')
    .map(({ diagram, text }) => `${diagram.split('\n')[0]}: ${text.split('\n')[0]}`);

  await show([diagram('graphviz', 'digraph {'), diagram('graphviz', 'digraph { a }')]);
  same(texts(), ['graphviz: syntax error in line 1']);
  await send({ at: 0, removed: 1, slides: [diagram('graphviz', 'digraph {')
    + diagram('mermaid', 'graph LR\n  A -->')] });
  same(texts(), ['graphviz: syntax error in line 1', 'mermaid: Parse error on line 3:']);
});

test('what abc does not understand is told beside its drawing', async () => {
  const told = listen();

  await show([diagram('abc', 'X: 1\nK: C\nCD{EF|')]);
  check(current().querySelector('pre > svg'), 'it is not drawn');
  const [trouble] = told.filter(({ type }) => type === 'diagram');
  check(trouble && !trouble.text.includes('<'), JSON.stringify(trouble));
});

test('what is too large is not drawn', async () => {
  await show([diagram('mermaid', 'graph LR\n' + 'A-->B\n'.repeat(4000))]);
  same(words(), []);
  check(current().querySelector('.alert'), 'no reason');
});

test('an edit elsewhere draws nothing and keeps the drawing', async () => {
  const source = diagram('mermaid', 'graph LR\n  A --> B');
  const deck = [`<p>a</p>${source}`, 'x'];
  await show(deck);
  const drawing = current().querySelector('svg');
  const made = count(window.mermaid, 'render');

  await splice(deck, 0, 1, [`<p>b</p>${source}`]);
  same(made, []);
  identical(current().querySelector('svg'), drawing);
});

test('an edit of the source draws once, and the old drawing stays until then', async () => {
  const deck = [diagram('mermaid', 'graph LR\n  A --> B')];
  await show(deck);
  const made = count(window.mermaid, 'render');
  let bare = false;
  new MutationObserver(() => { bare ||= current().querySelector('svg') === null; })
    .observe(current(), { childList: true, subtree: true });

  await splice(deck, 0, 1, [diagram('mermaid', 'graph LR\n  A --> C')]);
  same(made, ['graph LR\n  A --> C']);
  same(words(), ['A', 'C']);
  check(!bare, 'the source was seen');
  await splice(deck, 0, 1, [diagram('mermaid', 'graph LR\n  A --> B')]);
  same(made.length, 1, 'drawings');
});

test('the other slides are drawn later, and at once when they are shown', async () => {
  const deck = Array.from({ length: 12 }, (_, i) => diagram('graphviz', `digraph { n${i} }`));
  await show(deck);
  same(words(), ['n0']);
  await send({ index: 9 });
  same(words(), ['n9']);
});

const CLEAN = {
  script: ['<svg><script>1</script><g></g></svg>', '<svg><g></g></svg>'],
  'event handlers': ['<svg onload="1"><g ONCLICK="2"></g></svg>', '<svg><g></g></svg>'],
  pictures: ['<svg><image href="https://a.test/b.png"></image></svg>', '<svg></svg>'],
  'uses of others': ['<svg><use href="https://a.test/b.svg#c"></use><use xlink:href="#d"></use></svg>',
    '<svg><use></use><use xlink:href="#d"></use></svg>'],
  'links to scripts': ['<svg><a xlink:href="javascript:1" href=" javascript:2"></a></svg>',
    '<svg><a></a></svg>'],
  links: ['<svg><a href="https://a.test/"></a></svg>', '<svg><a href="https://a.test/"></a></svg>'],
  animations: ['<svg><a><animate attributeName="href" values="javascript:1"></animate>'
    + '<set attributeName="onclick" to="2"></set></a></svg>', '<svg><a></a></svg>'],
  'styles that load': ['<svg><style>a{b:url(https://a.test)}</style><style>@import "c"</style>'
    + '<style>a{fill:url(#d)}</style></svg>', '<svg><style>a{fill:url(#d)}</style></svg>'],
  'attributes that load': ['<svg><g style="fill:url(//a.test)" fill="url(#b)" mask="url(c)"></g></svg>',
    '<svg><g fill="url(#b)"></g></svg>'],
  'escaped styles': ['<svg><g style="fill:\\75rl(//a.test)"></g></svg>', '<svg><g></g></svg>'],
  'foreign content': ['<svg><foreignObject><div><iframe src="a"></iframe><img src=x onerror="1">'
    + '<p>text</p><form><input></form></div></foreignObject></svg>',
  '<svg><foreignObject><div><p>text</p></div></foreignObject></svg>'],
  'what is around it': ['<div><script>1</script></div><svg></svg><img src=x>', '<svg></svg>'],
};

for (const [name, [dirty, clean]] of Object.entries(CLEAN))
  test(`cleaning: ${name}`, () => same(cleanDrawing(dirty).outerHTML, clean));

test('cleaning what is no drawing', () => same(cleanDrawing('<p>a</p>'), null));
