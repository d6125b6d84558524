package dev.emerald.core.internal.flow.prototypes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Shapes of code that walk down an object and write, and twins of them that cannot do harm. */
final class PollutionTest {

  private static final String WRITE = "target[key] = source[key];";

  @Test
  void argumentsAreFollowedThroughListsOfThem() {
    assertThat(
            Library.of(
                    """
                    module.exports = function extend() {
                      var args = [].slice.call(arguments);
                      var deep = typeof args[0] === 'boolean' ? args.shift() : false;
                      var target = args[0];
                      args.slice(1).forEach(function (source) {
                        for (var key in source) {
                          if (deep && typeof source[key] === 'object') {
                            extend(true, target[key], source[key]);
                          } else {
                            target[key] = source[key];
                          }
                        }
                      });
                      return target;
                    };
                    """)
                .writes())
        .containsExactly(WRITE);
  }

  @Test
  void theSameArgumentMayBeSpokenOfOften() {
    assertThat(
            Library.of(
                    """
                    module.exports = function extend() {
                      if (typeof arguments[0] !== 'object') return arguments[0];
                      var target = arguments[0];
                      var source = arguments[1];
                      Object.keys(source).forEach(function (key) {
                        if (typeof source[key] === 'object') extend(target[key], source[key]);
                        else target[key] = source[key];
                      });
                    };
                    """)
                .writes())
        .containsExactly(WRITE);
  }

  @Test
  void aListThatIsFilledByIndexHoldsWhatIsPutIn() {
    assertThat(
            Library.of(
                    """
                    function merge(target) {
                      for (var n = arguments.length, all = new Array(n), i = 1; i < n; i++) {
                        all[i - 1] = arguments[i];
                      }
                      all.forEach(function (source) {
                        Object.keys(source).forEach(function (key) {
                          if (typeof source[key] === 'object') merge(target[key], source[key]);
                          else target[key] = source[key];
                        });
                      });
                    }
                    module.exports = merge;
                    """)
                .writes())
        .containsExactly(WRITE);
  }

  @Test
  void aCallbackGetsItsReceiverFromTheCallThatItIsGivenTo() {
    assertThat(
            Library.of(
                    """
                    const forIn = require('for-in');
                    function mix(target, source) {
                      forIn(source, copy, target);
                      return target;
                    }
                    function copy(value, key) {
                      if (typeof value === 'object') mix(this[key], value);
                      else this[key] = value;
                    }
                    module.exports = mix;
                    """)
                .writes())
        .containsExactly("this[key] = value;");
  }

  @Test
  void anIteratorOfTheProjectIsLookedThrough() {
    assertThat(
            Library.of(
                    """
                    const hasOwn = Object.prototype.hasOwnProperty;
                    function forIn(object, run, receiver) {
                      for (const name in object) exec(run, object, name, receiver);
                    }
                    function exec(run, object, name, receiver) {
                      return run.call(receiver, object[name], name, object);
                    }
                    function forOwn(object, run, receiver) {
                      forIn(object, function (value, name) {
                        // What it has of its own it was asked for: this keeps nothing out.
                        if (hasOwn.call(object, name)) run.call(receiver, object[name], name);
                      });
                    }
                    module.exports = function defaults(target, source) {
                      forOwn(source, function (value, key) {
                        if (typeof value === 'object') defaults(target[key], value);
                        else target[key] = source[key];
                      });
                    };
                    """)
                .writes())
        .containsExactly("target[key] = source[key];");
  }

  @Test
  void whatReduceHandsOnIsFollowed() {
    assertThat(
            Library.of(
                    """
                    exports.set = function (target, path, value) {
                      const keys = path.split('.');
                      keys.slice(0, -1).reduce(function (at, key) {
                        return (at[key] = at[key] || {});
                      }, target)[keys.pop()] = value;
                    };
                    """)
                .writes())
        .containsExactly("keys.slice(0, -1).reduce(function (at, key) {");
  }

  @Test
  void theExportsMayBeNamedInAnyWay() {
    assertThat(
            Library.of(
                    """
                    function merge(target, source) {
                      for (const key in source) {
                        if (typeof source[key] === 'object') merge(target[key], source[key]);
                        else target[key] = source[key];
                      }
                    }
                    module["exports"] = merge;
                    """)
                .writes())
        .containsExactly("" + WRITE);
  }

  @Test
  void everyWriteOfAFunctionIsShown() {
    assertThat(
            Library.of(
                    """
                    function merge(target, source) {
                      for (const key in source) {
                        const value = source[key];
                        if (value instanceof Date) {
                          target[key] = new Date(value.getTime());
                        } else if (typeof value === 'object') {
                          merge(target[key], value);
                        } else if (value !== undefined) {
                          target[key] = value;
                        }
                      }
                    }
                    module.exports = merge;
                    """)
                .writes())
        .containsExactly("target[key] = new Date(value.getTime());", "target[key] = value;");
  }

  @Test
  void whereAnObjectMayInheritItIsNotBare() {
    assertThat(
            Library.of(
                    """
                    module.exports = function apply(target, patch) {
                      if (typeof target !== 'object') target = Object.create(null);
                      for (const key of Object.keys(patch)) {
                        const value = patch[key];
                        if (typeof value === 'object') apply(target[key], value);
                        else target[key] = value;
                      }
                      return target;
                    };
                    """)
                .writes())
        .containsExactly("target[key] = value;");
  }

  @Test
  void objectsThatInheritNothingAreSilent() {
    assertThat(
            Library.of(
                    """
                    class Registry {
                      constructor() {
                        this.groups = Object.create(null);
                      }
                      load(entries) {
                        for (const line of entries.split('\\n')) {
                          const [group, name, value] = line.split('=');
                          const known = this.groups[group] || Object.create(null);
                          this.groups[group] = known;
                          known[name] = value;
                        }
                      }
                    }
                    module.exports = Registry;
                    """)
                .writes())
        .isEmpty();
  }

  @Test
  void aMethodIsNotCalledOnWhatAllInherit() {
    assertThat(
            Library.of(
                    """
                    class Model {
                      set(fields) {
                        for (const key of Object.keys(fields)) this[key] = fields[key];
                      }
                    }
                    class Registry {
                      constructor() {
                        this.models = { user: new Model() };
                      }
                      update(path, fields) {
                        for (const name of path.split('.')) this.models[name].set(fields);
                      }
                    }
                    module.exports = Registry;
                    """)
                .writes())
        .isEmpty();
  }

  @Test
  void anObjectOfOneCallerAndAKeyOfAnotherDoNotMeet() {
    assertThat(
            Library.of(
                    """
                    function put(object, key, value) {
                      object[key] = value;
                    }
                    exports.mark = (tree, path) => {
                      for (const name of path.split('.')) put(tree[name], 'seen', true);
                    };
                    exports.copy = (source) => {
                      const copy = {};
                      for (const key of Object.keys(source)) put(copy, key, source[key]);
                      return copy;
                    };
                    """)
                .writes())
        .isEmpty();
  }

  @Test
  void anObjectAndAKeyOfOneCallerDo() {
    assertThat(
            Library.of(
                    """
                    function put(object, key, value) {
                      object[key] = value;
                    }
                    exports.apply = (tree, changes) => {
                      for (const name of Object.keys(changes)) {
                        for (const key of Object.keys(changes[name])) {
                          put(tree[name], key, changes[name][key]);
                        }
                      }
                    };
                    """)
                .writes())
        .containsExactly("object[key] = value;");
  }

  @Test
  void namesThatAreGivenOneByOneAreAGuess() {
    Library library =
        Library.of(
            """
            const handlers = { formatters: {}, validators: {} };
            exports.handler = (type, name, run) => {
              handlers[type][name] = run;
            };
            """);
    assertThat(library.writes()).isEmpty();
    assertThat(library.messages()).hasSize(1);
  }

  @Test
  void whatStaysOpenIsSaid() {
    assertThat(
            Library.of(
                    """
                    exports.set = (target, path, value) => {
                      const keys = path.split('.');
                      const last = keys.pop();
                      for (const key of keys) {
                        if (key === '__proto__') return;
                        target = target[key];
                      }
                      target[last] = value;
                    };
                    """)
                .messages())
        .singleElement()
        .asString()
        .contains("`__proto__` is kept out, `constructor.prototype` is not");
  }
}
