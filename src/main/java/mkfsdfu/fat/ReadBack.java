package mkfsdfu.fat;

import de.waldheinz.fs.fat.PlainReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import mkfsdfu.error.InternalFailure;
import mkfsdfu.flash.Bytes;
import mkfsdfu.work.Crew;

/**
 * Proves a volume that we built: first its structure by {@link VolumeCheck}, then its content, read
 * by a driver that is not ours (fat32-lib) and compared byte by byte with the sources.
 *
 * <p>The sources are read anew for it, so a file that has changed since the volume was built is
 * noticed too.
 */
public final class ReadBack {
  /** Most bytes read back at once; for each such read, fat32-lib follows the chain anew. */
  private static final int MOST_AT_ONCE = 1 << 20;

  /** Few at once: the JVM soon compiles what is called often, and a long comparison only late. */
  private static final int COMPARED_AT_ONCE = 512;

  private final String where;
  private final PlainReader reader;
  private final List<Pair> files = new ArrayList<>();
  private long fileBytes;
  private long largestBytes;

  /** A file of the volume, and what it should be. */
  private record Pair(String path, FileContent content, PlainReader.Entry entry) {}

  private ReadBack(String where, PlainReader reader) {
    this.where = where;
    this.reader = reader;
  }

  /**
   * Proves that a volume is sound and holds exactly a tree.
   *
   * @param where what the volume is, for messages
   * @param volume all of its bytes
   * @param tree what it must hold, each directory in the order of its slots
   * @throws InternalFailure if it is not so
   * @throws mkfsdfu.error.Failure if a source cannot be read
   */
  public static void prove(String where, Bytes volume, VolumeDirectory tree) {
    List<Finding> findings = VolumeCheck.check(volume);
    if (!findings.isEmpty()) {
      throw unsound(where, findings);
    }
    try {
      PlainReader reader = new PlainReader(new ReadBackDevice(volume, volume.u16(11)));
      ReadBack readBack = new ReadBack(where, reader);
      readBack.pair("", tree, reader.root());
      Crew.work(
          readBack.files.size(),
          readBack.fileBytes,
          2 * readBack.largestBytes,
          readBack.new Comparers());
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw unreadable(where, e);
    }
  }

  /** Compares names and sizes, and finds out which file is to hold what. */
  private void pair(String path, VolumeDirectory tree, List<PlainReader.Entry> entries)
      throws IOException {
    if (entries.size() != tree.entries().size()) {
      throw different(
          path + "/",
          entries.size() + " entries were read back, expected " + tree.entries().size());
    }
    for (int i = 0; i < entries.size(); i++) {
      VolumeEntry wanted = tree.entries().get(i);
      PlainReader.Entry entry = entries.get(i);
      String entryPath = path + "/" + wanted.name();
      if (!sameName(wanted.name(), entry)) {
        throw different(entryPath, "the name '" + entry.name() + "' was read back");
      }
      if (entry.directory() != wanted instanceof VolumeDirectory) {
        throw different(entryPath, "a file was read back as a directory, or one as a file");
      }
      if (wanted instanceof VolumeDirectory directory) {
        pair(entryPath, directory, reader.list(entry));
      } else if (wanted instanceof VolumeFile file) {
        pair(new Pair(entryPath, file.content(), entry));
      }
    }
  }

  /** Compares names; fat32-lib does not read the case of short ones. */
  private static boolean sameName(String wanted, PlainReader.Entry entry) {
    return entry.longName() ? wanted.equals(entry.name()) : wanted.equalsIgnoreCase(entry.name());
  }

  private void pair(Pair file) {
    long bytes = file.entry().bytes();
    if (bytes != file.content().bytes()) {
      throw different(file.path(), bytes + " bytes were read back of " + file.content().bytes());
    }
    files.add(file);
    fileBytes += bytes;
    largestBytes = Math.max(largestBytes, bytes);
  }

  private final class Comparers implements Crew.Workers {
    @Override
    public Crew.Worker make() {
      return new Comparer();
    }
  }

  private final class Comparer implements Crew.Worker {
    private byte[] expected = {};
    private byte[] found = {};

    @Override
    public void work(int number) {
      Pair file = files.get(number);
      int bytes = (int) file.entry().bytes();
      if (expected.length < bytes) {
        expected = new byte[bytes];
        found = new byte[Math.min(bytes, MOST_AT_ONCE)];
      }
      file.content().copyTo(expected, 0);
      int part;
      for (int at = 0; at < bytes; at += part) {
        part = Math.min(bytes - at, found.length);
        read(file.entry(), at, part);
        int differs = difference(at, part);
        if (differs >= 0) {
          file.content().expectUnchanged();
          throw new InternalFailure(
              where + ": " + file.path(),
              "byte " + (at + differs) + " was read back different from its source",
              "if nothing wrote to the source meanwhile, report this as a bug");
        }
      }
    }

    /** Returns the first of so many found bytes that differs from what is expected, or -1. */
    private int difference(int at, int bytes) {
      for (int from = 0; from < bytes; from += COMPARED_AT_ONCE) {
        int to = Math.min(bytes, from + COMPARED_AT_ONCE);
        int differs = Arrays.mismatch(expected, at + from, at + to, found, from, to);
        if (differs >= 0) {
          return from + differs;
        }
      }
      return -1;
    }

    private void read(PlainReader.Entry entry, int at, int bytes) {
      try {
        reader.read(entry, at, ByteBuffer.wrap(found, 0, bytes));
      } catch (IOException e) {
        throw unreadable(where, e);
      }
    }
  }

  private InternalFailure different(String path, String what) {
    return new InternalFailure(where + ": " + path, what, "report this as a bug");
  }

  private static InternalFailure unreadable(String where, Exception e) {
    return new InternalFailure(
        where, "fat32-lib cannot read the volume: " + e.getMessage(), "", List.of(), e);
  }

  private static InternalFailure unsound(String where, List<Finding> findings) {
    List<String> details = new ArrayList<>();
    for (Finding finding : findings) {
      details.add(finding.rule().id() + " " + finding.path() + ": " + finding.what());
    }
    return new InternalFailure(
        where,
        "the volume built is unsound: " + findings.get(0).what(),
        "report this as a bug",
        details,
        null);
  }
}
