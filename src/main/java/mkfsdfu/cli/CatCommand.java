package mkfsdfu.cli;

import com.grack.nanojson.JsonWriter;
import java.util.Base64;
import mkfsdfu.error.ExitCode;
import mkfsdfu.fat.FileContent;
import mkfsdfu.fat.StoredEntry;
import mkfsdfu.inspect.FoundVolume;
import mkfsdfu.inspect.InspectedFile;
import mkfsdfu.inspect.VolumePath;
import picocli.CommandLine.ParseResult;

/** Writes a file of a volume to stdout, byte for byte. */
final class CatCommand implements Command {
  private final Console console;

  CatCommand(Console console) {
    this.console = console;
  }

  @Override
  public void describe(CommandForm form) {
    form.synopsis(
        "cat [OPTIONS] FILE PATH",
        "Writes a file of the volume in FILE, a .dfu or a raw FAT volume, to stdout.");
    InspectOptions.addFile(form);
    form.parameter("PATH", "A file in the volume; case does not matter.");
    InspectOptions.addTo(form);
  }

  @Override
  public ExitCode run(ParseResult parsed) {
    InspectedFile file = InspectOptions.open(parsed, 0);
    FoundVolume volume = InspectOptions.volume(parsed, file);
    StoredEntry entry =
        VolumePath.findFile(volume.where(), volume.read(), Values.parameter(parsed, 1));
    FileContent content = entry.content();
    byte[] bytes = new byte[(int) content.bytes()];
    content.copyTo(bytes, 0);
    if (InspectOptions.json(parsed)) {
      console.json(json(file, entry, bytes));
    } else {
      console.out().write(bytes, 0, bytes.length);
    }
    return ExitCode.OK;
  }

  private static String json(InspectedFile file, StoredEntry entry, byte[] bytes) {
    return JsonWriter.indent("  ")
        .string()
        .object()
        .value("file", file.name())
        .value("path", entry.path())
        .value("bytes", bytes.length)
        .value("base64", Base64.getEncoder().encodeToString(bytes))
        .end()
        .done();
  }
}
