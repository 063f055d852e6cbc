package io.echotrace.agent.shop;

import java.io.IOException;

/** The shop with its doors open: a server, and customers who ask it for the traffic of the moment, calm at first. */
public final class Shop implements AutoCloseable {
    private static final int CUSTOMERS_PER_PROCESSOR = 4;
    private static final int LEAST_CUSTOMERS = 32;

    private final ShopServer server;
    private final LoadGenerator load;

    private Shop(ShopServer server, LoadGenerator load) {
        this.server = server;
        this.load = load;
    }

    /** Opens a shop, to which customers come at once. */
    public static Shop open() throws IOException {
        int mostCustomers = Math.max(
                LEAST_CUSTOMERS, CUSTOMERS_PER_PROCESSOR * Runtime.getRuntime().availableProcessors());
        ShopServer server = ShopServer.start(mostCustomers);
        LoadGenerator load = new LoadGenerator(server.uri(), mostCustomers);
        load.start();
        return new Shop(server, load);
    }

    /** Has the customers send other traffic from now on. */
    public void send(Traffic next) {
        load.send(next);
    }

    /** Answers requests below a path of its own, so that {@link Traffic#of} can ask for them. */
    public void offer(String path, ShopServer.Answer answer) {
        server.offer(path, answer);
    }

    /** What makes the pages, for an answer that is a page in the end. */
    public ShopServer.Answer pages() {
        return server.pages();
    }

    /** How many requests were answered since the start, failed ones included. */
    public long answered() {
        return load.answered();
    }

    /** How many were not answered with success. */
    public long failed() {
        return load.failed();
    }

    @Override
    public void close() {
        load.close();
        server.close();
    }
}
