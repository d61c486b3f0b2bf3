package mkfsdfu.cli;

import java.util.ArrayList;
import java.util.List;
import mkfsdfu.error.UsageFailure;
import mkfsdfu.flash.Address;
import mkfsdfu.flash.Numbers;
import mkfsdfu.pack.PackRequest;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The options that say where the filesystem lies. */
final class PlaceOptions {
  private PlaceOptions() {}

  static void addTo(CommandSpec spec) {
    spec.addOption(
        Specs.values(
                "ADDR[:SIZE]",
                "Where the filesystem lies. Repeat it, each with its size, for one in several"
                    + " segments.",
                "--fs-addr",
                "--fs-start")
            .build());
    spec.addOption(Specs.value("SIZE", "How large the filesystem is.", "--fs-size").build());
    spec.addOption(
        Specs.value("NAME", "Know both from the board; see mkfsdfu boards.", "--board").build());
    spec.addOption(Specs.value("FILE", "A table with boards of your own.", "--board-file").build());
    spec.addOption(
        Specs.value("FW.elf", "Know both from the firmware's symbols.", "--elf").build());
  }

  /**
   * Reads what they say.
   *
   * @throws UsageFailure if a value is not what its option takes
   */
  static PackRequest.Place place(ParseResult parsed) {
    List<PackRequest.Segment> segments = new ArrayList<>();
    for (String text : Specs.texts(parsed, "--fs-addr")) {
      int colon = text.indexOf(':');
      String address = colon < 0 ? text : text.substring(0, colon);
      long bytes = colon < 0 ? 0 : Numbers.parseSize("--fs-addr", text.substring(colon + 1));
      segments.add(new PackRequest.Segment(Address.parse("--fs-addr", address), bytes));
    }
    String size = Specs.text(parsed, "--fs-size");
    return new PackRequest.Place(
        segments,
        size == null ? 0 : Numbers.parseSize("--fs-size", size),
        Specs.text(parsed, "--board"),
        Specs.path(parsed, "--board-file"),
        Specs.path(parsed, "--elf"));
  }
}
