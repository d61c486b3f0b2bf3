"""Reads pictures row by row, so that a large one needs no large buffer."""

import struct
from array import array

_HEADER = "<2sIHHIIiiHHIIiiII"


class Bmp:
    """A BMP file with 8 bits per pixel, not compressed.

    rgb makes the display's 16-bit colour of red, green and blue (0 to 255).
    """

    def __init__(self, file, rgb):
        fields = struct.unpack(_HEADER, file.read(struct.calcsize(_HEADER)))
        magic, self._data_at = fields[0], fields[4]
        self.width, height, depth, compression = fields[6], fields[7], fields[9], fields[10]
        if magic != b"BM" or depth != 8 or compression != 0:
            raise ValueError("not a plain 8-bit BMP")
        self.height = abs(height)
        self._bottom_first = height > 0
        self._stride = (self.width + 3) // 4 * 4  # rows are padded to 32 bits
        self._file = file
        self._colours = array("H")
        for _ in range(fields[14] or 256):
            blue, green, red, _ = file.read(4)
            self._colours.append(rgb(red, green, blue))

    def rows(self):
        """Yields each row from the top as 16-bit colours, always in one array."""
        colours = self._colours
        pixels = bytearray(self._stride)
        row = array("H", bytes(2 * self.width))
        for y in range(self.height):
            line = self.height - 1 - y if self._bottom_first else y
            self._file.seek(self._data_at + line * self._stride)
            self._file.readinto(pixels)
            for x in range(self.width):
                row[x] = colours[pixels[x]]
            yield row
