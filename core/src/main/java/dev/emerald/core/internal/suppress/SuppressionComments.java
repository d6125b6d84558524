package dev.emerald.core.internal.suppress;

import dev.emerald.spi.ast.Comment;
import dev.emerald.spi.ast.Program;
import dev.emerald.spi.source.SourceText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The comments of a file that silence findings:
 *
 * <pre>
 * // emerald-disable-next-line rule-id, other-rule -- reason
 * code(); // emerald-disable-line rule-id -- reason
 * /* emerald-disable rule-id -- reason *&#47;  …  /* emerald-enable rule-id *&#47;
 * /* emerald-disable-file rule-id -- reason *&#47;
 * </pre>
 *
 * <p>Without a rule they speak of all. What is disabled and not enabled again stays so to the end
 * of the file. A finding counts where it starts. For use by one thread at a time.
 */
public final class SuppressionComments {

  private static final String MARK = "emerald-";

  /** More comments than these are not obeyed; nobody writes so many into one file. */
  public static final int MOST = 2_000;

  private final List<Directive> directives = new ArrayList<>();
  private final Map<Integer, List<Directive>> byLine = new HashMap<>();
  private final List<Directive> ranges = new ArrayList<>();

  /** Those of the ranges that an enabling comment may still end. */
  private final List<Directive> open = new ArrayList<>();

  private int marked;

  private SuppressionComments() {}

  /** The comments of a file that silence findings. */
  public static SuppressionComments of(Program program) {
    SuppressionComments found = new SuppressionComments();
    SourceText source = program.source();
    for (Comment comment : program.comments()) {
      if (comment.type() == Comment.Type.LINE || comment.type() == Comment.Type.BLOCK) {
        int at = comment.start() + 2;
        while (at < comment.end() && isSpaceOrStar(source.text().charAt(at))) {
          at++;
        }
        if (source.text().startsWith(MARK, at)) {
          if (found.marked++ == MOST) {
            break;
          }
          found.read(source, comment, at);
        }
      }
    }
    return found;
  }

  private static boolean isSpaceOrStar(char unit) {
    return unit == ' ' || unit == '\t' || unit == '*';
  }

  private void read(SourceText source, Comment comment, int at) {
    String text = source.slice(at, comment.end());
    if (comment.type() == Comment.Type.BLOCK && text.endsWith("*/")) {
      text = text.substring(0, text.length() - 2);
    }
    int verbEnd = 0;
    while (verbEnd < text.length() && !Character.isWhitespace(text.charAt(verbEnd))) {
      verbEnd++;
    }
    String verb = text.substring(0, verbEnd);
    String rest = text.substring(verbEnd);
    int dashes = rest.indexOf("--");
    String reason = dashes < 0 ? "" : rest.substring(dashes).replaceFirst("^-+", "").strip();
    List<String> rules = names(dashes < 0 ? rest : rest.substring(0, dashes));
    int firstLine = source.lineAt(comment.start());
    int lastLine = source.lineAt(comment.end());
    switch (verb) {
      case "emerald-disable-next-line" ->
          add(source, comment, rules, reason, lastLine + 1, lastLine + 1);
      case "emerald-disable-line" -> add(source, comment, rules, reason, firstLine, lastLine);
      case "emerald-disable" ->
          open.add(add(source, comment, rules, reason, firstLine, Integer.MAX_VALUE));
      case "emerald-disable-file" -> add(source, comment, rules, reason, 1, Integer.MAX_VALUE);
      case "emerald-enable" -> enable(rules, firstLine);
      default -> {
        // Somebody else's word.
      }
    }
  }

  private static List<String> names(String text) {
    List<String> names = new ArrayList<>();
    int start = -1;
    for (int i = 0; i <= text.length(); i++) {
      char unit = i == text.length() ? ' ' : text.charAt(i);
      boolean part = unit != ',' && !Character.isWhitespace(unit);
      if (part && start < 0) {
        start = i;
      } else if (!part && start >= 0) {
        names.add(text.substring(start, i));
        start = -1;
      }
    }
    return names;
  }

  private Directive add(
      SourceText source, Comment comment, List<String> rules, String reason, int first, int last) {
    Directive directive =
        new Directive(source.location(comment.start(), comment.end()), rules, reason, first, last);
    directives.add(directive);
    if (last - first < 4) {
      for (int line = first; line <= last; line++) {
        byLine.computeIfAbsent(line, key -> new ArrayList<>(1)).add(directive);
      }
    } else {
      ranges.add(directive);
    }
    return directive;
  }

  /** Ends what is disabled before a line, if it is for the same rules. */
  private void enable(List<String> rules, int line) {
    for (Directive directive : open) {
      if (rules.isEmpty() || rules.equals(directive.rules())) {
        directive.endAt(line);
      }
    }
    open.removeIf(directive -> directive.lastLine() == line);
  }

  /** All of them, in the order of the file. */
  public List<Directive> directives() {
    return directives;
  }

  /** Whether there are more than are obeyed. */
  public boolean tooMany() {
    return marked > MOST;
  }

  /** Whether there are none. */
  public boolean isEmpty() {
    return directives.isEmpty();
  }

  /**
   * The directive that silences a finding, which is then used.
   *
   * @param line where the finding starts
   * @param isMeant whether a name, current or former, is that of the finding's rule
   * @return null if nothing does
   */
  public @Nullable Directive silence(int line, Predicate<String> isMeant) {
    Directive found = silence(byLine.getOrDefault(line, List.of()), line, isMeant);
    return found == null ? silence(ranges, line, isMeant) : found;
  }

  private static @Nullable Directive silence(
      List<Directive> among, int line, Predicate<String> isMeant) {
    for (Directive directive : among) {
      if (line < directive.firstLine() || line > directive.lastLine()) {
        continue;
      }
      if (directive.rules().isEmpty()) {
        directive.use(0);
        return directive;
      }
      for (int i = 0; i < directive.rules().size(); i++) {
        if (isMeant.test(directive.rules().get(i))) {
          directive.use(i);
          return directive;
        }
      }
    }
    return null;
  }
}
