package mkfsdfu.board;

import java.util.List;
import mkfsdfu.flash.Address;
import mkfsdfu.flash.Partition;
import mkfsdfu.flash.Region;

/** Whether a volume can be put into a board over DFU. */
public sealed interface Reach {
  /**
   * It can.
   *
   * @param partition where to
   */
  record Reachable(Partition partition) implements Reach {}

  /**
   * It cannot, or the board would not mount it.
   *
   * @param reason why, as a clause that names the board
   * @param wayOut what to do instead
   */
  record Unreachable(String reason, String wayOut) implements Reach {}

  /** What mboot protects as its own: 32 KiB, in which it refuses to erase and to write. */
  Region MBOOT_PROTECTS = new Region(new Address(0x08000000), 0x8000);

  /** What helps wherever DFU does not: the running firmware writes its filesystem itself. */
  String COPY_OVER_USB = "copy the files onto the running board (mpremote cp -r DIR/* :)";

  /** Settles it for a build; the rules are ordered by what most plainly rules a volume out. */
  static Reach of(BoardBuild build) {
    FlashFilesystem filesystem = build.filesystem();
    if (filesystem.storage() == Storage.NONE) {
      return new Unreachable(
          build.name() + " keeps no filesystem in flash",
          "put data at an address of its own with --bin ADDR:FILE");
    }
    if (!filesystem.isFat()) {
      return new Unreachable(
          build.name()
              + " formats with littlefs ("
              + filesystem.mounts().get(0)
              + "), not with FAT",
          COPY_OVER_USB);
    }
    if (filesystem.segments().isEmpty()) {
      return new Unreachable(
          "it is not known where " + build.name() + " keeps its filesystem",
          "give --fs-addr ADDR:SIZE, or the build's firmware.elf with --elf");
    }
    if (!filesystem.addressed()) {
      return chipWithoutAddress(build);
    }
    if (build.loader() == Loader.NONE) {
      return new Unreachable(
          build.name() + " has a chip without USB, and so without DFU", COPY_OVER_USB);
    }
    if (build.loader() == Loader.MBOOT && liesUnderMboot(filesystem.segments())) {
      return underMboot(build.name(), filesystem.segments().get(0).start());
    }
    return new Reachable(new Partition(filesystem.segments(), filesystem.blockBytes()));
  }

  /** Tells whether mboot would refuse a part of the segments. */
  static boolean liesUnderMboot(List<Region> segments) {
    for (Region segment : segments) {
      if (segment.overlaps(MBOOT_PROTECTS)) {
        return true;
      }
    }
    return false;
  }

  /** Says that mboot refuses a filesystem. */
  static Unreachable underMboot(String name, Address start) {
    return new Unreachable(
        name
            + " is built for mboot, which refuses to write "
            + MBOOT_PROTECTS
            + ", and its filesystem starts at "
            + start,
        "build the firmware without mboot (USE_MBOOT=0), or " + COPY_OVER_USB);
  }

  private static Unreachable chipWithoutAddress(BoardBuild build) {
    String chip =
        build.name()
            + " keeps its filesystem in an external chip ("
            + build.filesystem().storage().word()
            + ")";
    return switch (build.loader()) {
      case ROM ->
          new Unreachable(
              chip + ", which ST's loader in ROM cannot write",
              "use a build with an mboot that maps the chip to an address, or " + COPY_OVER_USB);
      case MBOOT ->
          new Unreachable(
              chip + ", which its mboot maps to no address",
              "define MBOOT_SPIFLASH_ADDR for the board and rebuild mboot, or " + COPY_OVER_USB);
      case OTHER ->
          new Unreachable(
              chip + ", and how its maker's bootloader reaches that is not public", COPY_OVER_USB);
      case NONE -> new Unreachable(chip + ", and its own chip has no USB", COPY_OVER_USB);
    };
  }
}
