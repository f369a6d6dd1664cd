# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 the Foredeck contributors
# What scripts/run, scripts/test and scripts/bench share. Sourced by bash.

set -euo pipefail

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
build=${FOREDECK_BUILD_DIR:-$top/build}

# What Debian 12 calls the things that are needed to build and run.
build_packages=(
  gcc pkg-config meson ninja-build gettext python3 libglib2.0-dev-bin desktop-file-utils
  libgtk-4-dev libadwaita-1-dev libgtksourceview-5-dev libwebkitgtk-6.0-dev
  libjavascriptcoregtk-6.0-dev
  libcmark-gfm-dev libcmark-gfm-extensions-dev libyaml-dev libgumbo-dev libsoup-3.0-dev
  libjson-glib-dev libqpdf-dev libwebp-dev
  adwaita-icon-theme librsvg2-common shared-mime-info bubblewrap xdg-dbus-proxy
)
# What the tests need besides.
test_packages=(
  xvfb xauth dbus-daemon xdotool openbox chromium clang-format appstream libxml2-utils
  fonts-dejavu-core cmark-gfm clang libclang-rt-14-dev sway grim wtype libglib2.0-bin
  poppler-utils
)

say() {
  printf '%s\n' "$*" >&2
}

die() {
  say "$*"
  exit 1
}

is_debian() {
  [ -r /etc/os-release ] && (. /etc/os-release && case " ${ID:-} ${ID_LIKE:-} " in
    *' debian '* | *' ubuntu '*) true ;; *) false ;; esac)
}

# Other distributions have the same things under other names. They are printed once, when
# something is missing, and everything else is left to the person who knows that system.
print_other_packages() {
  local id=
  [ -r /etc/os-release ] && id=$(. /etc/os-release && printf '%s' " ${ID:-} ${ID_LIKE:-} ")
  case $id in
  *fedora* | *rhel*)
    say "On Fedora, install what is missing with:
  sudo dnf install gcc pkgconf meson ninja-build gettext python3 nodejs-npm \\
    desktop-file-utils gtk4-devel libadwaita-devel gtksourceview5-devel \\
    webkitgtk6.0-devel cmark-gfm-devel libyaml-devel gumbo-parser-devel libsoup3-devel \\
    json-glib-devel qpdf-devel libwebp-devel adwaita-icon-theme shared-mime-info \\
    bubblewrap xdg-dbus-proxy"
    ;;
  *arch*)
    say "On Arch, install what is missing with:
  sudo pacman -S --needed gcc pkgconf meson ninja gettext python npm desktop-file-utils \\
    gtk4 libadwaita gtksourceview5 webkitgtk-6.0 cmark-gfm libyaml gumbo-parser libsoup3 \\
    json-glib qpdf libwebp adwaita-icon-theme shared-mime-info bubblewrap xdg-dbus-proxy"
    ;;
  *suse*)
    say "On openSUSE, install what is missing with:
  sudo zypper install gcc pkgconf meson ninja gettext-tools python3 npm-default \\
    desktop-file-utils gtk4-devel libadwaita-devel gtksourceview5-devel \\
    webkitgtk-6_0-devel cmark-gfm-devel libyaml-devel gumbo-parser-devel libsoup-devel \\
    json-glib-devel qpdf-devel libwebp-devel adwaita-icon-theme shared-mime-info \\
    bubblewrap xdg-dbus-proxy"
    ;;
  *)
    say "Install GTK 4.8, libadwaita 1.2, GtkSourceView 5.6, WebKitGTK 6.0, cmark-gfm," \
      "libyaml, gumbo, libsoup 3, json-glib, qpdf, libwebp, meson, ninja, gettext, Python 3" \
      "and npm, with their development files."
    ;;
  esac
}

as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    die "This needs root rights, and there is no sudo: $*"
  fi
}

# One question to dpkg for all packages, so that it takes no time when nothing is missing.
missing_packages() {
  dpkg-query -W -f '${db:Status-Status} ${binary:Package}\n' "$@" 2>/dev/null |
    awk '$1 == "installed" { sub (/:.*/, "", $2); print $2 }' | sort >"$have"
  printf '%s\n' "$@" | sort | comm -23 - "$have"
}

install_packages() {
  local have missing
  if ! is_debian; then
    command -v meson >/dev/null && command -v npm >/dev/null || print_other_packages
    return 0
  fi
  have=$(mktemp)
  missing=$(missing_packages "$@")
  rm -f "$have"
  # A node that is there already, whoever put it there, will do.
  command -v node >/dev/null || missing="$missing nodejs"
  command -v npm >/dev/null || missing="$missing npm"
  [ -n "${missing//[[:space:]]/}" ] || return 0

  say "Installing: $(echo $missing)"
  export DEBIAN_FRONTEND=noninteractive
  as_root apt-get update -q >&2
  # shellcheck disable=SC2086
  as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -q --no-install-recommends $missing >&2
}

# The web libraries, as the lock file says; again only when that changes.
install_web() {
  local stamp=$top/data/web/node_modules/.foredeck-lock
  if ! cmp -s "$top/data/web/package-lock.json" "$stamp"; then
    say "Fetching the web libraries"
    (cd "$top/data/web" && npm ci --ignore-scripts --no-audit --no-fund >&2)
    cp "$top/data/web/package-lock.json" "$stamp"
  fi
}

# $1: build folder; the rest: options of meson setup.
configure() {
  local folder=$1
  shift
  if [ ! -f "$folder/build.ninja" ]; then
    meson setup "$folder" "$top" "$@" >&2
  fi
}

# $1: build folder; the rest: what to build, if not all.
compile() {
  ninja -C "$@" >&2
}

# Runs the programs of a build folder as if they were installed.
set_uninstalled_environment() {
  export FOREDECK_DESKTOP=$1/src/app/foredeck-desktop
  export FOREDECK_LOCALE_DIR=$1/po
  export GSETTINGS_SCHEMA_DIR=$1/data
  # The icon is where it would be below an installed share/.
  export XDG_DATA_DIRS=$top/data:${XDG_DATA_DIRS:-/usr/local/share:/usr/share}
}
