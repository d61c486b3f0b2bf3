package mkfsdfu.fat;

import java.nio.ByteBuffer;

/**
 * The 32-byte slots of a directory (Microsoft FAT specification, "FAT Directory Structure" and "FAT
 * Long Directory Entries"), as FatFs fills them.
 */
final class DirectorySlots {
  private static final byte ATTRIBUTE_LABEL = 0x08;
  private static final byte ATTRIBUTE_DIRECTORY = 0x10;
  private static final byte ATTRIBUTE_ARCHIVE = 0x20;
  private static final byte ATTRIBUTE_LONG_NAME = 0x0F;

  private static final int NAME_BYTES = 11;
  private static final int LAST_PART = 0x40;

  /** Where a long-name slot holds its 13 UTF-16 units. */
  private static final int[] UNIT_OFFSETS = {1, 3, 5, 7, 9, 14, 16, 18, 20, 22, 24, 28, 30};

  private static final String DOT = ".          ";
  private static final String DOT_DOT = "..         ";

  /** Little-endian. */
  private final ByteBuffer volume;

  DirectorySlots(ByteBuffer volume) {
    this.volume = volume;
  }

  /** Writes the volume's label, which FatFs gives no time. */
  void putLabel(int offset, VolumeLabel label) {
    putName(offset, label.padded());
    volume.put(offset + 11, ATTRIBUTE_LABEL);
  }

  /** Writes the slot of a file: created and modified, never accessed. */
  void putFile(int offset, ShortName name, FatTime modified, int firstCluster, long bytes) {
    putName(offset, name.padded());
    volume.put(offset + 11, ATTRIBUTE_ARCHIVE);
    volume.put(offset + 12, (byte) name.caseFlags());
    putTime(offset + 14, modified);
    putTime(offset + 22, modified);
    volume.putShort(offset + 26, (short) firstCluster);
    volume.putInt(offset + 28, (int) bytes);
  }

  /** Writes the slot of a directory: modified, but neither created nor accessed. */
  void putDirectory(int offset, ShortName name, FatTime modified, int firstCluster) {
    putDirectory(offset, name.padded(), modified, firstCluster);
    volume.put(offset + 12, (byte) name.caseFlags());
  }

  /** Writes {@code .}, the first slot of a directory. */
  void putDot(int offset, FatTime modified, int ownCluster) {
    putDirectory(offset, DOT, modified, ownCluster);
  }

  /** Writes {@code ..}, the second slot; the parent's cluster is 0 if that is the root. */
  void putDotDot(int offset, FatTime modified, int parentCluster) {
    putDirectory(offset, DOT_DOT, modified, parentCluster);
  }

  /**
   * Writes one slot of a long name.
   *
   * @param part which 13 units of the name, counted from 1
   * @param parts how many such slots there are; the last comes first in the directory
   */
  void putLongName(int offset, String name, ShortName shortName, int part, int parts) {
    volume.put(offset, (byte) (part == parts ? part | LAST_PART : part));
    volume.put(offset + 11, ATTRIBUTE_LONG_NAME);
    volume.put(offset + 13, (byte) checksum(shortName));
    int at = (part - 1) * ShortName.UNITS_PER_SLOT;
    for (int unitOffset : UNIT_OFFSETS) {
      // One zero after the name, then all bits set; a name that fills its slots has neither.
      int unit = at < name.length() ? name.charAt(at) : at == name.length() ? 0 : 0xFFFF;
      volume.putShort(offset + unitOffset, (short) unit);
      at++;
    }
  }

  private static int checksum(ShortName name) {
    int sum = 0;
    for (int i = 0; i < NAME_BYTES; i++) {
      sum = (((sum & 1) << 7) + (sum >> 1) + name.padded().charAt(i)) & 0xFF;
    }
    return sum;
  }

  private void putDirectory(int offset, String padded, FatTime modified, int firstCluster) {
    putName(offset, padded);
    volume.put(offset + 11, ATTRIBUTE_DIRECTORY);
    putTime(offset + 22, modified);
    volume.putShort(offset + 26, (short) firstCluster);
  }

  private void putName(int offset, String padded) {
    for (int i = 0; i < NAME_BYTES; i++) {
      volume.put(offset + i, (byte) padded.charAt(i));
    }
  }

  private void putTime(int offset, FatTime at) {
    volume.putShort(offset, (short) at.time());
    volume.putShort(offset + 2, (short) at.date());
  }
}
