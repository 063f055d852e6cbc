package io.echotrace.it.host;

import java.io.IOException;
import java.util.Arrays;
import javax.servlet.Servlet;

/**
 * Calls the methods of {@link TimedWork} so many times from so many threads, from the first line of its main on,
 * and says how many calls of which method that were (of {@code service}: outermost ones) and how many of them threw, and how
 * long some of them took, by its own clock around each.
 *
 * <p>Arguments: the calls, in thousands; the threads; the milliseconds for calls of known length. It ends
 * when its input does.
 */
public final class ManyCalls {
    private static final int ROUND = 1000;
    /** Calls of known length: from 100 µs, so that what the clock around them takes is little, and up to 50 times that. */
    private static final double SHORTEST_NANOS = 100_000;

    private static final double LONGEST_TO_SHORTEST = 50;
    private static final double GOLDEN_SECTION = 0.6180339887498949;
    private static final int MOST_LASTING = 1_000_000;
    private static final int WARM_UPS = 20_000;
    /** Percentiles look back for two seconds. */
    private static final long FORGOTTEN_MILLIS = 2500;

    private ManyCalls() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        TimedWork work = new TimedWork();
        countTo(ROUND, work);
        int rounds = Integer.parseInt(arguments[0]);
        int threads = Integer.parseInt(arguments[1]);
        warmUp();
        callAll(rounds, threads);
        Thread.sleep(FORGOTTEN_MILLIS);
        last(Long.parseLong(arguments[2]) * 1_000_000);
        System.out.println("called");
        while (System.in.read() >= 0) {
            // until there is no more
        }
    }

    private static void countTo(int end, TimedWork work) {
        for (int i = 0; i < end; i++) {
            work.count(i);
        }
    }

    /** While it is being compiled, a method may begin long before what is woven into it does. */
    private static void warmUp() {
        for (int i = 0; i < WARM_UPS; i++) {
            TimedWork.last(0);
        }
    }

    /** For so long; lengths are spread evenly over the octaves. Prints their median and 99th percentile, in ns. */
    private static void last(long nanos) {
        long[] lengths = new long[MOST_LASTING];
        int calls = 0;
        for (long end = System.nanoTime() + nanos; calls < MOST_LASTING && System.nanoTime() < end; calls++) {
            double spread = calls * GOLDEN_SECTION % 1;
            long length = (long) (SHORTEST_NANOS * Math.pow(LONGEST_TO_SHORTEST, spread));
            long start = System.nanoTime();
            TimedWork.last(length);
            lengths[calls] = System.nanoTime() - start;
        }
        Arrays.sort(lengths, 0, calls);
        print("last", WARM_UPS + calls, 0);
        System.out.println("lengths " + ofRank(0.5, lengths, calls) + " " + ofRank(0.99, lengths, calls));
    }

    private static long ofRank(double share, long[] sorted, int count) {
        return sorted[(int) Math.ceil(share * count) - 1];
    }

    private static void callAll(int rounds, int threads) throws InterruptedException {
        Thread[] callers = new Thread[threads];
        for (int i = 0; i < threads; i++) {
            int own = rounds / threads + (i < rounds % threads ? 1 : 0);
            callers[i] = new Thread(() -> callRounds(own), "caller-" + i);
            callers[i].start();
        }
        for (Thread caller : callers) {
            caller.join();
        }
        print("count", rounds * 610L + ROUND, 0);
        print("mayThrow", rounds * 100L, rounds * 10L);
        print("descend", rounds * 160L, 0);
        print("fall", rounds * 30L, rounds * 30L);
        print("service", rounds * 50L, 0);
    }

    /** Each round is a thousand calls; 50 of them are not outermost ones. */
    private static void callRounds(int rounds) {
        TimedWork work = new TimedWork();
        Servlet servlet = new TimedWork.Passing(new TimedWork.Quick(work));
        for (int round = 0; round < rounds; round++) {
            countTo(560, work);
            for (int i = 0; i < 100; i++) {
                callThrowing(work, i % 10 == 0);
            }
            for (int i = 0; i < 40; i++) {
                work.descend(3);
            }
            for (int i = 0; i < 10; i++) {
                callFalling(work);
            }
            for (int i = 0; i < 50; i++) {
                servlet.service(null, null);
            }
        }
    }

    private static void callThrowing(TimedWork work, boolean thrown) {
        try {
            work.mayThrow(thrown);
        } catch (IllegalStateException e) {
            // as told
        }
    }

    private static void callFalling(TimedWork work) {
        try {
            work.fall(2);
        } catch (IllegalStateException e) {
            // as told
        }
    }

    private static void print(String method, long calls, long errors) {
        System.out.println("known " + method + " " + calls + " " + errors);
    }
}
