package dev.emerald.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OutputFileTest {

  @TempDir private Path folder;

  private Path file(String name) {
    return folder.resolve(name);
  }

  private static OutputFile at(Path file) {
    return OutputFile.at(file, file);
  }

  private void nothingElseIsLeft(String... names) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(path -> path.getFileName().toString())).containsExactlyInAnyOrder(names);
    }
  }

  @Test
  void aNewFileIsWrittenInUtf8() throws IOException {
    at(file("r.txt")).write(out -> out.write("\u00FC\uD83D\uDE00\n"));
    assertThat(Files.readString(file("r.txt"))).isEqualTo("\u00FC\uD83D\uDE00\n");
    nothingElseIsLeft("r.txt");
  }

  @Test
  void aFailureLeavesWhatWasThere() throws IOException {
    Files.writeString(file("r.txt"), "old");
    OutputFile output = at(file("r.txt"));
    assertThatThrownBy(
            () ->
                output.write(
                    out -> {
                      out.write("new".repeat(10_000));
                      throw new IOException("disk full");
                    }))
        .isInstanceOf(UsageException.class)
        .hasMessage(file("r.txt") + " can't be written: disk full");
    assertThat(Files.readString(file("r.txt"))).isEqualTo("old");
    nothingElseIsLeft("r.txt");
  }

  @Test
  void permissionsAreKept() throws IOException {
    assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
    Files.writeString(file("r.txt"), "old");
    Files.setPosixFilePermissions(file("r.txt"), PosixFilePermissions.fromString("rw-rw-rw-"));
    at(file("r.txt")).write(out -> out.write("new"));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file("r.txt"))))
        .isEqualTo("rw-rw-rw-");
    assertThat(Files.readString(file("r.txt"))).isEqualTo("new");
  }

  @Test
  void aLinkStaysOne() throws IOException {
    Files.createDirectory(file("there"));
    Files.createSymbolicLink(file("link"), Path.of("there/r.txt"));
    at(file("link")).write(out -> out.write("first"));
    at(file("link")).write(out -> out.write("second"));
    assertThat(Files.isSymbolicLink(file("link"))).isTrue();
    assertThat(Files.readString(file("there/r.txt"))).isEqualTo("second");
  }

  @Test
  void linksInACircleAreRefused() throws IOException {
    Files.createSymbolicLink(file("a"), Path.of("b"));
    Files.createSymbolicLink(file("b"), Path.of("a"));
    assertThatThrownBy(() -> at(file("a"))).isInstanceOf(UsageException.class);
  }

  @Test
  void aDeviceIsWrittenToAsItIs() {
    Path device = Path.of("/dev/null");
    assumeTrue(Files.exists(device));
    at(device).write(out -> out.write("gone"));
    assertThat(Files.isRegularFile(device)).isFalse();
  }
}
