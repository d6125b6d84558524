package dev.emerald.core.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.reflect.Modifier;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** A module on the class path, and the public and protected types of the packages it exports. */
record ExportedTypes(ModuleDescriptor module, List<Class<?>> types) {

  /**
   * Finds a module on this test's class path, as a folder of classes or as a jar.
   *
   * @throws IllegalArgumentException if no such module is there
   */
  static ExportedTypes of(String moduleName) {
    try {
      for (URL descriptor :
          Collections.list(
              ExportedTypes.class.getClassLoader().getResources("module-info.class"))) {
        if (read(descriptor).name().equals(moduleName)) {
          return of(moduleName, root(descriptor));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new IllegalArgumentException("no module " + moduleName + " on the class path");
  }

  private static ExportedTypes of(String moduleName, Path root) throws IOException {
    var reference = ModuleFinder.of(root).find(moduleName).orElseThrow();
    var types = new ArrayList<Class<?>>();
    try (ModuleReader reader = reference.open()) {
      for (String entry : reader.list().toList()) {
        if (isClassOfExportedPackage(reference.descriptor(), entry)) {
          Class<?> type = load(entry);
          if (isAccessible(type)) {
            types.add(type);
          }
        }
      }
    }
    types.sort(Comparator.comparing(Class::getName));
    return new ExportedTypes(reference.descriptor(), List.copyOf(types));
  }

  private static boolean isClassOfExportedPackage(ModuleDescriptor module, String entry) {
    int slash = entry.lastIndexOf('/');
    if (slash < 0 || !entry.endsWith(".class") || entry.endsWith("/package-info.class")) {
      return false;
    }
    String packageName = entry.substring(0, slash).replace('/', '.');
    return module.exports().stream()
        .anyMatch(export -> !export.isQualified() && export.source().equals(packageName));
  }

  private static Class<?> load(String entry) {
    String name = entry.substring(0, entry.length() - ".class".length()).replace('/', '.');
    try {
      return Class.forName(name, false, ExportedTypes.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("listed but not to be loaded: " + name, e);
    }
  }

  /** Whether users can name the type: it and all types around it are public or protected. */
  static boolean isAccessible(Class<?> type) {
    if (type.isAnonymousClass() || type.isLocalClass() || type.isSynthetic()) {
      return false;
    }
    for (Class<?> each = type; each != null; each = each.getEnclosingClass()) {
      if ((each.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED)) == 0) {
        return false;
      }
    }
    return true;
  }

  private static ModuleDescriptor read(URL descriptor) throws IOException {
    URLConnection connection = descriptor.openConnection();
    connection.setUseCaches(false);
    try (InputStream in = connection.getInputStream()) {
      return ModuleDescriptor.read(in);
    }
  }

  private static Path root(URL descriptor) throws IOException {
    try {
      if (descriptor.openConnection() instanceof JarURLConnection jar) {
        return Path.of(jar.getJarFileURL().toURI());
      }
      URI folder = descriptor.toURI().resolve(".");
      return Path.of(folder);
    } catch (URISyntaxException e) {
      throw new IOException("not a place in the file system: " + descriptor, e);
    }
  }
}
