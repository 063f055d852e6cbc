package io.echotrace.agent.demo;

import java.net.URI;
import java.util.concurrent.ThreadLocalRandom;

/** Pages for the owners of vouchers, of which every third is a surprise to the program. */
final class Vouchers implements ShopServer.Answer {
    private static final int ONE_FAILS_OF = 3;

    private final Pages pages;

    Vouchers(Pages pages) {
        this.pages = pages;
    }

    @Override
    public byte[] to(URI request) {
        if (ThreadLocalRandom.current().nextInt(ONE_FAILS_OF) == 0) {
            throw new IllegalStateException("voucher without a value");
        }
        return pages.to(request);
    }
}
