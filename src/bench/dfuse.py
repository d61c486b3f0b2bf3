"""Adds an image to the first target of a DfuSe file (ST UM0391), as plainly as such a script is written.

dfuse.py FW.dfu ADDRESS IMAGE OUT.dfu
"""

import struct
import sys
import zlib

PREFIX = struct.Struct("<5sBIB")
TARGET = struct.Struct("<6sBI255sII")
ELEMENT = struct.Struct("<II")
SUFFIX = struct.Struct("<HHHH3sB")


def main(firmware, address, image, out):
    with open(firmware, "rb") as file:
        old = file.read()
    with open(image, "rb") as file:
        volume = file.read()
    signature, version, _, targets = PREFIX.unpack_from(old)
    mark, setting, named, name, size, count = TARGET.unpack_from(old, PREFIX.size)
    body = PREFIX.size + TARGET.size
    elements = old[body : body + size] + ELEMENT.pack(int(address, 16), len(volume)) + volume
    rest = old[body + size : -16]
    target = TARGET.pack(mark, setting, named, name, len(elements), count + 1)
    total = PREFIX.size + len(target) + len(elements) + len(rest)
    new = PREFIX.pack(signature, version, total, targets) + target + elements + rest + old[-16:-4]
    with open(out, "wb") as file:
        file.write(new)
        file.write(struct.pack("<I", ~zlib.crc32(new) & 0xFFFFFFFF))


main(*sys.argv[1:])
