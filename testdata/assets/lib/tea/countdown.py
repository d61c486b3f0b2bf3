"""Time that runs out."""

import time


class Countdown:
    """Counts seconds down by the millisecond clock, which may wrap around."""

    def __init__(self, seconds):
        self.seconds = seconds
        self._end = time.ticks_add(time.ticks_ms(), 1000 * seconds)

    def left(self):
        """Returns the seconds that are left, a begun one counting as whole."""
        return max(0, (time.ticks_diff(self._end, time.ticks_ms()) + 999) // 1000)


def minutes(seconds):
    """Returns 90 as 1:30."""
    return "{}:{:02}".format(seconds // 60, seconds % 60)
