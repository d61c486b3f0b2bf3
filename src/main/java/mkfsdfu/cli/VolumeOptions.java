package mkfsdfu.cli;

import java.util.HexFormat;
import mkfsdfu.error.UsageFailure;
import mkfsdfu.fat.FormatRequest;
import mkfsdfu.flash.Numbers;
import mkfsdfu.pack.PackRequest;
import picocli.CommandLine.ParseResult;

/** The options that say how the volume is formatted. */
final class VolumeOptions {
  private VolumeOptions() {}

  static void addTo(CommandForm form) {
    form.value("TEXT", "The volume's label (the board's own); '' for none.", "--label");
    form.value("HEX", "The volume's serial number (from the content).", "--volume-id");
    form.value(
        "N",
        "Entries of the root directory (512); fewer give the room to files.",
        "--root-entries");
    form.value("N", "Sectors of a cluster (as the driver chooses).", "--sectors-per-cluster");
  }

  /**
   * Reads what they say.
   *
   * @throws UsageFailure if a value is not what its option takes
   */
  static PackRequest.Format format(ParseResult parsed) {
    String id = Values.text(parsed, "--volume-id");
    return new PackRequest.Format(
        Values.text(parsed, "--label"),
        id == null ? -1 : volumeId(id),
        number(parsed, "--root-entries", FormatRequest.DEFAULT_ROOT_ENTRIES, 0xFFFF),
        number(parsed, "--sectors-per-cluster", FormatRequest.DRIVERS_CHOICE, 0xFF));
  }

  private static int number(ParseResult parsed, String option, int otherwise, int most) {
    String text = Values.text(parsed, option);
    if (text == null) {
      return otherwise;
    }
    int number = (int) Numbers.parse(option, text, most);
    if (number == 0) {
      throw new UsageFailure(
          option, "'" + text + "' is not a number of 1 to " + most, "leave it out for the usual");
    }
    return number;
  }

  /** Reads a serial number as mkfs.fat -i takes it or prints it: 1a2b3c4d, 1A2B-3C4D. */
  private static long volumeId(String text) {
    boolean prefixed = text.startsWith("0x") || text.startsWith("0X");
    boolean printed = text.length() == 9 && text.charAt(4) == '-';
    String digits = prefixed ? text.substring(2) : printed ? text.replace("-", "") : text;
    try {
      if (!digits.isEmpty()) {
        return Integer.toUnsignedLong(HexFormat.fromHexDigits(digits));
      }
    } catch (IllegalArgumentException e) {
      // Said below, as for no digits at all.
    }
    throw new UsageFailure(
        "--volume-id", "'" + text + "' is not 1 to 8 hexadecimal digits", "write it as 1a2b3c4d");
  }
}
