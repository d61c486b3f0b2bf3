package mkfsdfu.dfu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import mkfsdfu.dfu.DfuReading.SizeField;
import mkfsdfu.error.DataFailure;
import mkfsdfu.flash.Bytes;
import mkfsdfu.testing.StandInFirmware;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the bytes, a file is read as what it is or refused as not usable: nothing else. */
class DfuFuzzTest {
  private static final int INPUTS = 10_000;
  private static final byte[] GOOD = SampleDfu.bytes();
  private static final int[] FIELDS = {
    SampleDfu.SIZE_FIELD,
    SampleDfu.TARGETS_FIELD,
    SampleDfu.TARGET_1_SETTING,
    SampleDfu.TARGET_1_SIZE,
    SampleDfu.TARGET_1_ELEMENTS,
    SampleDfu.ELEMENT_1,
    SampleDfu.ELEMENT_1 + 4,
    SampleDfu.ELEMENT_2,
    SampleDfu.ELEMENT_2 + 4,
    SampleDfu.TARGET_2_SETTING,
    SampleDfu.ELEMENT_3,
    SampleDfu.ELEMENT_3 + 4,
    SampleDfu.SUFFIX,
  };
  private static final int[] EDGES = {0, 1, 2, 8, 0x7F, 0x80, 0xFF, 0x7FFFFFFF, 0x80000000, -1, -8};

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void readsOrRefusesWhateverItIsGiven(long seed) {
    Random random = new Random(seed);
    int readAsGood = 0;
    for (int i = 0; i < INPUTS; i++) {
      byte[] input = mutated(random);
      try {
        DfuReading reading = DfuReader.examine("a.dfu", Bytes.wrap(input));
        readAsGood++;
        if (reading.crcMatches() && reading.sizeField() == SizeField.WITHOUT_SUFFIX) {
          assertThat(StandInFirmware.bytes(reading.file()))
              .as("seed %d, input %d", seed, i)
              .isEqualTo(input);
        }
      } catch (DataFailure e) {
        assertThat(e).hasMessageStartingWith("a.dfu, offset ").hasMessageContaining("expected");
      }
    }
    assertThat(readAsGood).isBetween(INPUTS / 100, INPUTS - INPUTS / 100);
  }

  private static byte[] mutated(Random random) {
    byte[] input = GOOD.clone();
    int times = 1 + random.nextInt(3);
    for (int i = 0; i < times; i++) {
      switch (random.nextInt(6)) {
        case 0 -> input = Arrays.copyOf(input, random.nextInt(input.length + 40));
        case 1 -> input = SampleDfu.with(input, field(random), 1, random.nextInt());
        case 2 -> input = SampleDfu.with(input, field(random), 4, random.nextInt());
        case 3 ->
            input = SampleDfu.with(input, field(random), 4, EDGES[random.nextInt(EDGES.length)]);
        default -> input[random.nextInt(input.length)] = (byte) random.nextInt();
      }
      input = input.length < GOOD.length ? Arrays.copyOf(input, GOOD.length) : input;
    }
    if (random.nextInt(4) == 0) {
      input = Arrays.copyOf(input, random.nextInt(input.length));
    }
    return input.length < 4 || random.nextBoolean() ? input : SampleDfu.withCrc(input);
  }

  private static int field(Random random) {
    return FIELDS[random.nextInt(FIELDS.length)];
  }
}
