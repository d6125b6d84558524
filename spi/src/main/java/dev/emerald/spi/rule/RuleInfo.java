package dev.emerald.spi.rule;

import dev.emerald.spi.finding.Confidence;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.roadmap.RoadmapItem;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a rule says of itself: its documentation, and its first tests. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface RuleInfo {

  /** The name in configuration and reports: lower case, digits and dashes. Never changes. */
  String id();

  /** What the rule finds, in a few words, without a full stop at the end. */
  String title();

  /** How much harm it does. */
  Severity severity();

  /** How sure a finding is, unless the rule says otherwise of one. */
  Confidence confidence() default Confidence.HIGH;

  /** Numbers of the Common Weakness Enumeration that it is an instance of; the best one first. */
  int[] cwe();

  /** Categories of the OWASP Top Ten, such as {@code A03:2021}. */
  String[] owasp() default {};

  /** The practices of the roadmap that a finding speaks against. */
  RoadmapItem[] roadmap();

  /** Why it matters: what an attacker or an accident does with it. Full sentences. */
  String why();

  /** What to do instead. Full sentences. */
  String remedy();

  /** Code that must be found. At least one. */
  Example[] bad();

  /** Code that must not be found. At least one. */
  Example[] good();

  /** Whether a finding turns the items of the roadmap into gaps. */
  Weight weight() default Weight.BY_SEVERITY;

  /** What can be configured. */
  Option[] options() default {};

  /** Which files it looks at. */
  Audience audience() default Audience.PRODUCTION;

  /** Pages that explain more. */
  String[] references() default {};

  /** Names it had before; suppressions may still use them. */
  String[] formerIds() default {};

  /** What a finding means for the items of the roadmap that it speaks against. */
  enum Weight {
    /** From medium severity on it turns them into gaps, below it is advice. */
    BY_SEVERITY,
    /** It turns them into gaps, however low its severity. */
    DECIDES,
    /** It is advice: the items stand as they would without it. */
    ADVICE
  }

  /** Which source files a rule looks at. */
  enum Audience {
    /** What runs in production: tests, benchmarks and examples are left out. */
    PRODUCTION,
    /** All source files. */
    EVERYTHING,
    /** Tests alone. */
    TESTS
  }
}
