package io.echotrace.it.host;

/** A host that rests for a while and then keeps one core busy for a while. */
public final class Plateaus {
    private Plateaus() {}

    /** Argument: the seconds of each. Prints the wall-clock time at the start of each, and at the end. */
    public static void main(String[] arguments) throws InterruptedException {
        long millis = Long.parseLong(arguments[0]) * 1000;
        System.out.println(System.currentTimeMillis());
        Thread.sleep(millis);
        long start = System.currentTimeMillis();
        System.out.println(start);
        long sum = 0;
        while (System.currentTimeMillis() < start + millis) {
            sum += System.nanoTime() % 7;
        }
        System.out.println(System.currentTimeMillis());
        if (sum < 0) {
            throw new IllegalStateException("time ran backwards");
        }
    }
}
