/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ForeKey:
 * @keyval: of `GDK_KEY_…`; 0 for none
 * @modifiers: Shift, Control, Alt and Super
 *
 * A key as a table lists it: letters are small, with Shift beside them; a sign that needs
 * Shift to be typed is that sign, without it; the keypad's keys are those that they stand
 * for.
 */
typedef struct {
  guint keyval;
  GdkModifierType modifiers;
} ForeKey;

/**
 * fore_key_make:
 * @state: modifiers held
 * @consumed: those that the keyboard's layout used to find @keyval
 *
 * Returns: the key that a press on the keyboard means
 */
ForeKey fore_key_make (guint keyval, GdkModifierType state, GdkModifierType consumed);

/**
 * fore_key_parse:
 * @text: as in gtk_accelerator_parse(), such as `<Shift>Right`
 * @key: (out)
 *
 * Returns: whether that is a key
 */
gboolean fore_key_parse (const char *text, ForeKey *key);

/**
 * fore_key_dup_text:
 *
 * Returns: (transfer full): the key as fore_key_parse() reads it
 */
char *fore_key_dup_text (ForeKey key) G_GNUC_WARN_UNUSED_RESULT;

/**
 * fore_key_dup_label:
 *
 * Returns: (transfer full): the key for people, in their language
 */
char *fore_key_dup_label (ForeKey key) G_GNUC_WARN_UNUSED_RESULT;

gboolean fore_key_equal (ForeKey a, ForeKey b);

/**
 * fore_key_get_digit:
 *
 * Returns: the digit that the key types, or -1
 */
int fore_key_get_digit (ForeKey key);

/**
 * fore_key_is_modifier:
 *
 * Returns: whether @keyval is a key that only changes what others mean
 */
gboolean fore_key_is_modifier (guint keyval);

G_END_DECLS
