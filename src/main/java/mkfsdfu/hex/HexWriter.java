package mkfsdfu.hex;

import java.util.Iterator;
import mkfsdfu.flash.Bytes;

/**
 * Lays an Intel HEX file out. The text depends on the bytes and their addresses alone, not on how
 * they are cut into sections: so a file that was read and is written again comes out the same.
 *
 * <p>Lines are as GNU objcopy writes them: 16 bytes each, upper-case digits, ended by CR and LF.
 * They end at multiples of 16, and each 64 KiB begin with an extended linear address record, also
 * the first.
 */
public final class HexWriter {
  private HexWriter() {}

  /**
   * Returns the file as pieces to write one after the other. The text is three times as large as
   * the data, so each piece is made when it is asked for.
   */
  public static Iterable<Bytes> pieces(HexFile file) {
    return new Pieces(file);
  }

  private record Pieces(HexFile file) implements Iterable<Bytes> {
    @Override
    public Iterator<Bytes> iterator() {
      return new HexPieces(file);
    }
  }
}
