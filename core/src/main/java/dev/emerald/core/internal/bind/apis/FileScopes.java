package dev.emerald.core.internal.bind.apis;

import dev.emerald.core.internal.bind.links.ApiLinks;
import dev.emerald.core.internal.bind.names.Names;
import dev.emerald.core.internal.bind.writes.PropertyWrites;
import dev.emerald.spi.ast.ArrayExpression;
import dev.emerald.spi.ast.ClassLike;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.FunctionLike;
import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.Invocation;
import dev.emerald.spi.ast.JSXIdentifier;
import dev.emerald.spi.ast.MemberExpression;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.SpreadElement;
import dev.emerald.spi.regex.RegexPattern;
import dev.emerald.spi.scope.Constant;
import dev.emerald.spi.scope.ObjectView;
import dev.emerald.spi.scope.Scope;
import dev.emerald.spi.scope.Scopes;
import dev.emerald.spi.scope.Symbol;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answers for rules, about a file of a linked project. */
public final class FileScopes implements Scopes {

  private final Names names;
  private final Evaluator evaluator;
  private final RegexExpressions regexes;

  /** The answers about a file. */
  public FileScopes(Names names, ApiLinks links) {
    this.names = names;
    String path = names.tree().program().source().path();
    this.evaluator = new Evaluator(names, new ProjectLinkage(links, path));
    this.regexes = new RegexExpressions(names, this);
  }

  @Override
  public @Nullable Symbol symbolOf(Identifier identifier) {
    return names.uncertain(identifier.number()) ? null : names.symbolAt(identifier.number());
  }

  @Override
  public @Nullable Symbol symbolOf(JSXIdentifier name) {
    return names.uncertain(name.number()) ? null : names.symbolAt(name.number());
  }

  @Override
  public Scope scopeOf(Node node) {
    return names.scopeOf(node);
  }

  @Override
  public @Nullable String apiOf(Expression expression) {
    return evaluator.name(expression);
  }

  @Override
  public @Nullable Expression argumentOf(Invocation call, int index) {
    if (!(call.callee() instanceof MemberExpression member) || member.computed()) {
      return call.argument(index);
    }
    String key = PropertyWrites.key(member);
    boolean calls = "call".equals(key);
    if (!calls && !"apply".equals(key)) {
      return call.argument(index);
    }
    String api = apiOf(member);
    if (api == null || !api.equals(apiOf(member.object()))) {
      return call.argument(index);
    }
    if (calls) {
      return call.argument(index + 1);
    }
    Expression list = call.argument(1);
    return list != null && origin(list) instanceof ArrayExpression array
        ? element(array, index)
        : null;
  }

  private static @Nullable Expression element(ArrayExpression array, int index) {
    List<@Nullable Expression> elements = array.elements();
    for (int i = 0; i <= index && i < elements.size(); i++) {
      if (elements.get(i) instanceof SpreadElement) {
        return null;
      }
    }
    return index < elements.size() ? elements.get(index) : null;
  }

  @Override
  public @Nullable Constant constantOf(Expression expression) {
    return evaluator.constants.constantOf(expression);
  }

  @Override
  public Expression origin(Expression expression) {
    return evaluator.constants.origins().origin(expression);
  }

  @Override
  public @Nullable FunctionLike functionOf(Expression expression) {
    return evaluator.value(expression) instanceof LocalValue.OfFunction made ? made.node() : null;
  }

  @Override
  public @Nullable ClassLike classOf(Expression expression) {
    return evaluator.value(expression) instanceof LocalValue.OfClass made ? made.node() : null;
  }

  @Override
  public @Nullable ObjectView objectOf(Expression expression) {
    return evaluator.constants.objects().objectOf(expression);
  }

  @Override
  public @Nullable RegexPattern regexOf(Expression expression) {
    return regexes.of(expression);
  }
}
