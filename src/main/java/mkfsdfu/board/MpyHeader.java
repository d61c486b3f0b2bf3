package mkfsdfu.board;

import java.util.Optional;
import mkfsdfu.flash.Bytes;

/**
 * How an .mpy file begins (MicroPython, docs/reference/mpyfiles.rst and py/persistentcode.c).
 *
 * @param version of the format, 0 to 255
 * @param subVersion of native code since version 6, 0 to 3; otherwise 0
 * @param architecture of native code, an index into {@link MpyArchitecture}; 0 for bytecode
 * @param smallIntBits bits that a small integer of the board must have
 */
public record MpyHeader(int version, int subVersion, int architecture, int smallIntBits) {
  private static final int BYTES = 4;

  /** The first version whose files can hold native code. */
  private static final int FIRST_NATIVE = 5;

  /** The first version whose flags are a sub-version. */
  private static final int FIRST_WITH_SUB_VERSION = 6;

  /** Reads the header, if the file has one. */
  public static Optional<MpyHeader> read(Bytes file) {
    if (file.length() < BYTES || file.u8(0) != 'M') {
      return Optional.empty();
    }
    int version = file.u8(1);
    int features = file.u8(2);
    // Bit 6 announces flags of the architecture, which no ARM has.
    int architecture = version < FIRST_NATIVE ? 0 : features >> 2 & 0x0F;
    boolean native6 = version >= FIRST_WITH_SUB_VERSION && architecture != 0;
    return Optional.of(
        new MpyHeader(version, native6 ? features & 3 : 0, architecture, file.u8(3)));
  }

  /** Tells whether the file holds machine code. */
  boolean isNative() {
    return architecture != 0;
  }
}
