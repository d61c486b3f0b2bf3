package mkfsdfu.fat;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import mkfsdfu.flash.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The limits of FatFs's find_volume, each met and passed by one. */
class MountRulesTest {
  /** Sectors, reserved sectors, FATs, sectors per FAT, sectors per cluster, root entries, bytes. */
  @ParameterizedTest
  @CsvSource({
    "4130, 1, 1, 12, 1, 512, 512, 4085, FAT12",
    "4131, 1, 1, 16, 1, 512, 512, 4082, FAT12",
    "4135, 1, 1, 16, 1, 512, 512, 4086, FAT16",
    "65814, 1, 1, 256, 1, 512, 512, 65525, FAT16",
    "8387460, 1, 1, 256, 128, 512, 512, 65524, FAT16",
    "300, 200, 2, 1, 1, 16, 512, 97, FAT12",
    "300, 1, 2, 1, 8, 128, 4096, 37, FAT12",
    "40, 1, 1, 1, 1, 64, 2048, 37, FAT12",
    "4098, 1, 1, 1, 1, 65520, 512, 1, FAT12",
  })
  void mountsWhatTheDriverMounts(
      int sectors,
      int reserved,
      int fats,
      int sectorsPerFat,
      int sectorsPerCluster,
      int rootEntries,
      int sectorBytes,
      int clusters,
      FatType type) {
    Bytes boot =
        boot(sectors, reserved, fats, sectorsPerFat, sectorsPerCluster, rootEntries, sectorBytes);

    MountVerdict verdict = MountRules.judge(boot, sectorBytes);

    assertThat(verdict.finding()).isNull();
    assertThat(verdict.geometry())
        .isEqualTo(
            new Geometry(
                sectorBytes,
                sectors,
                sectorsPerCluster,
                reserved,
                fats,
                rootEntries,
                sectorsPerFat,
                clusters,
                type));
  }

  @ParameterizedTest
  @CsvSource({
    "65815, 1, 1, 256, 1, 512, 512, FAT32",
    "4135, 1, 1, 15, 1, 512, 512, FAT_SIZE",
    "4130, 1, 1, 11, 1, 512, 512, FAT_SIZE",
    "34, 1, 1, 1, 1, 512, 512, TOTAL_SECTORS",
    "33, 1, 1, 1, 1, 512, 512, TOTAL_SECTORS",
    "0, 1, 1, 1, 1, 512, 512, TOTAL_SECTORS",
    "300, 1, 1, 1, 1, 120, 4096, ROOT_ENTRIES",
    "300, 0, 1, 1, 1, 512, 512, RESERVED_SECTORS",
    "300, 1, 3, 1, 1, 512, 512, FAT_COUNT",
    "300, 1, 1, 1, 96, 512, 512, SECTORS_PER_CLUSTER",
    "-1, 1, 2, 65535, 128, 512, 4096, FAT32",
    "400000, 65535, 2, 65535, 128, 512, 4096, SYSTEM_MISSING",
  })
  void refusesWhatTheDriverRefuses(
      int sectors,
      int reserved,
      int fats,
      int sectorsPerFat,
      int sectorsPerCluster,
      int rootEntries,
      int sectorBytes,
      Rule rule) {
    Bytes boot =
        boot(sectors, reserved, fats, sectorsPerFat, sectorsPerCluster, rootEntries, sectorBytes);

    assertThat(MountRules.judge(boot).finding().rule()).isEqualTo(rule);
  }

  @Test
  void takesTheSectorsPerFatOfFat32WhereThoseOfFat16AreZeroAsTheDriverDoes() {
    byte[] boot = boot(300, 1, 1, 0, 1, 512, 512).toArray();
    boot[36] = 1;

    assertThat(MountRules.judge(Bytes.wrap(boot)).geometry().sectorsPerFat()).isEqualTo(1);
  }

  @Test
  void ignoresMediaByteHiddenSectorsAndOemName() {
    byte[] boot = boot(300, 1, 1, 1, 1, 512, 512).toArray();
    boot[3] = 0;
    boot[21] = 0x11;
    boot[28] = 0x22;

    assertThat(MountRules.judge(Bytes.wrap(boot)).mounts()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"0xE8", "0xE9", "0xEB"})
  void takesEachOfThreeJumps(String jump) {
    byte[] boot = boot(300, 1, 1, 1, 1, 512, 512).toArray();
    boot[0] = Integer.decode(jump).byteValue();

    assertThat(MountRules.judge(Bytes.wrap(boot)).mounts()).isTrue();
  }

  @Test
  void findsLittlefsInTheSecondBlockOfTheBoardsSize() {
    byte[] volume = boot(300, 1, 1, 1, 1, 512, 512).toArray();
    System.arraycopy("littlefs".getBytes(StandardCharsets.US_ASCII), 0, volume, 4096 + 8, 8);

    assertThat(MountRules.judge(Bytes.wrap(volume), 512).mounts()).isTrue();
    assertThat(MountRules.judge(Bytes.wrap(volume), 4096).finding().rule())
        .isEqualTo(Rule.LITTLEFS);
  }

  private static Bytes boot(
      int sectors,
      int reserved,
      int fats,
      int sectorsPerFat,
      int sectorsPerCluster,
      int rootEntries,
      int sectorBytes) {
    ByteBuffer boot = ByteBuffer.allocate(3 << 20).order(ByteOrder.LITTLE_ENDIAN);
    boot.put(0, (byte) 0xEB);
    boot.putShort(11, (short) sectorBytes);
    boot.put(13, (byte) sectorsPerCluster);
    boot.putShort(14, (short) reserved);
    boot.put(16, (byte) fats);
    boot.putShort(17, (short) rootEntries);
    if (sectors >= 0 && sectors < 65536) {
      boot.putShort(19, (short) sectors);
    } else {
      boot.putInt(32, sectors);
    }
    boot.putShort(22, (short) sectorsPerFat);
    boot.put(54, (byte) 'F').put(55, (byte) 'A').put(56, (byte) 'T');
    boot.put(510, (byte) 0x55).put(511, (byte) 0xAA);
    return Bytes.wrap(boot.array());
  }
}
