package mkfsdfu.testing;

import java.util.ArrayList;
import java.util.List;
import mkfsdfu.dfu.DfuDevice;
import mkfsdfu.dfu.DfuElement;
import mkfsdfu.dfu.DfuFile;
import mkfsdfu.dfu.DfuTarget;
import mkfsdfu.flash.Address;
import mkfsdfu.flash.Bytes;

/** A .dfu for tests, element by element. */
public final class TestDfu {
  private final List<DfuElement> elements = new ArrayList<>();
  private final List<DfuTarget> targets = new ArrayList<>();

  /** Adds an element to the target that is being filled. */
  public TestDfu element(long address, byte[] data) {
    elements.add(new DfuElement(new Address(address), Bytes.copyOf(data)));
    return this;
  }

  /** Adds all elements of another file's first target. */
  public TestDfu elements(DfuFile file) {
    elements.addAll(file.targets().get(0).elements());
    return this;
  }

  /** Ends the target, and gives it another alternate setting. */
  public TestDfu target(int alternateSetting) {
    DfuTarget plain = DfuTarget.st(elements);
    targets.add(new DfuTarget(alternateSetting, 1, plain.nameField(), plain.elements()));
    elements.clear();
    return this;
  }

  /** Returns the file's bytes; elements after the last target are one more, with setting 0. */
  public byte[] bytes() {
    if (!elements.isEmpty() || targets.isEmpty()) {
      target(0);
    }
    return StandInFirmware.bytes(new DfuFile(targets, DfuDevice.ST_ROM_LOADER));
  }
}
