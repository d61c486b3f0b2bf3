package mkfsdfu.flash;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The erase sectors of a flash: the units that a programmer can only erase as a whole.
 *
 * @param runs stretches of equal sectors, in ascending order and not overlapping
 */
public record EraseMap(List<Run> runs) {
  public EraseMap {
    runs = List.copyOf(runs);
  }

  /**
   * Equal sectors that follow each other.
   *
   * @param start the first one's address
   * @param count how many, at least 1
   * @param sectorBytes the size of each, in bytes
   */
  public record Run(Address start, int count, int sectorBytes) {
    /** Returns what the sectors cover together. */
    public Region region() {
      return new Region(start, (long) count * sectorBytes);
    }
  }

  /**
   * Reads the notation of ST's DfuSe descriptors turned around, {@code
   * 4x16K@0x08000000,1x64K@0x08010000}; a size without a letter, or with B, is in bytes.
   *
   * @throws mkfsdfu.error.UsageFailure if a number in it is not one
   * @throws IllegalArgumentException if the text has another form
   */
  public static EraseMap parse(String text) {
    List<Run> runs = new ArrayList<>();
    for (String part : text.isEmpty() ? new String[0] : text.split(",")) {
      int times = part.indexOf('x');
      int at = part.indexOf('@');
      if (times < 1 || at < times) {
        throw new IllegalArgumentException("not COUNTxSIZE@ADDRESS: " + part);
      }
      String size = part.substring(times + 1, at);
      size = size.endsWith("B") ? size.substring(0, size.length() - 1) : size;
      runs.add(
          new Run(
              Address.parse(part.substring(at + 1)),
              (int) Numbers.parse("erase sectors", part.substring(0, times), 1 << 20),
              (int) Numbers.parseSize("erase sector", size)));
    }
    return new EraseMap(runs);
  }

  /** Returns the sector that an address lies in, if any. */
  public Optional<Region> sectorAt(Address address) {
    for (Run run : runs) {
      if (run.region().contains(address)) {
        long index = (address.value() - run.start().value()) / run.sectorBytes();
        return Optional.of(
            new Region(
                new Address(run.start().value() + index * run.sectorBytes()), run.sectorBytes()));
      }
    }
    return Optional.empty();
  }
}
