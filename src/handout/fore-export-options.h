/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-deck.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * ForeExportFormat:
 * @FORE_EXPORT_HTML: one file for browsers
 * @FORE_EXPORT_PDF: one document
 * @FORE_EXPORT_PNG: a picture of each slide, or one of all
 * @FORE_EXPORT_WEBP: the same, in a third of the room
 * @FORE_EXPORT_FOLDER: a page for browsers with its files beside it
 * @FORE_EXPORT_MARKDOWN: the deck with all that it shows beside it
 * @FORE_EXPORT_NOTES: the speaker notes as Markdown
 * @FORE_EXPORT_NOTES_TEXT: the speaker notes as plain text
 * @FORE_EXPORT_PDFPC: what pdfpc and pympress want to know of a PDF of the deck
 *
 * What a deck can be written as.
 */
typedef enum {
  FORE_EXPORT_HTML,
  FORE_EXPORT_PDF,
  FORE_EXPORT_PNG,
  FORE_EXPORT_WEBP,
  FORE_EXPORT_FOLDER,
  FORE_EXPORT_MARKDOWN,
  FORE_EXPORT_NOTES,
  FORE_EXPORT_NOTES_TEXT,
  FORE_EXPORT_PDFPC,
} ForeExportFormat;

/**
 * ForeExportNotes:
 * @FORE_EXPORT_NOTES_NONE: without speaker notes
 * @FORE_EXPORT_NOTES_BELOW: on a sheet of paper, each slide with its notes below
 * @FORE_EXPORT_NOTES_PAGE: each slide on a page, and its notes on the next
 *
 * Where speaker notes go in a document.
 */
typedef enum {
  FORE_EXPORT_NOTES_NONE,
  FORE_EXPORT_NOTES_BELOW,
  FORE_EXPORT_NOTES_PAGE,
} ForeExportNotes;

/**
 * ForeExportFit:
 * @FORE_EXPORT_FIT_SCALE: it is made smaller
 * @FORE_EXPORT_FIT_CONTINUE: it goes on on the next page
 *
 * What becomes of a slide that is longer than its page.
 */
typedef enum {
  FORE_EXPORT_FIT_SCALE,
  FORE_EXPORT_FIT_CONTINUE,
} ForeExportFit;

/**
 * ForeExportPaper:
 *
 * What handouts are printed on.
 */
typedef enum {
  FORE_EXPORT_A4,
  FORE_EXPORT_LETTER,
} ForeExportPaper;

/* How wide pictures may be, in pixels. */
#define FORE_EXPORT_MAX_WIDTH 8192

/**
 * ForeExportOverlay:
 * @index: a slide
 *
 * Says what is drawn over a slide, such as the ink of a talk.
 *
 * Returns: (transfer full) (nullable): an SVG element as large as the slide's window, or
 *   `NULL` for nothing
 */
typedef char *(*ForeExportOverlay) (guint index, gpointer user_data);

/**
 * ForeExportOptions:
 * @title: (nullable): the document's title, or `NULL` for the deck's own
 * @slides: (nullable): which slides, as in `3-7,9`, counted from 1; `NULL` for all
 * @with_hidden: whether slides that the deck hides are in it
 * @strict: whether anything that cannot be had is an error
 * @steps: whether each fragment step is shown by itself
 * @notes: where speaker notes go
 * @per_page: how many slides go on a sheet of paper: 2, 3, 4 or 6; 0 or 1 for a page of
 *   the slide's own size
 * @paper: what sheets with several slides, or with notes below them, are printed on
 * @fit: what to do with slides that are longer than a page
 * @width: of pictures, in pixels; 0 for 1920
 * @contact_sheet: whether one picture shows all slides
 * @overlay: (nullable) (scope notified): what is drawn over slides
 * @overlay_data: what @overlay is called with; has to live as long as the export runs
 *
 * How to write a deck as PDF or pictures.
 */
typedef struct {
  const char *title;
  const char *slides;
  gboolean with_hidden;
  gboolean strict;
  gboolean steps;
  ForeExportNotes notes;
  guint per_page;
  ForeExportPaper paper;
  ForeExportFit fit;
  guint width;
  gboolean contact_sheet;
  ForeExportOverlay overlay;
  gpointer overlay_data;
} ForeExportOptions;

/**
 * ForeExportProgress:
 * @n_done: slides that are done
 * @n_all: slides that there are to do
 *
 * Called when an export has come further, and no more once it has ended.
 */
typedef void (*ForeExportProgress) (guint n_done, guint n_all, gpointer user_data);

/**
 * fore_export_options_copy:
 *
 * Returns: (transfer full): a copy for as long as an export runs
 */
ForeExportOptions *
fore_export_options_copy (const ForeExportOptions *self) G_GNUC_WARN_UNUSED_RESULT;

void fore_export_options_free (ForeExportOptions *self);

/**
 * fore_export_options_get_title:
 *
 * Returns: the title of the document; "" if nobody gave it one
 */
const char *fore_export_options_get_title (const ForeExportOptions *self, ForeDeck *deck);

/**
 * fore_export_options_find_slides:
 * @error: `G_OPTION_ERROR_BAD_VALUE` if the deck has no such slides, or if none are left
 *
 * Returns: (transfer full) (element-type guint) (nullable): the indices of the slides to
 *   write, ascending, each once
 */
GArray *fore_export_options_find_slides (const ForeExportOptions *self,
                                         ForeDeck *deck,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * fore_export_format_from_name:
 * @name: a form by its name, such as `pdf`
 *
 * Returns: whether there is such a form
 */
gboolean fore_export_format_from_name (const char *name, ForeExportFormat *format);

/**
 * fore_export_format_from_file:
 * @name: the name of a file
 *
 * Returns: whether its ending tells the form
 */
gboolean fore_export_format_from_file (const char *name, ForeExportFormat *format);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ForeExportOptions, fore_export_options_free)

G_END_DECLS
