package dev.emerald.core.internal.flow.models;

import dev.emerald.core.internal.bind.models.ModelLine;
import dev.emerald.core.internal.flow.models.FlowModels.Clean;
import dev.emerald.core.internal.flow.models.FlowModels.Guard;
import dev.emerald.core.internal.flow.models.FlowModels.Pass;
import dev.emerald.core.internal.flow.models.FlowModels.Sink;
import dev.emerald.core.internal.flow.models.FlowModels.Slot;
import dev.emerald.core.internal.flow.models.FlowModels.Slot.Where;
import dev.emerald.core.internal.flow.models.FlowModels.Source;
import dev.emerald.spi.flow.TaintQuery;
import dev.emerald.spi.rule.ApiModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads the lines of models that speak of flows of data. Labels are settled before. */
final class FactReader {

  private static final Slot RESULT = new Slot(Where.RESULT, 0, 0, List.of());

  private static final Slot ALL = new Slot(Where.ARGUMENT, -1, 0, List.of());

  private final Labels labels;
  private final UnaryOperator<String> canonical;
  private final Map<String, Facts> apis = new TreeMap<>();
  private final Map<String, Facts> methods = new TreeMap<>();
  private @Nullable String module;
  private boolean ofMethods;

  FactReader(Labels labels, UnaryOperator<String> canonical) {
    this.labels = labels;
    this.canonical = canonical;
  }

  /** What is known, by canonical name, stars not yet resolved. */
  Map<String, Facts> apis() {
    return apis;
  }

  /** What is known of methods, by bare name. */
  Map<String, Facts> methods() {
    return methods;
  }

  void read(ApiModel model) {
    module = null;
    ofMethods = false;
    ModelLine.forEach(model, this::read);
  }

  /** Adds a sink that only one query knows. */
  void sink(TaintQuery.Into sink, int kind) {
    Slot at = new Slot(Where.ARGUMENT, sink.argument(), 0, List.of());
    for (String name : sink.api().names()) {
      apis.computeIfAbsent(canonical.apply(name), key -> new Facts())
          .sinks
          .add(new Sink(at, kind, List.of()));
    }
  }

  private void read(ModelLine line) {
    switch (line.verb()) {
      case "module" -> {
        module = line.word(1);
        ofMethods = false;
      }
      case "methods" -> {
        if (line.size() != 1) {
          throw line.error("expected 'methods' alone");
        }
        ofMethods = true;
      }
      case "source" -> source(line);
      case "sink" -> sink(line);
      case "clean" -> clean(line);
      case "guard" -> guard(line);
      case "pass" -> pass(line);
      case "fresh" -> {
        require(line, line.size() == 2, "fresh API");
        about(line, facts -> facts.fresh = true);
      }
      case "relates" -> {
        require(line, line.size() == 3, "relates API INDEX");
        int index = line.index(line.word(2), 0);
        about(line, facts -> facts.relates = index);
      }
      default -> {
        // names and labels, which are read elsewhere
      }
    }
  }

  private void source(ModelLine line) {
    require(line, line.size() >= 4, "source API SLOT ORIGIN WORD…");
    int origin = labels.origin(line.word(3), line);
    List<String> words = Words.of(Words.SOURCE, line, 4);
    for (Slot at : Slots.of(line.word(2), line)) {
      if (at.where() == Where.RECEIVER
          || at.where() == Where.CALLBACK_RESULT
          || at.where() == Where.THROWN) {
        throw line.error("nothing comes in at '" + line.word(2) + "'");
      }
      if (origin >= 0) {
        about(line, facts -> facts.sources.add(new Source(at, origin, words)));
      }
    }
  }

  private void sink(ModelLine line) {
    require(line, line.size() >= 4, "sink API SLOT KIND,… WORD…");
    long kinds = labels.kinds(line.word(3), line) & labels.asked();
    List<String> words = Words.of(Words.SINK, line, 4);
    for (Slot at : Slots.of(line.word(2), line)) {
      if (at.where() == Where.DECORATED
          || at.where() == Where.CALLBACK
          || at.where() == Where.THROWN) {
        throw line.error("nothing goes out at '" + line.word(2) + "'");
      }
      for (long left = kinds; left != 0; left &= left - 1) {
        int kind = Long.numberOfTrailingZeros(left);
        about(line, facts -> facts.sinks.add(new Sink(at, kind, words)));
      }
    }
  }

  private void clean(ModelLine line) {
    require(line, line.size() >= 4, "clean API SLOT KIND,… WORD…");
    long kinds = labels.kinds(line.word(3), line);
    List<String> words = Words.of(Words.CLEAN, line, 4);
    for (Slot at : Slots.of(line.word(2), line)) {
      about(line, facts -> facts.cleans.add(new Clean(at, kinds, words)));
    }
  }

  private void guard(ModelLine line) {
    require(
        line,
        line.size() >= 5 && (line.word(3).equals("true") || line.word(3).equals("false")),
        "guard API SLOT true|false KIND,… WORD…");
    boolean whenTrue = line.word(3).equals("true");
    long kinds = labels.kinds(line.word(4), line);
    List<String> words = Words.of(Words.GUARD, line, 5);
    for (Slot at : Slots.of(line.word(2), line)) {
      if (at.where() != Where.ARGUMENT && at.where() != Where.RECEIVER) {
        throw line.error("a guard speaks of 'this' or an argument, not of '" + line.word(2) + "'");
      }
      about(line, facts -> facts.guards.add(new Guard(at, whenTrue, kinds, words)));
    }
  }

  private void pass(ModelLine line) {
    require(
        line,
        line.size() >= 5 && line.word(3).equals("->"),
        "pass API SLOT -> SLOT WORD…, with spaces around '->'");
    List<String> words = new ArrayList<>(Words.of(Words.PASS, line, 5));
    int becomes = Words.origin(words);
    int origin = becomes < 0 ? -1 : labels.origin(Words.originOf(words.remove(becomes)), line);
    for (Slot from : Slots.of(line.word(2), line)) {
      for (Slot to : Slots.of(line.word(4), line)) {
        if (from.where() == Where.DECORATED || to.where() == Where.DECORATED) {
          throw line.error("a decorated parameter is no part of a call");
        }
        if (from.where() == Where.THROWN) {
          throw line.error("what is thrown is where something passes to, not where it comes from");
        }
        if (becomes < 0 || origin >= 0) {
          Pass pass = new Pass(from, to, List.copyOf(words), origin);
          about(line, facts -> facts.passes.add(pass));
        }
      }
    }
  }

  private void about(ModelLine line, Consumer<Facts> say) {
    Map<String, Facts> into = ofMethods ? methods : apis;
    for (String name : names(line)) {
      say.accept(into.computeIfAbsent(name, key -> new Facts()));
    }
  }

  private List<String> names(ModelLine line) {
    String path = line.word(1);
    if (ofMethods) {
      List<String> names = line.names(path);
      for (String name : names) {
        if (name.indexOf('.') >= 0 || name.indexOf('(') >= 0 || name.indexOf('*') >= 0) {
          throw line.error("'" + name + "' is no bare name of a method or property");
        }
      }
      return names;
    }
    if (module == null) {
      throw line.error("a 'module' line must come first");
    }
    List<String> names = new ArrayList<>();
    for (String name : line.within(module, path)) {
      names.add(canonical.apply(name));
    }
    return names;
  }

  private static void require(ModelLine line, boolean holds, String form) {
    if (!holds) {
      throw line.error("expected '" + form + "'");
    }
  }

  /**
   * What a call does of itself that gives something back and of which nothing but that is said:
   * what it gives is made of what it is given.
   */
  static void complete(Facts facts) {
    boolean cleans = false;
    for (Clean clean : facts.cleans) {
      cleans |= clean.at().where() == Where.RESULT;
    }
    if (cleans && facts.passes.isEmpty() && !facts.fresh) {
      facts.passes.add(new Pass(ALL, RESULT, List.of()));
    }
  }
}
