package dev.emerald.benchmarks;

import com.oracle.js.parser.ErrorManager;
import com.oracle.js.parser.Parser;
import com.oracle.js.parser.ParserException;
import com.oracle.js.parser.ScriptEnvironment;
import com.oracle.js.parser.Source;
import com.oracle.js.parser.ir.FunctionNode;
import org.jspecify.annotations.Nullable;

/** The parser inside GraalJS: not exported, reachable on the class path alone. */
final class GraalParser {

  private static final ScriptEnvironment ENVIRONMENT =
      ScriptEnvironment.builder()
          .ecmaScriptVersion(Integer.MAX_VALUE)
          .emptyStatements(true)
          .shebang(true)
          .allowBigInt(true)
          .annexB(true)
          .classFields(true)
          .importAttributes(true)
          .privateFieldsIn(true)
          .topLevelAwait(true)
          .build();

  private GraalParser() {}

  /**
   * Parses as a script, then as a module: the order that takes most files the first time.
   *
   * @return null if neither is accepted
   */
  static @Nullable FunctionNode parse(String name, String text) {
    try {
      return parser(name, text).parse();
    } catch (ParserException script) {
      try {
        return parser(name, text).parseModule(name);
      } catch (ParserException module) {
        return null;
      }
    }
  }

  /** Parses as a module, or as a script. */
  static FunctionNode parse(String name, String text, boolean module) {
    return module ? parser(name, text).parseModule(name) : parser(name, text).parse();
  }

  /** Whether a text is accepted as a module, and not as a script. */
  static boolean onlyModule(String name, String text) {
    try {
      parser(name, text).parse();
      return false;
    } catch (ParserException script) {
      return true;
    }
  }

  private static Parser parser(String name, String text) {
    return new Parser(
        ENVIRONMENT, Source.sourceFor(name, text), new ErrorManager.ThrowErrorManager());
  }
}
