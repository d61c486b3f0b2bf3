package mkfsdfu.fuzz;

import java.io.ByteArrayOutputStream;
import mkfsdfu.dfu.DfuFile;
import mkfsdfu.dfu.DfuReader;
import mkfsdfu.dfu.DfuReading;
import mkfsdfu.dfu.DfuWriter;
import mkfsdfu.error.DataFailure;
import mkfsdfu.flash.Bytes;

/**
 * What must hold for any bytes that are read as a DfuSe file: they are refused with a failure of
 * ours, or they are understood, and then what is written from that reads the same.
 */
public final class DfuReaderFuzz {
  private DfuReaderFuzz() {}

  /** Called by the fuzzer with each input. */
  public static void fuzzerTestOneInput(byte[] input) {
    DfuReading reading;
    try {
      reading = DfuReader.examine("input", Bytes.wrap(input));
    } catch (DataFailure e) {
      return;
    }
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    for (Bytes piece : DfuWriter.pieces(reading.file())) {
      written.writeBytes(piece.toArray());
    }
    DfuFile again = DfuReader.read("written", Bytes.wrap(written.toByteArray()));
    if (!again.equals(reading.file())) {
      throw new AssertionError("read " + reading.file() + ", written and read again " + again);
    }
    if (written.size() != input.length) {
      throw new AssertionError("read " + input.length + " bytes, written " + written.size());
    }
  }
}
