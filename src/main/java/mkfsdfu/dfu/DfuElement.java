package mkfsdfu.dfu;

import mkfsdfu.error.DataFailure;
import mkfsdfu.flash.Address;
import mkfsdfu.flash.Bytes;
import mkfsdfu.flash.Region;

/**
 * Bytes and the address they are flashed to (ST UM0391, image element).
 *
 * @param address of the first byte; address and data end within 32 bits
 * @param data what is flashed there
 */
public record DfuElement(Address address, Bytes data) {
  /** What MicroPython pads its elements to: an STM32L4 writes its flash in units of 8 bytes. */
  public static final int UNIT_BYTES = 8;

  public DfuElement {
    if (address.value() + data.length() > Address.SPACE_BYTES) {
      throw new IllegalArgumentException(data + " from " + address + " leave 32 bits");
    }
  }

  /**
   * Makes an element of whole units, with zeros after the data. Data that are whole units already
   * are not copied; {@link #paddedBytes} tells a caller who makes the array how large it has to be.
   *
   * @param source what the data come from, for the message
   * @throws DataFailure if the element would not end within 32 bits
   */
  public static DfuElement padded(String source, Address address, Bytes data) {
    long bytes = paddedBytes(data.length());
    if (address.value() + bytes > Address.SPACE_BYTES) {
      throw new DataFailure(
          source,
          bytes + " bytes from " + address + " pass the last address, 0xffffffff",
          "give a lower address");
    }
    if (bytes == data.length()) {
      return new DfuElement(address, data);
    }
    byte[] whole = new byte[(int) bytes];
    data.copyTo(0, whole, 0, data.length());
    return new DfuElement(address, Bytes.wrap(whole));
  }

  /** Returns a length rounded up to whole units, in bytes. */
  public static long paddedBytes(long bytes) {
    return (bytes + UNIT_BYTES - 1) / UNIT_BYTES * UNIT_BYTES;
  }

  /** Returns the flash that the element covers. */
  public Region region() {
    return new Region(address, data.length());
  }
}
