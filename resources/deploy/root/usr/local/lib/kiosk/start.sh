#!/bin/sh
# The exhibit under the compositor: on one output, its picture turned, as the settings say. Where
# the compositor lets nobody ask for outputs (Debian 12), the kernel and cage were told before.
outputs=$(wlr-randr 2>/dev/null | sed -n 's/^\([^ ]\{1,\}\) .*/\1/p')
if [ -n "$outputs" ]; then
  output=$(echo "$outputs" | grep -Fx -e "$KIOSK_OUTPUT" || echo "$outputs" | head -n 1)
  for other in $outputs; do
    [ "$other" = "$output" ] || wlr-randr --output "$other" --off
  done
  [ -z "$KIOSK_TRANSFORM" ] || wlr-randr --output "$output" --transform "$KIOSK_TRANSFORM"
  export KIOSK_OUTPUT="$output"
fi
# A machine that takes sticks is shown what the last one brought; until one has, what it was given.
if [ -n "$KIOSK_TAKEN" ]; then
  carried=$(echo /opt/kiosk/current/lib/python3*/site-packages/kiosk/_carried/content)
  [ -e "$KIOSK_TAKEN" ] || ln -sfn "${KIOSK_CONTENT:-$carried}" "$KIOSK_TAKEN"
  KIOSK_CONTENT=$KIOSK_TAKEN
fi
exec /opt/kiosk/current/bin/kiosk run ${KIOSK_CONTENT:+"$KIOSK_CONTENT"} --settings /etc/kiosk/settings.yaml
