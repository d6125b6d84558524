package dev.emerald.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads one of a few words, in any case.
 *
 * @param <E> the words, as {@code toString} spells them
 */
final class Choice<E extends Enum<E>> implements ITypeConverter<E> {

  private final E[] values;

  Choice(E[] values) {
    this.values = values;
  }

  @Override
  public E convert(String text) {
    for (E value : values) {
      if (value.toString().equals(text.toLowerCase(Locale.ROOT))) {
        return value;
      }
    }
    String words = Arrays.stream(values).map(E::toString).collect(Collectors.joining(", "));
    throw new TypeConversionException("'" + text + "' is none of " + words);
  }
}
