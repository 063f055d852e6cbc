package io.echotrace.agent.shop;

import java.net.URI;
import java.util.concurrent.ThreadLocalRandom;

/** Pages for the owners of vouchers, some of which are a surprise to the program: {@code ?MICROSECONDS,BYTES,SHARE}. */
final class Vouchers implements ShopServer.Answer {
    private final Pages pages;

    Vouchers(Pages pages) {
        this.pages = pages;
    }

    @Override
    public byte[] to(URI request) {
        String query = request.getRawQuery();
        double failing = Double.parseDouble(query.substring(query.lastIndexOf(',') + 1));
        if (ThreadLocalRandom.current().nextDouble() < failing) {
            throw new IllegalStateException("voucher without a value");
        }
        return pages.to(request);
    }
}
