package mkfsdfu.board;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mkfsdfu.flash.Address;
import mkfsdfu.flash.FlashBytes;
import mkfsdfu.flash.Region;

/**
 * Which board a firmware is for, by its own account.
 *
 * @param candidates the builds that it may be; none if it is not recognised
 * @param namedBy what told them
 */
public record FirmwareIdentity(List<BoardBuild> candidates, NamedBy namedBy) {
  private static final Region INTERNAL_FLASH = new Region(new Address(0x08000000), 0x02000000);

  /** What told the board. */
  public enum NamedBy {
    /** The exact name of the build, which firmware holds since MicroPython 1.25. */
    BUILD_NAME,
    /** The board and the microcontroller in the banner. */
    BANNER,
    /** Nothing did. */
    NOTHING
  }

  /** Copies the list. */
  public FirmwareIdentity {
    candidates = List.copyOf(candidates);
  }

  /**
   * Returns the build, if the firmware is recognised and there is no doubt where it keeps its
   * filesystem: of several candidates the first, if all agree in that.
   */
  public Optional<BoardBuild> build() {
    if (candidates.isEmpty() || isAmbiguous()) {
      return Optional.empty();
    }
    return Optional.of(candidates.get(0));
  }

  /** Tells whether the candidates keep their files in different places or ways. */
  public boolean isAmbiguous() {
    for (int i = 1; i < candidates.size(); i++) {
      if (!agree(candidates.get(0), candidates.get(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean agree(BoardBuild one, BoardBuild other) {
    return one.isLike(other)
        && (one.board().equals(other.board()) || one.eraseMap().equals(other.eraseMap()));
  }

  /**
   * Recognises a firmware by the strings in its bytes and by where they lie.
   *
   * @param firmware its parts, in any order; a filesystem or other data among them does no harm
   *     unless it holds such strings itself
   */
  public static FirmwareIdentity of(BoardCatalog catalog, List<FlashBytes> firmware) {
    List<FirmwareScan> scans = new ArrayList<>();
    Set<String> names = new LinkedHashSet<>();
    for (FlashBytes part : firmware) {
      FirmwareScan scan = new FirmwareScan(part);
      scan.addNames(catalog.buildNames(), names);
      scans.add(scan);
    }
    Set<String> banners = new LinkedHashSet<>();
    if (names.size() != 1) {
      for (FirmwareScan scan : scans) {
        scan.addBanners(banners);
      }
    }
    List<BoardBuild> candidates = new ArrayList<>();
    for (String name : namesToBelieve(catalog, names, banners)) {
      candidates.addAll(linkedLike(firmware, buildsNamed(catalog, name)));
    }
    if (!candidates.isEmpty()) {
      return new FirmwareIdentity(candidates, NamedBy.BUILD_NAME);
    }
    for (String banner : banners) {
      candidates.addAll(linkedLike(firmware, catalog.withBanner(banner)));
    }
    return new FirmwareIdentity(
        candidates, candidates.isEmpty() ? NamedBy.NOTHING : NamedBy.BANNER);
  }

  /**
   * Returns the build names found, or of several those whose banner was found too: a firmware may
   * well hold the name of another board as data, but hardly the banner.
   */
  private static Set<String> namesToBelieve(
      BoardCatalog catalog, Set<String> names, Set<String> banners) {
    if (names.size() < 2) {
      return names;
    }
    Set<String> withBanner = new LinkedHashSet<>();
    for (String name : names) {
      if (banners.contains(catalog.withBuildName(name).get(0).banner())) {
        withBanner.add(name);
      }
    }
    return withBanner.isEmpty() ? names : withBanner;
  }

  /** A variant can be built for mboot as the plain board can. */
  private static List<BoardBuild> buildsNamed(BoardCatalog catalog, String name) {
    List<BoardBuild> builds = new ArrayList<>(catalog.withBuildName(name));
    String board = builds.get(0).board();
    if (board.equals(name)) {
      return builds;
    }
    for (BoardBuild build : catalog.withBuildName(board)) {
      if (build.loader() == Loader.MBOOT) {
        builds.add(build);
      }
    }
    return builds;
  }

  /**
   * Returns those of the builds that are linked to where the firmware lies. Builds for mboot have
   * the same names, but leave the start of the flash to it.
   */
  private static List<BoardBuild> linkedLike(List<FlashBytes> firmware, List<BoardBuild> builds) {
    long lowest = Address.SPACE_BYTES;
    for (BoardBuild build : builds) {
      Address start = build.firmware().get(0);
      if (start.value() < lowest && isCovered(firmware, start)) {
        lowest = start.value();
      }
    }
    List<BoardBuild> linked = new ArrayList<>();
    for (BoardBuild build : builds) {
      if (build.firmware().get(0).value() == lowest) {
        linked.add(build);
      }
    }
    if (!linked.isEmpty()) {
      return linked;
    }
    for (BoardBuild build : builds) {
      BoardBuild moved = behindMbootIfMoved(firmware, build);
      if (moved.name().equals(build.name()) || !isAmong(builds, moved.name())) {
        linked.add(moved);
      }
    }
    return linked;
  }

  private static boolean isAmong(List<BoardBuild> builds, String name) {
    for (BoardBuild build : builds) {
      if (build.name().equals(name)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isCovered(List<FlashBytes> firmware, Address address) {
    for (FlashBytes part : firmware) {
      if (part.region().contains(address)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Any board can be built for mboot, not only those of which the table says so: then nothing lies
   * at the start of the flash, where the chip starts without mboot.
   */
  private static BoardBuild behindMbootIfMoved(List<FlashBytes> firmware, BoardBuild build) {
    FlashBytes lowest = null;
    for (FlashBytes part : firmware) {
      if (INTERNAL_FLASH.contains(part.address())
          && (lowest == null || part.address().compareTo(lowest.address()) < 0)) {
        lowest = part;
      }
    }
    boolean startsChip = build.firmware().get(0).equals(INTERNAL_FLASH.start());
    return lowest != null && startsChip && build.loader() == Loader.ROM
        ? build.behindMboot(lowest.address())
        : build;
  }
}
