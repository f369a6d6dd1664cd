/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ForeError:
 * @FORE_ERROR_OUTSIDE: a file outside the deck's folder was asked for
 * @FORE_ERROR_NOT_ALLOWED: the host of an address is not one the user allowed
 * @FORE_ERROR_PRIVATE: an address leads to a loopback or private network
 * @FORE_ERROR_LIMIT: something is larger, slower or longer than the stated limit
 * @FORE_ERROR_FETCH: a remote asset could not be fetched
 * @FORE_ERROR_UNREACHABLE: a host does not answer
 * @FORE_ERROR_PAGE: a page did not do what it was asked to do
 * @FORE_ERROR_INCOMPLETE: an export would lack something, and was told to be strict
 * @FORE_ERROR_CHANGED: a file was changed by somebody else in the meantime
 *
 * What can go wrong outside of a deck that no error domain of GLib says better. Each
 * message is a translated sentence that names the file or address.
 */
typedef enum {
  FORE_ERROR_OUTSIDE,
  FORE_ERROR_NOT_ALLOWED,
  FORE_ERROR_PRIVATE,
  FORE_ERROR_LIMIT,
  FORE_ERROR_FETCH,
  FORE_ERROR_UNREACHABLE,
  FORE_ERROR_PAGE,
  FORE_ERROR_INCOMPLETE,
  FORE_ERROR_CHANGED,
} ForeError;

#define FORE_ERROR (fore_error_quark ())

GQuark fore_error_quark (void);

G_END_DECLS
