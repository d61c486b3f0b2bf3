package mkfsdfu.fat;

/** Judges the entries {@code .} and {@code ..} of one directory. */
final class DotCheck {
  private final CheckedDirectory directory;
  private final Findings findings;
  private int found;

  DotCheck(CheckedDirectory directory, Findings findings) {
    this.directory = directory;
    this.findings = findings;
  }

  /** Judges the entry that a scan stands at, whose name begins with a dot. */
  void add(DirectoryScan scan) {
    if (directory.isRoot() || scan.slotsBefore() > 1) {
      findings.add(
          Rule.NAME_ILLEGAL,
          new Place(directory.place(), scan.shortName()),
          scan.firstCluster(),
          "the short name begins with a dot, the board skips it");
      return;
    }
    boolean first = scan.slotsBefore() == 0;
    int expected = first ? directory.firstCluster() : directory.parentCluster();
    found++;
    if (!scan.shortName().equals(first ? "." : "..") || !scan.isDirectory()) {
      findings.add(
          first ? Rule.DOT : Rule.DOT_DOT,
          directory.place(),
          scan.firstCluster(),
          (first
              ? "the first entry is no directory '.'"
              : "the second entry is no directory '..'"));
    } else if (scan.firstCluster() != expected) {
      findings.add(
          first ? Rule.DOT : Rule.DOT_DOT,
          directory.place(),
          scan.firstCluster(),
          "'"
              + scan.shortName()
              + "' points to cluster "
              + scan.firstCluster()
              + ", expected "
              + expected);
    }
  }

  /** Reports what is missing, at the directory's end. */
  void finish() {
    if (!directory.isRoot() && found < 2) {
      findings.add(
          found == 0 ? Rule.DOT : Rule.DOT_DOT,
          directory.place(),
          directory.firstCluster(),
          found == 0 ? "there is no entry '.'" : "there is no entry '..'");
    }
  }
}
