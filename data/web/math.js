// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 the Foredeck contributors
// @ts-check

// Runs in the program, behind KaTeX. What it gives back is checked there.

/* global katex */

/** How often KaTeX may look a name up while it reads one formula: some ten thousand times
 * more than people write, and little enough for a formula that was made to take long. */
const MAX_LOOKUPS = 50000;

/** What a formula needs to grow: definitions. To count costs time, and most have none. */
const DEFINES = /\\([gex]?def|g?let|(re|provide|new)[cC]ommand|futurelet|expandafter)/;

/** The macros that a formula defines, and a count of how often they were looked for. */
function countLookups() {
  let n = 0;
  return new Proxy({}, {
    getOwnPropertyDescriptor(target, name) {
      if (++n > MAX_LOOKUPS) throw new RangeError('The formula is too long');
      return Reflect.getOwnPropertyDescriptor(target, name);
    },
  });
}

/**
 * @param {string} display `true` for a formula on lines of its own
 * @param {string} source TeX
 * @returns {string} `=` and the formula as HTML, or `!` and what is wrong with it
 */
function typeset(display, source) {
  try {
    return '=' + katex.renderToString(source, {
      displayMode: display === 'true', output: 'htmlAndMathml', strict: 'ignore', trust: false,
      maxSize: 100, maxExpand: 1000, macros: DEFINES.test(source) ? countLookups() : {},
      throwOnError: true,
    });
  } catch (error) {
    return '!' + (error.rawMessage ?? error.message);
  }
}
