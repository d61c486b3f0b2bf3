package mkfsdfu.fat;

import mkfsdfu.flash.Bytes;

/**
 * Goes through the slots of a directory as the board's driver does (FatFs R0.13c, {@code dir_read},
 * {@code pick_lfn}, {@code get_fileinfo}): long names count only where order and checksum are
 * right, and the first byte 0 ends the directory.
 */
final class DirectoryScan {
  /** What a slot is that is no part of a long name. */
  enum Kind {
    /** A file or directory. */
    ENTRY,
    /** A volume label. */
    LABEL,
    /** A name that begins with a dot: one of the two dot entries, or a name the driver skips. */
    DOT,
    /** Deleted. */
    DELETED
  }

  /** Slots that the driver reads of one directory at most. */
  static final int MAX_SLOTS = 65536;

  static final int DIRECTORY = 0x10;
  static final int VOLUME = 0x08;

  private static final int ARCHIVE = 0x20;
  private static final int LONG_NAME = 0x0F;
  private static final int ATTRIBUTE_MASK = 0x3F;
  private static final int DELETED = 0xE5;

  /** Stands for {@link #DELETED} as the first byte of a name in use. */
  private static final int ESCAPED_E5 = 0x05;

  private final Bytes volume;
  private final SlotOffsets offsets;
  private final LongName longName = new LongName();
  private int slot;
  private int at;
  private Kind kind;
  private String name;
  private String shortName;

  DirectoryScan(Bytes volume, SlotOffsets offsets) {
    this.volume = volume;
    this.offsets = offsets;
  }

  /**
   * Goes to the next slot that is no part of a long name.
   *
   * @return false if the directory has ended
   */
  boolean next() {
    longName.clear();
    name = null;
    shortName = null;
    while (slot < MAX_SLOTS) {
      at = offsets.next();
      if (at < 0 || volume.u8(at) == 0) {
        return false;
      }
      slot++;
      int attributes = attributes();
      if (volume.u8(at) == DELETED) {
        return stopAt(Kind.DELETED);
      }
      if (attributes == LONG_NAME) {
        longName.add(volume, at);
      } else if (volume.u8(at) == '.') {
        return stopAt(Kind.DOT);
      } else if ((attributes & ~ARCHIVE) == VOLUME) {
        return stopAt(Kind.LABEL);
      } else {
        longName.finish(volume, at);
        kind = Kind.ENTRY;
        return true;
      }
    }
    return false;
  }

  private boolean stopAt(Kind what) {
    longName.abandon();
    kind = what;
    return true;
  }

  /** Returns what the slot is. */
  Kind kind() {
    return kind;
  }

  /** Returns the offset of the slot in the volume, in bytes; negative after the last cluster. */
  int offset() {
    return at;
  }

  /** Returns how many slots were read before this one. */
  int slotsBefore() {
    return slot - 1;
  }

  /** Returns the long-name slots before this one, used or not. */
  LongName longName() {
    return longName;
  }

  int attributes() {
    return volume.u8(at + 11) & ATTRIBUTE_MASK;
  }

  boolean isDirectory() {
    return (attributes() & DIRECTORY) != 0;
  }

  int firstCluster() {
    return volume.u16(at + 26);
  }

  /** Returns the size that is stored, in bytes, 0 to 2^32 - 1. */
  long bytes() {
    return volume.u32(at + 28);
  }

  FatTime modified() {
    return new FatTime(volume.u16(at + 24), volume.u16(at + 22));
  }

  /** Returns the name that the board shows. */
  String name() {
    if (name == null) {
      name = longName.text();
      if (name == null || !CodePage437.holds(name)) {
        int ntFlags = volume.u8(at + 12);
        name = readShortName((ntFlags & 0x08) != 0, (ntFlags & 0x10) != 0);
      }
    }
    return name;
  }

  /** Returns the short name in the case in which it is stored. */
  String shortName() {
    if (shortName == null) {
      shortName = readShortName(false, false);
    }
    return shortName;
  }

  /** Joins body and extension as the driver does, whatever bytes they are made of. */
  private String readShortName(boolean lowerBody, boolean lowerExtension) {
    char[] text = new char[12];
    int length = 0;
    boolean lower = lowerBody;
    for (int i = 0; i < 11; i++) {
      int octet = volume.u8(at + i);
      if (octet == ' ') {
        continue;
      }
      if (octet == 0) {
        break;
      }
      if (i == 8) {
        text[length++] = '.';
        lower = lowerExtension;
      }
      if (octet == '.') {
        lower = lowerExtension;
      }
      if (octet == ESCAPED_E5) {
        octet = DELETED;
      }
      boolean fold = lower && octet >= 'A' && octet <= 'Z';
      text[length++] = CodePage437.decode(fold ? octet + 32 : octet);
    }
    return length == 0 ? "?" : new String(text, 0, length);
  }
}
