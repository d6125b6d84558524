package dev.emerald.rules.secrets;

import dev.emerald.rules.naming.Words;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether a name is that of a credential, and whether a value may be one. */
final class Credentials {

  private static final Pattern LAST_WORDS =
      Pattern.compile(
          "(?:pass(?:word|wd|phrase)?|pwd|secret|token|credentials?"
              + "|(?:api|access|private|secret|signing|encryption|crypto|auth|master|session"
              + "|cookie|jwt|hmac|account|service|license)[_.-]?key)"
              + "(?:[_-]?(?:base|prod|production|dev|development|staging|live|value|default|v?\\d{1,2}))?",
          Pattern.CASE_INSENSITIVE);

  private static final int LONGEST_NAME = 100;

  /** Values that stand for a value, or belong to examples. */
  private static final List<String> PLACEHOLDERS =
      List.of(
          "example",
          "sample",
          "placeholder",
          "changeme",
          "change_me",
          "change-me",
          "change this",
          "changethis",
          "replace",
          "your-",
          "your_",
          "yoursecret",
          "yourpass",
          "yourtoken",
          "my-",
          "my_",
          "dummy",
          "fake",
          "mock",
          "redacted",
          "todo",
          "fixme",
          "insert",
          "xxxx",
          "****",
          "....",
          "undefined",
          "null",
          "none",
          "test_",
          "test-",
          "testpass",
          "notasecret",
          "not-a-secret",
          "not_a_secret",
          "supersecretkeyhere",
          "lorem",
          "1234567890abcdef",
          "abcdefghij",
          "00000000",
          "11111111",
          "aaaaaaaa",
          "<",
          ">",
          "{{",
          "${",
          "$(",
          "%(",
          "process.env",
          "env(",
          "vault:",
          "secretref",
          "ssm:",
          "arn:aws",
          "file://",
          "/run/secrets");

  private static final Set<String> PLAIN_WORDS =
      Set.of(
          "password",
          "passwd",
          "secret",
          "token",
          "string",
          "text",
          "number",
          "boolean",
          "hidden",
          "required",
          "optional",
          "invalid",
          "confirm",
          "current",
          "input",
          "true",
          "false",
          "yes",
          "no",
          "auto",
          "bearer",
          "basic",
          "apikey",
          "header",
          "cookie",
          "query",
          "body",
          "default",
          "field",
          "admin",
          "user",
          "username",
          "test",
          "tests",
          "testing",
          "off",
          "on",
          "enabled",
          "disabled",
          "any",
          "object",
          "write",
          "read",
          "inherit",
          "always",
          "identifier",
          "punctuator",
          "keyword",
          "credentials",
          "include",
          "same-origin",
          "omit",
          "required_if");

  private static final Words PUBLIC = Words.of("public", "pub", "csrf", "xsrf", "publishable");

  private Credentials() {}

  /** Whether a name ends in a word for a credential: {@code dbPassword}, {@code API_KEY}. */
  static boolean isName(String name) {
    if (name.length() > LONGEST_NAME || PUBLIC.in(name)) {
      return false;
    }
    // The word has to end the name and begin a part of it.
    for (int from = Math.max(0, name.length() - 40); from < name.length(); from++) {
      boolean begins =
          from == 0
              || !Character.isLetterOrDigit(name.charAt(from - 1))
              || Character.isUpperCase(name.charAt(from))
                  && !Character.isUpperCase(name.charAt(from - 1))
              || Character.isDigit(name.charAt(from - 1));
      if (begins && LAST_WORDS.matcher(name).region(from, name.length()).matches()) {
        return true;
      }
    }
    return false;
  }

  /** Whether a name says that people choose the value: a password is real however weak it is. */
  private static boolean isChosen(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.contains("pass") || lower.contains("pwd") || lower.contains("secret");
  }

  /** What is to be replaced before it is used says so by a frame: {@code __API_KEY__}. */
  private static final Pattern FRAMED =
      Pattern.compile("__\\w{2,80}__|<[^<>]{2,80}>|\\{\\{.{2,80}\\}\\}|%%.{2,80}%%");

  /** Whether a value stands for another one: an example, a template, a reference. */
  static boolean isPlaceholder(String value) {
    String lower = value.toLowerCase(Locale.ROOT);
    for (String part : PLACEHOLDERS) {
      if (lower.contains(part)) {
        return true;
      }
    }
    return distinct(value) < 4 || FRAMED.matcher(value).matches();
  }

  /** How many different characters a text has. */
  static int distinct(String text) {
    return (int) text.chars().limit(200).distinct().count();
  }

  /** Bits of information in each character, going by how often each occurs. */
  static double entropy(String text) {
    int[] counts = new int[128];
    int counted = 0;
    for (int i = 0; i < Math.min(text.length(), 400); i++) {
      if (text.charAt(i) < counts.length) {
        counts[text.charAt(i)]++;
        counted++;
      }
    }
    double bits = 0;
    for (int count : counts) {
      if (count > 0) {
        double share = (double) count / counted;
        bits -= share * Math.log(share) / Math.log(2);
      }
    }
    return bits;
  }

  /** How likely a value under the name of a credential is one. */
  enum Likelihood {
    NONE,
    WEAK,
    STRONG
  }

  /**
   * How likely a value is a credential.
   *
   * @param name that {@link #isName} accepts
   */
  static Likelihood of(String name, String value) {
    String lower = value.toLowerCase(Locale.ROOT);
    int length = value.length();
    if (length < 4
        || length > 1_000
        || isSameWords(name, value)
        || PLAIN_WORDS.contains(lower)
        || isPlaceholder(value)
        || isReference(value)
        || value.startsWith("$2a$")
        || value.startsWith("$2b$")) {
      return Likelihood.NONE;
    }
    if (value.indexOf(' ') >= 0) {
      // A sentence is shown to somebody; two words may be a weak secret.
      boolean words = value.chars().allMatch(u -> Character.isLetterOrDigit(u) || u == ' ');
      return words && lower.equals(value) && name.toLowerCase(Locale.ROOT).contains("secret")
          ? Likelihood.WEAK
          : Likelihood.NONE;
    }
    boolean digit = value.chars().anyMatch(Character::isDigit);
    boolean letter = value.chars().anyMatch(Character::isLetter);
    boolean special = value.chars().anyMatch(unit -> !TokenShape.isWord(unit) && unit != '-');
    if (!isChosen(name)) {
      boolean random = length >= 16 && digit && letter && entropy(value) >= 3.0;
      return random ? Likelihood.STRONG : Likelihood.NONE;
    }
    if (length >= 8 && letter && (digit || special) && entropy(value) >= 2.5) {
      return Likelihood.STRONG;
    }
    // "a_sensitive_secret" says what it stands for; it may be in use all the same.
    boolean saysSo = lower.endsWith("secret") || lower.endsWith("password");
    boolean key = lower.indexOf('_') >= 0 && length >= 16 && !saysSo;
    return key ? Likelihood.STRONG : Likelihood.WEAK;
  }

  /**
   * How likely a value that takes over where a variable is not set is used as the credential. That
   * it reads like an example is no comfort here: it works. A password of a database is often that
   * of the machine of a developer.
   *
   * @param name that {@link #isName} accepts
   */
  static Likelihood ofDefault(String name, String value) {
    if (value.length() < 2 || value.length() > 1_000 || isReference(value)) {
      return Likelihood.NONE;
    }
    if (of(name, value) == Likelihood.STRONG) {
      return Likelihood.STRONG;
    }
    String lower = name.toLowerCase(Locale.ROOT);
    boolean signs =
        SIGNING.in(name) && (lower.endsWith("secret") || lower.endsWith("key"))
            || lower.equals("secret");
    return signs ? Likelihood.STRONG : Likelihood.WEAK;
  }

  /** Names of what signs or enciphers: a guess at it is enough to be anybody. */
  private static final Words SIGNING =
      Words.of("jwt", "session", "cookie", "token", "signing", "hmac", "encryption", "secret");

  /** Whether a value is the name spelled otherwise, as names of settings are. */
  private static boolean isSameWords(String name, String value) {
    return plain(name).equals(plain(value));
  }

  private static String plain(String text) {
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (Character.isLetterOrDigit(text.charAt(i))) {
        letters.append(Character.toLowerCase(text.charAt(i)));
      }
    }
    return letters.toString();
  }

  private static final Pattern REFERENCE =
      Pattern.compile(
          "[$@%#&*~].*|[./\\\\].*|[a-z]{2,10}://.*|\\w{1,40}(?:\\.[A-Za-z_]\\w{0,40}){1,10}"
              + "|[A-Z][A-Z0-9]{0,30}(?:_[A-Z0-9]{1,30}){1,10}|\\[.*|\\(.*|\\^.*|.*[;{}].*",
          Pattern.DOTALL);

  /** Whether a value names another: a variable, a path, a key of a text, a pattern. */
  private static boolean isReference(String value) {
    return REFERENCE.matcher(value).matches();
  }
}
