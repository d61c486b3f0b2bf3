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
   * @param obstacle why, in short
   * @param reason why, as a clause that names the board
   * @param wayOut what to do instead
   */
  record Unreachable(Obstacle obstacle, String reason, String wayOut) implements Reach {}

  /** What stands in the way. */
  enum Obstacle {
    /** The firmware has no filesystem in flash. */
    NO_FILESYSTEM("no filesystem in flash"),
    /** The firmware formats with littlefs. */
    LITTLEFS("littlefs, not FAT"),
    /** The table of boards does not say where the filesystem is. */
    UNKNOWN_PLACE("place not known"),
    /** The filesystem is in a chip that the loader maps to no address. */
    NO_ADDRESS("external chip, without a DFU address"),
    /** The microcontroller has no USB. */
    NO_USB("no USB"),
    /** The filesystem begins where mboot refuses to write. */
    UNDER_MBOOT("mboot refuses to write there");

    private final String brief;

    Obstacle(String brief) {
      this.brief = brief;
    }

    /** Returns it in a few words. */
    public String brief() {
      return brief;
    }
  }

  /** What mboot protects as its own: 32 KiB, in which it refuses to erase and to write. */
  Region MBOOT_PROTECTS = new Region(new Address(0x08000000), 0x8000);

  /** What helps wherever DFU does not: the running firmware writes its filesystem itself. */
  String COPY_OVER_USB = "copy the files onto the running board (mpremote cp -r DIR/* :)";

  /** Settles it for a build; the rules are ordered by what most plainly rules a volume out. */
  static Reach of(BoardBuild build) {
    FlashFilesystem filesystem = build.filesystem();
    if (filesystem.storage() == Storage.NONE) {
      return new Unreachable(
          Obstacle.NO_FILESYSTEM,
          build.name() + " keeps no filesystem in flash",
          "put data at an address of its own with --bin ADDR:FILE");
    }
    if (!filesystem.isFat()) {
      return new Unreachable(
          Obstacle.LITTLEFS,
          build.name()
              + " formats with littlefs ("
              + filesystem.mounts().get(0)
              + "), not with FAT",
          COPY_OVER_USB);
    }
    if (filesystem.segments().isEmpty()) {
      return new Unreachable(
          Obstacle.UNKNOWN_PLACE,
          "it is not known where " + build.name() + " keeps its filesystem",
          "give --fs-addr ADDR:SIZE, or the build's firmware.elf with --elf");
    }
    if (!filesystem.addressed()) {
      return chipWithoutAddress(build);
    }
    if (build.loader() == Loader.NONE) {
      return new Unreachable(
          Obstacle.NO_USB,
          build.name() + " has a chip without USB, and so without DFU",
          COPY_OVER_USB);
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
        Obstacle.UNDER_MBOOT,
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
              Obstacle.NO_ADDRESS,
              chip + ", which ST's loader in ROM cannot write",
              "use a build with an mboot that maps the chip to an address, or " + COPY_OVER_USB);
      case MBOOT ->
          new Unreachable(
              Obstacle.NO_ADDRESS,
              chip + ", which its mboot maps to no address",
              "define MBOOT_SPIFLASH_ADDR for the board and rebuild mboot, or " + COPY_OVER_USB);
      case OTHER ->
          new Unreachable(
              Obstacle.NO_ADDRESS,
              chip + ", and how its maker's bootloader reaches that is not public",
              COPY_OVER_USB);
      case NONE ->
          new Unreachable(
              Obstacle.NO_ADDRESS, chip + ", and its own chip has no USB", COPY_OVER_USB);
    };
  }
}
