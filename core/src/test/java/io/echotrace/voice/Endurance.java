package io.echotrace.voice;

import io.echotrace.ear.Bands;
import io.echotrace.ear.Loudness;
import io.echotrace.ear.Recording;
import io.echotrace.ear.TruePeak;
import io.echotrace.metric.Metrics;
import io.echotrace.metric.Rows;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.stream.IntStream;

/** What is heard in an hour of health, and whether eight hours of one scene stay what they were. */
final class Endurance {
    /** Bands that are so much softer than the loudest carry no sound of their own. */
    private static final double SOUNDING_DB = 50;

    private Endurance() {}

    /**
     * How steady health is.
     *
     * @param changesAMinute of pitch, loudness and pace, more than just noticeable
     * @param loudestEventDb peak of the loudest event over the bed's
     */
    record Steadiness(double changesAMinute, int ofPitch, int ofLoudness, int ofPace, double loudestEventDb) {}

    /** A healthy server with ordinary collections, from the first minute on, in pieces of a minute. */
    static Steadiness health(int minutes) {
        PlayedRun run = new PlayedRun(new HealthyServer(true));
        PlayedRun bed = new PlayedRun(new HealthyServer(false));
        run.skip(10);
        bed.skip(10);
        HeardChanges changes = new HeardChanges();
        double loudest = Double.NEGATIVE_INFINITY;
        for (int minute = 0; minute < minutes; minute++) {
            Recording sound = run.play(60);
            Recording alone = bed.play(60);
            changes.listen(sound, alone);
            loudest = Math.max(loudest, TruePeak.dbtp(Difference.of(sound, alone)) - TruePeak.dbtp(alone));
        }
        double aMinute = (double) changes.all() / minutes;
        return new Steadiness(aMinute, changes.ofPitch(), changes.ofLoudness(), changes.ofPace(), loudest);
    }

    /**
     * How little a constant scene changes.
     *
     * @param bandsDb the largest difference of a third-octave band between the first minute and the last
     * @param lufs integrated, of a minute of each hour
     * @param momentaryOverLufs the loudest 400 ms over it
     * @param heapKilobytes used after a collection, at the end less after the first hour
     */
    record Constancy(double bandsDb, double lufs, double momentaryOverLufs, double heapKilobytes) {}

    /**
     * A constant scene, in one go. Its disk is idle, for the floor is noise, whose level in a narrow band of one minute is
     * only known to some tenths of a decibel; a beat of the pulse divides the minute. The start fade is left out.
     */
    static Constancy constant(int hours) {
        PlayedRun run = new PlayedRun(Endurance::constant);
        run.skip(60);
        Recording first = run.play(60);
        Recording last = first;
        double[] lufs = new double[hours];
        double highest = Double.NEGATIVE_INFINITY;
        long heap = 0;
        long firstHeap = 0;
        for (int hour = 0; hour < hours; hour++) {
            run.skip(hour == 0 ? 57 * 60 : 59 * 60);
            last = run.play(60);
            lufs[hour] = Loudness.integrated(last);
            highest = Math.max(highest, Loudness.maxMomentary(last));
            heap = usedHeap();
            firstHeap = hour == 0 ? heap : firstHeap;
        }
        double mean = Arrays.stream(lufs).average().orElseThrow();
        return new Constancy(difference(first, last), mean, highest - mean, (heap - firstHeap) / 1e3);
    }

    private static void constant(double seconds, Rows rows) {
        rows.set(Metrics.PROCESS_CPU, 0.35)
                .set(Metrics.SYSTEM_CPU, 0.4)
                .set(Metrics.SYSTEM_MEMORY, 0.5)
                .set(Metrics.HEAP_AFTER_GC, 0.5)
                .set(Metrics.NETWORK_RECEIVE, bytesOf(3) / 2)
                .set(Metrics.NETWORK_TRANSMIT, bytesOf(3) / 2)
                .set(Metrics.DISK_UTILIZATION, 0)
                .set(Metrics.STALL, 0.001);
        if (Math.round(10 * seconds) % 20 == 0) {
            rows.stops(seconds - 0.05, 0.008, "G1 Evacuation Pause");
        }
    }

    /** The traffic at which the pulse has so many beats a second. */
    private static double bytesOf(double hz) {
        return 1e4 * (Math.pow(1 + 100e6 / 1e4, Math.log10(hz)) - 1);
    }

    /** The largest of all bands that carry sound. */
    private static double difference(Recording first, Recording last) {
        double[] before = levels(first);
        double[] after = levels(last);
        double softest = Arrays.stream(before).max().orElseThrow() - SOUNDING_DB;
        return IntStream.range(0, before.length)
                .filter(band -> Math.max(before[band], after[band]) > softest)
                .mapToDouble(band -> Math.abs(before[band] - after[band]))
                .max()
                .orElseThrow();
    }

    private static double[] levels(Recording sound) {
        return Bands.thirdOctaves(sound).values().stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    private static long usedHeap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
