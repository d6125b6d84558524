package dev.emerald.core.internal.dispatch;

import dev.emerald.spi.ast.Invocation;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.NodeKind;
import dev.emerald.spi.ast.Program;
import dev.emerald.spi.flow.TaintQuery;
import dev.emerald.spi.manifest.Manifest;
import dev.emerald.spi.project.Project;
import dev.emerald.spi.project.TextFile;
import dev.emerald.spi.rule.Check;
import dev.emerald.spi.rule.FileCheck;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.RuleFacts;
import dev.emerald.spi.scope.ApiPattern;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** A rule, its number among the rules of an analyzer, and what it asked to see. */
public final class RuleEntry {

  private final int number;
  private final RuleFacts facts;
  private final String pack;
  private final List<FileCheck<? super Program>> files = new ArrayList<>();
  private final List<NodeSubscription> nodes = new ArrayList<>();
  private final List<CallSubscription> calls = new ArrayList<>();
  private final List<TaintQuery> queries = new ArrayList<>();
  private final List<ManifestSubscription<?>> manifests = new ArrayList<>();
  private final List<Check<? super TextFile>> texts = new ArrayList<>();
  private final List<Check<? super Project>> projects = new ArrayList<>();

  RuleEntry(int number, RuleFacts facts, String pack) {
    this.number = number;
    this.facts = facts;
    this.pack = pack;
  }

  /** Its place among the rules of the analyzer, from 0, by id. */
  public int number() {
    return number;
  }

  /** What the rule says of itself. */
  public RuleFacts facts() {
    return facts;
  }

  /** The id of the pack it came with. */
  public String pack() {
    return pack;
  }

  /** Checks of whole files, in the order they were registered. */
  public List<FileCheck<? super Program>> files() {
    return files;
  }

  /** Checks of nodes, in the order they were registered. */
  public List<NodeSubscription> nodes() {
    return nodes;
  }

  /** Checks of calls, in the order they were registered. */
  public List<CallSubscription> calls() {
    return calls;
  }

  /** What it asks of the flow of data, in the order it was asked. */
  public List<TaintQuery> queries() {
    return queries;
  }

  /** Checks of manifests, in the order they were registered. */
  public List<ManifestSubscription<?>> manifests() {
    return manifests;
  }

  /** Checks of texts, in the order they were registered. */
  public List<Check<? super TextFile>> texts() {
    return texts;
  }

  /** Checks of the project, in the order they were registered. */
  public List<Check<? super Project>> projects() {
    return projects;
  }

  /** The id of the rule. */
  @Override
  public String toString() {
    return facts.id();
  }

  /**
   * All nodes of some kinds.
   *
   * @param kinds what {@code type} expands to
   * @param check takes nodes of those kinds alone
   */
  public record NodeSubscription(
      Class<? extends Node> type, Set<NodeKind> kinds, FileCheck<Node> check) {}

  /** All calls and constructions of an API. */
  public record CallSubscription(ApiPattern api, FileCheck<? super Invocation> check) {}

  /** All manifests of a type. */
  public record ManifestSubscription<M extends Manifest>(Class<M> type, Check<? super M> check) {}

  /** Takes the subscriptions of one rule. */
  final class Registration implements Hooks {

    private boolean open = true;

    /** Later calls are mistakes: what is asked for has to be known when the analyzer is built. */
    void close() {
      open = false;
    }

    @Override
    public <N extends Node> Hooks node(Class<N> type, FileCheck<? super N> check) {
      requireOpen(check);
      Set<NodeKind> kinds = EnumSet.noneOf(NodeKind.class);
      for (NodeKind kind : NodeKind.values()) {
        if (type.isAssignableFrom(kind.type())) {
          kinds.add(kind);
        }
      }
      nodes.add(new NodeSubscription(type, kinds, ofKinds(check)));
      return this;
    }

    @Override
    public Hooks call(ApiPattern api, FileCheck<? super Invocation> check) {
      requireOpen(check);
      calls.add(new CallSubscription(Objects.requireNonNull(api, "api"), check));
      return this;
    }

    @Override
    public Hooks taint(TaintQuery query) {
      requireOpen(query);
      if (query.kinds().isEmpty() && query.sinks().isEmpty()) {
        throw new IllegalArgumentException(facts.id() + ": a query without a sink: " + query);
      }
      if (query.message().isBlank()) {
        throw new IllegalArgumentException(facts.id() + ": a query without a message: " + query);
      }
      queries.add(query);
      return this;
    }

    @Override
    public Hooks file(FileCheck<? super Program> check) {
      requireOpen(check);
      files.add(check);
      return this;
    }

    @Override
    public <M extends Manifest> Hooks manifest(Class<M> type, Check<? super M> check) {
      requireOpen(check);
      manifests.add(new ManifestSubscription<>(Objects.requireNonNull(type, "type"), check));
      return this;
    }

    @Override
    public Hooks text(Check<? super TextFile> check) {
      requireOpen(check);
      texts.add(check);
      return this;
    }

    @Override
    public Hooks project(Check<? super Project> check) {
      requireOpen(check);
      projects.add(check);
      return this;
    }

    private void requireOpen(Object asked) {
      Objects.requireNonNull(asked, "asked");
      if (!open) {
        throw new IllegalStateException(facts.id() + " asks for more after register has returned");
      }
    }

    /** Safe: it is only ever given nodes of the kinds that its type expands to. */
    @SuppressWarnings("unchecked")
    private static FileCheck<Node> ofKinds(FileCheck<?> check) {
      return (FileCheck<Node>) check;
    }
  }
}
