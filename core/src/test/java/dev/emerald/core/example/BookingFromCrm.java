package dev.emerald.core.example;

import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.flow.TaintQuery;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;

/** Texts of customers in the books. */
@RuleInfo(
    id = "ledger-entry-from-crm",
    title = "A text of a customer becomes part of a booking",
    severity = Severity.HIGH,
    cwe = 74,
    roadmap = RoadmapItem.DEP_5,
    why = "The ledger reads its bookings: a semicolon in a text starts a second one.",
    remedy = "Quote the text with ledger.quote, or check it with ledger.isAccount.",
    bad = {
      @Example(
          """
          const crm = require('crm-client').connect();
          const { book } = require('ledger');
          crm.onEvent((event) => book('to ' + event.fields.account));
          """),
      @Example(
          """
          import { fetchNote } from 'crm-client';
          import { book } from 'ledger';
          import { fill } from 'house-texts';

          const reference = (note) => fill('paid', [note]);

          export async function pay(id) {
            const note = await fetchNote(id);
            book('to 1000', { reference: reference(note) });
          }
          """)
    },
    good = {
      @Example(
          """
          const crm = require('crm-client').connect();
          const { book, quote } = require('ledger');
          crm.onEvent((event) => book('to ' + quote(event.fields.account)));
          """),
      @Example(
          """
          const crm = require('crm-client').connect();
          const { book, isAccount } = require('ledger');
          crm.onEvent((event) => {
            if (!isAccount(event.fields.account)) return;
            book('to ' + event.fields.account);
          });
          """),
      @Example(
          """
          const crm = require('crm-client').connect();
          const ledger = require('ledger');
          crm.onEvent((event) => {
            ledger.check(event.fields.account);
            ledger.book('to ' + event.fields.account);
          });
          """),
      @Example(
          """
          const crm = require('crm-client').connect();
          const { book } = require('ledger');
          const { fill } = require('house-texts');
          crm.onEvent((event) => book(fill(event.fields.account, ['paid'])));
          """),
      @Example(
          value =
              """
              const crm = require('crm-client').connect();
              const { book } = require('ledger');
              crm.onEvent((event) => book('to ' + event.id));
              """,
          note = "The model says of the fields alone that customers fill them.")
    })
final class BookingFromCrm implements Rule {

  @Override
  public void register(Hooks on) {
    on.taint(
        TaintQuery.from("crm")
            .to("ledger-entry")
            .message("{source} becomes part of a booking in {sink}"));
  }
}
