package dev.emerald.core.internal.flow.effects;

import static dev.emerald.core.internal.flow.effects.States.has;

import dev.emerald.core.internal.flow.effects.Effects.Reach;

/**
 * Kinds of sinks that are alike in what makes data harmless for them. A kind is put in a family by
 * its name; one that is not known is harmed by everything that is not a number or one of a few
 * constants.
 */
enum Family {
  SHELL("command-injection"),
  OPTION("argument-injection"),
  CODE("code-injection nosql-code-injection code-execution-input redis-script-injection"),
  PATH("path-injection path-traversal zip-slip dynamic-import file-path"),
  SQL(
      "sql-injection sql-identifier-injection cypher-injection soql-injection gremlin-injection"
          + " graphql-injection"),
  OBJECT(
      "nosql-injection sql-object-injection template-object-injection mass-assignment"
          + " type-confusion"),
  HTML("xss dom-xss html-construction email-html-injection"),
  URL("ssrf open-redirect client-redirect electron-open"),
  LINE(
      "header-injection crlf-injection log-injection email-header-injection email-injection"
          + " cookie-injection"),
  TEMPLATE("template-injection"),
  QUERY("ldap-injection xpath-injection"),
  REGEX("regex-injection"),
  KEY("prototype-pollution object-key-injection remote-property-injection unsafe-dynamic-method"),
  LENGTH("polynomial-match"),
  AMOUNT("resource-exhaustion loop-bound-injection decompression-bomb"),
  WORDS(
      "exponential-match redos-input prompt-injection-system prompt-injection-user"
          + " file-write-content trust-boundary program-write address-check"),
  OTHER("");

  private static final long SHELL_TEXT = Metachars.of(";&|`$\n<>");
  private static final long SHELL_MAIN = Metachars.of(";&|`$");
  private static final long SHELL_DOUBLE = Metachars.of("\"`$");
  private static final long CODE_TEXT = Metachars.of("(`=");
  private static final long SQL_TEXT = Metachars.of("'\" (;");
  private static final long HTML_NAME = Metachars.of("\"'> ");
  private static final long URL_HOST = Metachars.of("/\\?#@:");
  private static final long URL_TEXT = Metachars.of("/\\:");
  private static final long TEMPLATE_TEXT = Metachars.of("{<(");
  private static final long LDAP_TEXT = Metachars.of("(*\\");
  private static final long REGEX_TEXT = Metachars.of("([*\\");
  private static final long SLASH = Metachars.of('/');
  private static final long DOT = Metachars.of('.');
  private static final long DASH = Metachars.of('-');
  private static final long BACKSLASH = Metachars.of('\\');

  private final String names;

  Family(String names) {
    this.names = names;
  }

  private static final Family[] FAMILIES = values();

  /** The family of a kind by its name. */
  static Family of(String kind) {
    if (kind.isEmpty()) {
      return OTHER;
    }
    for (Family family : FAMILIES) {
      int at = family.names.indexOf(kind);
      while (at >= 0) {
        int end = at + kind.length();
        if ((at == 0 || family.names.charAt(at - 1) == ' ')
            && (end == family.names.length() || family.names.charAt(end) == ' ')) {
          return family;
        }
        at = family.names.indexOf(kind, end);
      }
    }
    return OTHER;
  }

  /** The bit that says that it was made harmless in a way that can be got around. */
  long weakBit() {
    return switch (this) {
      case SHELL, OPTION -> States.WEAK_SHELL;
      case PATH -> States.WEAK_PATH;
      case HTML -> States.WEAK_HTML;
      default -> States.WEAK_OTHER;
    };
  }

  /** Whether a text in this state does harm in a sink of the family. */
  Reach reach(long state) {
    Reach reach =
        switch (this) {
          case SHELL -> shell(state);
          case OPTION -> dash(state);
          case CODE -> quoted(state, CODE_TEXT);
          case PATH -> path(state);
          case SQL -> quoted(state, SQL_TEXT);
          case OBJECT -> none(has(state, States.TEXT));
          case HTML -> html(state);
          case URL -> url(state);
          case LINE -> none(has(state, Metachars.of('\n')));
          case TEMPLATE -> none(has(state, TEMPLATE_TEXT));
          case QUERY -> quoted(state, LDAP_TEXT);
          case REGEX -> none(has(state, REGEX_TEXT));
          case KEY -> none(has(state, States.NOT_PROTO));
          case AMOUNT, WORDS, LENGTH -> Reach.SURE;
          case OTHER -> none(has(state, Metachars.EVERY));
        };
    return reach == Reach.SURE && (state & weakBit()) != 0 ? Reach.WEAK : reach;
  }

  private static Reach none(boolean harmless) {
    return harmless ? Reach.NONE : Reach.SURE;
  }

  private static Reach shell(long state) {
    if (has(state, SHELL_TEXT)) {
      return Reach.NONE;
    }
    switch (States.quotes(state)) {
      case States.SINGLE -> {
        if (has(state, Metachars.of('\''))) {
          return Reach.NONE;
        }
      }
      case States.DOUBLE -> {
        if (has(state, SHELL_DOUBLE)) {
          return has(state, BACKSLASH) ? Reach.NONE : Reach.WEAK;
        }
      }
      default -> {
        // Says nothing.
      }
    }
    return has(state, SHELL_MAIN) ? Reach.WEAK : Reach.SURE;
  }

  private static Reach dash(long state) {
    return none((state & (States.NO_DASH | States.BEFORE | DASH)) != 0);
  }

  private static Reach path(long state) {
    boolean stays =
        has(state, SLASH)
            || States.start(state) == States.RELATIVE
                && (state & States.BASED) == 0
                && (States.dots(state) == States.DOTS_NONE || has(state, DOT));
    return none(stays);
  }

  private static Reach quoted(long state, long outside) {
    long quote =
        switch (States.quotes(state)) {
          case States.SINGLE -> Metachars.of('\'');
          case States.DOUBLE -> Metachars.of('"');
          case States.BACKTICK -> Metachars.of("`$");
          default -> outside;
        };
    if (!has(state, quote)) {
      return none(has(state, outside));
    }
    return quote == outside || has(state, BACKSLASH) || has(state, outside)
        ? Reach.NONE
        : Reach.WEAK;
  }

  private static Reach html(long state) {
    boolean noQuote;
    switch (States.html(state)) {
      case States.HTML_TAG -> {
        if (has(state, HTML_NAME)) {
          return Reach.NONE;
        }
        return has(state, Metachars.of("\"<")) ? Reach.WEAK : Reach.SURE;
      }
      case States.HTML_DOUBLE -> {
        return none(has(state, Metachars.of('"')));
      }
      case States.HTML_SINGLE -> {
        return none(has(state, Metachars.of('\'')));
      }
      case States.HTML_URL_DOUBLE -> {
        noQuote = has(state, Metachars.of('"'));
      }
      case States.HTML_URL_SINGLE -> {
        noQuote = has(state, Metachars.of('\''));
      }
      case States.HTML_SCRIPT -> {
        return has(state, Metachars.of('<')) ? quoted(state, CODE_TEXT) : Reach.SURE;
      }
      default -> {
        return none(has(state, Metachars.of('<')));
      }
    }
    if (!noQuote) {
      return Reach.SURE;
    }
    return has(state, Metachars.of(':')) || States.url(state) >= States.URL_HOST
        ? Reach.NONE
        : Reach.WEAK;
  }

  private static Reach url(long state) {
    if (has(state, States.HERE)) {
      return Reach.NONE;
    }
    return switch (States.url(state)) {
      case States.URL_PATH, States.URL_QUERY -> Reach.NONE;
      case States.URL_HOST -> none(has(state, URL_HOST));
      default -> none(has(state, URL_TEXT));
    };
  }
}
