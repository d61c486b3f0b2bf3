package mkfsdfu.board;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import mkfsdfu.error.DataFailure;
import mkfsdfu.flash.Address;
import mkfsdfu.flash.Bytes;
import mkfsdfu.flash.FlashBytes;

/**
 * A linked firmware (ELF for 32 bits, little-endian, as every STM32 compiler writes it): what goes
 * into flash, and the addresses of symbols.
 *
 * <p>It is a reader of our own because nothing in a file may be believed: the ELF library at hand
 * (net.fornwall:jelf) makes arrays of whatever size a damaged header names, and answers with
 * runtime exceptions of any kind. This one only ever looks at what lies within the file, takes time
 * in proportion to its size, and says what is wrong where.
 */
final class ElfFile {
  private static final int HEADER_BYTES = 52;
  private static final int SEGMENT_BYTES = 32;
  private static final int SECTION_BYTES = 40;
  private static final int SYMBOL_BYTES = 16;
  private static final int PT_LOAD = 1;
  private static final int SHT_SYMTAB = 2;

  private final String file;
  private final Bytes content;
  private final Bytes symbols;
  private final Bytes names;

  private ElfFile(String file, Bytes content) {
    this.file = file;
    this.content = content;
    if (!content.hasText(0, "\u007fELF") || content.length() < HEADER_BYTES) {
      throw failure(0, "not an ELF file", "give the firmware.elf that the build made");
    }
    if (content.u8(4) != 1 || content.u8(5) != 1) {
      throw failure(
          4,
          "an ELF file for another processor, not 32 bits little-endian",
          "give the firmware.elf");
    }
    int section = symbolSection();
    if (section < 0) {
      throw failure(
          32, "an ELF file without symbols", "give the one that was not stripped of them");
    }
    this.symbols = sectionAt(section);
    this.names = sectionAt(sectionOffset(content.u32(section + 24), section + 24));
  }

  /**
   * Opens a file.
   *
   * @param file its name, for messages
   * @throws DataFailure if it is not an ELF file of the right kind, or has no symbols, or names
   *     places that do not lie in it
   */
  static ElfFile read(String file, Bytes content) {
    return new ElfFile(file, content);
  }

  /**
   * Returns what is loaded, at physical addresses: initial values of variables lie in flash, not at
   * the RAM address they are copied to. Segments without content in the file are left out.
   *
   * @throws DataFailure if a segment does not lie in the file, or beyond 32 bits
   */
  List<FlashBytes> loaded() {
    long table = content.u32(28);
    int entryBytes = content.u16(42);
    int count = content.u16(44);
    checkTable("program headers", 28, table, entryBytes, count, SEGMENT_BYTES);
    List<FlashBytes> parts = new ArrayList<>();
    long sum = 0;
    for (int i = 0; i < count; i++) {
      int at = (int) table + i * entryBytes;
      long fileBytes = content.u32(at + 16);
      if (content.u32(at) != PT_LOAD || fileBytes == 0) {
        continue;
      }
      long address = content.u32(at + 12);
      sum += fileBytes;
      if (sum > content.length() || address + fileBytes > Address.SPACE_BYTES) {
        throw failure(
            at, "a segment of " + fileBytes + " bytes that cannot be", "build the firmware again");
      }
      Bytes data = part("segment", at + 4, content.u32(at + 4), fileBytes);
      parts.add(new FlashBytes(new Address(address), data));
    }
    return parts;
  }

  /**
   * Returns the values of symbols, by name alone: linker scripts define them with types R, T or B
   * as it happens.
   *
   * @param wanted names
   * @return a value for each name, 0 to 2^32 - 1, or -1 where no symbol of that name is defined
   */
  long[] values(String... wanted) {
    long[] values = new long[wanted.length];
    Arrays.fill(values, -1);
    for (int at = 0; at + SYMBOL_BYTES <= symbols.length(); at += SYMBOL_BYTES) {
      long name = symbols.u32(at);
      boolean defined = symbols.u16(at + 14) != 0;
      for (int i = 0; defined && i < wanted.length; i++) {
        if (values[i] < 0 && isNamed(name, wanted[i])) {
          values[i] = symbols.u32(at + 4);
        }
      }
    }
    return values;
  }

  private boolean isNamed(long at, String name) {
    long end = at + name.length();
    return end < names.length() && names.u8((int) end) == 0 && names.hasText((int) at, name);
  }

  private int symbolSection() {
    long table = content.u32(32);
    int entryBytes = content.u16(46);
    int count = content.u16(48);
    checkTable("section headers", 32, table, entryBytes, count, SECTION_BYTES);
    for (int i = 0; i < count; i++) {
      int at = (int) table + i * entryBytes;
      if (content.u32(at + 4) == SHT_SYMTAB) {
        return at;
      }
    }
    return -1;
  }

  private int sectionOffset(long index, int place) {
    int entryBytes = content.u16(46);
    if (index >= content.u16(48)) {
      throw failure(place, "section " + index + ", which there is not", "build the firmware again");
    }
    return (int) (content.u32(32) + index * entryBytes);
  }

  private Bytes sectionAt(int header) {
    return part("section", header + 16, content.u32(header + 16), content.u32(header + 20));
  }

  private void checkTable(
      String what, int place, long start, int entryBytes, int count, int leastBytes) {
    if (count > 0
        && (entryBytes < leastBytes || start + (long) count * entryBytes > content.length())) {
      throw failure(
          place, count + " " + what + " that do not lie in it", "build the firmware again");
    }
  }

  private Bytes part(String what, int place, long start, long bytes) {
    if (start + bytes > content.length()) {
      throw failure(
          place,
          "a "
              + what
              + " of "
              + bytes
              + " bytes at "
              + start
              + ", but the file has "
              + content.length(),
          "build the firmware again");
    }
    return content.slice((int) start, (int) bytes);
  }

  private DataFailure failure(int offset, String what, String remedy) {
    return new DataFailure(file + ", offset " + offset, what, remedy);
  }
}
