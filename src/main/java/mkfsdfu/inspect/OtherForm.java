package mkfsdfu.inspect;

import mkfsdfu.dfu.Gzip;
import mkfsdfu.error.DataFailure;
import mkfsdfu.flash.Bytes;
import mkfsdfu.hex.HexReader;

/**
 * Forms of files that packing reads and writes, and that are not looked into. As raw bytes they
 * would seem to be damaged volumes.
 */
final class OtherForm {
  private static final String LIMIT = ", and only .dfu files and raw volumes are looked into";

  private OtherForm() {}

  /**
   * Lets everything else pass.
   *
   * @throws DataFailure if the bytes are compressed, or Intel HEX
   */
  static void refuse(String name, Bytes bytes) {
    if (Gzip.recognises(bytes)) {
      throw new DataFailure(name, "is compressed" + LIMIT, "unpack it first, with gunzip");
    }
    if (HexReader.recognises(bytes) && isHexLine(bytes)) {
      throw new DataFailure(
          name, "is Intel HEX" + LIMIT, "make a .dfu of it: mkfsdfu DIR " + name + " -o FILE.dfu");
    }
  }

  /** A colon may begin something else: in a line, length, address and type follow it. */
  private static boolean isHexLine(Bytes bytes) {
    for (int at = 1; at < 9; at++) {
      if (at >= bytes.length() || Character.digit(bytes.u8(at), 16) < 0) {
        return false;
      }
    }
    return true;
  }
}
