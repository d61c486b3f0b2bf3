package mkfsdfu.pack;

import java.nio.file.Path;
import java.util.List;
import mkfsdfu.dfu.DfuDevice;
import mkfsdfu.flash.Address;
import mkfsdfu.source.SourceRequest;

/**
 * What to pack, as it was asked for; nothing in it has been checked against anything else.
 *
 * @param firmware the file to put the volume into
 * @param mustExist whether a missing firmware file is an error; otherwise it is made new
 * @param source the directory and what belongs to it
 * @param place where the filesystem lies, as far as it was said
 * @param format how the volume is to be formatted
 * @param bins raw bytes to put at addresses, in the order given
 * @param device whom a new file is for; null for ST's ROM loader
 * @param output what to write
 * @param mapping whether to map the files' addresses
 * @param force whether to do what only looks like a mistake
 */
public record PackRequest(
    Path firmware,
    boolean mustExist,
    SourceRequest source,
    Place place,
    Format format,
    List<Bin> bins,
    DfuDevice device,
    Output output,
    Mapping mapping,
    boolean force) {
  public PackRequest {
    bins = List.copyOf(bins);
  }

  /**
   * Where the filesystem lies, as far as it was said.
   *
   * @param segments starts and, where given, sizes
   * @param bytes the size of the volume in bytes, or 0 if it was not given
   * @param board the name of a board, or null
   * @param boardFile a table with a product's own boards, or null
   * @param elf the firmware's ELF file, or null
   */
  public record Place(List<Segment> segments, long bytes, String board, Path boardFile, Path elf) {
    public Place {
      segments = List.copyOf(segments);
    }
  }

  /**
   * A segment of the filesystem.
   *
   * @param start its address
   * @param bytes its length in bytes, or 0 if it was not given
   */
  public record Segment(Address start, long bytes) {}

  /**
   * How the volume is to be formatted.
   *
   * @param label its label, empty for none; null for the board's own
   * @param volumeId its serial number, 0 to 2^32 - 1; -1 to derive it from the content
   * @param rootEntries slots of the root directory
   * @param sectorsPerCluster sectors of a cluster, or 0 to choose as the driver does
   */
  public record Format(String label, long volumeId, int rootEntries, int sectorsPerCluster) {}

  /**
   * Raw bytes at an address.
   *
   * @param address where they go
   * @param file where they come from
   */
  public record Bin(Address address, Path file) {}

  /**
   * What to write.
   *
   * @param file where to; its name's ending decides the form
   * @param inPlace whether that is the firmware's file itself
   * @param trim whether to leave out what follows the volume's last used cluster
   */
  public record Output(Path file, boolean inPlace, boolean trim) {}

  /**
   * Whether to map the files' addresses.
   *
   * @param wanted whether the map is asked for
   * @param inVolume where in the volume it is to stand, or null
   */
  public record Mapping(boolean wanted, MapPath inVolume) {}
}
