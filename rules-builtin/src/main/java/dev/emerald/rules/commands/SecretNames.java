package dev.emerald.rules.commands;

import dev.emerald.rules.naming.Words;

/** Names of settings that hold secrets. */
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

  private SecretNames() {}

  /** Whether a setting of this name holds a secret. */
  public static boolean isSecret(String name) {
    return SECRET.in(name) && !ABOUT.in(name);
  }
}
