"""The USR switch: one button, two meanings."""

import time

import pyb

SHORT = 1
LONG = 2

_BOUNCE_MS = 20


class Button:
    """Tells short from long presses; to be asked again and again."""

    def __init__(self, long_ms):
        self._switch = pyb.Switch()
        self._long_ms = long_ms
        self._since = None  # when the press began
        self._told = False  # a long press counts while it still lasts

    def poll(self):
        """Returns SHORT, LONG, or None."""
        now = time.ticks_ms()
        if self._switch():
            if self._since is None:
                self._since = now
                self._told = False
            elif not self._told and time.ticks_diff(now, self._since) >= self._long_ms:
                self._told = True
                return LONG
            return None
        if self._since is None:
            return None
        held = time.ticks_diff(now, self._since)
        self._since = None
        return SHORT if held >= _BOUNCE_MS and not self._told else None
