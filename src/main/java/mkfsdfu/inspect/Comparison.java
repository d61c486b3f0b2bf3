package mkfsdfu.inspect;

import java.util.ArrayList;
import java.util.List;
import mkfsdfu.error.DataFailure;
import mkfsdfu.error.UsageFailure;
import mkfsdfu.flash.Address;
import mkfsdfu.source.SourceTree;

/** Compares files with volumes, and with directories. */
public final class Comparison {
  private Comparison() {}

  /** One side: a file, or a directory that one could have been made from. */
  public sealed interface Side {
    /** Returns how messages call it. */
    String name();
  }

  /**
   * A .dfu or a raw volume.
   *
   * @param file the file
   * @param volume the address of the volume that is meant, or null to find it
   */
  public record FileSide(InspectedFile file, Address volume) implements Side {
    @Override
    public String name() {
      return file.name();
    }
  }

  /**
   * A directory.
   *
   * @param name how messages call it
   * @param tree what of it would go into a volume
   */
  public record DirectorySide(String name, SourceTree tree) implements Side {}

  /**
   * Compares two sides. Elements are compared only where both sides are .dfu files.
   *
   * @param times whether files' modification times count
   * @return nothing if they are the same
   * @throws UsageFailure if both are directories
   * @throws DataFailure if there is no volume where one is needed
   */
  public static List<Change> of(Side one, Side other, boolean times) {
    if (one instanceof DirectorySide && other instanceof DirectorySide) {
      throw new UsageFailure(
          one.name() + " and " + other.name(),
          "both are directories",
          "name a .dfu or a volume; diff -r compares directories");
    }
    if (one instanceof FileSide a && other instanceof FileSide b) {
      return files(a, b, times);
    }
    return TreeDiff.of(root(one), root(other), times);
  }

  private static List<Change> files(FileSide one, FileSide other, boolean times) {
    boolean elements = one.file().dfu().isPresent() && other.file().dfu().isPresent();
    boolean trees = hasVolume(one) && hasVolume(other);
    if (!elements || trees) {
      FoundVolume a = one.file().volume(one.volume());
      FoundVolume b = other.file().volume(other.volume());
      List<Change> changes = new ArrayList<>(TreeDiff.of(root(a), root(b), times));
      if (elements) {
        changes.addAll(ElementDiff.of(one.file(), a, other.file(), b));
      }
      return changes;
    }
    return ElementDiff.of(one.file(), null, other.file(), null);
  }

  private static boolean hasVolume(FileSide side) {
    return !side.file().volumes().isEmpty();
  }

  private static Node root(Side side) {
    if (side instanceof FileSide file) {
      return root(file.file().volume(file.volume()));
    }
    return new Node.OnHost(((DirectorySide) side).tree().root(), "");
  }

  private static Node root(FoundVolume volume) {
    return new Node.Stored(volume.read().root());
  }
}
