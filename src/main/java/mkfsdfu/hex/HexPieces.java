package mkfsdfu.hex;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import mkfsdfu.flash.Bytes;
import mkfsdfu.flash.FlashBytes;

/** The text of one file, piece by piece. */
final class HexPieces implements Iterator<Bytes> {
  private static final int LINE_BYTES = 16;
  private static final int PIECE_CHARACTERS = 1 << 18;

  private final List<FlashBytes> sections;
  private final HexStart start;
  private final byte[] line = new byte[LINE_BYTES];
  private int index;
  private int at;
  private long window = -1;
  private boolean ended;

  HexPieces(HexFile file) {
    this.sections = file.sections();
    this.start = file.start();
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
    HexText text = new HexText(PIECE_CHARACTERS);
    while (index < sections.size() && text.hasRoom()) {
      putLine(text);
    }
    if (index == sections.size() && text.hasRoom()) {
      if (start != null) {
        text.put(start.type(), 0, number(start.value(), 4), 4);
      }
      text.put(HexFormat.END_OF_FILE, 0, line, 0);
      ended = true;
    }
    return text.end();
  }

  /** Takes the bytes up to the next multiple of 16, also across sections that touch. */
  private void putLine(HexText text) {
    long address = address();
    int most = LINE_BYTES - (int) (address % LINE_BYTES);
    int bytes = 0;
    while (bytes < most && index < sections.size() && address() == address + bytes) {
      Bytes data = sections.get(index).data();
      int part = Math.min(most - bytes, data.length() - at);
      data.copyTo(at, line, /* targetOffset= */ bytes, /* bytes= */ part);
      bytes += part;
      at += part;
      if (at == data.length()) {
        index++;
        at = 0;
      }
    }
    if (bytes > 0) {
      if (address / HexFormat.WINDOW_BYTES != window) {
        window = address / HexFormat.WINDOW_BYTES;
        text.put(HexFormat.EXTENDED_LINEAR, 0, number(window, 2), 2);
      }
      text.put(HexFormat.DATA, (int) (address % HexFormat.WINDOW_BYTES), line, bytes);
    }
  }

  private long address() {
    return sections.get(index).address().value() + at;
  }

  private static byte[] number(long value, int bytes) {
    byte[] number = new byte[bytes];
    for (int i = 0; i < bytes; i++) {
      number[i] = (byte) (value >> (8 * (bytes - 1 - i)));
    }
    return number;
  }
}
