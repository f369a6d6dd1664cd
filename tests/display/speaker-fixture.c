/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "speaker-fixture.h"

#include "fore-present.h"

#include <glib/gstdio.h>
#include <string.h>

#define SCHEMA "io.github.foredeck.Foredeck"

void
speaker_fixture_init (int *argc, char ***argv)
{
  GtkCssProvider *provider;

  g_test_init (argc, argv, NULL);
  adw_init ();
  fore_present_register_resources ();
  provider = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (provider, FORE_PRESENT_STYLE);
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  g_object_unref (provider);
}

void
speaker_fixture_set_up (SpeakerFixture *self, gconstpointer data)
{
  g_autofree char *cache_path = NULL;
  g_autoptr (ForeAssetCache) cache = NULL;
  g_autoptr (GFile) folder = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_local (2026, 3, 14, 14, 52, 0);

  self->path = g_dir_make_tmp ("fore-speaker-XXXXXX", NULL);
  cache_path = g_build_filename (self->path, ".cache", NULL);
  cache = fore_asset_cache_new (cache_path);
  folder = g_file_new_for_path (self->path);
  self->assets = fore_assets_new (cache);
  fore_assets_set_folder (self->assets, folder);
  self->clock = fore_clock_new_manual (now);
  self->settings = g_settings_new (SCHEMA);
}

/* --- the actions of a show --- */

static void
next_action (SpeakerFixture *self)
{
  fore_talk_next (self->talk);
}

static void
previous_action (SpeakerFixture *self)
{
  fore_talk_previous (self->talk);
}

static void
publish_action (SpeakerFixture *self)
{
  fore_talk_publish (self->talk);
}

static void
timer_toggle_action (SpeakerFixture *self)
{
  fore_timer_toggle (fore_talk_get_timer (self->talk));
}

static void
timer_reset_action (SpeakerFixture *self)
{
  fore_timer_reset (fore_talk_get_timer (self->talk));
}

static void
timer_undo_reset_action (SpeakerFixture *self)
{
  fore_timer_undo_reset (fore_talk_get_timer (self->talk));
}

static void
timer_display_action (SpeakerFixture *self)
{
  fore_timer_cycle_display (fore_talk_get_timer (self->talk));
}

static void
go_to_action (SpeakerFixture *self, GVariant *parameter)
{
  guint index;

  if (fore_talk_find (self->talk, g_variant_get_string (parameter, NULL), &index))
    fore_talk_go_to (self->talk, index, 0);
}

static void
add_action (SpeakerFixture *self,
            const char *name,
            const GVariantType *type,
            GCallback callback)
{
  g_autoptr (GSimpleAction) action = g_simple_action_new (name, type);

  g_signal_connect_swapped (action, "activate", callback, self);
  g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (action));
}

static void
add_property (SpeakerFixture *self, const char *name, const char *property)
{
  g_autoptr (GPropertyAction) action = g_property_action_new (name, self->talk, property);

  g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (action));
}

static void
add_actions (SpeakerFixture *self)
{
  self->actions = g_simple_action_group_new ();
  add_action (self, "next", NULL, G_CALLBACK (next_action));
  add_action (self, "previous", NULL, G_CALLBACK (previous_action));
  add_action (self, "publish", NULL, G_CALLBACK (publish_action));
  add_action (self, "timer-toggle", NULL, G_CALLBACK (timer_toggle_action));
  add_action (self, "timer-reset", NULL, G_CALLBACK (timer_reset_action));
  add_action (self, "timer-undo-reset", NULL, G_CALLBACK (timer_undo_reset_action));
  add_action (self, "timer-display", NULL, G_CALLBACK (timer_display_action));
  add_action (self, "go-to", G_VARIANT_TYPE_STRING, G_CALLBACK (go_to_action));
  add_property (self, "freeze", "frozen");
  gtk_widget_insert_action_group (GTK_WIDGET (self->speaker), "show",
                                  G_ACTION_GROUP (self->actions));
}

/* --- the window --- */

static ForeDeck *
parse (const char *text, ForeDeck *before)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return fore_deck_parse (bytes, before);
}

void
speaker_fixture_open (SpeakerFixture *self, const char *text, int width, int height)
{
  g_autoptr (ForeDeck) deck = parse (text, NULL);

  self->talk = fore_talk_new (deck, self->clock);
  self->speaker = FORE_SPEAKER (
    fore_speaker_new (NULL, self->talk, self->assets, NULL, self->settings));
  add_actions (self);
  gtk_window_set_default_size (GTK_WINDOW (self->speaker), width, height);
  gtk_window_present (GTK_WINDOW (self->speaker));
  speaker_fixture_settle (self);
}

void
speaker_fixture_edit (SpeakerFixture *self, const char *text)
{
  g_autoptr (ForeDeck) deck = parse (text, fore_talk_get_deck (self->talk));

  fore_talk_set_deck (self->talk, deck);
}

void
speaker_fixture_advance (SpeakerFixture *self, int seconds)
{
  fore_clock_advance (self->clock, (gint64) seconds * G_USEC_PER_SEC);
  fore_talk_tick (self->talk);
}

static gboolean
is_settled (ForeSlideCard *card)
{
  return card == NULL || fore_stage_get_settled (fore_slide_card_get_stage (card));
}

void
speaker_fixture_settle (SpeakerFixture *self)
{
  wait_until (is_settled (fore_speaker_get_current_card (self->speaker)) &&
              is_settled (fore_speaker_get_next_card (self->speaker)) &&
              is_settled (fore_speaker_get_audience_card (self->speaker)));
}

void
speaker_fixture_act (SpeakerFixture *self, const char *name)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->speaker), name, NULL));
}

static GtkWidget *
find (GtkWidget *root, GType type, const char *property, const char *text)
{
  if (!gtk_widget_get_visible (root))
    return NULL;
  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type)) {
    g_autofree char *value = NULL;

    if (property == NULL)
      return root;
    g_object_get (root, property, &value, NULL);
    if (g_strcmp0 (value, text) == 0)
      return root;
  }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find (child, type, property, text);

    if (found != NULL)
      return found;
  }
  return NULL;
}

GtkWidget *
speaker_fixture_find (SpeakerFixture *self,
                      GType type,
                      const char *property,
                      const char *text)
{
  return find (GTK_WIDGET (self->speaker), type, property, text);
}

static void
reset_settings (GSettings *settings)
{
  static const char *const keys[] = { "speaker-layout", "speaker-splits", "notes-scale" };

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (settings, keys[i]);
}

/* What is on its way to a page may hold on to things until it has come to its end. */
static void
release (gpointer object)
{
  gpointer left = object;

  g_object_add_weak_pointer (object, &left);
  g_object_unref (object);
  wait_until (left == NULL);
}

void
speaker_fixture_tear_down (SpeakerFixture *self, gconstpointer data)
{
  gpointer speaker = self->speaker;
  g_autofree char *cache = g_build_filename (self->path, ".cache", NULL);

  g_object_add_weak_pointer (speaker, &speaker);
  gtk_window_destroy (GTK_WINDOW (self->speaker));
  wait_until (speaker == NULL);
  release (g_steal_pointer (&self->actions));
  release (g_steal_pointer (&self->talk));
  release (g_steal_pointer (&self->assets));
  g_clear_object (&self->clock);
  reset_settings (self->settings);
  g_clear_object (&self->settings);
  g_rmdir (cache);
  g_rmdir (self->path);
  g_clear_pointer (&self->path, g_free);
}
