package dev.emerald.spi.rule;

import dev.emerald.spi.ast.Invocation;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.Program;
import dev.emerald.spi.flow.TaintQuery;
import dev.emerald.spi.manifest.Manifest;
import dev.emerald.spi.project.Project;
import dev.emerald.spi.project.TextFile;
import dev.emerald.spi.scope.ApiPattern;

/**
 * What a rule can ask to see. Every method returns the same object. Implemented by the engine
 * alone.
 */
public interface Hooks {

  /**
   * All nodes of a type, in pre-order of each file.
   *
   * @param type a class of a node, or an interface that several have, such as {@code FunctionLike}
   */
  <N extends Node> Hooks node(Class<N> type, FileCheck<? super N> check);

  /** All calls and constructions of an API, by its resolved name and not by its spelling. */
  Hooks call(ApiPattern api, FileCheck<? super Invocation> check);

  /**
   * Data of outsiders where it must not come; the engine reports what it finds for the rule. All
   * queries are answered in one pass over the program.
   *
   * @throws IllegalArgumentException if the query names no sink or has no message
   */
  Hooks taint(TaintQuery query);

  /** Every source file, before its nodes. */
  Hooks file(FileCheck<? super Program> check);

  /** All manifests of a type, by path. */
  <M extends Manifest> Hooks manifest(Class<M> type, Check<? super M> check);

  /**
   * Every text of the project, whatever its format: sources, manifests, and what is neither. Files
   * that are no text or very large are left out; so are installed packages and what .gitignore
   * names.
   */
  Hooks text(Check<? super TextFile> check);

  /** The project as a whole, once, after all files. */
  Hooks project(Check<? super Project> check);
}
