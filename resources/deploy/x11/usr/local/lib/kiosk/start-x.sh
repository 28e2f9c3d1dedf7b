#!/bin/sh
# The exhibit on an X server: nothing blanks, one output is the first, its picture and touches turned.
# The server, which begins with us, may take a minute; a screen of it ten seconds more.
left=60
until xrandr >/dev/null 2>&1 || [ "$left" -le 0 ]; do
  left=$((left - 1))
  sleep 1
done
for try in 1 2 3 4 5 6 7 8 9 10; do
  outputs=$(xrandr 2>/dev/null | sed -n 's/^\([^ ]*\) connected.*/\1/p')
  [ -z "$outputs" ] || break
  sleep 1
done
output=$(echo "$outputs" | grep -Fx -e "$KIOSK_OUTPUT" || echo "$outputs" | head -n 1)
xset s off s noblank -dpms
xrandr --output "$output" --primary --auto --rotate "${KIOSK_ROTATE:-normal}"
last=$output
for other in $outputs; do
  [ "$other" = "$output" ] || { xrandr --output "$other" --auto --right-of "$last"; last=$other; }
done
for id in $(xinput list --id-only); do
  if xinput list "$id" | grep -q XITouchClass; then xinput map-to-output "$id" "$output"; fi
done
exec /bin/sh /usr/local/lib/kiosk/start.sh
