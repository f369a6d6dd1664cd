// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 the Foredeck contributors
// @ts-check

// Whom a screen reader or the Tab key reaches on an exported page: the present slide and nothing
// else, and its heading first.

const HEADING = 'h1, h2, h3, h4, h5, h6';

/** @param {any} Reveal */
export function reachOnly(Reveal) {
  const present = Reveal.getCurrentSlide();
  const all = Reveal.isOverview() || matchMedia('print').matches;

  for (const slide of Reveal.getSlides()) slide.inert = !all && slide !== present;
}

/** Not while somebody types or uses a control of the slide that is still there.
 * @param {any} Reveal */
export function focusHeading(Reveal) {
  const slide = Reveal.getCurrentSlide();
  const target = slide?.querySelector(HEADING) ?? slide;

  if (!target || Reveal.isOverview() || slide.contains(document.activeElement)) return;
  target.setAttribute('tabindex', '-1');
  target.focus({ preventScroll: true });
}

/** reveal.js asks to have all keys, and reads each slide aloud by itself besides.
 * @param {any} Reveal */
export function beDocument(Reveal) {
  const reveal = Reveal.getRevealElement();

  reveal.removeAttribute('role');
  reveal.querySelector('.aria-status')?.setAttribute('aria-live', 'off');
}

/** Has each slide printed with what is behind it, unless reveal.js prints by itself.
 * @param {any} Reveal */
export function putOnPaper(Reveal) {
  const root = document.documentElement;
  const page = getComputedStyle(document.body);

  if (root.classList.contains('print-pdf')) return;
  root.style.setProperty('--paper-page', page.backgroundColor);
  for (const slide of Reveal.getSlides()) {
    const behind = Reveal.getSlideBackground(slide);
    const layers = behind ? [behind.querySelector('.slide-background-content'), behind] : [];
    const styles = layers.filter(Boolean).map((layer) => getComputedStyle(layer));
    const colour = [...styles, page].map((style) => style.backgroundColor)
      .find((value) => !/^(transparent|rgba\(.*, 0\))$/.test(value)) ?? '';
    const pictures = [...styles, page].filter((style) => style.backgroundImage !== 'none')
      .map((style) => `${style.backgroundImage} ${style.backgroundPosition} / ` +
        `${style.backgroundSize} ${style.backgroundRepeat}`);

    slide.style.setProperty('--paper-behind', [...pictures.slice(0, 1), colour].filter(Boolean)
      .join(pictures.length > 0 ? ' ' : ', ') || 'none');
  }
  root.style.setProperty('--paper-place', Reveal.getConfig().center ? 'center' : 'flex-start');
  root.classList.add('print-pdf', 'on-paper');
}

export function takeOffPaper() {
  if (document.documentElement.classList.contains('on-paper'))
    document.documentElement.classList.remove('print-pdf', 'on-paper');
}
