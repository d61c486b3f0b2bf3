package mkfsdfu.inspect;

import java.util.ArrayList;
import java.util.List;
import mkfsdfu.error.DataFailure;
import mkfsdfu.fat.FatTime;
import mkfsdfu.fat.StoredEntry;
import mkfsdfu.source.SourceDirectory;
import mkfsdfu.source.SourceEntry;
import mkfsdfu.source.SourceFile;

/** A file or directory of one side of a comparison, wherever it lies. */
interface Node {
  String name();

  /** Returns the path from the root, with a slash in front; that of the root is empty. */
  String path();

  boolean isDirectory();

  /** Returns a file's size in bytes. */
  long bytes();

  /** Returns when it was written, as FAT stores it. */
  FatTime modified();

  List<Node> children();

  /**
   * Returns a file's bytes.
   *
   * @throws DataFailure if a volume does not hold them all
   */
  byte[] content();

  /** Something in a volume. */
  record Stored(StoredEntry entry) implements Node {
    @Override
    public String name() {
      return entry.name();
    }

    @Override
    public String path() {
      return entry.path();
    }

    @Override
    public boolean isDirectory() {
      return entry.isDirectory();
    }

    @Override
    public long bytes() {
      return entry.bytes();
    }

    @Override
    public FatTime modified() {
      return entry.modified();
    }

    @Override
    public List<Node> children() {
      List<Node> children = new ArrayList<>(entry.children().size());
      for (StoredEntry child : entry.children()) {
        children.add(new Stored(child));
      }
      return children;
    }

    @Override
    public byte[] content() {
      byte[] content = new byte[(int) entry.content().bytes()];
      entry.content().copyTo(content, 0);
      return content;
    }
  }

  /** Something on the host. */
  record OnHost(SourceEntry entry, String path) implements Node {
    @Override
    public String name() {
      return entry.name();
    }

    @Override
    public boolean isDirectory() {
      return entry instanceof SourceDirectory;
    }

    @Override
    public long bytes() {
      return entry instanceof SourceFile file ? file.bytes() : 0;
    }

    @Override
    public FatTime modified() {
      return FatTime.ofEpochSecond(entry.modifiedEpochSecond());
    }

    @Override
    public List<Node> children() {
      List<Node> children = new ArrayList<>();
      if (entry instanceof SourceDirectory directory) {
        for (SourceEntry child : directory.entries()) {
          children.add(new OnHost(child, path + "/" + child.name()));
        }
      }
      return children;
    }

    @Override
    public byte[] content() {
      byte[] content = new byte[(int) bytes()];
      ((SourceFile) entry).copyTo(content, 0);
      return content;
    }
  }
}
