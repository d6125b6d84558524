package dev.emerald.core.api;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.AnnotatedWildcardType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes types as they stand in a signature, with their {@code @Nullable}: a type that begins to
 * allow null is a change for its users as much as one that gets another name.
 *
 * <p>Written here and not by {@code toString}, whose text differs between JDK releases.
 */
final class TypeNames {
  private TypeNames() {}

  static String of(AnnotatedType type) {
    if (type instanceof AnnotatedArrayType array) {
      String brackets = isNullable(array) ? " @Nullable []" : "[]";
      return of(array.getAnnotatedGenericComponentType()) + brackets;
    }
    String nullable = isNullable(type) ? "@Nullable " : "";
    if (type instanceof AnnotatedWildcardType wildcard) {
      return nullable + wildcard(wildcard);
    }
    if (type instanceof AnnotatedParameterizedType parameterized) {
      Class<?> raw = (Class<?>) ((ParameterizedType) parameterized.getType()).getRawType();
      return nullable
          + of(raw)
          + Arrays.stream(parameterized.getAnnotatedActualTypeArguments())
              .map(TypeNames::of)
              .collect(Collectors.joining(", ", "<", ">"));
    }
    return nullable + plain(type.getType());
  }

  static String of(Class<?> type) {
    String name = type.getCanonicalName();
    return name.startsWith("java.lang.") && name.lastIndexOf('.') == "java.lang".length()
        ? name.substring("java.lang.".length())
        : name;
  }

  /** Type parameters with their bounds, such as {@code <N extends Node>}; empty for none. */
  static String parameters(TypeVariable<?>[] variables) {
    if (variables.length == 0) {
      return "";
    }
    return Arrays.stream(variables)
        .map(TypeNames::parameter)
        .collect(Collectors.joining(", ", "<", ">"));
  }

  private static String parameter(TypeVariable<?> variable) {
    String bounds =
        Arrays.stream(variable.getAnnotatedBounds())
            .map(TypeNames::of)
            .filter(bound -> !bound.equals("Object"))
            .collect(Collectors.joining(" & "));
    return bounds.isEmpty() ? variable.getName() : variable.getName() + " extends " + bounds;
  }

  private static String wildcard(AnnotatedWildcardType wildcard) {
    if (wildcard.getAnnotatedLowerBounds().length > 0) {
      return "? super " + of(wildcard.getAnnotatedLowerBounds()[0]);
    }
    AnnotatedType[] upper = wildcard.getAnnotatedUpperBounds();
    String bound = upper.length == 0 ? "Object" : of(upper[0]);
    return bound.equals("Object") ? "?" : "? extends " + bound;
  }

  private static String plain(Type type) {
    return type instanceof Class<?> raw ? of(raw) : type.getTypeName();
  }

  private static boolean isNullable(AnnotatedElement element) {
    for (Annotation annotation : element.getAnnotations()) {
      if (annotation.annotationType() == Nullable.class) {
        return true;
      }
    }
    return false;
  }
}
