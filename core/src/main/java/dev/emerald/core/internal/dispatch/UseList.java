package dev.emerald.core.internal.dispatch;

import dev.emerald.spi.ast.ArrowFunctionExpression;
import dev.emerald.spi.ast.AssignmentExpression;
import dev.emerald.spi.ast.AssignmentPattern;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.Invocation;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.Property;
import dev.emerald.spi.ast.PropertyDefinition;
import dev.emerald.spi.ast.SyntaxTree;
import dev.emerald.spi.project.ApiUse;
import dev.emerald.spi.project.ProjectFile;
import dev.emerald.spi.scope.Scopes;
import dev.emerald.spi.source.SourceText;
import java.util.ArrayList;
import java.util.List;

/** Takes down where a file uses APIs: where it calls them, and where it passes them on. */
public final class UseList {

  private final ProjectFile file;
  private final SourceText source;
  private final Scopes scopes;
  private final List<ApiUse> uses = new ArrayList<>();

  UseList(ProjectFile file, SourceText source, Scopes scopes) {
    this.file = file;
    this.source = source;
    this.scopes = scopes;
  }

  /** The uses so far, in the order of the tree. */
  public List<ApiUse> uses() {
    return uses;
  }

  /** Takes down a call. */
  public void called(String api, Invocation invocation) {
    uses.add(new ApiUse(api, file, source.location(invocation.start(), invocation.end()), true));
  }

  /** Takes down an identifier or member expression, if it passes an API on. */
  public void read(SyntaxTree tree, int number) {
    int parent = tree.parentNumber(number);
    if (parent < 0) {
      return;
    }
    Node node = tree.node(number);
    if (node instanceof Expression expression
        && !(node instanceof Identifier name && name.role() != Identifier.Role.REFERENCE)
        && passesOn(tree.node(parent), node)) {
      String api = scopes.apiOf(expression);
      if (api != null) {
        uses.add(new ApiUse(api, file, source.location(node.start(), node.end()), false));
      }
    }
  }

  /** Whether a value goes from a child on to where it can't be followed any more. */
  private static boolean passesOn(Node parent, Node child) {
    return switch (parent.kind()) {
      case CALL_EXPRESSION, NEW_EXPRESSION -> ((Invocation) parent).callee() != child;
      case PROPERTY -> ((Property) parent).value() == child;
      case PROPERTY_DEFINITION -> ((PropertyDefinition) parent).value() == child;
      case ASSIGNMENT_EXPRESSION -> ((AssignmentExpression) parent).right() == child;
      case ASSIGNMENT_PATTERN -> ((AssignmentPattern) parent).right() == child;
      case ARROW_FUNCTION_EXPRESSION -> ((ArrowFunctionExpression) parent).body() == child;
      case ARRAY_EXPRESSION,
          CONDITIONAL_EXPRESSION,
          DECORATOR,
          EXPORT_DEFAULT_DECLARATION,
          LOGICAL_EXPRESSION,
          RETURN_STATEMENT,
          SPREAD_ELEMENT,
          TEMPLATE_LITERAL,
          TS_EXPORT_ASSIGNMENT,
          YIELD_EXPRESSION ->
          true;
      default -> false;
    };
  }
}
