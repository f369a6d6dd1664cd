/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-slide-label.h"

#include <glib/gi18n.h>

char *
fore_slide_dup_number (const ForeDeck *deck, guint index)
{
  guint column, row;

  g_return_val_if_fail (deck != NULL, NULL);
  g_return_val_if_fail (index < fore_deck_get_n_slides (deck), NULL);

  fore_deck_get_position (deck, index, &column, &row);
  if (fore_deck_get_n_rows (deck, column) == 1)
    return g_strdup_printf ("%u", column + 1);

  return g_strdup_printf ("%u.%u", column + 1, row + 1);
}

char *
fore_slide_dup_label (const ForeDeck *deck, guint index)
{
  g_autofree char *number = fore_slide_dup_number (deck, index);
  const char *title;

  g_return_val_if_fail (number != NULL, NULL);

  title = fore_deck_get_slide_title (deck, index);
  if (*title == '\0')
    /* Translators: the number of a slide, such as “3.1” */
    return g_strdup_printf (_ ("Slide %s"), number);

  /* Translators: the number of a slide and its title, “Slide 3.1: Title” */
  return g_strdup_printf (_ ("Slide %s: %s"), number, title);
}
