/** The rules that come with Emerald. Compiled against the SPI alone, as anybody's pack is. */
module dev.emerald.rules {
  requires transitive dev.emerald.spi;

  exports dev.emerald.rules;

  provides dev.emerald.spi.rule.RulePack with
      dev.emerald.rules.BuiltinRules;
}
