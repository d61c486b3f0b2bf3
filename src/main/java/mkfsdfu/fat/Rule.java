package mkfsdfu.fat;

/**
 * What a sound FAT12 or FAT16 volume obeys. The ids are stable: they are written to JSON.
 *
 * <p>The first group are the driver's mount rules (FatFs R0.13c, {@code find_volume}): with any of
 * them broken there is no filesystem for the board, and its firmware formats at the next start.
 */
public enum Rule {
  BOOT_MISSING("boot-missing", Severity.ERROR, Does.FORMATS),
  BOOT_SIGNATURE("boot-signature", Severity.ERROR, Does.FORMATS),
  BOOT_JUMP("boot-jump", Severity.ERROR, Does.FORMATS),
  BOOT_TYPE("boot-type", Severity.ERROR, Does.FORMATS),
  EXFAT("exfat", Severity.ERROR, Does.FORMATS),
  FAT32("fat32", Severity.ERROR, "the board mounts FAT32, but no board keeps its flash so"),
  LITTLEFS("littlefs", Severity.ERROR, "a board that knows littlefs mounts that and not the FAT"),
  SECTOR_BYTES("sector-bytes", Severity.ERROR, Does.FORMATS),
  FAT_COUNT("fat-count", Severity.ERROR, Does.FORMATS),
  SECTORS_PER_CLUSTER("sectors-per-cluster", Severity.ERROR, Does.FORMATS),
  RESERVED_SECTORS("reserved-sectors", Severity.ERROR, Does.FORMATS),
  ROOT_ENTRIES("root-entries", Severity.ERROR, Does.FORMATS),
  TOTAL_SECTORS("total-sectors", Severity.ERROR, Does.FORMATS),
  FAT_SIZE("fat-size", Severity.ERROR, Does.FORMATS),

  SYSTEM_MISSING("system-missing", Severity.ERROR, "the board mounts it and fails with EIO"),
  VOLUME_CUT(
      "volume-cut", Severity.WARNING, "every file reads; the missing clusters are free ones"),
  CLUSTER_COUNT(
      "cluster-count", Severity.WARNING, "the board reads it; other drivers take another FAT type"),

  FATS_DIFFER("fats-differ", Severity.ERROR, "the board reads the first FAT only"),
  FAT_MEDIA("fat-media", Severity.WARNING, Does.IGNORES),
  FAT_STATE("fat-state", Severity.WARNING, Does.IGNORES),
  NOT_UNMOUNTED("not-unmounted", Severity.WARNING, Does.IGNORES),
  BAD_CLUSTER("bad-cluster", Severity.WARNING, "the board never uses the cluster"),
  LOST_CLUSTERS("lost-clusters", Severity.ERROR, "the space stays lost until the board formats"),

  FIRST_CLUSTER("first-cluster", Severity.ERROR, Does.FAILS),
  CHAIN_FREE("chain-free", Severity.ERROR, Does.FAILS),
  CHAIN_RANGE("chain-range", Severity.ERROR, "the board takes the link for the end of the chain"),
  CHAIN_BAD("chain-bad", Severity.ERROR, "the board takes the mark for the end of the chain"),
  CHAIN_CYCLE("chain-cycle", Severity.ERROR, "the board reads the same clusters again and again"),
  CROSS_LINK("cross-link", Severity.ERROR, "writing to the one changes the other"),
  CLUSTER_MISSING("cluster-missing", Severity.ERROR, Does.FAILS),
  SIZE_PAST_CHAIN("size-past-chain", Severity.ERROR, Does.FAILS),
  CHAIN_PAST_SIZE(
      "chain-past-size",
      Severity.ERROR,
      "the board reads the file; the clusters after it are lost"),

  DIRECTORY_SIZE("directory-size", Severity.WARNING, Does.IGNORES),
  DIRECTORY_LENGTH(
      "directory-length", Severity.ERROR, "the board stops after 65536 slots of 32 bytes"),
  DOT("dot", Severity.ERROR, "the board lists the directory; paths with '.' fail"),
  DOT_DOT("dot-dot", Severity.ERROR, "the board lists the directory; paths with '..' go astray"),
  AFTER_END("after-end", Severity.WARNING, "the board sees nothing after the end mark"),
  ATTRIBUTES("attributes", Severity.ERROR, "the board lists the name, but cannot open it"),

  LONG_NAME_ORDER("long-name-order", Severity.ERROR, Does.SHORT_NAME),
  LONG_NAME_CHECKSUM("long-name-checksum", Severity.ERROR, Does.SHORT_NAME),
  LONG_NAME_TEXT("long-name-text", Severity.ERROR, Does.SHORT_NAME),
  LONG_NAME_ORPHAN("long-name-orphan", Severity.ERROR, "the board skips the slots"),
  LONG_NAME_CODE_PAGE("long-name-code-page", Severity.ERROR, Does.SHORT_NAME),
  NAME_DUPLICATE("name-duplicate", Severity.ERROR, Does.FIRST_ONLY),
  SHORT_NAME_DUPLICATE("short-name-duplicate", Severity.ERROR, Does.FIRST_ONLY),
  NAME_SHADOWED("name-shadowed", Severity.ERROR, Does.FIRST_ONLY),
  NAME_ILLEGAL("name-illegal", Severity.ERROR, "the board cannot open it by its name"),
  NAME_NOT_ASCII(
      "name-not-ascii", Severity.ERROR, "os.listdir() of the directory raises UnicodeError"),

  LABEL_DIFFERS("label-differs", Severity.WARNING, "the board shows the root directory's label"),
  LABEL_TWICE("label-twice", Severity.WARNING, "the board shows the first label"),
  LABEL_PLACE("label-place", Severity.WARNING, Does.IGNORES),
  LABEL_TEXT("label-text", Severity.WARNING, "the board shows the label as it is");

  private final String id;
  private final Severity severity;
  private final String boardDoes;

  Rule(String id, Severity severity, String boardDoes) {
    this.id = id;
    this.severity = severity;
    this.boardDoes = boardDoes;
  }

  /** Returns the name of the rule in JSON, {@code chain-cycle}. */
  public String id() {
    return id;
  }

  /** Returns how bad it is to break it. */
  public Severity severity() {
    return severity;
  }

  /** Returns what a board does where it is broken. */
  public String boardDoes() {
    return boardDoes;
  }

  /** What a board does where more than one rule has it do the same. */
  private static final class Does {
    static final String FORMATS = "the board would format this";
    static final String FAILS = "the board fails with EIO there";
    static final String IGNORES = "the board ignores it";
    static final String SHORT_NAME = "the board shows the short name";
    static final String FIRST_ONLY = "the board opens the first of the two only";
  }
}
