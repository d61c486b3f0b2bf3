package mkfsdfu.dfu;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import mkfsdfu.flash.Bytes;

/** A stream compressed with gzip, piece by piece. */
final class GzipPieces implements Iterator<Bytes> {
  private static final int PIECE_BYTES = 1 << 16;

  /**
   * Signature, method deflate, no flags, no time, no hint, and an operating system that is not
   * named: nothing in it tells where or when it was made.
   */
  private static final byte[] HEADER = {0x1F, (byte) 0x8B, 8, 0, 0, 0, 0, 0, 0, (byte) 0xFF};

  private static final int TRAILER_BYTES = 8;

  private final Iterator<Bytes> content;
  private final Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
  private final CRC32 crc = new CRC32();
  private Bytes left = Bytes.EMPTY;
  private long bytes;
  private boolean begun;
  private boolean ended;

  GzipPieces(Iterator<Bytes> content) {
    this.content = content;
  }

  @Override
  public boolean hasNext() {
    return !ended;
  }

  @Override
  public Bytes next() {
    if (ended) {
      throw new NoSuchElementException();
    }
    if (!begun) {
      begun = true;
      return Bytes.wrap(HEADER);
    }
    byte[] piece = new byte[PIECE_BYTES];
    int length = 0;
    while (length < PIECE_BYTES && !deflater.finished()) {
      if (deflater.needsInput()) {
        feed();
      }
      length += deflater.deflate(piece, length, PIECE_BYTES - length);
    }
    if (length == 0) {
      ended = true;
      deflater.end();
      return trailer();
    }
    return Bytes.wrap(piece).slice(0, length);
  }

  /** A part at a time: zeros that take no memory do so once they are handed on. */
  private void feed() {
    while (left.length() == 0 && content.hasNext()) {
      left = content.next();
    }
    if (left.length() == 0) {
      deflater.finish();
      return;
    }
    int part = Math.min(left.length(), PIECE_BYTES);
    Bytes next = left.slice(0, part);
    left = left.slice(part, left.length() - part);
    next.addTo(crc);
    bytes += part;
    deflater.setInput(next.buffer());
  }

  private Bytes trailer() {
    byte[] trailer = new byte[TRAILER_BYTES];
    long numbers = ((bytes & 0xFFFF_FFFFL) << 32) | crc.getValue();
    for (int i = 0; i < TRAILER_BYTES; i++) {
      trailer[i] = (byte) (numbers >> (8 * i));
    }
    return Bytes.wrap(trailer);
  }
}
