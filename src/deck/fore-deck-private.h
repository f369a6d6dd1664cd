/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-deck.h"
#include "fore-front-matter.h"
#include "fore-source.h"

G_BEGIN_DECLS

/* Where a slide stands. Kept apart from the slides, so that an edit moves the places of
 * all slides below it, and touches none of them. */
typedef struct {
  guint32 start;
  guint32 line;
  guint32 column;
  guint32 is_open : 1;
} ForePlace;

/* The value that fore-deck-parse.c makes and fore-deck.c answers for. `start` of a place
 * counts bytes of the text; `is_open` says that nothing closes a fence or comment of the
 * slide, so that text far below could change where it ends. `definitions` are those of
 * all slides, or NULL. */
struct _ForeDeck {
  gatomicrefcount references;
  ForeSource *source;
  ForeFrontMatter *front_matter;
  ForeSlide **slides;
  ForePlace *places;
  guint n_slides;
  guint n_defining;
  char *definitions;
  gboolean is_cut;
  guint cut_line;
};

G_END_DECLS
