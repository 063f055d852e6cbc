package io.echotrace.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.echotrace.synth.Block;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Isolated("lives in real time")
class SpeakerFeedTest {
    private static final int RATE = FakeLine.RATE;
    private static final long MILLI = 1_000_000L;
    private static final double AMPLITUDE = 0.25;

    /** The steepest step of 440 Hz at this level, in 16-bit steps, and 10 % for fade and dither. */
    private static final int STEEPEST = (int) (1.1 * 32767 * AMPLITUDE * 2 * Math.PI * 440 / RATE);

    private final FakeSource source = FakeSource.sine(RATE, 440, AMPLITUDE);

    @Test
    void queue_isFull_beforeTheLineStarts() {
        FakeLine line = new FakeLine(1);
        line.pass(500 * MILLI);
        feed(line).prefill();

        assertThat(line.queued()).isEqualTo(FakeLine.CAPACITY);
    }

    @Test
    void healthySound_isNeitherSkippedNorHeld_andStaysInStep() {
        FakeLine line = startedLine(1, 500 * MILLI);
        SpeakerFeed feed = start(line);
        long skippedAtStart = source.skipped();
        run(line, feed, 30_000 * MILLI);

        assertThat(source.skipped()).isEqualTo(skippedAtStart);
        assertThat(lagMillis(line)).isBetween(75.0, 125.0);
        assertSteady(line.heardSince(RATE / 20));
    }

    @Test
    void sound_beginsInStep_whateverTheAgeOfTheRun() {
        for (long age : new long[] {0, 20, 150, 5_000, 500_000}) {
            FakeSource fresh = FakeSource.sine(RATE, 440, AMPLITUDE);
            FakeLine line = new FakeLine(1);
            line.pass(age * MILLI);
            SpeakerFeed feed = new SpeakerFeed(line, fresh, line::nanos);
            feed.prefill();
            line.start();
            run(line, feed, 1000 * MILLI);

            assertThat((line.nanos() / 1e9 - (double) fresh.position() / RATE) * 1e3)
                    .as("lag in ms of a run that is %d ms old", age)
                    .isBetween(75.0, 125.0);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {30, 60, 99})
    void shortPausesOfTheJvm_areBridged(long millis) {
        FakeLine line = startedLine(1, 500 * MILLI);
        SpeakerFeed feed = start(line);
        long skippedAtStart = source.skipped();
        for (int i = 0; i < 20; i++) {
            run(line, feed, 700 * MILLI);
            line.pass(millis * MILLI);
        }

        assertThat(source.skipped()).isEqualTo(skippedAtStart);
        assertSteady(line.heardSince(RATE / 20));
    }

    @Test
    void longPauseOfTheJvm_isSilence_thenTheSoundIsInStepAgain() {
        FakeLine line = startedLine(1, 500 * MILLI);
        SpeakerFeed feed = start(line);
        run(line, feed, 2000 * MILLI);
        long skipped = source.skipped();
        line.pass(800 * MILLI);
        int resumed = line.heardFrames();
        run(line, feed, 2000 * MILLI);

        assertThat((source.skipped() - skipped) * 1000.0 / RATE).isBetween(650.0, 720.0);
        assertThat(lagMillis(line)).isBetween(75.0, 125.0);
        assertNoClick(line.heardSince(resumed));
        assertSteady(line.heardSince(resumed + RATE / 10));
    }

    @Test
    void hourThatTheMachineWasAsleep_isLeftOut_atOnce() {
        FakeLine line = startedLine(1, 500 * MILLI);
        SpeakerFeed feed = start(line);
        run(line, feed, 2000 * MILLI);
        int heard = line.heardFrames();
        line.sleep(3_600_000 * MILLI);
        run(line, feed, 1000 * MILLI);

        assertThat(lagMillis(line)).isBetween(75.0, 125.0);
        assertNoClick(line.heardSince(heard));
        assertSteady(line.heardSince(heard + RATE / 5));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.99, 0.999, 0.9999, 1.0001, 1.001, 1.01})
    void deviceWithAnotherClock_isFollowedWithoutAGap(double speed) {
        FakeLine line = startedLine(speed, 500 * MILLI);
        SpeakerFeed feed = start(line);
        for (int second = 0; second < 100; second++) {
            run(line, feed, 1000 * MILLI);
            assertThat(lagMillis(line)).isBetween(5.0, 195.0);
        }

        assertSteady(line.heardSince(RATE / 20));
    }

    @Test
    void end_isAFadeToSilence() {
        FakeLine line = startedLine(1, 500 * MILLI);
        SpeakerFeed feed = start(line);
        run(line, feed, 1000 * MILLI);
        int passed = 0;
        for (; !feed.isDrained() && passed < 1000; passed += 8) {
            feed.fadeOut();
            line.pass(8 * MILLI);
        }

        assertThat(passed).as("ms until all is played").isBetween(100, 200);
        short[] heard = line.heardSince(0);
        assertNoClick(heard);
        assertThat(heard[heard.length - 1]).isZero();
    }

    private FakeLine startedLine(double speed, long ageNanos) {
        FakeLine line = new FakeLine(speed);
        line.pass(ageNanos);
        return line;
    }

    private SpeakerFeed feed(FakeLine line) {
        return new SpeakerFeed(line, source, line::nanos);
    }

    private SpeakerFeed start(FakeLine line) {
        SpeakerFeed feed = feed(line);
        feed.prefill();
        line.start();
        return feed;
    }

    private static void run(FakeLine line, SpeakerFeed feed, long nanos) {
        for (long end = line.nanos() + nanos; line.nanos() < end; ) {
            line.pass(8 * MILLI);
            feed.topUp();
        }
    }

    private double lagMillis(FakeLine line) {
        return (line.nanos() / 1e9 - (double) source.position() / RATE) * 1e3;
    }

    private static void assertNoClick(short[] heard) {
        int steepest = 0;
        for (int i = 1; i < heard.length; i++) {
            steepest = Math.max(steepest, Math.abs(heard[i] - heard[i - 1]));
        }
        assertThat(steepest).as("steepest step between samples").isBetween(1, STEEPEST);
    }

    /** No click, and never quiet for longer than a zero crossing. */
    private static void assertSteady(short[] heard) {
        assertNoClick(heard);
        for (int from = 0; from + Block.FRAMES * 2 <= heard.length; from += Block.FRAMES * 2) {
            int peak = 0;
            for (int i = from; i < from + Block.FRAMES * 2; i++) {
                peak = Math.max(peak, Math.abs(heard[i]));
            }
            assertThat(peak).as("peak at %d", from).isGreaterThan((int) (0.95 * 32767 * AMPLITUDE));
        }
    }
}
