package mkfsdfu;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.util.Date;

/** Two builds cannot differ by a clock, a time zone or a die that nobody asks. */
@AnalyzeClasses(packages = "mkfsdfu", importOptions = ImportOption.DoNotIncludeTests.class)
class NobodyReadsTheClockTest {
  @ArchTest
  static final ArchRule clock =
      noClasses()
          .should()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(Instant.class, "now")
          .orShould()
          .callConstructor(Date.class);

  @ArchTest
  static final ArchRule calendarAndRandomNumbers =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveNameMatching(
              "java\\.time\\.(Clock|LocalDate|LocalTime|ZoneId|ZonedDateTime)"
                  + "|java\\.util\\.(Calendar|TimeZone|Random|UUID)"
                  + "|java\\.security\\.SecureRandom");
}
