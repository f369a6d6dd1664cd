/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-talk.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * ForeRunSlide:
 * @title: the title; "" if there is none
 * @planned: seconds that were planned for it
 * @time: seconds that it was shown, all visits together
 * @section: its section, or `G_MAXUINT`
 * @key: (skip): what it is known by, whatever is said of its time
 */
typedef struct {
  char *title;
  gint64 planned;
  gint64 time;
  guint section;
  guint64 key;
} ForeRunSlide;

/**
 * ForeRunSection:
 *
 * A section, with the sums of its slides.
 */
typedef struct {
  char *title;
  gint64 planned;
  gint64 time;
} ForeRunSection;

/**
 * ForeRun:
 *
 * The report of one talk: how long each slide and section took. Immutable, shared by
 * reference, safe to hand to another thread.
 */
typedef struct _ForeRun ForeRun;

#define FORE_TYPE_RUN (fore_run_get_type ())

GType fore_run_get_type (void) G_GNUC_CONST;

/**
 * fore_run_new:
 * @file: (nullable): the file of the deck
 *
 * Takes the report of a talk as it is now.
 */
ForeRun *fore_run_new (ForeTalk *talk, GFile *file) G_GNUC_WARN_UNUSED_RESULT;

/**
 * fore_run_read:
 *
 * Returns: (transfer full) (nullable): the report that @bytes are, or `NULL`
 */
ForeRun *fore_run_read (GBytes *bytes) G_GNUC_WARN_UNUSED_RESULT;

/**
 * fore_run_write:
 *
 * Returns: (transfer full): the report as JSON
 */
GBytes *fore_run_write (const ForeRun *self) G_GNUC_WARN_UNUSED_RESULT;

ForeRun *fore_run_ref (ForeRun *self);
void fore_run_unref (ForeRun *self);

/**
 * fore_run_get_uri:
 *
 * Returns: (nullable): the file of the deck
 */
const char *fore_run_get_uri (const ForeRun *self);

/**
 * fore_run_get_title:
 *
 * Returns: (nullable): the title of the deck
 */
const char *fore_run_get_title (const ForeRun *self);

/**
 * fore_run_get_time:
 *
 * Returns: when the talk ended, in microseconds since 1970
 */
gint64 fore_run_get_time (const ForeRun *self);

/* What the timer showed, and what was planned, in seconds; 0: there was no plan. */
gint64 fore_run_get_elapsed (const ForeRun *self);
gint64 fore_run_get_planned (const ForeRun *self);

guint fore_run_get_n_slides (const ForeRun *self);
const ForeRunSlide *fore_run_get_slide (const ForeRun *self, guint index);
guint fore_run_get_n_sections (const ForeRun *self);
const ForeRunSection *fore_run_get_section (const ForeRun *self, guint section);

/**
 * fore_run_find_slide:
 * @other: another talk of the same deck, perhaps before an edit
 * @index: a slide of @self
 * @found: (out): the same slide in @other
 *
 * Looks for a slide by what it shows, at its place first, then anywhere; else by its
 * title. Compare with it what both took.
 *
 * Returns: whether there is such a slide
 */
gboolean fore_run_find_slide (const ForeRun *self,
                              const ForeRun *other,
                              guint index,
                              guint *found);

/**
 * fore_run_apply_timing:
 * @deck: the deck as it is now
 * @n_written: (out) (optional): how many slides have the time of the talk then
 *
 * Writes what each slide took into the deck as `data-timing`. Slides that were not shown,
 * or are new, stay as they are. See fore_timing_write().
 *
 * Returns: (transfer full): the new text of the deck
 */
GBytes *fore_run_apply_timing (const ForeRun *self,
                               ForeDeck *deck,
                               guint *n_written) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ForeRun, fore_run_unref)

G_END_DECLS
