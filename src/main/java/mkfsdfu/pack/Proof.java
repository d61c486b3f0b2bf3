package mkfsdfu.pack;

import mkfsdfu.fat.ReadBack;
import mkfsdfu.fat.VolumeDirectory;
import mkfsdfu.fat.WrittenVolume;
import mkfsdfu.source.HostFile;

/**
 * That a volume is sound and holds what it should. It is what remains to be done before anything of
 * a result may take its place, and it changes nothing of the result, which can be written
 * meanwhile.
 */
public final class Proof implements Runnable {
  private final WrittenVolume volume;
  private final VolumeDirectory root;
  private final HostFile replaced;

  /**
   * Takes what is to be proved.
   *
   * @param replaced the file that was read and is to be replaced; null if there is none
   */
  Proof(WrittenVolume volume, VolumeDirectory root, HostFile replaced) {
    this.volume = volume;
    this.root = root;
    this.replaced = replaced;
  }

  /**
   * Proves it.
   *
   * @throws mkfsdfu.error.InternalFailure if the volume is not what it should be
   * @throws mkfsdfu.error.Failure if a source cannot be read, or has changed
   */
  @Override
  public void run() {
    ReadBack.prove("volume", volume.bytes(), root);
  }

  /**
   * Looks at the file that is about to be replaced: what another program wrote to it since it was
   * read would be lost.
   *
   * @throws mkfsdfu.error.IoFailure if it has changed
   */
  public void lastLook() {
    if (replaced != null) {
      replaced.expectUnchanged();
    }
  }
}
