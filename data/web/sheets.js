// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 the Foredeck contributors
// @ts-check

// The sheets that faces of slides go on: one to a sheet, several with their numbers, or one
// with what there is to say.

import { flowNotes } from './breaks.js';

/** The free edge of a sheet, in points. */
const EDGE = 40;
const FOOT = 20;
const GAP = 18;
const CAPTION = 14;
const N_RULES = 7;

/** How many across and down go on a sheet. */
const GRIDS = { 2: [1, 2], 3: [1, 3], 4: [2, 2], 6: [2, 3] };

/** @param {string} name */
function block(name) {
  const element = document.createElement('div');
  element.className = name;
  return element;
}

/** @param {HTMLElement} element @param {Record<string, number>} places in CSS pixels */
function place(element, places) {
  for (const [name, value] of Object.entries(places))
    element.style.setProperty(name, `${value}px`);
  return element;
}

/** @param {any} wanted @param {number[]} slides those that a reader finds on it */
function createSheet(wanted, slides) {
  const sheet = place(block('sheet'), { width: wanted.width, height: wanted.height });
  sheet.dataset.slides = slides.join(' ');
  return sheet;
}

/** @param {HTMLElement} bench @param {HTMLElement} sheet */
function addSheet(bench, sheet) {
  const page = block('page');
  page.style.setProperty('--sheet-width', sheet.style.width);
  page.style.setProperty('--sheet-height', sheet.style.height);
  page.append(sheet);
  bench.append(page);
}

/** @param {HTMLElement} sheet @param {any} wanted @param {number} number */
function addFoot(sheet, wanted, number) {
  const foot = block('foot');
  foot.append(document.createElement('span'), document.createElement('span'));
  foot.children[0].textContent = wanted.title;
  foot.children[1].textContent = String(number);
  sheet.append(foot);
}

/**
 * Puts a face into a place, as large as it fits.
 * @param {HTMLElement} sheet
 * @param {HTMLElement} face
 * @param {any} scene
 * @param {{left: number, top: number, width: number, height: number}} room
 * @returns {{left: number, top: number, width: number, height: number}} where it is
 */
function hang(sheet, face, scene, room) {
  const scale = Math.min(room.width / scene.width, room.height / scene.height);
  const [width, height] = [scene.width * scale, scene.height * scale];
  const at = { left: room.left + (room.width - width) / 2, top: room.top, width, height };
  const frame = place(block('face-frame'), at);

  face.style.left = face.style.top = '0';
  face.style.transform = `scale(${scale})`;
  frame.append(face);
  sheet.append(frame);
  return at;
}

/** @param {HTMLElement} bench @param {any[]} faces @param {any} wanted @param {any} scene */
function fillPlain(bench, faces, wanted, scene) {
  const scale = wanted.width / scene.width;

  for (const { element, index } of faces) {
    const sheet = createSheet(wanted, [index]);
    element.style.left = element.style.top = '0';
    if (scale !== 1) element.style.transform = `scale(${scale})`;
    sheet.append(element);
    addSheet(bench, sheet);
  }
}

/** @param {HTMLElement} bench @param {any[]} faces @param {any} wanted @param {any} scene */
function fillHandout(bench, faces, wanted, scene) {
  const [across, down] = GRIDS[/** @type {keyof GRIDS} */ (wanted.perPage)];
  const ruled = wanted.perPage === 3;
  const width = (wanted.width - 2 * EDGE - (across - 1) * GAP) / across;
  const height = (wanted.height - 2 * EDGE - FOOT - (down - 1) * GAP) / down;

  for (let first = 0; first < faces.length; first += wanted.perPage) {
    const group = faces.slice(first, first + wanted.perPage);
    const sheet = createSheet(wanted, group.map(({ index }) => index));
    sheet.classList.add('paper');
    group.forEach(({ element, index }, i) => {
      const left = EDGE + (i % across) * (width + GAP);
      const top = EDGE + Math.floor(i / across) * (height + GAP);
      const room = { left, top, width: ruled ? width * 0.56 : width, height: height - CAPTION };
      const at = hang(sheet, element, scene, room);
      const caption = place(block('caption'), { left: at.left, top: at.top + at.height + 3 });
      caption.textContent = String(index + 1);
      sheet.append(caption);
      if (ruled) addRules(sheet, { left: room.left + room.width + GAP, top,
        width: width - room.width - GAP, height: at.height });
    });
    addFoot(sheet, wanted, wanted.first + first / wanted.perPage);
    addSheet(bench, sheet);
  }
}

/** @param {HTMLElement} sheet @param {Record<string, number>} room */
function addRules(sheet, room) {
  const rules = place(block('rules'), room);
  for (let i = 0; i < N_RULES; i++) rules.append(block('rule'));
  sheet.append(rules);
}

/** The notes of slides, by their index.
 * @param {any} wanted */
function readNotes(wanted) {
  const template = document.createElement('template');
  template.innerHTML = wanted.notes;
  return new Map([...template.content.children].map((element) =>
    [Number(element.getAttribute('data-slide')), element]));
}

/** Whether a face is the last of its slide: notes go behind that.
 * @param {any[]} faces @param {number} i */
const isLast = (faces, i) => faces[i + 1]?.index !== faces[i].index;

/**
 * @param {HTMLElement} bench
 * @param {any[]} faces
 * @param {any} wanted
 * @param {any} scene
 */
function fillWithNotes(bench, faces, wanted, scene) {
  const notes = readNotes(wanted);
  const isBelow = wanted.form === 'below';
  let number = wanted.first;

  faces.forEach((face, i) => {
    const element = isLast(faces, i) ? notes.get(face.index) : undefined;
    let top = EDGE;
    let sheet = createSheet(wanted, [face.index]);

    const begin = () => {
      sheet.classList.add('paper');
      sheet.classList.toggle('notes-page', !isBelow);
      addFoot(sheet, wanted, number);
    };
    const caption = () => {
      const text = place(block('caption'), { left: EDGE, top: top - (isBelow ? 0 : 14) });
      text.textContent = String(face.index + 1);
      sheet.append(text);
      if (isBelow) top += 20;
    };
    const next = () => {
      sheet = createSheet(wanted, [face.index]);
      addSheet(bench, sheet);
      number++;
      top = EDGE;
      begin();
      caption();
      return room();
    };
    const room = () => {
      const box = place(block('notes-box'), { top, height: wanted.height - top - EDGE - FOOT });
      sheet.append(box);
      return box;
    };

    addSheet(bench, sheet);
    if (isBelow) {
      begin();
      const at = hang(sheet, face.element, scene, { left: EDGE, top, width: wanted.width - 2 * EDGE,
        height: wanted.height * 0.55 });
      top = at.top + at.height + 6;
      caption();
    } else {
      face.element.style.left = face.element.style.top = '0';
      sheet.append(face.element);
    }
    if (element) {
      let fresh = isBelow;
      flowNotes(element.childNodes, () => {
        const box = fresh ? room() : next();
        fresh = false;
        return box;
      });
    }
    number++;
  });
}

/**
 * @param {HTMLElement} bench
 * @param {any[]} faces
 * @param {any} wanted form, perPage, width, height, first, title, notes
 * @param {any} scene
 * @param {(root: HTMLElement) => Promise<unknown>} [load] waits for pictures of notes
 */
export async function fillSheets(bench, faces, wanted, scene, load) {
  if (wanted.form === 'handout') fillHandout(bench, faces, wanted, scene);
  else if (wanted.form === 'plain') fillPlain(bench, faces, wanted, scene);
  else {
    // Before they are measured.
    const shelf = block('notes-box');
    shelf.innerHTML = wanted.notes;
    bench.append(shelf);
    await load?.(bench);
    shelf.remove();
    fillWithNotes(bench, faces, wanted, scene);
  }
}
