package mkfsdfu.dfu;

import mkfsdfu.error.UsageFailure;

/**
 * The device a file is for, as the suffix names it (USB DFU 1.1, appendix B).
 *
 * @param vendorId USB vendor, 0 to 0xFFFF
 * @param productId USB product, 0 to 0xFFFF
 * @param deviceVersion bcdDevice, 0 to 0xFFFF
 */
public record DfuDevice(int vendorId, int productId, int deviceVersion) {
  /** ST's ROM loader, and what MicroPython's firmware files name: 0483:DF11, bcdDevice 0. */
  public static final DfuDevice ST_ROM_LOADER = new DfuDevice(0x0483, 0xDF11, 0);

  public DfuDevice {
    if (((vendorId | productId | deviceVersion) & ~0xFFFF) != 0) {
      throw new IllegalArgumentException("a device's numbers have 16 bits");
    }
  }

  /**
   * Reads a device as people write it, with bcdDevice 0: {@code 0483:df11} as for dfu-util, or
   * {@code 0x0483:0xdf11} as for dfu.py. Both numbers are hexadecimal.
   *
   * @throws UsageFailure if the text is not two numbers of 0 to FFFF with a colon between
   */
  public static DfuDevice parse(String text) {
    int colon = text.indexOf(':');
    int vendorId = colon < 0 ? -1 : id(text.substring(0, colon));
    int productId = colon < 0 ? -1 : id(text.substring(colon + 1));
    if (vendorId < 0 || productId < 0) {
      throw new UsageFailure(
          "--device",
          "'" + text + "' is not VID:PID, two numbers of 1 to 4 hexadecimal digits",
          "write it as 0483:df11");
    }
    return new DfuDevice(vendorId, productId, 0);
  }

  private static int id(String text) {
    boolean prefixed = text.startsWith("0x") || text.startsWith("0X");
    String digits = prefixed ? text.substring(2) : text;
    if (digits.isEmpty() || digits.length() > 4) {
      return -1;
    }
    int id = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = Character.digit(digits.charAt(i), 16);
      if (digit < 0) {
        return -1;
      }
      id = id << 4 | digit;
    }
    return id;
  }

  /** Returns vendor and product as {@code lsusb} and {@code dfu-util} print them. */
  public String ids() {
    return DfuCursor.hex(vendorId, 4).substring(2) + ":" + DfuCursor.hex(productId, 4).substring(2);
  }
}
