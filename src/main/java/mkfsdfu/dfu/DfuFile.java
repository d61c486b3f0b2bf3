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

  /** Makes a file of one target, as MicroPython's dfu.py makes them. */
  public static DfuFile of(DfuDevice device, List<DfuElement> elements) {
    return new DfuFile(List.of(DfuTarget.st(elements)), device);
  }
}
