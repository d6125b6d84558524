package dev.emerald.core.api;

import java.lang.annotation.Annotation;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes one type as its users see it: a head line, then a line for each part, members by their
 * names. Types of the same package stand there without its name.
 *
 * <p>Left out is what follows from the head alone (a record's accessors and canonical constructor,
 * an enum's {@code values}) and what every type has ({@code equals}, {@code hashCode}, {@code
 * toString}). Members that come from a superclass or an interface that users can't name are listed
 * as the type's own, for that is where they are called.
 */
final class TypeText {
  private final Class<?> type;

  private TypeText(Class<?> type) {
    this.type = type;
  }

  /** The head line first; without members, one line that says so stands for them. */
  static List<String> linesOf(Class<?> type, boolean withMembers) {
    return new TypeText(type).lines(withMembers);
  }

  private List<String> lines(boolean withMembers) {
    List<String> lines = new ArrayList<>();
    lines.add(head());
    supertypes().forEach(line -> lines.add("  " + line));
    if (withMembers) {
      Stream.of(recordComponents(), constants(), fields(), constructors(), methods())
          .flatMap(Collection::stream)
          .forEach(line -> lines.add("  " + line));
    } else {
      lines.add("  members are for the engine alone");
    }
    String samePackage = Pattern.quote(type.getPackageName() + ".") + "(?=\\p{Lu})";
    lines.replaceAll(line -> line.startsWith(" ") ? line.replaceAll(samePackage, "") : line);
    return lines;
  }

  private String head() {
    return annotations(type)
        + typeModifiers()
        + kind()
        + " "
        + type.getName()
        + TypeNames.parameters(type.getTypeParameters());
  }

  private String typeModifiers() {
    int modifiers = type.getModifiers();
    StringBuilder text = new StringBuilder(access(modifiers));
    if (type.getEnclosingClass() != null
        && Modifier.isStatic(modifiers)
        && !type.isInterface()
        && !type.isEnum()
        && !type.isRecord()) {
      text.append("static ");
    }
    if (Modifier.isAbstract(modifiers) && !type.isInterface() && !type.isEnum()) {
      text.append("abstract ");
    }
    if (Modifier.isFinal(modifiers) && !type.isRecord() && !type.isEnum()) {
      text.append("final ");
    }
    if (type.isSealed() && !type.isEnum()) {
      text.append("sealed ");
    } else if (!Modifier.isFinal(modifiers) && extendsSealedType()) {
      text.append("non-sealed ");
    }
    return text.toString();
  }

  private boolean extendsSealedType() {
    return Stream.concat(
            Stream.ofNullable(type.getSuperclass()), Arrays.stream(type.getInterfaces()))
        .anyMatch(Class::isSealed);
  }

  private String kind() {
    if (type.isAnnotation()) {
      return "@interface";
    }
    if (type.isInterface()) {
      return "interface";
    }
    if (type.isEnum()) {
      return "enum";
    }
    return type.isRecord() ? "record" : "class";
  }

  private List<String> supertypes() {
    List<String> lines = new ArrayList<>();
    AnnotatedType superclass = type.getAnnotatedSuperclass();
    if (superclass != null
        && type.getSuperclass() != Object.class
        && ExportedTypes.isAccessible(type.getSuperclass())
        && !type.isEnum()
        && !type.isRecord()) {
      lines.add("extends " + TypeNames.of(superclass));
    }
    Arrays.stream(type.getAnnotatedInterfaces())
        .filter(supertype -> isNamed(supertype.getType()))
        .map(TypeNames::of)
        .sorted()
        .forEach(name -> lines.add((type.isInterface() ? "extends " : "implements ") + name));
    if (type.isSealed() && !type.isEnum()) {
      Arrays.stream(type.getPermittedSubclasses())
          .map(TypeNames::of)
          .sorted()
          .forEach(name -> lines.add("permits " + name));
    }
    return lines;
  }

  private static boolean isNamed(Type supertype) {
    Type raw = supertype instanceof ParameterizedType generic ? generic.getRawType() : supertype;
    return raw != Annotation.class && ExportedTypes.isAccessible((Class<?>) raw);
  }

  /** In their order, which is the order of the constructor's arguments. */
  private Collection<String> recordComponents() {
    List<String> lines = new ArrayList<>();
    if (type.isRecord()) {
      for (RecordComponent component : type.getRecordComponents()) {
        lines.add(
            "component " + TypeNames.of(component.getAnnotatedType()) + " " + component.getName());
      }
    }
    return lines;
  }

  /** In their order, which is that of {@code compareTo}. */
  private Collection<String> constants() {
    List<String> lines = new ArrayList<>();
    for (Field field : type.getDeclaredFields()) {
      if (field.isEnumConstant()) {
        lines.add(annotations(field) + "constant " + field.getName());
      }
    }
    return lines;
  }

  private Collection<String> fields() {
    Map<String, String> lines = new TreeMap<>();
    for (Class<?> owner : owners()) {
      for (Field field : owner.getDeclaredFields()) {
        if (isSeen(field.getModifiers()) && !field.isEnumConstant() && !field.isSynthetic()) {
          String line =
              "field "
                  + annotations(field)
                  + memberModifiers(field.getModifiers())
                  + TypeNames.of(field.getAnnotatedType())
                  + " "
                  + field.getName()
                  + constantValue(field);
          lines.put(field.getName() + " " + line, line);
        }
      }
    }
    return lines.values();
  }

  /** Constants of the language are copied into their users when those are compiled. */
  private static String constantValue(Field field) {
    int modifiers = field.getModifiers();
    boolean copied = field.getType().isPrimitive() || field.getType() == String.class;
    if (!copied || !Modifier.isStatic(modifiers) || !Modifier.isFinal(modifiers)) {
      return "";
    }
    try {
      field.setAccessible(true);
      return " = " + literal(field.get(null));
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private Collection<String> constructors() {
    Map<String, String> lines = new TreeMap<>();
    for (Constructor<?> constructor : type.getDeclaredConstructors()) {
      if (isSeen(constructor.getModifiers())
          && !constructor.isSynthetic()
          && !isCanonical(constructor)) {
        String line =
            "constructor "
                + annotations(constructor)
                + memberModifiers(constructor.getModifiers())
                + typeParameters(constructor)
                + "("
                + parameters(constructor)
                + ")"
                + exceptions(constructor);
        lines.put(line, line);
      }
    }
    return lines.values();
  }

  private boolean isCanonical(Constructor<?> constructor) {
    return type.isRecord()
        && Arrays.equals(
            constructor.getParameterTypes(),
            Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new));
  }

  private Collection<String> methods() {
    Map<String, String> lines = new TreeMap<>();
    for (Class<?> owner : owners()) {
      for (Method method : owner.getDeclaredMethods()) {
        if (isSeen(method.getModifiers()) && !method.isSynthetic() && !followsFromHead(method)) {
          String line =
              (type.isAnnotation() ? "element " : "method ")
                  + annotations(method)
                  + methodModifiers(method)
                  + typeParameters(method)
                  + TypeNames.of(method.getAnnotatedReturnType())
                  + " "
                  + method.getName()
                  + "("
                  + parameters(method)
                  + ")"
                  + exceptions(method)
                  + defaultValue(method);
          lines.put(method.getName() + " " + line, line);
        }
      }
    }
    return lines.values();
  }

  private boolean followsFromHead(Method method) {
    String name = method.getName();
    Class<?>[] parameters = method.getParameterTypes();
    if (parameters.length == 0) {
      return name.equals("hashCode")
          || name.equals("toString")
          || (type.isEnum() && name.equals("values"))
          || (type.isRecord()
              && Arrays.stream(type.getRecordComponents())
                  .anyMatch(component -> component.getName().equals(name)));
    }
    return parameters.length == 1
        && ((name.equals("equals") && parameters[0] == Object.class)
            || (type.isEnum() && name.equals("valueOf") && parameters[0] == String.class));
  }

  /** The type, and those of its supertypes that users can't name and whose members it passes on. */
  private Set<Class<?>> owners() {
    Set<Class<?>> owners = new LinkedHashSet<>();
    addOwners(type, owners);
    return owners;
  }

  private static void addOwners(Class<?> owner, Set<Class<?>> owners) {
    owners.add(owner);
    Stream.concat(Stream.ofNullable(owner.getSuperclass()), Arrays.stream(owner.getInterfaces()))
        .filter(supertype -> !ExportedTypes.isAccessible(supertype))
        .forEach(supertype -> addOwners(supertype, owners));
  }

  /** Protected members are an API only where a user's class can inherit them. */
  private boolean isSeen(int modifiers) {
    return Modifier.isPublic(modifiers)
        || (Modifier.isProtected(modifiers) && !Modifier.isFinal(type.getModifiers()));
  }

  private static String access(int modifiers) {
    return Modifier.isProtected(modifiers) ? "protected " : "";
  }

  private static String memberModifiers(int modifiers) {
    return access(modifiers)
        + (Modifier.isStatic(modifiers) ? "static " : "")
        + (Modifier.isFinal(modifiers) ? "final " : "");
  }

  private String methodModifiers(Method method) {
    int modifiers = method.getModifiers();
    if (type.isInterface()) {
      return Modifier.isStatic(modifiers) ? "static " : method.isDefault() ? "default " : "";
    }
    boolean finalForUsers = Modifier.isFinal(modifiers) && !Modifier.isFinal(type.getModifiers());
    return access(modifiers)
        + (Modifier.isStatic(modifiers) ? "static " : "")
        + (Modifier.isAbstract(modifiers) ? "abstract " : "")
        + (finalForUsers && !Modifier.isStatic(modifiers) ? "final " : "");
  }

  private static String typeParameters(Executable executable) {
    String text = TypeNames.parameters(executable.getTypeParameters());
    return text.isEmpty() ? "" : text + " ";
  }

  private static String parameters(Executable executable) {
    List<String> names =
        Arrays.stream(executable.getAnnotatedParameterTypes())
            .map(TypeNames::of)
            .collect(Collectors.toCollection(ArrayList::new));
    if (executable.isVarArgs()) {
      String last = names.remove(names.size() - 1);
      names.add(last.substring(0, last.length() - "[]".length()) + "...");
    }
    return String.join(", ", names);
  }

  private static String exceptions(Executable executable) {
    AnnotatedType[] types = executable.getAnnotatedExceptionTypes();
    return types.length == 0
        ? ""
        : Arrays.stream(types)
            .map(TypeNames::of)
            .sorted()
            .collect(Collectors.joining(", ", " throws ", ""));
  }

  private static String defaultValue(Method method) {
    Object value = method.getDefaultValue();
    return value == null ? "" : " default " + literal(value);
  }

  private static String literal(@Nullable Object value) {
    if (value instanceof String text) {
      return "\"" + text.replace("\\", "\\\\").replace("\n", "\\n").replace("\"", "\\\"") + "\"";
    }
    if (value instanceof Character character) {
      return "'\\u%04x'".formatted((int) character);
    }
    if (value instanceof Class<?> type) {
      return TypeNames.of(type) + ".class";
    }
    if (value instanceof Enum<?> constant) {
      return constant.name();
    }
    if (value != null && value.getClass().isArray()) {
      List<String> parts = new ArrayList<>();
      for (int i = 0; i < Array.getLength(value); i++) {
        parts.add(literal(Array.get(value, i)));
      }
      return "{" + String.join(", ", parts) + "}";
    }
    return String.valueOf(value);
  }

  /** The annotations that bind users; others are remarks. */
  private static String annotations(AnnotatedElement element) {
    StringBuilder text = new StringBuilder();
    for (Annotation annotation : element.getAnnotations()) {
      if (annotation instanceof Deprecated deprecated) {
        text.append(deprecated.forRemoval() ? "@Deprecated(forRemoval) " : "@Deprecated ");
      } else if (annotation instanceof FunctionalInterface) {
        text.append("@FunctionalInterface ");
      } else if (annotation instanceof Retention retention) {
        text.append("@Retention(").append(retention.value()).append(") ");
      } else if (annotation instanceof Target target) {
        text.append(
            Arrays.stream(target.value())
                .map(Enum::name)
                .sorted()
                .collect(Collectors.joining(", ", "@Target(", ") ")));
      } else if (annotation instanceof Inherited) {
        text.append("@Inherited ");
      } else if (annotation instanceof Repeatable repeatable) {
        text.append("@Repeatable(").append(TypeNames.of(repeatable.value())).append(") ");
      }
    }
    return text.toString();
  }
}
