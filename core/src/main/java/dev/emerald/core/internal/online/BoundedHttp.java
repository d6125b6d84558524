package dev.emerald.core.internal.online;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Authenticator;
import java.net.PasswordAuthentication;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Exchanges with servers that may be slow, down, or lie. Every exchange is bounded in time and
 * size, and so are all of them together; failures that may pass are tried again. Credentials go to
 * the server they are for and to no other, wherever that sends us, and never in the open over a
 * network.
 *
 * <p>Safe for use by several threads.
 */
final class BoundedHttp {

  private static final int MOST_REDIRECTS = 5;

  /** How long to wait at most, whatever a server asks for. */
  private static final long LONGEST_PAUSE = TimeUnit.SECONDS.toMillis(15);

  private static final long SLICE = 50;

  private final OnlineOptions options;
  private final Runnable stop;
  private final HttpClient client;
  private final long end;

  /**
   * For some servers.
   *
   * @param end when all exchanges are to be over, as {@link System#nanoTime} tells time
   * @param stop throws if the analysis is to stop
   */
  BoundedHttp(OnlineOptions options, ProxyChoice proxies, long end, Runnable stop) {
    this.options = options;
    this.stop = stop;
    this.end = end;
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(options.timeout)
            .proxy(options.proxy == null ? proxies : options.proxy);
    if (options.ssl != null) {
      builder.sslContext(options.ssl);
    }
    if (proxies.hasCredentials()) {
      builder.authenticator(ofProxies(proxies));
    }
    client = builder.build();
  }

  private static Authenticator ofProxies(ProxyChoice proxies) {
    return new Authenticator() {
      @Override
      protected @Nullable PasswordAuthentication getPasswordAuthentication() {
        return getRequestorType() == RequestorType.PROXY
            ? proxies.credentials(getRequestingHost(), getRequestingPort())
            : null;
      }
    };
  }

  /**
   * The body of the answer to a call.
   *
   * @throws LookupException if there is none with a status of success
   */
  byte[] send(Call call) throws LookupException {
    LookupException failure = null;
    for (int attempt = 0; attempt <= options.retries; attempt++) {
      long pause = attempt == 0 ? 0 : pause(attempt);
      try {
        if (attempt > 0) {
          sleep(pause, call);
        }
        HttpResponse<byte[]> answer = follow(call);
        int status = answer.statusCode();
        if (status / 100 == 2) {
          return unpacked(answer, call);
        }
        failure = new LookupException(described(call, status), status);
        if (!mayPass(status)) {
          throw failure;
        }
        long asked = retryAfter(answer);
        if (asked > 0 && attempt < options.retries) {
          sleep(asked, call);
        }
      } catch (IOException e) {
        failure = new LookupException(Call.place(call.address()) + " " + described(e));
        if (e instanceof BoundedBody.TooLong || e instanceof SSLException) {
          throw failure;
        }
      }
    }
    throw failure == null ? new LookupException(Call.place(call.address())) : failure;
  }

  private long pause(int attempt) {
    return Math.min(LONGEST_PAUSE, options.pause.toMillis() << (attempt - 1));
  }

  private static boolean mayPass(int status) {
    return switch (status) {
      case 408, 425, 429, 500, 502, 503, 504 -> true;
      default -> false;
    };
  }

  /** How many milliseconds a server wants us to wait; 0 if it does not say in seconds. */
  private static long retryAfter(HttpResponse<byte[]> answer) {
    String seconds = answer.headers().firstValue("retry-after").orElse("");
    return seconds.matches("[0-9]{1,6}")
        ? Math.min(LONGEST_PAUSE, TimeUnit.SECONDS.toMillis(Long.parseLong(seconds)))
        : 0;
  }

  private void sleep(long millis, Call call) throws LookupException {
    long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    if (until - end > 0) {
      throw new LookupException(Call.place(call.address()) + " did not answer well in time");
    }
    while (System.nanoTime() - until < 0) {
      stop.run();
      try {
        Thread.sleep(Math.min(SLICE, Math.max(1, millis)));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new LookupException("asking " + Call.place(call.address()) + " was interrupted");
      }
    }
  }

  /** One attempt, along the redirects. */
  private HttpResponse<byte[]> follow(Call call) throws IOException, LookupException {
    URI at = call.address();
    boolean sameServer = true;
    for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      HttpResponse<byte[]> answer = exchange(call, at, sameServer);
      URI to = redirect(answer, at, call);
      if (to == null) {
        return answer;
      }
      // Once elsewhere, nothing is shown any more, even if the way leads back.
      sameServer &= Call.sameServer(at, to);
      at = to;
    }
    throw new LookupException(Call.place(call.address()) + " redirects without end");
  }

  private static @Nullable URI redirect(HttpResponse<byte[]> answer, URI at, Call call)
      throws LookupException {
    int status = answer.statusCode();
    boolean moved = status == 301 || status == 302 || status == 303;
    if (!moved && status != 307 && status != 308) {
      return null;
    }
    if (moved && call.json() != null) {
      // What is sent along would be lost.
      throw new LookupException(
          Call.place(at) + " redirects elsewhere (status " + status + ")", status);
    }
    String location = answer.headers().firstValue("location").orElse("");
    URI to;
    try {
      to = at.resolve(location);
    } catch (IllegalArgumentException e) {
      throw new LookupException(Call.place(at) + " redirects to what is no address", status);
    }
    boolean web =
        "https".equalsIgnoreCase(to.getScheme()) || "http".equalsIgnoreCase(to.getScheme());
    if (location.isEmpty() || !web || to.getHost() == null) {
      throw new LookupException(Call.place(at) + " redirects to what is no address", status);
    }
    if (Call.isOpen(to) && !Call.isOpen(at)) {
      throw new LookupException(
          Call.place(at) + " redirects to " + Call.place(to) + ", which anybody can read", status);
    }
    return to;
  }

  private HttpResponse<byte[]> exchange(Call call, URI at, boolean withCredentials)
      throws IOException, LookupException {
    long left = end - System.nanoTime();
    if (left <= 0) {
      throw new LookupException("there was no time left to ask " + Call.place(at));
    }
    Duration allowed = Duration.ofNanos(Math.min(left, options.timeout.toNanos()));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(bare(at))
            .timeout(allowed)
            .header("accept", call.accept())
            .header("accept-encoding", "gzip")
            .header("user-agent", "emerald");
    String credentials = withCredentials ? call.credentials().apply(at) : null;
    if (credentials != null && !Call.isOpen(at)) {
      request.header("authorization", credentials);
    }
    String json = call.json();
    if (json == null) {
      request.GET();
    } else {
      request.header("content-type", "application/json");
      if (call.packed()) {
        request.header("content-encoding", "gzip");
      }
      byte[] body = json.getBytes(UTF_8);
      request.POST(BodyPublishers.ofByteArray(call.packed() ? packed(body) : body));
    }
    return await(
        client.sendAsync(request.build(), info -> new BoundedBody(options.mostBytes)), allowed);
  }

  /** An address without user and fragment. */
  private static URI bare(URI at) {
    String query = at.getRawQuery() == null ? "" : "?" + at.getRawQuery();
    return URI.create(Call.place(at) + query);
  }

  private HttpResponse<byte[]> await(
      CompletableFuture<HttpResponse<byte[]>> answer, Duration allowed) throws IOException {
    long until = System.nanoTime() + allowed.toNanos();
    try {
      while (true) {
        stop.run();
        try {
          return answer.get(SLICE, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
          // The time of a request ends with the head of the answer; this is for the body.
          if (System.nanoTime() - until > 0) {
            throw new HttpTimeoutException("body");
          }
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException cause) {
        throw innermost(cause);
      }
      throw new IOException(e.getCause());
    } finally {
      answer.cancel(true);
    }
  }

  private static IOException innermost(IOException failure) {
    IOException found = failure;
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof BoundedBody.TooLong || each instanceof SSLException) {
        found = (IOException) each;
      }
    }
    return found;
  }

  private byte[] unpacked(HttpResponse<byte[]> answer, Call call)
      throws IOException, LookupException {
    byte[] body = answer.body();
    boolean zipped = body.length > 2 && body[0] == 0x1f && (body[1] & 0xff) == 0x8b;
    if (!zipped) {
      return body;
    }
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
      byte[] plain = in.readNBytes(options.mostBytes);
      if (in.read() >= 0) {
        throw new BoundedBody.TooLong();
      }
      return plain;
    } catch (BoundedBody.TooLong e) {
      throw e;
    } catch (IOException e) {
      throw new LookupException(Call.place(call.address()) + " answers with broken gzip");
    }
  }

  private static byte[] packed(byte[] body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static String described(Call call, int status) {
    String what =
        switch (status) {
          case 401, 403 -> "refuses (status " + status + "): it may want credentials, or others";
          case 404, 405, 501 -> "does not know this kind of question (status " + status + ")";
          case 407 -> "is behind a proxy that wants credentials (status 407)";
          default -> "answers with status " + status;
        };
    return Call.place(call.address()) + " " + what;
  }

  /** What went wrong, in words of ours: those of others may hold anything. */
  private String described(IOException e) {
    if (e instanceof BoundedBody.TooLong) {
      return "answers with more than " + options.mostBytes + " bytes";
    }
    if (e instanceof HttpTimeoutException) {
      return "does not answer within " + options.timeout.toMillis() + " ms";
    }
    if (e instanceof SSLException) {
      return "can't be trusted: its certificate or TLS was not accepted";
    }
    return "can't be reached (" + e.getClass().getSimpleName() + ")";
  }
}
