package mkfsdfu.dfu;

import java.util.List;

/**
 * A DfuSe file, taken apart (ST UM0391).
 *
 * @param targets in file order, 0 to 255 of them
 * @param device whom the file is for, from its suffix
 */
public record DfuFile(List<DfuTarget> targets, DfuDevice device) {
  public DfuFile {
    targets = List.copyOf(targets);
  }
}
