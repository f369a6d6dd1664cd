/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-error.h"

G_DEFINE_QUARK (fore - error - quark, fore_error)
