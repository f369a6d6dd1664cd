/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-document-fix.h"

gboolean
fore_document_fix (ForeDocument *self,
                   ForeDiagnostic *finding,
                   ForeFixes fix,
                   ForePlace *place)
{
  g_autoptr (ForeEdit) edit = NULL;
  GtkTextBuffer *buffer;
  GtkTextIter from, to;
  ForeDeck *deck;

  g_return_val_if_fail (FORE_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (finding != NULL, FALSE);
  g_return_val_if_fail (place != NULL, FALSE);

  *place = (ForePlace){ 0, 0 };
  buffer = GTK_TEXT_BUFFER (fore_document_get_buffer (self));
  deck = fore_document_get_deck (self);
  fore_document_update_deck (self);
  /* Problems follow the text a little later, and so does what they say of it. */
  if (deck != fore_document_get_deck (self) ||
      deck != fore_problem_model_get_deck (fore_document_get_problems (self)))
    return FALSE;
  edit = fore_fix_plan (deck, finding, fix);
  if (edit == NULL)
    return FALSE;

  if (edit->caret != G_MAXUINT)
    *place = (ForePlace){ edit->from.line, edit->from.column + edit->caret };
  fore_document_get_iter (self, edit->from.line, edit->from.column, &from);
  fore_document_get_iter (self, edit->to.line, edit->to.column, &to);
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete (buffer, &from, &to);
  gtk_text_buffer_insert (buffer, &from, edit->text, -1);
  gtk_text_buffer_end_user_action (buffer);

  return TRUE;
}
