package dev.emerald.rules.crypto;

import static dev.emerald.spi.scope.ApiPattern.anyOf;

import dev.emerald.rules.values.Addresses;
import dev.emerald.spi.ast.BinaryExpression;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.Invocation;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.StringLiteral;
import dev.emerald.spi.ast.TemplateLiteral;
import dev.emerald.spi.container.DockerInstruction;
import dev.emerald.spi.container.DockerWord;
import dev.emerald.spi.container.Dockerfile;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.manifest.NamedText;
import dev.emerald.spi.manifest.PackageJson;
import dev.emerald.spi.pipeline.Pipeline;
import dev.emerald.spi.pipeline.PipelineJob;
import dev.emerald.spi.pipeline.PipelineScript;
import dev.emerald.spi.pipeline.PipelineStep;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleContext;
import dev.emerald.spi.rule.RuleInfo;
import dev.emerald.spi.scope.ApiPattern;
import dev.emerald.spi.scope.Constant;
import dev.emerald.spi.scope.ObjectView;
import dev.emerald.spi.shell.ShellCommand;
import dev.emerald.spi.shell.ShellScript;
import dev.emerald.spi.shell.ShellWord;
import dev.emerald.spi.source.Location;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Programs and archives that come over plain http. */
@RuleInfo(
    id = "crypto-insecure-download",
    title = "A program or archive is fetched over plain http",
    severity = Severity.HIGH,
    cwe = {494, 319},
    owasp = {"A08:2021"},
    roadmap = {RoadmapItem.DEP_7, RoadmapItem.CI_5},
    why =
        "Anybody between here and the server can send another file, and what comes is installed or"
            + " run.",
    remedy = "Fetch it over https, and compare its digest with one that is kept in the repository.",
    bad = {
      @Example(
          """
          const http = require('http');
          http.get('http://tools.example.org/agent-1.2.tar.gz', (res) => res.pipe(unpack()));
          """),
      @Example(
          file = "Dockerfile",
          value =
              """
              FROM node:24-slim
              RUN curl -O http://tools.example.org/agent.deb && dpkg -i agent.deb
              USER node
              """),
      @Example(
          file = "package.json",
          value =
              """
              { "name": "a", "scripts": { "tools": "wget http://tools.example.org/t.zip" } }
              """)
    },
    good = {
      @Example(
          """
          const https = require('https');
          https.get('https://tools.example.org/agent-1.2.tar.gz', (res) => res.pipe(unpack()));
          """),
      @Example(
          file = "Dockerfile",
          value =
              """
              FROM node:24-slim
              RUN curl -O http://tools.example.org/agent.deb \\
                  && echo "0f343b0931126a20f133d67c2b018a3b  agent.deb" | sha256sum -c - \\
                  && dpkg -i agent.deb
              USER node
              """)
    })
public final class InsecureDownload implements Rule {

  private static final ApiPattern REQUESTS =
      anyOf(
          "http.{get,request}",
          "follow-redirects.http.{get,request}",
          "axios",
          "axios.{get,request}",
          "got",
          "got.{get,stream}",
          "node-fetch",
          "globalThis.fetch",
          "undici.{fetch,request}",
          "request",
          "request.get",
          "needle",
          "needle.get",
          "superagent.get",
          "download",
          "wget-improved.download",
          "@actions/tool-cache.downloadTool");

  private static final ApiPattern SHELL = anyOf("child_process.{exec,execSync}", "shelljs.exec");

  private static final Set<String> FETCHERS = Set.of("curl", "wget", "aria2c");

  private static final Set<String> INSTALLERS = Set.of("npm", "npx", "yarn", "pnpm");

  private static final Pattern PROGRAM =
      Pattern.compile(
          "(?i)[^?#]{1,2000}\\.(?:exe|msi|dmg|pkg|deb|rpm|apk|appimage|jar|war|sh|ps1|bat|run|bin|so"
              + "|dll|node|whl|gem|vsix|tgz|txz|tar|zip|7z|tar\\.(?:gz|xz|bz2|zst))(?:[?#].{0,500})?");

  /** Words of code that compares what has come with what was to come. */
  private static final Pattern CHECKED =
      Pattern.compile("(?i)createhash|checksum|sha256|sha512|integrity|signature|digest");

  @Override
  public void register(Hooks on) {
    on.call(REQUESTS, InsecureDownload::request);
    on.call(SHELL, InsecureDownload::shell);
    on.node(StringLiteral.class, InsecureDownload::written);
    on.node(TemplateLiteral.class, InsecureDownload::written);
    on.node(BinaryExpression.class, InsecureDownload::written);
    on.project((project, context) -> elsewhere(context));
    on.manifest(PackageJson.class, InsecureDownload::scripts);
    on.manifest(Dockerfile.class, InsecureDownload::image);
    on.manifest(Pipeline.class, InsecureDownload::pipeline);
  }

  /** A file that fetches what it is not known of here. */
  private record Fetching(String path) {}

  /** The address of a program that stands in a file, wherever it is fetched. */
  private record Written(Location location, String address) {}

  /** An address that a finding tells of already. */
  private record Told(String path, String address) {}

  private static void request(Invocation call, FileContext context) {
    Expression first = call.argument(0);
    ObjectView options = first == null ? null : context.scopes().objectOf(first);
    Expression written = options == null ? first : options.get("url");
    String address = Addresses.of(written, context.scopes());
    if (CHECKED.matcher(context.source().text()).find()) {
      return;
    }
    if (isInsecure(address)) {
      context.report(call, message(address));
      context.keep(new Told(context.file().path(), String.valueOf(address)));
    } else if (address == null) {
      context.keep(new Fetching(context.file().path()));
    }
  }

  /** An address that is written into a list, or comes to where it is fetched by other ways. */
  private static void written(Expression text, FileContext context) {
    Node around = context.tree().parent(text);
    if (around instanceof BinaryExpression || context.file().test()) {
      return;
    }
    String address = Addresses.of(text, context.scopes());
    if (address != null && isInsecure(address)) {
      context.keep(new Written(context.location(text), address));
    }
  }

  private static void elsewhere(RuleContext context) {
    Set<String> fetching = new HashSet<>();
    context.kept(Fetching.class).forEach(each -> fetching.add(each.path()));
    Set<Told> told = new HashSet<>(context.kept(Told.class));
    for (Written each : context.kept(Written.class)) {
      String path = each.location().path();
      if (fetching.contains(path) && told.add(new Told(path, each.address()))) {
        context.report(each.location(), message(each.address()));
      }
    }
  }

  private static void shell(Invocation call, FileContext context) {
    Expression first = call.argument(0);
    Constant command = first == null ? null : context.scopes().constantOf(first);
    String text = command == null ? null : command.string();
    String address = text == null ? null : fetched(ShellScript.of(text));
    if (address != null && !CHECKED.matcher(context.source().text()).find()) {
      context.report(call, message(address));
    }
  }

  private static void scripts(PackageJson manifest, RuleContext context) {
    for (NamedText script : manifest.scripts()) {
      String address = fetched(ShellScript.of(script.text()));
      if (address != null) {
        context.report(script.textLocation(), message(address));
      }
    }
  }

  private static void image(Dockerfile file, RuleContext context) {
    for (DockerInstruction each : file.instructions()) {
      if (each.is("RUN") && each.script().isPresent()) {
        commands(
            each.script().get(),
            (command, address) -> context.report(each.location(command), message(address)));
      } else if (each.is("ADD") && each.flag("checksum").isEmpty()) {
        for (DockerWord word : each.arguments()) {
          String address = word.valueOrText();
          if (isInsecure(address)) {
            context.report(word.location(), message(address));
          }
        }
      }
    }
  }

  private static void pipeline(Pipeline pipeline, RuleContext context) {
    for (PipelineJob job : pipeline.jobs()) {
      for (PipelineStep step : job.steps()) {
        for (PipelineScript script : step.scripts()) {
          commands(
              script.script(),
              (command, address) -> context.report(script.location(command), message(address)));
        }
      }
    }
  }

  /** What is told of a command that fetches. */
  private interface Teller {
    void tell(ShellCommand command, String address);
  }

  private static void commands(ShellScript script, Teller told) {
    if (isChecked(script)) {
      return;
    }
    for (ShellCommand command : script.commands()) {
      String address = fetched(command.unwrapped());
      if (address != null) {
        told.tell(command, address);
      }
    }
  }

  /** The first address that a script fetches a program from, in the open. */
  private static @Nullable String fetched(ShellScript script) {
    String[] first = new String[1];
    commands(script, (command, address) -> first[0] = first[0] == null ? address : first[0]);
    return first[0];
  }

  private static @Nullable String fetched(ShellCommand command) {
    if (INSTALLERS.contains(command.name())) {
      return registry(command);
    }
    if (!FETCHERS.contains(command.name())) {
      return null;
    }
    for (ShellWord word : command.arguments()) {
      if (isInsecure(word.text())) {
        return word.text();
      }
    }
    return null;
  }

  /** The registry of an installation, if it is asked over plain http. */
  private static @Nullable String registry(ShellCommand installer) {
    boolean next = false;
    for (ShellWord word : installer.arguments()) {
      String text = word.text();
      String address = text.startsWith("--registry=") ? text.substring(11) : next ? text : "";
      if (Addresses.publicHost(address, "http") != null) {
        return address;
      }
      next = text.equals("--registry");
    }
    return null;
  }

  private static boolean isChecked(ShellScript script) {
    for (ShellCommand command : script.commands()) {
      String name = command.unwrapped().name();
      if (name.startsWith("sha") && name.endsWith("sum")
          || name.equals("shasum")
          || name.equals("md5sum")
          || name.equals("gpg")
          || name.equals("gpgv")
          || name.equals("cosign")
          || name.equals("openssl")) {
        return true;
      }
    }
    return false;
  }

  /** Whether an address is one of a program or archive on the open network, over plain http. */
  static boolean isInsecure(@Nullable String address) {
    return address != null
        && PROGRAM.matcher(address).matches()
        && Addresses.publicHost(address, "http") != null;
  }

  private static String message(@Nullable String address) {
    String host = Addresses.publicHost(address, "http");
    String plain = String.valueOf(address);
    int end = plain.indexOf('?');
    String path = end < 0 ? plain : plain.substring(0, end);
    String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    if (name.isEmpty() || !PROGRAM.matcher(plain).matches()) {
      return "What is installed comes from %s as whoever is on the way likes".formatted(host);
    }
    return "'%s' comes from %s as whoever is on the way likes".formatted(name, host);
  }
}
