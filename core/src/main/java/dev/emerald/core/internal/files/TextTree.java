package dev.emerald.core.internal.files;

import dev.emerald.spi.finding.Notice;
import dev.emerald.spi.finding.NoticeKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Texts in memory, treated as the files of a folder. */
public final class TextTree implements FileTree {

  /** Folders further in are told of but have no entries; whoever walks stops before them. */
  private static final int DEEPEST = ListingOptions.DEEPEST + 1;

  private final Map<String, String> texts;
  private final Map<String, List<Entry>> folders;
  private final List<Notice> notices;

  private TextTree(
      Map<String, String> texts, Map<String, List<Entry>> folders, List<Notice> notices) {
    this.texts = texts;
    this.folders = folders;
    this.notices = List.copyOf(notices);
  }

  /**
   * A tree of texts.
   *
   * @param texts path to text. Paths are made relative: a drive, a leading slash and what leads
   *     above the root are cut off, backslashes are slashes. Of several texts under one path the
   *     first by the order of the paths as they are written counts, and a notice tells of the
   *     others.
   */
  public static TextTree of(Map<String, String> texts) {
    List<Notice> notices = new ArrayList<>();
    NavigableMap<String, String> byPath = new TreeMap<>();
    for (Map.Entry<String, String> entry : new TreeMap<>(texts).entrySet()) {
      String path = RelativePaths.normal(entry.getKey());
      if (path.isEmpty() || byPath.putIfAbsent(path, entry.getValue()) != null) {
        String why = path.isEmpty() ? "its path names no file" : "another text has this path";
        String message = "the text '" + entry.getKey() + "' was not read: " + why;
        notices.add(Notice.of(NoticeKind.FILE_SKIPPED, message));
      }
    }
    Map<String, NavigableMap<String, Entry>> folders = new HashMap<>();
    folders.put("", new TreeMap<>());
    for (String path : byPath.keySet()) {
      add(folders, path);
    }
    Map<String, List<Entry>> lists = new HashMap<>();
    folders.forEach((folder, entries) -> lists.put(folder, List.copyOf(entries.values())));
    return new TextTree(Map.copyOf(byPath), lists, notices);
  }

  private static void add(Map<String, NavigableMap<String, Entry>> folders, String path) {
    int start = 0;
    String folder = "";
    for (int depth = 0; depth <= DEEPEST; depth++) {
      int end = path.indexOf('/', start);
      boolean last = end < 0;
      String name = path.substring(start, last ? path.length() : end);
      Entry entry = new Entry(name, last ? Kind.FILE : Kind.FOLDER);
      // A text may lie at "a" and another at "a/b": then there is a file "a" and a folder "a".
      folders
          .computeIfAbsent(folder, key -> new TreeMap<>())
          .putIfAbsent(last ? name : name + "/", entry);
      if (last) {
        return;
      }
      folder = path.substring(0, end);
      start = end + 1;
    }
  }

  @Override
  public List<Entry> list(String folder) throws IOException {
    List<Entry> entries = folders.get(folder);
    if (entries == null) {
      throw new IOException("there is no folder " + folder);
    }
    return entries;
  }

  @Override
  public List<Notice> notices() {
    return notices;
  }

  @Override
  public FileText read(String path, long limit) {
    String text = texts.get(path);
    if (text == null) {
      return FileText.failed(LeftOutReason.UNREADABLE, "there is no such text");
    }
    int start = text.startsWith("\uFEFF") ? 1 : 0;
    boolean cut = text.length() - start > limit;
    return FileText.of(text.substring(start, cut ? start + (int) limit : text.length()), cut);
  }
}
