#!/bin/sh
# Waits for the graphics card, whose driver may come later than this service: without one cage ends
# at once, and five such ends would bring the safe screen. After a minute it is no longer waited for.
left=${1:-60}
until ls "${2:-/dev/dri}"/card* >/dev/null 2>&1 || [ "$left" -le 0 ]; do
  left=$((left - 1))
  sleep 1
done
