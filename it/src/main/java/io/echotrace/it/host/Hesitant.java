package io.echotrace.it.host;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Random;
import java.util.concurrent.Executors;

/**
 * An HTTP server whose requests take 20 ms each; those for {@code /hesitant} take 50 to 200 ms more one time in ten. Prints
 * its port, and serves until it is ended.
 */
public final class Hesitant {
    private static final int THREADS = 32;
    private static final int SERVICE_MILLIS = 20;
    private static final double HESITATING = 0.1;
    private static final int LEAST_MILLIS = 50;
    private static final int MOST_MILLIS = 200;
    private static final Random RANDOM = new Random(2026);

    private Hesitant() {}

    public static void main(String[] arguments) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newFixedThreadPool(THREADS));
        server.createContext("/steady", exchange -> answer(exchange, SERVICE_MILLIS));
        server.createContext("/hesitant", exchange -> answer(exchange, SERVICE_MILLIS + hesitation()));
        server.start();
        System.out.println("port " + server.getAddress().getPort());
    }

    private static int hesitation() {
        return RANDOM.nextDouble() < HESITATING ? LEAST_MILLIS + RANDOM.nextInt(MOST_MILLIS - LEAST_MILLIS) : 0;
    }

    private static void answer(HttpExchange exchange, int millis) {
        try {
            Thread.sleep(millis);
            exchange.sendResponseHeaders(204, -1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            exchange.close();
        }
    }
}
