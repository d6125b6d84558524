package dev.emerald.core.internal.manifest;

import dev.emerald.spi.finding.Notice;
import dev.emerald.spi.finding.NoticeKind;
import dev.emerald.spi.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Reads YAML 1.2 into trees that know where everything stands.
 *
 * <p>A broken text never throws: it gives the documents up to the break and a notice. So do values
 * nested deeper than {@value #DEEPEST}, and aliases that stand for too much. Safe for use by
 * several threads.
 */
public final class YamlReader {

  /** How deep sequences and mappings may be nested, aliases followed. */
  public static final int DEEPEST = 500;

  private YamlReader() {}

  /** Reads all documents of a text. */
  public static ParsedYaml read(SourceText source) {
    CodePoints offsets = new CodePoints(source.text());
    YamlTreeBuilder tree = new YamlTreeBuilder(source.text(), offsets);
    List<Notice> notices = new ArrayList<>();
    int reached = 0;
    try {
      LoadSettings settings =
          LoadSettings.builder().setUseMarks(true).setCodePointLimit(Integer.MAX_VALUE).build();
      ParserImpl events = new ParserImpl(settings, new StreamReader(settings, source.text()));
      while (events.hasNext()) {
        Event event = events.next();
        reached = offsets.unitOffset(event.getStartMark().map(Mark::getIndex).orElse(0));
        tree.add(event);
        if (tree.depth() > DEEPEST) {
          notices.add(
              Notice.of(
                  NoticeKind.LIMIT_REACHED,
                  "YAML nested deeper than " + DEEPEST + " levels; what follows was not read",
                  source.path(),
                  source.lineAt(reached)));
          break;
        }
      }
    } catch (YamlEngineException e) {
      int at = Math.max(reached, offsets.unitOffset(indexOf(e)));
      notices.add(broken(source, Math.min(at, source.length()), problem(e)));
    } catch (IllegalArgumentException | IndexOutOfBoundsException | ArithmeticException e) {
      // Versions and escapes too large to count end in these.
      notices.add(broken(source, reached, "a number that is too large"));
    }
    ParsedYaml parsed = new ParsedYaml(tree.finish(reached), notices);
    for (int offset : tree.unfollowed()) {
      notices.add(
          Notice.of(
              NoticeKind.LIMIT_REACHED,
              "an alias stands for itself, for nothing or for too much; it was not followed",
              source.path(),
              source.lineAt(offset)));
    }
    return new ParsedYaml(parsed.documents(), notices);
  }

  private static int indexOf(YamlEngineException e) {
    if (e instanceof MarkedYamlEngineException marked) {
      Optional<Mark> mark = marked.getProblemMark();
      return mark.or(marked::getContextMark).map(Mark::getIndex).orElse(0);
    }
    return e instanceof ReaderException reader ? reader.getPosition() : 0;
  }

  private static String problem(YamlEngineException e) {
    if (e instanceof ReaderException reader) {
      return String.format("unexpected U+%04X", reader.getCodePoint());
    }
    String problem = e instanceof MarkedYamlEngineException marked ? marked.getProblem() : "";
    String oneLine = String.valueOf(problem).replaceAll("\\s{1,100}", " ");
    return oneLine.length() <= 100 ? oneLine : oneLine.substring(0, 100) + "…";
  }

  private static Notice broken(SourceText source, int offset, String problem) {
    String what = "not valid YAML: " + problem + ", in column " + source.position(offset).column();
    return Notice.of(NoticeKind.SYNTAX_ERROR, what, source.path(), source.lineAt(offset));
  }
}
