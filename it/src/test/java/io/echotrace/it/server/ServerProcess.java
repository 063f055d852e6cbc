package io.echotrace.it.server;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that runs, by its own scripts if it has some: its port, and what it says on the console and in its log. */
final class ServerProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Process process;
    private final int port;
    private final List<Path> logs;
    private final AtomicInteger requestsUntilReady = new AtomicInteger();

    private ServerProcess(Process process, int port, List<Path> logs) {
        this.process = process;
        this.port = port;
        this.logs = logs;
    }

    /**
     * Starts it and waits for a line in its log.
     *
     * @param log which it writes beside the console
     * @param sign part of the line by which it says that it is ready
     */
    static ServerProcess start(ProcessBuilder builder, int port, Path log, String sign) throws IOException {
        Path console = builder.directory().toPath().resolve("console.log");
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(console.toFile())
                .start();
        ServerProcess server = new ServerProcess(process, port, List.of(console, log));
        await().atMost(PATIENCE).until(() -> server.says(sign));
        return server;
    }

    /** The same for one that says nothing: waits until its port takes connections. */
    static ServerProcess start(ProcessBuilder builder, int port) throws IOException {
        ServerProcess server = start(builder, port, "");
        await().atMost(PATIENCE).until(server::listens);
        return server;
    }

    /** The same for one that writes to the console alone. */
    static ServerProcess start(ProcessBuilder builder, int port, String sign) throws IOException {
        Path folder = builder.directory().toPath();
        return start(builder, port, folder.resolve("none.log"), sign);
    }

    /** Asks for a path until it is answered with 200. */
    ServerProcess awaitAnswer(String path) {
        Requests requests = new Requests();
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(500)).until(() -> {
            requestsUntilReady.incrementAndGet();
            return requests.get(at(path), 1, 200) == 1;
        });
        return this;
    }

    /** How many requests that took. */
    int requestsUntilReady() {
        return requestsUntilReady.get();
    }

    /** Where a path of it is to be asked for. */
    URI at(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** All that it has said so far. */
    String log() throws IOException {
        StringBuilder all = new StringBuilder();
        for (Path log : logs) {
            // Some logs have bytes that are no text.
            all.append(Files.exists(log) ? new String(Files.readAllBytes(log), StandardCharsets.UTF_8) : "");
        }
        return all.toString();
    }

    /** Lets it end as an administrator would, and returns its exit code. */
    int stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            close();
            throw new IllegalStateException("the server did not stop within " + PATIENCE);
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private boolean listens() {
        try (Socket connection = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return connection.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private boolean says(String sign) throws IOException {
        if (!process.isAlive()) {
            throw new IllegalStateException("the server ended with " + process.exitValue() + ": " + log());
        }
        return log().contains(sign);
    }
}
