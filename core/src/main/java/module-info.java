/** The engine, and the API for tools that embed it. */
module dev.emerald.core {
  requires transitive dev.emerald.spi;
  requires org.slf4j;
  requires org.snakeyaml.engine;
  requires tools.jackson.core;

  exports dev.emerald.core.analysis;
  exports dev.emerald.core.report;
  exports dev.emerald.core.testkit;

  uses dev.emerald.spi.rule.RulePack;
}
