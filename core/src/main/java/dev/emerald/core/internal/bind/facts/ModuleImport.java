package dev.emerald.core.internal.bind.facts;

/**
 * A place where a file names another module.
 *
 * @param specifier as written, or as its constant expression evaluates
 * @param form how it is imported
 * @param typeOnly whether only types come of it: nothing is loaded
 * @param loads whether the module is loaded when the file is: not for names that types alone use,
 *     and not by a function that runs later
 * @param start offset of the importing code, in UTF-16 units
 * @param end just past it
 */
public record ModuleImport(
    String specifier, Form form, boolean typeOnly, boolean loads, int start, int end) {

  /** How a module is imported. */
  public enum Form {
    /** {@code import … from}. */
    IMPORT,
    /** {@code export … from}. */
    REEXPORT,
    /** {@code require}, {@code import x = require()}. */
    REQUIRE,
    /** {@code import()}. */
    DYNAMIC
  }
}
