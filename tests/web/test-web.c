/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* Runs the test functions of one JavaScript module, each as a case of its own on a fresh
 * stage page. The modules lie among our own, so that the page's policy lets them in. */

#include "fore-assets.h"
#include "fore-scheme.h"
#include "fore-web.h"

#include <glib/gstdio.h>
#include <gtk/gtk.h>

typedef struct {
  char *file;
  char *folder;
  char *picture;
  ForeAssets *assets;
  GtkWidget *window;
  WebKitWebView *view;
  GPtrArray *troubles;
  gboolean ready;
} Harness;

typedef struct {
  Harness *harness;
  char *name;
} Case;

static void
case_free (gpointer data)
{
  Case *self = data;

  g_free (self->name);
  g_free (self);
}

/* --- the page
 * -------------------------------------------------------------------------------- */

static void
message_cb (WebKitUserContentManager *manager, JSCValue *message, Harness *self)
{
  g_autoptr (JSCValue) type = jsc_value_object_get_property (message, "type");
  g_autofree char *name = jsc_value_to_string (type);

  if (g_str_equal (name, "ready")) {
    self->ready = TRUE;
  } else if (g_str_equal (name, "trouble")) {
    g_autoptr (JSCValue) text = jsc_value_object_get_property (message, "text");

    g_ptr_array_add (self->troubles, jsc_value_to_string (text));
  }
}

static void
terminated_cb (void)
{
  g_error ("The web process died");
}

static void
refused_cb (const char *host, gpointer user_data)
{
  Harness *self = user_data;

  g_ptr_array_add (self->troubles, g_strconcat ("asked for ", host, NULL));
}

/* A picture whose name is awkward in addresses. */
static void
write_picture (Harness *self)
{
  static const char drawing[] =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"8\" height=\"8\"/>";

  self->picture = g_build_filename (self->folder, "a,b 100%25&c.svg", NULL);
  g_assert_true (g_file_set_contents (self->picture, drawing, -1, NULL));
}

static void
asset_cb (const char *address, const char *trouble, gpointer user_data)
{
}

static void
make_view (Harness *self)
{
  g_autofree char *cache_path = g_build_filename (self->folder, ".cache", NULL);
  g_autoptr (ForeAssetCache) cache = fore_asset_cache_new (cache_path);
  g_autoptr (GFile) folder = g_file_new_for_path (self->folder);
  static const ForeSchemeHandlers handlers = { refused_cb, asset_cb };
  WebKitUserContentManager *manager;

  self->assets = fore_assets_new (cache);
  fore_assets_set_folder (self->assets, folder);
  self->view = fore_web_view_new (NULL);
  fore_scheme_attach (self->view, self->assets, &handlers, self);
  manager = webkit_web_view_get_user_content_manager (self->view);
  g_signal_connect (manager, "script-message-received::foredeck", G_CALLBACK (message_cb),
                    self);
  g_signal_connect (self->view, "web-process-terminated", G_CALLBACK (terminated_cb),
                    NULL);
  webkit_user_content_manager_register_script_message_handler (manager, "foredeck", NULL);

  self->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), 960, 700);
  gtk_window_set_child (GTK_WINDOW (self->window), GTK_WIDGET (self->view));
  gtk_window_present (GTK_WINDOW (self->window));
}

static void
load_page (Harness *self)
{
  self->ready = FALSE;
  g_ptr_array_set_size (self->troubles, 0);
  fore_web_load_page (self->view);
  while (!self->ready)
    g_main_context_iteration (NULL, TRUE);
}

/* --- the cases
 * ------------------------------------------------------------------------------- */

typedef struct {
  gboolean done;
  char *text;
} Answer;

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Answer *answer = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (JSCValue) value = webkit_web_view_call_async_javascript_function_finish (
    WEBKIT_WEB_VIEW (source), result, &error);

  answer->done = TRUE;
  answer->text = value != NULL ? jsc_value_to_string (value) : g_strdup (error->message);
}

/* Runs @body in the page, with the test module loaded. Takes @arguments if floating. */
static char *
ask_page (Harness *self, const char *body, GVariant *arguments)
{
  static const char load[] = "await new Promise ((resolve, reject) => {"
                             "  const script = document.createElement ('script');"
                             "  script.type = 'module';"
                             "  script.src = `tests/${file}`;"
                             "  script.onload = resolve;"
                             "  script.onerror = () => reject (`${file} is no module`);"
                             "  document.head.append (script);"
                             "});";
  g_autofree char *code = g_strconcat (load, body, NULL);
  Answer answer = { 0 };

  load_page (self);
  webkit_web_view_call_async_javascript_function (self->view, code, -1, arguments, NULL,
                                                  "test-web", NULL, answered_cb, &answer);
  while (!answer.done)
    g_main_context_iteration (NULL, TRUE);

  return answer.text;
}

static void
run_case (gconstpointer data)
{
  const Case *self = data;
  Harness *harness = self->harness;
  g_autoptr (GVariantDict) arguments = g_variant_dict_new (NULL);
  g_autofree char *complaint = NULL;

  g_variant_dict_insert (arguments, "file", "s", harness->file);
  g_variant_dict_insert (arguments, "name", "s", self->name);
  g_variant_dict_insert (arguments, "seed", "u", (guint32) g_test_rand_int ());
  complaint = ask_page (harness, "return await webTests.run (name, seed);",
                        g_variant_dict_end (arguments));

  if (*complaint != '\0') {
    g_auto (GStrv) parts = g_strsplit (complaint, "\n", 2);

    g_test_fail_printf ("%s", parts[0]);
    if (parts[1] != NULL)
      g_test_message ("%s", parts[1]);
  }
  for (guint i = 0; i < harness->troubles->len; i++)
    g_test_fail_printf ("%s", (char *) g_ptr_array_index (harness->troubles, i));
}

static void
add_case (Harness *self, const char *name)
{
  g_autofree char *module = g_strndup (self->file, strcspn (self->file, "."));
  g_autofree char *path = g_strdup_printf ("/web/%s/%s", module, name);
  Case *added = g_new0 (Case, 1);

  g_strdelimit (path, " ", '-');
  added->harness = self;
  added->name = g_strdup (name);
  g_test_add_data_func_full (path, added, run_case, case_free);
}

static void
add_cases (Harness *self)
{
  g_autoptr (GVariantDict) arguments = g_variant_dict_new (NULL);
  g_autofree char *names = NULL;
  g_auto (GStrv) list = NULL;

  g_variant_dict_insert (arguments, "file", "s", self->file);
  names = ask_page (self, "return webTests.names ().join ('\\n');",
                    g_variant_dict_end (arguments));
  if (self->troubles->len > 0)
    g_error ("%s: %s", self->file, (char *) self->troubles->pdata[0]);

  list = g_strsplit (names, "\n", -1);
  for (guint i = 0; list[i] != NULL; i++)
    add_case (self, list[i]);
}

static void
lay_tests_among_modules (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "web", NULL);
  g_autofree char *overlay = g_strconcat ("/io/github/foredeck/web/tests=", folder, NULL);

  g_setenv ("G_RESOURCE_OVERLAYS", overlay, TRUE);
}

int
main (int argc, char **argv)
{
  Harness harness = { .troubles = g_ptr_array_new_with_free_func (g_free) };
  int status;

  g_test_init (&argc, &argv, NULL);
  /* Where freed memory is overwritten, the web process dies in Mesa's software renderer
   * when pages follow each other. */
  g_unsetenv ("MALLOC_PERTURB_");
  lay_tests_among_modules ();
  gtk_init ();
  g_assert_cmpint (argc, ==, 2);

  harness.file = argv[1];
  harness.folder = g_dir_make_tmp ("fore-web-XXXXXX", NULL);
  write_picture (&harness);
  make_view (&harness);
  add_cases (&harness);
  status = g_test_run ();

  gtk_window_destroy (GTK_WINDOW (harness.window));
  g_clear_object (&harness.assets);
  g_unlink (harness.picture);
  g_rmdir (harness.folder);
  g_free (harness.picture);
  g_free (harness.folder);
  g_ptr_array_unref (harness.troubles);

  return status;
}
