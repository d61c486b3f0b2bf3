"""Plays WAV files from wherever they lie, through the DAC on pin X5."""

import struct
import time

import pyb
from tea.assets import open_asset

_HALF = 512  # samples that are refilled at a time: 64 ms at 8 kHz
_SILENCE = 128


def _next_chunk(file):
    """Returns name and size of the next chunk, its data being what is read next."""
    head = file.read(8)
    if len(head) < 8:
        raise ValueError("WAV file without data")
    return struct.unpack("<4sI", head)


def read_header(file):
    """Returns samples per second and their number, and leaves the file at the first."""
    name, _ = _next_chunk(file)
    if name != b"RIFF" or file.read(4) != b"WAVE":
        raise ValueError("not a WAV file")
    rate = 0
    while True:
        name, size = _next_chunk(file)
        if name == b"data":
            return rate, size
        chunk = file.read(size + (size & 1))  # chunks begin at even offsets
        if name == b"fmt ":
            kind, channels, rate, _, _, bits = struct.unpack("<HHIIHH", chunk[:16])
            if (kind, channels, bits) != (1, 1, 8):
                raise ValueError("not 8-bit mono PCM")


class Player:
    """Plays one sound at a time."""

    def __init__(self):
        self._dac = pyb.DAC(1)
        self._buffer = bytearray(2 * _HALF)

    def _fill(self, file, half, left):
        """Reads the next samples into one half of the buffer; returns what is left after."""
        view = memoryview(self._buffer)[half * _HALF : (half + 1) * _HALF]
        count = file.readinto(view[: min(left, _HALF)]) if left else 0
        for i in range(count, _HALF):
            view[i] = _SILENCE
        return left - count

    def play(self, path, stop=lambda: False):
        """Plays a file to its end, or until stop() is true; returns whether it was.

        DMA goes round the buffer while we refill the half that it has left.
        """
        stopped = False
        with open_asset(path) as file:
            rate, left = read_header(file)
            halves = (left + _HALF - 1) // _HALF
            left = self._fill(file, 0, left)
            left = self._fill(file, 1, left)
            half_us = _HALF * 1000000 // rate
            self._dac.write_timed(self._buffer, rate, mode=pyb.DAC.CIRCULAR)
            played = time.ticks_us()
            for half in range(halves):
                played = time.ticks_add(played, half_us)
                while time.ticks_diff(played, time.ticks_us()) > 0:
                    pyb.wfi()
                stopped = stop()
                if stopped:
                    break
                left = self._fill(file, half & 1, left)
            self._dac.write(_SILENCE)
        return stopped
