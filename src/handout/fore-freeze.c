/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* An address may also stand in a link, in code, in a comment or in a sentence, where it
 * is no picture and has to stay. No second parser decides that here: each place where the
 * author may have written an address is changed for once, and the deck is read again. If
 * what it shows is the same but for that address, and no link has changed, the place was
 * meant. Reading a deck with one slide changed costs that slide. */

#include "fore-freeze.h"

#include "fore-asset-set.h"
#include "fore-file-tree.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct {
  char *address;
  ForeAddressUse use;
} Shown;

typedef struct {
  ForeDeck *deck;
  char *folder;
  gboolean with_local;
  ForeAssetSet *set;
} Freeze;

typedef struct {
  GString *text;
  ForeDeck *deck;
  GPtrArray *shown; /* of Shown, as @deck has it */
} State;

void
fore_frozen_free (ForeFrozen *self)
{
  if (self == NULL)
    return;
  g_bytes_unref (self->text);
  g_ptr_array_unref (self->files);
  g_ptr_array_unref (self->missing);
  g_free (self->folder);
  g_free (self);
}

static void
freeze_free (Freeze *self)
{
  fore_deck_unref (self->deck);
  fore_asset_set_free (self->set);
  g_free (self->folder);
  g_free (self);
}

static void
shown_free (Shown *self)
{
  g_free (self->address);
  g_free (self);
}

/* --- what a deck shows --- */

static char *
collect (const char *address, ForeAddressUse use, gpointer user_data)
{
  Shown *shown = g_new (Shown, 1);

  shown->address = g_strdup (address);
  shown->use = use;
  g_ptr_array_add (user_data, shown);
  return NULL;
}

static GPtrArray *
list_shown (ForeDeck *deck)
{
  GPtrArray *shown = g_ptr_array_new_with_free_func ((GDestroyNotify) shown_free);

  fore_deck_foreach_address (deck, collect, shown);
  return shown;
}

static gboolean
is_as_meant (GPtrArray *before, GPtrArray *after, const char *address, const char *file)
{
  gboolean has_changed = FALSE;

  if (before->len != after->len)
    return FALSE;
  for (guint i = 0; i < before->len; i++) {
    const Shown *old = g_ptr_array_index (before, i);
    const Shown *new = g_ptr_array_index (after, i);

    if (old->use != new->use)
      return FALSE;
    if (strcmp (old->address, new->address) == 0)
      continue;
    if (old->use == FORE_ADDRESS_LINK || strcmp (old->address, address) != 0 ||
        strcmp (new->address, file) != 0)
      return FALSE;
    has_changed = TRUE;
  }
  return has_changed;
}

/* --- where it stands in the text --- */

/* How authors have to write what has a meaning of its own where an address stands. */
static gsize
match_character (const char *at, char c)
{
  if (c == '&' && g_ascii_strncasecmp (at, "&amp;", 5) == 0)
    return 5;
  if (*at == c)
    return 1;
  if (*at == '\\' && at[1] == c && g_ascii_ispunct (c))
    return 2;
  return 0;
}

static gsize
match_address (const char *at, const char *address)
{
  const char *start = at;

  for (; *address != '\0'; address++) {
    gsize length = match_character (at, *address);

    if (length == 0)
      return 0;
    at += length;
  }
  return (gsize) (at - start);
}

static gboolean
try_place (State *self, gsize at, gsize length, const char *address, const char *file)
{
  GString *text = g_string_new_len (self->text->str, (gssize) self->text->len);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (ForeDeck) deck = NULL;
  g_autoptr (GPtrArray) shown = NULL;

  g_string_erase (text, (gssize) at, (gssize) length);
  g_string_insert (text, (gssize) at, file);
  bytes = g_bytes_new (text->str, text->len);
  deck = fore_deck_parse (bytes, self->deck);
  shown = list_shown (deck);
  if (!is_as_meant (self->shown, shown, address, file)) {
    g_string_free (text, TRUE);
    return FALSE;
  }
  g_string_free (self->text, TRUE);
  self->text = text;
  fore_deck_unref (self->deck);
  self->deck = g_steal_pointer (&deck);
  g_ptr_array_unref (self->shown);
  self->shown = g_steal_pointer (&shown);
  return TRUE;
}

static void
replace_address (State *self, const char *address, const char *file)
{
  gsize at = 0;

  while (at < self->text->len) {
    gsize length = match_address (self->text->str + at, address);

    if (length > 0 && try_place (self, at, length, address, file))
      at += strlen (file);
    else
      at += MAX (length, 1);
  }
}

static gboolean
is_shown (const State *self, const char *address)
{
  for (guint i = 0; i < self->shown->len; i++) {
    const Shown *shown = g_ptr_array_index (self->shown, i);

    if (shown->use != FORE_ADDRESS_LINK && strcmp (shown->address, address) == 0)
      return TRUE;
  }
  return FALSE;
}

/* --- all of it --- */

static gboolean
is_wanted (const Freeze *freeze, const Shown *shown)
{
  g_autofree char *host = fore_assets_dup_host (shown->address);

  return shown->use != FORE_ADDRESS_LINK && (host != NULL || freeze->with_local);
}

static void
replace_all (State *self, const Freeze *freeze, GPtrArray *missing)
{
  g_autoptr (GPtrArray) all = g_ptr_array_ref (self->shown);
  g_autoptr (GHashTable) done = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < all->len; i++) {
    const Shown *shown = g_ptr_array_index (all, i);
    const char *file = fore_asset_set_get_file (freeze->set, shown->address);

    if (file == NULL || !is_wanted (freeze, shown) ||
        !g_hash_table_add (done, shown->address))
      continue;
    replace_address (self, shown->address, file);
    if (is_shown (self, shown->address))
      g_ptr_array_add (
        missing,
        /* Translators: an address */
        g_strdup_printf (_ ("“%s” is not found in the text as it is, and stays."),
                         shown->address));
  }
}

/* Named from within the folder, and only what the deck really needs. */
static GPtrArray *
take_files (const State *self, const Freeze *freeze)
{
  g_autoptr (GPtrArray) all =
    g_ptr_array_new_with_free_func ((GDestroyNotify) fore_tree_file_free);
  GPtrArray *files =
    g_ptr_array_new_with_free_func ((GDestroyNotify) fore_tree_file_free);

  fore_asset_set_append_files (freeze->set, all);
  for (guint i = 0; i < all->len; i++) {
    const ForeTreeFile *file = g_ptr_array_index (all, i);

    if (is_shown (self, file->name))
      g_ptr_array_add (files, fore_tree_file_new (
                                file->name + strlen (freeze->folder) + 1, file->bytes));
  }
  return files;
}

static void
freeze_thread (GTask *task,
               gpointer source,
               gpointer task_data,
               GCancellable *cancellable)
{
  Freeze *self = task_data;
  GBytes *text = fore_deck_get_text (self->deck);
  ForeFrozen *frozen = g_new0 (ForeFrozen, 1);
  GPtrArray *missing = fore_asset_set_get_missing (self->set);
  State state = { g_string_new_len (g_bytes_get_data (text, NULL),
                                    (gssize) g_bytes_get_size (text)),
                  fore_deck_ref (self->deck), list_shown (self->deck) };

  frozen->missing = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < missing->len; i++)
    g_ptr_array_add (frozen->missing, g_strdup (g_ptr_array_index (missing, i)));
  fore_asset_set_put_into_folder (self->set, self->folder);
  replace_all (&state, self, frozen->missing);
  frozen->files = take_files (&state, self);
  frozen->folder = g_strdup (self->folder);
  frozen->text = g_string_free_to_bytes (state.text);
  fore_deck_unref (state.deck);
  g_ptr_array_unref (state.shown);
  g_task_return_pointer (task, frozen, (GDestroyNotify) fore_frozen_free);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Freeze *self = g_task_get_task_data (task);
  GError *error = NULL;

  self->set = fore_asset_set_load_finish (result, &error);
  if (self->set == NULL)
    g_task_return_error (task, error);
  else
    g_task_run_in_thread (task, freeze_thread);
}

void
fore_freeze_async (ForeDeck *deck,
                   ForeAssets *assets,
                   const char *folder,
                   gboolean with_local,
                   GCancellable *cancellable,
                   GAsyncReadyCallback callback,
                   gpointer user_data)
{
  GTask *task;
  Freeze *self;

  g_return_if_fail (deck != NULL);
  g_return_if_fail (FORE_IS_ASSETS (assets));
  g_return_if_fail (folder != NULL);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, fore_freeze_async);
  self = g_new0 (Freeze, 1);
  self->deck = fore_deck_ref (deck);
  self->folder = g_strdup (folder);
  self->with_local = with_local;
  g_task_set_task_data (task, self, (GDestroyNotify) freeze_free);
  fore_asset_set_load_async (deck, NULL, TRUE, assets, cancellable, loaded_cb, task);
}

ForeFrozen *
fore_freeze_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
