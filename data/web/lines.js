// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 the Foredeck contributors
// @ts-check

/**
 * Highlights the lines of code whose turn it is: for each step but the first, a fragment
 * without content stands behind the lines.
 * @param {ParentNode | null | undefined} root
 */
export function showLines(root) {
  for (const code of root?.querySelectorAll('code[data-line-numbers]') ?? []) {
    const step = String(code.querySelectorAll('.code-step.visible').length);
    /** @type {HTMLElement | null} */
    let first = null;

    for (const line of /** @type {NodeListOf<HTMLElement>} */ (code.querySelectorAll('.code-line'))) {
      const isOn = (line.dataset.steps ?? '').split(' ').includes(step);

      line.classList.toggle('highlight-line', isOn);
      if (isOn) first ??= line;
    }
    code.classList.toggle('has-highlights', first !== null);
    if (first && code.scrollHeight > code.clientHeight)
      code.scrollTop += first.getBoundingClientRect().top - code.getBoundingClientRect().top
        - code.clientHeight / 4;
  }
}
