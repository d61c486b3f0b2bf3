package mkfsdfu.fat;

import mkfsdfu.flash.Bytes;

/**
 * The long-name slots that stand before a short entry, put together as the board's driver does
 * (FatFs R0.13c, {@code dir_read} and {@code pick_lfn}), and what is wrong with them.
 */
final class LongName {
  private static final int LAST_PART = 0x40;
  private static final int PART_UNITS = 13;
  private static final int MAX_UNITS = 255;

  /** No part is expected: none was seen, or one was wrong. */
  private static final int BROKEN = 0xFF;

  private final char[] units = new char[MAX_UNITS + 1];
  private int parts;
  private int expected;
  private int checksum;
  private boolean usable;
  private Rule broken;

  /** Forgets all. */
  void clear() {
    parts = 0;
    expected = BROKEN;
    checksum = BROKEN;
    usable = false;
    broken = null;
  }

  /** Takes the next part, the last of the name coming first. */
  void add(Bytes volume, int at) {
    int order = volume.u8(at);
    if ((order & LAST_PART) != 0) {
      if (parts > 0) {
        blame(Rule.LONG_NAME_ORPHAN);
      }
      order &= ~LAST_PART;
      expected = order;
      checksum = volume.u8(at + 13);
      units[MAX_UNITS] = 0;
    }
    parts++;
    if (expected == BROKEN || order != expected) {
      blame(Rule.LONG_NAME_ORDER);
      expected = BROKEN;
    } else if (volume.u8(at + 13) != checksum) {
      blame(Rule.LONG_NAME_CHECKSUM);
      expected = BROKEN;
    } else if (!pick(volume, at, order)) {
      blame(Rule.LONG_NAME_TEXT);
      expected = BROKEN;
    } else {
      expected--;
    }
  }

  /** Ends the name with the short entry that it belongs to. */
  void finish(Bytes volume, int at) {
    if (parts == 0) {
      return;
    }
    if (expected != 0) {
      blame(Rule.LONG_NAME_ORDER);
    } else if (checksum != checksumOf(volume, at)) {
      blame(Rule.LONG_NAME_CHECKSUM);
    } else if (units[0] == 0) {
      blame(Rule.LONG_NAME_TEXT);
    } else {
      usable = true;
    }
  }

  /** Ends the name where no short entry follows. */
  void abandon() {
    if (parts > 0) {
      broken = Rule.LONG_NAME_ORPHAN;
    }
  }

  /** Returns how many slots were taken. */
  int parts() {
    return parts;
  }

  /** Returns the rule that the slots break, or null. */
  Rule broken() {
    return broken;
  }

  /** Returns the name, or null if the board does not use it. */
  String text() {
    if (!usable) {
      return null;
    }
    int length = 0;
    while (length < MAX_UNITS && units[length] != 0) {
      length++;
    }
    return new String(units, 0, length);
  }

  /** Returns the checksum of a short entry's 11 bytes. */
  static int checksumOf(Bytes volume, int at) {
    int sum = 0;
    for (int i = 0; i < 11; i++) {
      sum = (((sum & 1) << 7) + (sum >> 1) + volume.u8(at + i)) & 0xFF;
    }
    return sum;
  }

  private void blame(Rule rule) {
    if (broken == null) {
      broken = rule;
    }
  }

  private boolean pick(Bytes volume, int at, int order) {
    if (order == 0 || volume.u16(at + 26) != 0) {
      return false;
    }
    int to = (order - 1) * PART_UNITS;
    boolean ended = false;
    for (int i = 0; i < PART_UNITS; i++) {
      int unit = volume.u16(at + unitOffset(i));
      if (ended) {
        if (unit != 0xFFFF) {
          return false;
        }
      } else {
        if (to > MAX_UNITS) {
          return false;
        }
        units[to++] = (char) unit;
        ended = unit == 0;
      }
    }
    if (!ended && (volume.u8(at) & LAST_PART) != 0) {
      if (to > MAX_UNITS) {
        return false;
      }
      units[to] = 0;
    }
    return true;
  }

  /** Returns where a unit stands in its slot: 5 from offset 1, 6 from 14, 2 from 28. */
  private static int unitOffset(int unit) {
    if (unit < 5) {
      return 1 + 2 * unit;
    }
    return unit < 11 ? 4 + 2 * unit : 6 + 2 * unit;
  }
}
