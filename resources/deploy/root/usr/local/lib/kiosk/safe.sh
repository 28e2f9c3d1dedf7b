#!/bin/sh
# A quiet notice on the bare console, which has no letters but Latin ones; in small why, for staff.
why=$(systemctl show -p StatusText --value kiosk.service)
printf '\033[?25l\033[2J\033[10;1H'
printf '          Closed for maintenance\n\n\n\n\n'
printf '          %s  %s  %.100s\n' "$(date '+%Y-%m-%d %H:%M')" \
  "$(systemctl show -p Result -p NRestarts --value kiosk.service | tr '\n' ' ')" "$why"
exec sleep infinity
