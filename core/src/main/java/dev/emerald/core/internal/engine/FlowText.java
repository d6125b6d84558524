package dev.emerald.core.internal.engine;

import dev.emerald.core.internal.files.ProjectFiles;
import dev.emerald.core.internal.flow.models.FlowModels;
import dev.emerald.core.internal.flow.taint.FlowStep;
import dev.emerald.spi.source.Location;
import dev.emerald.spi.source.SourceText;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells of flows in the words of the code that they go through. */
final class FlowText {

  private static final int MOST_TEXT = 60;
  private static final int MOST_CODE = 5_000;

  private final FlowModels models;
  private final ProjectFiles files;
  private final Map<String, SourceText> texts = new HashMap<>();

  FlowText(FlowModels models, ProjectFiles files) {
    this.models = models;
    this.files = files;
  }

  /** What a source is, in the words of the code. */
  String source(FlowStep start) {
    String name = start.name();
    return name.isEmpty() ? "`" + code(start) + "`" : "the parameter `" + name + "`";
  }

  /** What happens in a step of data of an origin that starts somewhere. */
  String note(int origin, FlowStep start, FlowStep step) {
    return switch (step.what()) {
      case SOURCE ->
          switch (models.origins().get(origin)) {
            case "remote" -> source(start) + " comes with a request";
            case "library" -> source(start) + " is what callers of the package give";
            case "cli" -> source(start) + " comes from the command line";
            case "env" -> source(start) + " comes from the environment";
            default -> source(start) + " comes from outside (" + models.origins().get(origin) + ")";
          };
      case PARAMETER ->
          step.name().isEmpty() ? "given to a function" : "given as `" + step.name() + "`";
      case VALUE -> "becomes part of `" + code(step) + "`";
      case RETURNED -> "comes back from `" + target(step) + "`";
      case STORED -> "is kept";
      case READ -> "is the key of `" + code(step) + "`, what all objects inherit for `__proto__`";
      case WRITE ->
          "`" + target(step) + "` is written" + (step.name().isEmpty() ? "" : "; " + step.name());
      case PATTERN -> "is matched with `" + code(step) + "`";
      case OUTPUT -> "is put out by `" + code(step) + "`";
      case HANDED -> "is given to `" + target(step) + "`, which hands it on";
      case SINK, PROPERTY -> "reaches `" + target(step) + "`";
    };
  }

  /** The code of a step on one line, not too long. */
  String code(FlowStep step) {
    return shortened(whole(step));
  }

  /** The sink that a step is, or what is called or written in it, without arguments and values. */
  String target(FlowStep step) {
    String code = whole(step);
    return switch (step.what()) {
      case OUTPUT -> shortened(code);
      case PROPERTY -> {
        String target = written(code);
        // A property of an object literal is known by its name.
        yield target.endsWith(step.name()) ? shortened(target) : step.name();
      }
      default -> {
        boolean quoted = !code.isEmpty() && "/'\"`".indexOf(code.charAt(0)) >= 0;
        yield shortened(quoted ? callee(code) : written(code));
      }
    };
  }

  private String whole(FlowStep step) {
    SourceText text = text(step.path());
    int end = Math.min(step.end(), text.length());
    int start = Math.min(step.start(), end);
    String code = text.slice(start, Math.min(end, start + MOST_CODE)).strip();
    return code.replaceAll("\\s+", " ");
  }

  private static String shortened(String code) {
    return code.length() <= MOST_TEXT ? code : code.substring(0, MOST_TEXT - 1) + "…";
  }

  /** What is assigned to, without the value, or what is called, without its arguments. */
  private static String written(String code) {
    int depth = 0;
    for (int i = 0; i < code.length(); i++) {
      char c = code.charAt(i);
      depth += c == '[' || c == '(' ? 1 : c == ']' || c == ')' ? -1 : 0;
      if (c == '=' && depth == 0) {
        return code.substring(0, i).strip();
      }
    }
    return callee(code);
  }

  /** What is called, without its arguments. */
  private static String callee(String code) {
    int depth = 0;
    for (int i = code.length() - 1; i > 0; i--) {
      char c = code.charAt(i);
      depth += c == ')' ? 1 : 0;
      if (c == '(' && --depth == 0) {
        return code.substring(0, i);
      }
    }
    int open = code.indexOf('(');
    return open > 0 ? code.substring(0, open) : code;
  }

  /** The place of a step. */
  Location at(FlowStep step) {
    return text(step.path()).location(step.start(), step.end());
  }

  /** The text of a file; an empty one if it can no longer be read. */
  SourceText text(String path) {
    return texts.computeIfAbsent(path, this::read);
  }

  private SourceText read(String path) {
    @Nullable SourceText text =
        files
            .source(path)
            .map(source -> files.read(source, failure -> {}))
            .orElseGet(() -> files.read(path, failure -> {}))
            .orElse(null);
    return text == null ? SourceText.of(path, "") : text;
  }
}
