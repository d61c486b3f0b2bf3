package mkfsdfu.pack;

import java.util.List;
import mkfsdfu.board.BoardBuild;
import mkfsdfu.flash.Partition;

/**
 * Where the filesystem lies, settled.
 *
 * @param partition its segments and block size
 * @param board the board, or null if it is not known
 * @param decidedBy what decided it, for the summary: {@code PYBV11, named by the firmware}
 * @param label the label that the board itself would give, empty for none
 * @param remarks what there is to say about it
 */
public record Place(
    Partition partition, BoardBuild board, String decidedBy, String label, List<Remark> remarks) {
  public Place {
    remarks = List.copyOf(remarks);
  }
}
