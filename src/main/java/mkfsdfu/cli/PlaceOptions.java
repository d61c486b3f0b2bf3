package mkfsdfu.cli;

import java.util.ArrayList;
import java.util.List;
import mkfsdfu.error.UsageFailure;
import mkfsdfu.flash.Address;
import mkfsdfu.flash.Numbers;
import mkfsdfu.pack.PackRequest;
import picocli.CommandLine.ParseResult;

/** The options that say where the filesystem lies. */
final class PlaceOptions {
  private PlaceOptions() {}

  static void addTo(CommandForm form) {
    form.values(
        "ADDR[:SIZE]",
        "Where the filesystem lies. Repeat it, each with its size, for one in several"
            + " segments.",
        "--fs-addr",
        "--fs-start");
    form.value("SIZE", "How large the filesystem is.", "--fs-size");
    form.value("NAME", "Know both from the board; see mkfsdfu boards.", "--board");
    form.value("FILE", "A table with boards of your own.", "--board-file");
    form.value("FW.elf", "Know both from the firmware's symbols.", "--elf");
  }

  /**
   * Reads what they say.
   *
   * @throws UsageFailure if a value is not what its option takes
   */
  static PackRequest.Place place(ParseResult parsed) {
    List<PackRequest.Segment> segments = new ArrayList<>();
    for (String text : Values.texts(parsed, "--fs-addr")) {
      int colon = text.indexOf(':');
      String address = colon < 0 ? text : text.substring(0, colon);
      long bytes = colon < 0 ? 0 : Numbers.parseSize("--fs-addr", text.substring(colon + 1));
      segments.add(new PackRequest.Segment(Address.parse("--fs-addr", address), bytes));
    }
    String size = Values.text(parsed, "--fs-size");
    return new PackRequest.Place(
        segments,
        size == null ? 0 : Numbers.parseSize("--fs-size", size),
        Values.text(parsed, "--board"),
        Values.path(parsed, "--board-file"),
        Values.path(parsed, "--elf"));
  }
}
