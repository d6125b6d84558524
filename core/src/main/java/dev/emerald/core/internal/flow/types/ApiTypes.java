package dev.emerald.core.internal.flow.types;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Functions of libraries that pass objects and classes on or put them together. */
final class ApiTypes {

  /** What such a function does. */
  enum Effect {
    /** Nothing that is known. */
    NONE,
    /** Gives its first argument back, wrapped at most. */
    SAME,
    /** Copies the properties of the others into the first, and gives it back. */
    COPY,
    /** Makes the first inherit from the second. */
    INHERIT,
    /** Makes an object whose prototype is the first. */
    CREATE,
    /** Defines a property of the first by a descriptor, and gives it back. */
    DEFINE
  }

  private static final Map<String, Effect> EFFECTS =
      Map.ofEntries(
          Map.entry("Object.assign", Effect.COPY),
          Map.entry("Object.freeze", Effect.SAME),
          Map.entry("Object.seal", Effect.SAME),
          Map.entry("Object.preventExtensions", Effect.SAME),
          Map.entry("Object.create", Effect.CREATE),
          Map.entry("Object.defineProperty", Effect.DEFINE),
          Map.entry("Object.defineProperties", Effect.SAME),
          Map.entry("Object.setPrototypeOf", Effect.INHERIT),
          Map.entry("Reflect.setPrototypeOf", Effect.INHERIT),
          Map.entry("util.inherits", Effect.INHERIT),
          Map.entry("inherits", Effect.INHERIT),
          Map.entry("util.promisify", Effect.SAME),
          Map.entry("pify", Effect.SAME),
          Map.entry("thenify", Effect.SAME),
          Map.entry("co.wrap", Effect.SAME),
          Map.entry("util._extend", Effect.COPY),
          Map.entry("xtend", Effect.COPY),
          Map.entry("extend", Effect.COPY),
          Map.entry("object-assign", Effect.COPY),
          Map.entry("utils-merge", Effect.COPY),
          Map.entry("merge-descriptors", Effect.COPY),
          Map.entry("lodash.extend", Effect.COPY),
          Map.entry("lodash.assign", Effect.COPY),
          Map.entry("lodash.assignIn", Effect.COPY),
          Map.entry("lodash.merge", Effect.COPY),
          Map.entry("lodash.defaults", Effect.COPY),
          Map.entry("underscore.extend", Effect.COPY),
          Map.entry("underscore.defaults", Effect.COPY),
          Map.entry("Promise.resolve", Effect.SAME),
          Map.entry("bluebird.promisify", Effect.SAME),
          Map.entry("bluebird.promisifyAll", Effect.SAME),
          Map.entry("bluebird.method", Effect.SAME),
          Map.entry("bluebird.coroutine", Effect.SAME));

  private static final Set<String> INHERITANCE =
      Set.of("_inherits", "__extends", "inherits", "_inheritsLoose", "extend");

  private static final Set<String> EMITTERS =
      Set.of(
          "events",
          "eventemitter3",
          "eventemitter2",
          "eventemitter2.EventEmitter2",
          "mitt",
          "async_hooks.AsyncLocalStorage");

  private static final Set<String> QUEUES =
      Set.of(
          "async.queue",
          "async/queue",
          "async.priorityQueue",
          "async.cargo",
          "fastq",
          "fastq.promise");

  private ApiTypes() {}

  static boolean known(String api) {
    return of(api) != Effect.NONE;
  }

  static Effect of(String api) {
    return EFFECTS.getOrDefault(plain(api), Effect.NONE);
  }

  static boolean isPromise(@Nullable String api) {
    return api != null && (plain(api).equals("Promise") || api.equals("bluebird"));
  }

  /** Whether a function makes a queue of the function that works on what is put into it. */
  static boolean isQueue(String api) {
    return QUEUES.contains(api);
  }

  /**
   * Whether a class of a library makes objects that do nothing but call their listeners, or keep
   * what they are given.
   */
  static boolean isEmitter(String api) {
    return EMITTERS.contains(api);
  }

  /** Whether a function of the project, by its name, makes its first argument inherit. */
  static boolean isInheritance(String name) {
    return INHERITANCE.contains(name);
  }

  private static String plain(String api) {
    return api.startsWith("globalThis.") ? api.substring("globalThis.".length()) : api;
  }
}
