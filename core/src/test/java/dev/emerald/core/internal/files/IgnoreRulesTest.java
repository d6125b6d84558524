package dev.emerald.core.internal.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IgnoreRulesTest {

  /** Patterns, separated by ";" for line ends; a path, with a slash at the end for a folder. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        // Names hold at any depth, paths from the file's folder on.
        "a.js|a.js|true",
        "a.js|x/y/a.js|true",
        "a.js|a.jsx|false",
        "/a.js|a.js|true",
        "/a.js|x/a.js|false",
        "x/a.js|x/a.js|true",
        "x/a.js|y/x/a.js|false",
        "/x/a.js|x/a.js|true",
        // A slash at the end is for folders alone and anchors nothing.
        "tmp/|tmp/|true",
        "tmp/|tmp|false",
        "tmp/|x/tmp/|true",
        "/tmp/|x/tmp/|false",
        "x/tmp/|x/tmp/|true",
        "x/tmp/|y/x/tmp/|false",
        // One star stays within a segment.
        "*.js|x/a.js|true",
        "*.js|.js|true",
        "*|x|true",
        "x/*|x/a|true",
        "x/*|x/a/b|false",
        "x/*.js|x/y/a.js|false",
        "*a*b*c*|xaxbxc|true",
        "*a*b*c*|xaxcxb|false",
        "foo*bar|foobar|true",
        "foo*bar|foo/bar|false",
        "/*.js|a.js|true",
        "/*.js|x/a.js|false",
        // Two stars stand for folders.
        "**/a|a|true",
        "**/a|x/y/a|true",
        "**/x/a|x/a|true",
        "**/x/a|y/x/a|true",
        "x/**|x/a|true",
        "x/**|x/a/b|true",
        "x/**|x/|false",
        "x/**|y/x/a|false",
        "x/**/a|x/a|true",
        "x/**/a|x/y/z/a|true",
        "x/**/a|x/ya|false",
        "x/**/y/**/a|x/1/y/2/3/a|true",
        "x/**/y/**/a|x/1/2/3/a|false",
        "**|x/a|true",
        "/**|x/a|true",
        "**/**/a|a|true",
        "x/**/**|x/a|true",
        "x**y/a|x12y/a|true",
        "x**y/a|x1/2y/a|false",
        "***/a|x/y/a|true",
        // Question marks and brackets take one character, never a slash.
        "?.js|a.js|true",
        "?.js|ab.js|false",
        "x?y|x/y|false",
        "[ab].js|a.js|true",
        "[ab].js|c.js|false",
        "[!ab].js|c.js|true",
        "[^ab].js|a.js|false",
        "[a-c].js|b.js|true",
        "[a-c].js|d.js|false",
        "[c-a].js|b.js|false",
        "[c-a].js|c.js|true",
        "[]].js|].js|true",
        "[!]].js|].js|false",
        "[a-].js|-.js|true",
        "[\\]].js|].js|true",
        "[\\-a].js|-.js|true",
        "[[:digit:]x].js|7.js|true",
        "[[:digit:]x].js|x.js|true",
        "[[:digit:]].js|a.js|false",
        "[[:alpha:][:space:]]z|qz|true",
        "[[:nonsense:]].js|n.js|false",
        "[[:].js|:.js|true",
        "[[:].js|[.js|true",
        "x[/]y|x/y|false",
        "[a|[a|false",
        "[a|a|false",
        // Backslashes take the meaning from what follows.
        "\\#a|#a|true",
        "#a|#a|false",
        "\\!a|!a|true",
        "\\*.js|*.js|true",
        "\\*.js|a.js|false",
        "a\\?|a?|true",
        "a\\|a|false",
        "a\\|a\\|false",
        "a\\b|ab|true",
        "\\a|a|true",
        // Spaces at the end do not count, save behind a backslash; those within do.
        "a   |a|true",
        "a\\ |a |true",
        "a\\ |a|false",
        "a\\  |a |true",
        "a b|a b|true",
        " a|a|false",
        " a| a|true",
        // The last rule that matches counts.
        "*.js;!a.js|a.js|false",
        "*.js;!a.js|b.js|true",
        "!a.js;*.js|a.js|true",
        "*.js;!a.js;a.js|a.js|true",
        "/*;!/src|src/|false",
        "/*;!/src|lib/|true",
        "!|a|false",
        "/|a|false",
        "{a,b}.js|a.js|false",
        "{a,b}.js|{a,b}.js|true",
        "A.js|a.js|false",
        "x//a|x/a|false",
      })
  void ignoresAsGitDoes(String patterns, String path, boolean ignored) {
    IgnoreRules rules =
        IgnoreRules.none(MatchBudget.unlimited()).with("", patterns.replace(';', '\n'));
    boolean folder = path.endsWith("/");
    String plain = folder ? path.substring(0, path.length() - 1) : path;

    assertThat(rules.ignores(plain, folder)).isEqualTo(ignored);
  }

  @Test
  void innerFilesHaveTheLastWord() {
    IgnoreRules outer = IgnoreRules.none(MatchBudget.unlimited()).with("", "*.log\n/x/keep.txt\n");
    IgnoreRules inner = outer.with("x", "!a.log\n/only.txt\ny/z.txt\n");

    assertThat(inner.ignores("x/a.log", false)).isFalse();
    assertThat(inner.ignores("x/b.log", false)).isTrue();
    assertThat(inner.ignores("x/only.txt", false)).isTrue();
    assertThat(inner.ignores("x/w/only.txt", false)).isFalse();
    assertThat(inner.ignores("x/y/z.txt", false)).isTrue();
    assertThat(inner.ignores("x/keep.txt", false)).isTrue();
  }

  @Test
  void linesMayEndInCarriageReturnAndLineFeed() {
    IgnoreRules rules =
        IgnoreRules.none(MatchBudget.unlimited()).with("", "# head\r\na.js \r\n\r\nb/\r\n");

    assertThat(rules.ignores("a.js", false)).isTrue();
    assertThat(rules.ignores("b", true)).isTrue();
  }

  @Test
  void hostilePatternsTakeBoundedTime() {
    String stars = "*a".repeat(2_000) + "b";
    String globstars = "**/a/".repeat(500) + "b";
    IgnoreRules rules =
        IgnoreRules.none(MatchBudget.unlimited())
            .with("", stars + "\n" + globstars + "\n" + "[".repeat(9_999));

    assertThat(rules.ignores("a".repeat(4_000), false)).isFalse();
    assertThat(rules.ignores("a/".repeat(2_000) + "c", false)).isFalse();
  }

  @Test
  void nothingIsIgnoredOnceTheBudgetIsSpent() {
    MatchBudget budget = new MatchBudget(300);
    IgnoreRules rules = IgnoreRules.none(budget).with("", "*.js\n" + "*a*b\n".repeat(20));

    assertThat(rules.ignores("x.js", false)).isTrue();
    assertThat(rules.ignores("aaaaaaaa.js", false)).isFalse();
    assertThat(budget.exhausted()).isTrue();
  }
}
