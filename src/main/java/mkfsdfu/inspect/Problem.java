package mkfsdfu.inspect;

import mkfsdfu.fat.Finding;
import mkfsdfu.fat.Severity;

/**
 * One thing that is wrong with a file, its volume, or its place on the board.
 *
 * @param rule what is broken, by a name that stays: one of {@link mkfsdfu.fat.Rule} or of {@link
 *     FileRule}
 * @param severity how bad it is
 * @param volume where the volume concerned is, for messages; empty if it concerns the file
 * @param path the file or directory in the volume, {@code /} for its root; empty if it concerns
 *     none
 * @param cluster the cluster concerned, or {@link Finding#NO_CLUSTER}
 * @param what what was found, and what was expected
 * @param boardDoes what the board, or who flashes it, does with it
 */
public record Problem(
    String rule,
    Severity severity,
    String volume,
    String path,
    int cluster,
    String what,
    String boardDoes) {
  static Problem of(String volume, Finding finding) {
    return new Problem(
        finding.rule().id(),
        finding.severity(),
        volume,
        finding.path(),
        finding.cluster(),
        finding.what(),
        finding.boardDoes());
  }

  static Problem of(FileRule rule, String volume, String what) {
    return new Problem(
        rule.id(), rule.severity(), volume, "", Finding.NO_CLUSTER, what, rule.boardDoes());
  }

  /** Tells whether it is damage, and not merely unusual. */
  public boolean isDamage() {
    return severity == Severity.ERROR;
  }
}
