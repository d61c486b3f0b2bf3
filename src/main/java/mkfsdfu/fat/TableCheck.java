package mkfsdfu.fat;

import mkfsdfu.flash.Bytes;

/** Judges the FATs as tables, and how much of the volume is there. */
final class TableCheck {
  private static final int EXTENDED_BOOT = 0x29;

  private final Bytes volume;
  private final Geometry geometry;
  private final AllocationTable table;
  private final Findings findings;

  TableCheck(Bytes volume, Geometry geometry, AllocationTable table, Findings findings) {
    this.volume = volume;
    this.geometry = geometry;
    this.table = table;
    this.findings = findings;
  }

  void run() {
    int clusters = geometry.clusters();
    if (clusters == MountRules.MAX_FAT12_CLUSTERS || clusters == MountRules.MAX_FAT16_CLUSTERS) {
      findings.addForVolume(
          Rule.CLUSTER_COUNT,
          Finding.NO_CLUSTER,
          clusters + " clusters, for which drivers disagree about the FAT type");
    }
    int there = geometry.clustersWithin(volume.length());
    if (there < clusters && table.lastUsedCluster() < Geometry.FIRST_CLUSTER + there) {
      findings.addForVolume(
          Rule.VOLUME_CUT,
          Geometry.FIRST_CLUSTER + there,
          volume.length() + " bytes are there of " + geometry.volumeBytes());
    }
    compareFats();
    checkMedia();
    checkState();
  }

  private void compareFats() {
    if (geometry.fats() < 2) {
      return;
    }
    boolean fat12 = geometry.type() == FatType.FAT12;
    int bytes = fat12 ? (table.end() * 3 + 1) / 2 : table.end() * 2;
    int at =
        volume
            .slice(geometry.fatOffset(0), bytes)
            .mismatch(volume.slice(geometry.fatOffset(1), bytes));
    if (at >= 0) {
      int cluster = fat12 ? at * 2 / 3 : at / 2;
      findings.addForVolume(
          Rule.FATS_DIFFER, cluster, "the two FATs differ, first at cluster " + cluster);
    }
  }

  private void checkMedia() {
    int media = volume.u8(21);
    int expected = (geometry.type() == FatType.FAT12 ? 0xF00 : 0xFF00) | media;
    if (table.entry(0) != expected) {
      findings.addForVolume(
          Rule.FAT_MEDIA,
          0,
          "entry 0 of the FAT is " + table.entry(0) + ", by the media byte it is " + expected);
    }
  }

  /** Entry 1 is an end mark; in FAT16 its two upper bits tell how the volume was left. */
  private void checkState() {
    boolean fat16 = geometry.type() == FatType.FAT16;
    int state = table.entry(1);
    if (!table.isEnd(fat16 ? state | 0xC000 : state)) {
      findings.addForVolume(Rule.FAT_STATE, 1, "entry 1 of the FAT is " + state + ", no end mark");
    }
    boolean flagged = volume.u8(38) == EXTENDED_BOOT && (volume.u8(37) & 3) != 0;
    if (flagged || (fat16 && state >> 14 != 3)) {
      findings.addForVolume(
          Rule.NOT_UNMOUNTED,
          Finding.NO_CLUSTER,
          "marked as in use or faulty by the system that wrote to it last");
    }
  }
}
