package mkfsdfu.fat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The first sector of a volume as FatFs writes it (Microsoft FAT specification, "Boot Sector and
 * BPB").
 *
 * @param geometry where everything lies
 * @param label stands here too: FatFs leaves "NO NAME", which fsck.fat calls an error
 * @param volumeId the serial number
 */
record BootSector(Geometry geometry, VolumeLabel label, int volumeId) {
  /** The boot sector ends here whatever the sector size. */
  static final int SIGNATURE_OFFSET = 510;

  static final int MEDIA = 0xF8;

  /** A jump to itself, then NOP: nothing boots from here. */
  private static final int JUMP = 0x90FEEB;

  private static final int SECTORS_PER_TRACK = 63;
  private static final int HEADS = 255;

  /**
   * The board shows its flash over USB behind a made-up partition table whose partition begins at
   * block 256, and its format sees the volume there.
   */
  private static final int HIDDEN_SECTORS = 256;

  private static final byte DRIVE = (byte) 0x80;
  private static final byte EXTENDED_SIGNATURE = 0x29;

  /** Writes it to the start of a volume. */
  void encode(byte[] volume) {
    ByteBuffer out = ByteBuffer.wrap(volume).order(ByteOrder.LITTLE_ENDIAN);
    boolean fitsIn16Bits = geometry.sectors() < 0x10000;
    out.putInt(0, JUMP);
    putText(volume, 3, "MSDOS5.0");
    out.putShort(11, (short) geometry.sectorBytes());
    out.put(13, (byte) geometry.sectorsPerCluster());
    out.putShort(14, (short) geometry.reservedSectors());
    out.put(16, (byte) geometry.fats());
    out.putShort(17, (short) geometry.rootEntries());
    out.putShort(19, fitsIn16Bits ? (short) geometry.sectors() : 0);
    out.put(21, (byte) MEDIA);
    out.putShort(22, (short) geometry.sectorsPerFat());
    out.putShort(24, (short) SECTORS_PER_TRACK);
    out.putShort(26, (short) HEADS);
    out.putInt(28, HIDDEN_SECTORS);
    out.putInt(32, fitsIn16Bits ? 0 : geometry.sectors());
    out.put(36, DRIVE);
    out.put(38, EXTENDED_SIGNATURE);
    out.putInt(39, volumeId);
    putText(volume, 43, label.padded());
    // FatFs writes no 12 or 16 here; drivers must go by the cluster count anyway.
    putText(volume, 54, "FAT     ");
    out.putShort(SIGNATURE_OFFSET, (short) 0xAA55);
  }

  private static void putText(byte[] volume, int offset, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(bytes, 0, volume, offset, bytes.length);
  }
}
