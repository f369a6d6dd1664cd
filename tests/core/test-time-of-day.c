/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-time-of-day.h"

static void
test_read (void)
{
  const struct {
    const char *text;
    int hour;
    int minute;
  } times[] = {
    { "14:30", 14, 30 }, { "9:05", 9, 5 },    { "09.05", 9, 5 },
    { "00:00", 0, 0 },   { "23:59", 23, 59 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (times); i++) {
    int hour, minute;

    g_assert_true (fore_time_of_day_parse (times[i].text, &hour, &minute));
    g_assert_cmpint (hour, ==, times[i].hour);
    g_assert_cmpint (minute, ==, times[i].minute);
  }
}

static void
test_refuse (void)
{
  const char *const texts[] = { "",      "14",   "14:",    ":30",   "24:00",
                                "12:60", "12:5", "12:305", "1:2:3", "-1:30",
                                "12:3x", "soon", " 12:30", "112:30" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
    int hour = -2, minute = -2;

    g_assert_false (fore_time_of_day_parse (texts[i], &hour, &minute));
    g_assert_cmpint (hour, ==, -2);
    g_assert_cmpint (minute, ==, -2);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/time-of-day/read", test_read);
  g_test_add_func ("/time-of-day/refuse", test_refuse);
  return g_test_run ();
}
