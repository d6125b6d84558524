package dev.emerald.core.internal.advisory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.emerald.spi.advisory.Advisory;
import dev.emerald.spi.finding.Notice;
import dev.emerald.spi.finding.NoticeKind;
import dev.emerald.spi.finding.Severity;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdvisorySourcesTest {

  @TempDir private Path folder;

  private final List<Notice> notices = new ArrayList<>();

  private static String osv(String id, String affected, String more) {
    return "{\"id\": \"%s\", \"modified\": \"2024-01-0%dT00:00:00Z\", \"summary\": \"about %s\", \"affected\": [%s]%s}"
        .formatted(id, 1 + Math.floorMod(id.hashCode(), 9), id, affected, more);
  }

  private static String affected(String name, String rest) {
    return "{\"package\": {\"ecosystem\": \"npm\", \"name\": \"%s\"}, %s}".formatted(name, rest);
  }

  private static String range(String type, String... events) {
    List<String> written = new ArrayList<>();
    for (String event : events) {
      int at = event.indexOf(' ');
      written.add("{\"%s\": \"%s\"}".formatted(event.substring(0, at), event.substring(at + 1)));
    }
    return "{\"type\": \"%s\", \"events\": [%s]}".formatted(type, String.join(",", written));
  }

  private static Map<String, String> sample() {
    Map<String, String> files = new LinkedHashMap<>();
    files.put(
        "a/GHSA-1.json",
        osv(
            "GHSA-1",
            affected("left", "\"ranges\": [" + range("SEMVER", "introduced 0", "fixed 1.2.0") + "]")
                + ","
                + affected(
                    "left",
                    "\"ranges\": [" + range("ECOSYSTEM", "introduced 2.0.0", "fixed 2.1.1") + "]")
                + ","
                + affected("right", "\"versions\": [\"0.1.0\", \"weird\"]"),
            ", \"aliases\": [\"CVE-1\"], \"database_specific\": {\"severity\": \"CRITICAL\"}"));
    files.put(
        "a/GHSA-2.json",
        osv(
            "GHSA-2",
            affected(
                "left",
                "\"ranges\": ["
                    + range("ECOSYSTEM", "introduced 1.0.0", "last_affected 1.4.0")
                    + ","
                    + range("GIT", "introduced abc")
                    + "]"),
            ", \"severity\": [{\"type\": \"CVSS_V3\", \"score\":"
                + " \"CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:L\"}]"));
    files.put(
        "CVE-1.json",
        osv(
            "CVE-1",
            affected(
                "left", "\"ranges\": [" + range("SEMVER", "introduced 0", "fixed 1.2.0") + "]"),
            ", \"aliases\": [\"GHSA-1\"]"));
    files.put("MAL-1.json", osv("MAL-1", affected("bad", "\"versions\": [\"1.0.0\"]"), ""));
    files.put(
        "withdrawn.json",
        osv(
            "GHSA-9",
            affected("left", "\"ranges\": [" + range("SEMVER", "introduced 0") + "]"),
            ", \"withdrawn\": \"2024-01-01T00:00:00Z\""));
    files.put(
        "other.json",
        "{\"id\": \"PYSEC-1\", \"affected\": [{\"package\": {\"ecosystem\": \"PyPI\", \"name\":"
            + " \"left\"},\"versions\": [\"9.0.0\"]}]}");
    files.put("readme.txt", "no advisory");
    return files;
  }

  /** The same advisories in each form that they can be given in. */
  private Path given(String form) throws IOException {
    Path files = folder.resolve("files");
    for (Map.Entry<String, String> file : sample().entrySet()) {
      Path path = files.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
    return switch (form) {
      case "folder" -> files;
      case "zip" -> zip(sample());
      default -> {
        StringWriter index = new StringWriter();
        AdvisorySources.buildIndex(List.of(files), index, notices::add);
        yield Files.writeString(folder.resolve("index"), index.toString());
      }
    };
  }

  private Path zip(Map<String, String> files) throws IOException {
    Path zip = folder.resolve("all.zip");
    try (OutputStream out = Files.newOutputStream(zip);
        ZipOutputStream entries = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        entries.putNextEntry(new ZipEntry(file.getKey()));
        entries.write(file.getValue().getBytes(UTF_8));
      }
    }
    return zip;
  }

  private AdvisoryTable load(Path source) {
    return AdvisorySources.load(List.of(source), name -> true, notices::add);
  }

  @ParameterizedTest
  @ValueSource(strings = {"folder", "zip", "index"})
  void everyFormGivesTheSame(String form) throws IOException {
    AdvisoryTable table = load(given(form));

    assertThat(notices).isEmpty();
    assertThat(ids(table, "left", "0.9.0")).containsExactly("GHSA-1");
    assertThat(ids(table, "left", "1.0.0")).containsExactly("GHSA-1", "GHSA-2");
    assertThat(ids(table, "left", "1.2.0-rc.1")).containsExactly("GHSA-1", "GHSA-2");
    assertThat(ids(table, "left", "1.2.0")).containsExactly("GHSA-2");
    assertThat(ids(table, "left", "1.4.0")).containsExactly("GHSA-2");
    assertThat(ids(table, "left", "1.4.1")).isEmpty();
    assertThat(ids(table, "left", "2.1.0")).containsExactly("GHSA-1");
    assertThat(ids(table, "left", "2.1.1")).isEmpty();
    assertThat(ids(table, "left", "9.0.0")).isEmpty();
    assertThat(ids(table, "right", "0.1.0")).containsExactly("GHSA-1");
    assertThat(ids(table, "right", "weird")).containsExactly("GHSA-1");
    assertThat(ids(table, "right", "0.1.1")).isEmpty();
    assertThat(ids(table, "nobody", "1.0.0")).isEmpty();
    assertThat(table.nextUnaffected("left", "1.0.0")).contains("2.1.1");
    assertThat(table.nextUnaffected("left", "2.1.0")).contains("2.1.1");
    assertThat(table.nextUnaffected("right", "0.1.0")).isEmpty();
    assertThat(table.nextUnaffected("left", "weird")).isEmpty();
    Advisory worst = table.affecting("left", "1.0.0").get(0);
    assertThat(worst.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(worst.summary()).isEqualTo("about GHSA-1");
    assertThat(worst.aliases()).containsExactly("CVE-1");
    assertThat(table.affecting("left", "1.3.0").get(0).severity()).isEqualTo(Severity.MEDIUM);
    Advisory malicious = table.affecting("bad", "1.0.0").get(0);
    assertThat(malicious.isMalicious()).isTrue();
    assertThat(malicious.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(table.description()).startsWith("4 advisories, the newest of 2024-01-0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"as it is", "index"})
  void theFunctionsThatAreNamedAreKept(String form) throws IOException {
    Path source =
        Files.writeString(
            folder.resolve("a.json"),
            """
            {"id": "A-1", "affected": [{
              "package": {"ecosystem": "npm", "name": "@s/p"}, "versions": ["1.0.0"],
              "ecosystem_specific": {
                "affected_functions": ["(@s/p).merge", "@s/p.Parser.parse()", "clone", "no name", 7],
                "imports": [{"path": "x", "symbols": ["Tree.prototype.walk", ""]}]
              }}]}
            """);
    if (form.equals("index")) {
      StringWriter index = new StringWriter();
      AdvisorySources.buildIndex(List.of(source), index, notices::add);
      source = Files.writeString(folder.resolve("index"), index.toString());
    }
    assertThat(load(source).affecting("@s/p", "1.0.0").get(0).functions())
        .containsExactly("Parser.parse", "Tree.prototype.walk", "clone", "merge");
  }

  @Test
  void theIndexIsTheSameForAnyOrderOfFiles() throws IOException {
    StringWriter one = new StringWriter();
    StringWriter other = new StringWriter();
    AdvisorySources.buildIndex(List.of(given("folder")), one, notices::add);
    AdvisorySources.buildIndex(List.of(given("zip")), other, notices::add);
    assertThat(one.toString()).isEqualTo(other.toString()).contains("\nleft\t{", "\nbad\t{");
  }

  @Test
  void pathsThatLeadOutOfAZipAreToldAndLeftOut() throws IOException {
    String text = osv("GHSA-3", affected("left", "\"versions\": [\"1.0.0\"]"), "");
    AdvisoryTable table =
        load(
            zip(
                Map.of(
                    "../a.json",
                    text,
                    "x/../../b.json",
                    text,
                    "/c.json",
                    text,
                    "d\\..\\e.json",
                    text)));
    assertThat(ids(table, "left", "1.0.0")).isEmpty();
    assertThat(notices)
        .singleElement()
        .satisfies(notice -> assertThat(notice.message()).contains("lead out of it"));
  }

  @Test
  void aZipThatUnpacksToFarTooMuchEnds() throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("bomb.json", " ".repeat(64 << 20));
    files.put("a.json", osv("GHSA-3", affected("left", "\"versions\": [\"1.0.0\"]"), ""));
    AdvisoryTable table = load(zip(files));
    assertThat(ids(table, "left", "1.0.0")).containsExactly("GHSA-3");
    assertThat(notices)
        .singleElement()
        .satisfies(notice -> assertThat(notice.message()).contains("1 file in"));
  }

  @Test
  void aCutZipGivesWhatCameBefore() throws IOException {
    byte[] whole = Files.readAllBytes(zip(sample()));
    for (int length : new int[] {2, 30, whole.length / 2, whole.length - 30}) {
      Path cut = folder.resolve("cut.zip");
      Files.write(cut, Arrays.copyOf(whole, length));
      load(cut);
    }
    assertThat(notices).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{",
        "{\"id\": 7}",
        "{\"id\": \"\"}",
        "\u0000\u0000",
        "emerald-advisories 2\t{}\n",
        "emerald-advisories 1\t{}\nleft",
        "emerald-advisories 1\t{\"count\": 1e999}\nleft\t{\"id\": 1}\n",
        "emerald-advisories 1\t\nleft\t{\"id\":\"A\",\"ranges\":[[\"q1\"]]}\n"
      })
  void whatIsNoAdvisoryIsTold(String text) throws IOException {
    AdvisoryTable table = load(Files.writeString(folder.resolve("x.json"), text));
    assertThat(ids(table, "left", "1.0.0")).isEmpty();
    assertThat(notices)
        .isNotEmpty()
        .allSatisfy(notice -> assertThat(notice.kind()).isEqualTo(NoticeKind.SYNTAX_ERROR));
  }

  @Test
  void aRangeWithAVersionThatIsNoneIsTold() throws IOException {
    String text =
        osv(
            "GHSA-4",
            affected(
                "left",
                "\"ranges\": ["
                    + range("SEMVER", "introduced one")
                    + ","
                    + range("SEMVER", "introduced 3.0.0", "limit 4.0.0")
                    + "]"),
            "");
    AdvisoryTable table = load(Files.writeString(folder.resolve("x.json"), text));
    assertThat(ids(table, "left", "3.0.1")).containsExactly("GHSA-4");
    assertThat(notices).hasSize(1);
  }

  @Test
  void aSourceThatIsNotThereIsTold() {
    load(folder.resolve("none"));
    assertThat(notices)
        .singleElement()
        .satisfies(notice -> assertThat(notice.kind()).isEqualTo(NoticeKind.NOT_ANALYSED));
  }

  @Test
  void longAndManyLinesOfAnIndexAreRead() throws IOException {
    StringBuilder index = new StringBuilder("emerald-advisories 1\t{\"count\":3}\n");
    for (int i = 0; i < 5_000; i++) {
      index.append("p" + i + "\t{\"id\":\"A" + i + "\",\"versions\":[\"1.0.0\"]}\n");
    }
    index.append(
        "long\t{\"id\":\"L\",\"summary\":\""
            + "x".repeat(1 << 20)
            + "\",\"versions\":[\"1.0.0\"]}\n");
    index.append("toolong\t" + "y".repeat(20 << 20) + "\n");
    index.append("ünï\t{\"id\":\"Z\",\"versions\":[\"1.0.0\"]}");
    AdvisoryTable table = load(Files.writeString(folder.resolve("index"), index.toString()));
    assertThat(ids(table, "p4999", "1.0.0")).containsExactly("A4999");
    assertThat(ids(table, "long", "1.0.0")).containsExactly("L");
    assertThat(ids(table, "ünï", "1.0.0")).containsExactly("Z");
    assertThat(notices)
        .singleElement()
        .satisfies(notice -> assertThat(notice.message()).contains("1 lines of"));
  }

  @ParameterizedTest
  @CsvSource({
    "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H, 9.8",
    "CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N, 6.1",
    "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H, 10.0",
    "CVSS:3.0/AV:L/AC:H/PR:L/UI:N/S:U/C:L/I:N/A:N, 2.5",
    "CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H, 7.5",
    "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:N, 0.0",
    "CVSS:3.1/AV:N/AC:L, -1.0",
    "CVSS:4.0/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H, -1.0",
  })
  void scoresAreThoseOfTheSpecification(String vector, double score) {
    assertThat(CvssScore.base(vector)).isEqualTo(score);
  }

  private static List<String> ids(AdvisoryTable table, String name, String version) {
    return table.affecting(name, version).stream().map(Advisory::id).toList();
  }
}
