package mkfsdfu.dfu;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.zip.GZIPInputStream;
import mkfsdfu.error.DataFailure;
import mkfsdfu.flash.Bytes;

/** Packs and unpacks what is compressed with gzip (RFC 1952). */
public final class Gzip {
  /** No firmware file is larger, and a small file may well claim to be. */
  private static final int MOST_BYTES = 1 << 29;

  private Gzip() {}

  /** Tells whether bytes begin as compressed ones do. */
  public static boolean recognises(Bytes bytes) {
    return bytes.length() >= 2 && bytes.u16(0) == 0x8B1F;
  }

  /**
   * Returns a compressed file's content.
   *
   * @param source the file's name, for messages
   * @throws DataFailure if it is damaged
   */
  public static Bytes unpack(String source, Bytes file) {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(file.toArray()))) {
      byte[] content = in.readNBytes(MOST_BYTES);
      if (in.read() >= 0) {
        throw new DataFailure(source, "unpacks to more than " + MOST_BYTES + " bytes", "");
      }
      return Bytes.wrap(content);
    } catch (EOFException e) {
      throw damaged(source, "ends inside its compressed data", e);
    } catch (IOException e) {
      throw damaged(source, "cannot be unpacked: " + e.getMessage(), e);
    }
  }

  private static DataFailure damaged(String source, String what, IOException cause) {
    return new DataFailure(source, what, "it is damaged: fetch or make it again", List.of(), cause);
  }

  /**
   * Returns pieces compressed, as pieces to write one after the other; each is made when asked for.
   */
  public static Iterable<Bytes> pieces(Iterable<Bytes> content) {
    return new Pieces(content);
  }

  private record Pieces(Iterable<Bytes> content) implements Iterable<Bytes> {
    @Override
    public Iterator<Bytes> iterator() {
      return new GzipPieces(content.iterator());
    }
  }
}
