package mkfsdfu.inspect;

import mkfsdfu.fat.Finding;

/**
 * What should be a volume, by its place or by its looks, but no board would mount it as FAT.
 *
 * @param where its file and place, for messages
 * @param part the element, or the raw file
 * @param finding the mount rule that it breaks
 */
public record UnmountableVolume(String where, Part part, Finding finding) {}
