/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-talk.h"

G_BEGIN_DECLS

#define FRAGMENT " <!-- .element: class=\"fragment\" -->"
#define HIDDEN "<!-- .slide: data-visibility=\"hidden\" -->\n\n"
#define UNCOUNTED "<!-- .slide: data-visibility=\"uncounted\" -->\n\n"

ForeDeck *parse (const char *text);

/* A clock that stands at noon. */
ForeClock *clock_new (void);

ForeTalk *talk_new (const char *text);

/* Lets time pass, and the talk look at the clock. */
void pass (ForeTalk *talk, gint64 seconds);

void edit (ForeTalk *talk, const char *text);

G_END_DECLS
