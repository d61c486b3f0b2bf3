package mkfsdfu.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mkfsdfu.dfu.DfuDevice;
import mkfsdfu.error.UsageFailure;
import mkfsdfu.flash.Address;
import mkfsdfu.flash.Numbers;
import mkfsdfu.pack.PackRequest;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The options of the packing: what they are called, and the request that they add up to. */
final class PackOptions {
  static final String[] FOOTER = {
    "",
    "Sizes: 112K, 112KiB, 2M, 114688, 0x1c000. @FILE reads arguments from a file.",
    "Commands: mkfsdfu boards [NAME]; each with --help.",
    "Exit codes: 0 done, 64 usage, 65 input not usable, 66 input missing, 70 a bug, 73 output cannot"
        + " be made, 74 I/O."
  };

  /** FatFs's own number of root directory entries. */
  private static final int DEFAULT_ROOT_ENTRIES = 512;

  private PackOptions() {}

  static void addTo(CommandSpec spec) {
    addPlace(spec);
    addOutput(spec);
    SourceOptions.addTo(spec);
    addVolume(spec);
    addManner(spec);
  }

  private static void addPlace(CommandSpec spec) {
    spec.addOption(
        Specs.values(
                "ADDR[:SIZE]",
                "Where the filesystem lies. Repeat it, each with its size, for one in several segments.",
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

  private static void addOutput(CommandSpec spec) {
    spec.addOption(
        Specs.value("FILE", "Write there; FW.dfu is only read, and must exist.", "-o", "--output")
            .build());
    spec.addOption(Specs.flag("FW.dfu must exist.", "--no-create").build());
    spec.addOption(
        Specs.values("ADDR:FILE", "Also put these bytes at ADDR (repeat).", "-b", "--bin").build());
    spec.addOption(
        Specs.value("VID:PID", "Whom a new file is for (0483:df11).", "-D", "--device").build());
  }

  private static void addVolume(CommandSpec spec) {
    spec.addOption(
        Specs.value("TEXT", "The volume's label (the board's own); '' for none.", "--label")
            .build());
    spec.addOption(
        Specs.value("HEX", "The volume's serial number (from the content).", "--volume-id")
            .build());
    spec.addOption(
        Specs.value(
                "N",
                "Entries of the root directory (512); fewer give the room to files.",
                "--root-entries")
            .build());
    spec.addOption(
        Specs.value("N", "Sectors of a cluster (as the driver chooses).", "--sectors-per-cluster")
            .build());
  }

  private static void addManner(CommandSpec spec) {
    spec.addOption(
        Specs.flag("Do what only looks like a mistake; it is said all the same.", "--force")
            .build());
    spec.addOption(Specs.flag("Do all but write.", "--dry-run").build());
    spec.addOption(Specs.flag("Print the facts as JSON.", "--json").build());
    spec.addOption(
        Specs.flag("Also print the tree, and what was left out.", "-v", "--verbose").build());
    spec.addOption(Specs.flag("Print nothing but failures and warnings.", "-q", "--quiet").build());
  }

  /**
   * Reads the request.
   *
   * @throws UsageFailure if a value is not what its option takes
   */
  static PackRequest request(ParseResult parsed, Map<String, String> environment) {
    String device = Specs.text(parsed, "--device");
    return new PackRequest(
        PackCommand.path("FW.dfu", Specs.parameter(parsed, 1)),
        parsed.hasMatchedOption("--no-create") || parsed.hasMatchedOption("--output"),
        SourceOptions.request(
            parsed, PackCommand.path("DIR", Specs.parameter(parsed, 0)), environment),
        place(parsed),
        format(parsed),
        bins(parsed),
        device == null ? null : DfuDevice.parse(device),
        parsed.hasMatchedOption("--force"));
  }

  private static PackRequest.Place place(ParseResult parsed) {
    List<PackRequest.Segment> segments = new ArrayList<>();
    for (String text : Specs.texts(parsed, "--fs-addr")) {
      int colon = text.indexOf(':');
      String address = colon < 0 ? text : text.substring(0, colon);
      long bytes = colon < 0 ? 0 : Numbers.parseSize("--fs-addr", text.substring(colon + 1));
      segments.add(new PackRequest.Segment(Address.parse(address), bytes));
    }
    String size = Specs.text(parsed, "--fs-size");
    return new PackRequest.Place(
        segments,
        size == null ? 0 : Numbers.parseSize("--fs-size", size),
        Specs.text(parsed, "--board"),
        optionalPath(parsed, "--board-file"),
        optionalPath(parsed, "--elf"));
  }

  private static PackRequest.Format format(ParseResult parsed) {
    String id = Specs.text(parsed, "--volume-id");
    String entries = Specs.text(parsed, "--root-entries");
    String cluster = Specs.text(parsed, "--sectors-per-cluster");
    return new PackRequest.Format(
        Specs.text(parsed, "--label"),
        id == null ? -1 : volumeId(id),
        entries == null
            ? DEFAULT_ROOT_ENTRIES
            : (int) Numbers.parse("--root-entries", entries, 0xFFFF),
        cluster == null ? 0 : sectorsPerCluster(cluster));
  }

  private static int sectorsPerCluster(String text) {
    long value = Numbers.parse("--sectors-per-cluster", text, 128);
    if (Long.bitCount(value) != 1) {
      throw new UsageFailure(
          "--sectors-per-cluster", "'" + text + "' is no power of two of 1 to 128", "");
    }
    return (int) value;
  }

  /** Reads a serial number as mkfs.fat -i takes it, with or without 0x and a dash: 1A2B-3C4D. */
  private static long volumeId(String text) {
    String digits = text.replace("-", "");
    return Numbers.parse(
        "--volume-id", digits.startsWith("0x") ? digits : "0x" + digits, 0xFFFFFFFFL);
  }

  private static List<PackRequest.Bin> bins(ParseResult parsed) {
    List<PackRequest.Bin> bins = new ArrayList<>();
    for (String text : Specs.texts(parsed, "--bin")) {
      int colon = text.indexOf(':');
      if (colon < 0) {
        throw new UsageFailure(
            "--bin", "'" + text + "' is not ADDR:FILE", "write it as 0x08100000:assets.bin");
      }
      bins.add(
          new PackRequest.Bin(
              Address.parse(text.substring(0, colon)),
              PackCommand.path("--bin", text.substring(colon + 1))));
    }
    return bins;
  }

  private static Path optionalPath(ParseResult parsed, String option) {
    String text = Specs.text(parsed, option);
    return text == null ? null : PackCommand.path(option, text);
  }
}
