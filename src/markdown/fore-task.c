/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-task.h"

#include "fore-inline.h"
#include "fore-span.h"

#include <string.h>

/* The text after the box, or NULL. */
static const char *
skip_box (const char *text, ForeTaskState *state)
{
  text += strspn (text, " \t\n");
  if (text[0] != '[' || text[1] == '\0' || text[2] != ']')
    return NULL;

  if (text[1] == ' ')
    *state = FORE_TASK_OPEN;
  else if (text[1] == 'x' || text[1] == 'X')
    *state = FORE_TASK_DONE;
  else
    return NULL;

  return text + 3 + strspn (text + 3, " \t\n");
}

/* A comment that stands before all elements is about the item itself, if that has no
 * paragraph of its own. Its class takes the place of the one that tasks have. */
static gboolean
has_class_of_its_own (cmark_node *paragraph, cmark_node *list)
{
  if (!cmark_node_get_list_tight (list))
    return FALSE;

  for (cmark_node *node = cmark_node_first_child (paragraph); node != NULL;
       node = cmark_node_next (node)) {
    const char *html = cmark_node_get_literal (node);

    switch ((int) cmark_node_get_type (node)) {
    case CMARK_NODE_TEXT:
    case CMARK_NODE_SOFTBREAK:
    case CMARK_NODE_LINEBREAK:
      break;
    case CMARK_NODE_HTML_INLINE:
      if (!g_str_has_prefix (html, "<!--"))
        return FALSE;
      if (strstr (html, ".element") != NULL && strstr (html, "class=") != NULL)
        return TRUE;
      break;
    default:
      return FALSE;
    }
  }

  return FALSE;
}

void
fore_task_find (cmark_node *paragraph)
{
  cmark_node *item = cmark_node_parent (paragraph);
  cmark_node *text = cmark_node_first_child (paragraph);
  ForeTaskState state;
  const char *after;
  g_autofree char *rest = NULL;

  if (text == NULL || cmark_node_get_type (text) != CMARK_NODE_TEXT)
    return;
  after = skip_box (cmark_node_get_literal (text), &state);
  if (after == NULL || has_class_of_its_own (paragraph, cmark_node_parent (item)))
    return;

  rest = g_strdup (after);
  cmark_node_set_literal (text, rest);
  cmark_node_prepend_child (
    paragraph,
    fore_span_new (FORE_SPAN_CHECKBOX, state == FORE_TASK_DONE ? "checked" : NULL));
  cmark_node_set_user_data (item, GINT_TO_POINTER (state));
}

ForeTaskState
fore_task_get_state (cmark_node *item)
{
  return (ForeTaskState) GPOINTER_TO_INT (cmark_node_get_user_data (item));
}
