package mkfsdfu.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TextSearchTest {
  /** Few letters make many near misses; the expected places are those that String finds. */
  @Test
  void findsWhatStringFinds() {
    Random random = new Random(1977);
    int found = 0;
    for (int round = 0; round < 3000; round++) {
      String text = letters(random, 40);
      String wanted = letters(random, 1 + random.nextInt(5));
      byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
      for (int from = 0; from <= text.length(); from++) {
        int at = new TextSearch(wanted).next(bytes, from);
        assertThat(at).isEqualTo(text.indexOf(wanted, from));
        found += at >= 0 ? 1 : 0;
      }
    }
    assertThat(found).isGreaterThan(10_000);
  }

  private static String letters(Random random, int length) {
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < length; i++) {
      letters.append("ab\u00ff".charAt(random.nextInt(3)));
    }
    return letters.toString();
  }
}
