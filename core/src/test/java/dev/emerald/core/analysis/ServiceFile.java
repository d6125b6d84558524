package dev.emerald.core.analysis;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import org.jspecify.annotations.Nullable;

/** A class loader that knows one service file, held in memory. */
final class ServiceFile extends ClassLoader {

  private final String text;

  ServiceFile(String text) {
    super(ServiceFile.class.getClassLoader());
    this.text = text;
  }

  @Override
  public Enumeration<URL> getResources(String name) throws IOException {
    return name.startsWith("META-INF/services/")
        ? Collections.enumeration(Collections.singleton(url()))
        : super.getResources(name);
  }

  private URL url() throws MalformedURLException {
    return new URL(
        null,
        "memory:services",
        new URLStreamHandler() {
          @Override
          protected URLConnection openConnection(URL url) {
            return new URLConnection(url) {
              @Override
              public void connect() {}

              @Override
              public InputStream getInputStream() {
                return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
              }

              @Override
              public @Nullable String getContentEncoding() {
                return null;
              }
            };
          }
        });
  }
}
