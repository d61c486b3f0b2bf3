package mkfsdfu.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import mkfsdfu.testing.ExternalTool;
import mkfsdfu.testing.Tool;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever goes wrong, the old file is as it was, and nothing else is left behind. */
class FaultsIT {
  private static final int NOBODY = 65534;

  @TempDir Path folder;
  private Workbench bench;
  private byte[] before;

  @BeforeEach
  void fillBench() {
    bench = new Workbench(folder).file("main.py", 1000);
    before = Workbench.bytes(bench.firmware());
  }

  @Test
  void aFullDiskLeavesTheOldFile() {
    // The shell counts blocks of 512 bytes; the result has about 1000 of them.
    ExternalTool.Result result =
        Tool.shell(folder, "ulimit -f 300; exec \"$@\"", "assets", "firmware.dfu");

    assertThat(result.exit()).as(result.err()).isEqualTo(74);
    assertThat(result.err())
        .isEqualTo(
            "mkfsdfu: firmware.dfu: cannot be written: File too large; nothing was changed\n");
    assertNothingChanged();
  }

  @Test
  void aFullDiskLeavesTheOldMapToo() throws IOException {
    Path map = Files.writeString(bench.path("map.py"), "old");

    ExternalTool.Result result =
        Tool.shell(
            folder, "ulimit -f 300; exec \"$@\"", "assets", "firmware.dfu", "--map", "map.py");

    assertThat(result.exit()).as(result.err()).isEqualTo(74);
    assertThat(map).hasContent("old");
    assertNothingChanged();
  }

  @Test
  void whatAFullDiskDoesNotHoldIsNotExtracted() {
    assertThat(Tool.run(folder, "assets", "firmware.dfu", "-o", "new.dfu").exit()).isZero();

    ExternalTool.Result result =
        Tool.shell(folder, "ulimit -f 1; exec \"$@\"", "extract", "new.dfu", "-C", "out");

    assertThat(result.err())
        .isEqualTo(
            "mkfsdfu: out/main.py: cannot be written: File too large; what was written before it"
                + " stays\n");
    assertThat(result.exit()).isEqualTo(74);
    assertThat(bench.path("out")).isEmptyDirectory();
  }

  @Test
  void whatMayNotBeWrittenIsNotReplaced() throws IOException {
    Path fixed = Files.createDirectory(bench.path("fixed"));
    Path readOnly = Files.copy(bench.firmware(), bench.path("read-only.dfu"));
    // Root may write anything, so that somebody else has to try.
    boolean root = Files.getAttribute(folder, "unix:uid").equals(0);
    String line =
        root ? "exec setpriv --reuid " + NOBODY + " --clear-groups \"$@\"" : "exec \"$@\"";
    allow(folder, "rwxrwxrwx");
    allow(readOnly, "r--r--r--");
    allow(fixed, "r-xr-xr-x");

    ExternalTool.Result file = Tool.shell(folder, line, "assets", "read-only.dfu");
    ExternalTool.Result directory =
        Tool.shell(folder, line, "assets", "firmware.dfu", "-o", "fixed/fw.dfu");

    assertThat(file.err())
        .isEqualTo(
            "mkfsdfu: read-only.dfu: is read-only; make it writable, or write elsewhere with -o\n");
    assertThat(file.exit()).isEqualTo(73);
    assertThat(readOnly).hasBinaryContent(before);
    assertThat(directory.err())
        .isEqualTo(
            "mkfsdfu: fixed/fw.dfu: the directory "
                + fixed.toRealPath()
                + " is read-only; write elsewhere with -o\n");
    assertThat(directory.exit()).isEqualTo(73);
  }

  @Test
  void theSystemsOwnDirectoriesTakeNoFile() {
    ExternalTool.Result result = Tool.run(folder, "assets", "firmware.dfu", "-o", "/proc/fw.dfu");

    assertThat(result.exit()).isEqualTo(73);
    assertThat(result.err()).startsWith("mkfsdfu: /proc/fw.dfu: ");
  }

  @Test
  void aKillBeforeTheMoveLeavesTheOldFile() throws Exception {
    bench.file("large", 30 << 20);
    boolean caught = false;
    for (int attempt = 0; attempt < 20 && !caught; attempt++) {
      Process process = start();
      caught = waitForTemporaryFile(process);
      process.destroyForcibly().waitFor();
      caught &= temporaryFiles() == 1;
    }

    assertThat(caught).as("a kill while the temporary file was there").isTrue();
    assertThat(bench.firmware()).hasBinaryContent(before);
    assertThat(Tool.run(folder, arguments()).exit()).isZero();
  }

  @Test
  void aRunThatIsAskedToEndCleansUp() throws Exception {
    bench.file("large", 30 << 20);
    boolean caught = false;
    for (int attempt = 0; attempt < 20 && !caught; attempt++) {
      Files.write(bench.firmware(), before);
      Process process = start();
      caught = waitForTemporaryFile(process);
      process.destroy();
      caught &= process.waitFor() == 128 + 15;
    }

    assertThat(caught).as("an end while the temporary file was there").isTrue();
    assertNothingChanged();
  }

  @Test
  void aTemporaryFileOfAKilledRunIsInNobodysWay() throws IOException {
    for (String line : List.of("exec \"$@\"", "touch .firmware.dfu.tmp; exec \"$@\"")) {
      ExternalTool.Result result = Tool.shell(folder, line, "assets", "firmware.dfu");

      assertThat(result.exit()).as(result.err()).isZero();
    }
    assertThat(temporaryFiles()).as("not ours, so not removed").isEqualTo(1);
  }

  @Test
  void aLinkIsWrittenThroughAndPermissionsAreKept() throws IOException {
    allow(bench.firmware(), "rw-r-----");
    Path far = Files.createDirectory(bench.path("far"));
    Path link = Files.createSymbolicLink(bench.path("link.dfu"), Path.of("far/other"));
    Files.createSymbolicLink(far.resolve("other"), Path.of("../firmware.dfu"));

    assertThat(Tool.run(folder, "assets", "link.dfu").exit()).isZero();

    assertThat(link).isSymbolicLink();
    assertThat(far.resolve("other")).isSymbolicLink();
    assertThat(Files.isRegularFile(bench.firmware(), LinkOption.NOFOLLOW_LINKS)).isTrue();
    assertThat(Files.size(bench.firmware())).isGreaterThan(before.length);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(bench.firmware())))
        .isEqualTo("rw-r-----");
  }

  @Test
  void aFileKeepsItsOwner() throws IOException {
    boolean root = Files.getAttribute(folder, "unix:uid").equals(0);
    assumeTrue(root, "only root can give a file away");
    Files.setAttribute(bench.firmware(), "unix:uid", NOBODY);
    Files.setAttribute(bench.firmware(), "unix:gid", 1);
    Files.setAttribute(bench.firmware(), "unix:mode", 04664);

    assertThat(Tool.run(folder, "assets", "firmware.dfu").exit()).isZero();

    assertThat(Files.readAttributes(bench.firmware(), "unix:uid,gid,mode"))
        .containsEntry("uid", NOBODY)
        .containsEntry("gid", 1)
        .containsEntry("mode", 0100664);
  }

  @Test
  void aLinkToWhatIsNotThereYetStaysALink() throws IOException {
    Path link = Files.createSymbolicLink(bench.path("out.dfu"), Path.of("new.dfu"));

    assertThat(Tool.run(folder, "assets", "firmware.dfu", "-o", "out.dfu").exit()).isZero();

    assertThat(link).isSymbolicLink();
    assertThat(bench.path("new.dfu")).isRegularFile();
  }

  @Test
  void onlyAPlaceForAFileIsTaken() throws IOException {
    Files.createSymbolicLink(bench.path("loop"), Path.of("loop"));

    assertRefused("/dev/null", "is not a regular file; write to a file and copy it from there");
    assertRefused("assets", "is a directory; name a file in it");
    assertRefused("missing/fw.dfu", "there is no directory " + folder.toRealPath() + "/missing");
    assertRefused("assets/main.py/fw.dfu", "there is no directory");
    assertRefused("loop", "links in a loop; name the file itself");
  }

  @Test
  @Timeout(60)
  void aPipeIsNeverOpened() {
    assertThat(ExternalTool.named("mkfifo").run(bench.path("pipe")).exit()).isZero();

    ExternalTool.Result firmware = Tool.run(folder, "assets", "pipe", "-o", "out.dfu");
    ExternalTool.Result raw =
        Tool.run(folder, "assets", "firmware.dfu", "-b", "0x080c0000:pipe", "-o", "out.dfu");

    assertThat(firmware.exit()).isEqualTo(66);
    assertThat(firmware.err()).isEqualTo("mkfsdfu: pipe: is a named pipe, a file is expected\n");
    assertThat(raw.err()).isEqualTo(firmware.err());
    assertThat(Tool.run(folder, "assets", "pipe").exit()).isEqualTo(73);
  }

  private void assertRefused(String output, String message) {
    ExternalTool.Result result = Tool.run(folder, "assets", "firmware.dfu", "-o", output);

    assertThat(result.exit()).isEqualTo(73);
    assertThat(result.err()).startsWith("mkfsdfu: " + output + ": ").contains(message);
    assertNothingChanged();
  }

  private void assertNothingChanged() {
    assertThat(bench.firmware()).hasBinaryContent(before);
    assertThat(bench.names()).filteredOn(name -> name.startsWith(".")).isEmpty();
  }

  private Process start() {
    return Tool.start(folder, arguments());
  }

  /** Large, so that writing it takes a moment. */
  private Object[] arguments() {
    return new Object[] {"assets", "firmware.dfu", "--fs-addr", "0x90000000:64M", "--force"};
  }

  /** Returns whether the process was seen with a temporary file. */
  private boolean waitForTemporaryFile(Process process) throws Exception {
    while (temporaryFiles() == 0) {
      if (process.waitFor(1, TimeUnit.MILLISECONDS)) {
        return false;
      }
    }
    return true;
  }

  private long temporaryFiles() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.getFileName().toString().endsWith(".tmp")).count();
    }
  }

  private static void allow(Path path, String permissions) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
  }
}
