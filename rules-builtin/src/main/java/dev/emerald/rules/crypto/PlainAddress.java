package dev.emerald.rules.crypto;

import static dev.emerald.spi.scope.ApiPattern.anyOf;

import dev.emerald.rules.naming.Conditions;
import dev.emerald.rules.naming.Words;
import dev.emerald.rules.values.Addresses;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.Invocation;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;
import dev.emerald.spi.scope.ApiPattern;
import dev.emerald.spi.scope.ObjectView;

/** Requests that everybody on the way can read. */
@RuleInfo(
    id = "crypto-cleartext-url",
    title = "A request goes out over plain http or ws",
    severity = Severity.MEDIUM,
    cwe = 319,
    owasp = {"A02:2021"},
    roadmap = RoadmapItem.DEP_7,
    why =
        "Anybody between here and the server reads what is sent, cookies and keys with it, and"
            + " answers in the server's place.",
    remedy = "Use https: or wss:; most servers offer it under the same name.",
    bad = {
      @Example(
          """
          const axios = require('axios');
          exports.rates = () => axios.get('http://rates.example.org/eur');
          """),
      @Example(
          """
          const WebSocket = require('ws');
          const socket = new WebSocket('ws://ticker.example.org/');
          """)
    },
    good = {
      @Example(
          """
          const axios = require('axios');
          exports.rates = () => axios.get('https://rates.example.org/eur');
          exports.own = () => axios.get('http://localhost:3000/health');
          exports.inner = () => axios.get('http://rates:8080/eur');
          """)
    })
public final class PlainAddress implements Rule {

  private static final ApiPattern REQUESTS =
      anyOf(
          "http.{get,request}",
          "axios",
          "axios.{get,delete,head,options,post,put,patch,request,create}",
          "got",
          "got.{get,post,put,patch,head,delete,extend}",
          "ky",
          "ky.{get,post,put,patch,head,delete,create,extend}",
          "node-fetch",
          "globalThis.fetch",
          "undici.{fetch,request,Client,Pool}",
          "request",
          "request.{get,post,put,patch,head,del,delete}",
          "request-promise",
          "request-promise.{get,post,put,patch,head,del,delete}",
          "needle",
          "needle.{get,post,put,patch,head,delete}",
          "superagent.{get,post,put,patch,head,delete}",
          "{ws,globalThis}.WebSocket",
          "ws",
          "socket.io-client",
          "socket.io-client.{io,connect}");

  /** Where an options object has the address. */
  private static final String[] KEYS = {"baseURL", "prefixUrl", "url", "uri"};

  /** What conditions speak of that hold where nobody else is on the way. */
  static final Words DEVELOPMENT =
      Words.of("development", "isdev", "dev", "debug", "test", "local", "localhost");

  @Override
  public void register(Hooks on) {
    on.call(REQUESTS, PlainAddress::check);
  }

  private static void check(Invocation call, FileContext context) {
    Expression first = call.argument(0);
    Expression written = first;
    ObjectView options = first == null ? null : context.scopes().objectOf(first);
    if (options != null) {
      written = null;
      for (String key : KEYS) {
        written = written == null ? options.get(key) : written;
      }
    }
    String address = Addresses.of(written, context.scopes());
    String host = Addresses.publicHost(address, "http");
    host = host == null ? Addresses.publicHost(address, "ws") : host;
    // Programs are told of by a rule of their own.
    boolean told = InsecureDownload.isInsecure(address);
    if (host != null && !told && !Conditions.mention(DEVELOPMENT, call, context.tree())) {
      context.report(call, "What is sent to " + host + " can be read and changed on the way");
    }
  }
}
