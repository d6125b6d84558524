package dev.emerald.core.analysis;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** A server on this machine that answers as it is told, and keeps what it was asked. */
final class LocalService implements AutoCloseable {

  /**
   * A request.
   *
   * @param headers by lower-case name
   * @param body unpacked
   */
  record Request(String method, String path, Map<String, String> headers, String body) {

    Optional<String> header(String name) {
      return Optional.ofNullable(headers.get(name));
    }
  }

  /** What is answered to a request; may answer by itself, or not at all. */
  interface Answer {
    /** Answers. */
    void to(Request request, HttpExchange exchange) throws IOException;
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, Answer> answers = new LinkedHashMap<>();
  private final List<Request> requests = new ArrayList<>();

  LocalService() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** Answers a path. */
  LocalService on(String path, Answer answer) {
    answers.put(path, answer);
    return this;
  }

  LocalService on(String path, String json) {
    return on(path, (request, exchange) -> answer(exchange, 200, json.getBytes(UTF_8)));
  }

  LocalService on(String path, int status, String body) {
    return on(path, (request, exchange) -> answer(exchange, status, body.getBytes(UTF_8)));
  }

  /** The requests so far, of a path. */
  List<Request> requests(String path) {
    synchronized (requests) {
      return requests.stream().filter(request -> request.path().equals(path)).toList();
    }
  }

  /** How many requests there were. */
  int count() {
    synchronized (requests) {
      return requests.size();
    }
  }

  static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  static byte[] zipped(byte[] plain) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(plain);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return bytes.toByteArray();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Map<String, String> headers = new TreeMap<>();
      exchange
          .getRequestHeaders()
          .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
      InputStream in = exchange.getRequestBody();
      byte[] body = in.readAllBytes();
      if ("gzip".equals(headers.get("content-encoding"))) {
        body = new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes();
      }
      Request request =
          new Request(
              exchange.getRequestMethod(),
              exchange.getRequestURI().getRawPath(),
              headers,
              new String(body, UTF_8));
      synchronized (requests) {
        requests.add(request);
      }
      Answer answer = answers.get(request.path());
      if (answer == null) {
        answer(exchange, 404, "{}".getBytes(UTF_8));
      } else {
        answer.to(request, exchange);
      }
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
