package mkfsdfu.cli;

import mkfsdfu.flash.Region;

/**
 * Something that lies in flash, for its picture.
 *
 * @param region where
 * @param kind what it is
 * @param label what it is called; any text
 * @param usedBytes how many of its bytes are in use, or -1 where that means nothing
 */
record FlashSpan(Region region, Kind kind, String label, long usedBytes) {
  /** Something of which all is in use. */
  FlashSpan(Region region, Kind kind, String label) {
    this(region, kind, label, -1);
  }

  /** What lies somewhere, and how it is drawn. */
  enum Kind {
    /** The code. */
    FIRMWARE('#', '#', "34"),
    /** Bytes that belong to no filesystem. */
    DATA('%', '%', "35"),
    /** A volume: the part of it that is in use, and its room. */
    VOLUME('=', '-', "32"),
    /** Where a board keeps its filesystem. */
    PARTITION('=', '=', "32"),
    /** Nothing. */
    FREE('.', '.', "2");

    private static final String ESCAPE = "\u001B[";

    private final char sign;
    private final char restSign;
    private final String colour;

    Kind(char sign, char restSign, String colour) {
      this.sign = sign;
      this.restSign = restSign;
      this.colour = colour;
    }

    /** Returns the character for it. */
    char sign() {
      return sign;
    }

    /** Returns the character for what of it is not in use. */
    char restSign() {
      return restSign;
    }

    /** Returns a sign several times, in its colour (ECMA-48, Select Graphic Rendition). */
    static String painted(char sign, int times, boolean colours) {
      String text = String.valueOf(sign).repeat(times);
      for (Kind kind : values()) {
        if (colours && (kind.sign == sign || kind.restSign == sign)) {
          return ESCAPE + kind.colour + "m" + text + ESCAPE + "m";
        }
      }
      return text;
    }
  }
}
