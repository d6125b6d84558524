package dev.emerald.rules.commands;

import dev.emerald.rules.naming.Words;
import java.util.Locale;
import java.util.Set;

/** Names of settings that hold secrets, and values that are none. */
public final class SecretNames {

  private static final Words SECRET =
      Words.of(
          "password",
          "passwd",
          "pwd",
          "secret",
          "token",
          "apikey",
          "accesskey",
          "privatekey",
          "secretkey",
          "credential",
          "credentials",
          "passphrase");

  /** Parts of names that speak of a secret without holding one. */
  private static final Words ABOUT =
      Words.of(
          "file",
          "path",
          "name",
          "url",
          "uri",
          "length",
          "ttl",
          "expiry",
          "expires",
          "expiration",
          "type",
          "id",
          "header",
          "policy",
          "min",
          "max",
          "age",
          "lifetime",
          "issuer",
          "endpoint",
          "public",
          "enabled",
          "rotation",
          "duration",
          "reset",
          "host",
          "port",
          "arn");

  private static final Set<String> PLACEHOLDERS =
      Set.of(
          "",
          "changeme",
          "change_me",
          "change-me",
          "placeholder",
          "example",
          "dummy",
          "none",
          "null",
          "undefined",
          "true",
          "false",
          "xxx",
          "todo",
          "test",
          "secret_key_base_dummy",
          "fake",
          "build",
          "empty",
          "unused",
          "not-needed",
          "noop",
          "skip",
          "n/a");

  private SecretNames() {}

  /** Whether a setting of this name holds a secret. */
  public static boolean isSecret(String name) {
    return SECRET.in(name) && !ABOUT.in(name);
  }

  /** Whether a value is a stand-in or a reference to where the secret is. */
  public static boolean isPlaceholder(String value) {
    String text = value.strip().toLowerCase(Locale.ROOT);
    return PLACEHOLDERS.contains(text)
        || text.startsWith("<")
        || text.startsWith("$")
        || text.startsWith("your")
        || text.startsWith("/run/secrets/")
        || text.contains("example")
        || text.contains("placeholder")
        || text.contains("dummy")
        || text.chars().distinct().count() <= 2;
  }
}
