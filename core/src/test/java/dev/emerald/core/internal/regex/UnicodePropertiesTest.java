package dev.emerald.core.internal.regex;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class UnicodePropertiesTest {

  @ParameterizedTest(name = "{0}={1}")
  @CsvSource({
    "gc, Lu, General_Category, Uppercase_Letter",
    "General_Category, punct, General_Category, Punctuation",
    "sc, Grek, Script, Greek",
    "Script, Qaac, Script, Coptic",
    "scx, Zinh, Script_Extensions, Inherited",
    "Script_Extensions, Hira, Script_Extensions, Hiragana",
    "Script, Zzzz, Script, Unknown",
  })
  void valuesAreFoundByAnyName(String name, String value, String longName, String longValue) {
    assertThat(UnicodeProperties.find(name, value))
        .isEqualTo(new UnicodeProperties.Property(longName, longValue, false));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "L, General_Category, Letter, false",
    "Letter, General_Category, Letter, false",
    "digit, General_Category, Decimal_Number, false",
    "Alpha, Alphabetic, , false",
    "Any, Any, , false",
    "ASCII, ASCII, , false",
    "space, White_Space, , false",
    "ExtPict, Extended_Pictographic, , false",
    "RGI_Emoji, RGI_Emoji, , true",
    "Emoji_Keycap_Sequence, Emoji_Keycap_Sequence, , true",
  })
  void loneNamesAreCategoriesOrBinary(
      String name, String longName, String longValue, boolean strings) {
    assertThat(UnicodeProperties.find(name, null))
        .isEqualTo(new UnicodeProperties.Property(longName, longValue, strings));
  }

  @ParameterizedTest(name = "{0}={1}")
  @CsvSource(
      emptyValue = "",
      value = {
        "Greek,",
        "Script,",
        "gc,",
        "General_Category, ''",
        "ASCII, Yes",
        "lu,",
        "uppercase_letter,",
        "UppercaseLetter,",
        "script, Greek",
        "Script, greek",
        "Block, ASCII",
        "Line_Break,",
        "Hyphen,",
        "Other_Alphabetic,",
        "InGreek,",
        "IsGreek,",
        "Script, Lu",
        "'',",
        "'', L",
      })
  void looseSpellingsAndOtherPropertiesAreUnknown(String name, String value) {
    assertThat(UnicodeProperties.find(name, value)).isNull();
  }

  /** The platform lists the scripts of an older edition in capital letters. */
  @ParameterizedTest
  @EnumSource(Character.UnicodeScript.class)
  void scriptsOfThePlatformAreKnown(Character.UnicodeScript script) {
    String name = script == Character.UnicodeScript.SIGNWRITING ? "SignWriting" : titleCase(script);
    assertThat(UnicodeProperties.find("Script", name))
        .isEqualTo(new UnicodeProperties.Property("Script", name, false));
  }

  private static String titleCase(Character.UnicodeScript script) {
    StringBuilder name = new StringBuilder();
    for (String word : script.name().split("_", -1)) {
      name.append(name.isEmpty() ? "" : "_").append(word.charAt(0));
      name.append(word.substring(1).toLowerCase(Locale.ROOT));
    }
    return name.toString();
  }
}
