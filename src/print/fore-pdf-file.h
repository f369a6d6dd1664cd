/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-print-sheets.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* How much higher pages have to be printed than they shall be, in points: engines round a
 * page down, and what fills it would go over to the next. It is cut off below. */
#define FORE_PDF_SPARE 2

/**
 * ForePdfBookmark:
 * @title: what it says
 * @page: where it leads, counted from 0
 * @is_below: whether it stands below the one before that is not
 *
 * An entry of a document's outline.
 */
typedef struct {
  char *title;
  guint page;
  gboolean is_below;
} ForePdfBookmark;

/**
 * ForePdfInfo:
 * @title: of the document; may be ""
 * @language: (nullable): a language tag
 * @creator: the name and version of the program
 * @time: when it was made, in seconds since 1970
 * @width: of each page, in points
 * @height: of each page, in points
 * @bookmarks: (element-type ForePdfBookmark)
 *
 * What a document says about itself.
 */
typedef struct {
  const char *title;
  const char *language;
  const char *creator;
  gint64 time;
  double width;
  double height;
  GPtrArray *bookmarks;
} ForePdfInfo;

/**
 * fore_pdf_bookmarks_new:
 *
 * Returns: (transfer full): room for bookmarks
 */
GPtrArray *fore_pdf_bookmarks_new (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * fore_pdf_bookmarks_add:
 *
 * Adds an entry to an outline.
 */
void fore_pdf_bookmarks_add (GPtrArray *bookmarks,
                             const char *title,
                             guint page,
                             gboolean is_below);

/**
 * fore_pdf_join:
 * @parts: (element-type GBytes): PDF documents, which have one page for each sheet, each
 *   %FORE_PDF_SPARE higher than it shall be
 * @sheets: what is on the sheets; its links are written
 *
 * Makes one document of several, with links, an outline and a title. Fonts and pictures
 * that several parts hold are written once. Equal input gives equal bytes. May be called
 * in any thread.
 *
 * Returns: (transfer full) (nullable): the document
 */
GBytes *fore_pdf_join (GPtrArray *parts,
                       const ForePrintSheets *sheets,
                       const ForePdfInfo *info,
                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
