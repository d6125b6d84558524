package dev.emerald.core.testkit;

import dev.emerald.core.internal.dispatch.DispatchTable;
import dev.emerald.core.internal.dispatch.FileLoop;
import dev.emerald.core.internal.dispatch.FileRun;
import dev.emerald.core.internal.dispatch.RuleEntry;
import dev.emerald.core.internal.dispatch.RuleEntry.CallSubscription;
import dev.emerald.core.internal.dispatch.RuleEntry.NodeSubscription;
import dev.emerald.spi.ast.Invocation;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.Program;
import dev.emerald.spi.rule.FileCheck;
import dev.emerald.spi.scope.ApiPattern;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/**
 * What the engine's loop has to be equal to, written as plainly as it can be: for every rule a walk
 * over the tree, for every node a question to every subscription.
 */
final class NaiveLoop implements FileLoop {

  @Override
  public void go(DispatchTable table, FileRun run) {
    Program program = run.tree().program();
    for (RuleEntry rule : table.rules()) {
      for (FileCheck<? super Program> check : rule.files()) {
        run.visit(rule.number(), check, program);
      }
      for (Node node : inOrder(program)) {
        for (NodeSubscription subscription : rule.nodes()) {
          if (subscription.type().isInstance(node)) {
            run.visit(rule.number(), subscription.check(), node);
          }
        }
        if (node instanceof Invocation invocation) {
          for (CallSubscription subscription : rule.calls()) {
            if (canonical(subscription.api(), table)
                .matches(run.scopes().apiOf(invocation.callee()))) {
              run.visit(rule.number(), subscription.check(), invocation);
            }
          }
        }
      }
    }
    if (table.usesWanted()) {
      for (Node node : inOrder(program)) {
        if (node instanceof Invocation invocation) {
          String api = run.scopes().apiOf(invocation.callee());
          if (api != null) {
            run.uses().called(api, invocation);
          }
        } else {
          run.uses().read(run.tree(), node.number());
        }
      }
    }
  }

  private static ApiPattern canonical(ApiPattern pattern, DispatchTable table) {
    return ApiPattern.anyOf(pattern.names().stream().map(table.canonical()).toArray(String[]::new));
  }

  private static List<Node> inOrder(Program program) {
    List<Node> all = new ArrayList<>();
    Deque<Node> open = new ArrayDeque<>();
    open.push(program);
    while (!open.isEmpty()) {
      Node node = open.pop();
      all.add(node);
      List<Node> children = new ArrayList<>();
      node.forEachChild(children::add);
      Collections.reverse(children);
      children.forEach(open::push);
    }
    return all;
  }
}
