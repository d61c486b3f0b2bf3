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

  private static final int DAY_SECONDS = 24 * 60 * 60;

  /** Days from 1970-01-01 to 1976-03-01. */
  private static final int MARCH_1976 = 2251;

  /** Days from 1970-01-01 to 2100-03-01; the day before is no 29th of February. */
  private static final int MARCH_2100 = 47541;

  /**
   * Returns the time of a moment in UTC, seconds rounded down to even, clamped to FAT's range.
   *
   * @param epochSeconds seconds since 1970-01-01T00:00:00Z
   */
  public static FatTime ofEpochSecond(long epochSeconds) {
    long clamped = Math.max(EARLIEST, Math.min(LATEST, epochSeconds));
    int second = (int) (clamped % DAY_SECONDS);
    return new FatTime(
        dateOf((int) (clamped / DAY_SECONDS)),
        ((second / 3600) << 11) | ((second / 60 % 60) << 5) | (second % 60 / 2));
  }

  /**
   * Returns the date of a day since 1970. Years are counted from March, so that the leap day comes
   * last; java.time, asked for one date, costs more than the rest of a small volume.
   */
  private static int dateOf(int epochDay) {
    int day = epochDay - MARCH_1976 + (epochDay >= MARCH_2100 ? 1 : 0);
    int year = (4 * day + 3) / 1461;
    int dayOfYear = day - 1461 * year / 4;
    int month = (5 * dayOfYear + 2) / 153;
    int dayOfMonth = dayOfYear - (153 * month + 2) / 5 + 1;
    boolean nextYear = month >= 10;
    return ((year + (nextYear ? 1 : 0) - 4) << 9)
        | ((nextYear ? month - 9 : month + 3) << 5)
        | dayOfMonth;
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
