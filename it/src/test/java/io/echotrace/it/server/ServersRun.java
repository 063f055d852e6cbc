package io.echotrace.it.server;

import io.echotrace.it.jvm.Jdks;
import io.echotrace.it.jvm.JvmLauncher;
import io.echotrace.it.server.RealServer.Visit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The long form of {@link TimedTomcatIT}: servers of several kinds, each without the agent and with {@code @http} and {@code
 * @jdbc}; what was counted against what was sent, and what the server's log says that it did not say without.
 *
 * <p>Arguments: the JDK's version, the folder for the results, names of servers.
 */
final class ServersRun {
    private static final String METHODS = "@http:@jdbc";

    private static final Map<String, RealServer> SERVERS = Stream.of(
                    new ShopTomcat(),
                    new ShopJetty(),
                    new UndertowServlets(),
                    new Zipkin(),
                    new ShopKaraf(),
                    new ShopWildFly("wildfly-26", true),
                    new ShopWildFly("wildfly", false))
            .collect(Collectors.toMap(RealServer::name, Function.identity()));

    private final int version;
    private final Path results;

    private ServersRun(int version, Path results) {
        this.version = version;
        this.results = results;
    }

    public static void main(String[] arguments) throws Exception {
        Path results = Files.createDirectories(Path.of(arguments[1])).toAbsolutePath();
        ServersRun run = new ServersRun(Integer.parseInt(arguments[0]), results);
        System.out.println("| server | JDK | requests | counted | statements | counted | threw | p50 ms | p99 ms | complaints |");
        System.out.println("|---|---|---|---|---|---|---|---|---|---|");
        for (String name : List.of(arguments).subList(2, arguments.length)) {
            RealServer server = SERVERS.get(name);
            if (server == null) {
                throw new IllegalArgumentException("no server \"" + name + "\", there are " + SERVERS.keySet());
            }
            run.compare(server);
        }
    }

    private void compare(RealServer server) throws Exception {
        String without = run(server, folder(server, "without"), List.of());
        Path folder = folder(server, "with");
        Path csv = folder.resolve("run.csv");
        String options = "methods=" + METHODS + ",live=off,csv=" + csv;
        String with = run(server, folder, List.of(JvmLauncher.agentOption(options)));
        List<String> complaints = Complaints.newIn(with, without);
        report(server, csv, complaints.size());
        complaints.forEach(line -> System.out.println("    " + line));
    }

    /** Starts the server, makes all visits and stops it; returns its log. */
    private String run(RealServer server, Path folder, List<String> jvmOptions) throws Exception {
        try (ServerProcess process = server.start(folder, Jdks.home(version), jvmOptions)) {
            Requests requests = new Requests();
            for (Visit visit : server.visits()) {
                int answered = visit.make(requests, process);
                if (answered != visit.count()) {
                    throw new IllegalStateException(answered + " of " + visit + " were answered so");
                }
            }
            process.stop();
            return process.log();
        }
    }

    private void report(RealServer server, Path csv, int complaints) throws IOException {
        CountedCalls requests = new CountedCalls(csv, "@http");
        CountedCalls statements = new CountedCalls(csv, "@jdbc");
        int sent = server.visits().stream().mapToInt(Visit::count).sum();
        int executed = server.statementsToOpen()
                + server.visits().stream()
                        .mapToInt(visit -> visit.count() * visit.statements())
                        .sum();
        System.out.printf(
                Locale.ROOT,
                "| %s | %d | %d | %d | %d | %d | %d | %.2f | %.2f | %d |%n",
                server.name(),
                version,
                sent,
                requests.calls(),
                executed,
                statements.calls(),
                requests.errors(),
                1e3 * requests.p50(),
                1e3 * requests.p99(),
                complaints);
    }

    private Path folder(RealServer server, String kind) throws IOException {
        Path folder = results.resolve(server.name() + "-jdk" + version + "-" + kind);
        if (Files.exists(folder)) {
            try (Stream<Path> old = Files.walk(folder)) {
                for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        return Files.createDirectories(folder);
    }
}
