package dev.emerald.rules.arch;

import dev.emerald.rules.traits.Traits;
import dev.emerald.rules.values.Keys;
import dev.emerald.spi.ast.AssignmentExpression;
import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.MemberExpression;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.project.Project;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Problem;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleContext;
import dev.emerald.spi.rule.RuleInfo;
import dev.emerald.spi.source.Location;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Parts of a program that meet in the global object. */
@RuleInfo(
    id = "arch-service-locator-global",
    title = "A value is shared through the global object",
    severity = Severity.LOW,
    cwe = 1108,
    roadmap = RoadmapItem.ARCH_6,
    why =
        "Nothing shows who sets it, who changes it and in which order: any module, also one of a"
            + " dependency, can put something else in its place.",
    remedy = "Export it from a module, or better pass it to those who need it.",
    bad =
        @Example(
            file = "example.js",
            packageJson =
                """
                { "name": "shop", "private": true, "scripts": { "start": "node example.js" } }
                """,
            value =
                """
                const express = require('express');
                global.database = connect();
                exports.find = (id) => global.database.find(id);
                express().listen(3000);
                """),
    good =
        @Example(
            file = "example.js",
            packageJson =
                """
                { "name": "shop", "private": true, "scripts": { "start": "node example.js" } }
                """,
            value =
                """
                const express = require('express');
                const database = connect();
                global.cached = global.cached || database;
                global.fetch = require('node-fetch');
                exports.find = (id) => database.find(id);
                express().listen(3000);
                """),
    weight = RuleInfo.Weight.DECIDES)
public final class SharedGlobal implements Rule {

  /** What platforms have: a program that sets it fills in for the platform. */
  private static final Set<String> OF_PLATFORMS =
      Set.of(
          "fetch",
          "Headers",
          "Request",
          "Response",
          "FormData",
          "Blob",
          "File",
          "crypto",
          "atob",
          "btoa",
          "window",
          "document",
          "navigator",
          "location",
          "self",
          "localStorage",
          "sessionStorage",
          "XMLHttpRequest",
          "WebSocket",
          "EventSource",
          "Promise",
          "Buffer",
          "process",
          "performance",
          "TextEncoder",
          "TextDecoder",
          "AbortController",
          "AbortSignal",
          "ReadableStream",
          "WritableStream",
          "TransformStream",
          "URL",
          "URLSearchParams",
          "structuredClone",
          "queueMicrotask",
          "console",
          "setImmediate",
          "clearImmediate",
          "requestAnimationFrame",
          "Image",
          "HTMLElement",
          "Element",
          "Node",
          "DOMParser",
          "Event",
          "CustomEvent",
          "MessageChannel",
          "BroadcastChannel",
          "require",
          "gc",
          "Intl");

  private static final int SHOWN = 6;

  @Override
  public void register(Hooks on) {
    on.node(MemberExpression.class, SharedGlobal::member);
    on.project(SharedGlobal::check);
  }

  /** A place that sets a member of the global object, or reads it. */
  private record Member(String name, Location location, boolean set) {}

  private static void member(MemberExpression member, FileContext context) {
    String name = nameOf(member, context);
    if (name == null || OF_PLATFORMS.contains(name) || context.file().test()) {
      return;
    }
    boolean set =
        context.tree().parent(member) instanceof AssignmentExpression assignment
            && assignment.left() == member;
    if (set && isFallback((AssignmentExpression) context.tree().parent(member), name, context)) {
      return;
    }
    context.keep(new Member(name, context.location(member), set));
  }

  private static @Nullable String nameOf(MemberExpression member, FileContext context) {
    return member.object() instanceof Identifier object
            && (object.name().equals("global") || object.name().equals("globalThis"))
            && context.scopes().symbolOf(object) == null
        ? Keys.of(member)
        : null;
  }

  /** {@code global.x = global.x || make()}: what a reload of the module finds again. */
  private static boolean isFallback(
      @Nullable AssignmentExpression assignment, String name, FileContext context) {
    boolean[] read = new boolean[1];
    if (assignment != null) {
      context
          .tree()
          .forEach(
              assignment.right(),
              MemberExpression.class,
              each -> read[0] |= name.equals(nameOf(each, context)));
    }
    return read[0];
  }

  private static void check(Project project, RuleContext context) {
    List<Member> all = context.kept(Member.class);
    Traits.each(
        project,
        (of, traits) -> {
          if (!traits.kind().answers()) {
            return;
          }
          Map<String, Location> set = new TreeMap<>();
          Map<String, Location> read = new TreeMap<>();
          for (Member each : all) {
            if (traits.holds(each.location()) && !Traits.isAround(each.location().path())) {
              (each.set() ? set : read).putIfAbsent(each.name(), each.location());
            }
          }
          set.keySet().retainAll(read.keySet());
          if (!set.isEmpty()) {
            report(set, read, context);
          }
        });
  }

  private static void report(
      Map<String, Location> set, Map<String, Location> read, RuleContext context) {
    Map.Entry<String, Location> first = set.entrySet().iterator().next();
    String others = set.size() == 1 ? "" : "; so are %d values in all".formatted(set.size());
    Problem problem =
        Problem.at(
            first.getValue(),
            "'%s' is shared through the global object%s".formatted(first.getKey(), others));
    int shown = 0;
    for (String name : set.keySet()) {
      Location place = read.get(name);
      if (place != null && shown < SHOWN) {
        problem = problem.withStep(place, "'%s' is read here".formatted(name));
        shown++;
      }
    }
    context.report(problem);
  }
}
