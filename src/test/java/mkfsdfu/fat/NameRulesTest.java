package mkfsdfu.fat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameRulesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "main.py",
        ".hidden",
        "...a",
        " lead",
        "a b",
        "+,;=[]",
        "!#$%&'()-@^_`{}~",
        "a..b",
        "con"
      })
  void acceptsWhatTheBoardCanReach(String name) {
    assertThat(NameRules.objection(name)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(chars = {'"', '*', ':', '<', '>', '?', '|', '\\', '/'})
  void namesTheInvalidCharacter(char invalid) {
    assertThat(NameRules.objection("a" + invalid))
        .hasValue("contains '" + invalid + "', which FAT does not allow");
  }

  @Test
  void saysWhyANameIsRefused() {
    assertThat(NameRules.objection("")).hasValue("is empty");
    assertThat(NameRules.objection(".")).hasValue("means a directory itself");
    assertThat(NameRules.objection("..")).hasValue("means a directory itself");
    assertThat(NameRules.objection("a\tb")).hasValue("contains the control character U+0009");
    assertThat(NameRules.objection("a\u007f")).hasValue("contains the control character U+007F");
    assertThat(NameRules.objection("caf\u00e9.txt"))
        .hasValue(
            "is not ASCII (U+00E9); os.listdir() on the board would fail for its whole directory");
    assertThat(NameRules.objection("\ud83d\ude00").orElseThrow()).contains("(U+1F600)");
    assertThat(NameRules.objection("\ud83d").orElseThrow()).contains("(U+D83D)");
    assertThat(NameRules.objection("a."))
        .hasValue("ends with a dot, so the board could not open it");
    assertThat(NameRules.objection("a "))
        .hasValue("ends with a space, so the board could not open it");
    assertThat(NameRules.objection("...").orElseThrow()).contains("ends with a dot");
  }

  @Test
  void takes255CharactersAndNotOneMore() {
    assertThat(NameRules.objection("x".repeat(255))).isEmpty();
    assertThat(NameRules.objection("x".repeat(256)))
        .hasValue("has 256 characters, at most 255 are possible");
  }

  @Test
  void foldsTheCaseOfAsciiLettersOnly() {
    assertThat(NameRules.foldedKey("Readme.txt")).isEqualTo(NameRules.foldedKey("README.TXT"));
    assertThat(NameRules.foldedKey("[a")).isNotEqualTo(NameRules.foldedKey("{A"));
    assertThat(NameRules.foldedKey("az@`")).isEqualTo("AZ@`");
  }
}
