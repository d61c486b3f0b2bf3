package mkfsdfu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import mkfsdfu.dfu.DfuDevice;
import mkfsdfu.dfu.DfuFile;
import mkfsdfu.testing.StandInFirmware;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Precompiled modules are held against the firmware, which is MicroPython 1.29 on a pyboard. */
class MpyTest {
  @TempDir private Path folder;
  private Workbench bench;

  @BeforeEach
  void fillAssets() {
    bench = new Workbench(folder).file("main.py", 100);
    bench.write("assets/lib/good.mpy", "M\6\0\37 bytecode");
    bench.write("assets/lib/native.mpy", "M\6\37\37 code for armv7emsp, version 6.3");
  }

  @Test
  void acceptsWhatTheFirmwareLoads() {
    assertThat(run().exit()).isZero();
  }

  @Test
  void listsAllThatTheFirmwareWouldRefuse() {
    bench.write("assets/lib/old.mpy", "M\5\2\37 bytecode");
    bench.write("assets/LOUD.MPY", "M\6\53\37 code for xtensawin");
    bench.write("assets/no.mpy", "print()");

    CommandRun run = run();

    assertThat(run.exit()).isEqualTo(65);
    assertThat(run.errLines())
        .containsExactly(
            "mkfsdfu: "
                + bench.assets()
                + ": LOUD.MPY: native code for xtensawin, STM32F405RG runs armv6m to armv7emsp;"
                + " compile with the firmware's own mpy-cross, or --force to keep them",
            "mkfsdfu:   lib/old.mpy: .mpy version 5, MicroPython v1.29.0 loads 6",
            "mkfsdfu:   no.mpy: no .mpy file, which begins with M and its version");
  }

  @Test
  void countsThoseBeyondTwenty() {
    for (int i = 0; i < 25; i++) {
      bench.write("assets/old" + i + ".mpy", "M\5\2\37");
    }

    assertThat(run().errLines()).hasSize(21).last().isEqualTo("mkfsdfu:   and 5 more");
  }

  @Test
  void keepsThemIfForced() {
    bench.write("assets/lib/old.mpy", "M\5\2\37 bytecode");

    CommandRun run = run("--force");

    assertThat(run.exit()).isZero();
    assertThat(run.err()).contains("warning: ").contains("old.mpy: .mpy version 5, MicroPython");
  }

  @Test
  void saysOnRequestThatAnUnknownFirmwareWasNotAsked() throws IOException {
    bench.write("assets/lib/old.mpy", "M\5\2\37 bytecode");
    Path unknown = Files.createFile(folder.resolve("unknown.dfu"));
    DfuFile file = DfuFile.of(DfuDevice.ST_ROM_LOADER, List.of());
    Files.write(unknown, StandInFirmware.bytes(file));

    CommandRun run =
        CommandRun.of(bench.assets(), unknown, "--fs-addr", "0x08004000:112K", "--dry-run", "-v");

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.err())
        .contains("note: versions of .mpy files were not checked: the firmware does not say which");
  }

  private CommandRun run(Object... more) {
    Object[] arguments = new Object[3 + more.length];
    arguments[0] = bench.assets();
    arguments[1] = bench.firmware();
    arguments[2] = "--dry-run";
    System.arraycopy(more, 0, arguments, 3, more.length);
    return CommandRun.of(arguments);
  }
}
