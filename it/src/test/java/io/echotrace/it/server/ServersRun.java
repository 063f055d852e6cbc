package io.echotrace.it.server;

import io.echotrace.it.jvm.Jdks;
import io.echotrace.it.jvm.JvmLauncher;
import io.echotrace.it.server.RealServer.Visit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The long form of {@link TimedTomcatIT}: servers of several kinds, each without the agent and with {@code @http} and {@code
 * @jdbc}; what was counted against what was sent, and what the server's log says that it did not say without.
 *
 * <p>Arguments: the JDK's version, the folder for the results, that for logs and recordings, names of servers.
 */
final class ServersRun {
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
    private final Path logs;
    private int requestsUntilReady;

    private ServersRun(int version, Path logs) {
        this.version = version;
        this.logs = logs;
    }

    public static void main(String[] arguments) throws Exception {
        int version = Integer.parseInt(arguments[0]);
        Path results = Files.createDirectories(Path.of(arguments[1]));
        ServersRun run = new ServersRun(
                version, Files.createDirectories(Path.of(arguments[2])).toAbsolutePath());
        Path file = results.resolve(LocalDate.now(ZoneOffset.UTC) + "-jdk" + version + ".csv");
        if (!Files.exists(file)) {
            Files.writeString(file, ServerResult.csvHeader() + "\n");
        }
        for (String name : List.of(arguments).subList(3, arguments.length)) {
            ServerResult result = run.compare(named(name));
            System.out.println(result);
            result.complaints().forEach(line -> System.out.println("    " + line));
            Files.writeString(file, result.csvLine() + "\n", StandardOpenOption.APPEND);
        }
    }

    private static RealServer named(String name) {
        RealServer server = SERVERS.get(name);
        if (server == null) {
            throw new IllegalArgumentException("no server \"" + name + "\", there are " + SERVERS.keySet());
        }
        return server;
    }

    private ServerResult compare(RealServer server) throws Exception {
        String without = run(server, "without", List.of());
        Path csv = file(server, "csv");
        Files.deleteIfExists(csv);
        String options = "methods=@http:@jdbc,live=off,csv=" + csv;
        String with = run(server, "with", List.of(JvmLauncher.agentOption(options)));
        return ServerResult.of(server, requestsUntilReady, version, csv, Complaints.newIn(with, without));
    }

    /** Starts the server, makes all visits and stops it; returns its log. */
    private String run(RealServer server, String agent, List<String> jvmOptions) throws Exception {
        Path folder = emptyFolder(server);
        try (ServerProcess process = server.start(folder, Jdks.home(version), jvmOptions)) {
            Requests requests = new Requests();
            for (Visit visit : server.visits()) {
                int answered = visit.make(requests, process);
                if (answered != visit.count()) {
                    throw new IllegalStateException(answered + " of " + visit + " were answered so");
                }
            }
            requestsUntilReady = process.requestsUntilReady();
            process.stop();
            String log = process.log();
            Files.writeString(file(server, agent + ".log"), log);
            return log;
        }
    }

    private Path file(RealServer server, String ending) {
        return logs.resolve(server.name() + "-jdk" + version + "." + ending);
    }

    /** The same for all runs, so that its name makes no difference in the log. */
    private Path emptyFolder(RealServer server) throws IOException {
        Path folder = logs.resolve(server.name());
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
