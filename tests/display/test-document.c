/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-document.h"
#include "fore-error.h"
#include "fore-file.h"
#include "fore-recovery.h"
#include "fore-text-mirror.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

#define NOBODY 65534

typedef struct {
  char *folder;
  char *path;
  GFile *file;
  ForeDocument *document;
  GtkTextBuffer *buffer;
} Fixture;

typedef gboolean (*FinishFunc) (ForeDocument *, GAsyncResult *, GError **);

typedef struct {
  FinishFunc finish;
  gboolean done;
  GError *error;
} Wait;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("fore-document-XXXXXX", NULL);
  g_assert_nonnull (fixture->folder);
  fixture->path = g_build_filename (fixture->folder, "deck.md", NULL);
  fixture->file = g_file_new_for_path (fixture->path);
  fixture->document = fore_document_new ();
  fixture->buffer = GTK_TEXT_BUFFER (fore_document_get_buffer (fixture->document));
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *child = g_build_filename (path, name, NULL);

    if (g_file_test (child, G_FILE_TEST_IS_DIR) &&
        !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
      remove_folder (child);
    else
      g_unlink (child);
  }
  g_rmdir (path);
}

/* Something may still be on its way to the disk; then the document goes after that. */
static void
finalize (Fixture *fixture)
{
  gpointer weak = fixture->document;

  g_object_add_weak_pointer (weak, &weak);
  g_object_unref (fixture->document);
  while (weak != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  finalize (fixture);
  remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_object_unref (fixture->file);
}

static void
done_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Wait *wait = user_data;
  gboolean ok = wait->finish (FORE_DOCUMENT (object), result, &wait->error);

  g_assert_true (ok == (wait->error == NULL));
  wait->done = TRUE;
}

static GError *
finish (Wait *wait)
{
  while (!wait->done)
    g_main_context_iteration (NULL, TRUE);
  /* All that the answer set off, but for what takes time. */
  while (g_main_context_iteration (NULL, FALSE))
    ;

  return wait->error;
}

static GError *
load_file (Fixture *fixture, GFile *file)
{
  Wait wait = { fore_document_load_finish };

  fore_document_load_async (fixture->document, file, NULL, done_cb, &wait);
  g_assert_true (fore_document_get_busy (fixture->document));

  return finish (&wait);
}

/* In place, as a shell would do it: the inode stays. */
static void
put_bytes (const char *path, const char *bytes, gsize length)
{
  FILE *file = g_fopen (path, "wb");

  g_assert_nonnull (file);
  g_assert_cmpuint (fwrite (bytes, 1, length, file), ==, length);
  g_assert_cmpint (fclose (file), ==, 0);
}

static void
put (const char *path, const char *text)
{
  put_bytes (path, text, strlen (text));
}

static void
load (Fixture *fixture, const char *text)
{
  g_autoptr (GError) error = NULL;

  put (fixture->path, text);
  error = load_file (fixture, fixture->file);
  g_assert_no_error (error);
  g_assert_false (fore_document_get_busy (fixture->document));
}

static GError *
save_to (Fixture *fixture, GFile *file, gboolean overwrite)
{
  Wait wait = { fore_document_save_finish };

  fore_document_save_async (fixture->document, file, overwrite, NULL, done_cb, &wait);

  return finish (&wait);
}

static void
save (Fixture *fixture)
{
  g_autoptr (GError) error = save_to (fixture, NULL, FALSE);

  g_assert_no_error (error);
  g_assert_false (fore_document_get_modified (fixture->document));
}

static void
assert_file (const char *path, const char *text)
{
  g_autofree char *content = NULL;

  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, text);
}

static char *
dup_text (Fixture *fixture)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (fixture->buffer, &start, &end);

  return gtk_text_buffer_get_text (fixture->buffer, &start, &end, TRUE);
}

static void
assert_text (Fixture *fixture, const char *text)
{
  g_autofree char *content = dup_text (fixture);

  g_assert_cmpstr (content, ==, text);
}

static void
type (Fixture *fixture, int offset, const char *text)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (fixture->buffer, &iter, offset);
  gtk_text_buffer_begin_user_action (fixture->buffer);
  gtk_text_buffer_insert (fixture->buffer, &iter, text, -1);
  gtk_text_buffer_end_user_action (fixture->buffer);
}

/* The document sees before the next frame whether that is the text of the file. */
static void
undo (Fixture *fixture)
{
  gtk_text_buffer_undo (fixture->buffer);
  fore_document_update_deck (fixture->document);
}

static void
redo (Fixture *fixture)
{
  gtk_text_buffer_redo (fixture->buffer);
  fore_document_update_deck (fixture->document);
}

static void
notified_cb (ForeDocument *document, GParamSpec *pspec, guint *n_times)
{
  ++*n_times;
}

static void
wait_for_conflict (Fixture *fixture, ForeConflict conflict)
{
  while (fore_document_get_conflict (fixture->document) != conflict)
    g_main_context_iteration (NULL, TRUE);
}

static void
wait_for_text (Fixture *fixture, const char *text)
{
  for (;;) {
    g_autofree char *content = dup_text (fixture);

    if (g_str_equal (content, text))
      return;
    g_main_context_iteration (NULL, TRUE);
  }
}

static guint
count_recovery_files (void)
{
  g_autofree char *folder = fore_recovery_dup_folder ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n_files = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n_files++;

  return n_files;
}

/* --- New, load, edit, save ---------------------------------------------------------- */

static void
test_new (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (fore_document_get_file (fixture->document));
  g_assert_cmpstr (fore_document_get_title (fixture->document), ==, "New deck");
  g_assert_cmpuint (fore_deck_get_n_slides (fore_document_get_deck (fixture->document)),
                    ==, 1);
  g_assert_false (fore_document_get_modified (fixture->document));

  fore_document_set_text (fixture->document, "# From a template\n\n---\n\n# Two\n");
  g_assert_false (fore_document_get_modified (fixture->document));
  g_assert_false (gtk_text_buffer_get_can_undo (fixture->buffer));
  g_assert_cmpstr (fore_document_get_title (fixture->document), ==, "From a template");
  g_assert_cmpuint (fore_deck_get_n_slides (fore_document_get_deck (fixture->document)),
                    ==, 2);

  error = save_to (fixture, fixture->file, FALSE);
  g_assert_no_error (error);
  assert_file (fixture->path, "# From a template\n\n---\n\n# Two\n");
  g_assert_true (
    g_file_equal (fore_document_get_file (fixture->document), fixture->file));
}

static void
test_edit (Fixture *fixture, gconstpointer data)
{
  guint n_decks = 0;

  load (fixture, "one\n");
  g_assert_cmpstr (fore_document_get_title (fixture->document), ==, "deck.md");
  g_assert_false (gtk_text_buffer_get_can_undo (fixture->buffer));
  g_signal_connect (fixture->document, "notify::deck", G_CALLBACK (notified_cb),
                    &n_decks);

  /* Several edits before the frame are one parse. */
  type (fixture, 0, "# Title\n");
  type (fixture, 0, "text\n\n---\n\n");
  g_assert_cmpuint (n_decks, ==, 0);
  g_assert_true (fore_document_get_modified (fixture->document));
  while (n_decks == 0)
    g_main_context_iteration (NULL, TRUE);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (n_decks, ==, 1);
  g_assert_cmpuint (fore_deck_get_n_slides (fore_document_get_deck (fixture->document)),
                    ==, 2);

  type (fixture, 0, "x");
  fore_document_update_deck (fixture->document);
  g_assert_cmpuint (n_decks, ==, 2);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (n_decks, ==, 2);
}

static void
test_very_bytes (Fixture *fixture, gconstpointer data)
{
  static const struct {
    const char *bytes;
    gsize length;
    const char *text;
  } cases[] = {
    { "", 0, "" },
    { "no newline", 10, "no newline" },
    { "\xef\xbb\xbf# A\r\n\r\ntext  \r\n", 18, "# A\n\ntext  \n" },
    { "a\rb\r", 4, "a\nb\n" },
    { "caf\xe9\n\xff\xfe\0z\n", 10, "caf�\n���z\n" },
    { "\xe2\x80\xa9two\xe2\x80\xa8\x0b\x0c\n\xef\xbf\xbc\n", 16,
      "\xe2\x80\xa9two\xe2\x80\xa8\x0b\x0c\n\xef\xbf\xbc\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *content = NULL;
    gsize length;
    GError *error;

    put_bytes (fixture->path, cases[i].bytes, cases[i].length);
    error = load_file (fixture, fixture->file);
    g_assert_no_error (error);
    assert_text (fixture, cases[i].text);

    save (fixture);
    g_assert_true (g_file_get_contents (fixture->path, &content, &length, NULL));
    g_assert_cmpmem (content, length, cases[i].bytes, cases[i].length);
  }
}

static void
test_keeps_form (Fixture *fixture, gconstpointer data)
{
  put (fixture->path, "\xef\xbb\xbf# A\r\ntext\r\n");
  g_assert_no_error (load_file (fixture, fixture->file));
  /* Pasted from a program that has its own mind about line ends. */
  type (fixture, 0, "x\r\ny\rz\n");
  assert_text (fixture, "x\ny\nz\n# A\ntext\n");
  save (fixture);
  assert_file (fixture->path, "\xef\xbb\xbfx\r\ny\r\nz\r\n# A\r\ntext\r\n");
}

static void
test_undo (Fixture *fixture, gconstpointer data)
{
  load (fixture, "one\n");
  type (fixture, 3, " two");
  save (fixture);
  type (fixture, 7, " three");
  g_assert_true (fore_document_get_modified (fixture->document));

  undo (fixture);
  assert_text (fixture, "one two\n");
  g_assert_false (fore_document_get_modified (fixture->document));
  undo (fixture);
  assert_text (fixture, "one\n");
  g_assert_true (fore_document_get_modified (fixture->document));
  g_assert_false (gtk_text_buffer_get_can_undo (fixture->buffer));
  redo (fixture);
  g_assert_false (fore_document_get_modified (fixture->document));
}

/* What is typed while the file is being written is not in it. */
static void
test_type_while_saving (Fixture *fixture, gconstpointer data)
{
  Wait wait = { fore_document_save_finish };

  load (fixture, "one\n");
  type (fixture, 3, " two");
  fore_document_save_async (fixture->document, NULL, FALSE, NULL, done_cb, &wait);
  g_assert_true (fore_document_get_modified (fixture->document));
  type (fixture, 7, " three");
  g_assert_no_error (finish (&wait));

  assert_file (fixture->path, "one two\n");
  g_assert_true (fore_document_get_modified (fixture->document));
  undo (fixture);
  assert_text (fixture, "one two\n");
  g_assert_false (fore_document_get_modified (fixture->document));
}

static void
test_save_twice (Fixture *fixture, gconstpointer data)
{
  Wait first = { fore_document_save_finish };
  Wait second = { fore_document_save_finish };

  load (fixture, "one\n");
  type (fixture, 3, " two");
  fore_document_save_async (fixture->document, NULL, FALSE, NULL, done_cb, &first);
  type (fixture, 7, " three");
  fore_document_save_async (fixture->document, NULL, FALSE, NULL, done_cb, &second);
  g_assert_no_error (finish (&first));
  g_assert_no_error (finish (&second));
  assert_file (fixture->path, "one two three\n");
  g_assert_false (fore_document_get_modified (fixture->document));
}

static void
test_save_as (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "other.md", NULL);
  g_autoptr (GFile) other = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  guint n_files = 0;

  load (fixture, "one\n");
  put (path, "theirs");
  g_signal_connect (fixture->document, "notify::file", G_CALLBACK (notified_cb),
                    &n_files);

  error = save_to (fixture, other, FALSE);
  g_assert_error (error, FORE_ERROR, FORE_ERROR_CHANGED);
  g_assert_true (
    g_file_equal (fore_document_get_file (fixture->document), fixture->file));
  g_clear_error (&error);

  error = save_to (fixture, other, TRUE);
  g_assert_no_error (error);
  g_assert_cmpuint (n_files, ==, 1);
  g_assert_true (g_file_equal (fore_document_get_file (fixture->document), other));
  g_assert_cmpstr (fore_document_get_title (fixture->document), ==, "other.md");

  /* The new file is the one watched. */
  put (path, "two\n");
  wait_for_text (fixture, "two\n");
}

static void
test_cannot_load (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);
  g_autoptr (GError) error = load_file (fixture, fixture->file);

  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "“deck.md”"));
  g_assert_null (fore_document_get_file (fixture->document));
  g_clear_error (&error);

  error = load_file (fixture, folder);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Wait wait = { fore_document_save_finish };

  load (fixture, "one\n");
  type (fixture, 0, "x");
  g_cancellable_cancel (cancellable);
  fore_document_save_async (fixture->document, NULL, FALSE, cancellable, done_cb, &wait);
  g_assert_error (finish (&wait), G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&wait.error);
  g_assert_true (fore_document_get_modified (fixture->document));
  assert_file (fixture->path, "one\n");
}

/* --- When the disk does not do what it should --------------------------------------- */

static void
test_symbolic_link (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "real", NULL);
  g_autofree char *target = g_build_filename (folder, "target.md", NULL);

  g_assert_cmpint (g_mkdir (folder, 0755), ==, 0);
  put (target, "one\n");
  g_assert_cmpint (g_chmod (target, 0604), ==, 0);
  g_assert_cmpint (symlink ("real/target.md", fixture->path), ==, 0);
  g_assert_no_error (load_file (fixture, fixture->file));
  type (fixture, 3, " two");
  save (fixture);

  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_IS_SYMLINK));
  assert_file (target, "one two\n");

  /* Somebody who knows it by its real name is noticed as well. */
  put (target, "three\n");
  wait_for_text (fixture, "three\n");
}

static void
test_full_disk (Fixture *fixture, gconstpointer data)
{
  g_autofree char *disk = g_build_filename (fixture->folder, "disk", NULL);
  g_autofree char *path = g_build_filename (disk, "deck.md", NULL);
  g_autofree char *large = g_strnfill (100 * 1024, 'x');
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir (disk, 0755), ==, 0);
  if (mount ("tmpfs", disk, "tmpfs", 0, "size=64k") < 0) {
    g_test_skip_printf ("A small file system cannot be mounted here: %s",
                        g_strerror (errno));
    return;
  }

  put (path, "one\n");
  g_assert_no_error (load_file (fixture, file));
  type (fixture, 4, large);
  error = save_to (fixture, NULL, FALSE);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_assert_true (g_str_has_prefix (error->message,
                                   "“deck.md” could not be saved: the disk is full. "
                                   "Your text is kept here"));
  g_clear_error (&error);
  assert_file (path, "one\n");
  g_assert_true (fore_document_get_modified (fixture->document));
  g_assert_cmpint (gtk_text_buffer_get_char_count (fixture->buffer), ==, 4 + 100 * 1024);

  undo (fixture);
  type (fixture, 4, "two\n");
  save (fixture);
  assert_file (path, "one\ntwo\n");

  g_assert_cmpint (mount (NULL, disk, NULL, MS_REMOUNT | MS_RDONLY, NULL), ==, 0);
  type (fixture, 0, "zero\n");
  error = save_to (fixture, NULL, FALSE);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_true (fore_document_get_modified (fixture->document));

  error = save_to (fixture, fixture->file, FALSE);
  g_assert_no_error (error);
  assert_file (fixture->path, "zero\none\ntwo\n");
  g_assert_cmpint (umount2 (disk, MNT_DETACH), ==, 0);
}

static void
test_vanished_folder (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "gone", NULL);
  g_autofree char *path = g_build_filename (folder, "deck.md", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir (folder, 0755), ==, 0);
  put (path, "one\n");
  g_assert_no_error (load_file (fixture, file));
  remove_folder (folder);

  error = save_to (fixture, NULL, FALSE);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "its folder is not there any more"));
  g_clear_error (&error);
  wait_for_conflict (fixture, FORE_CONFLICT_GONE);
  g_assert_true (fore_document_get_modified (fixture->document));
  assert_text (fixture, "one\n");

  g_assert_cmpint (g_mkdir (folder, 0755), ==, 0);
  save (fixture);
  assert_file (path, "one\n");
  g_assert_cmpint (fore_document_get_conflict (fixture->document), ==,
                   FORE_CONFLICT_NONE);
}

static void
test_protected (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gboolean is_root = geteuid () == 0;

  load (fixture, "one\n");
  g_assert_cmpint (g_chmod (fixture->path, 0444), ==, 0);
  type (fixture, 0, "x");
  /* Threads that write are not yet there, or follow: glibc changes all of them. */
  if (is_root) {
    g_assert_cmpint (chmod (fixture->folder, 0777), ==, 0);
    g_assert_cmpint (seteuid (NOBODY), ==, 0);
  }
  error = save_to (fixture, NULL, FALSE);
  if (is_root)
    g_assert_cmpint (seteuid (0), ==, 0);

  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
  g_assert_true (fore_document_get_modified (fixture->document));
  assert_file (fixture->path, "one\n");
}

/* --- When somebody else writes ------------------------------------------------------ */

static void
test_reloads (Fixture *fixture, gconstpointer data)
{
  GtkTextIter iter;

  load (fixture, "one\ntwo\nthree\nfour\n");
  gtk_text_buffer_get_iter_at_line_offset (fixture->buffer, &iter, 2, 3);
  gtk_text_buffer_place_cursor (fixture->buffer, &iter);

  put (fixture->path, "zero\none\nTWO\nthree\nfive\n");
  wait_for_text (fixture, "zero\none\nTWO\nthree\nfive\n");
  g_assert_false (fore_document_get_modified (fixture->document));
  g_assert_cmpint (fore_document_get_conflict (fixture->document), ==,
                   FORE_CONFLICT_NONE);

  /* The caret is still in "three". */
  gtk_text_buffer_get_iter_at_mark (fixture->buffer, &iter,
                                    gtk_text_buffer_get_insert (fixture->buffer));
  g_assert_cmpint (gtk_text_iter_get_line (&iter), ==, 3);
  g_assert_cmpint (gtk_text_iter_get_line_offset (&iter), ==, 3);

  /* All of it was one step. */
  undo (fixture);
  assert_text (fixture, "one\ntwo\nthree\nfour\n");
  g_assert_true (fore_document_get_modified (fixture->document));
  redo (fixture);
  g_assert_false (fore_document_get_modified (fixture->document));
}

/* The line of the caret itself is rewritten. */
static void
test_reload_under_caret (Fixture *fixture, gconstpointer data)
{
  GtkTextIter iter;

  load (fixture, "one\ntwo\nthree\n");
  gtk_text_buffer_get_iter_at_line_offset (fixture->buffer, &iter, 1, 2);
  gtk_text_buffer_place_cursor (fixture->buffer, &iter);
  put (fixture->path, "one\ntwelve\nthree\n");
  wait_for_text (fixture, "one\ntwelve\nthree\n");
  gtk_text_buffer_get_iter_at_mark (fixture->buffer, &iter,
                                    gtk_text_buffer_get_insert (fixture->buffer));
  g_assert_cmpint (gtk_text_iter_get_line (&iter), ==, 1);
  g_assert_cmpint (gtk_text_iter_get_line_offset (&iter), ==, 2);
}

static void
replace (const char *path, const char *text)
{
  g_autofree char *temporary = g_strconcat (path, ".new", NULL);

  put (temporary, text);
  g_assert_cmpint (g_rename (temporary, path), ==, 0);
}

static void
test_renamed_over (Fixture *fixture, gconstpointer data)
{
  load (fixture, "one\n");
  replace (fixture->path, "two\n");
  wait_for_text (fixture, "two\n");
  replace (fixture->path, "three\n");
  wait_for_text (fixture, "three\n");
  g_assert_cmpint (fore_document_get_conflict (fixture->document), ==,
                   FORE_CONFLICT_NONE);
}

static void
test_both_changed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  load (fixture, "one\n");
  type (fixture, 0, "mine\n");
  put (fixture->path, "theirs\n");
  wait_for_conflict (fixture, FORE_CONFLICT_CHANGED);
  assert_text (fixture, "mine\none\n");

  error = save_to (fixture, NULL, FALSE);
  g_assert_error (error, FORE_ERROR, FORE_ERROR_CHANGED);
  g_clear_error (&error);
  assert_file (fixture->path, "theirs\n");

  fore_document_keep_mine (fixture->document);
  g_assert_cmpint (fore_document_get_conflict (fixture->document), ==,
                   FORE_CONFLICT_NONE);
  g_assert_true (fore_document_get_modified (fixture->document));
  save (fixture);
  assert_file (fixture->path, "mine\none\n");
}

static void
test_take_theirs (Fixture *fixture, gconstpointer data)
{
  Wait wait = { fore_document_reload_finish };

  load (fixture, "one\n");
  type (fixture, 0, "mine\n");
  put (fixture->path, "theirs\n");
  wait_for_conflict (fixture, FORE_CONFLICT_CHANGED);

  fore_document_reload_async (fixture->document, NULL, done_cb, &wait);
  g_assert_no_error (finish (&wait));
  assert_text (fixture, "theirs\n");
  g_assert_false (fore_document_get_modified (fixture->document));
  g_assert_cmpint (fore_document_get_conflict (fixture->document), ==,
                   FORE_CONFLICT_NONE);
  undo (fixture);
  assert_text (fixture, "mine\none\n");
}

/* Both made the same change: there is nothing to decide. */
static void
test_same_change (Fixture *fixture, gconstpointer data)
{
  load (fixture, "one\n");
  type (fixture, 3, " two");
  put (fixture->path, "one two\n");
  while (fore_document_get_modified (fixture->document))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (fore_document_get_conflict (fixture->document), ==,
                   FORE_CONFLICT_NONE);
}

/* A conflict is found by saving even if nothing was noticed before. */
static void
test_changed_before_save (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  load (fixture, "one\n");
  type (fixture, 0, "mine\n");
  put (fixture->path, "theirs\n");
  error = save_to (fixture, NULL, FALSE);
  g_assert_error (error, FORE_ERROR, FORE_ERROR_CHANGED);
  wait_for_conflict (fixture, FORE_CONFLICT_CHANGED);
  g_clear_error (&error);

  error = save_to (fixture, NULL, TRUE);
  g_assert_no_error (error);
  assert_file (fixture->path, "mine\none\n");
  g_assert_cmpint (fore_document_get_conflict (fixture->document), ==,
                   FORE_CONFLICT_NONE);
}

static void
test_gone (Fixture *fixture, gconstpointer data)
{
  load (fixture, "one\n");
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  wait_for_conflict (fixture, FORE_CONFLICT_GONE);
  /* The text is nowhere but here. */
  g_assert_true (fore_document_get_modified (fixture->document));

  put (fixture->path, "one\n");
  wait_for_conflict (fixture, FORE_CONFLICT_NONE);
  g_assert_false (fore_document_get_modified (fixture->document));

  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  wait_for_conflict (fixture, FORE_CONFLICT_GONE);
  put (fixture->path, "other\n");
  wait_for_text (fixture, "other\n");
  g_assert_false (fore_document_get_modified (fixture->document));
}

static void
test_saved_when_gone (Fixture *fixture, gconstpointer data)
{
  load (fixture, "one\n");
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  wait_for_conflict (fixture, FORE_CONFLICT_GONE);
  save (fixture);
  assert_file (fixture->path, "one\n");
}

/* Waits until what happened to the file so far has been looked at. */
static void
wait_for_monitor (Fixture *fixture, const char *text)
{
  replace (fixture->path, text);
  wait_for_text (fixture, text);
}

static void
test_own_save (Fixture *fixture, gconstpointer data)
{
  g_autofree char *title = NULL;
  guint n_conflicts = 0;

  load (fixture, "one\n");
  g_signal_connect (fixture->document, "notify::conflict", G_CALLBACK (notified_cb),
                    &n_conflicts);
  for (guint i = 0; i < 20; i++) {
    type (fixture, 0, "x");
    save (fixture);
    type (fixture, 0, "y");
    while (g_main_context_iteration (NULL, FALSE))
      ;
  }
  save (fixture);
  g_assert_cmpuint (n_conflicts, ==, 0);
  wait_for_monitor (fixture, "last\n");
  g_assert_cmpuint (n_conflicts, ==, 0);
  undo (fixture);
  assert_text (fixture, "yxyxyxyxyxyxyxyxyxyxyxyxyxyxyxyxyxyxyxyxone\n");
}

/* A new time on the same content is no change. */
static void
test_touched (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  guint n_conflicts = 0;

  load (fixture, "one\n");
  g_signal_connect (fixture->document, "notify::conflict", G_CALLBACK (notified_cb),
                    &n_conflicts);
  type (fixture, 0, "x");
  put (fixture->path, "one\n");
  replace (fixture->path, "one\n");
  save (fixture);
  assert_file (fixture->path, "xone\n");
  wait_for_monitor (fixture, "last\n");
  g_assert_cmpuint (n_conflicts, ==, 0);
}

/* --- Recovery ----------------------------------------------------------------------- */

static void
wait_for_recovery_files (guint n_files)
{
  while (count_recovery_files () != n_files)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_recovery_copy (Fixture *fixture, gconstpointer data)
{
  load (fixture, "one\n");
  g_assert_cmpuint (count_recovery_files (), ==, 0);
  type (fixture, 0, "x");
  wait_for_recovery_files (2);
  save (fixture);
  g_assert_cmpuint (count_recovery_files (), ==, 0);

  type (fixture, 0, "x");
  wait_for_recovery_files (2);
  undo (fixture);
  g_assert_cmpuint (count_recovery_files (), ==, 0);

  type (fixture, 0, "x");
  wait_for_recovery_files (2);
  finalize (fixture);
  g_assert_cmpuint (count_recovery_files (), ==, 0);
  fixture->document = fore_document_new ();
}

static void
listed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  GPtrArray **copies = user_data;

  *copies = fore_recovered_list_finish (result, NULL);
}

/* The thread that wrote the copy lets go of its lock when it is done. */
static ForeRecovered *
find_copy (void)
{
  g_autofree char *folder = fore_recovery_dup_folder ();

  for (;;) {
    g_autoptr (GPtrArray) copies = NULL;

    fore_recovered_list_async (folder, NULL, listed_cb, &copies);
    while (copies == NULL)
      g_main_context_iteration (NULL, TRUE);
    g_assert_cmpuint (copies->len, <=, 1);
    if (copies->len == 1)
      return g_object_ref (g_ptr_array_index (copies, 0));
  }
}

/* Leaves behind what a program that is killed leaves behind. */
static void
leave_copy (const char *text, GFile *file, const char *version)
{
  g_autofree char *folder = fore_recovery_dup_folder ();
  g_autoptr (ForeRecovery) recovery = fore_recovery_new (folder);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  fore_recovery_keep (recovery, bytes, file, version);
  while (!fore_recovery_get_kept (recovery))
    g_main_context_iteration (NULL, TRUE);
}

static void
recover (Fixture *fixture)
{
  g_autoptr (ForeRecovered) copy = find_copy ();
  Wait wait = { fore_document_recover_finish };

  fore_document_recover_async (fixture->document, copy, NULL, done_cb, &wait);
  g_assert_no_error (finish (&wait));
}

static void
test_recover (Fixture *fixture, gconstpointer data)
{
  g_autofree char *version = NULL;

  put (fixture->path, "one\n");
  version = fore_file_dup_version (fixture->file, NULL, NULL);
  leave_copy ("one\nunsaved\n", fixture->file, version);

  recover (fixture);
  assert_text (fixture, "one\nunsaved\n");
  g_assert_true (fore_document_get_modified (fixture->document));
  g_assert_cmpint (fore_document_get_conflict (fixture->document), ==,
                   FORE_CONFLICT_NONE);
  /* The old copy goes when there is a new one. */
  wait_for_recovery_files (2);
  undo (fixture);
  assert_text (fixture, "one\n");
  redo (fixture);
  save (fixture);
  assert_file (fixture->path, "one\nunsaved\n");
  /* A copy that was being written meanwhile goes as soon as it is. */
  wait_for_recovery_files (0);
}

static void
test_recover_changed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  put (fixture->path, "theirs\n");
  leave_copy ("mine\n", fixture->file, "another version");
  recover (fixture);
  assert_text (fixture, "mine\n");
  g_assert_cmpint (fore_document_get_conflict (fixture->document), ==,
                   FORE_CONFLICT_CHANGED);
  fore_document_keep_mine (fixture->document);
  save (fixture);
  assert_file (fixture->path, "mine\n");
}

static void
test_recover_without_file (Fixture *fixture, gconstpointer data)
{
  leave_copy ("gone\n", fixture->file, "version");
  recover (fixture);
  assert_text (fixture, "gone\n");
  g_assert_cmpint (fore_document_get_conflict (fixture->document), ==,
                   FORE_CONFLICT_GONE);
  save (fixture);
  assert_file (fixture->path, "gone\n");

  leave_copy ("never saved\n", NULL, NULL);
  finalize (fixture);
  fixture->document = fore_document_new ();
  fixture->buffer = GTK_TEXT_BUFFER (fore_document_get_buffer (fixture->document));
  recover (fixture);
  assert_text (fixture, "never saved\n");
  g_assert_null (fore_document_get_file (fixture->document));
  g_assert_true (fore_document_get_modified (fixture->document));
}

/* --- The mirror --------------------------------------------------------------------- */

/* GTK 4.8 sometimes gives back half a character when deletions are undone, so where there
 * is undoing, there is only ASCII. */
static void
random_edit (GtkTextBuffer *buffer, gboolean with_undo)
{
  static const char *const pieces[] = {
    "a", "\n", "x\ny\n", "\r\n", "\n---\n", "\r", "one\rtwo\n\n", "", "ü", "🐱",
  };
  int n_pieces = (int) G_N_ELEMENTS (pieces) - (with_undo ? 2 : 0);
  int length = gtk_text_buffer_get_char_count (buffer);
  int offset = g_test_rand_int_range (0, length + 1);
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (buffer, &start, offset);
  if (g_test_rand_int_range (0, 3) == 0) {
    gtk_text_buffer_get_iter_at_offset (
      buffer, &end, MIN (length, offset + g_test_rand_int_range (0, 12)));
    gtk_text_buffer_delete (buffer, &start, &end);
  } else if (with_undo && g_test_rand_int_range (0, 20) == 0) {
    gtk_text_buffer_undo (buffer);
  } else {
    gtk_text_buffer_insert (buffer, &start, pieces[g_test_rand_int_range (0, n_pieces)],
                            -1);
  }
}

static void
test_mirror (gconstpointer with_undo)
{
  g_autoptr (GtkTextBuffer) buffer = gtk_text_buffer_new (NULL);
  g_autoptr (ForeTextMirror) mirror = fore_text_mirror_new (buffer);

  for (guint i = 0; i < 5000; i++) {
    GtkTextIter start, end;
    g_autofree char *text = NULL;
    GBytes *bytes;

    for (int n_edits = g_test_rand_int_range (1, 5); n_edits > 0; n_edits--)
      random_edit (buffer, GPOINTER_TO_INT (with_undo));
    if (i == 2500 && !GPOINTER_TO_INT (with_undo))
      gtk_text_buffer_insert_at_cursor (buffer, "\xe2\x80\xa9", -1);

    gtk_text_buffer_get_bounds (buffer, &start, &end);
    text = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
    bytes = fore_text_mirror_get_text (mirror);
    g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes) + 1, text,
                     strlen (text) + 1);
    g_assert_null (strchr (text, '\r'));
  }
}

static void
test_mirror_lines (void)
{
  g_autoptr (GtkTextBuffer) buffer = gtk_text_buffer_new (NULL);
  g_autoptr (ForeTextMirror) mirror = fore_text_mirror_new (buffer);
  static const char text[] = "one\ntw\xe2\x80\xa9o\nthree";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  GtkTextIter iter;

  fore_text_mirror_set_text (mirror, bytes);
  g_assert_cmpint (gtk_text_buffer_get_line_count (buffer), ==, 4);
  fore_text_mirror_get_iter (mirror, 3, 2, &iter);
  g_assert_cmpuint (gtk_text_iter_get_char (&iter), ==, 'h');
  g_assert_cmpuint (fore_text_mirror_get_line (mirror, &iter), ==, 3);
  fore_text_mirror_get_iter (mirror, 99, 99, &iter);
  g_assert_cmpuint (fore_text_mirror_get_line (mirror, &iter), ==, 3);
  g_assert_true (gtk_text_iter_is_end (&iter));
}

/* What was handed out is read as a deck, and never written over with one. */
static void
test_load_page (Fixture *fixture, gconstpointer data)
{
  const char *page = "<meta name=\"generator\" content=\"Foredeck\">\n"
                     "<script type=\"text/markdown\" id=\"foredeck-source\">\n"
                     "# From a page &lt;!-- x -->\n</script>\n";
  g_autofree char *text = NULL;
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (fore_document_get_buffer (fixture->document));

  put (fixture->path, page);
  g_assert_no_error (load_file (fixture, fixture->file));
  g_object_get (buffer, "text", &text, NULL);
  g_assert_cmpstr (text, ==, "# From a page <!-- x -->\n");
  g_assert_null (fore_document_get_file (fixture->document));
  g_assert_cmpstr (fore_document_get_title (fixture->document), ==, "From a page");
}

#define ADD(path, function)                                                              \
  g_test_add ("/document/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  gtk_init ();
  gtk_source_init ();

  ADD ("load-page", test_load_page);
  g_test_add_data_func ("/document/mirror", GINT_TO_POINTER (FALSE), test_mirror);
  g_test_add_data_func ("/document/mirror-undo", GINT_TO_POINTER (TRUE), test_mirror);
  g_test_add_func ("/document/mirror-lines", test_mirror_lines);
  ADD ("new", test_new);
  ADD ("edit", test_edit);
  ADD ("very-bytes", test_very_bytes);
  ADD ("keeps-form", test_keeps_form);
  ADD ("undo", test_undo);
  ADD ("type-while-saving", test_type_while_saving);
  ADD ("save-twice", test_save_twice);
  ADD ("save-as", test_save_as);
  ADD ("cannot-load", test_cannot_load);
  ADD ("cancelled", test_cancelled);
  ADD ("symbolic-link", test_symbolic_link);
  ADD ("full-disk", test_full_disk);
  ADD ("vanished-folder", test_vanished_folder);
  ADD ("protected", test_protected);
  ADD ("reloads", test_reloads);
  ADD ("reload-under-caret", test_reload_under_caret);
  ADD ("renamed-over", test_renamed_over);
  ADD ("both-changed", test_both_changed);
  ADD ("take-theirs", test_take_theirs);
  ADD ("same-change", test_same_change);
  ADD ("changed-before-save", test_changed_before_save);
  ADD ("gone", test_gone);
  ADD ("saved-when-gone", test_saved_when_gone);
  ADD ("own-save", test_own_save);
  ADD ("touched", test_touched);
  ADD ("recovery-copy", test_recovery_copy);
  ADD ("recover", test_recover);
  ADD ("recover-changed", test_recover_changed);
  ADD ("recover-without-file", test_recover_without_file);

  return g_test_run ();
}
