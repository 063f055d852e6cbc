package io.echotrace.agent.shop;

import java.net.URI;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;
import java.util.zip.CRC32;

/** Pages of the shop's catalog. Their address says what they cost: {@code ?MICROSECONDS,BYTES} of CPU and content. */
final class Pages implements ShopServer.Answer {
    private static final int CATALOG_PARTS = 4;
    /** Larger than the young generation's 32 MB of the demo's JVM: made without a collection. */
    private static final int CATALOG_PART_BYTES = 34_000_000;

    private static final int CHECKED_BYTES = 1_024;

    /** What a healthy shop keeps in memory: a quarter of the heap. */
    private final byte[][] catalog = new byte[CATALOG_PARTS][CATALOG_PART_BYTES];

    @Override
    public byte[] to(URI request) {
        String query = request.getRawQuery();
        String[] costs = query.split(",");
        long endNanos = System.nanoTime() + Long.parseLong(costs[0]) * 1_000;
        byte[] part = catalog[ThreadLocalRandom.current().nextInt(CATALOG_PARTS)];
        byte[] page = Arrays.copyOf(part, Integer.parseInt(costs[1]));
        CRC32 sum = new CRC32();
        do {
            sum.update(part, 0, CHECKED_BYTES);
        } while (System.nanoTime() - endNanos < 0);
        page[0] = (byte) sum.getValue();
        return page;
    }
}
