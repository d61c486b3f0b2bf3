package mkfsdfu.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import mkfsdfu.error.DataFailure;
import mkfsdfu.error.UsageFailure;
import mkfsdfu.inspect.Change.Aspect;
import mkfsdfu.inspect.Change.Kind;
import mkfsdfu.inspect.Change.Subject;
import mkfsdfu.inspect.Comparison.DirectorySide;
import mkfsdfu.inspect.Comparison.FileSide;
import mkfsdfu.inspect.Comparison.Side;
import mkfsdfu.source.SourceRequest;
import mkfsdfu.source.SourceTree;
import mkfsdfu.testing.StandInFirmware;
import mkfsdfu.testing.TestDfu;
import mkfsdfu.testing.TestVolume;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTest {
  private static final int BYTES = 64 << 10;
  private static final long FS = 0x08004000L;

  @TempDir Path folder;

  private static TestVolume good() {
    return new TestVolume().file("main.py", "print(1)").file("lib/a.py", "aaa").directory("empty");
  }

  private static Side raw(byte[] bytes) {
    return new FileSide(InspectedFileTest.read("a.img", bytes), null);
  }

  private static Side raw(TestVolume volume) {
    return raw(volume.bytes(BYTES));
  }

  private static Side dfu(TestDfu dfu) {
    return new FileSide(InspectedFileTest.read("a.dfu", dfu.bytes()), null);
  }

  private Side directory() {
    return new DirectorySide("src", SourceTree.scan(SourceRequest.of(folder)));
  }

  private static List<String> lines(List<Change> changes) {
    return changes.stream()
        .map(c -> c.kind() + " " + c.subject() + " " + c.path() + " " + c.what())
        .map(String::strip)
        .toList();
  }

  @Test
  void findsNothingBetweenTwoOfTheSame() {
    assertThat(Comparison.of(raw(good()), raw(good()), true)).isEmpty();
  }

  @Test
  void findsWhatWasRemovedAddedAndChanged() {
    TestVolume changed =
        new TestVolume()
            .file("main.py", "print(2)")
            .file("lib/b/c.py", "new")
            .file("lib/a.py", "a")
            .directory("EMPTY");

    List<Change> changes = Comparison.of(raw(good()), raw(changed), true);

    assertThat(lines(changes))
        .containsExactlyInAnyOrder(
            "CHANGED FILE /main.py content differs, first at byte 6",
            "ADDED DIRECTORY /lib/b",
            "ADDED FILE /lib/b/c.py",
            "CHANGED FILE /lib/a.py 3 bytes, now 1",
            "CHANGED DIRECTORY /empty now called EMPTY");
    assertThat(lines(Comparison.of(raw(changed), raw(good()), false)))
        .contains("REMOVED DIRECTORY /lib/b", "REMOVED FILE /lib/b/c.py");
    assertThat(changes)
        .filteredOn(change -> change.path().equals("/lib/a.py"))
        .containsExactly(
            new Change(
                Kind.CHANGED,
                Subject.FILE,
                "/lib/a.py",
                List.of(Aspect.SIZE),
                3,
                1,
                "3 bytes, now 1"));
  }

  @Test
  void findsAFileThatBecameADirectory() {
    List<Change> changes =
        Comparison.of(
            raw(new TestVolume().file("x", "1")), raw(new TestVolume().file("x/y", "1")), false);

    assertThat(lines(changes)).containsExactly("CHANGED FILE /x now a directory");
    assertThat(changes.get(0).aspects()).containsExactly(Aspect.TYPE);
  }

  @Test
  void comparesWithADirectoryAndItsTimes() throws IOException {
    Files.createDirectories(folder.resolve("lib"));
    Files.createDirectories(folder.resolve("empty"));
    Files.writeString(folder.resolve("main.py"), "print(1)");
    Files.writeString(folder.resolve("lib/a.py"), "aaa");
    Files.writeString(folder.resolve(".DS_Store"), "left out");
    FileTime time = FileTime.fromMillis(1714979290_999L);
    Files.setLastModifiedTime(folder.resolve("main.py"), time);
    Files.setLastModifiedTime(folder.resolve("lib/a.py"), FileTime.fromMillis(1714979292_000L));

    assertThat(Comparison.of(directory(), raw(good()), false)).isEmpty();
    assertThat(lines(Comparison.of(directory(), raw(good()), true)))
        .containsExactly(
            "CHANGED FILE /lib/a.py modified 2024-05-06 07:08:12, now 2024-05-06 07:08:10");
  }

  @Test
  void namesFilesThatCannotBeReadWhole() {
    byte[] broken = good().bytes(BYTES);
    int slot = TestVolume.find(broken, "MAIN    PY ");
    broken[slot + 26] = 0x7F;

    List<Change> changes = Comparison.of(raw(good()), raw(broken), false);

    assertThat(changes).hasSize(1);
    assertThat(changes.get(0).aspects()).containsExactly(Aspect.UNREADABLE);
    assertThat(changes.get(0).what()).contains("/main.py");
  }

  @Test
  void pairsTwinsOfADamagedDirectoryOneByOne() {
    TestVolume twins = new TestVolume().file("aa.txt", "1").file("ab.txt", "2");
    byte[] damaged = TestVolume.replace(twins.bytes(BYTES), "AB      TXT", "AA      TXT");

    assertThat(Comparison.of(raw(damaged), raw(damaged), false)).isEmpty();
    assertThat(lines(Comparison.of(raw(new TestVolume().file("aa.txt", "1")), raw(damaged), false)))
        .containsExactly("ADDED FILE /aa.txt");
  }

  @Test
  void comparesTheOtherElementsOfTwoFiles() {
    byte[] volume = good().bytes(BYTES);
    byte[] data = {1, 2, 3, 4};
    TestDfu one =
        new TestDfu()
            .elements(StandInFirmware.pybv11())
            .element(0x080C0000L, data)
            .element(0x080D0000L, data)
            .element(0x080E0000L, data)
            .element(FS, volume);
    TestDfu other =
        new TestDfu()
            .elements(StandInFirmware.pybv11())
            .element(FS, volume)
            .element(0x080C0000L, new byte[] {1, 2, 4, 4})
            .element(0x080D0000L, Arrays.copyOf(data, 8))
            .element(0x080F0000L, data);

    assertThat(lines(Comparison.of(dfu(one), dfu(other), false)))
        .containsExactly(
            "CHANGED ELEMENT 0x080c0000 content differs, first at byte 2",
            "CHANGED ELEMENT 0x080d0000 4 bytes, now 8",
            "REMOVED ELEMENT 0x080e0000",
            "ADDED ELEMENT 0x080f0000");
  }

  @Test
  void comparesElementsAloneWhereOneFileHasNoVolume() {
    TestDfu one = new TestDfu().elements(StandInFirmware.pybv11());
    TestDfu other =
        new TestDfu().elements(StandInFirmware.pybv11()).element(FS, good().bytes(BYTES));

    assertThat(lines(Comparison.of(dfu(one), dfu(other), false)))
        .containsExactly("ADDED ELEMENT 0x08004000");
  }

  @Test
  void tellsElementsOfOtherSettingsApart() {
    TestDfu one = new TestDfu().element(FS, new byte[8]).target(0);
    TestDfu other = new TestDfu().element(FS, new byte[8]).target(1);

    assertThat(lines(Comparison.of(dfu(one), dfu(other), false)))
        .containsExactly(
            "REMOVED ELEMENT 0x08004000", "ADDED ELEMENT 0x08004000 (alternate setting 1)");
  }

  @Test
  void findsAnotherDevice() {
    byte[] file = new TestDfu().elements(StandInFirmware.pybv11()).bytes();
    byte[] foreign = file.clone();
    foreign[foreign.length - 14]++;

    assertThat(
            lines(
                Comparison.of(
                    new FileSide(InspectedFileTest.read("a.dfu", file), null),
                    new FileSide(InspectedFileTest.read("b.dfu", foreign), null),
                    false)))
        .containsExactly("CHANGED DEVICE device 0483:df11 bcdDevice 0, now 0483:df12 bcdDevice 0");
  }

  @Test
  void refusesTwoDirectoriesAndWhatHasNoVolume() {
    Side firmware = dfu(new TestDfu().elements(StandInFirmware.pybv11()));

    assertThatThrownBy(() -> Comparison.of(directory(), directory(), false))
        .isInstanceOf(UsageFailure.class)
        .hasMessage(
            "src and src: both are directories;"
                + " name a .dfu or a volume; diff -r compares directories");
    assertThatThrownBy(() -> Comparison.of(firmware, directory(), false))
        .isInstanceOf(DataFailure.class)
        .hasMessageContaining("holds no FAT12 or FAT16 volume");
    assertThatThrownBy(() -> Comparison.of(firmware, raw(good()), false))
        .isInstanceOf(DataFailure.class);
  }
}
