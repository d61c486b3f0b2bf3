package mkfsdfu.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mkfsdfu.dfu.DfuDevice;
import mkfsdfu.error.UsageFailure;
import mkfsdfu.flash.Address;
import mkfsdfu.pack.PackRequest;
import picocli.CommandLine.ParseResult;

/** The options of the packing: what they are called, and the request that they add up to. */
final class PackOptions {
  static final String[] FOOTER = {
    "",
    "Sizes: 112K, 112KiB, 2M, 114688, 0x1c000. @FILE reads arguments from a file, @@x is @x.",
    "Commands: mkfsdfu boards [NAME]; info, ls, tree, cat, extract, verify FILE ...; diff A B;"
        + " freeze DIR; each with --help.",
    "Exit codes: 0 done, 64 usage, 65 input not usable, 66 input missing, 70 a bug, 73 output"
        + " cannot be made, 74 I/O."
  };

  private PackOptions() {}

  static void addTo(CommandForm form) {
    PlaceOptions.addTo(form);
    addOutput(form);
    SourceOptions.addTo(form);
    VolumeOptions.addTo(form);
    MapOptions.addTo(form);
    addManner(form);
  }

  private static void addOutput(CommandForm form) {
    form.value(
        "FILE",
        "Write there, a .dfu, .dfu.gz or .hex, or the volume alone as .img or .bin;"
            + " FW.dfu is only read, and must exist.",
        "-o",
        "--output");
    form.flag("Leave out what follows the volume's last used cluster.", "--trim");
    form.flag("FW.dfu must exist.", "--no-create");
    form.values("ADDR:FILE", "Also put these bytes at ADDR (repeat).", "-b", "--bin");
    form.value("VID:PID", "Whom a new file is for (0483:df11).", "-D", "--device");
  }

  private static void addManner(CommandForm form) {
    form.flag("Do what only looks like a mistake; it is said all the same.", "--force");
    form.flag("Do all but write.", "--dry-run");
    form.flag("Print the facts as JSON.", "--json");
    form.flag("Also print the tree, and what was left out.", "-v", "--verbose");
    form.flag("Print nothing but failures and warnings.", "-q", "--quiet");
  }

  /** Returns where the file goes: to the output, or over the firmware. */
  static Path output(ParseResult parsed) {
    Path output = Values.path(parsed, "--output");
    return output == null ? firmware(parsed) : output;
  }

  private static Path firmware(ParseResult parsed) {
    return Values.path("FW.dfu", Values.parameter(parsed, 1));
  }

  /**
   * Reads the request.
   *
   * @param output the file that is going to be written
   * @throws UsageFailure if a value is not what its option takes
   */
  static PackRequest request(ParseResult parsed, Path output, Map<String, String> environment) {
    String device = Values.text(parsed, "--device");
    return new PackRequest(
        firmware(parsed),
        parsed.hasMatchedOption("--no-create") || parsed.hasMatchedOption("--output"),
        SourceOptions.request(
            parsed, Values.path("DIR", Values.parameter(parsed, 0)), output, environment),
        PlaceOptions.place(parsed),
        VolumeOptions.format(parsed),
        bins(parsed),
        device == null ? null : DfuDevice.parse(device),
        new PackRequest.Output(
            output, !parsed.hasMatchedOption("--output"), parsed.hasMatchedOption("--trim")),
        MapOptions.mapping(parsed),
        parsed.hasMatchedOption("--force"));
  }

  private static List<PackRequest.Bin> bins(ParseResult parsed) {
    List<PackRequest.Bin> bins = new ArrayList<>();
    for (String text : Values.texts(parsed, "--bin")) {
      int colon = text.indexOf(':');
      if (colon < 0) {
        throw new UsageFailure(
            "--bin", "'" + text + "' is not ADDR:FILE", "write it as 0x08100000:assets.bin");
      }
      bins.add(
          new PackRequest.Bin(
              Address.parse("--bin", text.substring(0, colon)),
              Values.path("--bin", text.substring(colon + 1))));
    }
    return bins;
  }
}
