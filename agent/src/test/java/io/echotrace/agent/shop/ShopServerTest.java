package io.echotrace.agent.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShopServerTest {
    private final HttpClient client = HttpClient.newHttpClient();
    private ShopServer server;

    @BeforeEach
    void start() throws IOException {
        server = ShopServer.start(16);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void server_isReachableOnLoopbackOnly() throws IOException {
        assertThat(InetAddress.getByName(server.uri().getHost()).isLoopbackAddress())
                .isTrue();
    }

    @Test
    void page_isAsLargeAndTakesAsLongAsItsAddressSays() throws Exception {
        long startNanos = System.nanoTime();

        HttpResponse<byte[]> page = client.send(request(ShopServer.page(20_000, 12_345)), BodyHandlers.ofByteArray());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).hasSize(12_345);
        assertThat(System.nanoTime() - startNanos).isGreaterThanOrEqualTo(20_000_000L);
    }

    @Test
    void failureOfTheProgram_isAnsweredWithStatus500() throws Exception {
        Set<Integer> statuses = new HashSet<>();
        for (int i = 0; i < 100 && statuses.size() < 2; i++) { // that none of 100 fails has odds of 1 in 10^17
            HttpResponse<Void> answer =
                    client.send(request(ShopServer.voucher(0, 10, 1.0 / 3)), BodyHandlers.discarding());
            statuses.add(answer.statusCode());
        }
        assertThat(statuses).containsExactlyInAnyOrder(200, 500);
    }

    @Test
    void failureOfTheProgram_isThrown_onceItIsAnswered() throws Exception {
        CompletableFuture<RuntimeException> thrown = new CompletableFuture<>();
        HttpHandler failing = ShopServer.handler(request -> {
            throw new IllegalStateException("no voucher");
        });
        HttpServer own = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        own.createContext("/", exchange -> {
            try {
                failing.handle(exchange);
            } catch (RuntimeException e) {
                thrown.complete(e);
            }
        });
        own.start();
        try {
            URI uri = URI.create("http://" + InetAddress.getLoopbackAddress().getHostAddress() + ":"
                    + own.getAddress().getPort() + "/");
            assertThat(client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(500);
            assertThat(thrown.get(60, TimeUnit.SECONDS)).hasMessage("no voucher");
        } finally {
            own.stop(0);
        }
    }

    @Test
    void asManyVouchersFail_asTheirAddressSays() {
        Vouchers vouchers = new Vouchers(new Pages());
        URI request = URI.create(ShopServer.voucher(0, 10, 1.0 / 3));
        int failures = 0;
        for (int i = 0; i < 9_000; i++) {
            try {
                assertThat(vouchers.to(request)).hasSize(10);
            } catch (IllegalStateException e) {
                failures++;
            }
        }
        assertThat(failures).isBetween(2_700, 3_300); // 3000 expected: more than six standard deviations on either side
    }

    @Test
    void checkouts_waitForEachOther() {
        long startNanos = System.nanoTime();
        List<CompletableFuture<HttpResponse<Void>>> answers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            answers.add(client.sendAsync(request(ShopServer.CHECKOUT), BodyHandlers.discarding()));
        }

        answers.forEach(answer -> assertThat(answer.join().statusCode()).isEqualTo(200));

        assertThat(System.nanoTime() - startNanos).isGreaterThanOrEqualTo(8 * Till.PAYING_MILLIS * 1_000_000);
    }

    private HttpRequest request(String path) {
        URI uri = server.uri().resolve(path);
        return HttpRequest.newBuilder(uri).build();
    }
}
