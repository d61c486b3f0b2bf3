package mkfsdfu.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import mkfsdfu.error.IoFailure;
import mkfsdfu.fat.FileContent;
import mkfsdfu.fat.VolumeFile;
import mkfsdfu.source.SourceRequest;
import mkfsdfu.source.SourceTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VolumeTreesTest {
  @TempDir Path folder;

  @Test
  void aFilesContentTellsWhetherItsSourceChanged() throws IOException {
    Path source = Files.writeString(folder.resolve("main.py"), "print(1)");
    SourceTree tree = SourceTree.scan(SourceRequest.of(folder));
    FileContent content = ((VolumeFile) VolumeTrees.of(tree.root()).entries().get(0)).content();
    byte[] copy = new byte[8];
    content.copyTo(copy, 0);
    assertThat(copy).asString().isEqualTo("print(1)");
    assertThatCode(content::expectUnchanged).doesNotThrowAnyException();

    Files.writeString(source, "print(23)");

    assertThatThrownBy(content::expectUnchanged)
        .isInstanceOf(IoFailure.class)
        .hasMessageContaining("it had 8 bytes and has 9");
    assertThatThrownBy(() -> content.copyTo(copy, 0)).isInstanceOf(IoFailure.class);
  }
}
