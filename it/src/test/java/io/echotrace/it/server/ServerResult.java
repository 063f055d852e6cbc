package io.echotrace.it.server;

import io.echotrace.it.method.TimedCalls;
import io.echotrace.it.server.RealServer.Visit;
import io.echotrace.metric.CallMetrics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What was sent to a server and what was counted in it; durations in milliseconds. */
record ServerResult(
        String server,
        int jdk,
        long requestsSent,
        long requests,
        long statementsExecuted,
        long statements,
        double p50Millis,
        double p99Millis,
        List<String> complaints) {
    private static final List<String> NAMES = List.of(
            "server",
            "jdk",
            "requests_sent",
            "requests_counted",
            "statements_executed",
            "statements_counted",
            "p50_ms",
            "p99_ms",
            "complaints");

    static ServerResult of(RealServer server, int requestsUntilReady, int jdk, Path csv, List<String> complaints)
            throws IOException {
        TimedCalls calls = new TimedCalls(csv);
        long executed = server.statementsToOpen();
        for (Visit visit : server.visits()) {
            executed += (long) visit.count() * visit.statements();
        }
        return new ServerResult(
                server.name(),
                jdk,
                requestsUntilReady
                        + server.visits().stream().mapToInt(Visit::count).sum(),
                calls.of("@http"),
                executed,
                calls.of("@jdbc"),
                1e3 * calls.median("@http", CallMetrics::p50),
                1e3 * calls.median("@http", CallMetrics::p99),
                complaints);
    }

    /** Whether nothing was missed or counted twice, and the server has nothing to say about it. */
    boolean isExact() {
        return requests == requestsSent && statements == statementsExecuted && complaints.isEmpty();
    }

    static String csvHeader() {
        return String.join(",", NAMES);
    }

    String csvLine() {
        return String.format(
                Locale.ROOT,
                "%s,%d,%d,%d,%d,%d,%.3f,%.3f,%d",
                server,
                jdk,
                requestsSent,
                requests,
                statementsExecuted,
                statements,
                p50Millis,
                p99Millis,
                complaints.size());
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%-12s JDK %-3d requests %6d counted %6d, statements %6d counted %6d, p50 %7.2f ms, p99 %8.2f ms, complaints %d%s",
                server,
                jdk,
                requestsSent,
                requests,
                statementsExecuted,
                statements,
                p50Millis,
                p99Millis,
                complaints.size(),
                isExact() ? "" : "  NOT AS IT SHOULD BE");
    }
}
