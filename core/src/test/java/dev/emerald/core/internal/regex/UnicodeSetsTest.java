package dev.emerald.core.internal.regex;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Classes under the {@code v} flag. */
class UnicodeSetsTest {

  @ParameterizedTest(name = "/{0}/v")
  @CsvSource(
      delimiter = '¦',
      value = {
        "[abc]                    ¦ [a b c]",
        "[a-cx]                   ¦ [a-c x]",
        "[[a-c][^x]]              ¦ [[a-c] [^x]]",
        "[\\w\\d]                 ¦ [\\w \\d]",
        "[\\w&&\\d]               ¦ [\\w && \\d]",
        "[\\w&&[^\\d]&&x]         ¦ [\\w && [^\\d] && x]",
        "[\\w--\\d--[a-z]]        ¦ [\\w -- \\d -- [a-z]]",
        "[^\\w--_]                ¦ [^\\w -- _]",
        "[[\\w&&\\d]--5]          ¦ [[\\w && \\d] -- 5]",
        "[a&b]                    ¦ [a & b]",
        "[\\&\\-\\!\\~]           ¦ [& - ! ~]",
        "[\\b\\n\\u{61}]          ¦ [U+0008 U+000A a]",
        "[\\q{abc|d|}]            ¦ [\\q{a b c|d|}]",
        "[\\q{}]                  ¦ [\\q{}]",
        "[\\q{\\}\\|\\u{61}}]     ¦ [\\q{} | a}]",
        "[\\q{a|b}--a]            ¦ [\\q{a|b} -- a]",
        "[\\p{RGI_Emoji}--\\q{x}] ¦ [\\p{RGI_Emoji strings} -- \\q{x}]",
        "\\p{Basic_Emoji}         ¦ \\p{Basic_Emoji strings}",
        "[^\\q{a|b}]              ¦ [^\\q{a|b}]",
        "[^\\p{RGI_Emoji}&&a]     ¦ [^\\p{RGI_Emoji strings} && a]",
        "[^a--\\q{bc}]            ¦ [^a -- \\q{b c}]",
        "[a-z]+(?:[[x]])          ¦ [a-z]{1,∞} (?: [[x]])",
        "[[]]                     ¦ [[]]",
        "[^^x]                    ¦ [^^ x]",
      })
  void setsAreRead(String pattern, String tree) {
    assertThat(RegexText.of(pattern, "v")).isEqualTo(tree);
  }

  @ParameterizedTest(name = "/{0}/v is refused at {1}")
  @CsvSource(
      delimiter = '¦',
      value = {
        "[(]               ¦ 1 ¦ must be escaped",
        "[a-]              ¦ 3 ¦ must be escaped",
        "[-a]              ¦ 1 ¦ must be escaped",
        "[a/]              ¦ 2 ¦ must be escaped",
        "[a|b]             ¦ 2 ¦ must be escaped",
        "[a!!b]            ¦ 2 ¦ is reserved",
        "[^^^x]            ¦ 2 ¦ is reserved",
        "[&&a]             ¦ 1 ¦ is reserved",
        "[a&&]             ¦ 4 ¦ operand is missing",
        "[a--]             ¦ 4 ¦ operand is missing",
        "[a&&&b]           ¦ 4 ¦ can't start with &",
        "[a&&b--c]         ¦ 5 ¦ can't be mixed",
        "[a&&bc]           ¦ 5 ¦ can't be mixed",
        "[a--bc]           ¦ 5 ¦ can't be mixed",
        "[ab&&c]           ¦ 3 ¦ is reserved",
        "[ab--c]           ¦ 3 ¦ must be escaped",
        "[a-c&&b]          ¦ 4 ¦ is reserved",
        "[a&&b-c]          ¦ 4 ¦ range can't be an operand",
        "[\\w-a]           ¦ 3 ¦ must be escaped",
        "[a-\\w]           ¦ 3 ¦ There is no escape",
        "[a-[b]]           ¦ 3 ¦ must be escaped",
        "[c-a]             ¦ 1 ¦ out of order",
        "[^\\q{ab}]        ¦ 0 ¦ has no complement",
        "[^\\q{}]          ¦ 0 ¦ has no complement",
        "[^\\p{RGI_Emoji}] ¦ 0 ¦ has no complement",
        "[^[\\q{ab}]]      ¦ 0 ¦ has no complement",
        "[^\\q{ab}--a]     ¦ 0 ¦ has no complement",
        "[^\\q{ab}&&\\q{cd}] ¦ 0 ¦ has no complement",
        "\\P{RGI_Emoji}    ¦ 0 ¦ has no complement",
        "[\\q]             ¦ 1 ¦ \\q must be followed",
        "[\\q{a]           ¦ 5 ¦ must be escaped",
        "[\\q{a            ¦ 1 ¦ lack their closing }",
        "\\q{a}            ¦ 0 ¦ There is no escape",
        "[[a]              ¦ 0 ¦ lacks its closing ]",
        "[a&&              ¦ 0 ¦ lacks its closing ]",
        "[a-               ¦ 0 ¦ lacks its closing ]",
        "[\\k]             ¦ 1 ¦ There is no escape",
        "[\\               ¦ 1 ¦ backslash ends",
      })
  void brokenSetsAreRefused(String pattern, int offset, String message) {
    assertThat(RegexText.of(pattern, "v")).startsWith("✗ " + offset + ": ").contains(message);
  }
}
