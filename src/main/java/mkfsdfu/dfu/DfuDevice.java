package mkfsdfu.dfu;

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
}
