package mkfsdfu.fat;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.OptionalLong;

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

  /**
   * Returns the moment in UTC, in seconds since 1970-01-01T00:00:00Z; nothing if none was stored,
   * or what was stored is no date and time.
   */
  public OptionalLong epochSecond() {
    try {
      LocalDateTime at =
          LocalDateTime.of(
              1980 + (date >> 9),
              (date >> 5) & 0xF,
              date & 0x1F,
              time >> 11,
              (time >> 5) & 0x3F,
              (time & 0x1F) * 2);
      return OptionalLong.of(at.toEpochSecond(ZoneOffset.UTC));
    } catch (DateTimeException e) {
      return OptionalLong.empty();
    }
  }

  /** Returns date and time in one: the date in the upper 16 bits. */
  public int packed() {
    return (date << 16) | time;
  }

  @Override
  public int compareTo(FatTime other) {
    return Integer.compareUnsigned(packed(), other.packed());
  }

  /** Returns the time as it is stored, {@code 2024-05-06 07:08:10}, even if there is none such. */
  @Override
  public String toString() {
    return (1980 + (date >> 9))
        + "-"
        + two((date >> 5) & 0xF)
        + "-"
        + two(date & 0x1F)
        + " "
        + two(time >> 11)
        + ":"
        + two((time >> 5) & 0x3F)
        + ":"
        + two((time & 0x1F) * 2);
  }

  private static String two(int number) {
    return number < 10 ? "0" + number : String.valueOf(number);
  }
}
