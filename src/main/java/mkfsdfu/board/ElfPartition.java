package mkfsdfu.board;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mkfsdfu.error.DataFailure;
import mkfsdfu.flash.Address;
import mkfsdfu.flash.Bytes;
import mkfsdfu.flash.FlashBytes;
import mkfsdfu.flash.Partition;
import mkfsdfu.flash.Region;

/**
 * Where a linked firmware keeps its filesystem, by the symbols of its linker script.
 *
 * <p>The symbols alone do not settle it. They stand in the linker script of the microcontroller,
 * and so are there also
 *
 * <ul>
 *   <li>when internal flash holds no filesystem: then {@code flash_bdev_ioctl}, the driver for it,
 *       is not linked in;
 *   <li>when the second segment is switched off. The driver names that segment by its first and
 *       last address, and where neither stands in the firmware as a constant, it is not used. Where
 *       we know the board and it has its first segment there, we know it better.
 * </ul>
 *
 * <p>A wrong guess about the second segment is on the safe side: a volume that is smaller than its
 * partition works, while of one that is larger the board loses files.
 */
public final class ElfPartition {
  private static final int BLOCK_BYTES = 512;
  private static final String PREFIX = "_micropy_hw_internal_flash_storage";
  private static final String DRIVER = "flash_bdev_ioctl";

  private final String file;
  private final List<FlashBytes> firmware;
  private final Optional<Region> first;
  private final Optional<Region> second;
  private final boolean driverLinked;

  private ElfPartition(String file, ElfFile elf) {
    this.file = file;
    this.firmware = elf.loaded();
    long[] values =
        elf.values(
            PREFIX + "_start", PREFIX + "_end", PREFIX + "2_start", PREFIX + "2_end", DRIVER);
    this.first = segment("", values[0], values[1]);
    this.second = segment("2", values[2], values[3]);
    this.driverLinked = values[4] >= 0;
  }

  /**
   * Reads a firmware.
   *
   * @param file its name, for messages
   * @throws DataFailure if it is not a firmware in the form of ELF with its symbols, or they name a
   *     segment that cannot be
   */
  public static ElfPartition read(String file, Bytes content) {
    return new ElfPartition(file, ElfFile.read(file, content));
  }

  /** Returns what goes into flash, by which the board can be recognised. */
  public List<FlashBytes> firmware() {
    return List.copyOf(firmware);
  }

  /**
   * Settles where the filesystem is.
   *
   * @param board the build that the firmware was recognised as, if it was; it decides where the
   *     symbols leave a doubt
   * @throws DataFailure if the driver for internal flash is linked in, but not the symbols
   */
  public Reach reach(Optional<BoardBuild> board) {
    if (!driverLinked) {
      return board.isPresent() && board.get().filesystem().storage() != Storage.INTERNAL
          ? board.get().reach()
          : unused();
    }
    if (first.isEmpty()) {
      throw new DataFailure(
          file,
          "it keeps a filesystem in internal flash, but has no symbols "
              + PREFIX
              + "_start and _end",
          "give --fs-addr ADDR:SIZE");
    }
    List<Region> segments = segments(board);
    if (board.isPresent() && board.get().filesystem().isFat()) {
      FlashFilesystem known = board.get().filesystem();
      FlashFilesystem linked =
          new FlashFilesystem(
              Storage.INTERNAL, segments, true, BLOCK_BYTES, known.mounts(), known.wantedLabel());
      return board.get().with(linked).reach();
    }
    if (board.isPresent()) {
      return board.get().reach();
    }
    return startsBehindMboot() && Reach.liesUnderMboot(segments)
        ? Reach.underMboot(file, segments.get(0).start())
        : new Reach.Reachable(new Partition(segments, BLOCK_BYTES));
  }

  private Reach unused() {
    return new Reach.Unreachable(
        Reach.Obstacle.NO_FILESYSTEM,
        file
            + " keeps no filesystem in internal flash: its driver ("
            + DRIVER
            + ") is not linked in, whatever the linker script's symbols say",
        "name the board with --board, or give --fs-addr ADDR:SIZE");
  }

  private List<Region> segments(Optional<BoardBuild> board) {
    List<Region> segments = new ArrayList<>();
    segments.add(first.orElseThrow());
    if (second.isPresent()) {
      List<Region> known = board.isPresent() ? board.get().filesystem().segments() : List.of();
      boolean sameStart = !known.isEmpty() && known.get(0).equals(first.get());
      boolean used = sameStart ? known.size() > 1 : isNamedInCode(second.get());
      if (used) {
        segments.add(second.get());
      }
    }
    return segments;
  }

  /**
   * Tells whether both ends of a region stand in the firmware, as aligned words of a literal pool.
   */
  private boolean isNamedInCode(Region region) {
    boolean start = false;
    boolean end = false;
    for (FlashBytes part : firmware) {
      Bytes data = part.data();
      for (int at = (int) (-part.address().value() & 3); at + 4 <= data.length(); at += 4) {
        long word = data.u32(at);
        start |= word == region.start().value();
        end |= word == region.end();
      }
    }
    return start && end;
  }

  private boolean startsBehindMboot() {
    for (FlashBytes part : firmware) {
      if (part.region().overlaps(Reach.MBOOT_PROTECTS)) {
        return false;
      }
    }
    return true;
  }

  private Optional<Region> segment(String number, long start, long end) {
    if (start < 0 || end < 0) {
      return Optional.empty();
    }
    if (end <= start || (end - start) % BLOCK_BYTES != 0) {
      throw new DataFailure(
          file,
          "the symbols "
              + PREFIX
              + number
              + "_start and _end name "
              + new Address(start)
              + " to "
              + new Address(end)
              + ", expected blocks of "
              + BLOCK_BYTES
              + " bytes",
          "check the linker script, or give --fs-addr ADDR:SIZE");
    }
    return Optional.of(new Region(new Address(start), end - start));
  }
}
