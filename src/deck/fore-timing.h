/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-deck.h"

G_BEGIN_DECLS

/**
 * fore_timing_write:
 * @seconds: (array): for each slide the `data-timing` that it shall have; 0 leaves the
 *   slide as it is
 * @n_written: (out) (optional): how many slides got what they should; those that had it
 *   before count
 *
 * Writes times into the text of a deck, in the way that reveal.js and HedgeDoc read:
 * `<!-- .slide: data-timing="90" -->`. A value that is there is replaced, a comment for
 * the slide that is there is added to, and only else there is a new one, above all else
 * on the slide. Nothing but times is different in the new text: a slide where that cannot
 * be done is left as it is.
 *
 * Takes about as long as parsing the deck for each slide that changes; @deck may be used
 * in another thread.
 *
 * Returns: (transfer full): the new text of the deck
 */
GBytes *fore_timing_write (ForeDeck *deck,
                           const guint *seconds,
                           guint *n_written) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
