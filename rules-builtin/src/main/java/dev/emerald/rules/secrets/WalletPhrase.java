package dev.emerald.rules.secrets;

import static dev.emerald.spi.scope.ApiPattern.anyOf;

import dev.emerald.rules.values.Values;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.Invocation;
import dev.emerald.spi.finding.Confidence;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.project.TextFile;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Problem;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleContext;
import dev.emerald.spi.rule.RuleInfo;
import dev.emerald.spi.source.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The words or the key that a wallet is opened with. */
@RuleInfo(
    id = "secret-wallet-phrase",
    title = "The recovery phrase or key of a wallet lies in the repository",
    severity = Severity.CRITICAL,
    cwe = {798, 312},
    owasp = {"A07:2021"},
    roadmap = RoadmapItem.DEP_1,
    why =
        "Whoever has the phrase or the key has the money, at once and for good: nobody can take a"
            + " transfer back.",
    remedy =
        "Move what the wallet holds to a new one. Keep its phrase in a secret store or a hardware"
            + " module, and read it from the environment.",
    bad =
        @Example(
            """
            module.exports = {
              mnemonic: 'spoil improve welcome harvest void sound route barely shallow demise clump route',
            };
            """),
    good =
        @Example(
            """
            module.exports = {
              mnemonic: process.env.MNEMONIC,
              local: 'test test test test test test test test test test test junk',
              text: 'about this world we must question any idea when people turn around today',
            };
            """),
    audience = RuleInfo.Audience.EVERYTHING)
public final class WalletPhrase implements Rule {

  private static final int SHORTEST_WORD = 3;
  private static final int LONGEST_WORD = 8;
  private static final int FEWEST_WORDS = 12;
  private static final int MOST_WORDS = 24;

  /** How many characters a phrase has at least. */
  private static final int SHORTEST = FEWEST_WORDS * (SHORTEST_WORD + 1) - 1;

  private static final Pattern KEY = Pattern.compile("(?:0x)?[0-9a-fA-F]{64}");

  @Override
  public void register(Hooks on) {
    on.text(WalletPhrase::phrases);
    on.call(
        anyOf(
            "{ethers,ethers.ethers}.Wallet",
            "web3().eth.accounts.{privateKeyToAccount,wallet.add}",
            "viem/accounts.privateKeyToAccount",
            "@truffle/hdwallet-provider"),
        WalletPhrase::key);
  }

  /** Looks where a text has as many lower letters and blanks on end as a phrase takes. */
  private static void phrases(TextFile file, RuleContext context) {
    String text = file.source().text();
    int start = 0;
    while (start + SHORTEST <= text.length()) {
      int at = start + SHORTEST - 1;
      while (at >= start && isOfPhrase(text.charAt(at))) {
        at--;
      }
      if (at >= start) {
        // Nothing that has this place in it is a phrase: most of a text is not looked at at all.
        start = at + 1;
        continue;
      }
      int end = start + SHORTEST;
      while (end < text.length() && isOfPhrase(text.charAt(end))) {
        end++;
      }
      phrases(file, start, end, context);
      start = end + 1;
    }
  }

  private static boolean isOfPhrase(char unit) {
    return isLower(unit) || unit == ' ';
  }

  /** Words of the list with a blank between each two, in one pass over a part of the text. */
  private static void phrases(TextFile file, int from, int to, RuleContext context) {
    String text = file.source().text();
    List<String> words = new ArrayList<>();
    int phrase = 0;
    int at = from;
    while (at > 0 && at < to && isPart(text.charAt(at - 1))) {
      at++;
    }
    while (at < to) {
      int end = at;
      while (end < to && isLower(text.charAt(end)) && end - at <= LONGEST_WORD) {
        end++;
      }
      boolean whole =
          end - at >= SHORTEST_WORD
              && end - at <= LONGEST_WORD
              && (end == text.length() || !isPart(text.charAt(end)));
      if (whole && WalletWords.contains(text.substring(at, end)) && words.size() <= MOST_WORDS) {
        if (words.isEmpty()) {
          phrase = at;
        }
        words.add(text.substring(at, end));
        boolean more =
            end + 1 < text.length() && text.charAt(end) == ' ' && isLower(text.charAt(end + 1));
        if (!more) {
          report(file, phrase, end, words, context);
          words.clear();
        }
        at = end + 1;
      } else {
        words.clear();
        // What is left of a word that is none of the list is none either.
        while (end < to && isPart(text.charAt(end))) {
          end++;
        }
        at = end + 1;
      }
    }
  }

  private static boolean isLower(char unit) {
    return unit >= 'a' && unit <= 'z';
  }

  private static boolean isPart(char unit) {
    return Character.isLetterOrDigit(unit) || unit == '_' || unit == '-';
  }

  private static void report(
      TextFile file, int start, int end, List<String> words, RuleContext context) {
    if (words.size() >= FEWEST_WORDS && WalletWords.isPhrase(words)) {
      Location at = file.source().location(start, end);
      Problem problem =
          Problem.at(
              at,
              "Everybody with the repository has the wallet of these " + words.size() + " words");
      boolean document = file.name().endsWith(".md");
      context.report(
          (file.test() || document ? problem.withConfidence(Confidence.LOW) : problem)
              .withSecret(at));
    }
  }

  private static void key(Invocation call, FileContext context) {
    Expression argument = call.argument(0);
    String key = Values.string(argument, context.scopes());
    if (argument == null
        || key == null
        || !KEY.matcher(key).matches()
        || Credentials.distinct(key) < 8) {
      return;
    }
    Expression origin = context.scopes().origin(argument);
    Problem problem =
        Problem.at(context.location(argument), "Everybody with the code has the key of this wallet")
            .withSecret(context.location(origin));
    context.report(context.file().test() ? problem.withConfidence(Confidence.LOW) : problem);
  }
}
