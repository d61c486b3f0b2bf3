package mkfsdfu.fat;

import mkfsdfu.flash.Bytes;

/** Judges the label in the root directory against the one in the boot sector. */
final class LabelCheck {
  private static final int LABEL_BYTES = 11;
  private static final int EXTENDED_BOOT = 0x29;
  private static final String ILLEGAL = "\"*+,./:;<=>?[\\]|\u007F";

  private final Bytes volume;
  private final Findings findings;
  private String label;

  LabelCheck(Bytes volume, Findings findings) {
    this.volume = volume;
    this.findings = findings;
  }

  /** Judges the label that a scan stands at. */
  void add(CheckedDirectory directory, DirectoryScan scan) {
    if (!directory.isRoot()) {
      findings.add(
          Rule.LABEL_PLACE,
          directory.place(),
          Finding.NO_CLUSTER,
          "a label outside the root directory");
    } else if (label != null) {
      findings.add(Rule.LABEL_TWICE, null, Finding.NO_CLUSTER, "a second label");
    } else {
      label = read(scan.offset());
      if (isIllegal(label)) {
        findings.add(
            Rule.LABEL_TEXT,
            null,
            Finding.NO_CLUSTER,
            "the label '" + label + "' has a character that none can hold");
      }
    }
  }

  /** Compares with the boot sector, when the root directory has been read. */
  void finish() {
    if (volume.u8(38) != EXTENDED_BOOT) {
      return;
    }
    String inBoot = read(43);
    String inRoot = label == null ? "" : label;
    if (!inRoot.equals(inBoot) && !(inRoot.isEmpty() && inBoot.equals("NO NAME"))) {
      findings.addForVolume(
          Rule.LABEL_DIFFERS,
          Finding.NO_CLUSTER,
          "the boot sector's label is '" + inBoot + "', the root directory's '" + inRoot + "'");
    }
  }

  /** Reads a label; some pad it with zeros. */
  private String read(int at) {
    int length = LABEL_BYTES;
    while (length > 0 && volume.u8(at + length - 1) == 0) {
      length--;
    }
    return CodePage437.decodePadded(volume, at, length);
  }

  private static boolean isIllegal(String label) {
    for (int i = 0; i < label.length(); i++) {
      char c = label.charAt(i);
      if (c < ' ' || (c >= 'a' && c <= 'z') || ILLEGAL.indexOf(c) >= 0) {
        return true;
      }
    }
    return label.isEmpty() || label.charAt(0) == ' ';
  }
}
