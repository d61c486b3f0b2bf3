package mkfsdfu.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import mkfsdfu.board.Reach.Reachable;
import mkfsdfu.board.Reach.Unreachable;
import mkfsdfu.error.DataFailure;
import mkfsdfu.flash.Address;
import mkfsdfu.flash.Bytes;
import mkfsdfu.flash.FlashBytes;
import mkfsdfu.flash.Partition;
import mkfsdfu.flash.Region;
import mkfsdfu.testing.Csv;
import mkfsdfu.testing.ElfWriter;
import mkfsdfu.testing.ElfWriter.SymbolType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ElfPartitionTest {
  private static final BoardCatalog CATALOG = BoardCatalog.load();
  private static final Optional<BoardBuild> UNKNOWN = Optional.empty();

  /** A pyboard's: an empty RAM segment comes first, variables are kept behind the code. */
  private static ElfWriter pyboard() {
    return new ElfWriter()
        .reserve(0x2001c000, 0x4000)
        .load(0x08000000, 0x08000000, StandInFirmware.bytes(1))
        .load(0x08020000, 0x08020000, StandInFirmware.bytes(2, "PYBV11"))
        .load(0x20000000, 0x08021000, new byte[] {1, 2, 3, 4})
        .symbol("main", 0x08020001, SymbolType.T);
  }

  private static ElfPartition read(ElfWriter elf) {
    return ElfPartition.read("fw.elf", elf.write());
  }

  private static Reach partition(Region... segments) {
    return new Reachable(new Partition(List.of(segments), 512));
  }

  private static Region region(long start, long bytes) {
    return new Region(new Address(start), bytes);
  }

  private static Optional<BoardBuild> recognised(ElfPartition elf) {
    return FirmwareIdentity.of(CATALOG, elf.firmware()).build();
  }

  private static Optional<BoardBuild> board(String name) {
    return Optional.of(CATALOG.find(name).orElseThrow());
  }

  @ParameterizedTest
  @EnumSource(value = SymbolType.class, names = "UNDEFINED", mode = EnumSource.Mode.EXCLUDE)
  void findsTheSegmentBySymbolsOfAnyType(SymbolType type) {
    ElfPartition elf = read(pyboard().driver().storage("", 0x08004000, 0x08020000, type));

    assertThat(elf.reach(UNKNOWN)).isEqualTo(partition(region(0x08004000, 114688)));
  }

  @Test
  void givesTheFirmwareAtItsPhysicalAddresses() {
    ElfPartition elf = read(pyboard().driver().storage("", 0x08004000, 0x08020000, SymbolType.R));

    assertThat(elf.firmware())
        .containsExactly(
            new FlashBytes(new Address(0x08000000), Bytes.wrap(StandInFirmware.bytes(1))),
            new FlashBytes(new Address(0x08020000), Bytes.wrap(StandInFirmware.bytes(2, "PYBV11"))),
            new FlashBytes(new Address(0x08021000), Bytes.wrap(new byte[] {1, 2, 3, 4})));
    assertThat(recognised(elf)).map(BoardBuild::name).contains("PYBV11");
  }

  @Test
  void isNotTakenInBySymbolsThatNothingUses() {
    ElfPartition elf = read(pyboard().storage("", 0x08004000, 0x08020000, SymbolType.R));

    assertThat(elf.reach(UNKNOWN)).isInstanceOf(Unreachable.class);
    assertThat(((Unreachable) elf.reach(board("PYBV11"))).reason())
        .contains("fw.elf keeps no filesystem in internal flash")
        .contains("flash_bdev_ioctl");
    assertThat(elf.reach(board("ADAFRUIT_F405_EXPRESS")))
        .isEqualTo(board("ADAFRUIT_F405_EXPRESS").orElseThrow().reach());
    assertThat(elf.reach(board("PYBD_SF2"))).isEqualTo(partition(region(0x80000000L, 2 << 20)));
  }

  @Test
  void countsADriverThatIsOnlyAskedForAsAbsent() {
    ElfWriter elf =
        pyboard()
            .symbol("flash_bdev_ioctl", 0, SymbolType.UNDEFINED)
            .storage("", 0x08004000, 0x08020000, SymbolType.R);

    assertThat(read(elf).reach(UNKNOWN)).isInstanceOf(Unreachable.class);
  }

  private static ElfWriter f439(byte... code) {
    return new ElfWriter()
        .load(0x08000000, 0x08000000, StandInFirmware.bytes(3))
        .load(0x08020000, 0x08020000, code)
        .driver()
        .storage("", 0x08100000, 0x08130000, SymbolType.R)
        .storage("2", 0x08140000, 0x08150000, SymbolType.R);
  }

  private static byte[] words(int... words) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * words.length).order(ByteOrder.LITTLE_ENDIAN);
    for (int word : words) {
      bytes.putInt(word);
    }
    return bytes.array();
  }

  @Test
  void usesTheSecondSegmentWhereTheCodeNamesIt() {
    Region first = region(0x08100000, 196608);
    Region second = region(0x08140000, 65536);

    assertThat(read(f439(words(7, 0x08140000, 9, 0x08150000))).reach(UNKNOWN))
        .isEqualTo(partition(first, second));
    assertThat(read(f439(words(7, 0x08140000, 9))).reach(UNKNOWN)).isEqualTo(partition(first));
    assertThat(read(f439(words(7, 9))).reach(UNKNOWN)).isEqualTo(partition(first));
  }

  @Test
  void looksForTheSecondSegmentAtAlignedAddressesOnly() {
    byte[] shifted = new byte[12];
    System.arraycopy(words(0x08140000, 0x08150000), 0, shifted, 2, 8);

    assertThat(read(f439(shifted)).reach(UNKNOWN)).isEqualTo(partition(region(0x08100000, 196608)));
  }

  @Test
  void knowsOfBoardsWhetherTheyUseTheSecondSegment() {
    Region first = region(0x08100000, 196608);
    ElfPartition named = read(f439(words(0x08140000, 0x08150000)));

    assertThat(named.reach(board("STM32F439"))).isEqualTo(partition(first));
    assertThat(read(f439(words(1))).reach(board("NUCLEO_F439ZI")))
        .isEqualTo(partition(first, region(0x08140000, 65536)));
    assertThat(named.reach(board("PYBV11"))).isEqualTo(partition(first, region(0x08140000, 65536)));
  }

  @Test
  void refusesAFilesystemUnderMboot() {
    ElfWriter elf =
        new ElfWriter()
            .load(0x08020000, 0x08020000, StandInFirmware.bytes(2, "PYBV11"))
            .driver()
            .storage("", 0x08004000, 0x08020000, SymbolType.R);
    ElfPartition read = read(elf);

    assertThat(((Unreachable) read.reach(UNKNOWN)).reason())
        .contains("fw.elf is built for mboot, which refuses to write 0x08000000-0x08007fff");
    assertThat(((Unreachable) read.reach(recognised(read))).reason())
        .contains("PYBV11-mboot is built for mboot");
  }

  @Test
  void refusesABoardWithLittlefs() {
    ElfPartition elf = read(pyboard().driver().storage("", 0x0803b000, 0x08040000, SymbolType.R));

    assertThat(((Unreachable) elf.reach(board("NUCLEO_F091RC"))).reason())
        .contains("formats with littlefs (lfs1)");
  }

  static Stream<Map<String, String>> internalFilesystems() {
    return Csv.rows("boards.csv").stream()
        .filter(
            row ->
                row.get("storage").equals("internal")
                    && row.get("segment").equals("1")
                    && row.get("build").equals("default"));
  }

  /** The linker scripts' symbols give what the table of boards says, for each board. */
  @ParameterizedTest
  @MethodSource("internalFilesystems")
  void agreesWithTheTableOfBoards(Map<String, String> row) {
    BoardBuild build = board(row.get("board")).orElseThrow();
    ElfWriter elf = new ElfWriter();
    for (Address address : build.firmware()) {
      elf.load(address.value(), address.value(), StandInFirmware.bytes(1, build.buildName()));
    }
    List<Region> segments = build.filesystem().segments();
    for (int i = 0; i < segments.size(); i++) {
      elf.storage(
          i == 0 ? "" : "2", segments.get(i).start().value(), segments.get(i).end(), SymbolType.R);
    }
    ElfPartition read = read(elf.driver());

    assertThat(recognised(read)).contains(build);
    assertThat(read.reach(recognised(read))).isEqualTo(build.reach());
  }

  @Test
  void saysWhenSymbolsAreMissing() {
    assertThatThrownBy(() -> read(pyboard().driver()).reach(UNKNOWN))
        .isInstanceOf(DataFailure.class)
        .hasMessageStartingWith(
            "fw.elf: it keeps a filesystem in internal flash, but has no symbols");
    assertThatThrownBy(() -> read(pyboard().strip()))
        .isInstanceOf(DataFailure.class)
        .hasMessageContaining("an ELF file without symbols; give the one that was not stripped");
  }

  @ParameterizedTest
  @CsvSource({"0x08004000, 0x08004000", "0x08020000, 0x08004000", "0x08004000, 0x08004201"})
  void refusesSymbolsThatNameNoBlocks(String start, String end) {
    ElfWriter elf =
        pyboard().driver().storage("", Long.decode(start), Long.decode(end), SymbolType.R);

    assertThatThrownBy(() -> read(elf))
        .isInstanceOf(DataFailure.class)
        .hasMessageContaining("name " + start + " to " + end + ", expected blocks of 512 bytes");
  }

  @Test
  void refusesWhatIsNoFirmware() {
    Bytes good = pyboard().driver().storage("", 0x08004000, 0x08020000, SymbolType.R).write();

    for (Bytes other : List.of(Bytes.EMPTY, good.slice(0, 51), good.slice(1, 100))) {
      assertThatThrownBy(() -> ElfPartition.read("a.elf", other))
          .isInstanceOf(DataFailure.class)
          .hasMessage(
              "a.elf, offset 0: not an ELF file; give the firmware.elf that the build made");
    }
    for (int at = 4; at < 6; at++) {
      byte[] foreign = good.toArray();
      foreign[at] = 2;
      assertThatThrownBy(() -> ElfPartition.read("a.elf", Bytes.wrap(foreign)))
          .isInstanceOf(DataFailure.class)
          .hasMessageContaining("for another processor, not 32 bits little-endian");
    }
  }

  @Test
  void refusesEveryTruncation() {
    Bytes good = pyboard().driver().storage("", 0x08004000, 0x08020000, SymbolType.R).write();
    for (int bytes = 0; bytes < good.length(); bytes++) {
      Bytes cut = good.slice(0, bytes);
      assertThatThrownBy(() -> ElfPartition.read("a.elf", cut))
          .isInstanceOf(DataFailure.class)
          .hasMessageStartingWith("a.elf, offset ");
    }
  }

  /** Header fields, at their offsets, that name what cannot be. */
  @ParameterizedTest
  @CsvSource({
    "28, program headers that do not lie in it",
    "32, section headers that do not lie in it",
    "56, 'a segment of '",
    "100, a segment of",
    "96, a segment of"
  })
  void namesTheFieldThatIsWrong(int offset, String expected) {
    byte[] bytes =
        pyboard().driver().storage("", 0x08004000, 0x08020000, SymbolType.R).write().toArray();
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(offset, 0xfffffff0);
    if (offset == 56) {
      bytes[68] = 16;
    }

    assertThatThrownBy(() -> ElfPartition.read("a.elf", Bytes.wrap(bytes)))
        .isInstanceOf(DataFailure.class)
        .hasMessageContaining(expected);
  }

  /** Thousands of segments of the whole file each would take forever to look through. */
  @Test
  void refusesSegmentsThatAreMoreThanTheFile() {
    ElfWriter elf = pyboard().driver().storage("", 0x08004000, 0x08020000, SymbolType.R);
    byte[] bytes = elf.write().toArray();
    ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    for (int segment = 1; segment < 4; segment++) {
      header.putInt(52 + 32 * segment + 4, 0).putInt(52 + 32 * segment + 16, bytes.length - 100);
    }

    assertThatThrownBy(() -> ElfPartition.read("a.elf", Bytes.wrap(bytes)))
        .isInstanceOf(DataFailure.class)
        .hasMessageContaining("a segment of " + (bytes.length - 100) + " bytes that cannot be");
  }

  @Test
  void neverFailsOtherwiseOnADamagedFile() {
    byte[] good =
        pyboard().driver().storage("", 0x08004000, 0x08020000, SymbolType.R).write().toArray();
    List<Integer> structure = new ArrayList<>();
    for (int at = 0; at < good.length; at++) {
      boolean data = at >= 52 + 4 * 32 && at < 52 + 4 * 32 + 6004;
      if (!data) {
        structure.add(at);
      }
    }
    Random random = new Random(4711);
    int read = 0;
    int refused = 0;
    for (int round = 0; round < 20_000; round++) {
      byte[] bytes = Arrays.copyOf(good, good.length);
      for (int i = 1 + random.nextInt(3); i > 0; i--) {
        bytes[structure.get(random.nextInt(structure.size()))] = (byte) random.nextInt(256);
      }
      try {
        ElfPartition elf = ElfPartition.read("a.elf", Bytes.wrap(bytes));
        elf.reach(round % 2 == 0 ? UNKNOWN : board("PYBV11"));
        read++;
      } catch (DataFailure e) {
        assertThat(e).hasMessageStartingWith("a.elf");
        refused++;
      }
    }
    assertThat(read).isGreaterThan(1000);
    assertThat(refused).isGreaterThan(1000);
  }
}
