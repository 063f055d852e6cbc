package io.echotrace.output;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/**
 * A program that plays 440 Hz for some seconds and prints what it is told, and at the end what its speaker's thread cost:
 * {@code SpeakerProgram SECONDS}.
 */
final class SpeakerProgram {
    private static final long SECOND = 1_000_000_000L;

    private SpeakerProgram() {}

    public static void main(String[] args) throws InterruptedException {
        long start = System.nanoTime();
        SpeakerOutput output = new SpeakerOutput(
                () -> new JavaSoundDevice(null),
                new FakeSources(),
                () -> System.nanoTime() - start,
                true,
                line -> System.out.println(line));
        output.start();
        System.out.println("playing: " + output.isPlayingWithin(10 * SECOND));
        Thread.sleep(1000); // the first second is warm-up
        long[] before = cost();
        Thread.sleep((long) (Double.parseDouble(args[0]) * 1000) - 1000);
        long[] after = cost();
        System.out.println("cpu ns: " + (after[0] - before[0]) + " allocated bytes: " + (after[1] - before[1]));
        output.stop(System.nanoTime() - start, SECOND);
        System.out.println("stopped");
    }

    private static long[] cost() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals("echotrace-speaker")) {
                return new long[] {
                    threads.getThreadCpuTime(thread.getId()), threads.getThreadAllocatedBytes(thread.getId())
                };
            }
        }
        return new long[2];
    }
}
