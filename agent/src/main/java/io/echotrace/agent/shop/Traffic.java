package io.echotrace.agent.shop;

/** What the load generator asks for: one path of the server, at a rate. Immutable. */
public final class Traffic {
    /** An ordinary quiet hour. */
    public static final Traffic CALM = pages(40, 0.08, 100_000);

    private final String path;
    private final double perSecond;

    private Traffic(String path, double perSecond) {
        this.path = path;
        this.perSecond = perSecond;
    }

    /**
     * Requests for pages.
     *
     * @param cpuShare how much of all cores making the pages takes, 0…1
     * @param bytesPerSecond how much content is sent; on loopback the same bytes are sent and received
     */
    public static Traffic pages(double perSecond, double cpuShare, double bytesPerSecond) {
        return new Traffic(
                ShopServer.page(micros(perSecond, cpuShare), Math.round(bytesPerSecond / perSecond)), perSecond);
    }

    /** Such requests, of which a share fails, 0…1. */
    public static Traffic vouchers(double perSecond, double cpuShare, double bytesPerSecond, double failing) {
        return new Traffic(
                ShopServer.voucher(micros(perSecond, cpuShare), Math.round(bytesPerSecond / perSecond), failing),
                perSecond);
    }

    /** Requests that all need the same lock. */
    public static Traffic checkouts(double perSecond) {
        return new Traffic(ShopServer.CHECKOUT, perSecond);
    }

    /** Such requests, but to a path that was offered to answer them. */
    public static Traffic of(String path, double perSecond, double cpuShare, double bytesPerSecond) {
        long bytes = Math.round(bytesPerSecond / perSecond);
        return new Traffic(path + "?" + micros(perSecond, cpuShare) + "," + bytes, perSecond);
    }

    String path() {
        return path;
    }

    double perSecond() {
        return perSecond;
    }

    /** CPU time of one request, in microseconds. */
    private static long micros(double perSecond, double cpuShare) {
        return Math.round(1e6 * cpuShare * Runtime.getRuntime().availableProcessors() / perSecond);
    }
}
