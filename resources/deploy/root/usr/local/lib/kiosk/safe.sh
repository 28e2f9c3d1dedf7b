#!/bin/sh
# A quiet notice on the bare console, which has no letters but Latin ones; in small why, for staff:
# what the exhibit told them, else the last line that it or its compositor wrote.
told() { systemctl show -p "$1" --value kiosk.service; }
why=$(told StatusText)
[ -n "$why" ] || why=$(journalctl -q -o cat -n 1 _SYSTEMD_UNIT=kiosk.service | tr -cd ' -~')
printf '\033[?25l\033[2J\033[10;1H'
printf '          Closed for maintenance\n\n\n\n\n'
printf '          %s  %s, %s restarts  %.100s\n' \
  "$(date '+%Y-%m-%d %H:%M')" "$(told Result)" "$(told NRestarts)" "$why"
exec sleep infinity
