package mkfsdfu.dfu;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import mkfsdfu.flash.Address;
import mkfsdfu.flash.Bytes;

/**
 * One DfuSe file twice: as a value, and as bytes laid out field by field from ST UM0391, without
 * any code of ours. Nothing in it is what dfu.py would write, so that nothing can pass by being the
 * default.
 */
final class SampleDfu {
  static final int SIZE_FIELD = 6;
  static final int TARGETS_FIELD = 10;
  static final int TARGET_1 = 11;
  static final int TARGET_1_SETTING = TARGET_1 + 6;
  static final int TARGET_1_SIZE = TARGET_1 + 266;
  static final int TARGET_1_ELEMENTS = TARGET_1 + 270;
  static final int ELEMENT_1 = TARGET_1 + 274;
  static final int ELEMENT_2 = ELEMENT_1 + 8 + 5;
  static final int TARGET_2 = ELEMENT_2 + 8 + 16;
  static final int TARGET_2_SETTING = TARGET_2 + 6;
  static final int ELEMENT_3 = TARGET_2 + 274;
  static final int SUFFIX = ELEMENT_3 + 8 + 3;
  static final int FILE_BYTES = SUFFIX + 16;

  private static final Charset LATIN_1 = StandardCharsets.ISO_8859_1;
  private static final Bytes NAME_1 = name("Flash\0 with\n bytes behind its name");
  private static final Bytes NAME_2 = name("x".repeat(255));
  private static final Bytes DATA_1 = Bytes.wrap(new byte[] {1, 2, 3, 4, 5});
  private static final Bytes DATA_2 = Bytes.wrap("0123456789abcdef".getBytes(LATIN_1));
  private static final Bytes DATA_3 = Bytes.wrap(new byte[] {-1, 0, -128});

  private SampleDfu() {}

  static DfuFile value() {
    return new DfuFile(
        List.of(
            new DfuTarget(
                0,
                0x89ABCDEFL,
                NAME_1,
                List.of(
                    new DfuElement(new Address(0x08020000L), DATA_1),
                    new DfuElement(new Address(0x08000000L), DATA_2))),
            new DfuTarget(
                255, 0, NAME_2, List.of(new DfuElement(new Address(0x08000004L), DATA_3)))),
        new DfuDevice(0x1234, 0xFEDC, 0x9876));
  }

  static byte[] bytes() {
    ByteBuffer out = ByteBuffer.allocate(FILE_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    out.put("DfuSe".getBytes(LATIN_1)).put((byte) 1).putInt(SUFFIX).put((byte) 2);
    out.put("Target".getBytes(LATIN_1)).put((byte) 0).putInt(0x89ABCDEF).put(NAME_1.buffer());
    out.putInt(8 + 5 + 8 + 16).putInt(2);
    out.putInt(0x08020000).putInt(5).put(DATA_1.buffer());
    out.putInt(0x08000000).putInt(16).put(DATA_2.buffer());
    out.put("Target".getBytes(LATIN_1)).put((byte) 255).putInt(0).put(NAME_2.buffer());
    out.putInt(8 + 3).putInt(1);
    out.putInt(0x08000004).putInt(3).put(DATA_3.buffer());
    out.putShort((short) 0x9876).putShort((short) 0xFEDC).putShort((short) 0x1234);
    out.putShort((short) 0x011A).put("UFD".getBytes(LATIN_1)).put((byte) 16);
    byte[] bytes = new byte[FILE_BYTES];
    out.flip().get(bytes, 0, FILE_BYTES - 4);
    return withCrc(bytes);
  }

  /** Makes the last four bytes the checksum of all before. */
  static byte[] withCrc(byte[] file) {
    CRC32 crc = new CRC32();
    crc.update(file, 0, file.length - 4);
    return with(file, file.length - 4, 4, ~crc.getValue());
  }

  /** Sets a little-endian field. */
  static byte[] with(byte[] file, int at, int fieldBytes, long value) {
    byte[] changed = file.clone();
    for (int i = 0; i < fieldBytes; i++) {
      changed[at + i] = (byte) (value >> (8 * i));
    }
    return changed;
  }

  private static Bytes name(String text) {
    return Bytes.wrap(Arrays.copyOf(text.getBytes(LATIN_1), 255));
  }
}
