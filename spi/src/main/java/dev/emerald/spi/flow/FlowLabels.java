package dev.emerald.spi.flow;

import java.util.List;

/**
 * The words by which models, queries and the engine understand each other. A pack that needs
 * another one declares it in a model; all packs together may use {@value #MAX_KINDS} kinds of sinks
 * and {@value #MAX_ORIGINS} origins.
 *
 * <p><b>Origins</b> say who controls data.
 *
 * <dl>
 *   <dt>{@code remote}
 *   <dd>Whoever can send a request or a message over the network.
 *   <dt>{@code queue}
 *   <dd>Who may put messages into a broker.
 *   <dt>{@code library}
 *   <dd>Who calls what a package exports. Attached by the engine.
 *   <dt>{@code cli}
 *   <dd>Who starts the program: arguments, answers to prompts, standard input.
 *   <dt>{@code env}
 *   <dd>Who sets environment variables.
 *   <dt>{@code session}
 *   <dd>Whoever sent an earlier request, whose data was kept in the session. Attached by the
 *       engine, beside {@code remote}.
 *   <dt>{@code stored}
 *   <dd>Who wrote what is read back: rows of a database, names and contents of files.
 *   <dt>{@code archive}
 *   <dd>Who made an archive: the names of its entries.
 *   <dt>{@code client}
 *   <dd>Who made a link, or a page that talks to this one: addresses and messages in a browser.
 *   <dt>{@code llm}
 *   <dd>What a language model says.
 * </dl>
 *
 * <p><b>Kinds of sinks</b> say what goes wrong there; {@link #kinds()} lists them. Where two kinds
 * need different care, they differ in what makes data harmless: {@code command-injection} is about
 * the text of a shell, {@code argument-injection} about an option of a program that is started
 * without one; {@code xss} about HTML that a server sends, {@code dom-xss} about HTML put into a
 * page by a script in it, {@code html-construction} about HTML that a library hands to its caller.
 */
public final class FlowLabels {

  /** How many kinds of sinks there may be. */
  public static final int MAX_KINDS = 64;

  /** How many origins there may be. */
  public static final int MAX_ORIGINS = 32;

  private static final List<String> ORIGINS =
      List.of(
          "archive", "cli", "client", "env", "library", "llm", "queue", "remote", "session",
          "stored");

  private static final List<String> KINDS =
      List.of(
          "address-check",
          "argument-injection",
          "client-redirect",
          "code-injection",
          "command-injection",
          "cookie-injection",
          "cors-origin",
          "csv-injection",
          "decompression-bomb",
          "deserialization",
          "dom-xss",
          "dynamic-import",
          "electron-open",
          "email-injection",
          "env-injection",
          "exponential-match",
          "file-write-content",
          "format-string",
          "graphql-injection",
          "header-injection",
          "html-construction",
          "ldap-injection",
          "log-injection",
          "loop-bound-injection",
          "mass-assignment",
          "nosql-code-injection",
          "nosql-injection",
          "open-redirect",
          "path-injection",
          "polluting-write",
          "polynomial-match",
          "prompt-injection-system",
          "prompt-injection-user",
          "prototype-pollution",
          "redis-script-injection",
          "redos-input",
          "regex-injection",
          "remote-property-injection",
          "resource-exhaustion",
          "sql-identifier-injection",
          "sql-injection",
          "sql-object-injection",
          "ssrf",
          "template-injection",
          "template-object-injection",
          "trust-boundary",
          "type-confusion",
          "unsafe-dynamic-method",
          "xml-bomb",
          "xpath-injection",
          "xss",
          "xxe");

  private FlowLabels() {}

  /** The origins that need no declaration, sorted. */
  public static List<String> origins() {
    return ORIGINS;
  }

  /** The kinds of sinks that need no declaration, sorted. */
  public static List<String> kinds() {
    return KINDS;
  }
}
