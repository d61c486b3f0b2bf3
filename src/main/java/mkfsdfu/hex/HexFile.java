package mkfsdfu.hex;

import java.util.List;
import mkfsdfu.flash.FlashBytes;

/**
 * An Intel HEX file, taken apart (Intel, Hexadecimal Object File Format Specification, 1988).
 *
 * <p>The format has bytes and their addresses and nothing else: where one part of a firmware ends
 * and the next begins is not said, if they touch.
 *
 * @param sections gapless stretches of bytes by ascending address, none empty, none overlapping
 * @param start where the processor is to start; null if the file does not say
 */
public record HexFile(List<FlashBytes> sections, HexStart start) {
  /** Checks that the sections ascend and do not overlap. */
  public HexFile {
    sections = List.copyOf(sections);
    long end = 0;
    for (FlashBytes section : sections) {
      if (section.address().value() < end) {
        throw new IllegalArgumentException(
            "data from " + section.address() + " overlap or descend");
      }
      end = section.region().end();
    }
  }
}
