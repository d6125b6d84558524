package dev.emerald.rules.health;

import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.project.TextFile;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleContext;
import dev.emerald.spi.rule.RuleInfo;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Code that was made unreadable. */
@RuleInfo(
    id = "health-obfuscated-code",
    title = "Obfuscated or packed code",
    severity = Severity.MEDIUM,
    cwe = {506, 1111},
    owasp = {"A08:2021"},
    roadmap = RoadmapItem.CI_5,
    why =
        "Nobody can review what was made unreadable on purpose; that is how stolen packages and"
            + " compromised accounts hide what they add.",
    remedy =
        "Find out who added it and what it does. Keep the source in the repository, and build what"
            + " is shipped.",
    bad = {
      @Example(
          "eval(function(p,a,c,k,e,d){while(c--)p=p.replace(c,k[c]);return p}"
              + "('0(1)',2,2,'alert|1'.split('|'),0,{}));"),
      @Example(
          """
          var _0x3a1f = ['log', 'hello', 'push', 'shift'];
          (function (_0x12ab34, _0x5f3c21) {
            var _0x1d2e3f = function (_0x4a5b6c) {
              while (--_0x4a5b6c) { _0x12ab34['push'](_0x12ab34['shift']()); }
            };
            _0x1d2e3f(++_0x5f3c21);
          })(_0x3a1f, 0x1b3);
          var _0x5e6f = function (_0x12ab34, _0x5f3c21) {
            _0x12ab34 = _0x12ab34 - 0x0;
            var _0x1d2e3f = _0x3a1f[_0x12ab34];
            return _0x1d2e3f;
          };
          console[_0x5e6f('0x0')](_0x5e6f('0x1'));
          """)
    },
    good = {
      @Example(
          "const address = 0x1f00;\nconst _0x = require('./hex');\nconsole.log(_0x(address));"),
      @Example("const sample = \"eval(function(p,a,c,k,e,d){\";\nscan(sample);")
    },
    audience = RuleInfo.Audience.EVERYTHING)
public final class PackedCode implements Rule {

  private static final Set<String> CODE =
      Set.of(".js", ".cjs", ".mjs", ".jsx", ".ts", ".cts", ".mts");

  /** So many names of an obfuscator are no accident. */
  private static final int FEWEST_NAMES = 20;

  /** And they are what the file is written in: one on every so many characters. */
  private static final int CHARACTERS_A_NAME = 100;

  /** The parameters of the function that unpacks; only the last differs. */
  private static final String PACKER = "eval(function(p,a,c,k,e,";

  /** So much of nothing but brackets and signs is no notation of people. */
  private static final int FEWEST_SIGNS = 1_000;

  @Override
  public void register(Hooks on) {
    on.text(PackedCode::check);
  }

  private static void check(TextFile file, RuleContext context) {
    String name = file.name();
    int dot = name.lastIndexOf('.');
    if (dot < 0 || !CODE.contains(name.substring(dot)) || file.test()) {
      return;
    }
    String text = file.source().text();
    int packed = packer(text);
    if (packed >= 0) {
      context.report(
          file.source().location(packed, packed + PACKER.length()),
          "Code is unpacked from a string and run here");
      return;
    }
    int[] names = names(text);
    if (names != null) {
      context.report(
          file.source().location(names[0], names[1]),
          "The names of this file were replaced by numbers to make it unreadable");
      return;
    }
    int signs = signs(text);
    if (signs >= 0) {
      context.report(
          file.source().location(signs, signs + 20),
          "This code is written in brackets and signs alone");
    }
  }

  /** Where a packer starts at the beginning of a statement, and not within a string; or -1. */
  private static int packer(String text) {
    int at = text.indexOf(PACKER);
    while (at >= 0) {
      int before = at - 1;
      while (before >= 0 && (text.charAt(before) == ' ' || text.charAt(before) == '\t')) {
        before--;
      }
      if (before < 0 || ";}\n\r".indexOf(text.charAt(before)) >= 0) {
        return at;
      }
      at = text.indexOf(PACKER, at + 1);
    }
    return -1;
  }

  /** The first of the names that an obfuscator gives, if the file is full of them. */
  private static int @Nullable [] names(String text) {
    int[] first = null;
    int count = 0;
    for (int at = text.indexOf("_0x"); at >= 0; at = text.indexOf("_0x", at + 3)) {
      int end = at + 3;
      while (end < text.length() && Character.digit(text.charAt(end), 16) >= 0) {
        end++;
      }
      if (end - at >= 7 && (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)))) {
        first = first == null ? new int[] {at, end} : first;
        count++;
      }
    }
    return count >= FEWEST_NAMES && (long) count * CHARACTERS_A_NAME >= text.length()
        ? first
        : null;
  }

  /** Where a long run of nothing but {@code []()!+} starts; or -1. */
  private static int signs(String text) {
    int start = 0;
    while (start + FEWEST_SIGNS < text.length()) {
      int at = start + FEWEST_SIGNS;
      while (at >= start && "[]()!+".indexOf(text.charAt(at)) >= 0) {
        at--;
      }
      if (at < start) {
        return start;
      }
      // No run that is long enough has this place in it.
      start = at + 1;
    }
    return -1;
  }
}
