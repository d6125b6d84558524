package dev.emerald.core.internal.online;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.emerald.core.internal.advisory.PublishedVersions;
import dev.emerald.spi.version.Version;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;

/**
 * What a registry has of a package, in the short form that installing takes: the versions and what
 * each asks for. Read a token at a time, as some are tens of megabytes.
 */
final class Packuments {

  private static final Pattern NAME =
      Pattern.compile("(?:@[A-Za-z0-9~_-][A-Za-z0-9._~-]*/)?[A-Za-z0-9~_-][A-Za-z0-9._~-]*");
  private static final String ACCEPT =
      "application/vnd.npm.install-v1+json; q=1.0, application/json; q=0.8, */*";
  private static final int MOST_VERSIONS = 50_000;

  private static final JsonFactory FACTORY =
      JsonFactory.builder().disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES).build();

  private final BoundedHttp http;
  private final NpmSettings settings;

  Packuments(BoundedHttp http, NpmSettings settings) {
    this.http = http;
    this.settings = settings;
  }

  /**
   * The versions of a package.
   *
   * @return null if the registry does not have it
   */
  @Nullable PublishedVersions of(String name, URI registry) throws LookupException {
    if (name.length() > 214 || !NAME.matcher(name).matches()) {
      return null;
    }
    URI address = settings.registryOf(name, registry).resolve(name.replace("/", "%2f"));
    try {
      byte[] body = http.send(new Call(address, ACCEPT, null, false, settings::authorization));
      return read(body);
    } catch (JacksonException e) {
      throw new LookupException(Call.place(address) + " answers with what is no JSON");
    } catch (LookupException e) {
      if (e.status() == 404) {
        return null;
      }
      throw e;
    }
  }

  private static PublishedVersions read(byte[] body) {
    Map<Version, Map<String, String>> versions = new HashMap<>();
    String latest = null;
    try (JsonParser json =
        FACTORY.createParser(ObjectReadContext.empty(), new String(body, UTF_8))) {
      json.nextToken();
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        String key = json.currentName();
        json.nextToken();
        if (key.equals("versions")) {
          readVersions(json, versions);
        } else if (key.equals("dist-tags")) {
          latest = texts(json).get("latest");
        } else {
          json.skipChildren();
        }
      }
    }
    Version tagged = latest == null ? null : Version.parseLoose(latest).orElse(null);
    return new PublishedVersions(versions, tagged);
  }

  private static void readVersions(JsonParser json, Map<Version, Map<String, String>> into) {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      json.skipChildren();
      return;
    }
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = json.currentName();
      json.nextToken();
      Map<String, String> asked = asked(json);
      if (into.size() < MOST_VERSIONS) {
        Version.parseLoose(name).ifPresent(version -> into.put(version, asked));
      }
    }
  }

  /** What a version asks for; what is optional is installed as well. */
  private static Map<String, String> asked(JsonParser json) {
    Map<String, String> asked = new HashMap<>();
    if (json.currentToken() != JsonToken.START_OBJECT) {
      json.skipChildren();
      return asked;
    }
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String key = json.currentName();
      json.nextToken();
      switch (key) {
        case "dependencies", "peerDependencies" -> texts(json).forEach(asked::putIfAbsent);
        case "optionalDependencies" -> asked.putAll(texts(json));
        default -> json.skipChildren();
      }
    }
    return asked;
  }

  private static Map<String, String> texts(JsonParser json) {
    Map<String, String> texts = new HashMap<>();
    if (json.currentToken() != JsonToken.START_OBJECT) {
      json.skipChildren();
      return texts;
    }
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String key = json.currentName();
      if (json.nextToken() == JsonToken.VALUE_STRING) {
        texts.put(key, json.getString());
      } else {
        json.skipChildren();
      }
    }
    return texts;
  }
}
