package mkfsdfu.board;

/**
 * The machine code that .mpy files may hold, by the numbers of MicroPython's py/persistentcode.h.
 * Of ARM's, a processor runs its own and all before it from armv6m on.
 */
final class MpyArchitecture {
  private static final String[] NAMES = {
    "none",
    "x86",
    "x64",
    "armv6",
    "armv6m",
    "armv7m",
    "armv7em",
    "armv7emsp",
    "armv7emdp",
    "xtensa",
    "xtensawin",
    "rv32imc",
    "rv64imc",
  };

  private static final int ARMV6M = 4;
  private static final int ARMV7EM = 6;
  private static final int ARMV7EMSP = 7;
  private static final int ARMV7EMDP = 8;

  /** What the most capable of them runs. */
  static final int MOST_ARM = ARMV7EMDP;

  /** Those of the F7 whose floating-point unit knows double precision. */
  private static final String[] DOUBLE_F7 = {"STM32F765", "STM32F767", "STM32F769"};

  private MpyArchitecture() {}

  static String name(int number) {
    return number < NAMES.length ? NAMES[number] : "architecture " + number;
  }

  /** Tells whether a processor runs code. */
  static boolean runs(int own, int code) {
    return ARMV6M <= code && code <= own;
  }

  /**
   * Returns what a microcontroller runs at most, as MicroPython is compiled for it
   * (ports/stm32/stm32.mk: core and floating-point unit by series).
   *
   * @param mcu its name, {@code STM32F405RG}
   * @return 0 if the series is not known
   */
  static int of(String mcu) {
    if (mcu.startsWith("STM32F7")) {
      for (String name : DOUBLE_F7) {
        if (mcu.startsWith(name)) {
          return ARMV7EMDP;
        }
      }
      return ARMV7EMSP;
    }
    String series = mcu.length() < 7 ? "" : mcu.substring(5, 7);
    return switch (series) {
      case "F0", "G0", "L0" -> ARMV6M;
      case "L1", "WL" -> ARMV7EM;
      case "F4", "G4", "H5", "L4", "U5", "WB" -> ARMV7EMSP;
      case "H7", "N6" -> ARMV7EMDP;
      default -> 0;
    };
  }
}
