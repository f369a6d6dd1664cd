/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-language.h"

static GtkSourceLanguageManager *
make_language_manager (void)
{
  GtkSourceLanguageManager *manager = gtk_source_language_manager_new ();
  const char *const *theirs = gtk_source_language_manager_get_search_path (
    gtk_source_language_manager_get_default ());
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) path = NULL;

  g_strv_builder_add (builder, "resource:///io/github/foredeck/write/language-specs/");
  /* For the languages that ours includes. */
  g_strv_builder_addv (builder, (const char **) theirs);
  path = g_strv_builder_end (builder);
  gtk_source_language_manager_set_search_path (manager, (const char *const *) path);

  return manager;
}

static gboolean
give_cb (gpointer user_data)
{
  g_autoptr (GtkSourceBuffer) buffer = g_weak_ref_get (user_data);
  GtkSourceLanguageManager *manager;

  if (buffer == NULL)
    return G_SOURCE_REMOVE;

  manager = make_language_manager ();
  gtk_source_buffer_set_language (
    buffer, gtk_source_language_manager_get_language (manager, "foredeck"));
  /* A language needs its manager. */
  g_object_set_data_full (G_OBJECT (buffer), "fore-languages", manager, g_object_unref);

  return G_SOURCE_REMOVE;
}

static void
weak_ref_free (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

void
fore_language_give (GtkSourceBuffer *buffer)
{
  GWeakRef *ref;

  g_return_if_fail (GTK_SOURCE_IS_BUFFER (buffer));

  if (gtk_source_buffer_get_language (buffer) != NULL)
    return;
  /* Its expressions take 20 ms to compile, and a window that opens has more to do. */
  ref = g_new0 (GWeakRef, 1);
  g_weak_ref_init (ref, buffer);
  g_idle_add_full (G_PRIORITY_LOW, give_cb, ref, weak_ref_free);
}
