package mkfsdfu.fat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** The JDK's own calendar says what is right. */
class FatTimeTest {
  private static final LocalDate FIRST = LocalDate.of(1980, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2107, 12, 31);

  @Test
  void storesEveryDay() {
    for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
      expect(
          day.atTime(23, 59, 59),
          (day.getYear() - 1980) << 9 | day.getMonthValue() << 5 | day.getDayOfMonth(),
          0xBF7D);
      expect(
          day.atStartOfDay(),
          (day.getYear() - 1980) << 9 | day.getMonthValue() << 5 | day.getDayOfMonth(),
          0);
    }
  }

  @Test
  void storesEverySecondOfADayRoundedDown() {
    for (int second = 0; second < 24 * 60 * 60; second++) {
      LocalTime time = LocalTime.ofSecondOfDay(second);
      expect(
          LocalDate.of(2024, 2, 29).atTime(time),
          44 << 9 | 2 << 5 | 29,
          time.getHour() << 11 | time.getMinute() << 5 | time.getSecond() / 2);
    }
  }

  @Test
  void staysWithinItsRange() {
    expect(FIRST.atStartOfDay().minusSeconds(1), 0x0021, 0);
    expect(LocalDateTime.of(1900, 1, 1, 12, 0), 0x0021, 0);
    expect(LAST.plusDays(1).atStartOfDay(), 0xFF9F, 0xBF7D);
    expect(LocalDateTime.of(9999, 1, 1, 12, 0), 0xFF9F, 0xBF7D);
  }

  private static void expect(LocalDateTime moment, int date, int time) {
    assertThat(FatTime.ofEpochSecond(moment.toEpochSecond(ZoneOffset.UTC)))
        .as("%s", moment)
        .isEqualTo(new FatTime(date, time));
  }
}
