package dev.emerald.spi.scope;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Selects APIs by their resolved names. Immutable, equal by its text.
 *
 * <p><b>API names.</b> A name starts with where the value comes from and goes on with what is done
 * to it:
 *
 * <ul>
 *   <li>{@code express} – what the module gives: {@code require('express')}, its default or
 *       namespace import. Modules of Node.js have no {@code node:} prefix; a path within a package
 *       stays ({@code lodash/merge}). A module of Node.js with the same value as a member of
 *       another has the name of that member: {@code fs/promises} is {@code fs.promises}, {@code
 *       path/posix} is {@code path.posix}.
 *   <li>{@code child_process.exec} – a member. {@code default} at a module is left out.
 *   <li>{@code express()} – the result of a call or a construction, and any value declared with
 *       that type: {@code express()}, {@code new pg.Client()} is {@code pg.Client()}, and so is a
 *       parameter {@code client: pg.Client}. Members follow: {@code express().get}.
 *   <li>{@code globalThis.eval} – a global, unless a module of Node.js has the same value: {@code
 *       process.env}, {@code buffer.Buffer.from}, {@code console.log}.
 * </ul>
 *
 * <p><b>Patterns</b> are names in which {@code {a,b}} stands for either, and {@code *} for any one
 * step, such as {@code crypto.{createHash,createHmac}} or {@code knex().*.raw}.
 */
public final class ApiPattern {

  private static final int MAX_NAMES = 4096;

  private final String text;
  private final List<String> names;

  private ApiPattern(String text, List<String> names) {
    this.text = text;
    this.names = names;
  }

  /**
   * The pattern with a text.
   *
   * @throws IllegalArgumentException if braces do not match, a step is empty, or it stands for more
   *     than 4,096 names
   */
  public static ApiPattern api(String text) {
    Objects.requireNonNull(text, "text");
    List<String> names = new ArrayList<>();
    expand("", text, text, names);
    return new ApiPattern(text, List.copyOf(names));
  }

  /**
   * A pattern for any of several.
   *
   * @throws IllegalArgumentException as {@link #api(String)} does
   */
  public static ApiPattern anyOf(String... texts) {
    List<String> names = new ArrayList<>();
    for (String text : texts) {
      expand("", text, text, names);
    }
    return new ApiPattern(String.join(" | ", texts), List.copyOf(names));
  }

  /**
   * The names it stands for, braces expanded, in order. Names that hold a {@code *} step are
   * patterns still; see {@link #matches(String)}.
   */
  public List<String> names() {
    return names;
  }

  /** Whether it selects a name; null is selected by nothing. */
  public boolean matches(@Nullable String name) {
    if (name == null) {
      return false;
    }
    for (String candidate : names) {
      if (candidate.indexOf('*') < 0 ? candidate.equals(name) : matches(candidate, name)) {
        return true;
      }
    }
    return false;
  }

  /** The text it was made of. */
  @Override
  public String toString() {
    return text;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ApiPattern pattern && text.equals(pattern.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** Steps are few and a star takes exactly one, so this is linear. */
  private static boolean matches(String pattern, String name) {
    int p = 0;
    int n = 0;
    while (p < pattern.length()) {
      if (pattern.charAt(p) == '*') {
        int from = n;
        while (n < name.length() && name.charAt(n) != '.' && name.charAt(n) != '(') {
          n++;
        }
        if (n == from) {
          return false;
        }
        p++;
      } else if (n < name.length() && pattern.charAt(p) == name.charAt(n)) {
        p++;
        n++;
      } else {
        return false;
      }
    }
    return n == name.length();
  }

  private static void expand(String head, String rest, String whole, List<String> into) {
    int open = rest.indexOf('{');
    int close = rest.indexOf('}');
    if (open < 0 && close < 0) {
      add(head + rest, whole, into);
      return;
    }
    int nested = open < 0 ? -1 : rest.indexOf('{', open + 1);
    if (open < 0 || close < open || nested >= 0 && nested < close) {
      throw new IllegalArgumentException("braces do not match in API pattern '" + whole + "'");
    }
    for (String choice : rest.substring(open + 1, close).split(",", -1)) {
      expand(
          head + rest.substring(0, open) + choice.strip(), rest.substring(close + 1), whole, into);
    }
  }

  private static void add(String name, String whole, List<String> into) {
    if (name.isEmpty()
        || name.startsWith(".")
        || name.endsWith(".")
        || name.contains("..")
        || name.contains(".(")
        || name.indexOf(' ') >= 0) {
      throw new IllegalArgumentException("an empty step in API pattern '" + whole + "'");
    }
    if (into.size() == MAX_NAMES) {
      throw new IllegalArgumentException(
          "API pattern '" + whole + "' stands for more than " + MAX_NAMES + " names");
    }
    into.add(name);
  }
}
