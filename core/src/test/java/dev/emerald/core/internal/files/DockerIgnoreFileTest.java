package dev.emerald.core.internal.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emerald.spi.source.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a .dockerignore leaves out. */
class DockerIgnoreFileTest {

  @ParameterizedTest
  @CsvSource({
    ".env, .env, true",
    ".env, sub/.env, false",
    "**/.env, sub/.env, true",
    "/node_modules/, node_modules/a/b, true",
    "node_modules, sub/node_modules, false",
    "*, .git, true",
    "* !src, src/a.js, false",
    "* !src src/secret, src/secret/a, true",
    "*.pem, key.pem, true",
    "*.pem, certs/key.pem, false",
    "./dist, dist/a.js, true",
    "#.env, .env, false",
    "!, a, false",
  })
  void patternsStartAtTheFolderAndTheLastOneCounts(String lines, String path, boolean ignored) {
    DockerIgnoreFile file =
        DockerIgnoreFile.read(SourceText.of(".dockerignore", lines.replace(' ', '\n') + "\r\n"));
    assertThat(file.ignores(path)).isEqualTo(ignored);
  }

  @Test
  void hostilePatternsEnd() {
    String text = ("*a".repeat(2_000) + "\n").repeat(200);
    DockerIgnoreFile file = DockerIgnoreFile.read(SourceText.of(".dockerignore", text));
    assertThat(file.ignores("a".repeat(4_000))).isIn(true, false);
  }
}
