// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 the Foredeck contributors
// @ts-check

/**
 * Gives each `r-stretch` element of a slide the height that the rest of the slide leaves.
 * reveal.js does so for children of the section only; here a `div` is between, as in
 * HedgeDoc.
 * @param {Element | null | undefined} section
 * @param {number} width of a slide, in CSS pixels
 * @param {number} height
 * @returns {boolean} whether there was anything to stretch
 */
export function stretch(section, width, height) {
  const wrapper = section?.querySelector(':scope > div');
  const elements = wrapper?.querySelectorAll(':scope > .r-stretch, :scope > .stretch, '
    + ':scope > p > .r-stretch, :scope > p > .stretch');

  if (!wrapper || !elements || elements.length === 0) return false;
  for (const element of /** @type {NodeListOf<HTMLElement>} */ (elements)) {
    element.style.height = '0';
    const rest = Math.max(height - wrapper.scrollHeight, 0);
    const natural = element instanceof HTMLImageElement
      ? [element.naturalWidth, element.naturalHeight]
      : element instanceof HTMLVideoElement
        ? [element.videoWidth, element.videoHeight] : [0, 0];

    if (natural[0] > 0 && natural[1] > 0) {
      const scale = Math.min(width / natural[0], rest / natural[1]);
      element.style.width = `${natural[0] * scale}px`;
      element.style.height = `${natural[1] * scale}px`;
    } else {
      element.style.width = `${width}px`;
      element.style.height = `${rest}px`;
    }
  }
  return true;
}
