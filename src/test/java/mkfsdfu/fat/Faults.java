package mkfsdfu.fat;

import java.util.ArrayList;
import java.util.List;

/** The corpus of faults: at least one for each rule. Paths are those of {@link PatchedVolume}. */
final class Faults {
  private static final String LONG = "Long Name File.txt";
  private static final String LONG_AS_SHORT = "/LONGNA~1.TXT";

  private Faults() {}

  static List<Fault> all() {
    List<Fault> all = new ArrayList<>();
    all.addAll(mounting());
    all.addAll(tables());
    all.addAll(chains());
    all.addAll(directories());
    all.addAll(longNames());
    all.addAll(names());
    all.addAll(labels());
    return all;
  }

  private static List<Fault> mounting() {
    return List.of(
        Fault.of(Rule.BOOT_MISSING, "only 511 bytes", v -> v.cut(511)),
        Fault.of(Rule.BOOT_SIGNATURE, "no 55AA at 510, found 5500", v -> v.u8(511, 0))
            .unknownToFsck(),
        Fault.of(Rule.BOOT_JUMP, "first byte is 00", v -> v.u8(0, 0)).unknownToFsck(),
        Fault.of(Rule.BOOT_TYPE, "neither FAT at 54", v -> v.text(54, "FOO")).unknownToFsck(),
        Fault.of(Rule.EXFAT, "exFAT", v -> v.text(3, "EXFAT   ")).unknownToFsck(),
        Fault.of(Rule.FAT32, "70000 clusters", v -> v.u16(19, 0).u32(32, 70009)),
        Fault.of(Rule.FAT32, "FAT32", v -> v.u16(17, 0).u16(22, 0).text(82, "FAT32")),
        Fault.of(Rule.LITTLEFS, "its name at 8", v -> v.text(8, "littlefs")),
        Fault.of(Rule.LITTLEFS, "its name at 552", v -> v.text(512 + 40, "littlefs")),
        Fault.of(Rule.SECTOR_BYTES, "513 bytes per sector", v -> v.u16(11, 513)),
        Fault.of(Rule.SECTOR_BYTES, "256 bytes per sector", v -> v.u16(11, 256)),
        Fault.of(Rule.SECTOR_BYTES, "8192 bytes per sector", v -> v.u16(11, 8192)),
        Fault.of(Rule.FAT_COUNT, "0 FATs", v -> v.u8(16, 0)),
        Fault.of(Rule.FAT_COUNT, "3 FATs", v -> v.u8(16, 3)),
        Fault.of(Rule.SECTORS_PER_CLUSTER, "0 sectors per cluster", v -> v.u8(13, 0)),
        Fault.of(Rule.SECTORS_PER_CLUSTER, "3 sectors per cluster", v -> v.u8(13, 3)),
        Fault.of(Rule.RESERVED_SECTORS, "0 reserved sectors", v -> v.u16(14, 0)),
        Fault.of(Rule.ROOT_ENTRIES, "0 root entries", v -> v.u16(17, 0)),
        Fault.of(Rule.ROOT_ENTRIES, "65 root entries", v -> v.u16(17, 65)),
        Fault.of(Rule.TOTAL_SECTORS, "8 sectors in all", v -> v.u16(19, 8)),
        Fault.of(Rule.TOTAL_SECTORS, "9 sectors in all", v -> v.u16(19, 9)),
        Fault.of(Rule.FAT_SIZE, "1 sectors per FAT, but 393 clusters", v -> v.u16(22, 1)),
        Fault.of(Rule.SYSTEM_MISSING, "take 4608 bytes, only 4096", v -> v.cut(4096)),
        Fault.of(Rule.VOLUME_CUT, "20480 bytes are there of 204800", v -> v.cut(40 * 512)),
        Fault.of(Rule.CLUSTER_COUNT, "4085 clusters, for which", v -> PatchedVolume.disputed()));
  }

  private static List<Fault> tables() {
    return List.of(
        Fault.of(Rule.FATS_DIFFER, "first at cluster 300", v -> v.fat(1, 300, 0xFFF)),
        Fault.of(Rule.FAT_MEDIA, "entry 0 of the FAT is 3840", v -> v.fat(0, 0xF00)),
        Fault.of(Rule.FAT_STATE, "entry 1 of the FAT is 5", v -> v.fat(1, 5)).unknownToFsck(),
        Fault.of(Rule.NOT_UNMOUNTED, "marked as in use", v -> v.u8(37, 1)),
        Fault.of(Rule.NOT_UNMOUNTED, "marked as in use", v -> v.fat(1, 0x7FFF)).inFat16(),
        Fault.of(Rule.BAD_CLUSTER, "cluster 200 is marked bad", v -> v.fat(200, 0xFF7))
            .unknownToFsck(),
        Fault.of(Rule.LOST_CLUSTERS, "2 clusters from 200", v -> v.fat(200, 201).fat(201, 0xFFF)));
  }

  private static List<Fault> chains() {
    return List.of(
        entry("main.py", Rule.FIRST_CLUSTER, "first cluster is 393", 26, 393)
            .alsoBreaking(Rule.LOST_CLUSTERS),
        entry("main.py", Rule.FIRST_CLUSTER, "first cluster is 1,", 26, 1)
            .alsoBreaking(Rule.LOST_CLUSTERS),
        entry("main.py", Rule.FIRST_CLUSTER, "first cluster is 0, but the size", 26, 0)
            .alsoBreaking(Rule.LOST_CLUSTERS),
        entry("lib/sub", Rule.FIRST_CLUSTER, "first cluster is 0, the root", 26, 0)
            .alsoBreaking(Rule.LOST_CLUSTERS),
        link(Rule.CHAIN_FREE, "is free", 0),
        link(Rule.CHAIN_RANGE, "leads to 393", 393),
        link(Rule.CHAIN_RANGE, "leads to 1,", 1),
        link(Rule.CHAIN_RANGE, "leads to 4086", 0xFF6),
        link(Rule.CHAIN_BAD, "is marked bad", 0xFF7),
        Fault.at(
            "/main.py",
            Rule.CHAIN_CYCLE,
            "leads back to cluster",
            v -> v.fat(v.first("main.py") + 2, v.first("main.py"))),
        Fault.at(
                "/main.py",
                Rule.CROSS_LINK,
                "belongs to /boot.py",
                v -> v.fat(v.first("main.py"), v.first("boot.py")))
            .alsoBreaking(Rule.LOST_CLUSTERS),
        Fault.at(
                "/lib/sub",
                Rule.CROSS_LINK,
                "belongs to /lib",
                v -> v.u16(v.slot("lib/sub") + 26, v.first("lib")))
            .alsoBreaking(Rule.LOST_CLUSTERS),
        Fault.at(
            "/lib/sub/deep.py",
            Rule.CLUSTER_MISSING,
            "lies past the end of the bytes",
            v -> v.cut(v.geometry().clusterOffset(v.first("lib/sub/deep.py") + 1))),
        entry("main.py", Rule.SIZE_PAST_CHAIN, "4 clusters, but the chain has 3", 28, 1537),
        entry("main.py", Rule.CHAIN_PAST_SIZE, "2 clusters, but the chain has 3", 28, 1024),
        entry("main.py", Rule.CHAIN_PAST_SIZE, "0 clusters, but the chain has 3", 28, 0));
  }

  private static List<Fault> directories() {
    return List.of(
        entry("lib", Rule.DIRECTORY_SIZE, "size is 512", 28, 512),
        Fault.at(
                "/big",
                Rule.DIRECTORY_LENGTH,
                "more than 65536 slots",
                v -> PatchedVolume.withLongDirectory())
            .unknownToFsck(),
        inSub(Rule.DOT, "'.' points to cluster 1,", 26, 1),
        inSub(Rule.DOT, "the first entry is no directory '.'", 11, 0x20),
        inSub(Rule.DOT_DOT, "'..' points to cluster 1,", 32 + 26, 1),
        inSub(Rule.DOT_DOT, "the second entry is no directory '..'", 32 + 11, 0x20),
        Fault.at("/lib/sub", Rule.DOT, "there is no entry '.'", v -> v.withoutDots("lib/sub")),
        Fault.at(
                "/lib",
                Rule.AFTER_END,
                "after the end mark",
                v -> v.text(v.end("lib") + 32, "GHOST   TXT "))
            .unknownToFsck(),
        Fault.at(
                "/boot.py",
                Rule.ATTRIBUTES,
                "attributes 9 have a label's bit",
                v -> v.u8(v.slot("boot.py") + 11, 0x09))
            .unknownToFsck());
  }

  private static List<Fault> longNames() {
    return List.of(
        before(LONG, Rule.LONG_NAME_ORDER, "2 long-name slots out of order", -32, 2)
            .unknownToFsck(),
        before(LONG, Rule.LONG_NAME_CHECKSUM, "with the checksum of another", -32 + 13, 0)
            .unknownToFsck(),
        before(LONG, Rule.LONG_NAME_TEXT, "whose text is not ended", -64 + 30, 0).unknownToFsck(),
        Fault.at(
            "/",
            Rule.LONG_NAME_ORPHAN,
            "2 long-name slots without the short name",
            v -> v.delete(LONG)),
        Fault.at(
                LONG_AS_SHORT,
                Rule.LONG_NAME_CODE_PAGE,
                "the long name '\u0416ong Name File.txt'",
                v -> v.u16(v.slot(LONG) - 32 + 1, 0x416))
            .unknownToFsck());
  }

  private static List<Fault> names() {
    return List.of(
        Fault.at(
            "/MAIN.PY",
            Rule.NAME_DUPLICATE,
            "stands there twice",
            v -> v.text(v.slot("empty.txt"), "MAIN    PY  \u0000")),
        Fault.at(
            LONG_AS_SHORT,
            Rule.SHORT_NAME_DUPLICATE,
            "the short name LONGNA~1.TXT stands there twice",
            v -> v.text(v.slot("empty.txt"), "LONGNA~1TXT \u0000")),
        Fault.at(
                "/longna~1.txt",
                Rule.NAME_SHADOWED,
                "is another's short name or name",
                v -> v.rename("two words.py", "longna~1.txt"))
            .unknownToFsck(),
        Fault.at(
                "/Lo:g Name File.txt",
                Rule.NAME_ILLEGAL,
                "a character that no path can hold",
                v -> v.u16(v.slot(LONG) - 32 + 5, ':'))
            .unknownToFsck(),
        Fault.at(
                "/boot+.py",
                Rule.NAME_ILLEGAL,
                "no short name can hold",
                v -> v.u8(v.slot("boot.py") + 4, '+'))
            .unknownToFsck(),
        Fault.at(
                "/bot.py",
                Rule.NAME_ILLEGAL,
                "no short name can hold",
                v -> v.u8(v.slot("boot.py") + 2, ' '))
            .unknownToFsck(),
        Fault.at(
                "/.OOT.PY",
                Rule.NAME_ILLEGAL,
                "begins with a dot",
                v -> v.u8(v.slot("boot.py"), '.'))
            .alsoBreaking(Rule.LOST_CLUSTERS),
        Fault.at(
                "/b\u00e9ot.py",
                Rule.NAME_NOT_ASCII,
                "not ASCII",
                v -> v.u8(v.slot("boot.py") + 1, 0x82))
            .unknownToFsck());
  }

  private static List<Fault> labels() {
    return List.of(
        Fault.of(Rule.LABEL_DIFFERS, "label is 'PYBFLASX', the root", v -> v.u8(43 + 7, 'X')),
        Fault.at(
                "/",
                Rule.LABEL_TWICE,
                "a second label",
                v -> v.text(v.end(""), "OTHER      \u0008"))
            .unknownToFsck(),
        Fault.at(
            "/",
            Rule.LABEL_TEXT,
            "the label 'PYB.LASH'",
            v -> v.u8(43 + 3, '.').u8(v.geometry().rootOffset() + 3, '.')),
        Fault.at(
                "/lib",
                Rule.LABEL_PLACE,
                "a label outside the root directory",
                v -> v.text(v.end("lib"), "OTHER      \u0008"))
            .unknownToFsck());
  }

  /** Puts 16 bits into a short entry. */
  private static Fault entry(String path, Rule rule, String what, int at, int value) {
    return Fault.at("/" + path, rule, what, v -> v.u16(v.slot(path) + at, value));
  }

  /** Puts an entry into the FAT where the chain of main.py has its first link. */
  private static Fault link(Rule rule, String what, int value) {
    return Fault.at("/main.py", rule, what, v -> v.fat(v.first("main.py"), value))
        .alsoBreaking(Rule.LOST_CLUSTERS);
  }

  /** Puts a byte into the first two slots of a directory. */
  private static Fault inSub(Rule rule, String what, int at, int value) {
    return Fault.at("/lib/sub", rule, what, v -> v.u8(v.dots("lib/sub") + at, value));
  }

  /** Puts a byte near a short entry, whose long name is lost by it. */
  private static Fault before(String path, Rule rule, String what, int at, int value) {
    return Fault.at(LONG_AS_SHORT, rule, what, v -> v.u8(v.slot(path) + at, value));
  }
}
