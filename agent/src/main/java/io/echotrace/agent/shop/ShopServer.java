package io.echotrace.agent.shop;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadPoolExecutor;

/** The web shop: an HTTP server on a free port of the loopback interface. */
public final class ShopServer implements AutoCloseable {
    /** The one till: its requests wait for each other. */
    static final String CHECKOUT = "/checkout";

    private static final String PAGE = "/page";
    private static final String VOUCHER = "/voucher";

    private final HttpServer server;
    private final ThreadPoolExecutor threads;
    private final Pages pages;

    private ShopServer(HttpServer server, ThreadPoolExecutor threads, Pages pages) {
        this.server = server;
        this.threads = threads;
        this.pages = pages;
    }

    /** Starts serving customers, so many at a time at most. */
    static ShopServer start(int mostCustomers) throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), mostCustomers);
        // Twice as many, since a customer may come back before the thread of his last request is free.
        ThreadPoolExecutor threads = ShopThreads.newPool("server", 2 * mostCustomers);
        server.setExecutor(threads);
        Pages pages = new Pages();
        server.createContext(PAGE, handler(pages));
        server.createContext(CHECKOUT, handler(new Till()));
        server.createContext(VOUCHER, handler(new Vouchers(pages)));
        server.start();
        return new ShopServer(server, threads, pages);
    }

    /** The path of a page that takes so long to make and is so large. */
    static String page(long micros, long bytes) {
        return PAGE + "?" + micros + "," + bytes;
    }

    /** The path of such a page, of which the given share fails. */
    static String voucher(long micros, long bytes, double failing) {
        return VOUCHER + "?" + micros + "," + bytes + "," + failing;
    }

    Answer pages() {
        return pages;
    }

    void offer(String path, Answer answer) {
        server.createContext(path, handler(answer));
    }

    URI uri() {
        InetSocketAddress address = server.getAddress();
        return URI.create("http://" + host(address) + ":" + address.getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static String host(InetSocketAddress address) {
        String host = address.getAddress().getHostAddress();
        return host.contains(":") ? "[" + host + "]" : host;
    }

    /** A failure of the program is thrown on, once it has been answered: it is what a watcher counts as an error. */
    static HttpHandler handler(Answer answer) {
        return exchange -> {
            try {
                reply(exchange, 200, answer.to(exchange.getRequestURI()));
            } catch (IllegalStateException e) {
                reply(exchange, 500, e.toString().getBytes(StandardCharsets.UTF_8));
                throw e;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt(); // the server is being closed
                exchange.close();
            }
        };
    }

    private static void reply(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    /** Makes the content of an answer, at least one byte; {@link IllegalStateException} is the program's own failure. */
    public interface Answer {
        byte[] to(URI request) throws InterruptedException;
    }
}
