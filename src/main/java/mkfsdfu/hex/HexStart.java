package mkfsdfu.hex;

/**
 * Where the processor is to start, as a file says it. Nothing here uses it; it is kept.
 *
 * @param type of its record: 3 (CS and IP) or 5 (EIP)
 * @param value the record's four bytes as a number, 0 to 2^32 - 1
 */
public record HexStart(int type, long value) {}
