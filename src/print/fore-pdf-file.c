/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* WebKit prints pages, and nothing that connects them. The parts are joined by qpdf; the
 * parts have to live until the whole is written, since streams are copied late. Objects
 * of qpdf are numbers that belong to their document, and go with it. */

#include "fore-pdf-file.h"

#include "fore-error.h"
#include "fore-pdf-share.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct {
  qpdf_data document;
  GPtrArray *parts; /* of qpdf_data */
  const ForePrintSheets *sheets;
  const ForePdfInfo *info;
} Join;

static void
part_free (gpointer data)
{
  qpdf_data part = data;

  qpdf_cleanup (&part);
}

static qpdf_data
create_document (void)
{
  qpdf_data document = qpdf_init ();

  qpdf_silence_errors (document);
  qpdf_set_suppress_warnings (document, QPDF_TRUE);
  return document;
}

static gboolean
check (qpdf_data document, GError **error)
{
  if (!qpdf_has_error (document))
    return TRUE;
  g_set_error (error, FORE_ERROR, FORE_ERROR_PAGE,
               _ ("What was printed could not be put together: %s."),
               qpdf_get_error_message_detail (document, qpdf_get_error (document)));
  return FALSE;
}

/* --- joining --- */

static gboolean
add_part (Join *self, GBytes *bytes, GError **error)
{
  qpdf_data part = create_document ();
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  int n_pages;

  g_ptr_array_add (self->parts, part);
  qpdf_read_memory (part, "part", data, size, NULL);
  n_pages = qpdf_get_num_pages (part);
  for (int i = 0; i < n_pages; i++)
    qpdf_add_page (self->document, part, qpdf_get_page_n (part, (gsize) i), QPDF_FALSE);
  return check (part, error) && check (self->document, error);
}

/* --- pages and links --- */

static qpdf_oh
create_destination (qpdf_data document, guint page)
{
  qpdf_oh destination = qpdf_oh_new_array (document);

  qpdf_oh_append_item (document, destination, qpdf_get_page_n (document, page));
  qpdf_oh_append_item (document, destination, qpdf_oh_new_name (document, "/Fit"));
  return destination;
}

static qpdf_oh
create_rectangle (
  qpdf_data document, double left, double bottom, double right, double top)
{
  const double numbers[] = { left, bottom, right, top };
  qpdf_oh rectangle = qpdf_oh_new_array (document);

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    qpdf_oh_append_item (document, rectangle,
                         qpdf_oh_new_real_from_double (document, numbers[i], 2));
  return rectangle;
}

static qpdf_oh
create_link (Join *self, const ForePrintLink *link, double top)
{
  qpdf_data document = self->document;
  qpdf_oh annotation =
    qpdf_oh_parse (document, "<< /Type /Annot /Subtype /Link /F 4 /Border [ 0 0 0 ] >>");
  guint page;

  qpdf_oh_replace_key (document, annotation, "/Rect",
                       create_rectangle (document, link->left, top - link->bottom,
                                         link->right, top - link->top));
  if (link->uri != NULL) {
    qpdf_oh action = qpdf_oh_parse (document, "<< /Type /Action /S /URI >>");
    g_autofree char *uri = g_uri_escape_string (link->uri, ":/?#[]@!$&'()*+,;=%", FALSE);

    qpdf_oh_replace_key (document, action, "/URI", qpdf_oh_new_string (document, uri));
    qpdf_oh_replace_key (document, annotation, "/A", action);
  } else if (fore_print_sheets_find_slide (self->sheets, link->slide, &page)) {
    qpdf_oh_replace_key (document, annotation, "/Dest",
                         create_destination (document, page));
  }
  return qpdf_make_indirect_object (document, annotation);
}

static gboolean
leads_somewhere (Join *self, const ForePrintLink *link)
{
  guint page;

  return link->uri != NULL ||
         fore_print_sheets_find_slide (self->sheets, link->slide, &page);
}

/* Cuts off what was printed too much, and gives back what was rounded. Returns: where the
 * top of the page is, from which everything is measured here, and nothing in a document.
 */
static double
crop (Join *self, qpdf_oh page)
{
  qpdf_data document = self->document;
  qpdf_oh box = qpdf_oh_get_key (document, page, "/MediaBox");
  double top =
    qpdf_oh_get_numeric_value (document, qpdf_oh_get_array_item (document, box, 3));

  qpdf_oh_replace_key (
    document, page, "/MediaBox",
    create_rectangle (document, 0, top - self->info->height, self->info->width, top));
  return top;
}

static void
finish_pages (Join *self)
{
  qpdf_data document = self->document;

  for (guint i = 0; i < self->sheets->sheets->len; i++) {
    const ForePrintSheet *sheet = g_ptr_array_index (self->sheets->sheets, i);
    qpdf_oh page = qpdf_get_page_n (document, i);
    qpdf_oh annotations = qpdf_oh_new_array (document);
    double top = crop (self, page);

    for (guint j = 0; j < sheet->links->len; j++) {
      const ForePrintLink *link = g_ptr_array_index (sheet->links, j);

      if (leads_somewhere (self, link))
        qpdf_oh_append_item (document, annotations, create_link (self, link, top));
    }
    if (qpdf_oh_get_array_n_items (document, annotations) > 0)
      qpdf_oh_replace_key (document, page, "/Annots", annotations);
  }
}

/* --- outline --- */

static void
link_siblings (qpdf_data document, qpdf_oh before, qpdf_oh item)
{
  qpdf_oh_replace_key (document, before, "/Next", item);
  qpdf_oh_replace_key (document, item, "/Prev", before);
}

static qpdf_oh
create_bookmark (qpdf_data document, const ForePdfBookmark *bookmark)
{
  qpdf_oh item = qpdf_make_indirect_object (document, qpdf_oh_new_dictionary (document));

  qpdf_oh_replace_key (document, item, "/Title",
                       qpdf_oh_new_unicode_string (document, bookmark->title));
  qpdf_oh_replace_key (document, item, "/Dest",
                       create_destination (document, bookmark->page));
  return item;
}

/* Adds entries from @first on to @parent: those below if @is_below, else those that are
 * not, each with its own. Returns: where it ended. */
static guint
add_bookmarks (Join *self, qpdf_oh parent, guint first, gboolean is_below)
{
  qpdf_data document = self->document;
  GPtrArray *bookmarks = self->info->bookmarks;
  qpdf_oh last = 0;
  guint n = 0;
  guint i = first;

  while (i < bookmarks->len) {
    const ForePdfBookmark *bookmark = g_ptr_array_index (bookmarks, i);
    qpdf_oh item;

    if (bookmark->is_below != is_below)
      break;
    item = create_bookmark (document, bookmark);
    qpdf_oh_replace_key (document, item, "/Parent", parent);
    if (n == 0)
      qpdf_oh_replace_key (document, parent, "/First", item);
    else
      link_siblings (document, last, item);
    last = item;
    n++;
    i = is_below ? i + 1 : add_bookmarks (self, item, i + 1, TRUE);
  }
  if (n > 0) {
    qpdf_oh_replace_key (document, parent, "/Last", last);
    qpdf_oh_replace_key (document, parent, "/Count", qpdf_oh_new_integer (document, n));
  }
  return i;
}

static void
add_outline (Join *self)
{
  qpdf_data document = self->document;
  qpdf_oh root = qpdf_get_root (document);
  qpdf_oh outline;

  if (self->info->bookmarks->len == 0)
    return;
  outline = qpdf_make_indirect_object (document,
                                       qpdf_oh_parse (document, "<< /Type /Outlines >>"));
  add_bookmarks (self, outline, 0, FALSE);
  qpdf_oh_replace_key (document, root, "/Outlines", outline);
}

/* --- what it says about itself --- */

static void
set_text (qpdf_data document, qpdf_oh dictionary, const char *key, const char *text)
{
  if (text != NULL && *text != '\0')
    qpdf_oh_replace_key (document, dictionary, key,
                         qpdf_oh_new_unicode_string (document, text));
}

static void
add_info (Join *self)
{
  qpdf_data document = self->document;
  qpdf_oh root = qpdf_get_root (document);
  qpdf_oh info = qpdf_make_indirect_object (document, qpdf_oh_new_dictionary (document));
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (self->info->time);
  g_autofree char *stamp =
    time != NULL ? g_date_time_format (time, "D:%Y%m%d%H%M%SZ") : NULL;

  set_text (document, info, "/Title", self->info->title);
  set_text (document, info, "/Creator", self->info->creator);
  set_text (document, info, "/CreationDate", stamp);
  set_text (document, info, "/ModDate", stamp);
  qpdf_oh_replace_key (document, qpdf_get_trailer (document), "/Info", info);

  set_text (document, root, "/Lang", self->info->language);
  if (*self->info->title != '\0')
    qpdf_oh_replace_key (document, root, "/ViewerPreferences",
                         qpdf_oh_parse (document, "<< /DisplayDocTitle true >>"));
}

static GBytes *
write_document (qpdf_data document, GError **error)
{
  qpdf_init_write_memory (document);
  qpdf_set_object_stream_mode (document, qpdf_o_generate);
  qpdf_set_compress_streams (document, QPDF_TRUE);
  /* Not random, but made of what is in it. */
  qpdf_set_deterministic_ID (document, QPDF_TRUE);
  qpdf_write (document);
  if (!check (document, error))
    return NULL;
  return g_bytes_new (qpdf_get_buffer (document), qpdf_get_buffer_length (document));
}

GBytes *
fore_pdf_join (GPtrArray *parts,
               const ForePrintSheets *sheets,
               const ForePdfInfo *info,
               GError **error)
{
  Join self = { .sheets = sheets, .info = info };
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func (part_free);
  GBytes *bytes = NULL;
  gboolean joined = TRUE;

  g_return_val_if_fail (parts != NULL, NULL);
  g_return_val_if_fail (sheets != NULL, NULL);
  g_return_val_if_fail (info != NULL, NULL);

  self.parts = kept;
  self.document = create_document ();
  qpdf_empty_pdf (self.document);
  for (guint i = 0; joined && i < parts->len; i++)
    joined = add_part (&self, g_ptr_array_index (parts, i), error);
  if (joined && qpdf_get_num_pages (self.document) != (int) sheets->sheets->len) {
    g_set_error_literal (error, FORE_ERROR, FORE_ERROR_PAGE,
                         _ ("Something else was printed than was laid out."));
    joined = FALSE;
  }
  if (joined) {
    fore_pdf_share (self.document);
    finish_pages (&self);
    add_outline (&self);
    add_info (&self);
    if (check (self.document, error))
      bytes = write_document (self.document, error);
  }
  qpdf_cleanup (&self.document);
  return bytes;
}

/* --- bookmarks --- */

static void
bookmark_free (gpointer data)
{
  ForePdfBookmark *self = data;

  g_free (self->title);
  g_free (self);
}

GPtrArray *
fore_pdf_bookmarks_new (void)
{
  return g_ptr_array_new_with_free_func (bookmark_free);
}

void
fore_pdf_bookmarks_add (GPtrArray *bookmarks,
                        const char *title,
                        guint page,
                        gboolean is_below)
{
  ForePdfBookmark bookmark = { g_strdup (title), page, is_below };

  g_return_if_fail (bookmarks != NULL);

  g_ptr_array_add (bookmarks, g_memdup2 (&bookmark, sizeof bookmark));
}
