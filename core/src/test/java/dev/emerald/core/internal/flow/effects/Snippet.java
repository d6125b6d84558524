package dev.emerald.core.internal.flow.effects;

import dev.emerald.core.internal.bind.Binder;
import dev.emerald.core.internal.bind.Binding;
import dev.emerald.core.internal.bind.links.ApiLinks;
import dev.emerald.core.internal.bind.links.ModuleTargets;
import dev.emerald.core.internal.bind.models.ApiModels;
import dev.emerald.core.internal.flow.effects.Effects.Reach;
import dev.emerald.core.internal.flow.ir.Body;
import dev.emerald.core.internal.flow.ir.FileFlow;
import dev.emerald.core.internal.flow.ir.Op;
import dev.emerald.core.internal.flow.lower.Lowering;
import dev.emerald.core.internal.flow.models.FlowModels;
import dev.emerald.core.internal.parse.Language;
import dev.emerald.core.internal.parse.ParseOptions;
import dev.emerald.core.internal.parse.Parser;
import dev.emerald.spi.ast.SyntaxTree;
import dev.emerald.spi.source.SourceText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The body of a function whose parameter {@code x} outsiders control, and the smallest engine that
 * follows it: along the values of the function and into its closures, not into other functions.
 */
final class Snippet {

  /** What every snippet may use. */
  private static final String HEAD =
      """
      const fs = require('fs'), path = require('path'), url = require('url');
      const util = require('util'), assert = require('assert'), lib = require('lib');
      const missing = require('./missing');
      const ROOT = '/srv/files';
      const NAMES = ['a', 'b'], SET = new Set(['a', 'b']), TABLE = { a: 1, b: 2 };
      const cache = {}; function remember(k, v) { cache[k] = v; }
      const WORD = /^\\w+$/;
      function isWord(s) { return /^\\w+$/.test(s); }
      function isNotWord(s) { return !isWord(s); }
      function isSafe(p) { if (p.indexOf('..') !== -1) { return false; } return true; }
      function isSafeAndLogged(p, log) { if (!isSafe(p)) { log(p); return false; } return true; }
      function isLong(s) { return s.length > 3; }
      function mustBeWord(s) { if (!isWord(s)) { throw new Error('no'); } }
      function warnUnlessWord(s) { if (!isWord(s)) { console.log('no'); } }
      async function isWordLater(s) { await 0; return isWord(s); }
      function isWordPromised(s) { return Promise.resolve(isWord(s)); }
      function isInRoot(p) { return path.resolve(p).startsWith(ROOT); }
      function isName(s) { switch (s) { case 'a': case 'b': return true; default: return false; } }
      function isListed(s) { for (const n of NAMES) { if (n === s) { return true; } } return false; }
      """;

  private final TestModels models = new TestModels();
  private final FlowEffects effects = new FlowEffects(models);
  private final FileFlow file;
  private final Body body;
  private final ArrayDeque<Fact> work = new ArrayDeque<>();
  private final Set<Fact> seen = new HashSet<>();
  private final List<Reach> found = new ArrayList<>();

  private record Fact(Body body, int value, Taint taint) {}

  private Snippet(String code) {
    file = lower(HEAD + "async function snippet(x, y, root, res) {\n" + code + "\n}\n");
    Body named = null;
    for (Body candidate : file.bodies()) {
      named = candidate.name().equals("snippet") ? candidate : named;
    }
    if (named == null) {
      throw new IllegalStateException("no function");
    }
    body = named;
  }

  /** What the snippet's sinks say, the worst first. */
  static Reach worst(String code) {
    Snippet snippet = new Snippet(code);
    snippet.follow();
    Reach worst = null;
    for (Reach reach : snippet.found) {
      worst = worst == null || reach.compareTo(worst) > 0 ? reach : worst;
    }
    return worst == null ? Reach.NONE : worst;
  }

  /** The flow of a file that parses. */
  static FileFlow lower(String source) {
    var result =
        Parser.parse(
            SourceText.of("main.js", source),
            new ParseOptions(Language.JS, ParseOptions.Goal.UNAMBIGUOUS));
    if (!result.diagnostics().isEmpty()) {
      throw new IllegalArgumentException(result.diagnostics() + " in " + source);
    }
    Binding binding = Binder.bind(SyntaxTree.of(result.program()));
    ApiLinks links =
        ApiLinks.link(
            List.of(binding.facts()), ModuleTargets.packagesAlone(), ApiModels.parse(List.of()));
    return Lowering.lower(binding.names(), binding.scopes(links));
  }

  private void follow() {
    for (int i = 0; i < body.size(); i++) {
      if (body.op(i) == Op.PARAM && body.a(i) == 0) {
        add(body, i, effects.source(0));
      }
    }
    while (!work.isEmpty()) {
      Fact fact = work.poll();
      for (int to = 0; to < fact.body.size(); to++) {
        use(fact.body, fact.value, to, fact.taint);
      }
    }
  }

  private void add(Body where, int value, @Nullable Taint taint) {
    if (taint != null) {
      Fact fact = new Fact(where, value, taint);
      if (seen.add(fact)) {
        work.add(fact);
      }
      if (seen.size() > 5_000) {
        throw new IllegalStateException("too many facts");
      }
    }
  }

  private void use(Body where, int value, int to, Taint taint) {
    switch (where.op(to)) {
      case SIGMA -> {
        if (where.a(to) == value) {
          add(where, to, effects.guarded(file, where, to, predicates(4), taint));
        }
      }
      case PHI, ARRAY -> inList(where, value, to, taint, false);
      case CONCAT, TAGGED, OPAQUE -> inList(where, value, to, taint, true);
      case NEW, CALL -> call(where, value, to, taint);
      case LOAD, AWAIT, SPREAD -> {
        if (where.a(to) == value && !isMethod(where, to)) {
          add(where, to, taint);
        }
      }
      case BINARY, UNARY, LOAD_KEY, ELEMENT -> {
        boolean second = where.op(to) != Op.UNARY && where.b(to) == value;
        if (where.a(to) == value || second) {
          add(where, to, effects.through(file, where, to, value, -1, null, taint));
        }
      }
      case FUNCTION -> {
        int list = where.c(to);
        for (int i = 0; i < where.listSize(list); i++) {
          if (where.listAt(list, i) == value) {
            captured(file.bodies().get(where.a(to)), i, taint);
          }
        }
      }
      default -> {}
    }
  }

  private boolean isMethod(Body where, int load) {
    if (where.op(load) != Op.LOAD) {
      return false;
    }
    for (int i = load + 1; i < where.size(); i++) {
      if (where.op(i) == Op.CALL && where.a(i) == load) {
        return true;
      }
    }
    return file.name(where.b(load)).equals("length");
  }

  private void captured(Body inner, int index, Taint taint) {
    for (int i = 0; i < inner.size(); i++) {
      if (inner.op(i) == Op.CAPTURE && inner.a(i) == index) {
        add(inner, i, taint);
      }
    }
  }

  private void inList(Body where, int value, int to, Taint taint, boolean steps) {
    int list = where.c(to);
    for (int i = 0; i < where.listSize(list); i++) {
      if (where.listAt(list, i) == value) {
        add(where, to, steps ? effects.through(file, where, to, value, i, null, taint) : taint);
      }
    }
  }

  private void call(Body where, int value, int to, Taint taint) {
    String name = Values.calleeName(file, where, to);
    boolean function = where.op(Values.plain(where, where.a(to))) == Op.GLOBAL;
    FlowModels.Sink sink =
        function || name.equals("send") || name.equals("end") ? models.sink(name) : null;
    FlowModels.Api api = where.api(to) < 0 ? null : models.api(file.name(where.api(to)));
    FlowModels.Pass pass = api == null || api.passes().isEmpty() ? null : api.passes().get(0);
    if (where.op(to) == Op.CALL && Values.receiver(where, to) == value) {
      add(where, to, effects.through(file, where, to, value, -1, pass, taint));
    }
    int list = where.c(to);
    for (int i = 0; i < where.listSize(list); i++) {
      if (where.listAt(list, i) == value) {
        if (sink != null && i == 0) {
          found.add(effects.reaches(file, where, to, i, sink, taint));
        }
        add(where, to, effects.through(file, where, to, value, i, pass, taint));
      }
    }
  }

  private Effects.Predicates predicates(int depth) {
    return new Effects.Predicates() {
      @Override
      public @Nullable Taint after(
          FileFlow in, Body where, int call, int argument, int outcome, Taint taint) {
        Values.At callee = new Values().origin(in, where, where.a(call));
        if (depth == 0 || callee.value() < 0 || callee.op() != Op.FUNCTION) {
          return null;
        }
        Body function = in.bodies().get(callee.body().a(callee.value()));
        return effects.after(in, function, argument, outcome, predicates(depth - 1), taint);
      }

      @Override
      public boolean missing(FileFlow in, Body where, int call) {
        int callee = Values.plain(where, where.a(call));
        if (callee < 0 || where.op(callee) != Op.LOAD) {
          return false;
        }
        Values.At module = new Values().origin(in, where, where.a(callee));
        return module.value() >= 0
            && module.op() == Op.MODULE
            && in.name(module.body().a(module.value())).startsWith("./");
      }
    };
  }
}
