package mkfsdfu.source;

import java.util.BitSet;

/**
 * Characters that one place of a pattern allows.
 *
 * @param listed the characters that are listed
 * @param others whether all others are meant instead
 */
record CharSet(BitSet listed, boolean others) {
  static CharSet none() {
    return new CharSet(new BitSet(), false);
  }

  static CharSet all() {
    return new CharSet(new BitSet(), true);
  }

  static CharSet of(char only) {
    BitSet listed = new BitSet();
    listed.set(only);
    return new CharSet(listed, false);
  }

  boolean contains(char c) {
    return listed.get(c) != others;
  }
}
