package io.echotrace.agent.shop;

import java.net.URI;
import java.util.concurrent.TimeUnit;

/** The shop's only till. Who pays holds its lock, and all others are blocked before it. */
final class Till implements ShopServer.Answer {
    static final long PAYING_MILLIS = 40;
    private static final int RECEIPT_BYTES = 1_000;

    @Override
    public synchronized byte[] to(URI request) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(PAYING_MILLIS); // the bank answers
        return new byte[RECEIPT_BYTES];
    }
}
