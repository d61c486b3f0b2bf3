"""Reads every file of the filesystem: import tea.selftest"""

import binascii
import os

_CHUNK = 1024
_DIRECTORY = 0x4000


def checksum(path):
    """Returns size and CRC-32 of a file, holding only a piece of it at a time."""
    size = 0
    crc = 0
    chunk = bytearray(_CHUNK)
    with open(path, "rb") as file:
        while True:
            count = file.readinto(chunk)
            if not count:
                return size, crc
            size += count
            crc = binascii.crc32(memoryview(chunk)[:count], crc)


def files(folder):
    """Yields the paths of all files below a folder."""
    for entry in sorted(os.ilistdir(folder)):
        path = folder + "/" + entry[0]
        if entry[1] == _DIRECTORY:
            yield from files(path)
        else:
            yield path


def run(folder="/flash"):
    count = 0
    for path in files(folder):
        size, crc = checksum(path)
        print("{:08x} {:7} {}".format(crc, size, path))
        count += 1
    print(count, "files read")


run()
