package dev.emerald.core.internal.files;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the text of a file tells by itself, wherever the file lies: what takes reading it whole.
 *
 * @param failure why it could not be read; null if it could
 * @param message what to say of that
 * @param cut whether it is longer than wanted
 * @param content what it is going by its content; null if somebody may have written it
 * @param compiled whether a compiler made it of something else; asked of JavaScript alone
 * @param imported the relative paths that it speaks of
 * @param language of the scripts of a component; null if it is none
 */
record SourceLook(
    @Nullable LeftOutReason failure,
    String message,
    boolean cut,
    @Nullable LeftOutReason content,
    boolean compiled,
    List<String> imported,
    @Nullable Language language) {

  /**
   * Looks at a file.
   *
   * @param limit how many bytes of it are read
   * @param imports whether to look for imported paths
   */
  static SourceLook at(FileTree tree, String path, long limit, boolean imports) {
    FileText read = tree.read(path, limit);
    if (read.failure() != null) {
      return new SourceLook(read.failure(), read.message(), false, null, false, List.of(), null);
    }
    String text = read.text();
    return new SourceLook(
        null,
        "",
        read.cut(),
        ContentCheck.check(path, text),
        !path.endsWith("ts") && ContentCheck.isCompiled(text),
        imports ? List.copyOf(RelativeSpecifiers.in(text)) : List.of(),
        ScriptBlocks.isComponent(path) ? ScriptBlocks.of(text).language() : null);
  }
}
