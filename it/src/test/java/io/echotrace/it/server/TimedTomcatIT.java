package io.echotrace.it.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.echotrace.it.jvm.Jdks;
import io.echotrace.it.jvm.JvmLauncher;
import io.echotrace.it.method.TimedCalls;
import io.echotrace.it.shop.OrderServlet;
import io.echotrace.it.shop.Shop;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A web application in Tomcat with {@code @http} and {@code @jdbc}: every request and every statement counts, once. */
class TimedTomcatIT {
    private static final int ORDERS = 2_000;
    private static final int FORWARDED = 200;
    private static final int PAGES = 300;
    private static final int LATER = 100;
    private static final int FAILURES = 20;

    @TempDir
    Path folder;

    @Test
    void requestsAndStatements_areCountedExactly() throws Exception {
        Path csv = folder.resolve("shop.csv");
        String agent = JvmLauncher.agentOption("methods=@http:@jdbc,live=off,csv=" + csv);
        Path base = Files.createDirectories(folder.resolve("base"));
        Tomcat.deploy(base, ShopWar.jakartaUnpacked(folder.resolve("shop")), "shop");
        int untilReady;
        String console;
        try (Tomcat tomcat = Tomcat.start(base, Jdks.running(), agent)) {
            visit(URI.create("http://127.0.0.1:" + tomcat.port() + "/shop/"));
            assertThat(tomcat.stop()).isEqualTo(143);
            untilReady = tomcat.requestsUntilReady();
            console = tomcat.console();
        }
        TimedCalls calls = new TimedCalls(csv);
        assertThat(calls.of("@http")).isEqualTo(untilReady + ORDERS + FORWARDED + 2 * PAGES + LATER + FAILURES);
        assertThat(calls.errorsOf("@http")).isEqualTo(FAILURES);
        assertThat(calls.of("@jdbc"))
                .isEqualTo(Shop.STATEMENTS_TO_OPEN + (ORDERS + FORWARDED) * OrderServlet.STATEMENTS);
        assertThat(calls.errorsOf("@jdbc")).isZero();
        assertThat(complaintsIn(console)).isEmpty();
        assertThat(console).containsOnlyOnce("echotrace 0.1.0: ");
    }

    /** Different ways through the server; each answer is seen before the next kind is asked for. */
    private static void visit(URI shop) throws Exception {
        Requests requests = new Requests();
        assertThat(requests.get(shop.resolve("order?article=7"), ORDERS, 200)).isEqualTo(ORDERS);
        assertThat(requests.get(shop.resolve("forward?article=8"), FORWARDED, 200))
                .isEqualTo(FORWARDED);
        assertThat(requests.get(shop.resolve("about.html"), PAGES, 200)).isEqualTo(PAGES);
        assertThat(requests.get(shop.resolve("missing"), PAGES, 404)).isEqualTo(PAGES);
        assertThat(requests.get(shop.resolve("fail"), FAILURES, 500)).isEqualTo(FAILURES);
        assertThat(requests.get(shop.resolve("later"), LATER, 200)).isEqualTo(LATER);
    }

    /**
     * What the server's log holds but for that of the servlet that throws, and for the thread that the connection pool
     * leaves behind for a moment when it is closed.
     */
    private static List<String> complaintsIn(String console) {
        return console.lines()
                .filter(line -> line.contains("WARN") || line.contains("SEVERE") || line.contains("Exception"))
                .filter(line -> !line.contains("HikariPool-1:connection-closer"))
                .filter(line ->
                        !line.contains("[fail]") && !line.contains("FailingServlet") && !line.contains("out of stock"))
                .toList();
    }
}
