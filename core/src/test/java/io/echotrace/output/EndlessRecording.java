package io.echotrace.output;

import java.io.File;

/** A program that records at the speed of the clock until somebody ends it: {@code EndlessRecording FILE}. */
final class EndlessRecording {
    private static final int RATE = 24_000;

    private EndlessRecording() {}

    public static void main(String[] args) throws InterruptedException {
        long start = System.nanoTime();
        FakeSource source = FakeSource.of(RATE, k -> Math.sin(k * 0.1) * 0.5);
        WavOutput output = new WavOutput(
                new File(args[0]), source, 2, WavTags.none(), System::nanoTime, line -> System.out.println(line));
        output.start();
        while (true) {
            source.sealedUpTo((System.nanoTime() - start) * 24 / 1_000_000);
            Thread.sleep(20);
        }
    }
}
