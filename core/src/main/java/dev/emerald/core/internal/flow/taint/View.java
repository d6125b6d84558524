package dev.emerald.core.internal.flow.taint;

import dev.emerald.core.internal.flow.ir.FileFlow;
import java.util.List;

/**
 * A template that pages are made of.
 *
 * @param flow its script: the first function takes what the template is filled with
 * @param includes the names of the templates that get all that this one has
 */
public record View(FileFlow flow, List<String> includes) {

  /** Copies the list. */
  public View {
    includes = List.copyOf(includes);
  }
}
