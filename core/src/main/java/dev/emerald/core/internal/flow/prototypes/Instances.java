package dev.emerald.core.internal.flow.prototypes;

import dev.emerald.core.internal.flow.effects.Values;
import dev.emerald.core.internal.flow.ir.Body;
import dev.emerald.core.internal.flow.ir.FileFlow;
import dev.emerald.core.internal.flow.ir.Op;
import dev.emerald.core.internal.flow.types.Program;
import java.util.BitSet;
import java.util.Set;

/**
 * Parameters that are asked to do something by a method which no text, list or function has. Code
 * made such an object, a connection or a model; no outsider gives one as data, so that its
 * properties are not the keys of outsiders.
 */
final class Instances {

  private static final Set<String> OF_ANYTHING =
      Set.of(
          "call",
          "apply",
          "bind",
          "hasOwnProperty",
          "propertyIsEnumerable",
          "isPrototypeOf",
          "valueOf",
          "toLocaleString",
          "toJSON",
          "push",
          "unshift",
          "indexOf",
          "lastIndexOf",
          "includes",
          "startsWith",
          "endsWith",
          "charCodeAt",
          "codePointAt",
          "search",
          "test",
          "localeCompare",
          "padStart",
          "padEnd",
          "repeat",
          "fill",
          "flat",
          "keys",
          "entries",
          "has",
          "set",
          "add",
          "delete",
          "clear",
          "then",
          "catch",
          "reduce",
          "reduceRight",
          "findLast",
          "findLastIndex",
          "toFixed");

  private final BitSet found = new BitSet();

  Instances(Program program) {
    for (int function = 0; function < program.functions(); function++) {
      Body body = program.body(function);
      FileFlow file = program.flowOf(function);
      for (int v = 0; v < body.size(); v++) {
        String method = body.op(v) == Op.CALL ? Values.method(file, body, v) : null;
        int receiver = method == null ? -1 : Values.receiver(body, v);
        int plain = receiver < 0 ? -1 : Values.plain(body, receiver);
        if (method != null && plain >= 0 && body.op(plain) == Op.PARAM && !isOfLanguage(method)) {
          found.set(program.parameters(function)[body.a(plain)]);
        }
      }
    }
  }

  private static boolean isOfLanguage(String method) {
    return OF_ANYTHING.contains(method)
        || Keys.OF_ARRAY.contains(method)
        || KeyCalls.PARTS.contains(method)
        || KeyCalls.TEXT.contains(method)
        || KeyCalls.ELEMENT.contains(method)
        || KeyCalls.SAME.contains(method);
  }

  /** Whether a value of the program is such a parameter. */
  boolean has(int value) {
    return found.get(value);
  }
}
