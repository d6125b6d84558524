package dev.emerald.rules.prototypes;

import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.flow.TaintQuery;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;

/** Functions that merge objects or set by a path, and do not keep {@code __proto__} out. */
@RuleInfo(
    id = "proto-pollution-utility",
    title = "A function that merges objects or sets by a path can change every object",
    severity = Severity.HIGH,
    cwe = {1321},
    owasp = {"A03:2021"},
    roadmap = RoadmapItem.DEP_5,
    why =
        "Read under the key __proto__, any object gives Object.prototype; read under constructor"
            + " and prototype as well. A function that walks down an object under keys it is given,"
            + " and then writes, so writes a property that all objects of the process have from"
            + " then on. Who passes parsed JSON or a path of a user to it lets that user switch on"
            + " options, get around checks, and sometimes run code.",
    remedy =
        "Descend only into properties of the object's own, with Object.hasOwn(target, key), or"
            + " leave out the keys __proto__, constructor and prototype before reading. A"
            + " comparison with === does not see an array with the text, so make keys text first."
            + " Objects made by Object.create(null) and Maps inherit nothing.",
    bad = {
      @Example(
          """
          module.exports = function merge(target, source) {
            for (const key in source) {
              if (source[key] && typeof source[key] === 'object') {
                merge(target[key] || (target[key] = {}), source[key]);
              } else {
                target[key] = source[key];
              }
            }
            return target;
          };
          """),
      @Example(
          """
          exports.set = (object, path, value) => {
            const keys = path.split('.');
            let at = object;
            for (let i = 0; i < keys.length - 1; i++) {
              at = at[keys[i]] = at[keys[i]] || {};
            }
            at[keys[keys.length - 1]] = value;
          };
          """)
    },
    good = {
      @Example(
          """
          module.exports = function merge(target, source) {
            for (const key in source) {
              if (key === '__proto__' || key === 'constructor' || key === 'prototype') {
                continue;
              }
              if (source[key] && typeof source[key] === 'object') {
                merge(target[key] || (target[key] = {}), source[key]);
              } else {
                target[key] = source[key];
              }
            }
            return target;
          };
          """),
      @Example(
          value =
              """
              module.exports = (target, source) => {
                for (const key of Object.keys(source)) target[key] = source[key];
                return target;
              };
              """,
          note = "Copies one level: a key can change the target, and nothing else.")
    })
public final class PollutionByCaller implements Rule {

  @Override
  public void register(Hooks on) {
    on.taint(
        TaintQuery.from("library")
            .to("polluting-write")
            .message("{source} gives the keys under which {sink} can change Object.prototype"));
  }
}
