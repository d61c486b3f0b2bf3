package mkfsdfu.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import mkfsdfu.error.IoFailure;
import mkfsdfu.error.NoInputFailure;
import mkfsdfu.source.TouchyFileSystem.Hook;
import mkfsdfu.source.TouchyFileSystem.Operation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceFileTest {
  private static final String TIME = "2024-02-29T12:00:00Z";

  @TempDir Path work;
  private HostTree assets;
  private Path host;

  @BeforeEach
  void makeAssets() {
    assets = new HostTree(work.resolve("assets"));
    host = assets.file("main.py", "print(1)");
    assets.time("main.py", TIME);
  }

  private SourceFile scanned() {
    return (SourceFile) assets.scan().root().entries().get(0);
  }

  private static byte[] content(SourceFile file) {
    byte[] content = new byte[(int) file.bytes()];
    file.copyTo(content, 0);
    return content;
  }

  @Test
  void copiesItsBytesToWhereTheyAreWanted() {
    byte[] target = new byte[12];
    Arrays.fill(target, (byte) '.');
    SourceFile file = scanned();
    file.copyTo(target, 2);
    assertThat(target).asString().isEqualTo("..print(1)..");
    assertThat(file.bytes()).isEqualTo(8);
    assertThat(file.host()).isEqualTo(host);
  }

  @Test
  void readsAnewEachTime() {
    SourceFile file = scanned();
    assertThat(content(file)).asString().isEqualTo("print(1)");
    assertThat(content(file)).asString().isEqualTo("print(1)");
  }

  @Test
  void copiesMoreThanOneReadTakes() throws IOException {
    byte[] large = new byte[(5 << 20) / 2 + 1];
    new Random(7).nextBytes(large);
    Files.write(host, large);
    assertThat(content(scanned())).isEqualTo(large);
  }

  @Test
  void copiesAnEmptyFile() throws IOException {
    Files.write(host, new byte[0]);
    assertThat(content(scanned())).isEmpty();
  }

  @Test
  void refusesATargetWithoutRoom() {
    SourceFile file = scanned();
    assertThatThrownBy(() -> file.copyTo(new byte[9], 2))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessage("8 bytes at 2 of 9");
  }

  @Test
  void noticesAFileThatShrank() throws IOException {
    SourceFile file = scanned();
    Files.writeString(host, "print");
    expectChange(file, "it had 8 bytes and has 5");
  }

  @Test
  void noticesAFileThatGrew() throws IOException {
    SourceFile file = scanned();
    Files.writeString(host, "\n", StandardOpenOption.APPEND);
    expectChange(file, "it had 8 bytes and has 9");
  }

  @Test
  void noticesAFileThatWasRewritten() throws IOException {
    SourceFile file = scanned();
    Files.writeString(host, "print(2)");
    expectChange(file, "it was written to");
  }

  @Test
  void noticesAFileThatWasReplacedByOneOfTheSameSizeAndTime() throws IOException {
    SourceFile file = scanned();
    Path other = assets.file("other.py", "print(2)");
    assets.time("other.py", TIME);
    Files.move(other, host, StandardCopyOption.REPLACE_EXISTING);
    expectChange(file, "something else stands in its place");
  }

  @Test
  void noticesALinkThatWasTurned() throws IOException {
    Files.move(host, work.resolve("one"));
    Path other = Files.copy(work.resolve("one"), work.resolve("two"));
    Files.setLastModifiedTime(other, FileTime.from(Instant.parse(TIME)));
    assets.link("main.py", "../one");
    SourceFile file = scanned();
    assertThat(content(file)).asString().isEqualTo("print(1)");
    Files.delete(host);
    assets.link("main.py", "../two");
    expectChange(file, "something else stands in its place");
  }

  @Test
  void noticesAFileThatVanished() throws IOException {
    SourceFile file = scanned();
    Files.delete(host);
    assertThatThrownBy(() -> content(file))
        .isInstanceOf(IoFailure.class)
        .hasMessage("%s: vanished while it was read; run again when nothing writes to it", host);
  }

  @Test
  void neverOpensAPipeThatTookTheFilesPlace() throws IOException {
    SourceFile file =
        scannedThrough(
            onOpening(
                (operation, path) -> {
                  throw new AssertionError("opened " + path);
                }));
    Files.delete(host);
    assets.pipe("main.py");
    expectChange(file, "something else stands in its place");
  }

  @Test
  void noticesAFileThatShrinksBeforeItsEndIsRead() {
    expectChangeWhileReading(
        (operation, path) -> Files.writeString(path, "print"), "it ends before its 8 bytes");
  }

  @Test
  void noticesAFileThatGrowsWhileItIsRead() {
    expectChangeWhileReading(
        (operation, path) -> Files.writeString(path, "\n", StandardOpenOption.APPEND),
        "it had 8 bytes and has 9");
  }

  @Test
  void noticesAFileThatIsWrittenToWhileItIsRead() {
    expectChangeWhileReading(
        (operation, path) -> Files.writeString(path, "print(2)"), "it was written to");
  }

  @Test
  void looksAfterwardsOnlyIfAsked() {
    SourceFile file =
        scannedThrough(onOpening((operation, path) -> Files.writeString(path, "print(2)")));
    byte[] content = new byte[8];
    file.copyOnce(content, 0);
    assertThat(content).asString().isEqualTo("print(2)");
    assertThatThrownBy(file::expectUnchanged)
        .isInstanceOf(IoFailure.class)
        .hasMessageContaining("it was written to");
    assertThatThrownBy(() -> file.copyOnce(content, 0))
        .isInstanceOf(IoFailure.class)
        .hasMessageContaining("it was written to");
  }

  @Test
  void noticesAFileThatVanishesBeforeItIsOpened() {
    SourceFile file = scannedThrough(onOpening((operation, path) -> Files.delete(path)));
    assertThatThrownBy(() -> content(file))
        .isInstanceOf(IoFailure.class)
        .hasMessageContaining("main.py: vanished while it was read")
        .hasRootCauseInstanceOf(NoSuchFileException.class);
  }

  @Test
  void reportsAFileThatMayNotBeRead() {
    SourceFile file =
        scannedThrough(
            onOpening(
                (operation, path) -> {
                  throw new AccessDeniedException(path.toString());
                }));
    assertThatThrownBy(() -> content(file))
        .isInstanceOf(NoInputFailure.class)
        .hasMessage("%s: cannot be read: permission denied; make it readable", host);
  }

  @Test
  void reportsAFileThatCannotBeRead() {
    SourceFile file =
        scannedThrough(
            onOpening(
                (operation, path) -> {
                  throw new FileSystemException(path.toString(), null, "Input/output error");
                }));
    assertThatThrownBy(() -> content(file))
        .isInstanceOf(NoInputFailure.class)
        .hasMessage("%s: cannot be read: Input/output error", host);
  }

  private void expectChangeWhileReading(Hook change, String how) {
    expectChange(scannedThrough(onOpening(change)), how);
  }

  private void expectChange(SourceFile file, String how) {
    assertThatThrownBy(() -> content(file))
        .isInstanceOf(IoFailure.class)
        .hasMessage(
            "%s: changed while it was read: %s; run again when nothing writes to it", host, how);
  }

  private SourceFile scannedThrough(TouchyFileSystem touchy) {
    SourceTree tree = SourceTree.scan(SourceRequest.of(touchy.wrap(assets.root())));
    return (SourceFile) tree.root().entries().get(0);
  }

  private static TouchyFileSystem onOpening(Hook hook) {
    return new TouchyFileSystem(
        (operation, path) -> {
          if (operation == Operation.OPEN) {
            hook.before(operation, path);
          }
        });
  }
}
