/** The vocabulary that rules are written in. It depends on nothing but annotations. */
module dev.emerald.spi {
  requires static transitive org.jspecify;

  exports dev.emerald.spi.advisory;
  exports dev.emerald.spi.ast;
  exports dev.emerald.spi.container;
  exports dev.emerald.spi.deploy;
  exports dev.emerald.spi.finding;
  exports dev.emerald.spi.flow;
  exports dev.emerald.spi.manifest;
  exports dev.emerald.spi.pipeline;
  exports dev.emerald.spi.project;
  exports dev.emerald.spi.regex;
  exports dev.emerald.spi.roadmap;
  exports dev.emerald.spi.rule;
  exports dev.emerald.spi.scope;
  exports dev.emerald.spi.shell;
  exports dev.emerald.spi.source;
  exports dev.emerald.spi.version;
}
