package dev.emerald.spi.rule;

/**
 * A rule. It says of itself what {@link RuleInfo} asks for, and subscribes to what it wants to see:
 *
 * <pre>{@code
 * @RuleInfo(
 *     id = "no-eval",
 *     title = "Code made from a string",
 *     severity = Severity.MEDIUM,
 *     cwe = 95,
 *     roadmap = RoadmapItem.DEP_5,
 *     why = "A string that is run as code does whatever its author wants.",
 *     remedy = "Parse data with JSON.parse; call functions by name.",
 *     bad = @Example("eval(text);"),
 *     good = @Example("JSON.parse(text);"))
 * public final class NoEval implements Rule {
 *   public void register(Hooks on) {
 *     on.call(api("globalThis.eval"), (call, context) -> context.report(call, "eval runs a string"));
 *   }
 * }
 * }</pre>
 *
 * <p>A rule is one object for all files and threads and must hold no state that changes. What it
 * throws is caught around the single callback: the rule is then off for that file, and a notice
 * says so.
 */
public interface Rule {

  /** Subscribes to what the rule wants to see. Called once for every analyzer. */
  void register(Hooks on);

  /**
   * What the rule says of itself. Read from the {@link RuleInfo} on its class; a rule that is made
   * from data overrides this.
   *
   * @throws IllegalStateException if the class has no {@link RuleInfo}
   */
  default RuleFacts facts() {
    return RuleFacts.of(getClass());
  }
}
