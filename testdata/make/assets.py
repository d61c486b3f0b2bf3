#!/usr/bin/env python3
"""Makes the pictures, fonts and sounds of the tea timer.

python3 testdata/make/assets.py testdata/assets
"""

import math
import os
import struct
import sys

# Rows of 5x7 pixels from the top, "#" being ink; one glyph for each code from 32.
GLYPHS = """
..... ..... ..... ..... ..... ..... .....
..#.. ..#.. ..#.. ..#.. ..#.. ..... ..#..
.#.#. .#.#. .#.#. ..... ..... ..... .....
.#.#. .#.#. ##### .#.#. ##### .#.#. .#.#.
..#.. .#### #.#.. .###. ..#.# ####. ..#..
##... ##..# ...#. ..#.. .#... #..## ...##
.##.. #..#. #.#.. .#... #.#.# #..#. .##.#
..#.. ..#.. .#... ..... ..... ..... .....
...#. ..#.. .#... .#... .#... ..#.. ...#.
.#... ..#.. ...#. ...#. ...#. ..#.. .#...
..... ..#.. #.#.# .###. #.#.# ..#.. .....
..... ..#.. ..#.. ##### ..#.. ..#.. .....
..... ..... ..... ..... .##.. ..#.. .#...
..... ..... ..... ##### ..... ..... .....
..... ..... ..... ..... ..... .##.. .##..
..... ....# ...#. ..#.. .#... #.... .....
.###. #...# #..## #.#.# ##..# #...# .###.
..#.. .##.. ..#.. ..#.. ..#.. ..#.. .###.
.###. #...# ....# ...#. ..#.. .#... #####
##### ...#. ..#.. ...#. ....# #...# .###.
...#. ..##. .#.#. #..#. ##### ...#. ...#.
##### #.... ####. ....# ....# #...# .###.
..##. .#... #.... ####. #...# #...# .###.
##### ....# ...#. ..#.. .#... .#... .#...
.###. #...# #...# .###. #...# #...# .###.
.###. #...# #...# .#### ....# ...#. .##..
..... .##.. .##.. ..... .##.. .##.. .....
..... .##.. .##.. ..... .##.. ..#.. .#...
...#. ..#.. .#... #.... .#... ..#.. ...#.
..... ..... ##### ..... ##### ..... .....
.#... ..#.. ...#. ....# ...#. ..#.. .#...
.###. #...# ....# ...#. ..#.. ..... ..#..
.###. #...# ....# .##.# #.#.# #.#.# .###.
.###. #...# #...# #...# ##### #...# #...#
####. #...# #...# ####. #...# #...# ####.
.###. #...# #.... #.... #.... #...# .###.
###.. #..#. #...# #...# #...# #..#. ###..
##### #.... #.... ####. #.... #.... #####
##### #.... #.... ####. #.... #.... #....
.###. #...# #.... #.### #...# #...# .####
#...# #...# #...# ##### #...# #...# #...#
.###. ..#.. ..#.. ..#.. ..#.. ..#.. .###.
..### ...#. ...#. ...#. ...#. #..#. .##..
#...# #..#. #.#.. ##... #.#.. #..#. #...#
#.... #.... #.... #.... #.... #.... #####
#...# ##.## #.#.# #.#.# #...# #...# #...#
#...# #...# ##..# #.#.# #..## #...# #...#
.###. #...# #...# #...# #...# #...# .###.
####. #...# #...# ####. #.... #.... #....
.###. #...# #...# #...# #.#.# #..#. .##.#
####. #...# #...# ####. #.#.. #..#. #...#
.#### #.... #.... .###. ....# ....# ####.
##### ..#.. ..#.. ..#.. ..#.. ..#.. ..#..
#...# #...# #...# #...# #...# #...# .###.
#...# #...# #...# #...# #...# .#.#. ..#..
#...# #...# #...# #.#.# #.#.# #.#.# .#.#.
#...# #...# .#.#. ..#.. .#.#. #...# #...#
#...# #...# #...# .#.#. ..#.. ..#.. ..#..
##### ....# ...#. ..#.. .#... #.... #####
.###. .#... .#... .#... .#... .#... .###.
..... #.... .#... ..#.. ...#. ....# .....
.###. ...#. ...#. ...#. ...#. ...#. .###.
..#.. .#.#. #...# ..... ..... ..... .....
..... ..... ..... ..... ..... ..... #####
"""

# Which of the seven segments a to g a digit lights.
SEGMENTS = ["abcdef", "bc", "abdeg", "abcdg", "bcfg", "acdfg", "acdefg", "abc", "abcdefg", "abcdfg"]
# Where a segment lies in 16x24 pixels: left, top, right, bottom.
PLACES = {
    "a": (3, 1, 13, 4),
    "b": (11, 2, 14, 12),
    "c": (11, 12, 14, 22),
    "d": (3, 20, 13, 23),
    "e": (2, 12, 5, 22),
    "f": (2, 2, 5, 12),
    "g": (3, 10, 13, 13),
}
COLON = [(6, 7, 9, 10), (6, 15, 9, 18)]

PAPER = (20, 30, 40)
CHINA = (240, 235, 225)
TEA = {"black": (120, 50, 20), "green": (150, 170, 70), "herbal": (190, 90, 50)}
RATE = 8000


def font(width, height, first, glyphs):
    """Returns a .fnt file; a glyph is the set of its inked (x, y)."""
    out = b"FNT1" + bytes([width, height, first, len(glyphs)])
    for glyph in glyphs:
        for y in range(height):
            bits = sum(1 << (width - 1 - x) for x in range(width) if (x, y) in glyph)
            row_bytes = (width + 7) // 8
            out += (bits << (8 * row_bytes - width)).to_bytes(row_bytes, "big")
    return out


def small_font():
    glyphs = []
    for line in GLYPHS.split("\n")[1:-1]:
        rows = line.split(" ")
        glyphs.append({(x, y) for y in range(7) for x in range(5) if rows[y][x] == "#"})
    return font(5, 7, 32, glyphs)


def digits_font():
    glyphs = [[PLACES[segment] for segment in segments] for segments in SEGMENTS] + [COLON]
    return font(
        16,
        24,
        48,
        [
            {(x, y) for a, b, c, d in glyph for x in range(a, c) for y in range(b, d)}
            for glyph in glyphs
        ],
    )


def mix(one, other, part):
    return tuple(a + (b - a) * part // 256 for a, b in zip(one, other))


def bmp(width, height, colour_at):
    """Returns an 8-bit BMP, rows from the bottom, with no more colours than are used."""
    rows = [[colour_at(x, y) for x in range(width)] for y in range(height)]
    palette = sorted({colour for row in rows for colour in row})
    index = {colour: i for i, colour in enumerate(palette)}
    pixels = b""
    for row in reversed(rows):
        pixels += bytes(index[colour] for colour in row).ljust((width + 3) // 4 * 4, b"\0")
    start = 54 + 4 * len(palette)
    head = struct.pack("<2sIHHI", b"BM", start + len(pixels), 0, 0, start)
    head += struct.pack("<IiiHHIIiiII", 40, width, height, 1, 8, 0, len(pixels), 2835, 2835, len(palette), 0)
    return head + b"".join(bytes((b, g, r, 0)) for r, g, b in palette) + pixels


def splash(x, y):
    """Hills before a sky that gets lighter towards the ground."""
    if y > 40 + 5 * math.sin(x / 17):
        return mix(TEA["green"], PAPER, 4 * (y - 32))
    if y > 31 + 6 * math.sin(x / 23 + 2):
        return mix(TEA["green"], PAPER, 160)
    if (x - 96) ** 2 + (y - 14) ** 2 < 80:
        return (250, 220, 150)
    return mix((60, 90, 130), (240, 190, 150), y // 3 * 16)


def cup(x, y):
    """A cup on a saucer, seen from the side, with the tea at its rim."""
    if y >= 42:
        return mix(CHINA, PAPER, 40) if abs(x - 30) < 26 - 3 * (y - 42) else PAPER
    half = 20 - y * y // 140
    if y >= 4 and abs(x - 28) <= half:
        return TEA["black"] if y < 8 and abs(x - 28) < half - 2 else mix(CHINA, PAPER, abs(x - 24) * 4)
    ring = (x - 48) ** 2 + (y - 18) ** 2
    return mix(CHINA, PAPER, 60) if 36 <= ring <= 90 and x > 46 else PAPER


def leaf(colour):
    """A leaf between two arcs, with its vein."""

    def colour_at(x, y):
        along = x + (31 - y)
        across = x - (31 - y)
        width = 13 - (along - 31) ** 2 // 60
        if abs(across) > width or not 4 <= along <= 58:
            return PAPER
        return mix(colour, CHINA, 110) if abs(across) < 2 else mix(colour, PAPER, 6 * abs(across))

    return colour_at


def steam(phase):
    """A frame of 32x16 pixels as the LCD160CR takes them: blue in the highest five bits."""
    out = b""
    for y in range(16):
        for x in range(32):
            wave = math.sin(y / 3 + 2 * math.pi * phase / 3)
            near = min(abs(x - centre - 2 * wave) for centre in (8, 16, 24))
            r, g, b = mix(PAPER, CHINA, 14 * y) if near < 1.2 else PAPER
            out += struct.pack("<H", (b & 0xF8) << 8 | (g & 0xFC) << 3 | r >> 3)
    return out


def wav(samples):
    """Returns a WAV file, 8-bit mono, of samples from -1 to 1."""
    data = bytes(128 + round(127 * sample) for sample in samples)
    pad = b"\0" * (len(data) & 1)
    chunks = b"WAVE" + struct.pack("<4sIHHIIHH", b"fmt ", 16, 1, 1, RATE, RATE, 1, 8)
    chunks += struct.pack("<4sI", b"data", len(data)) + data + pad
    return struct.pack("<4sI", b"RIFF", len(chunks)) + chunks


def tone(seconds, partials):
    """Yields a struck sound; a partial is frequency, loudness, and seconds to fade to a third."""
    for i in range(round(RATE * seconds)):
        t = i / RATE
        fade = min(1, (seconds - t) / 0.02)
        yield fade * sum(
            loud * math.exp(-t / decay) * math.sin(2 * math.pi * pitch * t)
            for pitch, loud, decay in partials
        )


def main(folder):
    gong = [(196, 0.35, 1.2), (329, 0.2, 0.9), (531, 0.18, 0.6), (742, 0.12, 0.4), (1183, 0.1, 0.2)]
    files = {
        "font/small.fnt": small_font(),
        "font/digits.fnt": digits_font(),
        "img/splash.bmp": bmp(128, 48, splash),
        "img/cup.bmp": bmp(64, 48, cup),
        "snd/click.wav": wav(tone(0.04, [(1800, 0.6, 0.01)])),
        "snd/start.wav": wav([*tone(0.1, [(523, 0.6, 0.1)]), *tone(0.15, [(784, 0.6, 0.1)])]),
        "snd/gong.wav": wav(tone(1.05, gong)),
    }
    for kind, colour in TEA.items():
        files["img/leaf-" + kind + ".bmp"] = bmp(32, 32, leaf(colour))
    for phase in range(3):
        files["img/steam-" + str(phase) + ".565"] = steam(phase)
    for path, content in files.items():
        target = os.path.join(folder, path)
        os.makedirs(os.path.dirname(target), exist_ok=True)
        with open(target, "wb") as out:
            out.write(content)


main(sys.argv[1])
