package dev.emerald.benchmarks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes files that have broken one parser or another: nesting far beyond any stack, chains of
 * 100,000 terms, covers of covers, 50 MB in one line, characters that are none. {@code hostile.sh}
 * scans each of them.
 */
public final class HostileSet {

  private static final int DEEP = 100_000;
  private static final int HALF_AS_DEEP = 50_000;

  private final Path folder;

  private HostileSet(Path folder) {
    this.folder = folder;
  }

  /** {@code HostileSet FOLDER}. */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 1) {
      System.err.println("usage: HostileSet FOLDER");
      System.exit(2);
    }
    Path folder = Path.of(arguments[0]);
    Files.createDirectories(folder);
    new HostileSet(folder).write();
  }

  private void write() throws IOException {
    nested("parens.js", "x = ", "(", "1", ")", DEEP);
    nested("parens-1000.js", "x = ", "(", "1", ")", 1_000);
    nested("brackets.js", "x = ", "[", "", "]", DEEP);
    nested("braces.js", "", "{", "", "}", DEEP);
    nested("objects.js", "x = ", "{a:", "1", "}", DEEP);
    nested("unary.js", "x = ", "!", "y", "", DEEP);
    nested("minus.js", "x = ", "- ", "y", "", DEEP);
    nested("typeof.js", "x = ", "typeof ", "y", "", DEEP);
    nested("await.mjs", "x = ", "await ", "y", "", DEEP);
    nested("new.js", "x = ", "new ", "y", "", DEEP);
    nested("ternary.js", "x = ", "a ? b : ", "c", "", DEEP);
    nested("ternary-middle.js", "x = ", "a ? ", "b", " : c", DEEP);
    nested("else-if.js", "", "if (a) b; else ", "c;", "", DEEP);
    nested("nested-if.js", "", "if (a) ", "b;", "", DEEP);
    nested("arrows.js", "x = ", "a => ", "1", "", DEEP);
    nested("async-arrows.js", "x = ", "async a => ", "1", "", DEEP);
    nested("functions.js", "", "function f() {", "", "}", DEEP);
    nested("classes.js", "x = ", "class { a = ", "1", "}", DEEP);
    nested("calls-nested.js", "", "f(", "", ")", DEEP);
    nested("templates.js", "x = ", "`${", "1", "}`", DEEP);
    nested("labels.js", "", "a: ", ";", "", DEEP);
    nested("for.js", "", "for (;;) ", ";", "", DEEP);
    nested("patterns.js", "var ", "[", "a", "]", DEEP);
    nested("defaults.js", "x = ", "(a = ", "1", ") => 1", 40);
    nested("cover.js", "x = ", "(a = (", "1", ") => 1) => 1", 30);
    nested("regex-groups.js", "x = /", "(", "a", ")", DEEP, "/;");
    nested("jsx.jsx", "x = ", "<a>", "", "</a>", HALF_AS_DEEP);
    nested("jsx-attributes.jsx", "x = ", "<a b=", "<c/>", " />", HALF_AS_DEEP);
    nested("jsx-containers.jsx", "x = ", "<a>{", "1", "}</a>", HALF_AS_DEEP);
    nested("type-arguments.ts", "let x: ", "A<", "B", ">", HALF_AS_DEEP);
    nested("type-parens.ts", "let x: ", "(", "B", ")", HALF_AS_DEEP);
    nested("type-objects.ts", "let x: ", "{a:", "B", "}", HALF_AS_DEEP);
    nested("type-conditional.ts", "type X = ", "A extends B ? C : ", "D", "", HALF_AS_DEEP);
    nested("type-functions.ts", "let x: ", "(a: B) => ", "C", "", HALF_AS_DEEP);
    nested("assertions.ts", "x = ", "<A>", "y", "", HALF_AS_DEEP);
    nested("generic-arrows.ts", "x = ", "<T>(a: T) => ", "1", "", HALF_AS_DEEP);
    nested("generic-calls.ts", "x = ", "f<", "A", "", HALF_AS_DEEP);
    nested("namespaces.ts", "", "namespace A {", "", "}", HALF_AS_DEEP);
    nested("open-parens.js", "x = ", "(", "", "", DEEP);
    nested("open-braces.js", "", "{", "", "", DEEP);
    nested("open-templates.js", "x = ", "`${", "", "", DEEP);
    nested("open-calls.js", "", "f(async (a, ", "", "", DEEP);

    repeated("sum.js", "x = a", " + a", ";", DEEP);
    repeated("texts.js", "x = 'a'", " + 'a'", ";", DEEP);
    repeated("and.js", "x = a", " && a", ";", DEEP);
    repeated("power.js", "x = a", " ** a", ";", DEEP);
    repeated("assignments.js", "x = a", " = a", ";", DEEP);
    repeated("members.js", "x = a", ".b", ";", DEEP);
    repeated("optional-members.js", "x = a", "?.b", ";", DEEP);
    repeated("calls.js", "x = a", "()", ";", DEEP);
    repeated("method-calls.js", "x = a", ".g()", ";", DEEP);
    repeated("indexes.js", "x = a", "[0]", ";", DEEP);
    repeated("commas.js", "x = (a", ", a", ");", DEEP);
    repeated("tags.js", "x = a", "`b`", ";", DEEP);
    repeated("non-null.ts", "x = a", "!", ";", DEEP);
    repeated("as.ts", "x = a", " as A", ";", DEEP);
    repeated("union.ts", "type X = A", " | A", ";", DEEP);
    repeated("array-type.ts", "type X = A", "[]", ";", DEEP);
    repeated("errors.js", "", "var = ; ) } ] ", "", DEEP);

    repeated("array-5m.js", "x = [1", ",1", "];", 5_000_000);
    repeated("string-20mb.js", "x = '", "aaaaaaaaaa", "';", 2_000_000);
    repeated("line-50mb.js", "", "a.b(c);d=[1,2];", "", 50_000_000 / 15);
    repeated("comment-50mb.js", "/*", "aaaaaaaaaa", "*/", 5_000_000);
    repeated("names-50mb.js", "", "abc def;", "", 50_000_000 / 8);
    bytes("nul.js", "var a = 1;\0eval(b);\nvar c = 2;\n");
    bytes("surrogate.js", "x = 'a\uD800';\ny = 2;\n");
    Files.write(
        folder.resolve("utf8.js"),
        new byte[] {'x', '=', '\'', (byte) 0xff, (byte) 0xc0, (byte) 0x80, '\'', ';', '\n'});
  }

  private void nested(String name, String head, String open, String inner, String close, int depth)
      throws IOException {
    nested(name, head, open, inner, close, depth, ";");
  }

  private void nested(
      String name, String head, String open, String inner, String close, int depth, String tail)
      throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(folder.resolve(name))) {
      out.write("eval(before);\n");
      out.write(head);
      for (int i = 0; i < depth; i++) {
        out.write(open);
      }
      out.write(inner);
      for (int i = 0; i < depth; i++) {
        out.write(close);
      }
      out.write(tail + "\neval(after);\n");
    }
  }

  private void repeated(String name, String head, String part, String tail, int times)
      throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(folder.resolve(name))) {
      out.write(head);
      for (int i = 0; i < times; i++) {
        out.write(part);
      }
      out.write(tail);
    }
  }

  private void bytes(String name, String text) throws IOException {
    byte[] encoded = new byte[text.length() * 3];
    int length = 0;
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (Character.isSurrogate(unit)) {
        encoded[length++] = (byte) (0xe0 | unit >> 12);
        encoded[length++] = (byte) (0x80 | unit >> 6 & 0x3f);
        encoded[length++] = (byte) (0x80 | unit & 0x3f);
      } else {
        byte[] one = String.valueOf(unit).getBytes(StandardCharsets.UTF_8);
        System.arraycopy(one, 0, encoded, length, one.length);
        length += one.length;
      }
    }
    Files.write(folder.resolve(name), java.util.Arrays.copyOf(encoded, length));
  }
}
