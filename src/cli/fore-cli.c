/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-cli.h"

#include "fore-diagnostic.h"
#include "fore-file-write.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static void
complain (const char *format, va_list arguments)
{
  g_autofree char *message = g_strdup_vprintf (format, arguments);

  g_printerr ("%s: %s\n", FORE_COMMAND, message);
}

int
fore_cli_fail (const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  complain (format, arguments);
  va_end (arguments);

  return FORE_CLI_FAILED;
}

int
fore_cli_misuse (const char *command, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  complain (format, arguments);
  va_end (arguments);
  g_printerr (_ ("Try “%s %s --help” to see how it is used.\n"), FORE_COMMAND, command);

  return FORE_CLI_MISUSED;
}

static GBytes *
read_standard_input (GError **error)
{
  GByteArray *data = g_byte_array_new ();
  guint8 buffer[65536];
  gssize n;

  while ((n = read (STDIN_FILENO, buffer, sizeof buffer)) != 0) {
    if (n < 0 && errno == EINTR)
      continue;
    if (n < 0) {
      g_set_error (error, G_IO_ERROR, (int) g_io_error_from_errno (errno),
                   _ ("Standard input could not be read: %s"), g_strerror (errno));
      g_byte_array_unref (data);
      return NULL;
    }
    g_byte_array_append (data, buffer, (guint) n);
  }

  return g_byte_array_free_to_bytes (data);
}

GBytes *
fore_cli_read (const char *name, GError **error)
{
  char *data;
  gsize length;

  if (strcmp (name, "-") == 0)
    return read_standard_input (error);
  if (!g_file_get_contents (name, &data, &length, error))
    return NULL;

  return g_bytes_new_take (data, length);
}

gboolean
fore_cli_write (const char *name, GBytes *bytes, GError **error)
{
  g_autoptr (GFile) file = NULL;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (strcmp (name, "-") != 0) {
    file = g_file_new_for_commandline_arg (name);
    return fore_file_write (file, bytes, NULL, g_get_user_cache_dir (), NULL, NULL,
                            error);
  }
  if (fwrite (data, 1, length, stdout) == length && fflush (stdout) == 0)
    return TRUE;
  g_set_error (error, G_IO_ERROR, (int) g_io_error_from_errno (errno),
               _ ("Standard output could not be written: %s"), g_strerror (errno));

  return FALSE;
}

static const char *
get_severity_name (ForeSeverity severity)
{
  switch (severity) {
  case FORE_SEVERITY_ERROR:
    return _ ("error");
  case FORE_SEVERITY_WARNING:
    return _ ("warning");
  case FORE_SEVERITY_INFO:
  default:
    return _ ("note");
  }
}

void
fore_cli_report (const char *name, ForeDeck *deck)
{
  g_autoptr (GPtrArray) diagnostics = fore_deck_dup_diagnostics (deck);

  for (guint i = 0; i < diagnostics->len; i++) {
    const ForeDiagnostic *diagnostic = g_ptr_array_index (diagnostics, i);

    /* Notes on what HedgeDoc would do otherwise are for the one who writes. */
    if (fore_diagnostic_get_severity (diagnostic) < FORE_SEVERITY_WARNING)
      continue;
    g_printerr ("%s:%u:%u: %s: %s [%s]\n", name, fore_diagnostic_get_line (diagnostic),
                MAX (fore_diagnostic_get_column (diagnostic), 1),
                get_severity_name (fore_diagnostic_get_severity (diagnostic)),
                fore_diagnostic_get_message (diagnostic),
                fore_diagnostic_get_rule (diagnostic));
  }
}

const char *
fore_cli_get_program (void)
{
  /* Set when the program runs from its build folder. */
  const char *program = g_getenv ("FOREDECK_DESKTOP");

  return program != NULL && *program != '\0' ? program : FORE_DESKTOP;
}

int
fore_cli_hand_over (char **argv)
{
  const char *program = fore_cli_get_program ();

  execv (program, argv);

  return fore_cli_fail (_ ("The program with windows could not be started: %s: %s"),
                        program, g_strerror (errno));
}
