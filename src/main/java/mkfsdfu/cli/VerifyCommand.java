package mkfsdfu.cli;

import com.grack.nanojson.JsonStringWriter;
import com.grack.nanojson.JsonWriter;
import java.nio.file.Path;
import java.util.List;
import mkfsdfu.error.ExitCode;
import mkfsdfu.fat.Finding;
import mkfsdfu.fat.Severity;
import mkfsdfu.inspect.Change;
import mkfsdfu.inspect.Comparison;
import mkfsdfu.inspect.InspectedFile;
import mkfsdfu.inspect.Problem;
import mkfsdfu.inspect.Verification;
import mkfsdfu.source.HostFile;
import mkfsdfu.source.SourceTree;
import picocli.CommandLine.ParseResult;

/** Says whether a file is sound, and whether it holds what a directory holds. */
final class VerifyCommand implements Command {
  private static final int RULE_COLUMNS = 20;

  private final Console console;

  VerifyCommand(Console console) {
    this.console = console;
  }

  @Override
  public void describe(CommandForm form) {
    form.synopsis(
        "verify [OPTIONS] FILE",
        "Checks a .dfu or a raw FAT volume: its structure, its volumes, and how they fit the"
            + " board. Nothing is repaired and nothing is written. Exit code 1 if there is"
            + " damage, or a difference.");
    InspectOptions.addFile(form);
    form.value("DIR", "Also compare the volume with what DIR would make.", "--against");
    form.flag("With --against: compare the files' times too.", "--times");
    InspectOptions.addTo(form);
    SourceOptions.addTo(form);
  }

  @Override
  public ExitCode run(ParseResult parsed) {
    Path path = Values.path("FILE", Values.parameter(parsed, 0));
    Path against = Values.path(parsed, "--against");
    Verification verification =
        Verification.of(path.toString(), HostFile.read(path), InspectOptions.knowledge(parsed));
    List<Change> changes = List.of();
    boolean compared = against != null && hasVolume(verification);
    if (compared) {
      changes =
          Comparison.of(
              directory(parsed, against, path),
              new Comparison.FileSide(verification.file(), InspectOptions.address(parsed)),
              parsed.hasMatchedOption("--times"));
    }
    boolean good = !verification.isDamaged() && changes.isEmpty() && compared == (against != null);
    if (InspectOptions.json(parsed)) {
      console.json(json(path, verification, compared ? changes : null, good));
    } else {
      String same = compared && changes.isEmpty() ? ", and holds what " + against + " holds" : "";
      print(path, verification, changes, same);
      if (compared != (against != null)) {
        console.line("there is no volume to compare with " + against);
      }
    }
    return good ? ExitCode.OK : ExitCode.DIFFERENT;
  }

  private Comparison.Side directory(ParseResult parsed, Path directory, Path file) {
    return new Comparison.DirectorySide(
        directory.toString(),
        SourceTree.scan(SourceOptions.request(parsed, directory, file, console.environment())));
  }

  private static boolean hasVolume(Verification verification) {
    return verification.file() != null && !verification.file().volumes().isEmpty();
  }

  private void print(Path path, Verification verification, List<Change> changes, String same) {
    int errors = 0;
    for (Problem problem : verification.problems()) {
      console.line(line(problem));
      errors += problem.severity() == Severity.ERROR ? 1 : 0;
    }
    ChangeLines.print(console, changes);
    int warnings = verification.problems().size() - errors;
    StringBuilder sum = new StringBuilder(path + ": ");
    if (errors == 0) {
      sum.append("sound");
      sum.append(same);
    } else {
      sum.append(errors).append(errors == 1 ? " error" : " errors");
    }
    if (warnings > 0) {
      sum.append(", ").append(warnings).append(warnings == 1 ? " warning" : " warnings");
    }
    if (!changes.isEmpty()) {
      sum.append(", ").append(changes.size());
      sum.append(changes.size() == 1 ? " difference" : " differences");
    }
    console.line(sum.append(checked(verification.file())).toString());
  }

  /** Says what was looked at: a file without a volume is sound, but hardly what was meant. */
  private static String checked(InspectedFile file) {
    if (file == null) {
      return "";
    }
    String volumes =
        switch (file.volumes().size()) {
          case 0 -> "no volume";
          case 1 -> "1 volume";
          default -> file.volumes().size() + " volumes";
        };
    String board =
        file.board().isPresent() ? "board " + file.board().get().name() : "board not known";
    return " (" + (file.dfu().isPresent() ? "DfuSe, " : "raw, ") + volumes + ", " + board + ")";
  }

  /** One line: severity, rule, where, cluster, what, and what the board does. */
  private static String line(Problem problem) {
    StringBuilder line = new StringBuilder(problem.isDamage() ? "error    " : "warning  ");
    line.append(problem.rule());
    line.append(" ".repeat(Math.max(1, RULE_COLUMNS - problem.rule().length())));
    String where = problem.path().isEmpty() ? problem.volume() : problem.path();
    line.append(where);
    if (problem.cluster() != Finding.NO_CLUSTER) {
      line.append(where.isEmpty() ? "" : ", ").append("cluster ").append(problem.cluster());
      where = "cluster";
    }
    line.append(where.isEmpty() ? "" : ": ").append(problem.what());
    return line.append(" (").append(problem.boardDoes()).append(")").toString();
  }

  private static String json(
      Path path, Verification verification, List<Change> changes, boolean good) {
    JsonStringWriter json = JsonWriter.indent("  ").string();
    json.object();
    json.value("file", path.toString());
    json.value("good", good);
    json.value("damaged", verification.isDamaged());
    InspectedFile file = verification.file();
    json.value("volumes", file == null ? 0 : file.volumes().size());
    json.value("board", file == null ? null : file.board().map(b -> b.name()).orElse(null));
    ProblemJson.write(json, "findings", verification.problems());
    if (changes != null) {
      ChangeLines.write(json, changes);
    }
    return json.end().done();
  }
}
