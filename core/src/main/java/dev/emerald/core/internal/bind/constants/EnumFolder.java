package dev.emerald.core.internal.bind.constants;

import dev.emerald.core.internal.bind.names.FileSymbol;
import dev.emerald.core.internal.bind.names.Names;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.TSEnumDeclaration;
import dev.emerald.spi.ast.TSEnumMember;
import dev.emerald.spi.scope.Constant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values of enumerations of TypeScript, numbered where they are not given. */
final class EnumFolder {

  private final Names names;
  private final ConstantFolder constants;
  private final Map<TSEnumDeclaration, Map<String, Constant>> folded = new HashMap<>();

  EnumFolder(Names names, ConstantFolder constants) {
    this.names = names;
    this.constants = constants;
  }

  /** The value of a member of the enumeration that a name declares, or null. */
  @Nullable Constant member(FileSymbol symbol, String name) {
    Constant found = null;
    for (int i = 0; i < symbol.declarationCount(); i++) {
      Node id = names.tree().node(symbol.declaration(i));
      if (names.tree().parent(id) instanceof TSEnumDeclaration declaration) {
        Constant value = members(declaration).get(name);
        found = value == null ? found : value;
      }
    }
    return symbol.writes() > 0 ? null : found;
  }

  /** The value of a member, or null. */
  @Nullable Constant member(TSEnumMember member) {
    String name = name(member);
    return name != null && names.tree().parent(member) instanceof TSEnumDeclaration declaration
        ? members(declaration).get(name)
        : null;
  }

  private Map<String, Constant> members(TSEnumDeclaration declaration) {
    Map<String, Constant> known = folded.get(declaration);
    if (known != null) {
      return known;
    }
    Map<String, Constant> values = new HashMap<>();
    folded.put(declaration, values);
    Constant next = Constant.of(0);
    for (TSEnumMember member : declaration.members()) {
      Expression initializer = member.initializer();
      Constant value = initializer == null ? next : constants.constantOf(initializer);
      String name = name(member);
      if (name != null && value != null) {
        values.put(name, value);
      }
      next =
          value != null && value.type() == Constant.Type.NUMBER
              ? Constant.of(value.number() + 1)
              : null;
    }
    return values;
  }

  private @Nullable String name(TSEnumMember member) {
    if (!member.computed() && member.id() instanceof Identifier id) {
      return id.name();
    }
    Constant key = constants.constantOf(member.id());
    return key == null ? null : key.string();
  }
}
