"""Bitmap fonts; font/FORMAT.txt describes their files."""

import framebuf
from tea.assets import open_asset


class Font:
    """The glyphs of one file, in memory."""

    def __init__(self, path):
        with open_asset(path) as file:
            head = file.read(8)
            if head[:4] != b"FNT1":
                raise ValueError(path + " is no FNT1 font")
            self.width, self.height, self._first, self._count = head[4:8]
            self._glyph_bytes = (self.width + 7) // 8 * self.height
            self._glyphs = bytearray(self._count * self._glyph_bytes)
            file.readinto(self._glyphs)

    def _glyph(self, character):
        code = ord(character)
        if "a" <= character <= "z" and code >= self._first + self._count:
            code -= 32  # capitals stand in for small letters
        index = code - self._first
        if not 0 <= index < self._count:
            index = 0
        start = index * self._glyph_bytes
        bits = memoryview(self._glyphs)[start : start + self._glyph_bytes]
        return framebuf.FrameBuffer(bits, self.width, self.height, framebuf.MONO_HLSB)

    def render(self, text, ink, paper):
        """Returns a line of text as 16-bit pixels: buffer, width, height."""
        advance = self.width + 1
        width = advance * len(text)
        buffer = bytearray(2 * width * self.height)
        line = framebuf.FrameBuffer(buffer, width, self.height, framebuf.RGB565)
        line.fill(paper)
        palette = framebuf.FrameBuffer(bytearray(4), 2, 1, framebuf.RGB565)
        palette.pixel(0, 0, paper)
        palette.pixel(1, 0, ink)
        for i, character in enumerate(text):
            line.blit(self._glyph(character), i * advance, 0, -1, palette)
        return buffer, width, self.height
