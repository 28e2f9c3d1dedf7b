#!/bin/bash
# The exhibit as a screen reader has it: in a display of its own, on a bus of its own.
#     resources/access/access.sh [CONTENT]
# With `kiosk` on the PATH. As root it installs what is lacking.
set -eu
here=$(dirname "$(readlink -f "$0")")
content=${1:-content}
programs="Xvfb dbus-run-session xdotool orca speech-dispatcher"
packages="xvfb dbus xdotool orca speech-dispatcher at-spi2-core python3-gi python3-yaml gir1.2-atspi-2.0"

lacking() {
    for program in $programs; do
        command -v "$program" >/dev/null || return 0
    done
    [ -x /usr/libexec/at-spi-bus-launcher ] || return 0
    ! /usr/bin/python3 -c 'import yaml, gi; gi.require_version("Atspi", "2.0")' 2>/dev/null
}

if lacking; then
    { apt-get update -qq && apt-get install -y -qq --no-install-recommends $packages; } >&2 ||
        { echo "It takes the packages $packages, which can't be installed here." >&2; exit 1; }
fi

if [ -z "${DBUS_OF_ITS_OWN:-}" ]; then
    export DBUS_OF_ITS_OWN=1
    exec xvfb-run -a -s "-screen 0 1280x720x24 -ac" dbus-run-session -- "$here/access.sh" "$content"
fi

home=$(mktemp -d)
export HOME=$home XDG_RUNTIME_DIR=$home/run XDG_CONFIG_HOME=$home/config XDG_STATE_HOME=$home/state
mkdir -m 700 "$XDG_RUNTIME_DIR" "$XDG_CONFIG_HOME" "$XDG_STATE_HOME"
printf 'idle_s: 20\nsound: false\nstatistics: false\nmotion: false\n' >"$home/settings.yaml"
export QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1 QT_QPA_PLATFORM=xcb QT_QUICK_BACKEND=software
begun=()
trap 'kill "${begun[@]}" 2>/dev/null || true; rm -rf "$home"' EXIT
/usr/libexec/at-spi-bus-launcher --launch-immediately 2>/dev/null & begun+=($!)
kiosk run "$content" --windowed --size 1280x720 --settings "$home/settings.yaml" 2>"$home/log" & begun+=($!)

result=0
/usr/bin/python3 "$here/reader.py" "$here/questions.yaml" "$here/../words/en.yaml" "$here/../words/zh.yaml" || result=1
/usr/bin/python3 "$here/orca.py" "$home" || result=1
exit $result
