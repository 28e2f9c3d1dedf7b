#!/bin/sh
# The exhibit under the compositor: the picture turned first, where the settings say so.
if [ -n "$KIOSK_TRANSFORM" ] && command -v wlr-randr >/dev/null; then
  output=${KIOSK_OUTPUT:-$(wlr-randr | sed -n '1s/ .*//p')}
  wlr-randr --output "$output" --transform "$KIOSK_TRANSFORM" ||
    echo "the picture can't be turned: no output $output" >&2
fi
exec /opt/kiosk/current/bin/kiosk run ${KIOSK_CONTENT:+"$KIOSK_CONTENT"} --settings /etc/kiosk/settings.yaml
