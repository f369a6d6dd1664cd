// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 the Foredeck contributors

// What is wrong with a page that shows a hostile deck: an expression that is evaluated in the
// page, and gives a list of complaints. It knows nothing of our own allow-list.
new Promise((resolve) => {
  const DEAD = ['script', 'frame', 'frameset', 'object', 'embed', 'applet', 'portal',
    'base', 'meta', 'link', 'form', 'button', 'select', 'textarea', 'isindex', 'noscript',
    'template', 'foreignobject', 'annotation-xml', 'animate', 'set', 'animatetransform',
    'animatemotion', 'marquee', 'keygen', 'param', 'plaintext', 'xmp', 'noembed'];
  const ADDRESSES = ['href', 'src', 'xlink:href', 'data', 'action', 'formaction', 'poster',
    'background', 'cite', 'ping', 'srcset', 'dynsrc', 'lowsrc', 'longdesc', 'codebase',
    'data-src', 'data-background-image', 'data-background-iframe',
    'data-background-video', 'data-preview-link', 'data-preview-image', 'data-preview-video',
    'values', 'to', 'from'];
  const GOOD = /^(about:blank$|data:,|https?:|mailto:|tel:|ftp:|xmpp:|irc:|fore:|#|data:(image|video|audio|font)\/)/;
  const EVIL = /(java|vb|live)script:|data:(text|application)|url\(["']?\s*file:|(^|[^-\w])(expression\(|behavior:|-moz-binding)|@import/i;
  const complaints = [];
  const say = (element, text) => complaints.push(`${element.localName}: ${text}`.slice(0, 200));

  /** As a browser reads an address. */
  const clean = (text) => text.replace(/[\u0000-\u0020\u00a0]/g, '');
  const wrapper = document.querySelector('.reveal');
  const ours = (element) => !element.closest('.slides') && !element.closest('.backgrounds');

  const checkAttribute = (element, { name, value }) => {
    const lower = name.toLowerCase();
    if (lower.startsWith('on') || ['srcdoc', 'ping', 'formaction', 'nonce', 'is', 'popover',
      'popovertarget', 'shadowrootmode', 'contenteditable', 'autofocus'].includes(lower))
      say(element, `${name}=${value}`);
    if (ADDRESSES.includes(lower)) {
      const address = clean(value);
      const scheme = /^[a-z][a-z0-9+.-]*:/i.test(address);
      if (scheme && !GOOD.test(address.toLowerCase())) say(element, `${name}=${value}`);
    }
    if (lower === 'style' && EVIL.test(value)) say(element, `${name}=${value}`);
  };

  const check = () => {
    for (const element of wrapper.querySelectorAll('*')) {
      if (ours(element)) continue;
      // What a library drew has been cleaned by itself, and may hold text.
      const drawn = element.localName === 'foreignObject' && element.closest('[data-drawn]');
      if (!drawn && DEAD.includes(element.localName.toLowerCase())) say(element, 'is there');
      if (element.localName === 'input' && element.type !== 'checkbox') say(element, element.type);
      // One of the deck's runs nothing; reveal.js makes its own for backgrounds.
      if (element.localName === 'iframe' && element.getAttribute('sandbox') !== ''
        && element.getAttribute('data-src') !== 'about:blank') say(element, 'is not in a sandbox');
      if (element.localName === 'use' && !(element.getAttribute('href') ?? '#').startsWith('#'))
        say(element, element.getAttribute('href'));
      if (element.localName.includes('-')) say(element, 'is an element of its own');
      for (const attribute of element.attributes) checkAttribute(element, attribute);
      if (element.localName === 'style') {
        for (const rule of element.sheet?.cssRules ?? [])
          if (rule instanceof CSSImportRule || EVIL.test(rule.cssText)) say(element, rule.cssText);
      }
    }
    if (document.querySelectorAll('.reveal').length !== 1) complaints.push('not one deck');
    if (wrapper.closest('body') === null) complaints.push('the deck is outside of the body');
    if (Object.prototype.polluted) complaints.push('a prototype has changed');
    if (/** @type {any} */ (window).hits) complaints.push(`${window.hits} scripts ran`);
    resolve(complaints);
  };

  // What a person does, and what an element does by itself.
  for (const element of wrapper.querySelectorAll('.slides *, .backgrounds *')) {
    for (const name of ['click', 'mouseover', 'focus', 'pointerenter', 'toggle'])
      element.dispatchEvent(new Event(name, { bubbles: name !== 'click', cancelable: true }));
  }
  const images = [...document.images].filter((image) => !image.complete);
  const loaded = images.map((image) => new Promise((done) => {
    image.addEventListener('load', done);
    image.addEventListener('error', done);
    setTimeout(done, 200);
  }));
  Promise.all(loaded).then(() => setTimeout(check, 10));
})
