/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-show-private.h"

#include "fore-splice.h"

#include <stdio.h>

/* The commands of a show. Keys, buttons, menus, remotes and tests all go by their names;
 * which keys they have stands in fore-show-commands.c. */

/* --- Moves --- */

static const struct {
  const char *name;
  gboolean (*move) (ForeTalk *talk);
} moves[] = {
  { "next", fore_talk_next },
  { "previous", fore_talk_previous },
  { "next-slide", fore_talk_next_slide },
  { "previous-slide", fore_talk_previous_slide },
  { "right", fore_talk_right },
  { "left", fore_talk_left },
  { "up", fore_talk_up },
  { "down", fore_talk_down },
  { "first", fore_talk_first },
  { "last", fore_talk_last },
  { "next-section", fore_talk_next_section },
  { "previous-section", fore_talk_previous_section },
  { "back", fore_talk_go_back },
  { "forward", fore_talk_go_forward },
};

static void
move_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ForeShow *self = user_data;
  const char *name = g_action_get_name (G_ACTION (action));

  for (gsize i = 0; i < G_N_ELEMENTS (moves); i++) {
    if (g_str_equal (moves[i].name, name))
      moves[i].move (self->talk);
  }
}

static void
go_to_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ForeShow *self = user_data;
  guint index;

  if (fore_talk_find (self->talk, g_variant_get_string (parameter, NULL), &index))
    fore_talk_go_to (self->talk, index, 0);
}

static void
bookmark_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ForeShow *self = user_data;

  g_clear_pointer (&self->marked_deck, fore_deck_unref);
  self->marked_deck = fore_deck_ref (fore_talk_get_deck (self->talk));
  self->marked_index = fore_talk_get_index (self->talk);
  fore_show_update_actions (self);
}

static void
go_to_bookmark_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ForeShow *self = user_data;
  ForeDeck *deck = fore_talk_get_deck (self->talk);
  ForeSplice splice = fore_splice_between (self->marked_deck, deck);

  fore_talk_go_to (
    self->talk,
    fore_splice_move_index (&splice, self->marked_index, fore_deck_get_n_slides (deck)),
    0);
}

/* --- The picture --- */

static const struct {
  const char *name;
  ForePicture picture;
} pictures[] = {
  { "black", FORE_PICTURE_BLACK },
  { "white", FORE_PICTURE_WHITE },
  { "hide", FORE_PICTURE_HIDDEN },
};

static void
picture_action (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  ForeShow *self = user_data;
  const char *name = g_action_get_name (G_ACTION (action));
  gboolean on = g_variant_get_boolean (value);

  for (gsize i = 0; i < G_N_ELEMENTS (pictures); i++) {
    if (g_str_equal (pictures[i].name, name))
      fore_talk_set_picture (self->talk, on ? pictures[i].picture : FORE_PICTURE_SLIDE);
  }
}

static void
freeze_action (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  ForeShow *self = user_data;

  fore_talk_set_frozen (self->talk, g_variant_get_boolean (value));
}

static void
slide_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ForeShow *self = user_data;

  fore_talk_leave_special (self->talk);
}

static void
hold_edits_action (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  ForeShow *self = user_data;

  fore_talk_set_hold_edits (self->talk, g_variant_get_boolean (value));
}

static void
publish_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ForeShow *self = user_data;

  fore_talk_publish (self->talk);
}

/* --- The timer --- */

static const struct {
  const char *name;
  void (*act) (ForeTimer *timer);
} timer_commands[] = {
  { "timer-start", fore_timer_start },
  { "timer-toggle", fore_timer_toggle },
  { "timer-pause", fore_timer_pause },
  { "timer-resume", fore_timer_resume },
  { "timer-reset", fore_timer_reset },
  { "timer-undo-reset", fore_timer_undo_reset },
  { "timer-display", fore_timer_cycle_display },
};

static void
timer_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ForeShow *self = user_data;
  const char *name = g_action_get_name (G_ACTION (action));

  for (gsize i = 0; i < G_N_ELEMENTS (timer_commands); i++) {
    if (g_str_equal (timer_commands[i].name, name))
      timer_commands[i].act (fore_talk_get_timer (self->talk));
  }
}

static void
timer_elapsed_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ForeShow *self = user_data;

  fore_timer_set_elapsed (fore_talk_get_timer (self->talk),
                          MAX (g_variant_get_int64 (parameter), 0));
}

/* --- Windows --- */

static void
speaker_action (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  fore_show_set_speaker_open (user_data, g_variant_get_boolean (value));
}

static void
swap_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  fore_show_swap (user_data);
}

static void
use_screen_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ForeShow *self = user_data;
  GdkMonitor *monitor = fore_screens_find (gdk_display_get_default (),
                                           g_variant_get_string (parameter, NULL));

  if (monitor != NULL)
    fore_show_use_monitor (self, monitor);
}

static void
full_screen_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  fore_show_toggle_full_screen (user_data);
}

static void
size_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  int width, height;

  if (sscanf (g_variant_get_string (parameter, NULL), "%dx%d", &width, &height) == 2)
    fore_show_resize (user_data, width, height);
}

static void
help_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  fore_show_open_help (user_data);
}

static void
leave_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  fore_show_leave (user_data);
}

static void
end_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  fore_show_end (user_data);
}

static void
open_link_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  fore_show_offer (user_data, NULL, NULL, NULL);
  g_signal_emit_by_name (user_data, "link-activated",
                         g_variant_get_string (parameter, NULL));
}

static void
resume_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  fore_show_offer (user_data, NULL, NULL, NULL);
  g_signal_emit_by_name (user_data, "resume");
}

static const GActionEntry entries[] = {
  { "go-to", go_to_action, "s" },
  { "bookmark", bookmark_action },
  { "go-to-bookmark", go_to_bookmark_action },
  { "black", NULL, NULL, "false", picture_action },
  { "white", NULL, NULL, "false", picture_action },
  { "hide", NULL, NULL, "false", picture_action },
  { "freeze", NULL, NULL, "false", freeze_action },
  { "slide", slide_action },
  { "hold-edits", NULL, NULL, "false", hold_edits_action },
  { "publish", publish_action },
  { "timer-elapsed", timer_elapsed_action, "x" },
  { "speaker", NULL, NULL, "false", speaker_action },
  { "swap", swap_action },
  { "use-screen", use_screen_action, "s" },
  { "full-screen", full_screen_action },
  { "size", size_action, "s" },
  { "help", help_action },
  { "leave", leave_action },
  { "end", end_action },
  { "open-link", open_link_action, "s" },
  { "resume", resume_action },
};

/* --- What they tell --- */

static void
set_state (ForeShow *self, const char *name, gboolean on)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (on));
}

static void
set_enabled (ForeShow *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

void
fore_show_update_actions (ForeShow *self)
{
  ForePicture picture = fore_talk_get_picture (self->talk);

  for (gsize i = 0; i < G_N_ELEMENTS (pictures); i++)
    set_state (self, pictures[i].name, picture == pictures[i].picture);
  set_state (self, "freeze", fore_talk_get_frozen (self->talk));
  set_state (self, "hold-edits", fore_talk_get_hold_edits (self->talk));
  set_state (self, "speaker", self->speaker != NULL);
  set_enabled (self, "back", fore_talk_get_can_go_back (self->talk));
  set_enabled (self, "forward", fore_talk_get_can_go_forward (self->talk));
  set_enabled (self, "publish", fore_talk_get_has_held_edits (self->talk));
  set_enabled (self, "go-to-bookmark", self->marked_deck != NULL);
  set_enabled (self, "swap",
               self->mode == FORE_SHOW_SCREENS && fore_screens_get_n (self->screens) > 1);
  set_enabled (self, "timer-undo-reset",
               fore_timer_get_can_undo_reset (fore_talk_get_timer (self->talk)));
}

static void
watch_talk (ForeShow *self)
{
  const char *const changes[] = { "notify::picture",     "notify::frozen",
                                  "notify::hold-edits",  "notify::has-held-edits",
                                  "notify::can-go-back", "notify::can-go-forward" };

  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    g_signal_connect_object (self->talk, changes[i],
                             G_CALLBACK (fore_show_update_actions), self,
                             G_CONNECT_SWAPPED);
  g_signal_connect_object (fore_talk_get_timer (self->talk), "notify::can-undo-reset",
                           G_CALLBACK (fore_show_update_actions), self,
                           G_CONNECT_SWAPPED);
}

static void
add_simple (ForeShow *self,
            const char *name,
            void (*activate) (GSimpleAction *, GVariant *, gpointer))
{
  const GActionEntry entry = { name, activate };

  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), &entry, 1, self);
}

void
fore_show_add_actions (ForeShow *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (moves); i++)
    add_simple (self, moves[i].name, move_action);
  for (gsize i = 0; i < G_N_ELEMENTS (timer_commands); i++)
    add_simple (self, timer_commands[i].name, timer_action);
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries,
                                   G_N_ELEMENTS (entries), self);
  watch_talk (self);
  fore_show_update_actions (self);
}
