package dev.emerald.core.example;

import dev.emerald.spi.rule.ApiModel;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RulePack;
import java.util.List;

/** One rule and the model that it asks about. */
final class LedgerPack implements RulePack {

  @Override
  public String id() {
    return "ledger";
  }

  @Override
  public List<Rule> rules() {
    return List.of(new BookingFromCrm());
  }

  @Override
  public List<ApiModel> models() {
    return List.of(ApiModel.resource(LedgerPack.class, "ledger.model"));
  }
}
