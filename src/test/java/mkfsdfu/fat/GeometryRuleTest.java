package mkfsdfu.fat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import mkfsdfu.error.DataFailure;
import mkfsdfu.error.Failure;
import mkfsdfu.error.UsageFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against the driver's own answers, and for what must hold of every size. */
class GeometryRuleTest {
  private static final Path VECTORS = Path.of("testdata/vectors");

  static Stream<String> geometryChanges() throws Exception {
    return Files.readAllLines(VECTORS.resolve("fatfs-geometry-changes.csv")).stream();
  }

  static Stream<String> formats() throws Exception {
    List<String> small = Files.readAllLines(VECTORS.resolve("fatfs-mkfs.csv"));
    List<String> large = Files.readAllLines(VECTORS.resolve("fatfs-mkfs-4096.csv"));
    return Stream.concat(small.stream().skip(1), large.stream());
  }

  @Test
  void theDriversTablesAreWhole() throws Exception {
    assertThat(geometryChanges()).hasSize(130);
    assertThat(formats()).hasSize(31);
  }

  @ParameterizedTest
  @MethodSource("geometryChanges")
  void changesWhereTheDriverChanges(String row) {
    String[] cells = row.split(",", -1);
    int sectorBytes = Integer.parseInt(cells[0]);
    int sectors = Integer.parseInt(cells[1]);
    if (cells[2].equals("refused")) {
      assertTooSmall(sectors, sectorBytes);
      return;
    }
    Geometry geometry = theDrivers(sectors, sectorBytes);
    assertThat(geometry.sectorsPerCluster()).isEqualTo(Integer.parseInt(cells[2]));
    assertThat(geometry.sectorsPerFat()).isEqualTo(Integer.parseInt(cells[3]));
    assertThat(geometry.type()).hasToString(cells[4]);
  }

  @Test
  void doesNotChangeBetweenTheRowsOfTheDriversTable() throws Exception {
    // Below 12286 sectors of 512 bytes the table has every change, so between rows there is none.
    List<String> rows = geometryChanges().filter(row -> row.startsWith("512,")).toList();
    for (int i = 1; i < rows.size() - 1; i++) {
      String[] cells = rows.get(i).split(",", -1);
      int next = Integer.parseInt(rows.get(i + 1).split(",", -1)[1]);
      for (int n = Integer.parseInt(cells[1]); n < Math.min(next, 12286); n++) {
        Geometry geometry = theDrivers(n, 512);
        assertThat(geometry.sectorsPerCluster() + "," + geometry.sectorsPerFat())
            .as("%d sectors", n)
            .isEqualTo(cells[2] + "," + cells[3]);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("formats")
  void formatsAsTheDriver(String row) {
    if (row.endsWith("mkfs=14")) {
      assertTooSmall(Integer.parseInt(row.substring(0, row.indexOf(' '))), 512);
      return;
    }
    String[] cells = row.split(",", -1);
    Geometry geometry = theDrivers(Integer.parseInt(cells[0]), Integer.parseInt(cells[1]));
    assertThat(
            List.of(
                geometry.type().toString(),
                "" + geometry.reservedSectors(),
                "" + geometry.fats(),
                "" + geometry.rootEntries(),
                "" + geometry.sectorsPerCluster(),
                "" + geometry.sectorsPerFat(),
                "" + geometry.clusters(),
                "" + geometry.clusters(),
                "" + geometry.dataOffset() / geometry.sectorBytes()))
        .isEqualTo(List.of(cells).subList(2, 11));
  }

  @ParameterizedTest
  @ValueSource(ints = {512, 4096})
  void nothingOverlapsAtAnySmallSize(int sectorBytes) {
    int perSector = sectorBytes / 32;
    for (int sectors = 1; sectors < 9000; sectors++) {
      for (int rootEntries : new int[] {perSector, 512, 16 * perSector}) {
        for (int sectorsPerCluster : new int[] {0, 1, 2, 128}) {
          assertSoundOrRefused(sectors, sectorBytes, rootEntries, sectorsPerCluster);
        }
      }
    }
  }

  @Test
  void nothingOverlapsAtRandomSizes() {
    Random random = new Random(20261122);
    for (int i = 0; i < 200_000; i++) {
      int sectorBytes = random.nextBoolean() ? 512 : 4096;
      int perSector = sectorBytes / 32;
      int most = random.nextInt(4) == 0 ? Integer.MAX_VALUE / sectorBytes : 500_000;
      int rootEntries = perSector * (1 + random.nextInt(65535 / perSector));
      int sectorsPerCluster = random.nextBoolean() ? 0 : 1 << random.nextInt(8);
      assertSoundOrRefused(random.nextInt(most) + 1, sectorBytes, rootEntries, sectorsPerCluster);
    }
  }

  @ParameterizedTest
  @CsvSource({"4084, 12", "4085, 12", "4086, 16"})
  void refusesChosenClustersOnWhoseCountDriversDisagree(int clusters, int sectorsPerFat) {
    int sectorsPerCluster = 128;
    int sectors = 1 + sectorsPerFat + 1 + clusters * sectorsPerCluster;
    assertThatThrownBy(
            () ->
                GeometryRule.geometry(
                    new FormatRequest(sectors * 512L, 512, 16, sectorsPerCluster)))
        .isInstanceOf(UsageFailure.class)
        .hasMessageContaining(clusters + " clusters of 65536 bytes")
        .hasMessageContaining("some systems read as another FAT type")
        .hasMessageContaining("leave it out: the automatic choice is ");
  }

  @Test
  void doublesTheClusterWhereTheDriverWouldMake65525() {
    int sectors = 1 + 256 + 32 + 65525 * 64;
    assertThat(theDrivers(sectors - 1, 512).clusters()).isEqualTo(65524);
    assertThat(theDrivers(sectors, 512).sectorsPerCluster()).isEqualTo(128);
    assertThat(theDrivers(sectors + 64, 512).sectorsPerCluster()).isEqualTo(128);
    assertThatThrownBy(() -> GeometryRule.geometry(new FormatRequest(sectors * 512L, 512, 512, 64)))
        .isInstanceOf(UsageFailure.class)
        .hasMessage(
            "--sectors-per-cluster: 65525 clusters of 32768 bytes, more than the 65524 of FAT16,"
                + " and FAT32 is not supported; leave it out: the automatic choice is 128 here");
  }

  @Test
  void doublesTheClusterWhereAnotherRootDirectoryWouldMake4086() {
    FormatRequest request = FormatRequest.asTheDriver(8 << 20, 512);
    // 16384 sectors in clusters of 4: 1 reserved, 17 of FAT, 22 of root directory leave 4086.
    assertThat(GeometryRule.geometry(request.withRootEntries(22 * 16)))
        .isEqualTo(new Geometry(512, 16384, 8, 1, 1, 352, 7, 2044, FatType.FAT12));
    assertThat(GeometryRule.geometry(request.withRootEntries(18 * 16)).clusters()).isEqualTo(4087);
  }

  @Test
  void aChosenClusterSizeIsNotRetried() {
    assertThat(theDrivers(4090, 512).sectorsPerCluster()).isEqualTo(2);
    assertThatThrownBy(() -> GeometryRule.geometry(new FormatRequest(4090 * 512, 512, 512, 1)))
        .isInstanceOf(UsageFailure.class)
        .hasMessage(
            "--sectors-per-cluster: 4041 clusters of 512 bytes, too many for FAT12's table, too few"
                + " for FAT16; leave it out: the automatic choice is 2 here");
  }

  @Test
  void saysThatFat32IsNotSupported() {
    assertThatThrownBy(() -> GeometryRule.geometry(new FormatRequest(40 << 20, 512, 512, 1)))
        .isInstanceOf(UsageFailure.class)
        .hasMessageContaining("FAT32 is not supported; leave it out: the automatic choice is 8");
    assertThatThrownBy(() -> FormatRequest.asTheDriver(1L << 31, 512))
        .isInstanceOf(DataFailure.class)
        .hasMessage(
            "volume: 2147483648 bytes; at most 2 GiB - 1 are possible; larger volumes need FAT32,"
                + " which is not supported");
  }

  @Test
  void aChosenClusterSizeIsKept() {
    Geometry geometry = GeometryRule.geometry(new FormatRequest(224 * 512, 512, 64, 4));
    // 1 reserved, 1 FAT, 4 root: 218 sectors left.
    assertThat(geometry).isEqualTo(new Geometry(512, 224, 4, 1, 1, 64, 1, 54, FatType.FAT12));
  }

  @ParameterizedTest
  @CsvSource({
    "512, 512, 0",
    "4096, 512, 0",
    "512, 16, 0",
    "512, 65520, 0",
    "512, 65520, 1",
    "512, 512, 128"
  })
  void namesTheSmallestSizeThatWorks(int sectorBytes, int rootEntries, int sectorsPerCluster) {
    String message = "";
    try {
      GeometryRule.geometry(new FormatRequest(0, sectorBytes, rootEntries, sectorsPerCluster));
    } catch (DataFailure e) {
      message = e.getMessage();
    }
    assertThat(message).matches("volume: 0 bytes are too small .*; it takes at least \\d+ bytes");
    long least = Long.parseLong(message.replaceAll(".*at least (\\d+) bytes", "$1"));
    FormatRequest works = new FormatRequest(least, sectorBytes, rootEntries, sectorsPerCluster);
    FormatRequest fails =
        new FormatRequest(least - sectorBytes, sectorBytes, rootEntries, sectorsPerCluster);
    assertThat(GeometryRule.geometry(works).clusters()).isGreaterThanOrEqualTo(16);
    assertThatThrownBy(() -> GeometryRule.geometry(fails)).isInstanceOf(Failure.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "512|0|--root-entries: 0 is not a multiple of 16 from 16 to 65535",
        "512|-16|--root-entries: -16 is not",
        "512|17|--root-entries: 17 is not",
        "512|65536|--root-entries: 65536 is not",
        "4096|64|--root-entries: 64 is not a multiple of 128 from 128 to 65535",
        "1024|512|sector size: 1024 bytes",
      })
  void refusesRootDirectoriesThatDoNotFillSectors(int sectorBytes, int entries, String message) {
    assertThatThrownBy(() -> new FormatRequest(1 << 20, sectorBytes, entries, 0))
        .isInstanceOf(UsageFailure.class)
        .hasMessageStartingWith(message);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 3, 129, 256, Integer.MIN_VALUE})
  void refusesClustersThatAreNoPowerOfTwo(int sectorsPerCluster) {
    assertThatThrownBy(() -> new FormatRequest(1 << 20, 512, 512, sectorsPerCluster))
        .isInstanceOf(UsageFailure.class)
        .hasMessageContaining(sectorsPerCluster + " is not a power of two from 1 to 128");
  }

  @Test
  void refusesVolumesThatDoNotFillSectors() {
    assertThatThrownBy(() -> FormatRequest.asTheDriver(114_689, 512))
        .isInstanceOf(DataFailure.class)
        .hasMessage(
            "volume: 114689 bytes do not fill whole sectors of 512 bytes; give a multiple of 512");
  }

  private static Geometry theDrivers(int sectors, int sectorBytes) {
    return GeometryRule.geometry(
        FormatRequest.asTheDriver((long) sectors * sectorBytes, sectorBytes));
  }

  private static void assertTooSmall(int sectors, int sectorBytes) {
    assertThatThrownBy(() -> theDrivers(sectors, sectorBytes))
        .isInstanceOf(DataFailure.class)
        .hasMessageContaining("too small")
        .hasMessageEndingWith("at least " + (sectorBytes == 512 ? 50 * 512 : 22 * 4096) + " bytes");
  }

  private static void assertSoundOrRefused(
      int sectors, int sectorBytes, int rootEntries, int sectorsPerCluster) {
    FormatRequest request =
        new FormatRequest(
            (long) sectors * sectorBytes, sectorBytes, rootEntries, sectorsPerCluster);
    if (!GeometryRule.accepts(request)) {
      return;
    }
    Geometry geometry = GeometryRule.geometry(request);
    int clusters = geometry.clusters();
    int rootSectors = rootEntries * 32 / sectorBytes;
    long used =
        1L
            + geometry.sectorsPerFat()
            + rootSectors
            + (long) clusters * geometry.sectorsPerCluster();
    long fatEntries =
        geometry.sectorsPerFat()
            * (long) sectorBytes
            * 8
            / (geometry.type() == FatType.FAT12 ? 12 : 16);
    boolean isSound =
        used <= sectors
            && sectors - used < geometry.sectorsPerCluster()
            && fatEntries >= clusters + 2
            && geometry.sectorsPerFat() <= 0xFFFF
            && clusters >= 16
            // The count alone tells the type to every driver. Only the driver's own format makes
            // 4086, which Windows reads as FAT12.
            && (geometry.type() == FatType.FAT12
                ? clusters <= 4083
                : clusters >= (sectorsPerCluster == 0 && rootEntries == 512 ? 4086 : 4087)
                    && clusters <= 65524)
            && (sectorsPerCluster == 0 || geometry.sectorsPerCluster() == sectorsPerCluster);
    assertThat(isSound).as("%s makes %s", request, geometry).isTrue();
  }
}
