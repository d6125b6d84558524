package dev.emerald.rules.crypto;

import dev.emerald.rules.naming.Surroundings;
import dev.emerald.rules.naming.Words;
import dev.emerald.rules.values.Keys;
import dev.emerald.rules.values.Values;
import dev.emerald.spi.ast.CallExpression;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.FunctionDeclaration;
import dev.emerald.spi.ast.FunctionLike;
import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.MemberExpression;
import dev.emerald.spi.ast.MethodDefinition;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.Property;
import dev.emerald.spi.ast.StringLiteral;
import dev.emerald.spi.ast.SwitchCase;
import dev.emerald.spi.ast.SyntaxTree;
import dev.emerald.spi.ast.VariableDeclarator;
import dev.emerald.spi.finding.Confidence;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.scope.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a hash is made for, as far as the names around it say. */
enum HashPurpose {
  /** It protects something: a password, a token, a signature. */
  SECRET(Confidence.HIGH),
  /** Nobody gains anything by making two of them equal. */
  HARMLESS(Confidence.LOW),
  /** The names do not say. */
  UNKNOWN(Confidence.MEDIUM),
  /** Whoever calls the function chooses the hash, and does not say what for. */
  DELEGATED(Confidence.LOW);

  private static final Words HARMLESS_WORDS =
      Words.of(
          "etag",
          "checksum",
          "cache",
          "cached",
          "caching",
          "cachekey",
          "gravatar",
          "avatar",
          "fingerprint",
          "revision",
          "rev",
          "dedupe",
          "uniq",
          "unique",
          "bucket",
          "shard",
          "color",
          "colour",
          "filename",
          "file",
          "path",
          "uuid",
          "contenthash",
          "chunk",
          "asset",
          "assets",
          "build",
          "webpack",
          "rollup",
          "vite",
          "gruntfile",
          "gulpfile",
          "snapshot",
          "changed",
          "handshake",
          "websocket",
          "accept",
          "scope",
          "identicon",
          "hmr",
          "sri",
          "version",
          "key",
          "id",
          "ident",
          "module",
          "style",
          "class",
          "classname",
          "css",
          "integrity",
          "shasum",
          "digestfile",
          "migration",
          "query",
          "statement",
          "script",
          "lua",
          "sql",
          "alias",
          "identifier",
          "stringify",
          "stack");

  private static final Words SECRET_WORDS =
      Words.of(
          "password",
          "passwd",
          "pwd",
          "pass",
          "passphrase",
          "token",
          "secret",
          "login",
          "session",
          "sign",
          "signature",
          "signed",
          "credential",
          "credentials",
          "csrf",
          "otp",
          "license",
          "nonce",
          "cookie",
          "apikey",
          "user",
          "auth");

  /** Names of functions that do nothing but hash. */
  private static final Words HASHING =
      Words.of("md4", "md5", "sha1", "hash", "hasher", "digest", "hex");

  /** Of those the ones that leave it to their callers which hash it is. */
  private static final Words NAMED_AFTER_HASH = Words.of("md4", "md5", "sha1");

  /** Handshakes of WebSockets hash their key together with this text. */
  private static final String WEB_SOCKET = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

  /** Names that only protocols with a hash of their own give. */
  private static final Set<String> PROTOCOL_NAMES = Set.of("contentmd5", "cnonce", "ha1");

  private static final int MOST_USES = 50;

  private final Confidence confidence;

  HashPurpose(Confidence confidence) {
    this.confidence = confidence;
  }

  /** How sure it is that the hash should be another one. */
  Confidence confidence() {
    return confidence;
  }

  /**
   * The purpose of a hash.
   *
   * @param call the call that makes the hash or its algorithm
   */
  static HashPurpose of(Expression call, FileContext context) {
    SyntaxTree tree = context.tree();
    if (isProtocol(call, context)) {
      return HARMLESS;
    }
    List<String> near = new ArrayList<>(Surroundings.namesInStatement(call, tree));
    addHashed(call, context, near);
    addUses(call, context, near);
    HashPurpose purpose = of(near);
    if (purpose != UNKNOWN) {
      return purpose;
    }
    List<String> far = new ArrayList<>(Surroundings.namesAround(call, tree));
    addFile(context, far);
    purpose = of(far);
    if (purpose != UNKNOWN) {
      return purpose;
    }
    FunctionLike function = tree.enclosing(call, FunctionLike.class);
    Identifier name = function == null ? null : nameOf(function, tree);
    if (name == null || !HASHING.in(name.name())) {
      return UNKNOWN;
    }
    purpose = ofCallers(name, context);
    return purpose == UNKNOWN
            && (NAMED_AFTER_HASH.in(name.name()) || tree.enclosing(call, SwitchCase.class) != null)
        ? DELEGATED
        : purpose;
  }

  private static HashPurpose of(List<String> names) {
    if (names.stream().anyMatch(SECRET_WORDS::in)) {
      return SECRET;
    }
    return names.stream().anyMatch(HARMLESS_WORDS::in) ? HARMLESS : UNKNOWN;
  }

  /** The purpose of a function that hashes for others, by those of its calls in the same file. */
  private static HashPurpose ofCallers(Identifier name, FileContext context) {
    Symbol symbol = context.scopes().symbolOf(name);
    boolean harmless = false;
    if (symbol != null) {
      int uses = 0;
      for (Identifier reference : symbol.references()) {
        if (++uses > MOST_USES) {
          break;
        }
        List<String> names = new ArrayList<>(Surroundings.namesAround(reference, context.tree()));
        if (context.tree().parent(reference) instanceof CallExpression call
            && call.callee() == reference) {
          addArguments(call, context, names);
        }
        if (names.stream().anyMatch(SECRET_WORDS::in)) {
          return SECRET;
        }
        harmless |= names.stream().anyMatch(HARMLESS_WORDS::in);
      }
    }
    return harmless ? HARMLESS : UNKNOWN;
  }

  /** What is hashed: the names in {@code createHash(…).update(name)} and in {@code md5(name)}. */
  private static void addHashed(Expression call, FileContext context, List<String> names) {
    if (call instanceof CallExpression made) {
      addArguments(made, context, names);
    }
    Node parent = context.tree().parent(call);
    if (parent instanceof MemberExpression member
        && member.object() == call
        && "update".equals(Keys.of(member))
        && context.tree().parent(member) instanceof CallExpression update) {
      addArguments(update, context, names);
    }
  }

  private static void addArguments(CallExpression call, FileContext context, List<String> names) {
    for (Expression argument : call.arguments()) {
      for (int i = argument.number(), end = context.tree().subtreeEnd(i); i < end; i++) {
        if (context.tree().node(i) instanceof Identifier name) {
          names.add(name.name());
        }
      }
    }
  }

  /** The names that the variable goes on to, which holds the hash. */
  private static void addUses(Expression call, FileContext context, List<String> names) {
    if (!(context.tree().parent(call) instanceof VariableDeclarator declarator)
        || !(declarator.id() instanceof Identifier variable)) {
      return;
    }
    Symbol symbol = context.scopes().symbolOf(variable);
    if (symbol == null) {
      return;
    }
    int uses = 0;
    for (Identifier reference : symbol.references()) {
      if (++uses > MOST_USES) {
        return;
      }
      names.addAll(Surroundings.namesInStatement(reference, context.tree()));
      addHashed(reference, context, names);
    }
  }

  private static void addFile(FileContext context, List<String> names) {
    String path = context.file().path();
    String file = path.substring(path.lastIndexOf('/') + 1);
    int dot = file.indexOf('.');
    names.add(dot < 0 ? file : file.substring(0, dot));
  }

  /**
   * Whether a protocol asks for this very hash: Content-MD5, the handshake of WebSockets, the
   * answer to a digest challenge (RFC 7616, which gives its parts their names).
   */
  private static boolean isProtocol(Expression call, FileContext context) {
    SyntaxTree tree = context.tree();
    Node around = tree.enclosing(call, FunctionLike.class);
    if (around == null) {
      return false;
    }
    // A small function that does nothing but hash stands in the one that speaks the protocol.
    Node outer = tree.enclosing(around, FunctionLike.class);
    around = outer == null ? around : outer;
    for (int i = around.number(), end = tree.subtreeEnd(i); i < end; i++) {
      Node node = tree.node(i);
      if (node instanceof StringLiteral text
              && text.value().toLowerCase(Locale.ROOT).equals("content-md5")
          || node instanceof Identifier name
              && (PROTOCOL_NAMES.contains(name.name().toLowerCase(Locale.ROOT))
                  || WEB_SOCKET.equals(Values.string(name, context.scopes())))) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable Identifier nameOf(FunctionLike function, SyntaxTree tree) {
    if (function instanceof FunctionDeclaration declaration) {
      return declaration.id();
    }
    Node parent = tree.parent(function);
    Node name =
        parent instanceof VariableDeclarator declarator
            ? declarator.id()
            : parent instanceof Property property
                ? property.key()
                : parent instanceof MethodDefinition method ? method.key() : null;
    return name instanceof Identifier identifier ? identifier : null;
  }
}
