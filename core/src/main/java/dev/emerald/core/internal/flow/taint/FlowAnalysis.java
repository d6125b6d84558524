package dev.emerald.core.internal.flow.taint;

import dev.emerald.core.internal.bind.models.ApiModels;
import dev.emerald.core.internal.flow.effects.FlowEffects;
import dev.emerald.core.internal.flow.effects.States;
import dev.emerald.core.internal.flow.effects.Taint;
import dev.emerald.core.internal.flow.entries.Conventions;
import dev.emerald.core.internal.flow.entries.EntryPackage;
import dev.emerald.core.internal.flow.entries.EntryPoints;
import dev.emerald.core.internal.flow.entries.Requests;
import dev.emerald.core.internal.flow.ir.Body;
import dev.emerald.core.internal.flow.ir.FileFlow;
import dev.emerald.core.internal.flow.ir.Op;
import dev.emerald.core.internal.flow.models.FlowModels;
import dev.emerald.core.internal.flow.numbers.IntList;
import dev.emerald.core.internal.flow.prototypes.Pollution;
import dev.emerald.core.internal.flow.prototypes.PrototypeAnalysis;
import dev.emerald.core.internal.flow.types.Program;
import dev.emerald.core.internal.flow.types.Tracker;
import dev.emerald.core.internal.flow.types.Types;
import dev.emerald.core.internal.regex.backtracking.BacktrackingVerdicts;
import dev.emerald.spi.finding.Notice;
import dev.emerald.spi.finding.NoticeKind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/** Follows the data of a whole program. The answer does not depend on the order of the files. */
public final class FlowAnalysis {

  /** What a request has that outsiders set, and may be an object. */
  private static final List<String> OF_REQUEST = List.of("query", "body");

  /** What a request has that describes the files that were sent. */
  private static final List<String> FILES_OF_REQUEST = List.of("files", "file");

  /** What a request has that the sender's own browser sets. */
  private static final List<String> OWN_OF_REQUEST = List.of("cookies");

  /** What a request has that outsiders set and that is text. */
  private static final List<String> TEXT_OF_REQUEST = List.of("params");

  /** As {@link #OWN_OF_REQUEST}, and text. */
  private static final List<String> OWN_TEXT_OF_REQUEST = List.of("headers", "hostname");

  /** What a request has that is text and starts with a slash, or there is no request. */
  private static final List<String> ROOTED_OF_REQUEST = List.of("url", "originalUrl", "path");

  /** What those who call a script in a page can do with it. */
  private static final List<String> OF_PAGES =
      List.of("dom-xss", "html-construction", "code-injection", "client-redirect");

  /**
   * What to follow.
   *
   * @param views the templates of pages
   * @param names which functions libraries take for handlers
   * @param packages those whose exports outsiders call
   * @param wanted for each kind of sink, the set of origins that somebody asks for
   * @param verdicts on regular expressions, shared with whoever else asks
   * @param allowance how many facts may be found, be the program ever so small
   * @param inquiry which sinks to give an account of; null for none
   * @param stopped whether the caller wants to stop
   */
  public record Question(
      List<FileFlow> files,
      List<View> views,
      Program.Modules modules,
      FlowModels models,
      ApiModels names,
      FlowEffects effects,
      List<EntryPackage> packages,
      IntUnaryOperator wanted,
      BacktrackingVerdicts verdicts,
      int allowance,
      @Nullable Inquiry inquiry,
      BooleanSupplier stopped) {}

  /**
   * What was found.
   *
   * @param harmless the sinks to which data comes that does no harm, and nothing else
   * @param verdicts what became of the data of the sinks that were asked about
   */
  public record Answer(
      List<Flow> flows, List<Harmless> harmless, List<Notice> notices, List<Verdict> verdicts) {}

  /** Data of an origin that does no harm at a sink of a kind. */
  public record Harmless(int kind, int origin, FlowStep sink) {}

  private final Question question;
  private final Types types;
  private final Program program;
  private final Tabulation all;
  private final Matches matches;

  /** What callers of the packages give. */
  private final IntList given = new IntList();

  /** The functions that outsiders call. */
  private final BitSet entered = new BitSet();

  private boolean prototypesComplete = true;

  private FlowAnalysis(Question question) {
    this.question = question;
    List<FileFlow> files = new ArrayList<>(question.files());
    question.views().forEach(view -> files.add(view.flow()));
    this.program = new Program(files, question.modules());
    this.types = Tracker.track(program);
    Work work =
        new Work(program.functions(), program.values(), question.allowance(), question.stopped());
    Apis apis = new Apis(program, question.models());
    boolean each = question.inquiry() != null;
    this.all = new Tabulation(types, apis, question.effects(), work, question.views(), each);
    this.matches = new Matches(all, question.models(), question.verdicts());
  }

  /** Follows the data. */
  public static Answer run(Question question) {
    return new FlowAnalysis(question).run();
  }

  private Answer run() {
    Requests.Found requests = Requests.of(types);
    Conventions.Found conventions = Conventions.of(types);
    Map<Integer, String> recognised = new HashMap<>(requests.types());
    recognised.putAll(conventions.types());
    all.apis.recognise(recognised, question.names());
    all.marks.ignore(harmlessOrigins());
    Sources sources = new Sources(all, question.names());
    sources.begin();
    sources.conventions(conventions.given());
    conventions.types().keySet().stream().sorted().forEach(sources::members);
    requests.events().forEach(sources::event);
    begin(sources, requests);
    all.run();
    List<Flow> flows = flows();
    flows.addAll(pollutions());
    Inquiry inquiry = question.inquiry();
    List<Verdict> verdicts = inquiry == null ? List.of() : new Inquest(all, inquiry).run();
    return new Answer(flows, harmless(), notices(), verdicts);
  }

  /** The origins of data that does harm at no sink that the program has. */
  private BitSet harmlessOrigins() {
    long kinds = Asked.kinds(program, all.apis);
    BitSet harmless = new BitSet();
    for (int origin = 0; origin < question.models().origins().size(); origin++) {
      harmless.set(origin, (question.effects().source(origin).kinds() & kinds) == 0);
    }
    return harmless;
  }

  private void begin(Sources sources, Requests.Found recognised) {
    List<String> origins = question.models().origins();
    BitSet requests = new BitSet();
    for (int[] each : recognised.contexts()) {
      int value = program.parameters(each[0])[each[1]];
      requests.set(value);
      sources.members(value);
    }
    int remote = origins.indexOf("remote");
    if (remote >= 0) {
      Taint taint = question.effects().source(remote);
      Taint text = question.effects().source(remote, List.of("text"));
      Taint upload = question.effects().source(remote, List.of("upload"));
      Taint own = question.effects().source(remote, List.of("own"));
      Taint ownText = question.effects().source(remote, List.of("own", "text"));
      Taint rooted = question.effects().source(remote, List.of("rooted"));
      for (int[] each : recognised.requests()) {
        int value = program.parameters(each[0])[each[1]];
        requests.set(value);
        requests.set(program.parameters(each[0])[each[1] + 1]);
        request(sources, each, OF_REQUEST, taint);
        request(sources, each, FILES_OF_REQUEST, upload);
        request(sources, each, TEXT_OF_REQUEST, text);
        request(sources, each, OWN_OF_REQUEST, own);
        request(sources, each, OWN_TEXT_OF_REQUEST, ownText);
        request(sources, each, ROOTED_OF_REQUEST, rooted);
        sources.addresses(each[0], each[1]);
        int raw = program.names().number("raw");
        int url = all.paths.below(program.names().number("url"), Paths.WHOLE);
        sources.parameter(each[0], each[1], all.paths.below(raw, url), rooted);
      }
    }
    int library = origins.indexOf("library");
    if (library < 0) {
      return;
    }
    Taint whole = question.effects().source(library);
    Taint inPage = new Taint(library, whole.kinds() & ofPages(), whole.state());
    for (int[] each : EntryPoints.of(types, question.packages())) {
      int function = each[0];
      Taint taint = each[2] == 1 ? inPage : whole;
      entered.set(function);
      int[] parameters = program.parameters(function);
      if (each[2] == 0) {
        give(requests, sources, function, each[1]);
      }
      int many = Math.max(parameters.length, program.arguments(function) >= 0 ? 4 : 0);
      for (int i = each[1]; i < many; i++) {
        if (i >= parameters.length || parameters[i] < 0 || isFree(requests, sources, function, i)) {
          sources.parameter(function, i, Paths.WHOLE, taint);
        }
      }
    }
  }

  /** Takes note of what callers give a function, from a parameter on. */
  private void give(BitSet requests, Sources sources, int function, int first) {
    int[] parameters = program.parameters(function);
    for (int i = first; i < parameters.length; i++) {
      if (parameters[i] >= 0 && isFree(requests, sources, function, i)) {
        given.add(parameters[i]);
      }
    }
    if (program.arguments(function) >= 0) {
      given.add(program.arguments(function));
    }
  }

  /** The kinds of sinks that a script in a page can have; it can do no harm to a server. */
  private long ofPages() {
    long kinds = 0;
    for (String kind : OF_PAGES) {
      int number = question.models().kinds().indexOf(kind);
      kinds |= number < 0 ? 0 : 1L << number;
    }
    return kinds;
  }

  private void request(Sources sources, int[] request, List<String> keys, Taint taint) {
    for (String key : keys) {
      int path = all.paths.below(program.names().number(key), Paths.WHOLE);
      sources.parameter(request[0], request[1], path, taint);
    }
  }

  /** Whether a parameter is not known to be something else than what a caller gives. */
  private boolean isFree(BitSet requests, Sources sources, int function, int index) {
    int value = program.parameters(function)[index];
    String api = all.apis.name(function, value - program.base(function));
    return !requests.get(value) && (api == null || !sources.isOfFramework(api));
  }

  private List<Flow> flows() {
    Trace trace = new Trace(all);
    Wrappers wrappers = new Wrappers(all, entered);
    List<Flow> flows = new ArrayList<>();
    List<Hits.Hit> matches = new ArrayList<>();
    int bounds = question.models().kinds().indexOf(LoopBounds.KIND);
    long matching = Matches.kinds(question.models().kinds());
    long[] composing = composing();
    for (Hits.Hit first : all.hits.all()) {
      boolean asked = (question.wanted().applyAsInt(first.kind()) >>> first.origin() & 1) == 1;
      if (asked) {
        Hits.Hit hit =
            trace.nearest(
                (composing[first.kind()] >>> first.origin() & 1) == 1 ? composed(first) : first);
        if ((matching >>> hit.kind() & 1) == 1) {
          matches.add(hit);
          continue;
        }
        if (hit.kind() == bounds && !trace.isDirect(hit)) {
          continue;
        }
        List<Flow> shown = all.markup.isShown(hit) ? trace.shown(hit) : List.of();
        if (!shown.isEmpty()) {
          flows.addAll(shown);
          continue;
        }
        IntList calls = wrappers.calls(hit);
        for (int i = 0; i < calls.size(); i += 2) {
          flows.add(trace.flow(hit, calls.get(i), calls.get(i + 1)));
        }
        if (calls.size() == 0) {
          flows.add(trace.flow(hit));
        }
      }
    }
    flows.addAll(this.matches.flows(matches, trace));
    return flows;
  }

  /** For each kind of sink, the origins of which somebody asks for composed text. */
  private long[] composing() {
    FlowModels models = question.models();
    long[] origins = new long[64];
    for (FlowModels.Query query : models.queries()) {
      for (String origin : query.asked().composed()) {
        int number = models.origins().indexOf(origin);
        for (long kinds = number < 0 ? 0 : query.kinds(); kinds != 0; kinds &= kinds - 1) {
          origins[Long.numberOfTrailingZeros(kinds)] |= 1L << number;
        }
      }
    }
    return origins;
  }

  /** The hit itself or, if the same sink is as surely reached by text that is composed, that. */
  private Hits.Hit composed(Hits.Hit hit) {
    IntList facts = all.hits.facts(hit);
    for (int i = 0; i < facts.size(); i++) {
      if (States.composed(all.marks.taint(all.facts.mark(facts.get(i))).state())) {
        return hit.with(facts.get(i));
      }
    }
    return hit;
  }

  private List<Harmless> harmless() {
    Trace trace = new Trace(all);
    Accounted accounted = new Accounted(all);
    List<Harmless> harmless = new ArrayList<>();
    for (Hits.Harmless each : all.hits.harmless()) {
      if ((question.wanted().applyAsInt(each.kind()) >>> each.origin() & 1) == 1
          && accounted.isWhole(each.call(), each.argument())) {
        int function = program.functionOf(each.call());
        FlowStep sink = trace.sink(function, each.call() - program.base(function));
        harmless.add(new Harmless(each.kind(), each.origin(), sink));
      }
    }
    return harmless;
  }

  /** The writes under keys of outsiders that change what all objects inherit. */
  private List<Flow> pollutions() {
    FlowModels models = question.models();
    int kind = models.kinds().indexOf("polluting-write");
    int remote = models.origins().indexOf("remote");
    int library = models.origins().indexOf("library");
    if (kind < 0 || question.wanted().applyAsInt(kind) == 0) {
      return List.of();
    }
    IntList requests = new IntList();
    for (int fact = 0; fact < all.facts.size(); fact++) {
      int value = all.facts.value(fact);
      if (value >= 0
          && value < program.values()
          && (all.facts.from(fact) == Facts.NONE || program.op(value) == Op.LOAD)
          && all.facts.path(fact) == Paths.WHOLE
          && all.marks.taint(all.facts.mark(fact)).origin() == remote) {
        requests.add(value);
      }
    }
    PrototypeAnalysis.Answer answer =
        PrototypeAnalysis.run(types, given, requests, question.stopped());
    prototypesComplete = answer.complete();
    List<Flow> flows = new ArrayList<>();
    int group = -1;
    for (Pollution each : answer.pollutions()) {
      int origin = each.remote() && remote >= 0 ? remote : library;
      if (origin < 0 || (question.wanted().applyAsInt(kind) >>> origin & 1) == 0) {
        continue;
      }
      String name = each.steps().get(0).name();
      flows.add(
          new Flow(
              kind,
              origin,
              question.effects().source(origin),
              !each.sure(),
              !each.open().isEmpty(),
              "",
              -1,
              name.isEmpty() ? null : name,
              false,
              false,
              group--,
              each.steps().get(each.steps().size() - 1),
              each.steps(),
              null));
    }
    return flows;
  }

  /** Functions whose conditions were left out: data is followed there as if nothing was checked. */
  private void coarse(List<Notice> notices) {
    for (int file = 0; file < program.files(); file++) {
      FileFlow flow = program.file(file);
      for (Body body : flow.bodies()) {
        if (body.is(Body.COARSE) && !body.is(Body.TOP_LEVEL)) {
          notices.add(
              Notice.of(
                  NoticeKind.LIMIT_REACHED,
                  "not all conditions and statements of the function '"
                      + body.name()
                      + "' were looked at for flows of data: it is too large, or nests too deeply",
                  flow.path()));
          break;
        }
      }
    }
  }

  private List<Notice> notices() {
    List<Notice> notices = new ArrayList<>(matches.notices());
    if (!prototypesComplete) {
      notices.add(
          Notice.of(
              NoticeKind.LIMIT_REACHED,
              "writes that change what all objects inherit were not followed to their end"));
    }
    if (!types.complete()) {
      notices.add(
          Notice.of(
              NoticeKind.LIMIT_REACHED,
              "what the values of the program may be was not followed to its end"));
    }
    Work work = all.work;
    if (work.ended()) {
      notices.add(
          Notice.of(
              NoticeKind.LIMIT_REACHED,
              work.scarce()
                  ? "data was followed through %,d values; for more there has to be more memory"
                      .formatted(work.most())
                  : "data was followed through %,d values, and no further".formatted(work.most())));
    }
    if (work.overfull() >= 0) {
      notices.add(
          Notice.of(
              NoticeKind.LIMIT_REACHED,
              "data was not followed to its end in the function '"
                  + program.body(work.overfull()).name()
                  + "'",
              program.flowOf(work.overfull()).path()));
    }
    coarse(notices);
    for (String path : all.missing.computed()) {
      notices.add(
          Notice.of(
              NoticeKind.NOT_ANALYSED,
              "data was not followed into modules whose names are computed",
              path));
    }
    all.missing
        .files()
        .forEach(
            (path, specifier) ->
                notices.add(
                    Notice.of(
                        NoticeKind.NOT_ANALYSED,
                        "data was not followed through functions of '"
                            + specifier
                            + "', which leads to no file",
                        path)));
    return notices;
  }
}
