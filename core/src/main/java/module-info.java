/** The engine, and the API for tools that embed it. */
module dev.emerald.core {
  requires transitive dev.emerald.spi;

  // For OnlineAudit alone: whoever uses it requires the module; nobody else needs it.
  requires static java.net.http;
  requires org.slf4j;
  requires org.snakeyaml.engine;
  requires tools.jackson.core;

  exports dev.emerald.core.analysis;
  exports dev.emerald.core.report;
  exports dev.emerald.core.testkit;

  uses dev.emerald.spi.rule.RulePack;
}
