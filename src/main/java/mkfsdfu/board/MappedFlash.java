package mkfsdfu.board;

import mkfsdfu.flash.Address;
import mkfsdfu.flash.Region;

/**
 * Which flash the processor of an STM32 reads as memory, at the address that it is flashed to: its
 * own, and chips that its QUADSPI, OCTOSPI or XSPI controller shows it. What mboot writes to
 * 0x80000000 is such an address in mboot alone.
 */
public final class MappedFlash {
  private static final Region INTERNAL = new Region(new Address(0x08000000L), 0x02000000);

  /** QUADSPI, the first OCTOSPI or XSPI (ST RM0385, RM0468, RM0486: memory map). */
  private static final Region FIRST_CHIP = new Region(new Address(0x90000000L), 0x10000000);

  /** The second OCTOSPI or XSPI. */
  private static final Region SECOND_CHIP = new Region(new Address(0x70000000L), 0x10000000);

  private MappedFlash() {}

  /**
   * Tells whether all of a region can be read in place.
   *
   * @param board the board, or null if it is not known: then a region that a controller can show is
   *     taken to be shown
   */
  public static boolean shows(Region region, BoardBuild board) {
    if (INTERNAL.contains(region)) {
      return true;
    }
    return (FIRST_CHIP.contains(region) || SECOND_CHIP.contains(region))
        && (board == null || board.filesystem().storage().memoryMapped());
  }
}
