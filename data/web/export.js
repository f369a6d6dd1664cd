// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 the Foredeck contributors
// @ts-check

// What starts a deck in an exported file. It stands there behind stretch.js, in one module;
// the options stand beside it as data.

/* global stretch */
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
  document.addEventListener('load', (event) => {
    if (event.target instanceof HTMLImageElement && Reveal.isReady()) fit();
  }, true);
  Reveal.initialize({ ...options, plugins: RevealNotes ? [RevealNotes] : [] });
}
