// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 the Foredeck contributors
// @ts-check

// Runs in the program, behind highlight.js. What it gives back is checked there.

/* global hljs */

/**
 * @param {string} language a language that was loaded
 * @param {string} source
 * @returns {string} the source as HTML, its tokens in spans
 */
function highlight(language, source) {
  return hljs.highlight(source, { language, ignoreIllegals: true }).value;
}
