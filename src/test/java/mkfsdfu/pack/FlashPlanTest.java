package mkfsdfu.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import mkfsdfu.dfu.DfuElement;
import mkfsdfu.error.DataFailure;
import mkfsdfu.flash.Address;
import mkfsdfu.flash.Bytes;
import mkfsdfu.flash.FlashBytes;
import mkfsdfu.flash.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlashPlanTest {
  private static final DfuElement VECTORS = element(0x08000000, 16);
  private static final DfuElement CODE = element(0x08060000, 32);
  private static final Region FIRST = new Region(new Address(0x08004000), 64 * 512);
  private static final Region SECOND = new Region(new Address(0x08040000), 32 * 512);

  private static DfuElement element(long address, int bytes) {
    return new DfuElement(new Address(address), Bytes.wrap(new byte[bytes]));
  }

  private static FlashPlan plan(DfuElement... elements) {
    return new FlashPlan("fw.dfu", List.of(elements));
  }

  /** A boot sector that a board mounts, and blocks behind it; the rest is zero. */
  private static Bytes volume(int sectors, int bytes) {
    byte[] volume = new byte[Math.max(bytes, 512)];
    byte[] boot = {
      (byte) 0xEB,
      (byte) 0xFE,
      (byte) 0x90,
      'M',
      'S',
      'D',
      'O',
      'S',
      '5',
      '.',
      '0',
      0,
      2,
      1,
      1,
      0,
      1,
      16,
      0,
      (byte) sectors,
      (byte) (sectors >> 8),
      (byte) 0xF8,
      1,
      0
    };
    System.arraycopy(boot, 0, volume, 0, boot.length);
    System.arraycopy(new byte[] {'F', 'A', 'T'}, 0, volume, 54, 3);
    volume[510] = 0x55;
    volume[511] = (byte) 0xAA;
    return Bytes.wrap(volume).slice(0, bytes);
  }

  /** A volume of so many sectors, cut as FIRST and SECOND are. */
  private static List<Bytes> parts(int sectors) {
    Bytes all = volume(sectors, sectors * 512);
    int first = Math.min(all.length(), (int) FIRST.bytes());
    List<Bytes> parts = new ArrayList<>(List.of(all.slice(0, first)));
    if (all.length() > first) {
      parts.add(all.slice(first, all.length() - first));
    }
    return parts;
  }

  private static void put(FlashPlan plan, int sectors) {
    plan.putVolume(List.of(FIRST, SECOND), parts(sectors));
  }

  private static FlashPlan again(FlashPlan plan) {
    return new FlashPlan("fw.dfu", plan.elements().stream().map(PlannedElement::element).toList());
  }

  private static List<String> described(FlashPlan plan) {
    return plan.elements().stream()
        .map(planned -> planned.change() + " " + planned.described())
        .toList();
  }

  @Test
  void putsAVolumeBehindTheFirmware() {
    FlashPlan plan = plan(VECTORS, CODE);

    put(plan, 64);

    assertThat(described(plan))
        .containsExactly(
            "KEPT the element at 0x08000000-0x0800000f",
            "KEPT the element at 0x08060000-0x0806001f",
            "ADDED the volume at 0x08004000-0x0800bfff");
  }

  @Test
  void replacesAVolumeWhereItStands() {
    FlashPlan plan = plan(VECTORS, new DfuElement(FIRST.start(), volume(64, 64 * 512)), CODE);

    put(plan, 64);

    assertThat(described(plan))
        .containsExactly(
            "KEPT the element at 0x08000000-0x0800000f",
            "REPLACED the volume at 0x08004000-0x0800bfff",
            "KEPT the element at 0x08060000-0x0806001f");
  }

  @Test
  void replacesAVolumeThatWasCutBehindItsLastUsedCluster() {
    FlashPlan plan = plan(new DfuElement(FIRST.start(), volume(64, 5 * 512)), CODE);

    put(plan, 64);

    assertThat(described(plan)).first().isEqualTo("REPLACED the volume at 0x08004000-0x0800bfff");
  }

  @Test
  void refusesToReplaceWhatIsNoVolume() {
    DfuElement foreign = new DfuElement(FIRST.start(), Bytes.wrap(new byte[1024]));

    assertThatThrownBy(() -> put(plan(VECTORS, foreign), 64))
        .isInstanceOf(DataFailure.class)
        .hasMessageContaining("fw.dfu: the element at 0x08004000-0x080043ff is no FAT volume");
  }

  @Test
  void refusesToReplaceAVolumeWithMoreBehindItInItsElement() {
    DfuElement merged = new DfuElement(FIRST.start(), volume(64, 64 * 512 + 32));

    assertThatThrownBy(() -> put(plan(VECTORS, merged), 64))
        .isInstanceOf(DataFailure.class)
        .hasMessageContaining(
            "fw.dfu: the element at 0x08004000-0x0800c01f begins with a volume of 32768 bytes, and"
                + " the 32 bytes behind it would be lost");
  }

  @Test
  void replacesBothPartsOfAVolumeInTwoSegments() {
    FlashPlan plan = plan(VECTORS, CODE);
    put(plan, 96);
    FlashPlan second = again(plan);

    put(second, 96);

    assertThat(described(second))
        .containsExactly(
            "KEPT the element at 0x08000000-0x0800000f",
            "KEPT the element at 0x08060000-0x0806001f",
            "REPLACED the volume at 0x08004000-0x0800bfff",
            "REPLACED the volume at 0x08040000-0x08043fff");
  }

  @ParameterizedTest
  @CsvSource({"96, 64", "96, 40", "96, 70", "70, 96", "64, 96", "40, 96", "70, 65"})
  void changesTheSizeOfAVolumeInTwoSegmentsThereAndBack(int before, int after) {
    FlashPlan fresh = plan(VECTORS, CODE);
    put(fresh, before);
    FlashPlan changed = again(fresh);
    put(changed, after);
    FlashPlan back = again(changed);
    put(back, before);

    assertThat(changed.elements().stream().skip(2).mapToInt(p -> p.element().data().length()).sum())
        .isEqualTo(after * 512);
    assertThat(back.elements())
        .extracting(PlannedElement::element)
        .hasSameElementsAs(fresh.elements().stream().map(PlannedElement::element).toList());
  }

  @Test
  void takesNothingThatTheOldVolumeDoesNotClaim() {
    DfuElement foreign = new DfuElement(SECOND.start(), Bytes.wrap(new byte[512]));
    DfuElement small = new DfuElement(FIRST.start(), volume(64, 64 * 512));
    DfuElement cut = new DfuElement(FIRST.start(), volume(96, 60 * 512));
    DfuElement whole = new DfuElement(FIRST.start(), volume(96, 64 * 512));
    DfuElement tooLong = new DfuElement(SECOND.start(), Bytes.wrap(new byte[33 * 512]));

    for (FlashPlan plan :
        List.of(plan(foreign), plan(small, foreign), plan(cut, foreign), plan(whole, tooLong))) {
      assertThatThrownBy(() -> put(plan, 96))
          .isInstanceOf(DataFailure.class)
          .hasMessageContaining("the element at 0x08040000-")
          .hasMessageContaining("is no FAT volume");
      assertThat(
              plan.elements().stream().anyMatch(p -> p.element().address().equals(SECOND.start())))
          .isTrue();
    }
    FlashPlan smaller = plan(small, foreign);
    put(smaller, 40);
    assertThat(described(smaller)).contains("KEPT the element at 0x08040000-0x080401ff");
  }

  @Test
  void putsRawBytesBeforeTheVolumeInTheOrderGiven() {
    FlashPlan plan = plan(VECTORS, new DfuElement(FIRST.start(), volume(64, 64 * 512)));

    plan.putRaw(element(0x08080000, 8), "b.bin");
    plan.putRaw(element(0x08070000, 8), "a.bin");
    put(plan, 64);

    assertThat(described(plan))
        .containsExactly(
            "KEPT the element at 0x08000000-0x0800000f",
            "ADDED b.bin at 0x08080000-0x08080007",
            "ADDED a.bin at 0x08070000-0x08070007",
            "REPLACED the volume at 0x08004000-0x0800bfff");
  }

  @Test
  void replacesAnElementThatStartsWhereRawBytesGo() {
    FlashPlan plan = plan(VECTORS, CODE);

    plan.putRaw(element(0x08000000, 8), "boot.bin");

    assertThat(described(plan))
        .containsExactly(
            "REPLACED boot.bin at 0x08000000-0x08000007",
            "KEPT the element at 0x08060000-0x0806001f");
  }

  @Test
  void refusesOverlapsAndNamesBoth() {
    FlashPlan volumeIntoCode = plan(VECTORS, element(0x08008000, 8));
    put(volumeIntoCode, 64);
    FlashPlan twice = plan(VECTORS);
    twice.putRaw(element(0x08070000, 8), "a.bin");
    twice.putRaw(element(0x08070000, 8), "b.bin");
    FlashPlan hidden = plan(element(0x08000000, 4096), element(0x08000010, 8));
    hidden.putRaw(element(0x08000800, 8), "c.bin");

    assertThatThrownBy(volumeIntoCode::refuseOverlaps)
        .isInstanceOf(DataFailure.class)
        .hasMessageContaining(
            "the element at 0x08008000-0x08008007 overlaps the volume at 0x08004000-0x0800bfff");
    assertThatThrownBy(twice::refuseOverlaps)
        .hasMessageContaining("b.bin at 0x08070000-0x08070007")
        .hasMessageContaining("a.bin at 0x08070000-0x08070007");
    assertThatThrownBy(hidden::refuseOverlaps)
        .hasMessageContaining("overlaps the element at 0x08000000-0x08000fff");
  }

  @Test
  void takesNeighboursAndEmptyElementsForApart() {
    FlashPlan plan =
        plan(
            element(0x08003ff8, 8),
            element(0x08004000, 0),
            element(0x08005000, 0),
            element(0x0800c000, 8));
    put(plan, 64);

    plan.refuseOverlaps();

    assertThat(plan.byAddress())
        .extracting(planned -> planned.element().address().toString())
        .containsExactly("0x08003ff8", "0x08004000", "0x08004000", "0x08005000", "0x0800c000");
  }

  @Test
  void looksForFirmwareInAllButVolumes() {
    FlashPlan plan = plan(VECTORS, new DfuElement(FIRST.start(), volume(64, 64 * 512)));
    plan.putRaw(element(0x08060000, 8), "code.bin");

    assertThat(plan.code())
        .extracting(FlashBytes::address)
        .containsExactlyInAnyOrder(new Address(0x08000000), new Address(0x08060000));
  }
}
