/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* An address starts where a word does, and is read by the grammar
 *
 *   address  = scheme "//" [user "@"] host [port] [path] | "mailto:" name "@" host
 *            | "//" [user "@"] host with a dot [port] [path]
 *            | host that ends as host names do [port] [path] | name "@" such a host
 *   host     = label *("." label), and after it nothing that could belong to it
 *   path     = "/" or "?" or "#", then anything but blanks; of punctuation, only what
 *              more of the path follows, and brackets and quotes in pairs
 *
 * Names before an `@` are read backwards from there. No piece is longer than PIECE_MAX,
 * so that the time stays in proportion to the text whatever stands in it. */

#include "fore-linkify.h"

#include "fore-character.h"

#include <stdlib.h>
#include <string.h>

#define LABEL_MAX 63
#define PIECE_MAX 2048

static const char *const top_levels[] = {
#include "fore-top-levels.inc"
};

static const struct {
  const char *name;
  gboolean is_mail;
} schemes[] = {
  { "http:", FALSE }, { "https:", FALSE }, { "ftp:", FALSE }, { "mailto:", TRUE }
};

static gboolean
is_separator (gunichar c)
{
  return c == '<' || c == '>' || c == 0xff5c;
}

/* A blank, or a character that does nothing visible. */
static gboolean
is_space (gunichar c)
{
  return c < ' ' || (c >= 0x7f && c < 0xa0) || fore_character_is_blank (c);
}

static gboolean
is_space_or_punctuation (gunichar c)
{
  return is_space (c) || fore_character_is_punctuation (c);
}

/* What labels of host names are made of, but for `-`. */
static gboolean
is_letter (gunichar c)
{
  if (g_ascii_isalnum (c))
    return TRUE;

  return !is_separator (c) && !is_space_or_punctuation (c);
}

static gboolean
is_digit_at (const char *at, const char *end)
{
  return at < end && g_ascii_isdigit (*at);
}

static int
compare_top_level (const void *key, const void *member)
{
  return strcmp (key, *(const char *const *) member);
}

static gboolean
is_top_level (const char *label, gsize length)
{
  char name[LABEL_MAX + 1];

  if (length > LABEL_MAX)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    name[i] = g_ascii_tolower (label[i]);
  name[length] = '\0';

  return bsearch (name, top_levels, G_N_ELEMENTS (top_levels), sizeof top_levels[0],
                  compare_top_level) != NULL ||
         (length > strlen ("xn--") && g_str_has_prefix (name, "xn--"));
}

/* Whether a host may end here: nothing follows that could belong to it. */
static gboolean
ends_host (const char *at, const char *end)
{
  gunichar c = fore_character_get (at, end);
  gunichar next;

  if (at >= end)
    return TRUE;
  if (c == '-' || c == '_' || (c == ':' && is_digit_at (at + 1, end)))
    return FALSE;
  if (!is_separator (c) && !is_space_or_punctuation (c))
    return FALSE;

  next = fore_character_get (at + 1, end);

  return c != '.' || (next != '-' && is_space_or_punctuation (next));
}

/* Returns NULL if no label stands here. */
static const char *
skip_label (const char *at, const char *end)
{
  const char *start = at;
  guint n = 0;

  while (at < end) {
    gunichar c = fore_character_get (at, end);

    if ((!is_letter (c) && (c != '-' || at == start)) || ++n > LABEL_MAX)
      break;
    at = g_utf8_next_char (at);
  }

  return at > start && at[-1] != '-' && n <= LABEL_MAX ? at : NULL;
}

typedef struct {
  const char *end;
  const char *last_label;
  guint n_labels;
} Host;

static gboolean
read_host (const char *at, const char *end, Host *host)
{
  const char *limit = end - at > PIECE_MAX ? at + PIECE_MAX : end;

  host->n_labels = 0;
  for (;;) {
    const char *label_end = skip_label (at, limit);

    if (label_end == NULL || (label_end == limit && limit != end))
      return FALSE;
    host->n_labels++;
    host->last_label = at;
    host->end = label_end;
    if (label_end == end || *label_end != '.' ||
        !is_letter (fore_character_get (label_end + 1, end)))
      return TRUE;
    at = label_end + 1;
  }
}

/* A name that people know for one of a host. */
static gboolean
is_known (const Host *host)
{
  return host->n_labels > 1 &&
         is_top_level (host->last_label, host->end - host->last_label);
}

static gboolean
is_ipv4 (const char *at, const Host *host)
{
  g_autofree char *text = NULL;

  if (host->n_labels != 4 || !g_ascii_isdigit (*at))
    return FALSE;
  text = g_strndup (at, host->end - at);

  return g_hostname_is_ip_address (text);
}

static const char *
skip_port (const char *at, const char *end)
{
  const char *digits = at + 1;
  guint n = 0, port = 0;

  if (at >= end || *at != ':')
    return at;
  while (n < 6 && is_digit_at (digits + n, end))
    port = port * 10 + (guint) (digits[n++] - '0');

  return n > 0 && n < 6 && port <= 65535 ? digits + n : at;
}

/* Skips `bracket … closing`, with at least @least bytes between; NULL if there is none.
 */
static const char *
skip_pair (const char *at, const char *end, char closing, gsize least)
{
  const char *inside = at + 1;

  end = end - at > PIECE_MAX ? at + PIECE_MAX : end;
  for (const char *c = inside; c < end; c = g_utf8_next_char (c)) {
    if (*c == closing)
      return (gsize) (c - inside) >= least ? c + 1 : NULL;
    if (is_space (fore_character_get (c, end)))
      return NULL;
  }

  return NULL;
}

static const char *
skip_run (const char *at, const char *end, char c)
{
  while (at < end && *at == c)
    at++;

  return at;
}

static const char *
skip_dots (const char *at, const char *end)
{
  const char *after = skip_run (at, end, '.');
  gboolean is_last = is_space (fore_character_get (after, end));

  if (after - at > 1)
    return !is_last && (g_ascii_isalnum (*after) || strchr ("%/&", *after) != NULL)
             ? after + 1
             : NULL;

  return is_last ? NULL : after;
}

/* Skips one character of a path, or what must go with it; NULL if the path ends. */
static const char *
skip_path_piece (const char *at, const char *end)
{
  gunichar c = fore_character_get (at, end);
  gunichar next = at + 1 < end ? fore_character_get (at + 1, end) : '\n';
  const char *after;

  switch (c) {
  case '(':
    return skip_pair (at, end, ')', 0);
  case '[':
    return skip_pair (at, end, ']', 0);
  case '{':
    return skip_pair (at, end, '}', 0);
  case '"':
    return skip_pair (at, end, '"', 1);
  case '\'':
    after = skip_pair (at, end, '\'', 1);
    if (after == NULL && (next == '-' || is_letter (next)))
      after = at + 1;
    return after;
  case '.':
    return skip_dots (at, end);
  case '-':
    return skip_run (at, end, '-');
  case '!':
    after = skip_run (at, end, '!');
    return is_space (fore_character_get (after, end)) ? NULL : after;
  case ',':
  case ';':
    return is_space (next) ? NULL : at + 1;
  case '?':
    return is_space (next) || next == '?' ? NULL : at + 1;
  case ')':
  case ']':
  case '}':
    return NULL;
  default:
    return is_space (c) || is_separator (c) ? NULL : g_utf8_next_char (at);
  }
}

static const char *
skip_path (const char *at, const char *end)
{
  const char *start = at;

  if (at == end || strchr ("/?#", *at) == NULL)
    return at;

  at++;
  for (const char *next = at; at < end && (next = skip_path_piece (at, end)) != NULL;)
    at = next;

  return at - start > 1 || *start == '/' ? at : start;
}

/* What may follow a host. NULL if that is something else. */
static const char *
skip_port_and_path (const char *at, const char *end)
{
  at = skip_port (at, end);

  return ends_host (at, end) ? skip_path (at, end) : NULL;
}

static const char *
skip_user (const char *at, const char *end)
{
  const char *limit = end - at > PIECE_MAX ? at + PIECE_MAX : end;

  for (const char *c = at; c < limit; c = g_utf8_next_char (c)) {
    if (*c == '@')
      return c > at ? c + 1 : at;
    if (strchr ("/[]()", *c) != NULL || is_space (fore_character_get (c, limit)))
      break;
  }

  return at;
}

/* Returns where the address ends whose `//` stands at @at, or NULL. */
static const char *
skip_after_slashes (const char *at, const char *end, gboolean with_scheme)
{
  Host host;

  if (end - at < 3 || at[0] != '/' || at[1] != '/')
    return NULL;
  at = skip_user (at + 2, end);
  if (!read_host (at, end, &host))
    return NULL;
  if (!with_scheme && host.n_labels == 1 &&
      (host.end - at != strlen ("localhost") ||
       g_ascii_strncasecmp (at, "localhost", strlen ("localhost")) != 0))
    return NULL;

  return skip_port_and_path (host.end, end);
}

static gboolean
is_mail_character (char c)
{
  return g_ascii_isalnum (c) || (c != '\0' && strchr ("-;:&=+$,\"._", c) != NULL);
}

static const char *
skip_mail (const char *at, const char *end)
{
  const char *limit = end - at > PIECE_MAX ? at + PIECE_MAX : end;
  const char *start = at;
  Host host;

  while (at < limit && is_mail_character (*at))
    at++;
  if (at == start || at == limit || *at != '@' || *start == '"' ||
      !read_host (at + 1, end, &host) || !ends_host (host.end, end))
    return NULL;

  return host.end;
}

static const char *
skip_with_scheme (const char *at, const char *end)
{
  for (gsize i = 0; i < G_N_ELEMENTS (schemes); i++) {
    gsize length = strlen (schemes[i].name);

    if ((gsize) (end - at) > length &&
        g_ascii_strncasecmp (at, schemes[i].name, length) == 0)
      return schemes[i].is_mail ? skip_mail (at + length, end)
                                : skip_after_slashes (at + length, end, TRUE);
  }

  return NULL;
}

static gboolean
may_precede_scheme (gunichar c)
{
  return c != '_' && (is_separator (c) || is_space_or_punctuation (c));
}

static gboolean
is_weak_symbol (gunichar c)
{
  return c == 0xff5c || (c < 0x80 && c != '\0' && strchr ("$+<=>^`|", c) != NULL);
}

static gboolean
may_precede_host (gunichar c)
{
  if (c < 0x80 && c != '\0' && strchr (".:/\\-_@", c) != NULL)
    return FALSE;

  return is_weak_symbol (c) || is_space_or_punctuation (c);
}

/* Reads an address that starts here. */
static gboolean
read_link (const char *at, const char *end, gunichar before, ForeLink *link)
{
  const char *after = NULL;
  Host host;

  link->prefix = "";
  if (may_precede_scheme (before)) {
    after = *at == '/' ? NULL : skip_with_scheme (at, end);
    if (after == NULL && *at == '/' && before != ':' && before != '/')
      after = skip_after_slashes (at, end, FALSE);
  }
  if (after == NULL && may_precede_host (before) &&
      !is_weak_symbol (fore_character_get (at, end)) && read_host (at, end, &host) &&
      is_known (&host)) {
    link->prefix = "http://";
    after = skip_port_and_path (host.end, end);
  }
  if (after == NULL)
    return FALSE;

  link->start = at;
  link->length = after - at;

  return TRUE;
}

/* The first place from which a mail address reads up to the `@` at @at; NULL if none. */
static const char *
find_mail_start (const char *text, const char *at)
{
  const char *found = NULL;

  for (const char *c = at; c > text && at - c < PIECE_MAX && is_mail_character (c[-1]);
       c--) {
    gunichar before = fore_character_get_before (text, c - 1);

    if (c[-1] != '"' &&
        (is_separator (before) || before == '"' || before == '(' || is_space (before)))
      found = c - 1;
  }

  return found;
}

static void
find_mail (ForeLinkScanner *self)
{
  const char *at = self->at;

  self->looked_for_mail = TRUE;
  self->mail.start = NULL;
  for (; (at = memchr (at, '@', self->end - at)) != NULL; at++) {
    const char *start = find_mail_start (self->at, at);
    Host host;

    if (start == NULL || !read_host (at + 1, self->end, &host) ||
        !ends_host (host.end, self->end) ||
        !(is_known (&host) || is_ipv4 (at + 1, &host)))
      continue;

    self->mail =
      (ForeLink){ .start = start, .length = host.end - start, .prefix = "mailto:" };
    return;
  }
}

void
fore_link_scanner_init (ForeLinkScanner *self, const char *text, gsize length)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (text != NULL || length == 0);

  *self = (ForeLinkScanner){ .at = text, .end = text + length };
}

static gboolean
find_link (ForeLinkScanner *self, const char *limit, ForeLink *link)
{
  gunichar before = '\n';

  for (const char *at = self->at; at < limit;) {
    gunichar c = fore_character_get (at, self->end);

    if ((is_letter (c) || c == '/') &&
        (may_precede_scheme (before) || may_precede_host (before)) &&
        read_link (at, self->end, before, link))
      return TRUE;
    before = c;
    at = g_utf8_next_char (at);
  }

  return FALSE;
}

gboolean
fore_link_scanner_next (ForeLinkScanner *self, ForeLink *link)
{
  const char *limit;
  gboolean found;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (link != NULL, FALSE);

  if (!self->looked_for_mail || (self->mail.start != NULL && self->mail.start < self->at))
    find_mail (self);

  /* Of two that start at one place, the longer. */
  limit = self->mail.start != NULL ? self->mail.start + 1 : self->end;
  found = find_link (self, limit, link);
  if (self->mail.start != NULL &&
      (!found || (link->start == self->mail.start && link->length < self->mail.length))) {
    *link = self->mail;
    found = TRUE;
  }
  if (found)
    self->at = link->start + link->length;

  return found;
}

gsize
fore_link_measure (const char *text, gsize length)
{
  const char *end = text + length;
  const char *after;

  g_return_val_if_fail (text != NULL || length == 0, 0);

  after = length > 0 ? skip_with_scheme (text, end) : NULL;

  return after != NULL ? after - text : 0;
}

char *
fore_link_decode (const char *address)
{
  g_autoptr (GString) text = NULL;

  g_return_val_if_fail (address != NULL, NULL);

  if (strchr (address, '%') == NULL)
    return NULL;

  text = g_string_new (NULL);
  for (const char *at = address; *at != '\0'; at++) {
    gboolean is_encoded =
      *at == '%' && g_ascii_isxdigit (at[1]) && g_ascii_isxdigit (at[2]);
    int c =
      is_encoded ? g_ascii_xdigit_value (at[1]) * 16 + g_ascii_xdigit_value (at[2]) : *at;

    if (!is_encoded || c < ' ' || strchr (";/?:@&=+$,#%", c) != NULL) {
      g_string_append_c (text, *at);
    } else {
      g_string_append_c (text, (char) c);
      at += 2;
    }
  }
  if (!g_utf8_validate (text->str, (gssize) text->len, NULL))
    return NULL;

  return g_string_free (g_steal_pointer (&text), FALSE);
}
