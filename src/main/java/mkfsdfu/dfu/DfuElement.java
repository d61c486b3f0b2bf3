package mkfsdfu.dfu;

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
  /** Returns the flash that the element covers. */
  public Region region() {
    return new Region(address, data.length());
  }
}
