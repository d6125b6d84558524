package dev.emerald.core.internal.online;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.emerald.core.internal.advisory.AdvisoryTable;
import dev.emerald.spi.manifest.JsonValue;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * OSV's interface, version 1: {@code querybatch} gives the ids of the advisories on versions of
 * packages, in the order of the questions and a page at a time; {@code vulns} gives the advisories.
 */
final class OsvService {

  /** As many as OSV takes at a time. */
  private static final int MOST_QUERIES = 1_000;

  private static final int MOST_PAGES = 100;
  private static final int MOST_ADVISORIES = 5_000;

  private record Query(String name, String version, String page) {}

  private final BoundedHttp http;
  private final Crew crew;
  private final URI api;

  OsvService(BoundedHttp http, Crew crew, URI api) {
    this.http = http;
    this.crew = crew;
    String text = Call.place(api);
    this.api = URI.create(text.endsWith("/") ? text : text + "/");
  }

  /**
   * Asks of packages.
   *
   * @param versions of each package
   * @return how many of the advisories could not be read whole
   */
  int ask(NavigableMap<String, SortedSet<String>> versions, AdvisoryTable into)
      throws LookupException {
    Set<String> ids = ids(versions);
    if (ids.size() > MOST_ADVISORIES) {
      throw new LookupException(
          Call.place(api) + " names more than " + MOST_ADVISORIES + " advisories");
    }
    Map<String, byte[]> texts = new TreeMap<>();
    crew.all(
        List.copyOf(ids),
        id -> {
          byte[] text = http.send(Call.get(api.resolve("v1/vulns/" + id)));
          synchronized (texts) {
            texts.put(id, text);
          }
        });
    int unread = 0;
    for (Map.Entry<String, byte[]> each : texts.entrySet()) {
      String text = new String(each.getValue(), UTF_8);
      unread += into.addOsv(each.getKey(), text, versions::containsKey) ? 0 : 1;
    }
    return unread;
  }

  private Set<String> ids(NavigableMap<String, SortedSet<String>> versions) throws LookupException {
    List<Query> open = new ArrayList<>();
    versions.forEach((name, each) -> each.forEach(one -> open.add(new Query(name, one, ""))));
    Set<String> ids = new TreeSet<>();
    int most = open.size() / MOST_QUERIES + 1 + MOST_PAGES;
    for (int calls = 0; !open.isEmpty(); calls++) {
      if (calls >= most) {
        throw new LookupException(Call.place(api) + " answers with pages without end");
      }
      List<Query> batch = open.subList(0, Math.min(MOST_QUERIES, open.size()));
      List<Query> further = batch(List.copyOf(batch), ids);
      batch.clear();
      open.addAll(further);
    }
    return ids;
  }

  /** Asks some questions; those whose answers go on. */
  private List<Query> batch(List<Query> queries, Set<String> ids) throws LookupException {
    URI address = api.resolve("v1/querybatch");
    String body =
        Json.object(
            json -> {
              json.writeArrayPropertyStart("queries");
              for (Query query : queries) {
                json.writeStartObject();
                json.writeObjectPropertyStart("package");
                json.writeStringProperty("name", query.name());
                json.writeStringProperty("ecosystem", "npm");
                json.writeEndObject();
                json.writeStringProperty("version", query.version());
                if (!query.page().isEmpty()) {
                  json.writeStringProperty("page_token", query.page());
                }
                json.writeEndObject();
              }
              json.writeEndArray();
            });
    Call call = new Call(address, "application/json", body, false, nobody -> null);
    JsonValue answer = Json.answer(http.send(call), address);
    List<JsonValue> results = Json.elements(answer, "results");
    if (results.size() != queries.size()) {
      throw new LookupException(
          "%s gives %d answers to %d questions"
              .formatted(Call.place(address), results.size(), queries.size()));
    }
    List<Query> further = new ArrayList<>();
    for (int i = 0; i < results.size(); i++) {
      for (JsonValue each : Json.elements(results.get(i), "vulns")) {
        String id = Json.text(each, "id");
        if (!id.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}")) {
          throw new LookupException(Call.place(address) + " names an advisory by what is no id");
        }
        ids.add(id);
      }
      String page = Json.text(results.get(i), "next_page_token");
      if (!page.isEmpty()) {
        Query query = queries.get(i);
        further.add(new Query(query.name(), query.version(), page));
      }
    }
    return further;
  }
}
