package dev.emerald.core.analysis;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is to be analysed: a folder, a single file, or texts in memory. Immutable. */
public final class Input {

  private final @Nullable Path path;
  private final boolean single;
  private final Map<String, String> texts;

  private Input(@Nullable Path path, boolean single, Map<String, String> texts) {
    this.path = path;
    this.single = single;
    this.texts = texts;
  }

  /**
   * A folder with all that lies below it; the root of the project.
   *
   * @param folder need not exist: the report then says that it does not
   */
  public static Input folder(Path folder) {
    return new Input(Objects.requireNonNull(folder, "folder"), false, Map.of());
  }

  /**
   * A single file, which is analysed whatever its name and content; the folder it lies in is the
   * root of the project.
   *
   * @param file need not exist: the report then says that it does not
   */
  public static Input file(Path file) {
    return new Input(Objects.requireNonNull(file, "file"), true, Map.of());
  }

  /**
   * Texts in memory, treated as the files of a folder. Nothing is read from disk.
   *
   * @param texts path to text. Paths are relative to the root of the project; backslashes and
   *     drives of Windows are understood, what leads above the root is cut off
   */
  public static Input texts(Map<String, String> texts) {
    return new Input(null, false, Map.copyOf(texts));
  }

  @Nullable Path path() {
    return path;
  }

  boolean single() {
    return single;
  }

  Map<String, String> texts() {
    return texts;
  }

  /** The path, or how many texts there are. */
  @Override
  public String toString() {
    return path == null ? texts.size() + " texts" : path.toString();
  }
}
