"""How long a test waits for what comes at its own time: long enough for the busiest machine.

It ends a wait for what never comes; no test is slower or fails for a patience that is not used up.
"""

PATIENCE_S = 300
PATIENCE_MS = PATIENCE_S * 1000
