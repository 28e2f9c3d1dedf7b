"""A lookout whose folder never answers."""

import signal

signal.pause()
