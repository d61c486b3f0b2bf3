package mkfsdfu.cli;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import mkfsdfu.error.UsageFailure;
import mkfsdfu.source.SourceAddition;
import mkfsdfu.source.SourceExcludes;
import mkfsdfu.source.SourceRequest;
import mkfsdfu.source.Timestamps;
import picocli.CommandLine.ParseResult;

/** The options that say which files go into the volume, and with which times. */
final class SourceOptions {
  /** The moment that no file may be newer than (reproducible-builds.org), in seconds since 1970. */
  private static final String SOURCE_DATE_EPOCH = "SOURCE_DATE_EPOCH";

  private SourceOptions() {}

  static void addTo(CommandForm form) {
    addFiles(form);
    form.value(
        "WHICH",
        "Times of the files: source, or one instant for all (2026-01-31T12:00:00Z).",
        "--timestamps");
  }

  /** Adds those that say which files. */
  static void addFiles(CommandForm form) {
    form.values(
        "SRC=DEST", "One more file or directory at a path of the volume (repeat).", "--add");
    form.values(
        "GLOB", "Leave out what matches, by the rules of .gitignore (repeat).", "--exclude");
    form.values("FILE", "Leave out what the patterns in FILE match (repeat).", "--exclude-from");
    form.flag(
        "Take in what is left out otherwise: .git, __pycache__, .DS_Store and the like.",
        "--no-default-excludes");
  }

  /**
   * Reads what they say.
   *
   * @param output the file that is going to be written
   * @throws UsageFailure if a value is not what its option takes
   */
  static SourceRequest request(
      ParseResult parsed, Path directory, Path output, Map<String, String> environment) {
    List<SourceAddition> additions = new ArrayList<>();
    for (String text : Values.texts(parsed, "--add")) {
      additions.add(SourceAddition.parse(text));
    }
    List<Path> files = new ArrayList<>();
    for (String text : Values.texts(parsed, "--exclude-from")) {
      files.add(Values.path("--exclude-from", text));
    }
    return new SourceRequest(
        directory,
        additions,
        new SourceExcludes(
            !parsed.hasMatchedOption("--no-default-excludes"),
            files,
            Values.texts(parsed, "--exclude")),
        new Timestamps(
            fixed(Values.text(parsed, "--timestamps")), latest(environment.get(SOURCE_DATE_EPOCH))),
        output);
  }

  private static OptionalLong fixed(String text) {
    if (text == null || text.equals("source")) {
      return OptionalLong.empty();
    }
    try {
      return OptionalLong.of(Instant.parse(text).getEpochSecond());
    } catch (DateTimeException e) {
      throw new UsageFailure(
          "--timestamps",
          "'" + text + "' is neither source nor an instant",
          "write it as 2026-01-31T12:00:00Z",
          List.of(),
          e);
    }
  }

  private static OptionalLong latest(String text) {
    if (text == null || text.isEmpty()) {
      return OptionalLong.empty();
    }
    try {
      return OptionalLong.of(Long.parseLong(text));
    } catch (NumberFormatException e) {
      throw new UsageFailure(
          SOURCE_DATE_EPOCH,
          "'" + text + "' is no number of seconds since 1970",
          "set it to the seconds of a moment, or unset it",
          List.of(),
          e);
    }
  }
}
