package mkfsdfu.fat;

/**
 * A file of a volume.
 *
 * @param name case kept
 * @param modified modification time
 * @param content its bytes
 */
public record VolumeFile(String name, FatTime modified, FileContent content)
    implements VolumeEntry {}
