package mkfsdfu.source;

import java.util.OptionalLong;

/**
 * What the times of the volume's entries are, in seconds since 1970-01-01T00:00:00Z.
 *
 * @param fixed the one time of all entries; empty to take the sources' own
 * @param latest no source's time is later than this (the meaning of {@code SOURCE_DATE_EPOCH});
 *     empty for no limit. A fixed time was asked for by name and is not limited
 */
public record Timestamps(OptionalLong fixed, OptionalLong latest) {
  /** The sources' own times. */
  public static final Timestamps SOURCE =
      new Timestamps(OptionalLong.empty(), OptionalLong.empty());

  /** Returns an entry's time, given the source's. */
  long of(long modifiedEpochSecond) {
    if (fixed.isPresent()) {
      return fixed.getAsLong();
    }
    return latest.isPresent()
        ? Math.min(modifiedEpochSecond, latest.getAsLong())
        : modifiedEpochSecond;
  }
}
