package dev.emerald.core.internal.flow.prototypes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Guards that hang on options, on functions chosen by them, and on what else names a key. */
final class FlagsTest {

  /** With inherited properties names are refused, without them only own ones are read. */
  private static final String EITHER =
      """
      module.exports = (options) => {
        let has;
        if (options.inherited) has = () => true;
        else has = (object, key) => Object.hasOwn(object, key);
        function get(object, key) {
          if (has(object, key)) return object[key];
        }
        function set(object, path, value) {
          const key = String(path[0]);
          const current = get(object, key);
          if (options.inherited && (REFUSED)) throw new Error('no key');
          if (path.length === 1) {
            object[key] = value;
            return;
          }
          if (current === undefined) {
            if (typeof path[1] === 'number') object[key] = [];
            else object[key] = {};
          }
          set(object[key], path.slice(1), value);
        }
        return { set };
      };
      """;

  private static String refusing(String condition) {
    return EITHER.replace("REFUSED", condition);
  }

  @Test
  void eitherWayOfAnOptionMayBeGuardedOnItsOwn() {
    String all = "key === '__proto__' || (key === 'constructor' && typeof current === 'function')";
    assertThat(Library.of(refusing(all)).writes()).isEmpty();
    assertThat(Library.of(refusing(all.replace("__proto__", "other"))).writes())
        .containsExactly("object[key] = value;");
  }

  @Test
  void aGuardUnderAnOptionIsNoneWithoutIt() {
    String text =
        """
        exports.set = (object, path, value, options) => {
          const keys = path.split('.');
          const last = keys.pop();
          for (const key of keys) {
            if (options.strict && key === '__proto__') return;
            if (typeof object[key] !== 'object') object[key] = {};
            object = object[key];
          }
          object[last] = value;
        };
        """;
    assertThat(Library.of(text).writes()).containsExactly("object[last] = value;");
    assertThat(Library.of(text.replace("options.strict && ", "")).writes()).isEmpty();
  }

  @Test
  void anElementIsKnownByItsPlaceAsWell() {
    String text =
        """
        const NAMES = ['__proto__', 'constructor', 'prototype'];
        exports.set = (object, path, value) => {
          const keys = path.split('.');
          keys.reduce((at, key, i) => {
            if (NAMES.includes(keys[i])) return at;
            return (at[key] = i === keys.length - 1 ? value : at[key] || {});
          }, object);
        };
        """;
    assertThat(Library.of(text).writes()).isEmpty();
    assertThat(Library.of(text.replace("keys[i]", "keys[0]")).writes()).hasSize(1);
  }

  @Test
  void whatIsStoredOnOneBranchIsNotThereOnTheOther() {
    String text =
        """
        const isObject = (value) => Object.prototype.toString.call(value) === '[object Object]';
        module.exports = function extend(target, source) {
          for (const key in source) {
            const value = source[key];
            if (Array.isArray(value)) {
              if (!Array.isArray(target[key])) target[key] = [];
              extend(target[key], value);
            } else if (isObject(value)) {
              if (!isObject(target[key])) target[key] = {};
              extend(target[key], value);
            } else {
              target[key] = value;
            }
          }
        };
        """;
    assertThat(Library.of(text).writes()).containsExactly("target[key] = value;");
  }

  @Test
  void anArrayOfACallerIsAGuessWhereTextIsKeptOut() {
    String text =
        """
        exports.set = (object, path, value) => {
          for (let i = 0; i < path.length - 1; i++) {
            const key = path[i];
            if (key === '__proto__' || key === 'constructor') return;
            object = object[key];
          }
          object[path[path.length - 1]] = value;
        };
        """;
    assertThat(Library.of(text).writes()).isEmpty();
    assertThat(Library.of(text).messages()).hasSize(1);
  }

  @Test
  void whatIsAskedToDoSomethingHasNoKeysOfCallers() {
    String text =
        """
        const stamp = (update, schema) => {
          ASKED
          for (const key of update.keys) {
            for (const name of schema.names) update[key][name] = Date.now();
          }
        };
        exports.apply = (update, model) => stamp(update, model.schema);
        """;
    assertThat(Library.of(text.replace("ASKED", "")).writes()).hasSize(1);
    assertThat(Library.of(text.replace("ASKED", "schema.validate(update);")).writes()).isEmpty();
  }

  @Test
  void anElementThatIsReadAgainWasLookedAt() {
    String text =
        """
        const isBad = (key) => ['__proto__', 'constructor', 'prototype'].includes(key);
        exports.set = (object, path, value) => {
          for (let i = 0; i < path.length; i++) {
            if (i === path.length - 1) object[path[i]] = value;
            else if (!isBad(path[WHICH])) object = object[path[i]];
          }
        };
        """;
    assertThat(Library.of(text.replace("WHICH", "i")).writes()).isEmpty();
    assertThat(Library.of(text.replace("WHICH", "0")).writes()).hasSize(1);
  }

  @Test
  void namesOfItsOwnAreNoneOfThose() {
    String text =
        """
        exports.set = (object, path, value) => {
          const keys = path.split('.');
          const last = keys.pop();
          for (const key of keys) {
            if (Object.getOwnPropertyNames(object).indexOf(key) === -1) return;
            object = object[key];
          }
          object[last] = value;
        };
        """;
    assertThat(Library.of(text).writes()).isEmpty();
    assertThat(Library.of(text.replace("getOwnPropertyNames", "getOwn")).writes()).hasSize(1);
  }

  @Test
  void anyOfSeveralReasonsToStoreIsEnough() {
    String text =
        """
        exports.set = (object, path, value) => {
          const keys = path.split('.');
          const last = keys.pop();
          for (const key of keys) {
            if (!object[key] || typeof object[key] !== 'object' || !Object.hasOwn(object, key)) {
              object[key] = {};
            }
            object = object[key];
          }
          object[last] = value;
        };
        """;
    assertThat(Library.of(text).writes()).isEmpty();
    assertThat(Library.of(text.replace(" || !Object.hasOwn(object, key)", "")).writes())
        .containsExactly("object[last] = value;");
  }

  @Test
  void aSaferReadDecidesWhetherToDescend() {
    String text =
        """
        const read = (object, key) => (key === '__proto__' ? undefined : object[key]);
        const kind = (value) => {
          if (value === null) return 'null';
          return typeof value;
        };
        module.exports = function merge(target, source) {
          for (const key in source) {
            if (kind(read(source, key)) === 'object' && kind(target[key]) === 'object') {
              merge(target[key], source[key]);
            } else {
              target[key] = source[key];
            }
          }
        };
        """;
    assertThat(Library.of(text).writes()).isEmpty();
    assertThat(Library.of(text.replace("? undefined", "? object")).writes()).hasSize(1);
  }

  @Test
  void whatACallMakesSureOfRulesOutWhatIsDoneOtherwise() {
    assertThat(merging("isObject(value) && isObject(source)").writes()).isEmpty();
    assertThat(merging("isObject(value)").writes()).containsExactly("object[key] = made;");
  }

  /** A merge that asks what to do with what is no object, and descends into what is. */
  private static Library merging(String condition) {
    return Library.of(
        """
        function isObject(value) {
          return value !== null && typeof value === 'object';
        }
        function merge(object, source, customize) {
          Object.keys(source).forEach((key) => {
            const value = source[key];
            if (isObject(value)) {
              if (key === '__proto__' || key === 'constructor') return;
              merge(object[key], value, customize);
            } else {
              const made = customize ? customize(object[key], value) : value;
              object[key] = made;
            }
          });
        }
        function defaults(value, source) {
          if (%s) {
            merge(value, source, defaults);
          }
          return value;
        }
        exports.merge = (object, source) => merge(object, source, defaults);
        """
            .formatted(condition));
  }

  @Test
  void namesOfOneOfTwoObjectsMayBeOfTheOther() {
    String walk =
        """
        function walk(target, source, options) {
          const from = options.reversed ? target : source;
          for (const key in from) {
            if (!%s.hasOwnProperty(key)) continue;
            if (typeof source[key] === 'object') walk(target[key], source[key], options);
            else target[key] = source[key];
          }
        }
        module.exports = (target, source, options) => walk(target, source, options);
        """;
    assertThat(Library.of(walk.formatted("source")).writes())
        .containsExactly("target[key] = source[key];");
  }

  @Test
  void aVariableThatWasAssignedOnOneBranchIsGuardedAsAnyOther() {
    String set =
        """
        exports.set = (target, path, value, prefix) => {
          const keys = path.split('.');
          const last = keys.pop();
          for (let key of keys) {
            if (prefix) {
              key = key.trim();
            }
            if (%s) return;
            target = target[key];
          }
          target[last] = value;
        };
        """;
    assertThat(Library.of(set.formatted("key === '__proto__' || key === 'constructor'")).writes())
        .isEmpty();
    assertThat(Library.of(set.formatted("key === 'toString'")).writes())
        .containsExactly("target[last] = value;");
  }

  @Test
  void aFunctionThatPutsTheLanguagesInItsOwnPlaceIsKnownByItsName() {
    String merge =
        """
        let %1$s = (object, key) => {
          %1$s = Object.hasOwn || Function.prototype.call.bind(Object.prototype.hasOwnProperty);
          return %1$s(object, key);
        };
        function merge(target, source) {
          for (const key of Object.keys(source)) {
            if (%1$s(target, key)) merge(target[key], source[key]);
            else target[key] = source[key];
          }
        }
        exports.merge = (target, source) => merge(target, source);
        """;
    assertThat(Library.of(merge.formatted("has")).messages()).isEmpty();
    assertThat(Library.of(merge.formatted("look")).writes())
        .containsExactly("target[key] = source[key];");
  }
}
