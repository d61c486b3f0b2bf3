package mkfsdfu.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import mkfsdfu.error.UsageFailure;
import mkfsdfu.flash.Address;
import mkfsdfu.flash.Partition;
import mkfsdfu.flash.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SaidPlaceTest {
  /** The filesystem of an F413: 176 and 64 KiB. */
  private static final Partition F413 =
      new Partition(List.of(region(0x08004000, 180224), region(0x08040000, 65536)), 512);

  private static Region region(long start, long bytes) {
    return new Region(new Address(start), bytes);
  }

  /** What is said by --fs-size, and by --fs-addr as address and size by turns. */
  private static SaidPlace said(long bytes, long... places) {
    List<PackRequest.Segment> segments = new ArrayList<>();
    for (int i = 0; i < places.length; i += 2) {
      segments.add(new PackRequest.Segment(new Address(places[i]), places[i + 1]));
    }
    return SaidPlace.of(new PackRequest.Place(segments, bytes, null, null, null));
  }

  @Test
  void takesTheSizeFromEitherOption() {
    assertThat(said(65536, 0x08004000, 0)).isEqualTo(said(0, 0x08004000, 65536));
    assertThat(said(65536, 0x08004000, 0).isComplete()).isTrue();
    assertThat(said(0, 0x08004000, 0).isComplete()).isFalse();
    assertThat(said(65536).isComplete()).isFalse();
    assertThat(said(0)).isEqualTo(new SaidPlace(null, List.of(), 0));
  }

  @Test
  void refusesWhatDoesNotFitTogether() {
    refuses(() -> said(65536, 0x08004000, 65536), "--fs-size: the size is given twice");
    refuses(
        () -> said(65536, 0x08004000, 0, 0x08040000, 0), "--fs-size: is for one --fs-addr; give");
    refuses(
        () -> said(0, 0x08004000, 65536, 0x08040000, 0), "--fs-addr: 0x08040000 has no size; give");
    refuses(() -> said(0, 0xFFFFFE00L, 1024), "--fs-addr: 1024 bytes from 0xfffffe00 leave 32");
    refuses(
        () -> said(0, 0x08004000, 65536, 0x0800f000, 512),
        "--fs-addr: 0x0800f000-0x0800f1ff overlaps 0x08004000-0x08013fff");
    refuses(
        () -> said(0, 0x08004000, 1000).literally(512),
        "--fs-size: 1000 bytes are not whole blocks of 512; give a multiple of 512");
    refuses(
        () ->
            new SaidPlace(new Address(0x08004001), List.of(region(0x08004001, 0x10000)), 0x10000)
                .literally(512),
        "--fs-addr: 0x08004001 is not the start of a block of 512 bytes");
    refuses(() -> said(512).within(new Partition(List.of(region(0, 8192)), 4096)), "whole blocks");
  }

  private static void refuses(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable said, String why) {
    assertThatThrownBy(said).isInstanceOf(UsageFailure.class).hasMessageContaining(why);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 180224 65536",
    "245760, 180224 65536",
    "180736, 180224 512",
    "180224, 180224",
    "65536, 65536"
  })
  void cutsAKnownPartitionToASmallerSize(long bytes, String expected) {
    assertThat(said(bytes).against(F413, "board")).isEmpty();
    assertThat(said(bytes).within(F413).segments())
        .extracting(segment -> String.valueOf(segment.bytes()))
        .isEqualTo(List.of(expected.split(" ", -1)));
  }

  @Test
  void tellsWhatContradictsAKnownPartition() {
    assertThat(said(0, 0x08008000, 0).against(F413, "NUCLEO_F413ZH"))
        .isEqualTo("--fs-addr says 0x08008000, but NUCLEO_F413ZH has its filesystem at 0x08004000");
    assertThat(said(245761).against(F413, "fw.elf"))
        .isEqualTo("245761 bytes are asked for, but fw.elf has 245760 for its filesystem");
    assertThat(said(0, 0x08004000, 180224, 0x08030000, 65536).against(F413, "X"))
        .isEqualTo(
            "segments [0x08004000-0x0802ffff, 0x08030000-0x0803ffff], but X has"
                + " [0x08004000-0x0802ffff, 0x08040000-0x0804ffff]");
    assertThat(said(0, 0x08004000, 65536, 0x08040000, 65536).against(F413, "X"))
        .startsWith("segments ");
    assertThat(said(0, 0x08004000, 180224, 0x08040000, 512).against(F413, "X")).isEmpty();
    assertThat(said(0, 0x08004000, 245760).against(F413, "X")).isEmpty();
  }

  @Test
  void tellsWhatInTwoPartitionsDiffers() {
    Partition small = new Partition(List.of(region(0x08004000, 65536)), 512);
    Partition other = new Partition(List.of(region(0x08008000, 65536)), 512);

    assertThat(SaidPlace.contradiction(small, "fw.elf", F413, "X")).isEmpty();
    assertThat(SaidPlace.contradiction(F413, "fw.elf", small, "X"))
        .isEqualTo("fw.elf has 245760 bytes, but X has 65536 for its filesystem");
    assertThat(SaidPlace.contradiction(other, "fw.elf", F413, "X"))
        .isEqualTo("fw.elf says 0x08008000, but X has its filesystem at 0x08004000");
  }

  @Test
  void makesTheLastSegmentLongerWhenInsistedOn() {
    assertThat(said(262144).beyond(F413).segments())
        .containsExactly(region(0x08004000, 180224), region(0x08040000, 81920));
    refuses(() -> said(0xFFFFFE00L).beyond(F413), "leave 32 bits");
  }
}
