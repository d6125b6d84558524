package dev.emerald.core.internal.parse;

import dev.emerald.spi.ast.TemplateElement;
import java.util.Arrays;
import java.util.List;

/** The texts of a template, while its expressions are on the stack of nodes. */
final class TextList {

  private TemplateElement[] texts = new TemplateElement[4];
  private int size;

  void add(TemplateElement text) {
    if (size == texts.length) {
      texts = Arrays.copyOf(texts, size * 2);
    }
    texts[size++] = text;
  }

  List<TemplateElement> list() {
    return NodeList.of(texts, 0, size);
  }
}
