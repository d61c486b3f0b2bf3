package mkfsdfu.fat;

/**
 * Where a file lies in a volume that was just written. There every file is in one piece, so that a
 * board whose flash is memory-mapped can read it in place.
 *
 * @param path names from the root, joined by slashes
 * @param offset of its first byte from the start of the volume, in bytes; 0 if it is empty
 * @param bytes its size
 */
public record Placement(String path, int offset, int bytes) {}
