package dev.emerald.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class UriPathTest {

  @ParameterizedTest
  @CsvSource({
    "src/app.js, src/app.js",
    "a b/c#d?e%f.js, a%20b/c%23d%3Fe%25f.js",
    "routes/[id].ts, routes/%5Bid%5D.ts",
    "a:b.js, a%3Ab.js",
    "a\\b.js, a%5Cb.js",
    "@scope/ü漢.js, @scope/%C3%BC%E6%BC%A2.js",
    "../other/x.js, ../other/x.js",
    "/srv/x y.js, file:///srv/x%20y.js",
    "C:/app/x.js, file:///C:/app/x.js",
    "//server/share/x.js, file://server/share/x.js",
    "C:x.js, C%3Ax.js",
  })
  void pathsBecomeUriReferences(String path, String uri) {
    assertThat(UriPath.of(path)).isEqualTo(uri);
    assertThat(URI.create(uri).isAbsolute()).isEqualTo(UriPath.isAbsolute(path));
  }

  @ParameterizedTest
  @CsvSource({"'a\uD800.js', a%EF%BF%BD.js"})
  void loneSurrogatesAreReplaced(String path, String uri) {
    assertThat(UriPath.of(path)).isEqualTo(uri);
  }
}
