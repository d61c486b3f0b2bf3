package mkfsdfu.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import mkfsdfu.error.DataFailure;
import mkfsdfu.error.IoFailure;
import mkfsdfu.error.NoInputFailure;
import mkfsdfu.source.TouchyFileSystem.Operation;
import mkfsdfu.testing.ExternalTool;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceTreeTest {
  @TempDir Path work;
  private HostTree assets;

  @BeforeEach
  void makeAssets() {
    assets = new HostTree(work.resolve("assets"));
  }

  @Test
  void sortsByTheBytesOfTheNames() {
    for (String name : new String[] {"b", "a.b", "a", "B", "_", "ab", "a-b", "~", "a/x", "Z"}) {
      if (!name.equals("a")) {
        assets.file(name);
      }
    }
    assertThat(Trees.paths(assets.scan().root()))
        .containsExactly("B", "Z", "_", "a/", "a/x", "a-b", "a.b", "ab", "b", "~");
  }

  @Test
  void ordersNamesAsTheirUtf8BytesAre() {
    // UTF-8: 41, 7A, C3 A9, EE 80 80, EF BF BD, F0 9F 98 80; as chars the last is 0xD83D.
    String[] ascending = {"A", "A\u0001", "z", "\u00E9", "\uE000", "\uFFFD", "\uD83D\uDE00"};
    for (int i = 0; i < ascending.length; i++) {
      for (int j = 0; j < ascending.length; j++) {
        assertThat(Integer.signum(NameOrder.compare(ascending[i], ascending[j])))
            .as("%s and %s", ascending[i], ascending[j])
            .isEqualTo(Integer.compare(i, j));
      }
    }
  }

  @Test
  void countsFilesDirectoriesAndBytes() {
    assets.file("main.py", "12345");
    assets.file("lib/a/b.py", "123");
    assets.directory("empty");
    SourceTree tree = assets.scan();
    assertThat(tree.files()).isEqualTo(2);
    assertThat(tree.directories()).isEqualTo(3);
    assertThat(tree.bytes()).isEqualTo(8);
    assertThat(Trees.paths(tree.root()))
        .containsExactly("empty/", "lib/", "lib/a/", "lib/a/b.py", "main.py");
    assertThat(tree.root().name()).isEmpty();
    assertThat(tree.root().host()).isEqualTo(assets.root());
    assertThat(Trees.at(tree.root(), "lib/a/b.py").host())
        .isEqualTo(assets.root().resolve("lib/a/b.py"));
  }

  @Test
  void takesAnEmptyDirectory() {
    assertThat(assets.scan().root().entries()).isEmpty();
  }

  @Test
  void looksAtEachFileOnceAndOpensNone() {
    assets.file("a");
    assets.file("b");
    assets.file("lib/c");
    TouchyFileSystem host = new TouchyFileSystem((operation, path) -> {});
    SourceTree.scan(SourceRequest.of(host.wrap(assets.root())));
    assertThat(host.operations())
        .containsExactly(
            "LOOK assets",
            "LOOK .mkfsdfuignore",
            "LIST assets",
            "LOOK a",
            "LOOK b",
            "LOOK lib",
            "LIST lib",
            "LOOK c");
  }

  @Test
  void followsSymbolicLinks() {
    new HostTree(work.resolve("common")).file("font/small.fnt", "pixels");
    assets.link("small.fnt", "../common/font/small.fnt");
    assets.link("lib", "../common");
    assets.link("again", "lib/font");
    SourceTree tree = assets.scan();
    assertThat(Trees.paths(tree.root()))
        .containsExactly(
            "again/", "again/small.fnt", "lib/", "lib/font/", "lib/font/small.fnt", "small.fnt");
    assertThat(tree.bytes()).isEqualTo(18);
  }

  @Test
  void followsALinkAsTheDirectoryItself() throws IOException {
    assets.file("main.py");
    Path link = Files.createSymbolicLink(work.resolve("link"), assets.root());
    assertThat(Trees.files(SourceTree.scan(SourceRequest.of(link)).root()))
        .containsExactly("main.py");
  }

  @Test
  void refusesADanglingLink() {
    assets.link("font.fnt", "../fonts/gone.fnt");
    assertThatThrownBy(assets::scan)
        .isInstanceOf(DataFailure.class)
        .hasMessage(
            assets.root()
                + "/font.fnt: is a symbolic link to ../fonts/gone.fnt, which does not exist,"
                + " a volume holds only files and directories;"
                + " remove it, or leave it out with --exclude");
  }

  @Test
  void refusesLinksThatLeadToEachOther() {
    assets.link("a", "b");
    assets.link("b", "a");
    assertThatThrownBy(assets::scan)
        .isInstanceOf(DataFailure.class)
        .hasMessageContaining("/assets/a: is a symbolic link to b, which cannot be reached (");
  }

  @Test
  void refusesALinkToWhereItLies() {
    assets.link("lib/here", ".");
    expectCircle("lib/here", ".");
  }

  @Test
  void refusesALinkToADirectoryAbove() {
    assets.file("lib/a.py");
    assets.link("lib/deep/up", "../..");
    expectCircle("lib/deep/up", "../..");
  }

  @Test
  void refusesALinkOutOfTheTreeThatContainsIt() {
    assets.link("root", "/");
    expectCircle("root", "/");
  }

  @Test
  void refusesDirectoriesThatLinkToEachOther() {
    assets.link("a/x", "../b");
    assets.link("b/y", "../a");
    expectCircle("a/x/y", "../a");
  }

  @Test
  void refusesACircleOutsideTheTree() {
    new HostTree(work.resolve("other")).link("back", "../other");
    assets.link("lib", "../other");
    expectCircle("lib/back", "../other");
  }

  private void expectCircle(String link, String target) {
    assertThatThrownBy(assets::scan)
        .isInstanceOf(DataFailure.class)
        .hasMessage(
            "%s/%s: is a symbolic link to %s, in which it lies itself: it has no end; remove the"
                + " link, or leave it out with --exclude",
            assets.root(), link, target);
  }

  @Test
  void refusesANamedPipe() {
    assets.pipe("queue");
    assertThatThrownBy(assets::scan)
        .isInstanceOf(DataFailure.class)
        .hasMessage(
            "%s/queue: is a named pipe, a volume holds only files and directories;"
                + " remove it, or leave it out with --exclude",
            assets.root());
  }

  @Test
  void refusesASocket() throws IOException {
    try (ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      socket.bind(UnixDomainSocketAddress.of(assets.root().resolve("s")));
      assertThatThrownBy(assets::scan)
          .isInstanceOf(DataFailure.class)
          .hasMessageContaining("/assets/s: is a socket, ");
    }
  }

  @Test
  void refusesALinkToADevice() {
    assets.link("nothing", "/dev/null");
    assertThatThrownBy(assets::scan)
        .isInstanceOf(DataFailure.class)
        .hasMessageContaining(
            "/assets/nothing: is a symbolic link to /dev/null, which is a character device, ");
  }

  @Test
  void refusesADirectoryThatIsMissing() {
    Path missing = work.resolve("asets");
    assertThatThrownBy(() -> SourceTree.scan(SourceRequest.of(missing)))
        .isInstanceOf(NoInputFailure.class)
        .hasMessage("%s: does not exist, a directory is expected", missing);
  }

  @Test
  void refusesAFileInPlaceOfTheDirectory() {
    Path file = assets.file("main.py");
    assertThatThrownBy(() -> SourceTree.scan(SourceRequest.of(file)))
        .isInstanceOf(NoInputFailure.class)
        .hasMessage(
            "%s: is a file, a directory is expected; give the directory that is to become the"
                + " volume's root; --add takes single files",
            file);
  }

  @Test
  void refusesAPipeInPlaceOfTheDirectory() {
    Path pipe = assets.pipe("queue");
    assertThatThrownBy(() -> SourceTree.scan(SourceRequest.of(pipe)))
        .isInstanceOf(NoInputFailure.class)
        .hasMessage("%s: is a named pipe, a directory is expected", pipe);
  }

  @Test
  void refusesADirectoryThatMayNotBeRead() {
    assets.file("secret/key");
    expectFailureOf(
        Operation.LIST,
        "secret",
        new AccessDeniedException("secret"),
        NoInputFailure.class,
        "/assets/secret: cannot be read: permission denied; make it readable");
  }

  @Test
  void refusesAFileThatMayNotBeLookedAt() {
    assets.file("secret/key");
    expectFailureOf(
        Operation.LOOK,
        "key",
        new AccessDeniedException("key"),
        NoInputFailure.class,
        "/assets/secret/key: cannot be read: permission denied; make it readable");
  }

  @Test
  void refusesTheDirectoryItselfIfItMayNotBeLookedAt() {
    expectFailureOf(
        Operation.LOOK,
        "assets",
        new AccessDeniedException("assets"),
        NoInputFailure.class,
        "/assets: cannot be read: permission denied; make it readable");
  }

  @Test
  void reportsADirectoryThatFailsInTheMiddle() {
    assets.file("a");
    expectFailureOf(
        Operation.LIST_NEXT,
        "assets",
        new FileSystemException("assets", null, "Input/output error"),
        NoInputFailure.class,
        "/assets: cannot be read: Input/output error");
  }

  @Test
  void reportsAFileThatVanishes() {
    assets.file("a");
    expectFailureOf(
        Operation.LOOK,
        "a",
        new NoSuchFileException("a"),
        IoFailure.class,
        "/assets/a: vanished while it was read; run again when nothing writes to it");
  }

  @Test
  void reportsADirectoryThatVanishes() {
    assets.directory("lib");
    expectFailureOf(
        Operation.LIST,
        "lib",
        new NoSuchFileException("lib"),
        IoFailure.class,
        "/assets/lib: vanished while it was read; run again when nothing writes to it");
  }

  private void expectFailureOf(
      Operation operation,
      String name,
      IOException problem,
      Class<? extends Throwable> failure,
      String message) {
    TouchyFileSystem host =
        new TouchyFileSystem(
            (at, path) -> {
              if (at == operation && path.endsWith(name)) {
                throw problem;
              }
            });
    assertThatThrownBy(() -> SourceTree.scan(SourceRequest.of(host.wrap(assets.root()))))
        .isInstanceOf(failure)
        .hasMessage(work + message)
        .hasRootCause(problem);
  }

  @Test
  void takesAsManyDirectoriesInsideEachOtherAsTheLimitAllows() {
    assets.directory("d/".repeat(DirectoryDraft.MAX_DEPTH));
    assertThat(assets.scan().directories()).isEqualTo(DirectoryDraft.MAX_DEPTH);
  }

  @Test
  void refusesDirectoriesThatAreNestedTooDeep() {
    assets.directory("d/".repeat(300));
    assertThatThrownBy(assets::scan)
        .isInstanceOf(DataFailure.class)
        .hasMessageStartingWith(assets.root() + "/d/d/")
        .hasMessageEndingWith(
            ": lies more than 255 directories deep in the volume;"
                + " flatten the tree: the board reaches paths of up to 127 characters");
  }

  @Test
  void readsFilesWhoseNamesCannotBeDecoded() {
    ExternalTool.Result made =
        ExternalTool.named("sh")
            .run("-c", "printf content >\"$1/$(printf '\\377')\"", "sh", assets.root());
    assertThat(made.exit()).as(made.err()).isZero();
    SourceFile file = (SourceFile) assets.scan().root().entries().get(0);
    byte[] content = new byte[7];
    file.copyTo(content, 0);
    assertThat(file.name()).isEqualTo("\uFFFD");
    assertThat(content).asString().isEqualTo("content");
  }

  @Test
  void refusesTwoNamesThatCannotBeDecodedInOneDirectory() {
    ExternalTool.Result made =
        ExternalTool.named("sh")
            .run(
                "-c",
                ">\"$1/$(printf '\\377')\" && >\"$1/$(printf '\\376')\"",
                "sh",
                assets.root());
    assertThat(made.exit()).as(made.err()).isZero();
    assertThatThrownBy(assets::scan)
        .isInstanceOf(DataFailure.class)
        .hasMessageContaining("\uFFFD: both ");
  }
}
