package mkfsdfu.pack;

import java.util.List;
import mkfsdfu.board.BoardBuild;
import mkfsdfu.flash.Partition;
import mkfsdfu.flash.Region;

/**
 * Where the filesystem lies, settled.
 *
 * @param partition what the volume fills
 * @param segments where the filesystem may lie at most; a smaller volume fills the first of them
 * @param board the board, or null if it is not known
 * @param decidedBy what decided it, for the summary: {@code PYBV11, named by the firmware}
 * @param label the label that the board itself would give, empty for none
 * @param remarks what there is to say about it
 */
public record Place(
    Partition partition,
    List<Region> segments,
    BoardBuild board,
    String decidedBy,
    String label,
    List<Remark> remarks) {
  public Place {
    segments = List.copyOf(segments);
    remarks = List.copyOf(remarks);
  }
}
