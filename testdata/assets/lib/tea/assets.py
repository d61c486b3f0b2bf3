"""Opens the app's data, from the filesystem or straight from flash.

A file is the easy way. What is large, or read all the time, can be flashed
raw to an address of its own, outside of the filesystem:

    mkfsdfu -b 0x080e0000:assets/snd/gong.wav ...

The MCU sees its flash as memory, so such a section is read where it lies. Give
only addresses that it has: to read others is a fault, and the board stops.
"""

import uctypes

_sections = {}


def use_sections(sections):
    """Takes {file: [address, size, start]}: "0x080e0000", bytes, and what it begins with."""
    for path, (address, size, start) in sections.items():
        _sections[path] = (int(address, 16), size, start.encode())


def open_asset(path):
    """Opens a file for reading: its section in flash if that is there."""
    if path in _sections:
        address, size, start = _sections[path]
        if uctypes.bytes_at(address, len(start)) == start:
            return Section(address, size)
    return open(path, "rb")


class Section:
    """A stretch of memory that is read like a file."""

    def __init__(self, address, size):
        self._address = address
        self._size = size
        self._at = 0

    def view(self):
        """Returns all of it without a copy. It is flash: do not write to it."""
        return uctypes.bytearray_at(self._address, self._size)

    def read(self, count):
        count = min(count, self._size - self._at)
        # bytes_at copies, so take no more of it than is needed at a time.
        data = uctypes.bytes_at(self._address + self._at, count)
        self._at += count
        return data

    def readinto(self, buffer):
        data = self.read(len(buffer))
        memoryview(buffer)[: len(data)] = data
        return len(data)

    def seek(self, offset):
        self._at = min(offset, self._size)
        return self._at

    def close(self):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        self.close()
