/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ForeRecentDeck:
 *
 * A deck that was open lately. Immutable.
 *
 * Properties, read only: `file` (GFile), `title`, `folder`, `when` (strings for people).
 */
#define FORE_TYPE_RECENT_DECK (fore_recent_deck_get_type ())

G_DECLARE_FINAL_TYPE (ForeRecentDeck, fore_recent_deck, FORE, RECENT_DECK, GObject)

GFile *fore_recent_deck_get_file (ForeRecentDeck *self);
const char *fore_recent_deck_get_title (ForeRecentDeck *self);

/**
 * ForeRecents:
 *
 * The decks that were open lately, newest first, as a [iface@Gio.ListModel] of
 * [class@RecentDeck]. Files that are gone are left out.
 */
#define FORE_TYPE_RECENTS (fore_recents_get_type ())

G_DECLARE_FINAL_TYPE (ForeRecents, fore_recents, FORE, RECENTS, GObject)

#define FORE_RECENTS_MAX 10

/**
 * fore_recents_new:
 * @manager: the desktop's list of recent files
 */
ForeRecents *fore_recents_new (GtkRecentManager *manager) G_GNUC_WARN_UNUSED_RESULT;

/**
 * fore_recents_add:
 * @title: (nullable): the deck's title
 *
 * Tells the desktop that the user has opened or saved a deck.
 */
void fore_recents_add (ForeRecents *self, GFile *file, const char *title);

/**
 * fore_recents_describe_folder:
 *
 * Returns: (transfer full): the folder that @file lies in, for people: the home folder is
 *   a tilde
 */
char *fore_recents_describe_folder (GFile *file);

void fore_recents_remove (ForeRecents *self, GFile *file);

G_END_DECLS
