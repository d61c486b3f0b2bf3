package mkfsdfu.fat;

import mkfsdfu.error.DataFailure;
import mkfsdfu.error.UsageFailure;

/**
 * How the board's driver divides a volume: the sizing rule of FatFs R0.13c's {@code f_mkfs} without
 * FAT32, one FAT, one reserved sector.
 *
 * <p>Drivers tell FAT12 from FAT16 by the number of clusters alone, and draw the line in different
 * places: FatFs reads FAT12 up to 4085 clusters, the Microsoft specification, Linux and mtools up
 * to 4084, the BSDs up to 4083, Windows up to 4086. FatFs reads FAT16 up to 65525, the others up to
 * 65524. A volume with such a count would be garbage to some of those to whom it is shown over USB.
 *
 * <p>So 65525 clusters are one too many here: 64 sizes just below 2 GiB get the doubled clusters
 * that the driver takes from the next size on. Where the root directory or the clusters are not the
 * driver's, neither are 4084, 4085 and 4086 made: the clusters are doubled, or refused if they were
 * asked for. What is left is the driver's own format. It never makes 4084 or 4085. It does make
 * 4086 at a few sizes, 8222 sectors of 512 bytes being the least; no known board has one of them,
 * and there a volume that is divided as the board itself divides it comes first.
 */
public final class GeometryRule {
  /** The most clusters that FatFs reads as FAT12. */
  static final int FAT12_MOST_CLUSTERS = 4085;

  /** The most clusters that all drivers read as FAT16. */
  static final int FAT16_MOST_CLUSTERS = 65524;

  /** FatFs refuses to format with fewer. */
  private static final int FEWEST_CLUSTERS = 16;

  private static final int RESERVED_SECTORS = 1;
  private static final int FATS = 1;

  /** A volume of so many times 4096 sectors, and each further entry, doubles the cluster. */
  private static final int[] CLUSTER_DOUBLES_AT = {1, 4, 16, 64, 256, 512};

  private static final int STEP_SECTORS = 4096;

  private GeometryRule() {}

  /**
   * Divides a volume.
   *
   * @throws DataFailure if the volume is too small for 16 clusters or too large for FAT16
   * @throws UsageFailure if the sectors per cluster asked for make a cluster count that does not
   *     fit its FAT type, or on which drivers disagree
   */
  public static Geometry geometry(FormatRequest request) {
    Geometry geometry = divide(request, request.sectors());
    if (geometry.clusters() < FEWEST_CLUSTERS) {
      throw new DataFailure(
          "volume",
          request.volumeBytes()
              + " bytes are too small for a FAT filesystem with "
              + request.rootEntries()
              + " root directory entries and clusters of "
              + geometry.clusterBytes()
              + " bytes",
          "it takes at least " + fewestBytes(request) + " bytes");
    }
    if (!fitsItsType(geometry)) {
      throw unfit(request, geometry);
    }
    if (isDisputed(request, geometry)) {
      throw disputed(request, geometry);
    }
    return geometry;
  }

  /** Tells whether {@link #geometry} would divide the volume rather than refuse it. */
  public static boolean accepts(FormatRequest request) {
    return isUsable(request, divide(request, request.sectors()));
  }

  private static boolean isChosen(FormatRequest request) {
    return request.sectorsPerCluster() != FormatRequest.DRIVERS_CHOICE;
  }

  /** Divides without judging, but for the driver's second attempt where the choice is its own. */
  private static Geometry divide(FormatRequest request, int sectors) {
    if (isChosen(request)) {
      return divide(request, sectors, request.sectorsPerCluster());
    }
    Geometry first = divide(request, sectors, driversChoice(sectors));
    if (first.clusters() < FEWEST_CLUSTERS || isUsable(request, first)) {
      return first;
    }
    return divide(request, sectors, first.sectorsPerCluster() * 2);
  }

  private static Geometry divide(FormatRequest request, int sectors, int sectorsPerCluster) {
    // The FAT is sized for the volume as if it were all clusters, so it always covers them.
    int roughClusters = sectors / sectorsPerCluster;
    FatType type = roughClusters <= FAT12_MOST_CLUSTERS ? FatType.FAT12 : FatType.FAT16;
    int fatBytes = type == FatType.FAT12 ? (roughClusters * 3 + 1) / 2 + 3 : roughClusters * 2 + 4;
    int sectorsPerFat = (fatBytes + request.sectorBytes() - 1) / request.sectorBytes();
    int dataSectors = sectors - RESERVED_SECTORS - FATS * sectorsPerFat - request.rootSectors();
    return new Geometry(
        request.sectorBytes(),
        sectors,
        sectorsPerCluster,
        RESERVED_SECTORS,
        FATS,
        request.rootEntries(),
        sectorsPerFat,
        Math.max(0, dataSectors) / sectorsPerCluster,
        type);
  }

  private static int driversChoice(int sectors) {
    int steps = sectors / STEP_SECTORS;
    int sectorsPerCluster = 1;
    for (int threshold : CLUSTER_DOUBLES_AT) {
      if (steps >= threshold) {
        sectorsPerCluster *= 2;
      }
    }
    return sectorsPerCluster;
  }

  private static boolean fitsItsType(Geometry geometry) {
    return geometry.type() == FatType.FAT12
        || (geometry.clusters() > FAT12_MOST_CLUSTERS
            && geometry.clusters() <= FAT16_MOST_CLUSTERS);
  }

  private static boolean isDisputed(FormatRequest request, Geometry geometry) {
    boolean isTheDrivers =
        !isChosen(request) && request.rootEntries() == FormatRequest.DEFAULT_ROOT_ENTRIES;
    return !isTheDrivers && Math.abs(geometry.clusters() - FAT12_MOST_CLUSTERS) <= 1;
  }

  private static boolean isUsable(FormatRequest request, Geometry geometry) {
    return geometry.clusters() >= FEWEST_CLUSTERS
        && fitsItsType(geometry)
        && !isDisputed(request, geometry);
  }

  /** Returns the size of the smallest volume that can be divided as asked, in bytes. */
  private static long fewestBytes(FormatRequest request) {
    int sectors = RESERVED_SECTORS + request.rootSectors() + FEWEST_CLUSTERS;
    while (!isUsable(request, divide(request, sectors))) {
      sectors++;
    }
    return (long) sectors * request.sectorBytes();
  }

  private static RuntimeException unfit(FormatRequest request, Geometry geometry) {
    boolean tooMany = geometry.clusters() > FAT16_MOST_CLUSTERS;
    String what =
        count(geometry)
            + (tooMany
                ? ", more than the 65524 of FAT16, and FAT32 is not supported"
                : ", too many for FAT12's table, too few for FAT16");
    return isChosen(request)
        ? new UsageFailure("--sectors-per-cluster", what, remedy(request))
        : new DataFailure("volume", what, "");
  }

  private static UsageFailure disputed(FormatRequest request, Geometry geometry) {
    return new UsageFailure(
        "--sectors-per-cluster",
        count(geometry) + ", a count that some systems read as another FAT type than the board",
        remedy(request));
  }

  private static String count(Geometry geometry) {
    return geometry.clusters() + " clusters of " + geometry.clusterBytes() + " bytes";
  }

  private static String remedy(FormatRequest request) {
    int choice =
        geometry(request.withSectorsPerCluster(FormatRequest.DRIVERS_CHOICE)).sectorsPerCluster();
    return "leave it out: the automatic choice is " + choice + " here";
  }
}
