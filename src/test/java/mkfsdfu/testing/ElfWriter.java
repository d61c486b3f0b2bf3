package mkfsdfu.testing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import mkfsdfu.flash.Bytes;

/**
 * Writes a small linked firmware, as the System V ABI (chapter 4) has it: header, program headers,
 * what is loaded, symbols, their names, section headers.
 */
public final class ElfWriter {
  /** Where a symbol is defined, by which nm gives it a letter. */
  public enum SymbolType {
    /** In code. */
    T(1),
    /** In read-only data. */
    R(2),
    /** In variables without an initial value. */
    B(3),
    /** Nowhere: it is only asked for. */
    UNDEFINED(0);

    private final int section;

    SymbolType(int section) {
      this.section = section;
    }
  }

  private record Segment(long virtual, long physical, Bytes data, int memoryBytes) {}

  private record Symbol(String name, long value, SymbolType type) {}

  private final List<Segment> segments = new ArrayList<>();
  private final List<Symbol> symbols = new ArrayList<>();
  private boolean stripped;

  /** Adds a load segment. */
  public ElfWriter load(long virtual, long physical, byte... data) {
    segments.add(new Segment(virtual, physical, Bytes.copyOf(data), data.length));
    return this;
  }

  /** Adds a load segment that is in memory only. */
  public ElfWriter reserve(long virtual, int bytes) {
    segments.add(new Segment(virtual, virtual, Bytes.EMPTY, bytes));
    return this;
  }

  public ElfWriter symbol(String name, long value, SymbolType type) {
    symbols.add(new Symbol(name, value, type));
    return this;
  }

  /** Adds the pair of symbols of a filesystem's segment, {@code ""} or {@code "2"}. */
  public ElfWriter storage(String number, long start, long end, SymbolType type) {
    String prefix = "_micropy_hw_internal_flash_storage" + number;
    return symbol(prefix + "_start", start, type).symbol(prefix + "_end", end, type);
  }

  /** Adds the function that is linked in where internal flash holds the filesystem. */
  public ElfWriter driver() {
    return symbol("flash_bdev_ioctl", 0x08020101, SymbolType.T);
  }

  /** Leaves the symbols away. */
  public ElfWriter strip() {
    stripped = true;
    return this;
  }

  public Bytes write() {
    int segmentTable = 52;
    int dataAt = segmentTable + 32 * segments.size();
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    byte[] segmentTableBytes = new byte[32 * segments.size()];
    ByteBuffer segmentHeaders = little(segmentTableBytes);
    for (Segment segment : segments) {
      segmentHeaders.putInt(1).putInt(dataAt + data.size());
      segmentHeaders.putInt((int) segment.virtual).putInt((int) segment.physical);
      segmentHeaders.putInt(segment.data.length()).putInt(segment.memoryBytes).putInt(5).putInt(4);
      data.writeBytes(segment.data.toArray());
    }
    ByteArrayOutputStream names = new ByteArrayOutputStream();
    names.write(0);
    byte[] symbolTable = new byte[16 * (symbols.size() + 1)];
    ByteBuffer table = little(symbolTable);
    table.position(16);
    for (Symbol symbol : symbols) {
      table.putInt(names.size()).putInt((int) symbol.value).putInt(0);
      table.put((byte) 0x10).put((byte) 0).putShort((short) symbol.type.section);
      names.writeBytes((symbol.name + "\0").getBytes(StandardCharsets.US_ASCII));
    }
    int symbolsAt = dataAt + data.size();
    int namesAt = symbolsAt + symbolTable.length;
    int sectionsAt = namesAt + names.size();
    int sections = stripped ? 1 : 6;
    byte[] elf = new byte[sectionsAt + 40 * sections];
    ByteBuffer file = little(elf);
    file.put(new byte[] {0x7f, 'E', 'L', 'F', 1, 1, 1}).position(16);
    file.putShort((short) 2).putShort((short) 40).putInt(1).putInt(0x08000001);
    file.putInt(segmentTable).putInt(sectionsAt).putInt(0x05000400);
    file.putShort((short) 52).putShort((short) 32).putShort((short) segments.size());
    file.putShort((short) 40).putShort((short) sections).putShort((short) 0);
    file.put(segmentTableBytes).put(data.toByteArray()).put(symbolTable);
    file.put(names.toByteArray());
    if (!stripped) {
      section(file, 1, 1, 0, 0, 0, 0);
      section(file, 2, 1, 0, 0, 0, 0);
      section(file, 3, 8, 0, 0, 0, 0);
      section(file, 4, 2, symbolsAt, symbolTable.length, 5, 16);
      section(file, 5, 3, namesAt, names.size(), 0, 0);
    }
    return Bytes.wrap(elf);
  }

  private static void section(
      ByteBuffer file, int index, int type, int at, int bytes, int link, int entryBytes) {
    file.position(file.getInt(32) + 40 * index);
    file.putInt(0).putInt(type).putInt(0).putInt(0).putInt(at).putInt(bytes);
    file.putInt(link).putInt(1).putInt(4).putInt(entryBytes);
  }

  private static ByteBuffer little(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
