package dev.emerald.core.internal.dispatch;

import dev.emerald.core.internal.dispatch.DispatchTable.Slot;
import dev.emerald.core.internal.dispatch.DispatchTable.Wildcard;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.Invocation;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.NodeKind;
import dev.emerald.spi.ast.Program;
import dev.emerald.spi.ast.SyntaxTree;

/**
 * The one loop: over the flat tree, from its first node to its last. The kind of a node is a byte
 * in an array; nodes that nobody asked for are not even loaded. The callee of a call is resolved
 * once, however many rules ask for it. Nothing is allocated per node.
 */
public final class TableLoop implements FileLoop {

  /** How many nodes lie between two questions whether to go on; a power of two. */
  private static final int STRETCH = 1024;

  @Override
  public void go(DispatchTable table, FileRun run) {
    SyntaxTree tree = run.tree();
    for (Slot<Program> slot : table.files()) {
      run.visit(slot.rule(), slot.check(), tree.program());
    }
    boolean uses = table.usesWanted();
    boolean calls = uses || table.asksForCalls();
    for (int i = 0, size = tree.size(); i < size; i++) {
      if ((i & STRETCH - 1) == 0) {
        run.stop().check();
      }
      NodeKind kind = tree.kind(i);
      Slot<Node>[] slots = table.nodes(kind);
      for (int s = 0; s < slots.length; s++) {
        run.visit(slots[s].rule(), slots[s].check(), tree.node(i));
      }
      if (kind == NodeKind.CALL_EXPRESSION || kind == NodeKind.NEW_EXPRESSION) {
        if (calls) {
          invocation(table, run, (Invocation) tree.node(i));
        }
      } else if (uses && (kind == NodeKind.IDENTIFIER || kind == NodeKind.MEMBER_EXPRESSION)) {
        run.uses().read(tree, i);
      }
    }
  }

  private static void invocation(DispatchTable table, FileRun run, Invocation invocation) {
    Expression callee = invocation.callee();
    String api = run.scopes().apiOf(callee);
    if (api == null) {
      return;
    }
    Slot<Invocation>[] slots = table.calls(api);
    if (slots != null) {
      for (int s = 0; s < slots.length; s++) {
        run.visit(slots[s].rule(), slots[s].check(), invocation);
      }
    }
    Wildcard[] wildcards = table.wildcards();
    for (int w = 0; w < wildcards.length; w++) {
      if (wildcards[w].matches(api)) {
        run.visit(wildcards[w].slot().rule(), wildcards[w].slot().check(), invocation);
      }
    }
    if (table.usesWanted()) {
      run.uses().called(api, invocation);
    }
  }
}
