/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* A server for a display that nobody sees. Xvfb finds a free number for itself, says it
 * through a pipe when it can be used, and lets in only who knows a cookie. Compositors
 * get a folder of their own for their socket, and can be used when that is there.
 * Whatever becomes of us, the kernel ends them with us. */

#include "fore-headless.h"

#include "fore-cli.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#define DISPLAY_PIPE 3
#define COOKIE_LENGTH 16

typedef struct {
  GSubprocess *server;
  char *folder; /* of sockets and cookies */
  char **environment;
} Headless;

static void
headless_clear (Headless *self)
{
  g_autoptr (GDir) folder = NULL;
  const char *name;

  if (self->server != NULL) {
    g_subprocess_send_signal (self->server, SIGTERM);
    /* It has nothing to say any more that we could act on. */
    g_subprocess_wait (self->server, NULL, NULL);
    g_clear_object (&self->server);
  }
  if (self->folder != NULL)
    folder = g_dir_open (self->folder, 0, NULL);
  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL) {
    g_autofree char *path = g_build_filename (self->folder, name, NULL);

    g_unlink (path);
  }
  if (self->folder != NULL)
    g_rmdir (self->folder);
  g_clear_pointer (&self->folder, g_free);
  g_clear_pointer (&self->environment, g_strfreev);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Headless, headless_clear)

/* --- is there a display? --- */

static gboolean
can_connect (const char *path, gboolean is_abstract)
{
  struct sockaddr_un address = { .sun_family = AF_UNIX };
  gsize length = strlen (path);
  gsize at = is_abstract ? 1 : 0;
  int fd;
  gboolean connected;

  if (length + at >= sizeof address.sun_path)
    return FALSE;
  memcpy (address.sun_path + at, path, length);
  fd = socket (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (fd < 0)
    return FALSE;
  connected = connect (fd, (struct sockaddr *) &address,
                       (socklen_t) (G_STRUCT_OFFSET (struct sockaddr_un, sun_path) + at +
                                    length)) == 0;
  close (fd);
  return connected;
}

static gboolean
has_wayland (void)
{
  const char *name = g_getenv ("WAYLAND_DISPLAY");
  const char *folder = g_getenv ("XDG_RUNTIME_DIR");
  g_autofree char *path = NULL;

  if (name == NULL || *name == '\0')
    return FALSE;
  if (!g_path_is_absolute (name) && folder == NULL)
    return FALSE;
  path =
    g_path_is_absolute (name) ? g_strdup (name) : g_build_filename (folder, name, NULL);
  return can_connect (path, FALSE);
}

static gboolean
has_x11 (void)
{
  const char *name = g_getenv ("DISPLAY");
  const char *colon = name != NULL ? strrchr (name, ':') : NULL;
  g_autofree char *path = NULL;

  if (colon == NULL)
    return FALSE;
  /* On another computer; GTK will tell. */
  if (colon != name && !g_str_has_prefix (name, "unix:"))
    return TRUE;
  path = g_strdup_printf ("/tmp/.X11-unix/X%d", atoi (colon + 1));
  return can_connect (path, TRUE) || can_connect (path, FALSE);
}

/* --- starting one --- */

static void
end_with_parent (gpointer user_data)
{
  prctl (PR_SET_PDEATHSIG, SIGTERM);
}

static GSubprocessLauncher *
create_launcher (GSubprocessFlags flags)
{
  GSubprocessLauncher *launcher = g_subprocess_launcher_new (flags);

  g_subprocess_launcher_set_child_setup (launcher, end_with_parent, NULL, NULL);
  return launcher;
}

static gboolean
make_folder (Headless *self)
{
  g_autofree char *template =
    g_build_filename (g_get_user_runtime_dir (), "foredeck-XXXXXX", NULL);

  /* The runtime folder is only said to be there. */
  if (g_mkdtemp (template) != NULL)
    self->folder = g_steal_pointer (&template);
  else
    self->folder = g_dir_make_tmp ("foredeck-XXXXXX", NULL);
  return self->folder != NULL;
}

static void
append_counted (GByteArray *data, const char *bytes, guint16 length)
{
  guint16 big = GUINT16_TO_BE (length);

  g_byte_array_append (data, (const guint8 *) &big, sizeof big);
  g_byte_array_append (data, (const guint8 *) bytes, length);
}

/* The form of .Xauthority: an entry for any host and any number. */
static char *
write_cookie (Headless *self)
{
  static const char protocol[] = "MIT-MAGIC-COOKIE-1";
  g_autofree char *path = g_build_filename (self->folder, "cookie", NULL);
  g_autoptr (GByteArray) data = g_byte_array_new ();
  const guint8 wild[] = { 0xff, 0xff };
  guint8 cookie[COOKIE_LENGTH];
  int fd = open ("/dev/urandom", O_RDONLY | O_CLOEXEC);
  gboolean random = fd >= 0 && read (fd, cookie, sizeof cookie) == sizeof cookie;

  if (fd >= 0)
    close (fd);
  g_byte_array_append (data, wild, sizeof wild);
  append_counted (data, "", 0);
  append_counted (data, "", 0);
  append_counted (data, protocol, strlen (protocol));
  append_counted (data, (const char *) cookie, sizeof cookie);
  if (!random || !g_file_set_contents_full (path, (const char *) data->data, data->len,
                                            G_FILE_SET_CONTENTS_NONE, 0600, NULL))
    return NULL;
  return g_steal_pointer (&path);
}

/* Returns: what was said before the other end was closed. */
static char *
read_line (int fd)
{
  GString *line = g_string_new (NULL);
  char letter;
  gssize n;

  while ((n = read (fd, &letter, 1)) != 0 && letter != '\n') {
    if (n < 0 && errno != EINTR)
      break;
    if (n > 0)
      g_string_append_c (line, letter);
  }
  return g_string_free (line, FALSE);
}

static gboolean
start_xvfb (Headless *self)
{
  g_autoptr (GSubprocessLauncher) launcher = create_launcher (
    G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_autofree char *cookie = write_cookie (self);
  g_autofree char *number = NULL;
  g_autofree char *display = NULL;
  int ends[2];

  if (cookie == NULL || pipe2 (ends, O_CLOEXEC) < 0)
    return FALSE;
  g_subprocess_launcher_take_fd (launcher, ends[1], DISPLAY_PIPE);
  /* That it cannot be started is one more reason to try the next. */
  self->server = g_subprocess_launcher_spawn (
    launcher, NULL, "Xvfb", "-displayfd", G_STRINGIFY (DISPLAY_PIPE), "-auth", cookie,
    "-screen", "0", "1280x1024x24", "-nolisten", "tcp", "-noreset", NULL);
  g_subprocess_launcher_close (launcher);
  number = self->server != NULL ? read_line (ends[0]) : g_strdup ("");
  close (ends[0]);
  if (*number == '\0')
    return FALSE;

  display = g_strconcat (":", number, NULL);
  self->environment = g_environ_setenv (g_get_environ (), "DISPLAY", display, TRUE);
  self->environment = g_environ_setenv (self->environment, "XAUTHORITY", cookie, TRUE);
  self->environment = g_environ_setenv (self->environment, "GDK_BACKEND", "x11", TRUE);
  self->environment = g_environ_unsetenv (self->environment, "WAYLAND_DISPLAY");
  return TRUE;
}

typedef struct {
  GMainLoop *loop;
  char *socket; /* NULL if it ended */
} Watch;

static void
created_cb (
  GFileMonitor *monitor, GFile *file, GFile *other, GFileMonitorEvent event, Watch *watch)
{
  g_autofree char *name = g_file_get_basename (file);

  if (event != G_FILE_MONITOR_EVENT_CREATED || watch->socket != NULL ||
      !g_str_has_prefix (name, "wayland-") || g_str_has_suffix (name, ".lock"))
    return;
  watch->socket = g_steal_pointer (&name);
  g_main_loop_quit (watch->loop);
}

static void
ended_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Watch *watch = user_data;

  /* Cancelled: it runs. Else that it ended is all there is to know. */
  if (g_subprocess_wait_finish (G_SUBPROCESS (source), result, NULL))
    g_main_loop_quit (watch->loop);
}

static gboolean
start_compositor (Headless *self, const char *const *command)
{
  g_autoptr (GSubprocessLauncher) launcher = create_launcher (
    G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_autoptr (GFile) folder = g_file_new_for_path (self->folder);
  g_autoptr (GFileMonitor) monitor =
    g_file_monitor_directory (folder, G_FILE_MONITOR_NONE, NULL, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  Watch watch = { .loop = loop };

  g_subprocess_launcher_setenv (launcher, "XDG_RUNTIME_DIR", self->folder, TRUE);
  g_subprocess_launcher_unsetenv (launcher, "WAYLAND_DISPLAY");
  g_subprocess_launcher_unsetenv (launcher, "DISPLAY");
  /* What sway asks for; the others do not know them. */
  g_subprocess_launcher_setenv (launcher, "WLR_BACKENDS", "headless", TRUE);
  g_subprocess_launcher_setenv (launcher, "WLR_RENDERER", "pixman", TRUE);
  g_subprocess_launcher_setenv (launcher, "WLR_LIBINPUT_NO_DEVICES", "1", TRUE);
  /* That it cannot be started is one more reason to try the next. */
  self->server = g_subprocess_launcher_spawnv (launcher, command, NULL);
  if (monitor == NULL || self->server == NULL)
    return FALSE;

  g_signal_connect (monitor, "changed", G_CALLBACK (created_cb), &watch);
  g_subprocess_wait_async (self->server, cancellable, ended_cb, &watch);
  g_main_loop_run (loop);
  g_signal_handlers_disconnect_by_data (monitor, &watch);
  g_cancellable_cancel (cancellable);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  if (watch.socket == NULL)
    return FALSE;

  self->environment =
    g_environ_setenv (g_get_environ (), "XDG_RUNTIME_DIR", self->folder, TRUE);
  self->environment =
    g_environ_setenv (self->environment, "WAYLAND_DISPLAY", watch.socket, TRUE);
  self->environment =
    g_environ_setenv (self->environment, "GDK_BACKEND", "wayland", TRUE);
  g_free (watch.socket);
  return TRUE;
}

static gboolean
start (Headless *self)
{
  static const char *const compositors[][5] = {
    { "weston", "--backend=headless-backend.so", "--idle-time=0", "--no-config" },
    { "sway", "--config", "/dev/null" },
  };

  if (!make_folder (self))
    return FALSE;
  if (start_xvfb (self))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (compositors); i++) {
    g_clear_object (&self->server);
    if (start_compositor (self, compositors[i]))
      return TRUE;
  }
  g_clear_object (&self->server);
  return FALSE;
}

static int
run_in (Headless *self, char **argv)
{
  g_autoptr (GSubprocessLauncher) launcher = NULL;
  g_autoptr (GSubprocess) program = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char **words = NULL;

  words = g_memdup2 (argv, sizeof (char *) * (g_strv_length (argv) + 1));
  words[0] = (char *) fore_cli_get_program ();
  launcher = create_launcher (G_SUBPROCESS_FLAGS_STDIN_INHERIT);
  g_subprocess_launcher_set_environ (launcher, self->environment);
  program = g_subprocess_launcher_spawnv (launcher, (const char *const *) words, &error);
  if (program == NULL || !g_subprocess_wait (program, NULL, &error))
    return fore_cli_fail (_ ("The program with windows could not be started: %s"),
                          error->message);
  return g_subprocess_get_if_exited (program) ? g_subprocess_get_exit_status (program)
                                              : FORE_CLI_FAILED;
}

gboolean
fore_headless_try (char **argv, int *status)
{
  g_auto (Headless) headless = { NULL };

  g_return_val_if_fail (argv != NULL && argv[0] != NULL, FALSE);
  g_return_val_if_fail (status != NULL, FALSE);

  if (has_wayland () || has_x11 ())
    *status = fore_cli_hand_over (argv);
  else if (start (&headless))
    *status = run_in (&headless, argv);
  else
    return FALSE;
  return TRUE;
}

int
fore_headless_hand_over (char **argv)
{
  int status;

  g_return_val_if_fail (argv != NULL && argv[0] != NULL, FORE_CLI_FAILED);

  if (!fore_headless_try (argv, &status))
    return fore_cli_fail (_ (
      "To draw slides takes a display, and there is none here. Install Xvfb (in Debian "
      "the package “xvfb”), and one will be started whenever it is needed."));
  return status;
}
