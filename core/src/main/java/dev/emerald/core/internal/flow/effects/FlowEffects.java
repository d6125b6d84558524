package dev.emerald.core.internal.flow.effects;

import dev.emerald.core.internal.flow.effects.Conditions.Filter;
import dev.emerald.core.internal.flow.effects.Conditions.Use;
import dev.emerald.core.internal.flow.ir.Body;
import dev.emerald.core.internal.flow.ir.FileFlow;
import dev.emerald.core.internal.flow.models.FlowModels;
import dev.emerald.spi.scope.Constant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The effects that the language, Node.js and the models give. Safe for use by several threads; what
 * is found out about a condition or a regular expression is kept as long as this is.
 */
public final class FlowEffects implements Effects {

  /** Where the server has put a file that was sent, under a name of its own. */
  private static final Set<String> STORED_AS =
      Set.of("path", "filepath", "tempFilePath", "fd", "destination", "size", "uploadDir");

  /** What a file that was sent holds. */
  private static final Set<String> CONTENT = Set.of("buffer", "data");

  private final Kinds kinds;
  private final Values values;
  private final Steps steps;
  private final Sinks sinks;
  private final Conditions conditions;
  private final FunctionPredicates functions;

  /**
   * By origin: the kinds of sinks that somebody asks for with it; empty if nobody asks anything.
   */
  private final long[] asked;

  private final Map<Body, AtomicReferenceArray<Filter>> filters = new ConcurrentHashMap<>();

  /** The effects under some models. */
  public FlowEffects(FlowModels models) {
    values = new Values();
    kinds = new Kinds(models.kinds());
    steps = new Steps(models, kinds, values);
    sinks = new Sinks(models, values);
    conditions = new Conditions(models, kinds, values, steps);
    functions = new FunctionPredicates(conditions);
    asked = new long[models.queries().isEmpty() ? 0 : models.origins().size()];
    for (FlowModels.Query query : models.queries()) {
      for (int i = 0; i < asked.length; i++) {
        asked[i] |= (query.origins() >>> i & 1) == 1 ? query.kinds() : 0;
      }
    }
  }

  /** Data as what comes of an origin; {@code Taint.kinds() == 0} if nobody asks for it any more. */
  public Taint as(Taint taint, int origin) {
    return new Taint(origin, taint.kinds() & asked(origin), taint.state());
  }

  /** The constant that a value is, as far as a short look tells; null if it is none. */
  public @Nullable Constant constant(FileFlow file, Body body, int value) {
    return values.constant(file, body, value);
  }

  /**
   * What is left of data that is no object with keys of its sender's choice; null if nothing is.
   */
  public @Nullable Taint scalars(Taint taint) {
    return Steps.without(taint, kinds.of(Family.OBJECT));
  }

  /**
   * Where a value of a file comes from, through conditions, captures and variables written once.
   */
  public Values.At origin(FileFlow file, Body body, int value) {
    return values.origin(file, body, value);
  }

  /** The constant texts that an array holds, or a set that is made of one. */
  public List<String> texts(FileFlow file, Body body, int value) {
    return values.elements(file, body, value);
  }

  /** Whether the other arguments of a call are as a word of a model says. */
  public boolean isCalledSo(FileFlow file, Body body, int call, String word) {
    return sinks.isCalledSo(file, body, call, word);
  }

  @Override
  public Taint source(int origin) {
    return new Taint(origin, asked(origin), States.UNTOUCHED);
  }

  private long asked(int origin) {
    return origin < asked.length ? asked[origin] : -1L;
  }

  @Override
  public Taint source(int origin, List<String> words) {
    Taint taint = Effects.super.source(origin, words);
    long harmless =
        (words.contains("own") ? kinds.ofVisits() : 0)
            | (words.contains("bytes") ? kinds.of(Family.PATH) : 0);
    return harmless == 0 ? taint : new Taint(origin, taint.kinds() & ~harmless, taint.state());
  }

  @Override
  public @Nullable Taint source(FileFlow file, Body body, int value, FlowModels.Source source) {
    for (String word : source.words()) {
      if (!sinks.isCalledSo(file, body, value, word)) {
        return null;
      }
    }
    return source(source.origin(), source.words());
  }

  @Override
  public @Nullable Taint property(String name, Taint given) {
    Taint taint = given;
    if ((taint.kinds() & kinds.ofPages()) != 0 && Dom.isOwn(name)) {
      if ((taint.kinds() & ~kinds.ofPages()) == 0) {
        return null;
      }
      taint = new Taint(taint.origin(), taint.kinds() & ~kinds.ofPages(), taint.state());
    }
    if (States.has(taint.state(), States.HERE) && !name.equals("0")) {
      taint = new Taint(taint.origin(), taint.kinds(), taint.state() & ~States.HERE);
    }
    if (!States.has(taint.state(), States.UPLOAD)) {
      return taint;
    }
    if (STORED_AS.contains(name)) {
      return null;
    }
    long left = CONTENT.contains(name) ? taint.kinds() & ~kinds.of(Family.PATH) : taint.kinds();
    return left == taint.kinds() ? taint : new Taint(taint.origin(), left, taint.state());
  }

  @Override
  public @Nullable Taint through(
      FileFlow file,
      Body body,
      int to,
      int from,
      int position,
      FlowModels.@Nullable Pass pass,
      Taint taint) {
    return steps.through(file, body, to, from, position, pass, taint);
  }

  @Override
  public @Nullable Taint guarded(
      FileFlow file, Body body, int sigma, Predicates predicates, Taint taint) {
    Filter filter = filter(file, body, sigma);
    Taint left = apply(filter.known(), taint);
    List<Use> uses = filter.uses();
    for (int i = 0; left != null && i < uses.size(); i++) {
      left = asked(file, body, body.a(sigma), uses.get(i), predicates, left);
    }
    return left;
  }

  /** Whether nothing is known of a value behind a condition that was not known before it. */
  public boolean saysNothing(FileFlow file, Body body, int sigma) {
    Filter filter = filter(file, body, sigma);
    return filter.known().isNothing() && filter.uses().isEmpty();
  }

  private Filter filter(FileFlow file, Body body, int sigma) {
    AtomicReferenceArray<Filter> ofBody =
        filters.computeIfAbsent(body, key -> new AtomicReferenceArray<>(key.size()));
    Filter filter = ofBody.get(sigma);
    if (filter == null) {
      filter = conditions.filter(file, body, body.b(sigma), body.c(sigma), body.a(sigma));
      ofBody.set(sigma, filter);
    }
    return filter;
  }

  private @Nullable Taint apply(Known known, Taint taint) {
    return known.isNothing() ? taint : known.of(taint, kinds.of(Family.PATH), kinds.ofWords());
  }

  /** What is left of {@code of} after a function of the project was asked about an argument. */
  private @Nullable Taint asked(
      FileFlow file, Body body, int of, Use use, Predicates predicates, Taint taint) {
    Taint after = predicates.after(file, body, use.call(), use.argument(), use.outcome(), taint);
    int tested = body.listAt(body.c(use.call()), use.argument());
    if (after == null) {
      boolean trusted =
          predicates.missing(file, body, use.call())
              && Conditions.promises(Values.calleeName(file, body, use.call()), use.outcome());
      return trusted
          ? apply(conditions.carried(file, body, Known.CONSTANT, tested, of), taint)
          : taint;
    }
    if (after.equals(taint)) {
      return taint;
    }
    if (Values.same(body, tested, of)) {
      return after.kinds() == 0 ? null : after;
    }
    Known gained = Relations.gained(taint, after.kinds() == 0 ? null : after);
    return apply(conditions.carried(file, body, gained, tested, of), taint);
  }

  /**
   * What is left of an argument of a function by how the function ended: for those who implement
   * {@link Effects.Predicates}.
   *
   * @param body the function
   * @param parameter the index of the argument
   * @param outcome as operand {@code c} of {@code SIGMA}; of an {@code async} function, what the
   *     promise gives
   * @param nested answers for the functions that it calls in turn; who implements it bounds the
   *     depth
   * @return {@code Taint.kinds() == 0} if nothing is
   */
  public Taint after(
      FileFlow file, Body body, int parameter, int outcome, Predicates nested, Taint taint) {
    Filter filter = functions.of(file, body, parameter, outcome);
    Taint left = apply(filter.known(), taint);
    List<Use> uses = filter.uses();
    int value = uses.isEmpty() ? -1 : FunctionPredicates.parameter(body, parameter);
    for (int i = 0; left != null && i < uses.size(); i++) {
      left = asked(file, body, value, uses.get(i), nested, left);
    }
    return left == null ? new Taint(taint.origin(), 0, taint.state()) : left;
  }

  @Override
  public Reach reaches(
      FileFlow file, Body body, int call, int argument, FlowModels.Sink sink, Taint taint) {
    return sinks.reaches(file, body, call, argument, sink, taint);
  }
}
