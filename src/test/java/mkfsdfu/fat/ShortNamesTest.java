package mkfsdfu.fat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mkfsdfu.error.InternalFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortNamesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        // name|short name|flags|slots
        "main.py|MAIN    PY |18|1",
        "UPPER.TXT|UPPER   TXT|00|1",
        "README.md|README  MD |10|1",
        "lower.TXT|LOWER   TXT|08|1",
        "noext|NOEXT      |08|1",
        "12345678.123|12345678123|00|1",
        "a-b_c!1.x|A-B_C!1 X  |18|1",
        "Readme.Txt|README  TXT|00|2",
        "boot.Py|BOOT    PY |00|2",
        "longfilename.txt|LONGFI~1TXT|00|3",
        "index.html|INDEX~1 HTM|00|2",
        "a.b.c|AB~1    C  |00|2",
        "my file.txt|MYFILE~1TXT|00|2",
        " lead|LEAD~1     |00|2",
        ".tij|~1      TIJ|00|2",
        ".hidden.txt|HIDDEN~1TXT|00|2",
        "+,;=[].a+b|______~1A_B|00|2",
        "..x|~1      X  |00|2",
        "exactly13char|EXACTL~1   |00|2",
        "exactly14chars|EXACTL~1   |00|3",
      })
  void namesAsTheDriver(String name, String padded, String flags, int slots) {
    ShortName only = assign(name)[0];
    assertThat(only.padded()).isEqualTo(padded);
    assertThat(only.caseFlags()).isEqualTo(Integer.parseInt(flags, 16));
    assertThat(only.slots(name)).isEqualTo(slots);
  }

  @Test
  void countsToFiveAndThenHashes() {
    ShortName[] names =
        assign(
            "longname1.txt",
            "longname2.txt",
            "longname3.txt",
            "longname4.txt",
            "longname5.txt",
            "longname6.txt");
    assertThat(padded(names).subList(0, 5))
        .containsExactly("LONGNA~1TXT", "LONGNA~2TXT", "LONGNA~3TXT", "LONGNA~4TXT", "LONGNA~5TXT");
    String hash = Integer.toHexString(hashedBitByBit("longname6.txt", 6)).toUpperCase(Locale.ROOT);
    String body = "LONGNAME".substring(0, 7 - hash.length()) + "~" + hash;
    assertThat(names[5].padded()).isEqualTo(body + "TXT");
  }

  @Test
  void hashesAsTheDriversBitLoop() {
    Random random = new Random(6);
    for (int i = 0; i < 2000; i++) {
      char[] name = new char[1 + random.nextInt(255)];
      for (int j = 0; j < name.length; j++) {
        name[j] = (char) random.nextInt(0x10000);
      }
      int attempt = 6 + random.nextInt(94);
      assertThat(TailHash.of(new String(name), attempt))
          .isEqualTo(hashedBitByBit(new String(name), attempt));
    }
  }

  @Test
  void keepsShortNamesFreeThatAreAnotherFilesName() {
    assertThat(padded(assign("longfilename.txt", "longfi~1.txt")))
        .containsExactly("LONGFI~2TXT", "LONGFI~1TXT");
    assertThat(padded(assign("longfilename.txt", "LongFi~1.Txt", "longfi~2.TXT")))
        .containsExactly("LONGFI~3TXT", "LONGFI~1TXT", "LONGFI~2TXT");
  }

  @Test
  void goesOnWhereTheDriverGivesUp() {
    String name = "a common prefix.bin";
    List<String> names = new ArrayList<>();
    for (int attempt = 1; attempt <= 99; attempt++) {
      int number = attempt <= 5 ? attempt : hashedBitByBit(name, attempt);
      String tail = "~" + Integer.toHexString(number).toUpperCase(Locale.ROOT);
      names.add("ACOMMONP".substring(0, 8 - tail.length()) + tail + ".BIN");
    }
    names.add(name);
    ShortName[] assigned = assign(names.toArray(String[]::new));
    assertThat(padded(assigned)).doesNotHaveDuplicates();
    assertThat(assigned[99].padded()).isEqualTo("ACOMM~64BIN");
  }

  @ParameterizedTest
  @CsvSource({"300", "5000", "20000"})
  void givesEveryNameItsOwn(int count) {
    String[] names =
        IntStream.range(0, count)
            .mapToObj("common_prefix_%05d.bin"::formatted)
            .toArray(String[]::new);
    assertThat(padded(assign(names))).doesNotHaveDuplicates().hasSize(count);
  }

  @Test
  void givesEveryNameItsOwnWhenAllHashesAreEqual() {
    // The last unit goes into the hash as it is, so it can make any name's hash what we want.
    String[] names = new String[2000];
    for (int i = 0; i < names.length; i++) {
      String beginning = "prefix_%05d".formatted(i);
      int hash = hashedBitByBit(beginning + "\0", 6);
      names[i] = beginning + (char) (Integer.reverse(hash) >>> 16);
      assertThat(hashedBitByBit(names[i], 6)).isZero();
    }
    List<String> assigned = padded(assign(names));
    assertThat(assigned).doesNotHaveDuplicates();
    assertThat(assigned.subList(98, 102))
        .containsExactly("PRE~1BDD   ", "PREFI~64   ", "PREFI~65   ", "PREFI~66   ");
  }

  @Test
  void refusesTwoNamesThatTheBoardTakesForOne() {
    assertThatThrownBy(() -> assign("Readme.txt", "README.TXT"))
        .isInstanceOf(InternalFailure.class)
        .hasMessageContaining("README.TXT: the name stands twice");
  }

  /** FatFs's loop as micropython's copy has it: a bit at a time, lowest first. */
  private static int hashedBitByBit(String name, int attempt) {
    int hash = attempt;
    for (int i = 0; i < name.length(); i++) {
      for (int bit = 0; bit < 16; bit++) {
        hash = (hash << 1) + ((name.charAt(i) >> bit) & 1);
        if ((hash & 0x10000) != 0) {
          hash ^= 0x11021;
        }
      }
    }
    return hash;
  }

  private static ShortName[] assign(String... names) {
    List<VolumeEntry> entries = new ArrayList<>();
    for (String name : names) {
      entries.add(new VolumeFile(name, FatTime.NONE, TestTree.content(new byte[0])));
    }
    ShortName[] shortNames = Stream.of(names).map(ShortName::of).toArray(ShortName[]::new);
    ShortNames.addTails(entries, shortNames);
    return shortNames;
  }

  private static List<String> padded(ShortName[] names) {
    return Arrays.stream(names).map(ShortName::padded).toList();
  }
}
