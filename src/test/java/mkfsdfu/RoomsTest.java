package mkfsdfu;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Holds the doors between the rooms; docs/design.md says why they stand where they stand. */
@AnalyzeClasses(packages = "mkfsdfu", importOptions = ImportOption.DoNotIncludeTests.class)
class RoomsTest {
  private static final String[] GROUND = {
    "mkfsdfu.flash", "mkfsdfu.error", "mkfsdfu.work", "java.."
  };

  @ArchTest
  static final ArchRule errorStandsAlone =
      classes()
          .that()
          .resideInAPackage("mkfsdfu.error")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("mkfsdfu.error", "java..");

  @ArchTest
  static final ArchRule workStandsAlone =
      classes()
          .that()
          .resideInAPackage("mkfsdfu.work")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("mkfsdfu.work", "java..");

  @ArchTest
  static final ArchRule flashKnowsOnlyErrors =
      classes()
          .that()
          .resideInAPackage("mkfsdfu.flash")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("mkfsdfu.flash", "mkfsdfu.error", "java..");

  @ArchTest static final ArchRule dfuStandsOnTheGround = standsOnTheGround("dfu");
  @ArchTest static final ArchRule hexStandsOnTheGround = standsOnTheGround("hex");
  @ArchTest static final ArchRule boardStandsOnTheGround = standsOnTheGround("board");
  @ArchTest static final ArchRule sourceStandsOnTheGround = standsOnTheGround("source");

  @ArchTest
  static final ArchRule fatStandsOnTheGroundAndReadBackOnFat32Lib =
      standsOnTheGround("fat", "de.waldheinz..");

  @ArchTest
  static final ArchRule fat32LibOnlyInReadBack =
      noClasses()
          .that()
          .resideInAPackage("mkfsdfu..")
          .and()
          .haveNameNotMatching("mkfsdfu\\.fat\\.ReadBack.*")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("de.waldheinz..");

  @ArchTest static final ArchRule packUsesRoomsBelowOnly = usesRoomsBelowOnly("pack");

  @ArchTest static final ArchRule inspectUsesRoomsBelowOnly = usesRoomsBelowOnly("inspect");

  private static ArchRule standsOnTheGround(String room, String... libraries) {
    return onlyUses(room, libraries);
  }

  private static ArchRule usesRoomsBelowOnly(String room) {
    return onlyUses(
        room, "mkfsdfu.fat", "mkfsdfu.dfu", "mkfsdfu.hex", "mkfsdfu.board", "mkfsdfu.source");
  }

  private static ArchRule onlyUses(String room, String... more) {
    String[] allowed = new String[GROUND.length + more.length + 1];
    System.arraycopy(GROUND, 0, allowed, 0, GROUND.length);
    System.arraycopy(more, 0, allowed, GROUND.length, more.length);
    allowed[allowed.length - 1] = "mkfsdfu." + room;
    return classes()
        .that()
        .resideInAPackage("mkfsdfu." + room)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(allowed)
        .allowEmptyShould(true);
  }
}
