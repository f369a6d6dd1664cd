// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 the Foredeck contributors
// @ts-check

// What starts a deck in an exported file. The packer puts what it imports in front of it; the
// options stand beside it as data, and so do the libraries that its diagrams need.

import { drawDiagrams } from './diagrams.js';
import { showLines } from './lines.js';
import { beDocument, focusHeading, putOnPaper, reachOnly, takeOffPaper } from './reach.js';
import { stretch } from './stretch.js';

const { Reveal, RevealNotes } = /** @type {any} */ (window);
const options = JSON.parse(/** @type {HTMLElement} */ (
  document.getElementById('foredeck-options')).textContent ?? '{}');

function fit() {
  const { width, height } = Reveal.getComputedSlideSize();

  if (stretch(Reveal.getCurrentSlide(), width, height)) Reveal.layout();
}

async function drawCurrent() {
  await drawDiagrams(Reveal.getCurrentSlide());
  Reveal.layout();
}

async function drawAll() {
  await drawCurrent();
  await drawDiagrams(document);
  Reveal.layout();
}

// reveal.js tells a picture from a colour by its ending, which what is in this file has not.
for (const section of document.querySelectorAll('.slides section[data-background^="data:"]'))
  section.setAttribute('data-background-image', section.getAttribute('data-background') ?? '');

// Notes have no steps of their own: nobody would see them.
for (const step of document.querySelectorAll('aside.notes .fragment'))
  step.classList.remove('fragment');

for (const name of ['ready', 'slidechanged', 'resize']) Reveal.on(name, fit);
for (const name of ['slidechanged', 'fragmentshown', 'fragmenthidden'])
  Reveal.on(name, () => showLines(Reveal.getCurrentSlide()));
for (const name of ['ready', 'slidechanged', 'overviewshown', 'overviewhidden'])
  Reveal.on(name, () => reachOnly(Reveal));
Reveal.on('ready', () => beDocument(Reveal));
Reveal.on('slidechanged', () => focusHeading(Reveal));
addEventListener('beforeprint', () => putOnPaper(Reveal));
addEventListener('afterprint', takeOffPaper);
Reveal.on('pdf-ready', () => showLines(document));
if (document.querySelector('pre[data-diagram]')) {
  Reveal.on('ready', drawAll);
  Reveal.on('slidechanged', drawCurrent);
}
document.addEventListener('load', (event) => {
  if (event.target instanceof HTMLImageElement && Reveal.isReady()) fit();
}, true);
Reveal.initialize({ ...options, plugins: RevealNotes ? [RevealNotes] : [] });
