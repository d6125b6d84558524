package dev.emerald.core.internal.files;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emerald.spi.finding.Notice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTreeTest {

  @TempDir Path root;

  private FileText read(byte[] bytes) throws IOException {
    Files.write(root.resolve("a.js"), bytes);
    return DiskTree.of(root).read("a.js", 1_000);
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  private static byte[] marked(int[] mark, byte[] rest) {
    byte[] all = new byte[mark.length + rest.length];
    for (int i = 0; i < mark.length; i++) {
      all[i] = (byte) mark[i];
    }
    System.arraycopy(rest, 0, all, mark.length, rest.length);
    return all;
  }

  @Test
  void byteOrderMarksTellTheEncodingAndAreTakenOff() throws IOException {
    String text = "é😀";

    assertThat(read(text.getBytes(UTF_8)).text()).isEqualTo(text);
    assertThat(read(marked(new int[] {0xEF, 0xBB, 0xBF}, text.getBytes(UTF_8))).text())
        .isEqualTo(text);
    assertThat(read(marked(new int[] {0xFF, 0xFE}, text.getBytes(UTF_16LE))).text())
        .isEqualTo(text);
    assertThat(read(marked(new int[] {0xFE, 0xFF}, text.getBytes(UTF_16BE))).text())
        .isEqualTo(text);
    assertThat(read(new byte[0]).text()).isEmpty();
  }

  @Test
  void whatIsNoUtf8BecomesReplacementCharacters() throws IOException {
    assertThat(read(bytes('a', 0xFF, 'b', 0xC3)).text()).isEqualTo("a\uFFFDb\uFFFD");
  }

  @Test
  void aNulInAStringIsTextAndManyAreNot() throws IOException {
    assertThat(read("'a\0b'".getBytes(UTF_8)).text()).isEqualTo("'a\0b'");
    assertThat(read(new byte[100]).failure()).isEqualTo(LeftOutReason.BINARY);
  }

  @Test
  void largerFilesAreCut() throws IOException {
    Files.writeString(root.resolve("b.js"), "x".repeat(1_001));
    Files.writeString(root.resolve("c.js"), "x".repeat(1_000));
    DiskTree tree = DiskTree.of(root);

    assertThat(tree.read("b.js", 1_000).cut()).isTrue();
    assertThat(tree.read("b.js", 1_000).text()).hasSize(1_000);
    assertThat(tree.read("c.js", 1_000).cut()).isFalse();
    assertThat(tree.read("c.js", Long.MAX_VALUE).text()).hasSize(1_000);
  }

  @Test
  void whatIsNoReadableFileFailsWithAReason() throws IOException {
    Files.createDirectory(root.resolve("folder.js"));
    DiskTree tree = DiskTree.of(root);

    assertThat(tree.read("none.js", 10).message()).isEqualTo("it is not there any more");
    assertThat(tree.read("folder.js", 10).failure()).isEqualTo(LeftOutReason.UNREADABLE);
    assertThat(tree.read("bad\0name", 10).failure()).isEqualTo(LeftOutReason.UNREADABLE);
  }

  @Test
  void linksAreToldAndNotFollowed() throws IOException {
    Files.writeString(root.resolve("a.js"), "a");
    Files.createSymbolicLink(root.resolve("link.js"), root.resolve("a.js"));
    Files.createSymbolicLink(root.resolve("loop"), root);
    DiskTree tree = DiskTree.of(root);

    assertThat(tree.list(""))
        .containsExactly(
            new FileTree.Entry("a.js", FileTree.Kind.FILE),
            new FileTree.Entry("link.js", FileTree.Kind.LINK),
            new FileTree.Entry("loop", FileTree.Kind.LINK));
    assertThat(tree.read("link.js", 10).failure()).isEqualTo(LeftOutReason.UNREADABLE);
  }

  @Test
  void aRootThatIsNoFolderIsNamed() throws IOException {
    Path file = Files.writeString(root.resolve("a.js"), "a");

    assertThatThrownBy(() -> DiskTree.of(root.resolve("none")))
        .isInstanceOf(IOException.class)
        .hasMessage("there is no folder " + root.resolve("none"));
    assertThatThrownBy(() -> DiskTree.of(file))
        .isInstanceOf(IOException.class)
        .hasMessage(file + " is not a folder");
  }

  @Test
  void textsInMemoryMakeFolders() throws IOException {
    TextTree tree =
        TextTree.of(Map.of("src\\a.js", "\uFEFFa", "/src/b/c.js", "c", "src", "file", "x.js", "x"));

    assertThat(tree.list(""))
        .containsExactly(
            new FileTree.Entry("src", FileTree.Kind.FILE),
            new FileTree.Entry("src", FileTree.Kind.FOLDER),
            new FileTree.Entry("x.js", FileTree.Kind.FILE));
    assertThat(tree.list("src"))
        .containsExactly(
            new FileTree.Entry("a.js", FileTree.Kind.FILE),
            new FileTree.Entry("b", FileTree.Kind.FOLDER));
    assertThat(tree.read("src/a.js", 10).text()).isEqualTo("a");
    assertThat(tree.read("src/b/c.js", 0).cut()).isTrue();
    assertThat(tree.read("none", 10).failure()).isEqualTo(LeftOutReason.UNREADABLE);
    assertThatThrownBy(() -> tree.list("none")).isInstanceOf(IOException.class);
  }

  @Test
  void textsThatShareAPathAreToldOf() {
    TextTree tree = TextTree.of(Map.of("./a.js", "first", "a.js", "second", "..", "none"));
    ProjectFiles files = ProjectLister.list(tree, ListingOptions.DEFAULT);

    assertThat(tree.read("a.js", 10).text()).isEqualTo("first");
    assertThat(files.notices())
        .extracting(Notice::message)
        .containsExactly(
            "the text '..' was not read: its path names no file",
            "the text 'a.js' was not read: another text has this path");
  }

  @Test
  void veryDeepTextsTakeBoundedMemory() {
    TextTree tree = TextTree.of(Map.of("a/".repeat(100_000) + "b.js", "x", "c.js", "y"));
    ProjectFiles files = ProjectLister.list(tree, ListingOptions.DEFAULT);

    assertThat(files.sources()).extracting(SourceFile::path).containsExactly("c.js");
    assertThat(files.notices())
        .singleElement()
        .asString()
        .contains("LIMIT_REACHED folders deeper than 128 levels");
  }
}
