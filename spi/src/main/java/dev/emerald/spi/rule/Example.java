package dev.emerald.spi.rule;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An example of a rule: its first test, and its documentation. */
@Retention(RetentionPolicy.RUNTIME)
@Target({})
public @interface Example {

  /** The text of the file. */
  String value();

  /** The name of the file; decides how it is read. */
  String file() default "example.js";

  /** The text of a package.json beside the file; empty for none. */
  String packageJson() default "";

  /** What the example shows, if the code does not say it. */
  String note() default "";
}
