package mkfsdfu.pack;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import mkfsdfu.error.IoFailure;
import mkfsdfu.source.HostFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProofTest {
  @TempDir Path folder;

  @Test
  void seesThatTheFileToReplaceIsAnotherOne() throws IOException {
    Path file = Files.writeString(folder.resolve("fw.dfu"), "as read");
    Proof proof = new Proof(null, null, HostFile.open(file));
    assertThatCode(proof::lastLook).doesNotThrowAnyException();

    Path other = Files.writeString(folder.resolve("other"), "as read");
    Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);

    assertThatThrownBy(proof::lastLook)
        .isInstanceOf(IoFailure.class)
        .hasMessage(
            "%s: changed while it was read: something else stands in its place; run again when"
                + " nothing writes to it",
            file);
  }

  @Test
  void hasNothingToLookAtIfNothingIsReplaced() {
    assertThatCode(new Proof(null, null, null)::lastLook).doesNotThrowAnyException();
  }
}
