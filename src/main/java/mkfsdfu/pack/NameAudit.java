package mkfsdfu.pack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mkfsdfu.error.DataFailure;
import mkfsdfu.fat.NameRules;
import mkfsdfu.source.SourceDirectory;
import mkfsdfu.source.SourceEntry;

/**
 * Finds all names that the board could not hold, list or reach, before anything is built from them.
 */
final class NameAudit {
  /** Names listed in one failure; the rest are counted. */
  private static final int MOST_LISTED = 20;

  private final List<String> problems = new ArrayList<>();
  private final List<Remark> warnings = new ArrayList<>();
  private int found;

  private NameAudit() {}

  /**
   * Checks every name of a tree.
   *
   * @return names that the board holds but cannot use everywhere
   * @throws DataFailure with one line for each of the first names that cannot be
   */
  static List<Remark> check(SourceDirectory root) {
    NameAudit audit = new NameAudit();
    audit.directory(root, "");
    if (audit.found > 0) {
      throw new DataFailure(
          root.host().toString(),
          audit.found == 1
              ? "1 name cannot be used on the board"
              : audit.found + " names cannot be used on the board",
          "rename them, or leave them out with --exclude",
          audit.lines(),
          null);
    }
    return audit.warnings;
  }

  private List<String> lines() {
    if (found > MOST_LISTED) {
      problems.add("and " + (found - MOST_LISTED) + " more");
    }
    return problems;
  }

  private void directory(SourceDirectory directory, String prefix) {
    Map<String, String> seen = new HashMap<>();
    for (SourceEntry entry : directory.entries()) {
      String path = prefix + entry.name();
      Optional<String> objection = NameRules.objection(entry.name());
      if (objection.isPresent()) {
        report(path + ": the name " + objection.get());
      }
      String twin = seen.putIfAbsent(NameRules.foldedKey(entry.name()), path);
      if (twin != null) {
        report(
            path + ": differs from " + twin + " only in case, which the board does not tell apart");
      }
      if (path.length() > NameRules.MOST_PATH_CHARACTERS) {
        warnings.add(
            Remark.warning(
                path
                    + ": the path has "
                    + path.length()
                    + " characters; the board's import and getcwd stop at "
                    + NameRules.MOST_PATH_CHARACTERS));
      }
      if (entry instanceof SourceDirectory child) {
        directory(child, path + "/");
      }
    }
  }

  private void report(String problem) {
    if (found < MOST_LISTED) {
      problems.add(problem);
    }
    found++;
  }
}
