package mkfsdfu.source;

import java.nio.file.Path;

/** A file or directory that is to go into the volume. */
public sealed interface SourceEntry permits SourceFile, SourceDirectory {
  /** Returns its name in the volume, as the host or the user spells it; empty for the root. */
  String name();

  /**
   * Returns where it lies on the host; for a directory that stands only because something was added
   * below it, that something.
   */
  Path host();

  /** Returns its time, in seconds since 1970-01-01T00:00:00Z, as {@link Timestamps} has it. */
  long modifiedEpochSecond();
}
