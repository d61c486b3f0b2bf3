package mkfsdfu.fat;

import java.util.List;
import mkfsdfu.flash.Bytes;

/**
 * A volume, and what is known of it from having written it.
 *
 * @param layout what lies where, and in which geometry
 * @param bytes the volume, {@link Geometry#volumeBytes} of them
 * @param volumeId the serial number in its boot sector
 */
public record WrittenVolume(Layout layout, Bytes bytes, int volumeId) {
  /** Returns its files in the order written. */
  public List<Placement> placements() {
    return layout.placements();
  }

  /** Returns where everything lies. */
  public Geometry geometry() {
    return layout.geometry();
  }

  /**
   * Returns how many bytes there are up to the end of the last cluster taken; what follows is zero,
   * and the driver does not care for it.
   */
  public int usedBytes() {
    return layout.endOffset();
  }

  /** Returns how many clusters are free. */
  public int freeClusters() {
    return geometry().clusters() - (int) layout.clustersNeeded();
  }
}
