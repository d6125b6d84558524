package dev.emerald.core.internal.manifest;

import dev.emerald.spi.finding.Notice;
import dev.emerald.spi.finding.NoticeKind;
import dev.emerald.spi.manifest.JsonNull;
import dev.emerald.spi.manifest.JsonValue;
import dev.emerald.spi.source.SourceText;
import dev.emerald.spi.source.Span;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonFactoryBuilder;
import tools.jackson.core.json.JsonReadFeature;

/**
 * Reads JSON (RFC 8259) into a tree that knows where everything stands.
 *
 * <p>A broken text never throws: it gives the tree up to the break and a notice. Values nested
 * deeper than {@value #DEEPEST} end the reading with a notice as well. Safe for use by several
 * threads.
 */
public final class JsonReader {

  /** How deep arrays and objects may be nested. */
  public static final int DEEPEST = 500;

  private static final JsonFactory STRICT = factory().build();
  private static final JsonFactory COMMENTED =
      factory()
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .build();
  private static final JsonFactory LENIENT =
      factory()
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
          .enable(JsonReadFeature.ALLOW_UNQUOTED_PROPERTY_NAMES)
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
          .enable(JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS)
          .build();

  private JsonReader() {}

  private static JsonFactoryBuilder factory() {
    // Names are not kept in a table across texts: hostile ones could fill it or make it collide.
    return JsonFactory.builder()
        .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(DEEPEST)
                .maxNumberLength(Integer.MAX_VALUE)
                .maxStringLength(Integer.MAX_VALUE)
                .maxNameLength(Integer.MAX_VALUE)
                .build());
  }

  /** Reads JSON as the standard has it: no comments, no trailing commas. */
  public static ParsedJson read(SourceText source) {
    return read(source, STRICT);
  }

  /** Reads JSON with comments and trailing commas, as tsconfig.json and its like allow. */
  public static ParsedJson readCommented(SourceText source) {
    return read(source, COMMENTED);
  }

  private static ParsedJson read(SourceText source, JsonFactory factory) {
    char[] text = source.text().toCharArray();
    if (text.length > 0 && text[0] == '\uFEFF') {
      text[0] = ' ';
    }
    Attempt attempt = attempt(source, text, factory);
    if (attempt.broken == null || attempt.broken.kind() != NoticeKind.SYNTAX_ERROR) {
      return attempt.result(text.length);
    }
    // People forgive more than the standard does: what a lenient reading finds beyond the break is
    // worth having, and the notice about the break stays.
    Attempt second = attempt(source, text, LENIENT);
    boolean further = second.broken == null || second.reached > attempt.reached;
    return new ParsedJson((further ? second : attempt).result(text.length).root(), attempt.broken);
  }

  /** One reading of a text: the tree so far, how far it came, and what stopped it. */
  private static final class Attempt {
    @Nullable JsonValue root;
    int reached;
    @Nullable Notice broken;

    ParsedJson result(int length) {
      return new ParsedJson(root == null ? new JsonNull(new Span(0, length)) : root, broken);
    }
  }

  private static Attempt attempt(SourceText source, char[] text, JsonFactory factory) {
    Attempt attempt = new Attempt();
    JsonTreeBuilder tree = new JsonTreeBuilder(text);
    try (JsonParser tokens = factory.createParser(ObjectReadContext.empty(), text)) {
      JsonToken token;
      while ((token = tokens.nextToken()) != null) {
        int start = (int) tokens.currentTokenLocation().getCharOffset();
        attempt.reached = start;
        if (tree.complete()) {
          attempt.broken = broken(source, start);
          break;
        }
        tree.add(token, tokens, start);
      }
      if (attempt.broken == null && !tree.complete()) {
        attempt.broken = broken(source, text.length);
      }
    } catch (StreamConstraintsException e) {
      attempt.broken =
          Notice.of(
              NoticeKind.LIMIT_REACHED,
              "JSON nested deeper than " + DEEPEST + " levels; what follows was not read",
              source.path(),
              source.lineAt(attempt.reached));
    } catch (JacksonException e) {
      int offset =
          e.getLocation() == null ? attempt.reached : (int) e.getLocation().getCharOffset();
      offset = Math.max(attempt.reached, Math.min(offset, text.length));
      attempt.reached = offset;
      attempt.broken = broken(source, offset);
    }
    attempt.root = tree.finish(attempt.reached);
    return attempt;
  }

  private static Notice broken(SourceText source, int offset) {
    String what =
        offset >= source.length()
            ? "not valid JSON: the file ends before its value does"
            : "not valid JSON: unexpected "
                + described(source.text().charAt(offset))
                + " in column "
                + source.position(offset).column();
    return Notice.of(NoticeKind.SYNTAX_ERROR, what, source.path(), source.lineAt(offset));
  }

  private static String described(char unit) {
    if (unit == '\n' || unit == '\r') {
      return "line break";
    }
    boolean plain = unit > ' ' && unit < 0x7f;
    return plain ? "'" + unit + "'" : String.format("U+%04X", (int) unit);
  }
}
