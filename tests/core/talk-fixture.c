/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "talk-fixture.h"

#include <string.h>

ForeDeck *
parse (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return fore_deck_parse (bytes, NULL);
}

ForeClock *
clock_new (void)
{
  g_autoptr (GDateTime) noon = g_date_time_new_utc (2026, 2, 3, 12, 0, 0);

  return fore_clock_new_manual (noon);
}

ForeTalk *
talk_new (const char *text)
{
  g_autoptr (ForeClock) clock = clock_new ();
  g_autoptr (ForeDeck) deck = parse (text);

  return fore_talk_new (deck, clock);
}

void
pass (ForeTalk *talk, gint64 seconds)
{
  fore_clock_advance (fore_talk_get_clock (talk), seconds * G_USEC_PER_SEC);
  fore_talk_tick (talk);
}

void
edit (ForeTalk *talk, const char *text)
{
  g_autoptr (ForeDeck) deck = parse (text);

  fore_talk_set_deck (talk, deck);
}
