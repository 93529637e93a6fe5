#!/bin/sh
# Makes sure that what Python and Qt need of the system is there.
# usage: system-libraries.sh run|test   - "test" also wants PostgreSQL and a virtual screen
# As root on an apt system it installs what is missing; otherwise it prints the one command and stops.
set -eu

purpose="${1:-run}"
missing=""
wished=""

want() { # want PACKAGE[|ALTERNATIVE]
    for candidate in $(echo "$1" | tr '|' ' '); do
        if dpkg-query -W -f='${Status}' "$candidate" 2>/dev/null | grep -q "install ok installed"; then
            return 0
        fi
    done
    missing="$missing $1"
}

wish() { # wish PACKAGE - everything works without it but one thing, so that nothing stops for it
    dpkg-query -W -f='${Status}' "$1" 2>/dev/null | grep -q "install ok installed" || wished="$wished $1"
}

# What could not be had is tried again once the distribution's lists have been fetched anew, not at every start.
stamp="${KIOSK_STAMPS:-/var/cache}/kiosk-not-to-be-had"
lists="${KIOSK_APT_LISTS:-/var/lib/apt/lists}"

tried_already() {
    [ -f "$stamp" ] && [ ! "$lists" -nt "$stamp" ] && [ "$(cat "$stamp")" = "$wished" ]
}

get_wished() {
    if tried_already; then
        echo "Going on without:$wished" >&2
        return 0
    fi
    export DEBIAN_FRONTEND=noninteractive
    echo "Installing from the distribution:$wished"
    # shellcheck disable=SC2086
    apt-get install -q -y --no-install-recommends $wished >/dev/null 2>&1 ||
        { apt-get update -q && apt-get install -q -y --no-install-recommends $wished; } >/dev/null 2>&1 ||
        {
            echo "Going on without:$wished" >&2
            { echo "$wished" >"$stamp"; } 2>/dev/null || true
        }
}

if ! command -v dpkg-query >/dev/null 2>&1; then
    echo "This is not a Debian or Ubuntu system: install the libraries of docs/installing.md by hand if Qt does not start."
    exit 0
fi

python3 -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))' 2>/dev/null || {
    echo "Python 3.11, 3.12 or 3.13 is needed as python3; found: $(python3 --version 2>&1 || echo none)." >&2
    exit 1
}
python3 -c 'import ensurepip, venv' 2>/dev/null || want "python$(python3 -c 'import sys; print("%d.%d" % sys.version_info[:2])')-venv"

# What Qt's wheels need to import, to paint, and to open an X11 or Wayland window.
for package in "libglib2.0-0|libglib2.0-0t64" libgl1 libegl1 libxkbcommon0 libdbus-1-3 libfontconfig1 \
    libfreetype6 libgssapi-krb5-2 libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 \
    libgl1-mesa-dri libwayland-cursor0 libwayland-egl1; do
    want "$package"
done

wish espeak-ng # reads answers aloud

if [ "$purpose" = test ]; then
    want postgresql
    want xvfb
    want xauth
    want xdotool
    wish yaz # its yaz-ztest is the SRU server that copy cataloguing is tested against
fi

[ -n "$missing$wished" ] || exit 0

if [ -z "$missing" ]; then
    if [ "$(id -u)" = 0 ]; then
        get_wished
    else
        echo "Not installed:$wished. Everything else works without; for it type:  sudo apt-get install -y$wished" >&2
    fi
    exit 0
fi

install=""
for choice in $missing; do
    chosen=""
    for candidate in $(echo "$choice" | tr '|' ' '); do
        if apt-cache show "$candidate" >/dev/null 2>&1; then chosen="$candidate"; fi
    done
    install="$install ${chosen:-${choice%%|*}}"
done

if [ "$(id -u)" = 0 ]; then
    echo "Installing from the distribution:$install"
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -q >/dev/null
    # Names may be known only now, so the alternatives are chosen again.
    install=""
    for choice in $missing; do
        for candidate in $(echo "$choice" | tr '|' ' '); do
            if apt-cache show "$candidate" >/dev/null 2>&1; then install="$install $candidate"; break; fi
        done
    done
    # shellcheck disable=SC2086
    apt-get install -q -y --no-install-recommends $install >/dev/null
    [ -z "$wished" ] || get_wished
    exit 0
fi

echo "These system packages are missing:$install" >&2
echo "Type:  sudo apt-get install -y$install$wished" >&2
[ "$purpose" = test ] && { echo "Going on without them: what needs them is skipped." >&2; exit 0; }
exit 1
