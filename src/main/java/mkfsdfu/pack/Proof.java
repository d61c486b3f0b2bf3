package mkfsdfu.pack;

import mkfsdfu.fat.ReadBack;
import mkfsdfu.fat.VolumeDirectory;
import mkfsdfu.fat.WrittenVolume;

/**
 * That a volume is sound and holds what it should. It is what remains to be done before anything of
 * a result may take its place, and it changes nothing of the result: both can be written meanwhile.
 */
public final class Proof implements Runnable {
  private final WrittenVolume volume;
  private final VolumeDirectory root;
  private boolean proved;

  Proof(WrittenVolume volume, VolumeDirectory root) {
    this.volume = volume;
    this.root = root;
  }

  /**
   * Proves it, unless that is done.
   *
   * @throws mkfsdfu.error.InternalFailure if the volume is not what it should be
   * @throws mkfsdfu.error.Failure if a source cannot be read, or has changed
   */
  @Override
  public void run() {
    if (!proved) {
      ReadBack.prove("volume", volume.bytes(), root);
      proved = true;
    }
  }
}
