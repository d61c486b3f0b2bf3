package mkfsdfu.fat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import mkfsdfu.testing.ExternalTool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each fault of the corpus is found under its rule's name, and fsck.fat agrees where it knows. */
class RulesTest {
  @TempDir Path folder;

  static List<Fault> faults() {
    return Faults.all();
  }

  @ParameterizedTest
  @MethodSource("faults")
  void findsTheFaultUnderItsName(Fault fault) {
    List<Finding> findings = VolumeCheck.check(fault.volume().bytes());

    assertThat(findings)
        .anySatisfy(
            finding -> {
              assertThat(finding.rule()).isEqualTo(fault.rule());
              assertThat(finding.path()).isEqualTo(fault.path());
              assertThat(finding.what()).contains(fault.what());
              assertThat(finding.severity()).isEqualTo(fault.rule().severity());
              assertThat(finding.boardDoes()).isNotBlank();
            });
    EnumSet<Rule> broken = EnumSet.noneOf(Rule.class);
    findings.forEach(finding -> broken.add(finding.rule()));
    EnumSet<Rule> expected = EnumSet.of(fault.rule());
    expected.addAll(fault.others());
    assertThat(broken).isEqualTo(expected);
  }

  /** All but the longest directory, over which fsck.fat takes seconds. */
  static List<Fault> faultsForFsck() {
    return faults().stream().filter(fault -> fault.rule() != Rule.DIRECTORY_LENGTH).toList();
  }

  @ParameterizedTest
  @MethodSource("faultsForFsck")
  void agreesWithFsck(Fault fault) throws Exception {
    ExternalTool.Result fsck = fsck(fault.volume());

    assertThat(fsck.exit() != 0).as(fsck.out() + fsck.err()).isEqualTo(fault.fsckKnows());
  }

  @ParameterizedTest
  @EnumSource(FatType.class)
  void findsNothingInTheGoodVolumeAndNeitherDoesFsck(FatType type) throws Exception {
    PatchedVolume volume = PatchedVolume.of(type);

    assertThat(VolumeCheck.check(volume.bytes(), 512)).isEmpty();
    assertThat(fsck(volume).exit()).isZero();
  }

  @ParameterizedTest
  @EnumSource(Rule.class)
  void hasAFaultForEveryRule(Rule rule) {
    assertThat(faults()).anyMatch(fault -> fault.rule() == rule);
  }

  @Test
  void givesEachRuleAnIdOfItsOwn() {
    Set<String> ids = new TreeSet<>();
    for (Rule rule : Rule.values()) {
      assertThat(rule.id()).matches("[a-z0-9]+(-[a-z0-9]+)*");
      ids.add(rule.id());
    }
    assertThat(ids).hasSize(Rule.values().length);
  }

  @Test
  void refusesAnotherSectorSizeThanTheBoards() {
    assertThat(VolumeCheck.check(PatchedVolume.of(FatType.FAT12).bytes(), 4096))
        .extracting(Finding::rule, Finding::what, Finding::boardDoes)
        .containsExactly(
            tuple(
                Rule.SECTOR_BYTES,
                "512 bytes per sector, but the board's block has 4096",
                "the board would format this"));
  }

  private ExternalTool.Result fsck(PatchedVolume volume) throws Exception {
    Path image = folder.resolve("volume.img");
    Files.write(image, volume.bytes().toArray());
    return ExternalTool.named("fsck.fat").run("-n", image);
  }
}
