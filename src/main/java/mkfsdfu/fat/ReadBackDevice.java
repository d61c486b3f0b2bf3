package mkfsdfu.fat;

import de.waldheinz.fs.BlockDevice;
import de.waldheinz.fs.ReadOnlyException;
import java.nio.ByteBuffer;
import mkfsdfu.flash.Bytes;

/** A volume as fat32-lib wants to see it: a read-only device. */
final class ReadBackDevice implements BlockDevice {
  private final Bytes volume;
  private final int sectorBytes;

  ReadBackDevice(Bytes volume, int sectorBytes) {
    this.volume = volume;
    this.sectorBytes = sectorBytes;
  }

  @Override
  public long getSize() {
    return volume.length();
  }

  @Override
  public void read(long offset, ByteBuffer target) {
    int to = target.arrayOffset() + target.position();
    volume.copyTo(Math.toIntExact(offset), target.array(), to, target.remaining());
    target.position(target.limit());
  }

  @Override
  public void write(long offset, ByteBuffer source) {
    throw new ReadOnlyException();
  }

  @Override
  public void flush() {
    // Nothing is ever written.
  }

  @Override
  public int getSectorSize() {
    return sectorBytes;
  }

  @Override
  public void close() {
    // Holds nothing open.
  }

  @Override
  public boolean isClosed() {
    return false;
  }

  @Override
  public boolean isReadOnly() {
    return true;
  }
}
