package mkfsdfu.fat;

/** How bad a finding is. */
public enum Severity {
  /** Damage: the board loses or refuses something, or two drivers read two different things. */
  ERROR,
  /** Nothing is lost, but it is not how a sound volume looks. */
  WARNING
}
