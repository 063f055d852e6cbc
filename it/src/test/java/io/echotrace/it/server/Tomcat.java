package io.echotrace.it.server;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/**
 * A real server: Apache Tomcat with its example applications, started by its own {@code catalina.sh}, which passes {@code
 * CATALINA_OPTS} through the shell. Every instance has a base folder and a port of its own.
 */
public final class Tomcat implements AutoCloseable {
    private static final Path HOME = Path.of(System.getProperty("tomcat.home", "target/tomcat"));

    /** All there from the start, so that their number tells nothing about the load. */
    private static final int THREADS = 150;

    private static final String BUSY_PAGE = """
            <%@ page session="false" contentType="text/plain" %><%
            long end = System.nanoTime() + 2_000_000;
            while (System.nanoTime() < end) {}
            out.print("x".repeat(10_000));
            %>""";

    /** Waits, without computing, as long as it is asked to. */
    private static final String SLOW_PAGE = """
            <%@ page session="false" contentType="text/plain" %><%
            Thread.sleep(Long.parseLong(request.getParameter("millis")));
            %>""";

    /** What the server's own JMX says. */
    private static final String THREADS_PAGE = """
            <%@ page session="false" contentType="text/plain" import="java.lang.management.ManagementFactory" %><%
            out.print(ManagementFactory.getPlatformMBeanServer().getAttribute(
                    new javax.management.ObjectName(request.getParameter("pool")), "currentThreadsBusy"));
            %>""";

    private final Process process;
    private final Path log;
    private final int port;
    private int requestsUntilReady;

    private Tomcat(Process process, Path log, int port) {
        this.process = process;
        this.log = log;
        this.port = port;
    }

    /** Lets the server that is started in this base folder have a web application more, which is a folder. */
    static void deploy(Path base, Path application, String name) throws IOException {
        Path contexts = Files.createDirectories(base.resolve("conf/Catalina/localhost"));
        Files.writeString(contexts.resolve(name + ".xml"), "<Context docBase=\"" + application + "\"/>");
    }

    /** Starts Tomcat and waits until it answers. */
    public static Tomcat start(Path base, Path javaHome, String catalinaOpts) throws IOException {
        return start(base, javaHome, port -> catalinaOpts);
    }

    /** The same with options that name the port. */
    public static Tomcat start(Path base, Path javaHome, IntFunction<String> catalinaOpts) throws IOException {
        Path home = distribution();
        int port = freePort();
        Files.createDirectories(base.resolve("conf"));
        for (String folder : new String[] {"logs", "temp", "work", "webapps"}) {
            Files.createDirectories(base.resolve(folder));
        }
        copyConfiguration(home, base, port);
        Path busy = Files.createDirectories(base.resolve("busy-application"));
        Files.writeString(busy.resolve("index.jsp"), BUSY_PAGE);
        Files.writeString(busy.resolve("slow.jsp"), SLOW_PAGE);
        Files.writeString(busy.resolve("threads.jsp"), THREADS_PAGE);
        Path log = base.resolve("console.log");
        ProcessBuilder builder =
                new ProcessBuilder("sh", home.resolve("bin/catalina.sh").toString(), "run");
        builder.environment().put("JAVA_HOME", javaHome.toString());
        builder.environment().put("CATALINA_BASE", base.toString());
        builder.environment().put("CATALINA_OPTS", catalinaOpts.apply(port));
        builder.environment().remove("JRE_HOME");
        builder.redirectErrorStream(true).redirectOutput(log.toFile());
        Tomcat tomcat = new Tomcat(builder.start(), log, port);
        await().atMost(Duration.ofMinutes(2)).until(tomcat::answers);
        return tomcat;
    }

    public URI example() {
        return URI.create("http://127.0.0.1:" + port + "/examples/servlets/servlet/HelloWorldExample");
    }

    /** A page that computes for two milliseconds and answers with ten kilobytes. */
    public URI busy() {
        return URI.create("http://127.0.0.1:" + port + "/busy/");
    }

    int port() {
        return port;
    }

    /** How many requests were answered before it was ready. */
    int requestsUntilReady() {
        return requestsUntilReady;
    }

    /** Of its JVM, which {@code catalina.sh} becomes. */
    long pid() {
        return process.pid();
    }

    /** The object name of its pool of request threads. */
    static String threadPool(int port) {
        return "Catalina:type=ThreadPool,name=\"http-nio-127.0.0.1-" + port + "\"";
    }

    /** How many threads are busy by the server's own account, but for the one that serves this question. */
    int busyThreads() throws IOException {
        String pool = URLEncoder.encode(threadPool(port), StandardCharsets.UTF_8);
        URI page = URI.create("http://127.0.0.1:" + port + "/busy/threads.jsp?pool=" + pool);
        try (InputStream answer = page.toURL().openStream()) {
            return Integer.parseInt(new String(answer.readAllBytes(), StandardCharsets.UTF_8).strip()) - 1;
        }
    }

    /** What the server has printed, on both streams. */
    public String console() throws IOException {
        return Files.readString(log);
    }

    /** Sends SIGTERM and waits for the end; returns the exit code. */
    public int stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("Tomcat did not stop within 60 s");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private boolean answers() {
        if (!process.isAlive()) {
            throw new IllegalStateException("Tomcat ended with " + process.exitValue() + ", see " + log);
        }
        try {
            HttpURLConnection connection = (HttpURLConnection) example().toURL().openConnection();
            int status = connection.getResponseCode();
            requestsUntilReady++;
            return status == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static Path distribution() throws IOException {
        try (Stream<Path> found = Files.list(HOME)) {
            return found.filter(path -> Files.exists(path.resolve("bin/catalina.sh")))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no Tomcat in " + HOME + ": mvn verify puts it there"))
                    .toAbsolutePath();
        }
    }

    private static void copyConfiguration(Path home, Path base, int port) throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("conf"))) {
            files.filter(Files::isRegularFile).forEach(file -> copy(file, base.resolve("conf")));
        }
        Path server = base.resolve("conf/server.xml");
        String xml = Files.readString(server)
                .replace("port=\"8005\"", "port=\"-1\"")
                .replace(
                        "port=\"8080\"",
                        "port=\"" + port + "\" address=\"127.0.0.1\" minSpareThreads=\"" + THREADS + "\"")
                .replace("appBase=\"webapps\"", "appBase=\"" + home.resolve("webapps") + "\"");
        Files.writeString(server, xml);
        deploy(base, base.resolve("busy-application"), "busy");
    }

    private static void copy(Path file, Path folder) {
        try {
            Files.copy(file, folder.resolve(file.getFileName()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
