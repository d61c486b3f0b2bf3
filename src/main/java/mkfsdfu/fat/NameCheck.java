package mkfsdfu.fat;

import java.util.HashSet;
import java.util.Set;
import mkfsdfu.flash.Bytes;

/** Judges the names of one directory. */
final class NameCheck {
  private static final AsciiSet ILLEGAL = NameRules.INVALID.with(AsciiSet.of("\u007F"));
  private static final AsciiSet ILLEGAL_IN_SHORT = ILLEGAL.with(ShortName.REPLACED);

  private final Bytes volume;
  private final Findings findings;
  private final Set<String> names = new HashSet<>();
  private final Set<String> shortNames = new HashSet<>();

  NameCheck(Bytes volume, Findings findings) {
    this.volume = volume;
    this.findings = findings;
  }

  /** Judges the name of the entry that a scan stands at. */
  void add(Place place, DirectoryScan scan) {
    String name = scan.name();
    String upper = CodePage437.upper(name);
    String shortName = scan.shortName();
    int cluster = scan.firstCluster();
    boolean shadowed = shortNames.contains(upper) || names.contains(shortName);
    boolean sameName = !names.add(upper);
    boolean sameShortName = !shortNames.add(shortName);
    if (sameName) {
      findings.add(
          Rule.NAME_DUPLICATE, place, cluster, "the name, case ignored, stands there twice");
    } else if (sameShortName) {
      findings.add(
          Rule.SHORT_NAME_DUPLICATE,
          place,
          cluster,
          "the short name " + shortName + " stands there twice");
    } else if (shadowed) {
      findings.add(
          Rule.NAME_SHADOWED,
          place,
          cluster,
          "its name or short name " + shortName + " is another's short name or name");
    }
    if (isIllegal(name)) {
      findings.add(
          Rule.NAME_ILLEGAL, place, cluster, "the name has a character that no path can hold");
    } else if (isIllegalShort(scan)) {
      findings.add(
          Rule.NAME_ILLEGAL,
          place,
          cluster,
          "the short name has a character, or a space, that no short name can hold");
    }
    if (!CodePage437.isAscii(name)) {
      findings.add(Rule.NAME_NOT_ASCII, place, cluster, "the name is not ASCII");
    }
    String longName = scan.longName().text();
    if (longName != null && !CodePage437.holds(longName)) {
      findings.add(
          Rule.LONG_NAME_CODE_PAGE,
          place,
          cluster,
          "the long name '" + longName + "' has characters that code page 437 has not");
    }
    if ((scan.attributes() & DirectoryScan.VOLUME) != 0) {
      findings.add(
          Rule.ATTRIBUTES,
          place,
          cluster,
          "attributes " + scan.attributes() + " have a label's bit 8, but it is no label");
    }
  }

  /** Reports long-name slots that are wrong, before the slot that a scan stands at. */
  void addLongNameFault(Place directory, DirectoryScan scan) {
    Rule rule = scan.longName().broken();
    int slots = scan.longName().parts();
    boolean entry = rule != Rule.LONG_NAME_ORPHAN && scan.kind() == DirectoryScan.Kind.ENTRY;
    findings.add(
        rule,
        entry ? new Place(directory, scan.name()) : directory,
        Finding.NO_CLUSTER,
        slots + (slots == 1 ? " long-name slot" : " long-name slots") + why(rule));
  }

  private static String why(Rule rule) {
    return switch (rule) {
      case LONG_NAME_ORDER -> " out of order";
      case LONG_NAME_CHECKSUM -> " with the checksum of another short name";
      case LONG_NAME_ORPHAN -> " without the short name that belongs to them";
      default -> " whose text is not ended and filled as it must be";
    };
  }

  private static boolean isIllegal(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) < ' ' || ILLEGAL.contains(name.charAt(i))) {
        return true;
      }
    }
    return name.endsWith(".") || name.endsWith(" ");
  }

  private boolean isIllegalShort(DirectoryScan scan) {
    int at = scan.offset();
    boolean spaceAllowed = scan.longName().text() != null;
    for (int i = 0; i < 11; i++) {
      int octet = volume.u8(at + i);
      boolean more = i != 7 && i != 10 && volume.u8(at + i + 1) != ' ';
      if (octet == ' ' ? i == 0 || (more && !spaceAllowed) : isIllegalShort(octet, i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isIllegalShort(int octet, int at) {
    return (octet < ' ' && !(octet == 5 && at == 0))
        || octet == '.'
        || (octet >= 'a' && octet <= 'z')
        || ILLEGAL_IN_SHORT.contains(octet);
  }
}
