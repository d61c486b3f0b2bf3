package mkfsdfu.fat;

/** The width of a FAT's entries. FAT32 is not among them: no board's flash filesystem uses it. */
public enum FatType {
  /** 12-bit entries: up to 4085 clusters as FatFs counts. */
  FAT12,
  /** 16-bit entries: 4086 to 65525 clusters as FatFs counts. */
  FAT16
}
