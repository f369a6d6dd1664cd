// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 the Foredeck contributors
// @ts-check

/** What drawings are made of. Nothing here runs or loads. */
const ELEMENTS = new Set(('svg g defs symbol use marker mask clipPath pattern linearGradient '
  + 'radialGradient stop filter feDropShadow feGaussianBlur feOffset feMerge feMergeNode feFlood '
  + 'feComposite feBlend feColorMatrix path rect circle ellipse line polyline polygon text tspan '
  + 'textPath title desc style switch foreignObject '
  + 'a div span p br b i em strong code u s sub sup ul ol li table tbody thead tr td th')
  .split(' ').map((name) => name.toLowerCase()));

const LINK = /^(https?:|mailto:|#)/i;
/** An address in a style that is not a part of the drawing. */
const FOREIGN = new RegExp('url\\(\\s*(?!["\']?#)|(image-set|src|image|cross-fade)\\('
  + '|@import|expression\\(|javascript:|\\\\', 'i');

/** @param {Element} element @param {Attr} attribute */
function isAllowed(element, { name, value }) {
  if (/^on/i.test(name)) return false;
  if (/^(xlink:)?href$/i.test(name))
    return element.localName === 'a' ? LINK.test(value) : value.startsWith('#');
  if (/^(src|srcset|action|formaction|data|poster|ping|background)$/i.test(name)) return false;
  return !FOREIGN.test(value) || /^(d|points|aria-.*|data-.*|alt|title)$/i.test(name);
}

/** @param {Element} element */
function clean(element) {
  for (const child of [...element.children]) {
    const isStyle = child.localName === 'style';

    if (!ELEMENTS.has(child.localName.toLowerCase())) child.remove();
    else if (isStyle && FOREIGN.test(child.textContent ?? '')) child.remove();
    else clean(child);
  }
  for (const attribute of [...element.attributes]) {
    if (!isAllowed(element, attribute)) element.removeAttribute(attribute.name);
  }
}

/**
 * Reads a drawing where nothing in it can run, and takes out all that is not drawing.
 * @param {string} text SVG, with or without something around it
 * @returns {Element | null}
 */
export function cleanDrawing(text) {
  const template = document.createElement('template');

  template.innerHTML = text;
  const svg = template.content.querySelector('svg');
  if (svg) clean(svg);
  return svg && document.importNode(svg, true);
}
