// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 the Foredeck contributors
// @ts-check

// What starts a deck in an exported file. It stands there behind stretch.js and lines.js, in one module;
// the options stand beside it as data.

/* global showLines, stretch */
{
  const { Reveal, RevealNotes } = /** @type {any} */ (window);
  const options = JSON.parse(/** @type {HTMLElement} */ (
    document.getElementById('foredeck-options')).textContent ?? '{}');
  const fit = () => {
    const { width, height } = Reveal.getComputedSlideSize();
    // @ts-ignore
    if (stretch(Reveal.getCurrentSlide(), width, height)) Reveal.layout();
  };

  for (const name of ['ready', 'slidechanged', 'resize']) Reveal.on(name, fit);
  for (const name of ['slidechanged', 'fragmentshown', 'fragmenthidden'])
    // @ts-ignore
    Reveal.on(name, () => showLines(Reveal.getCurrentSlide()));
  // @ts-ignore
  Reveal.on('pdf-ready', () => showLines(document));
  document.addEventListener('load', (event) => {
    if (event.target instanceof HTMLImageElement && Reveal.isReady()) fit();
  }, true);
  Reveal.initialize({ ...options, plugins: RevealNotes ? [RevealNotes] : [] });
}
