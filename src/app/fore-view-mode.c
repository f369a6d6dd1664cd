/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-view-mode.h"

G_DEFINE_ENUM_TYPE (ForeViewMode,
                    fore_view_mode,
                    G_DEFINE_ENUM_VALUE (FORE_VIEW_SOURCE, "source"),
                    G_DEFINE_ENUM_VALUE (FORE_VIEW_BOTH, "both"),
                    G_DEFINE_ENUM_VALUE (FORE_VIEW_SLIDES, "slides"))

G_DEFINE_ENUM_TYPE (ForePage,
                    fore_page,
                    G_DEFINE_ENUM_VALUE (FORE_PAGE_LIST, "list"),
                    G_DEFINE_ENUM_VALUE (FORE_PAGE_SOURCE, "source"),
                    G_DEFINE_ENUM_VALUE (FORE_PAGE_PREVIEW, "preview"))
