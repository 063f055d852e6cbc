package io.echotrace.it.server;

import io.echotrace.it.shop.OrderServlet;
import io.echotrace.it.shop.Shop;
import java.util.ArrayList;
import java.util.List;

/** A server that runs the shop. */
abstract class ShopServer implements RealServer {
    private static final int ORDERS = 8_000;
    private static final int OTHERS = 500;
    private static final int FAILURES = 50;

    private final boolean isWebApplication;

    /** @param isWebApplication whether it has all of the {@code .war}, pages and asynchronous servlets too */
    ShopServer(boolean isWebApplication) {
        this.isWebApplication = isWebApplication;
    }

    @Override
    public List<Visit> visits() {
        List<Visit> visits = new ArrayList<>();
        visits.add(Visit.get("/shop/order?article=7", ORDERS, 200, OrderServlet.STATEMENTS));
        visits.add(Visit.get("/shop/forward?article=8", OTHERS, 200, OrderServlet.STATEMENTS));
        visits.add(Visit.get("/shop/fail", FAILURES, 500, 0));
        visits.add(Visit.get("/shop/slow?millis=20", OTHERS, 200, 0));
        if (isWebApplication) {
            visits.add(Visit.get("/shop/about.html", OTHERS, 200, 0));
            visits.add(Visit.get("/shop/missing", OTHERS, 404, 0));
            visits.add(Visit.get("/shop/later", OTHERS, 200, 0));
        }
        return visits;
    }

    @Override
    public int statementsToOpen() {
        return Shop.STATEMENTS_TO_OPEN;
    }
}
