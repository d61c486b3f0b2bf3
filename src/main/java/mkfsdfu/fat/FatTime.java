package mkfsdfu.fat;

import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * A time as FAT stores it: years 1980 to 2107, steps of two seconds, no time zone.
 *
 * @param date year - 1980 in bits 15-9, month 1-12 in 8-5, day 1-31 in 4-0; 0 if none was stored
 * @param time hours in bits 15-11, minutes in 10-5, seconds / 2 in 4-0
 */
public record FatTime(int date, int time) implements Comparable<FatTime> {
  /** No time: what the driver stores where it has none. */
  public static final FatTime NONE = new FatTime(0, 0);

  /** 1980-01-01 00:00:00. */
  private static final long EARLIEST = 315532800L;

  /** 2107-12-31 23:59:58. */
  private static final long LATEST = 4354819198L;

  /**
   * Returns the time of a moment in UTC, seconds rounded down to even, clamped to FAT's range.
   *
   * @param epochSeconds seconds since 1970-01-01T00:00:00Z
   */
  public static FatTime ofEpochSecond(long epochSeconds) {
    long clamped = Math.max(EARLIEST, Math.min(LATEST, epochSeconds));
    LocalDateTime at = LocalDateTime.ofEpochSecond(clamped, 0, ZoneOffset.UTC);
    return new FatTime(
        ((at.getYear() - 1980) << 9) | (at.getMonthValue() << 5) | at.getDayOfMonth(),
        (at.getHour() << 11) | (at.getMinute() << 5) | (at.getSecond() / 2));
  }

  /** Returns date and time in one: the date in the upper 16 bits. */
  public int packed() {
    return (date << 16) | time;
  }

  @Override
  public int compareTo(FatTime other) {
    return Integer.compareUnsigned(packed(), other.packed());
  }
}
