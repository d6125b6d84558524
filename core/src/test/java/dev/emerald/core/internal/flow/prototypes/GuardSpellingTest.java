package dev.emerald.core.internal.flow.prototypes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Guards are known by what they do. Each spelling is put into a function that merges, one that goes
 * down a path in a loop and one that calls itself for the rest of a path; {@code k} is the key.
 */
final class GuardSpellingTest {

  private static final String HELPERS =
      """
      const NAMES = ['__proto__', 'constructor', 'prototype'];
      const KEPT_OUT = new Set(NAMES);
      const TABLE = { __proto__: null, constructor: true, prototype: true };
      const { isSafe, check } = require('./safe');
      const hasOwn = Object.prototype.hasOwnProperty;
      const isPlain = (name) => {
        switch (name) {
          case '__proto__':
          case 'constructor':
          case 'prototype':
            return false;
          default:
            return true;
        }
      };
      """;

  private static final String SAFE =
      """
      exports.isSafe = (name) =>
        name !== '__proto__' && name !== 'constructor' && name !== 'prototype';
      exports.check = (name) => {
        if (/^(__proto__|constructor|prototype)$/.test(name)) throw new Error('no key');
      };
      """;

  private static final String MERGE =
      """
      module.exports = function merge(target, source) {
        for (const k in source) {
          GUARD
          if (typeof source[k] === 'object') merge(target[k], source[k]);
          else target[k] = source[k];
        }
      };
      """;

  private static final String LOOP =
      """
      module.exports = (target, path, value) => {
        const keys = path.split('.');
        const last = keys.pop();
        for (const k of keys) {
          GUARD
          target = target[k];
        }
        target[last] = value;
      };
      """;

  private static final String RECURSION =
      """
      function put(target, keys, value) {
        const k = String(keys[0]);
        GUARD
        if (keys.length === 1) target[k] = value;
        else put(target[k], keys.slice(1), value);
      }
      module.exports = put;
      """;

  private static String withGuard(String shape, String guard) {
    String stop = shape.equals(MERGE) ? "continue" : "return";
    return HELPERS + shape.replace("GUARD", guard.replace("STOP", stop));
  }

  private static Library library(String shape, String guard) {
    return Library.of(withGuard(shape, guard)).with("safe.js", SAFE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "if (k === '__proto__' || k === 'constructor' || k === 'prototype') STOP;",
        "if (k == '__proto__' || k == 'constructor') STOP;",
        "if ('__proto__' === k || 'constructor' === k) STOP;",
        "if (k === '__proto__') STOP; if (k === 'prototype') STOP;",
        "if (!isSafe(k)) STOP;",
        "check(k);",
        "if (!isPlain(k)) STOP;",
        "if (NAMES.includes(k)) STOP;",
        "if (NAMES.indexOf(k) !== -1) STOP;",
        "if (NAMES.indexOf(k) >= 0) STOP;",
        "if (~NAMES.indexOf(k)) STOP;",
        "if (KEPT_OUT.has(k)) STOP;",
        "if (new Set(['__proto__', 'constructor', 'prototype']).has(k)) STOP;",
        "if (/__proto__|constructor|prototype/.test(k)) STOP;",
        "if (k.match(/^(__proto__|constructor)$/)) STOP;",
        "if (k in Object.prototype) STOP;",
        "if (!hasOwn.call(target, k)) STOP;",
        "if (!Object.prototype.hasOwnProperty.call(target, k)) STOP;",
        "if (!target.hasOwnProperty(k)) STOP;",
        "if (!Object.hasOwn(target, k)) STOP;",
        "if (!Object.getOwnPropertyDescriptor(target, k)) STOP;",
        "if (k.startsWith('__') || k === 'constructor') STOP;",
        "if (k[0] === '_' || k === 'constructor') STOP;",
        "if (k.length < 20 && (k === '__proto__' || k === 'constructor')) STOP;",
        "if (!/^\\d+$/.test(k)) STOP;",
        "if (!Number.isInteger(+k)) STOP;",
        "if (!['name', 'colour', 'size'].includes(k)) STOP;",
        "if (k.toLowerCase() === '__proto__' || k === 'constructor') STOP;",
        "if (target[k] === Object.prototype || k === 'constructor') STOP;",
      })
  void whatKeepsTheNamesOutIsSilentInEveryShape(String guard) {
    assertThat(library(MERGE, guard).writes()).as("merge").isEmpty();
    assertThat(library(LOOP, guard).writes()).as("loop").isEmpty();
    assertThat(library(RECURSION, guard).writes()).as("recursion").isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "if (!k) STOP;",
        "if (k === 'toString') STOP;",
        "if (typeof k !== 'string') STOP;",
        "if (k.length > 100) STOP;",
        "if (['hasOwnProperty', 'valueOf'].includes(k)) STOP;",
        "if (k.toLowerCase().trim() === '') STOP;",
        "if (options.strict && (k === '__proto__' || k === 'constructor')) STOP;",
      })
  void whatDoesNotKeepThemOutIsNot(String guard) {
    String text = guard.contains("options") ? "const options = require('./options');\n" : "";
    assertThat(Library.of(text + withGuard(MERGE, guard)).with("safe.js", SAFE).writes())
        .as("merge")
        .hasSize(1);
    assertThat(Library.of(text + withGuard(LOOP, guard)).with("safe.js", SAFE).writes())
        .as("loop")
        .hasSize(1);
    assertThat(Library.of(text + withGuard(RECURSION, guard)).with("safe.js", SAFE).writes())
        .as("recursion")
        .hasSize(1);
  }
}
