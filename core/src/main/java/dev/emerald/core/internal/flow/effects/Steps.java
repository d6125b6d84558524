package dev.emerald.core.internal.flow.effects;

import dev.emerald.core.internal.flow.ir.Body;
import dev.emerald.core.internal.flow.ir.FileFlow;
import dev.emerald.core.internal.flow.ir.Op;
import dev.emerald.core.internal.flow.models.FlowModels;
import dev.emerald.spi.regex.RegexPattern;
import dev.emerald.spi.scope.Constant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What becomes of data in the instruction that makes something of it. */
final class Steps {

  /** How many places of a template that are filled in a row are looked at. */
  private static final int MOST_PLACES = 16;

  private static final long HTML_MARKS = Metachars.of("<>&\"'");

  private final FlowModels models;
  private final Kinds kinds;
  private final Values values;
  private final int pageText;
  private final Map<RegexPattern, RegexFacts> regexes = new ConcurrentHashMap<>();

  Steps(FlowModels models, Kinds kinds, Values values) {
    this.models = models;
    this.kinds = kinds;
    this.values = values;
    this.pageText = models.origin("page-text");
  }

  /** What a regular expression says; looked at once. */
  RegexFacts facts(RegexPattern pattern) {
    return regexes.computeIfAbsent(pattern, RegexLook::at);
  }

  /** See {@link Effects#through}. */
  @Nullable Taint through(
      FileFlow file,
      Body body,
      int to,
      int from,
      int position,
      FlowModels.@Nullable Pass pass,
      Taint given) {
    Taint taint = given;
    if (States.has(given.state(), States.HERE) && !staysHere(file, body, to, position)) {
      taint = with(given, given.state() & ~States.HERE);
    }
    return switch (body.op(to)) {
      case CONCAT -> concatenated(file, body, body.c(to), position, taint);
      case BINARY -> binary(file, body, to, taint);
      case UNARY -> unary(file, body, to, taint);
      case LOAD_KEY -> from == body.b(to) && from != body.a(to) ? null : taint;
      case TAGGED -> with(taint, Composition.state(taint.state(), unknown(), unknown()));
      case KEY_OF -> without(taint, kinds.of(Family.OBJECT));
      case CALL, NEW -> call(file, body, to, from, position, pass, taint);
      default -> taint;
    };
  }

  /** Whether what is made of the address of a page starts as that does. */
  private boolean staysHere(FileFlow file, Body body, int to, int position) {
    return switch (body.op(to)) {
      case CONCAT -> values.text(file, body, body.c(to), 0, Math.max(0, position), "").isEmpty();
      case ELEMENT -> body.b(to) == 0;
      case CALL -> position < 0 && keepsStart(file, body, to, Values.calleeName(file, body, to));
      default -> false;
    };
  }

  private boolean keepsStart(FileFlow file, Body body, int to, String method) {
    return switch (method) {
      case "toString", "valueOf", "trim", "split", "concat" -> true;
      case "slice", "substr", "substring" ->
          "0".equals(values.text(file, body, Values.argument(body, to, 0)));
      case "replace", "replaceAll" -> {
        int what = Values.argument(body, to, 0);
        String text = what < 0 ? null : values.text(file, body, what);
        RegexPattern regex = what < 0 ? null : values.regex(file, body, what);
        yield text != null && !text.isEmpty() || regex != null && isWithin(regex);
      }
      default -> false;
    };
  }

  /** Whether what matches an expression starts with what no scheme and no host hold. */
  private static boolean isWithin(RegexPattern regex) {
    String source = regex.source();
    int start = 0;
    while (start < source.length() && "([\\".indexOf(source.charAt(start)) >= 0) {
      start++;
    }
    return start < source.length() && "#?&".indexOf(source.charAt(start)) >= 0;
  }

  private static String unknown() {
    return String.valueOf(Values.UNKNOWN);
  }

  private static Taint with(Taint taint, long state) {
    return state == taint.state() ? taint : new Taint(taint.origin(), taint.kinds(), state);
  }

  /** What is left of data that does no harm for some kinds; null if nothing is. */
  static @Nullable Taint without(Taint taint, long kinds) {
    long left = taint.kinds() & ~kinds;
    if (left == 0) {
      return null;
    }
    return left == taint.kinds() ? taint : new Taint(taint.origin(), left, taint.state());
  }

  /** A number made of the data. */
  @Nullable Taint number(Taint taint) {
    Taint left = without(taint, ~kinds.ofNumbers());
    return left == null ? null : with(left, left.state() | Metachars.EVERY | States.TEXT);
  }

  private @Nullable Taint binary(FileFlow file, Body body, int to, Taint taint) {
    return switch (body.operator(to, file)) {
      case "-", "*", "/", "**", "|", "^", "<<", ">>", ">>>" -> number(taint);
      case "+" -> with(taint, Composition.state(taint.state(), unknown(), unknown()));
      case "," -> taint;
      default -> null;
    };
  }

  private @Nullable Taint unary(FileFlow file, Body body, int to, Taint taint) {
    return switch (body.operator(to, file)) {
      case "-", "+", "~", "++", "--" -> number(taint);
      default -> null;
    };
  }

  private @Nullable Taint concatenated(
      FileFlow file, Body body, int list, int position, Taint taint) {
    int size = body.listSize(list);
    int index = position < 0 ? 0 : position;
    String before = values.text(file, body, list, 0, index, "");
    String after = values.text(file, body, list, index + 1, size, "");
    return between(taint, before, after);
  }

  /** The data with other text around it. */
  private @Nullable Taint between(Taint taint, String before, String after) {
    long state = Composition.state(taint.state(), before, after);
    long path = Paths.concatenated(state, before);
    return path == Paths.CONFINED ? confined(taint, state) : with(taint, path);
  }

  private @Nullable Taint confined(Taint taint, long state) {
    Taint left = without(taint, kinds.of(Family.PATH));
    return left == null ? null : with(left, state);
  }

  // Calls.

  private @Nullable Taint call(
      FileFlow file,
      Body body,
      int to,
      int from,
      int position,
      FlowModels.@Nullable Pass pass,
      Taint taint) {
    String api = Values.api(file, body, to);
    FlowModels.Api known = api == null ? null : models.api(api);
    Taint left = taint;
    if (known != null) {
      if (!known.cleans().isEmpty()) {
        left = cleaned(known, position, taint);
        if (left == null) {
          return null;
        }
      }
    }
    boolean many = body.op(from) == Op.SPREAD;
    List<String> words = pass == null ? List.of() : pass.words();
    for (int i = 0; i < words.size(); i++) {
      Taint result = byWord(file, body, to, position, many, words.get(i), left);
      if (result == null) {
        return null;
      }
      left = result;
    }
    if (!words.isEmpty()) {
      return left;
    }
    if (api != null) {
      String word = Builtins.word(api);
      if (word != null) {
        return byWord(file, body, to, position, many, word, left);
      }
    }
    if (known == null && position > 0 && isUrlJoin(Values.calleeName(file, body, to))) {
      return linked(file, body, to, position, left);
    }
    String method = Values.method(file, body, to);
    if ((left.kinds() & kinds.ofPages()) != 0 && isElement(file, body, to, position, left)) {
      left = without(left, kinds.ofPages());
      if (left == null) {
        return null;
      }
    }
    if (method != null && position < 0) {
      // What has methods is what it seems to be: nobody sends an object with those of an array.
      Taint real = without(left, kinds.ofLengths());
      return real == null ? null : byMethod(file, body, to, method, real);
    }
    if (method != null && known == null && !isLibrary(api)) {
      return asArgument(file, body, to, position, method, left);
    }
    return pass == null && known == null ? byName(file, body, to, left) : left;
  }

  /** Whether a call gives elements of a page, or something of their looks. */
  private boolean isElement(FileFlow file, Body body, int to, int position, Taint taint) {
    String name = Values.calleeName(file, body, to);
    return Dom.gives(name) || position < 0 && taint.origin() == pageText && Dom.leads(name);
  }

  private static boolean isLibrary(@Nullable String api) {
    return api != null && !api.startsWith("globalThis.");
  }

  /** What a call that is known to clean leaves. */
  private @Nullable Taint cleaned(FlowModels.Api api, int position, Taint taint) {
    Taint left = taint;
    for (FlowModels.Clean clean : api.cleans()) {
      FlowModels.Slot.Where where = clean.at().where();
      boolean here = where == FlowModels.Slot.Where.RESULT || clean.at().isArgument(position);
      if (!here) {
        continue;
      }
      left = cleaned(clean, left);
      if (left == null) {
        return null;
      }
    }
    return left;
  }

  private @Nullable Taint cleaned(FlowModels.Clean clean, Taint taint) {
    long state = taint.state();
    long cleared = clean.kinds();
    for (String word : clean.words()) {
      switch (word) {
        case "html" -> {
          state |= Metachars.of("<>&\"'") | States.TEXT;
          cleared &= ~kinds.of(Family.HTML);
        }
        case "weak" -> {
          for (Family family : Family.values()) {
            state |= (kinds.of(family) & cleared) != 0 ? family.weakBit() : 0;
          }
          cleared = 0;
        }
        case "shell" -> state |= States.TEXT | States.BEFORE;
        case "string" -> state |= States.TEXT;
        default -> {}
      }
    }
    Taint left = without(taint, cleared);
    return left == null ? null : with(left, state);
  }

  private @Nullable Taint byWord(
      FileFlow file, Body body, int to, int position, boolean many, String word, Taint taint) {
    long state = taint.state();
    return switch (word) {
      case "path:join" -> joined(file, body, to, position, many, taint);
      case "path:resolve" -> resolved(file, body, to, position, many, taint);
      case "path:normalize" -> with(taint, Paths.normalized(state));
      case "path:base" -> with(taint, Paths.base(state));
      case "path:relative" -> with(taint, Paths.relative(state));
      case "path:url" -> with(taint, Paths.ofUrl(state));
      case "decode" -> with(taint, Paths.decoded(state));
      case "encode:url" -> with(taint, state | Builtins.ENCODED_COMPONENT | States.TEXT);
      case "encode:uri" -> with(taint, state | Builtins.ENCODED_URI | States.TEXT);
      case "encode:html" -> with(taint, state | Metachars.of("<>&\"'") | States.TEXT);
      case "json" ->
          with(taint, States.withQuotes(state | Builtins.JSON | States.NO_TAG, States.DOUBLE));
      case "number" -> number(taint);
      case "format" -> formatted(file, body, to, position, taint);
      case "join" -> listed(file, body, to, taint);
      case "string" -> with(taint, state | States.TEXT);
      case "within" -> between(taint, "at ", " ");
      case "fetched" -> fetched(taint);
      case "object" -> with(taint, state & ~(States.TEXT | States.NO_TAG | States.UPLOAD));
      default -> taint;
    };
  }

  /** What a server answers, if outsiders choose the server: anything they like. */
  private static @Nullable Taint fetched(Taint taint) {
    boolean chosen = Family.URL.reach(taint.state()) != Effects.Reach.NONE;
    return chosen ? new Taint(taint.origin(), taint.kinds(), States.UNTOUCHED) : null;
  }

  private @Nullable Taint joined(
      FileFlow file, Body body, int to, int position, boolean many, Taint taint) {
    String before = segments(file, body, to, position);
    long state = Composition.state(taint.state(), before, "");
    if (before.isEmpty()) {
      state = taint.state() | States.TEXT;
    }
    long path = Paths.joined(state, before, many);
    return path == Paths.CONFINED ? confined(taint, state) : with(taint, path);
  }

  private @Nullable Taint resolved(
      FileFlow file, Body body, int to, int position, boolean many, Taint taint) {
    String before = segments(file, body, to, position);
    // What is absolute is no option.
    long state = taint.state() | States.TEXT | States.NO_DASH;
    long path = Paths.resolved(state, before, many);
    return path == Paths.CONFINED ? confined(taint, state) : with(taint, path);
  }

  private String segments(FileFlow file, Body body, int to, int position) {
    return values.text(file, body, body.c(to), 0, Math.max(0, position), "/");
  }

  private @Nullable Taint formatted(FileFlow file, Body body, int to, int position, Taint taint) {
    String format = values.text(file, body, Values.argument(body, to, 0));
    if (position <= 0 || format == null) {
      return between(taint, position <= 0 ? "" : unknown(), unknown());
    }
    int argument = 0;
    for (int i = 0; i + 1 < format.length(); i++) {
      if (format.charAt(i) != '%' || "sdifjoOc".indexOf(format.charAt(i + 1)) < 0) {
        continue;
      }
      argument++;
      if (argument == position) {
        return switch (format.charAt(i + 1)) {
          case 'd', 'i', 'f' -> number(taint);
          case 'j' -> byWord(file, body, to, position, false, "json", taint);
          default -> between(taint, format.substring(0, i), format.substring(i + 2));
        };
      }
    }
    return between(taint, format + " ", "");
  }

  /** An element of an array within the text of all. */
  private @Nullable Taint listed(FileFlow file, Body body, int to, Taint taint) {
    String between = values.text(file, body, Values.argument(body, to, 0));
    // The tags that a separator brings are the author's own: what was escaped stays so.
    long brought = Metachars.of(between == null ? "," : between) & ~HTML_MARKS;
    long state = taint.state() & ~brought;
    String before = unknown();
    Values.At array = values.origin(file, body, Values.receiver(body, to));
    if (array.value() >= 0 && array.op() == Op.ARRAY) {
      int list = array.body().c(array.value());
      int size = array.body().listSize(list);
      String text = values.text(file, array.body(), list, 0, size, between == null ? "," : between);
      int unknownAt = text.indexOf(Values.UNKNOWN);
      before = unknownAt < 0 ? text : text.substring(0, unknownAt);
    }
    if ("".equals(between) && before.equals(unknown())) {
      before = "";
    }
    return between(with(taint, state), before, unknown());
  }

  private @Nullable Taint byMethod(FileFlow file, Body body, int to, String method, Taint taint) {
    long state = taint.state();
    return switch (method) {
      case "toString" -> {
        String encoding = values.text(file, body, Values.argument(body, to, 0));
        boolean digits = "hex".equals(encoding) || "base64url".equals(encoding);
        boolean base64 = "base64".equals(encoding);
        yield with(
            taint,
            digits || base64
                ? state | States.TEXT | Metachars.EVERY & ~(base64 ? Metachars.of("/=") : 0)
                : state | States.TEXT);
      }
      case "trim",
          "trimStart",
          "trimEnd",
          "trimLeft",
          "trimRight",
          "toLowerCase",
          "toUpperCase",
          "toLocaleLowerCase",
          "toLocaleUpperCase",
          "normalize" ->
          // Nothing but a text has these.
          with(taint, state | States.TEXT);
      case "valueOf" -> taint;
      case "at", "charAt" -> shortened(with(taint, cut(file, body, to, state)));
      case "slice", "substr", "substring", "substringData" -> {
        Taint cut = with(taint, cut(file, body, to, state));
        yield isShort(file, body, to, method) ? shortened(cut) : cut;
      }
      case "split" -> with(taint, split(file, body, to, state));
      case "replace", "replaceAll" ->
          with(taint, replaced(file, body, to, method, state & ~States.NO_TAG));
      case "concat" -> between(taint, "", arguments(file, body, to, 0));
      case "join" -> listed(file, body, to, taint);
      case "padStart" -> between(taint, unknown(), "");
      case "padEnd" -> between(taint, "", unknown());
      case "match", "matchAll", "exec" ->
          with(taint, matched(file, body, to, state & ~States.NO_TAG));
      case "toFixed", "getTime" -> number(taint);
      // No larger than the text is long, or than a character.
      case "charCodeAt",
          "codePointAt",
          "localeCompare",
          "indexOf",
          "lastIndexOf",
          "search",
          "test",
          "includes",
          "startsWith",
          "endsWith",
          "hasOwnProperty" ->
          null;
      default -> taint;
    };
  }

  private String arguments(FileFlow file, Body body, int to, int from) {
    int list = body.c(to);
    return values.text(file, body, list, from, body.listSize(list), "");
  }

  private long cut(FileFlow file, Body body, int to, long state) {
    String from = values.text(file, body, Values.argument(body, to, 0));
    long cut = state | States.TEXT;
    if ("0".equals(from)) {
      return cut;
    }
    cut &= ~States.FIRST;
    if (States.start(cut) == States.ABSOLUTE || !Paths.stays(cut)) {
      cut = States.withStart(cut, States.START_UNKNOWN);
    }
    return cut;
  }

  /** What is left of data if its text is short. */
  private @Nullable Taint shortened(Taint taint) {
    return without(taint, kinds.of(Family.LENGTH));
  }

  /** Whether what is cut off a text has a length that does not depend on it. */
  private boolean isShort(FileFlow file, Body body, int to, String method) {
    int first = Values.argument(body, to, 0);
    Constant from = first < 0 ? null : values.constant(file, body, first);
    if (from == null) {
      return false;
    }
    int second = Values.argument(body, to, 1);
    if (second < 0) {
      return method.equals("slice") && from.number() < 0 && from.number() >= -Tests.SHORT;
    }
    Constant end = values.constant(file, body, second);
    return end != null && end.number() >= 0 && end.number() <= Tests.SHORT;
  }

  private long split(FileFlow file, Body body, int to, long state) {
    int by = Values.argument(body, to, 0);
    if (by < 0) {
      return state;
    }
    String text = values.text(file, body, by);
    RegexPattern regex = values.regex(file, body, by);
    long result = state & ~States.NORMALIZED & ~States.FIRST;
    if (regex != null) {
      return result | facts(regex).every();
    }
    if (text == null) {
      String api = Values.api(file, body, by);
      return "path.sep".equals(api) ? result | Metachars.of("/\\") : result;
    }
    if (text.equals("..")) {
      return States.withDots(result, States.DOTS_NONE);
    }
    return text.length() == 1 ? result | Metachars.of(text) : result;
  }

  private long replaced(FileFlow file, Body body, int to, String method, long state) {
    int what = Values.argument(body, to, 0);
    int with = Values.argument(body, to, 1);
    if (what < 0) {
      return state;
    }
    String by = with < 0 ? null : values.text(file, body, with);
    RegexPattern regex = values.regex(file, body, what);
    boolean every = method.equals("replaceAll");
    if (regex != null) {
      return Replacements.replaced(state, facts(regex), every || regex.flags().global(), by);
    }
    String text = values.text(file, body, what);
    return text == null ? state | States.TEXT : Replacements.replaced(state, text, every, by);
  }

  private long matched(FileFlow file, Body body, int to, long state) {
    int argument = Values.argument(body, to, 0);
    RegexPattern regex = argument < 0 ? null : values.regex(file, body, argument);
    if (regex == null) {
      return state;
    }
    RegexFacts facts = facts(regex);
    return state & ~States.NORMALIZED | facts.outside();
  }

  /** Data as an argument of a method of something else. */
  private @Nullable Taint asArgument(
      FileFlow file, Body body, int to, int position, String method, Taint taint) {
    return switch (method) {
      case "concat" ->
          between(
              taint,
              values.text(file, body, body.c(to), 0, position, "") + receiverText(file, body, to),
              values.text(file, body, body.c(to), position + 1, body.listSize(body.c(to)), ""));
      case "replace", "replaceAll" ->
          position == 1
              ? between(taint, before(file, body, to), unknown())
              : without(taint, ~kinds.of(Family.REGEX));
      case "exec" -> matchedBy(file, body, to, taint);
      case "padStart", "padEnd" -> between(taint, unknown(), unknown());
      case "join" -> with(taint, Composition.state(taint.state(), unknown(), unknown()));
      case "test",
          "includes",
          "indexOf",
          "lastIndexOf",
          "startsWith",
          "endsWith",
          "search",
          "hasOwnProperty",
          "localeCompare" ->
          null;
      default -> byName(file, body, to, taint);
    };
  }

  private static boolean isUrlJoin(String name) {
    return switch (name) {
      case "urlJoin", "urljoin", "joinUrl", "joinURL", "joinUrls" -> true;
      default -> false;
    };
  }

  /** A part of an address that a function puts together of its arguments. */
  private @Nullable Taint linked(FileFlow file, Body body, int to, int position, Taint taint) {
    String before = values.text(file, body, body.c(to), 0, position, "/");
    return between(taint, before + "/", "");
  }

  private String receiverText(FileFlow file, Body body, int to) {
    StringBuilder text = new StringBuilder();
    values.write(file, body, Values.receiver(body, to), text, 0);
    return text.toString();
  }

  /** What stands before the place that {@code template.replace('{x}', data)} fills. */
  private String before(FileFlow file, Body body, int to) {
    int filled = to;
    int receiver = Values.plain(body, Values.receiver(body, to));
    for (int i = 0; i < MOST_PLACES && receiver >= 0 && isReplacement(file, body, receiver); i++) {
      filled = receiver;
      receiver = Values.plain(body, Values.receiver(body, filled));
    }
    String template = receiverText(file, body, filled);
    int what = Values.argument(body, to, 0);
    String text = what < 0 ? null : values.text(file, body, what);
    RegexPattern regex = what < 0 ? null : values.regex(file, body, what);
    if (regex != null && isPlain(regex.source())) {
      text = regex.source();
    }
    int at = text == null ? -1 : template.indexOf(text);
    return at >= 0 ? template.substring(0, at) : unknown();
  }

  private static boolean isReplacement(FileFlow file, Body body, int value) {
    return body.op(value) == Op.CALL && "replace".equals(Values.method(file, body, value));
  }

  /** Whether an expression matches what it is written as and nothing else. */
  private static boolean isPlain(String source) {
    for (int i = 0; i < source.length(); i++) {
      char c = source.charAt(i);
      if (!Character.isLetterOrDigit(c) && "#%_@!:<>{}".indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  private Taint matchedBy(FileFlow file, Body body, int to, Taint taint) {
    RegexPattern regex = values.regex(file, body, Values.receiver(body, to));
    return regex == null
        ? taint
        : with(taint, taint.state() & ~States.NORMALIZED | facts(regex).outside());
  }

  /** What a function of which nothing is known does, by its name. */
  private Taint byName(FileFlow file, Body body, int to, Taint taint) {
    String name = Values.calleeName(file, body, to);
    return switch (Builtins.meaning(name)) {
      case CLEANS -> with(taint, taint.state() | States.WEAK);
      case DECODES -> with(taint, Paths.decoded(taint.state()));
      case NONE -> taint;
    };
  }
}
