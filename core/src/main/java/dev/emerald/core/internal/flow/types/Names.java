package dev.emerald.core.internal.flow.types;

import dev.emerald.core.internal.flow.ir.FileFlow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The names that instructions speak of, numbered through all files: keys of properties, APIs. */
public final class Names {

  /** Stands for elements and for keys that are computed. */
  public static final int ELEMENT = 0;

  /** Stands for all keys together. */
  public static final int ANY = 1;

  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> texts = new ArrayList<>();
  private final int[][] ofFile;
  private final FileFlow[] files;

  Names(FileFlow[] files) {
    this.files = files;
    number("[]");
    number("*");
    ofFile = new int[files.length][];
  }

  /** The number of a text. */
  public int number(String text) {
    Integer known = numbers.get(text);
    if (known != null) {
      return known;
    }
    texts.add(text);
    numbers.put(text, texts.size() - 1);
    return texts.size() - 1;
  }

  /** The text of a number. */
  public String text(int number) {
    return texts.get(number);
  }

  /** The number of a name of a file. */
  public int of(int file, int name) {
    int[] known = ofFile[file];
    if (known == null) {
      known = new int[Math.max(name + 1, 16)];
      Arrays.fill(known, -1);
      ofFile[file] = known;
    } else if (name >= known.length) {
      int old = known.length;
      known = Arrays.copyOf(known, Math.max(name + 1, old * 2));
      Arrays.fill(known, old, known.length, -1);
      ofFile[file] = known;
    }
    if (known[name] < 0) {
      known[name] = number(files[file].name(name));
    }
    return known[name];
  }
}
