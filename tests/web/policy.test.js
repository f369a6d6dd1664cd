// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 the Foredeck contributors

// The page's content security policy: what would happen if something hostile got past the
// allow-list. Each thing must be refused, not only fail.

import { check, current, fail, same, show, test } from './tools.js';

const OUT = 'https://example.invalid/x';

/** Does something, and asserts that the policy refused it, by the name of its rule. */
async function refused(directive, action) {
  const violation = new Promise((resolve) =>
    document.addEventListener('securitypolicyviolation', resolve, { once: true }));
  const late = new Promise((resolve) => setTimeout(resolve, 10000));

  await Promise.resolve().then(action).catch(() => {});
  const event = await Promise.race([violation, late]);
  if (!event) fail(`${directive}: nothing was refused`);
  same(event.effectiveDirective, directive);
}

const put = (html) => {
  current().insertAdjacentHTML('beforeend', html);
  return current().lastElementChild;
};

const CASES = {
  fetch: ['connect-src', () => fetch(OUT)],
  'XMLHttpRequest': ['connect-src', () => {
    const request = new XMLHttpRequest();
    request.open('GET', OUT);
    request.send();
  }],
  WebSocket: ['connect-src', () => new WebSocket('wss://example.invalid')],
  EventSource: ['connect-src', () => new EventSource(OUT)],
  beacon: ['connect-src', () => navigator.sendBeacon(OUT)],
  'fetch of our own': ['connect-src', () => fetch('fore://stage/web/stage.js')],
  picture: ['img-src', () => put(`<img src="${OUT}">`)],
  'picture in a set': ['img-src', () => put(`<img srcset="${OUT} 2x">`)],
  'picture of a style': ['img-src', () => put(`<p style="background: url(${OUT})">x</p>`)
    .getBoundingClientRect()],
  film: ['media-src', () => put(`<video src="${OUT}"></video>`)],
  sound: ['media-src', () => put(`<audio src="${OUT}"></audio>`)],
  frame: ['frame-src', () => put(`<iframe src="${OUT}"></iframe>`)],
  'frame of our own': ['frame-src', () => put('<iframe src="fore://stage/web/stage.html"></iframe>')],
  object: ['object-src', () => put(`<object data="${OUT}"></object>`)],
  embed: ['object-src', () => put(`<embed src="${OUT}">`)],
  'style sheet': ['style-src-elem', () => put(`<link rel="stylesheet" href="${OUT}">`)],
  'import of a style': ['style-src-elem', () => put(`<style>@import url(${OUT});</style>`)],
  font: ['font-src', async () => {
    put(`<style>@font-face { font-family: odd; src: url(${OUT}) }</style>`);
    await document.fonts.load('10px odd');
  }],
  base: ['base-uri', () => put(`<base href="${OUT}">`)],
  form: ['form-action', () => {
    put(`<form action="${OUT}"></form>`).submit();
  }],
  'inline script': ['script-src-elem', () => {
    const script = document.createElement('script');
    script.textContent = 'window.ran = true';
    current().append(script);
  }],
  'script from elsewhere': ['script-src-elem', () => {
    const script = document.createElement('script');
    script.src = OUT;
    current().append(script);
  }],
  'script as data': ['script-src-elem', () => {
    const script = document.createElement('script');
    script.src = 'data:text/javascript,window.ran = true';
    current().append(script);
  }],
  'script of the deck': ['script-src-elem', () => {
    const script = document.createElement('script');
    script.src = 'fore://stage/deck/x.js';
    current().append(script);
  }],
  handler: ['script-src-attr', () => put('<img src="fore://stage/deck/none" '
    + 'onerror="window.ran = true">')],
  'handler on click': ['script-src-attr', () =>
    put('<button onclick="window.ran = true">x</button>').click()],
  'javascript: link': ['script-src-elem', () => {
    const link = put('<a href="javascript:window.ran = true">x</a>');
    link.addEventListener('click', (event) => event.stopImmediatePropagation(), true);
    location.href = link.href;
  }],
  eval: ['script-src', () => (0, eval)('window.ran = true')],
  Function: ['script-src', () => new Function('window.ran = true')()],
  'text as timer': ['script-src', () => setTimeout('window.ran = true')],
  worker: ['worker-src', () => new Worker(URL.createObjectURL(
    new Blob(['0'], { type: 'text/javascript' })))],
};

for (const [name, [directive, action]] of Object.entries(CASES)) {
  test(`no ${name}`, async () => {
    await show(['<p>a</p>']);
    await refused(directive, action);
    check(window.ran === undefined, 'it ran');
  });
}

test('what a deck may have is not refused', async () => {
  const refusals = [];
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
    refusals.push([effectiveDirective, blockedURI]));
  await show(['<style>p { color: red }</style><p style="color: blue">a</p>'
    + '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw="><img src="fore://stage/deck/none.png">',
  '<section data-background-image="fore://stage/deck/none.png"><div>b</div></section>'],
  { index: 1 });
  for (const theme of ['black', 'sky', 'league']) await show([], { theme });
  same(refusals, []);
});

test('no picture of the file system', async () => {
  await show(['a']);
  const image = put('<img src="file:///usr/share/icons/hicolor/index.theme">');
  const refusal = new Promise((resolve) => { image.onerror = resolve; });
  await refusal;
  check(image.hasAttribute('data-stage-src'), 'no stand-in');
});

test('nothing opens a window', async () => {
  await show(['a']);
  same(window.open('https://example.org'), null);
});
