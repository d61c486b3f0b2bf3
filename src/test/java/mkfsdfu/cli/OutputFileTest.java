package mkfsdfu.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import mkfsdfu.error.InternalFailure;
import mkfsdfu.flash.Bytes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFileTest {
  private static final List<Bytes> PIECES = List.of(bytes("new "), bytes("content"));

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void makeFile() throws IOException {
    file = Files.writeString(folder.resolve("a.dfu"), "old");
  }

  private static Bytes bytes(String text) {
    return Bytes.wrap(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void takesItsPlaceOnceTheProofIsDone() {
    try (PreparedFile prepared =
        OutputFile.at(file).prepare(PIECES, () -> assertThat(file).hasContent("old"))) {
      assertThat(file).hasContent("old");
      prepared.moveIntoPlace();
    }
    assertThat(file).hasContent("new content");
    expectNothingElse();
  }

  @Test
  void leavesTheOldFileIfTheProofFails() {
    OutputFile output = OutputFile.at(file);
    assertThatThrownBy(() -> output.prepare(PIECES, OutputFileTest::failToProve))
        .hasMessageContaining("not so");
    assertThat(file).hasContent("old");
    expectNothingElse();
  }

  @Test
  void tellsOfTheProofIfWritingFailsToo() {
    OutputFile output = OutputFile.at(file);
    Iterable<Bytes> broken =
        () -> {
          throw new IllegalStateException("broken");
        };
    assertThatThrownBy(() -> output.prepare(broken, OutputFileTest::failToProve))
        .hasMessageContaining("not so");
    assertThatThrownBy(() -> output.prepare(broken, () -> {})).hasMessage("broken");
    assertThat(file).hasContent("old");
    expectNothingElse();
  }

  @Test
  void goesIfItIsNotMovedIntoPlace() {
    OutputFile.at(file).prepare(PIECES).close();
    assertThat(file).hasContent("old");
    expectNothingElse();
  }

  @Test
  void leavesATemporaryNameToOthersOnceItIsMoved() throws IOException {
    Path other = folder.resolve(".a.dfu.tmp");
    try (PreparedFile prepared = OutputFile.at(file).prepare(PIECES)) {
      prepared.moveIntoPlace();
      Files.writeString(other, "of another run");
    }
    assertThat(file).hasContent("new content");
    assertThat(other).hasContent("of another run");
  }

  private static void failToProve() {
    throw new InternalFailure("volume", "not so", "");
  }

  private void expectNothingElse() {
    assertThat(folder).isDirectoryContaining(file::equals).isDirectoryNotContaining("glob:**.tmp");
  }
}
