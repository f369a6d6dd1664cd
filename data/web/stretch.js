// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 the Foredeck contributors
// @ts-check

/**
 * @param {HTMLElement} element
 * @returns {number[]} width and height that it has by nature, or zeros
 */
function measure(element) {
  if (element instanceof HTMLVideoElement) return [element.videoWidth, element.videoHeight];
  if (!(element instanceof HTMLImageElement)) return [0, 0];
  element.getBoundingClientRect();
  return [element.naturalWidth, element.naturalHeight];
}

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
  const wrapper = /** @type {HTMLElement | null | undefined} */ (
    section?.querySelector(':scope > div'));
  const elements = wrapper?.querySelectorAll(':scope > .r-stretch, :scope > .stretch, '
    + ':scope > p > .r-stretch, :scope > p > .stretch');

  if (!section || !wrapper || !elements || elements.length === 0) return false;
  const { paddingTop, paddingBottom } = getComputedStyle(section);
  const room = height - parseFloat(paddingTop) - parseFloat(paddingBottom);
  const { display } = wrapper.style;

  // The margins of what stands first and last are part of its height then.
  wrapper.style.display = 'flow-root';
  for (const element of /** @type {NodeListOf<HTMLElement>} */ (elements)) {
    // WebKit says of a drawing that it is by nature as large as it is shown.
    element.style.width = element.style.height = '';
    const natural = measure(element);
    // With no height at all, the margins beside it would become one.
    element.style.height = '1px';
    const rest = Math.max(room - wrapper.scrollHeight + 1, 0);

    if (natural[0] > 0 && natural[1] > 0) {
      const scale = Math.min(width / natural[0], rest / natural[1]);
      element.style.width = `${natural[0] * scale}px`;
      element.style.height = `${natural[1] * scale}px`;
    } else {
      element.style.width = `${width}px`;
      element.style.height = `${rest}px`;
    }
  }
  wrapper.style.display = display;
  return true;
}
