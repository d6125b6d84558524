package dev.emerald.spi.rule;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An option of a rule. */
@Retention(RetentionPolicy.RUNTIME)
@Target({})
public @interface Option {

  /** The name in configuration. */
  String name();

  /** What it decides, one sentence. */
  String description();

  /** The type of its value. */
  Type type();

  /** The value without configuration, as configuration would write it in JSON. */
  String defaultValue();

  /** The types of options. */
  enum Type {
    /** An integer. */
    INTEGER,
    /** {@code true} or {@code false}. */
    BOOLEAN,
    /** A string. */
    STRING,
    /** An array of strings. */
    STRINGS
  }
}
