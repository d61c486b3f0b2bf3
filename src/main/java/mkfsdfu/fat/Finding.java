package mkfsdfu.fat;

/**
 * One place of a volume that breaks a rule.
 *
 * @param rule the rule
 * @param severity how bad it is
 * @param path the file or directory concerned, {@code /lib/main.py}; {@code /} for the root; empty
 *     if it concerns the volume as a whole
 * @param cluster the cluster concerned, or {@link #NO_CLUSTER}
 * @param what what was found, and what was expected
 * @param boardDoes what a board does with it
 */
public record Finding(
    Rule rule, Severity severity, String path, int cluster, String what, String boardDoes) {
  /** The cluster of a finding that concerns none. */
  public static final int NO_CLUSTER = -1;

  Finding(Rule rule, String path, int cluster, String what) {
    this(rule, rule.severity(), path, cluster, what, rule.boardDoes());
  }

  Finding(Rule rule, String what) {
    this(rule, "", NO_CLUSTER, what);
  }
}
