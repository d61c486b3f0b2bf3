package mkfsdfu.board;

import java.util.List;
import mkfsdfu.flash.Address;
import mkfsdfu.flash.EraseMap;
import mkfsdfu.flash.Region;

/**
 * A board with one way of building its firmware.
 *
 * @param board its directory in MicroPython's {@code ports/stm32/boards}
 * @param build {@code default}, {@code mboot}, {@code no-mboot} or the name of a variant
 * @param bannerName what the banner calls it
 * @param mcu what the banner calls its microcontroller
 * @param eraseMap the sectors of all flash that its loader can write
 * @param loader what flashes it
 * @param firmware where the elements of its firmware start, the lowest first; at least one
 * @param filesystem where and how it keeps its files
 */
public record BoardBuild(
    String board,
    String build,
    String bannerName,
    String mcu,
    EraseMap eraseMap,
    Loader loader,
    List<Address> firmware,
    FlashFilesystem filesystem) {
  static final String DEFAULT = "default";
  static final String MBOOT = "mboot";
  private static final String NO_MBOOT = "no-mboot";

  /** Copies the list. */
  public BoardBuild {
    firmware = List.copyOf(firmware);
  }

  /** Returns the name that {@code --board} takes: {@code PYBV11}, {@code PYBV11-mboot}. */
  public String name() {
    return nameOf(board, build);
  }

  /**
   * Returns the name that a firmware since MicroPython 1.25 holds. Builds with and without mboot
   * have the same.
   */
  public String buildName() {
    return buildNameOf(board, build);
  }

  /** Returns what the banner says: {@code PYBv1.1 with STM32F405RG}. */
  public String banner() {
    return bannerOf(bannerName, mcu);
  }

  /** Tells whether a volume can be flashed into the board, and where to, or why not. */
  public Reach reach() {
    return Reach.of(this);
  }

  /** Tells whether it is built as its makefile has it, without a variant or a choice of loader. */
  public boolean isDefault() {
    return build.equals(DEFAULT);
  }

  /** Tells whether a volume made for the one is right for the other, and flashed alike. */
  public boolean isLike(BoardBuild other) {
    return loader == other.loader && filesystem.isLike(other.filesystem);
  }

  /** Returns the same build with its filesystem at addresses that can be flashed. */
  public BoardBuild keepingFilesAt(List<Region> segments) {
    return with(
        new FlashFilesystem(
            filesystem.storage(),
            segments,
            true,
            filesystem.blockBytes(),
            filesystem.mounts(),
            filesystem.wantedLabel()));
  }

  static String nameOf(String board, String build) {
    return build.equals(DEFAULT) ? board : board + "-" + build;
  }

  static String buildNameOf(String board, String build) {
    boolean ofTheBoard = build.equals(DEFAULT) || build.equals(MBOOT) || build.equals(NO_MBOOT);
    return ofTheBoard ? board : board + "-" + build;
  }

  static String bannerOf(String bannerName, String mcu) {
    return bannerName + " with " + mcu;
  }

  /** Returns the same firmware, linked to an address that leaves the start of flash to mboot. */
  BoardBuild behindMboot(Address firmwareStart) {
    return new BoardBuild(
        board, MBOOT, bannerName, mcu, eraseMap, Loader.MBOOT, List.of(firmwareStart), filesystem);
  }

  /** Returns the same build with its filesystem where its linker put it. */
  BoardBuild with(FlashFilesystem linked) {
    return new BoardBuild(board, build, bannerName, mcu, eraseMap, loader, firmware, linked);
  }
}
