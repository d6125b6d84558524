package dev.emerald.core.internal.flow.effects;

import dev.emerald.spi.scope.Constant;
import java.util.Set;

/** What a test of a text says of it. */
final class Tests {

  private static final long SLASH = Metachars.of('/');
  private static final long DASH = Metachars.of('-');

  /** A text of no more characters takes no long time, wherever that grows with its square. */
  static final int SHORT = 10_000;

  /** Classes whose instances nobody sends. */
  private static final Set<String> OF_LANGUAGE =
      Set.of(
          "ArrayBuffer",
          "Buffer",
          "DataView",
          "Date",
          "Error",
          "Function",
          "Map",
          "Promise",
          "RegExp",
          "Set",
          "SharedArrayBuffer",
          "URL",
          "Uint16Array",
          "Uint32Array",
          "Uint8Array");

  private final Kinds kinds;

  Tests(Kinds kinds) {
    this.kinds = kinds;
  }

  /** It is a number, or a text that says one. */
  Known number() {
    return Known.gains(Metachars.EVERY | States.TEXT);
  }

  /** Its length is below a bound. */
  Known isShort() {
    return Known.kinds(kinds.of(Family.LENGTH));
  }

  /** It is an array, and as long as it says. */
  Known isArray() {
    return Known.kinds(kinds.ofLengths());
  }

  /** It is no more than something else. */
  Known isCapped() {
    return Known.kinds(kinds.of(Family.AMOUNT));
  }

  /** It does not hold a text. */
  Known without(String text) {
    if (text.length() == 1) {
      return Known.gains(Metachars.of(text));
    }
    return switch (text) {
      case "..", "../", "/..", "..\\" -> Known.dots(States.DOTS_NONE);
      default -> Known.gains(key(text));
    };
  }

  /** It is a constant, or is not. */
  Known equal(Constant constant, boolean truth) {
    if (truth) {
      return Known.CONSTANT;
    }
    String text = constant.string();
    return text == null ? Known.NOTHING : Known.gains(key(text));
  }

  private static long key(String text) {
    return switch (text) {
      case "__proto__" -> States.NOT_PROTO;
      case "constructor" -> States.NOT_CONSTRUCTOR;
      case "prototype" -> States.NOT_PROTOTYPE;
      default -> 0;
    };
  }

  /** It starts with a constant text, or does not. */
  Known startsWith(String text, boolean truth) {
    if (text.isEmpty()) {
      return Known.NOTHING;
    }
    return truth ? startsWith(text) : startsNotWith(text);
  }

  private Known startsWith(String text) {
    Known known = Known.NOTHING;
    if (text.charAt(0) == '/' && !text.startsWith("//")) {
      known = Known.start(States.ABSOLUTE);
    } else if (text.charAt(0) != '\\' && text.charAt(0) != '.') {
      known = Known.start(States.RELATIVE);
    }
    if (text.charAt(0) != '-') {
      known = known.and(Known.gains(States.NO_DASH));
    }
    if (namesFolder(text)) {
      known = known.and(below());
    }
    int url = Composition.url(text, States.URL_START);
    return url >= States.URL_PATH && text.contains("//") ? known.and(Known.url(url)) : known;
  }

  private static boolean namesFolder(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) != '/' && text.charAt(i) != '.' && text.charAt(i) != '\\') {
        return true;
      }
    }
    return false;
  }

  private static Known startsNotWith(String text) {
    return switch (text) {
      case "/", "\\" -> Known.start(States.RELATIVE);
      case "-" -> Known.gains(States.NO_DASH);
      case "..", "../", ".", "..\\" -> Known.dots(States.DOTS_LEADING);
      default -> Known.NOTHING;
    };
  }

  /** It starts with the path of a folder: it lies below it if it was normalised. */
  Known below() {
    return new Known(false, 0, kinds.of(Family.PATH), 0, 0, 0, 0);
  }

  /** It starts with some text that is not known. */
  Known startsWithFixed() {
    return below().and(Known.url(States.URL_PATH));
  }

  /** It matches a regular expression, or does not. */
  Known matches(RegexFacts facts, boolean truth) {
    return truth ? matches(facts) : matchesNot(facts);
  }

  private Known matches(RegexFacts facts) {
    Known known = Known.NOTHING;
    if (facts.whole()) {
      known = Known.gains(facts.outside());
    }
    if (!facts.fromStart()) {
      return known;
    }
    if ((facts.firstOutside() & SLASH) != 0) {
      known = known.and(Known.start(States.RELATIVE));
    }
    if ((facts.firstOutside() & DASH) != 0) {
      known = known.and(Known.gains(States.NO_DASH));
    }
    if (facts.firstOnly() == SLASH) {
      known = known.and(Known.start(States.ABSOLUTE));
    }
    return facts.prefix().isEmpty() ? known : known.and(startsWith(facts.prefix()));
  }

  private static Known matchesNot(RegexFacts facts) {
    Known known = Known.gains(facts.every());
    if ((facts.start() & SLASH) != 0) {
      known = known.and(Known.start(States.RELATIVE));
    }
    if ((facts.start() & DASH) != 0) {
      known = known.and(Known.gains(States.NO_DASH));
    }
    return facts.dots() == States.DOTS_ANYWHERE ? known : known.and(Known.dots(facts.dots()));
  }

  /** It is an instance of a class of the language: no number, and nothing that JSON holds. */
  Known instance(String type) {
    return OF_LANGUAGE.contains(type)
        ? Known.kinds(kinds.of(Family.AMOUNT) | kinds.of(Family.OBJECT))
        : Known.NOTHING;
  }

  /** Its {@code typeof} is a constant. */
  Known type(String type, boolean truth) {
    return switch (type) {
      case "string" -> truth ? Known.gains(States.TEXT) : Known.NOTHING;
      case "number" -> truth ? number() : Known.NOTHING;
      case "boolean", "undefined", "bigint", "symbol", "function" ->
          truth ? Known.CONSTANT : Known.NOTHING;
      case "object" -> truth ? Known.NOTHING : Known.gains(States.TEXT);
      default -> Known.NOTHING;
    };
  }
}
