package mkfsdfu.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import mkfsdfu.error.UsageFailure;
import mkfsdfu.flash.Bytes;
import mkfsdfu.pack.FileFormat;
import mkfsdfu.pack.PackRequest;
import mkfsdfu.source.Exclusion;
import mkfsdfu.source.SourceAddition;
import mkfsdfu.source.SourceRequest;

/**
 * Keeps a run from writing over what it reads. What an earlier run has made may lie anywhere, also
 * among the files that are packed, and is replaced; anything else there is somebody's work.
 */
final class Overwriting {
  /** Enough to tell what a file is. */
  private static final int HEAD_BYTES = 512;

  /** How modules and maps begin that we make. */
  private static final List<String> HEADS = List.of("# Made by mkfsdfu", "{\n  \"files\"");

  private Overwriting() {}

  /**
   * Demands that a file is none that an option names as an input.
   *
   * @throws UsageFailure if it is
   */
  static void refuseInputs(OutputFile output, PackRequest request) {
    for (PackRequest.Bin bin : request.bins()) {
      refuse(output, "--bin", bin.file());
    }
    refuse(output, "--elf", request.place().elf());
    refuse(output, "--board-file", request.place().boardFile());
    refuseInputs(output, request.source());
  }

  /**
   * Demands that a file is none that an option about the tree names.
   *
   * @throws UsageFailure if it is
   */
  static void refuseInputs(OutputFile output, SourceRequest request) {
    for (SourceAddition addition : request.additions()) {
      refuse(output, "--add", addition.host());
    }
    for (Path patterns : request.excludes().files()) {
      refuse(output, "--exclude-from", patterns);
    }
  }

  private static void refuse(OutputFile output, String option, Path input) {
    if (input != null && isSame(output.target(), input)) {
      throw new UsageFailure(option, input + " is the file that is written", "name another");
    }
  }

  private static boolean isSame(Path output, Path input) {
    try {
      return Files.exists(output) && Files.exists(input) && Files.isSameFile(output, input);
    } catch (IOException e) {
      // Whoever reads or writes it says what is wrong.
      return false;
    }
  }

  /**
   * Demands of a file that was left out of the volume because it is written that nobody wants it in
   * there.
   *
   * @throws UsageFailure if it exists, lies among the files that are packed, and is not ours
   */
  static void refuseSource(OutputFile output, List<Exclusion> excluded) {
    for (Exclusion exclusion : excluded) {
      if (exclusion.isOutput()) {
        refuseForeign(output);
      }
    }
  }

  /**
   * Demands of a file that it does not lie among those that are packed, or is ours.
   *
   * @throws UsageFailure if it exists, lies there, and is not ours
   */
  static void refuseSource(OutputFile output, Path directory) {
    Path target = output.target();
    try {
      if (Files.exists(target) && target.toRealPath().startsWith(directory.toRealPath())) {
        refuseForeign(output);
      }
    } catch (IOException e) {
      // Whoever reads or writes it says what is wrong.
    }
  }

  private static void refuseForeign(OutputFile output) {
    if (!isOurs(output.target())) {
      throw new UsageFailure(
          output.named().toString(),
          "lies among the files that are packed, and is nothing that mkfsdfu made",
          "it would be lost: write elsewhere, or remove it first");
    }
  }

  private static boolean isOurs(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      Bytes head = Bytes.wrap(in.readNBytes(HEAD_BYTES));
      for (String ours : HEADS) {
        if (head.hasText(0, ours)) {
          return true;
        }
      }
      return head.length() == 0 || FileFormat.recognises(head);
    } catch (IOException e) {
      return false;
    }
  }
}
