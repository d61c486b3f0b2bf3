package mkfsdfu.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import mkfsdfu.dfu.DfuDevice;
import mkfsdfu.dfu.DfuElement;
import mkfsdfu.dfu.DfuFile;
import mkfsdfu.dfu.DfuWriter;
import mkfsdfu.flash.Address;
import mkfsdfu.flash.Bytes;
import mkfsdfu.flash.Region;

/**
 * Firmware files that are laid out as MicroPython's and carry the strings by which a board is
 * recognised, but run on nothing: a vector table, then one little function over and over, so that
 * they compress well.
 */
public final class StandInFirmware {
  private static final String VERSION = "3.4.0; MicroPython v1.29.0 on 2026-06-01";
  private static final int STACK_TOP = 0x2001FFF8;

  /** The 16 system exceptions of a Cortex-M and the 82 interrupts of an STM32F405. */
  private static final int VECTORS = 16 + 82;

  /** push {r4, lr}; movs r0, #index; six times nop; pop {r4, pc}, and padding. */
  private static final int FUNCTION_BYTES = 32;

  private StandInFirmware() {}

  /** Returns what testdata/firmware.dfu holds: a pyboard 1.1, as its release files are laid out. */
  public static DfuFile pybv11() {
    return of(
        "PYBV11",
        "PYBv1.1 with STM32F405RG",
        new Region(new Address(0x08000000L), 15504),
        new Region(new Address(0x08020000L), 363336));
  }

  /**
   * Makes a firmware.
   *
   * @param buildName what stands NUL-terminated in builds since v1.25; empty for none
   * @param banner the board's name and its MCU; empty for none
   * @param elements where the firmware lies, in file order; the strings are in the largest
   */
  public static DfuFile of(String buildName, String banner, Region... elements) {
    Region largest = Arrays.stream(elements).max(Comparator.comparing(Region::bytes)).orElseThrow();
    List<DfuElement> made = new ArrayList<>();
    for (Region region : elements) {
      byte[] data = code(region);
      if (region.equals(elements[0])) {
        putVectors(data, largest);
      }
      if (region.equals(largest)) {
        putStrings(data, buildName, banner);
      }
      made.add(new DfuElement(region.start(), Bytes.wrap(data)));
    }
    return DfuFile.of(DfuDevice.ST_ROM_LOADER, made);
  }

  /** Returns a file's bytes in one array. */
  public static byte[] bytes(DfuFile file) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (Bytes piece : DfuWriter.pieces(file)) {
      out.writeBytes(piece.toArray());
    }
    return out.toByteArray();
  }

  /** Writes the pyboard's file anew, to the path that is the first argument. */
  public static void main(String[] arguments) throws IOException {
    Files.write(Path.of(arguments[0]), bytes(pybv11()));
  }

  private static byte[] code(Region region) {
    byte[] data = new byte[(int) region.bytes()];
    ByteBuffer out = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
    for (int index = 0; out.remaining() >= FUNCTION_BYTES; index++) {
      int next = out.position() + FUNCTION_BYTES;
      out.putShort((short) 0xB510).putShort((short) (0x2000 | (index >> 4 & 0xFF)));
      for (int i = 0; i < 6; i++) {
        out.putShort((short) 0xBF00);
      }
      out.putShort((short) 0xBD10).position(next);
    }
    return data;
  }

  private static void putVectors(byte[] data, Region code) {
    ByteBuffer out = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
    out.putInt(STACK_TOP);
    for (int vector = 1; vector < VECTORS; vector++) {
      // Bit 0 says Thumb. Reset has a function of its own, the rest share one.
      int function = vector == 1 ? 0x1000 : 0x2000;
      out.putInt((int) code.start().value() + function + 1);
    }
  }

  private static void putStrings(byte[] data, String buildName, String banner) {
    StringBuilder strings = new StringBuilder("\0" + VERSION + "\0");
    if (!banner.isEmpty()) {
      strings.append("; ").append(banner).append('\0');
    }
    if (!buildName.isEmpty()) {
      strings.append(buildName).append('\0');
    }
    byte[] bytes = strings.toString().getBytes(StandardCharsets.ISO_8859_1);
    // The read-only data follow the code; an odd place, as they are not aligned in real builds.
    System.arraycopy(bytes, 0, data, data.length / 8 * 7 + 3, bytes.length);
  }
}
