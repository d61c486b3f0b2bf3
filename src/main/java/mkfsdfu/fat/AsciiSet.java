package mkfsdfu.fat;

/**
 * A set of ASCII characters, for what is asked of every character of every name.
 *
 * @param low one bit for each of the characters 0 to 63
 * @param high one bit for each of the characters 64 to 127
 */
record AsciiSet(long low, long high) {
  /** Returns the characters of a text, all of them ASCII. */
  static AsciiSet of(String characters) {
    long low = 0;
    long high = 0;
    for (int i = 0; i < characters.length(); i++) {
      char c = characters.charAt(i);
      if (c < 64) {
        low |= 1L << c;
      } else {
        high |= 1L << (c - 64);
      }
    }
    return new AsciiSet(low, high);
  }

  /** Returns the characters that are in either set. */
  AsciiSet with(AsciiSet other) {
    return new AsciiSet(low | other.low, high | other.high);
  }

  /** Tells whether a character is in the set; none beyond ASCII is. */
  boolean contains(int character) {
    return character < 64
        ? (low >>> character & 1) != 0
        : character < 128 && (high >>> (character - 64) & 1) != 0;
  }
}
