"""`python -m kiosk`: the commands."""

import sys

from kiosk.cli import main

sys.exit(main())
