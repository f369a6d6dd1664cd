/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-key-table.h"

G_BEGIN_DECLS

/**
 * ForeKeyInput:
 *
 * The keyboard of a show: what is pressed in any of its windows becomes a command.
 *
 * A key that is held is one press, whichever window sees it. Digits are collected, and
 * Return after them asks for that slide. Where text is being typed, only Page keys and F5
 * are taken: they are all that a presenter held in the hand has.
 *
 * Property, with `notify`: `typed` (string, read only, nullable): the digits so far
 *
 * Signals:
 * - `command (char *name)`: a command of the table
 * - `go-to (char *text)`: a number was typed, such as `12` or `6/2`
 */
#define FORE_TYPE_KEY_INPUT (fore_key_input_get_type ())

G_DECLARE_FINAL_TYPE (ForeKeyInput, fore_key_input, FORE, KEY_INPUT, GObject)

ForeKeyInput *fore_key_input_new (ForeKeyTable *table) G_GNUC_WARN_UNUSED_RESULT;

/**
 * fore_key_input_watch:
 * @window: a window of the show
 * @whole: whether no key may reach anything else than the show
 *
 * Takes the keys that are pressed in a window.
 */
void fore_key_input_watch (ForeKeyInput *self, GtkWidget *window, gboolean whole);

const char *fore_key_input_get_typed (ForeKeyInput *self);

/**
 * fore_key_input_let_through:
 * @widget: something that has keys of its own, such as a grid of slides to choose from
 *
 * Leaves the keys to @widget while the focus is in it, as if text was typed there.
 */
void fore_key_input_let_through (GtkWidget *widget);

G_END_DECLS
