package io.echotrace.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the speaker does about devices that are strange, on its real thread. */
@Timeout(60)
class SpeakerDeviceTest {
    private static final long SECOND = 1_000_000_000L;

    private final List<String> trouble = new CopyOnWriteArrayList<>();
    private final List<Integer> rates = new CopyOnWriteArrayList<>();

    @Test
    void deviceThatHangs_isNeverWaitedForBeyondPatience() {
        CountDownLatch never = new CountDownLatch(1);
        SpeakerOutput output = output((rate, millis) -> {
            awaitUninterruptibly(never);
            throw new NoSoundException("at last");
        });
        output.start();

        assertThat(output.isPlaying(SECOND / 20)).isFalse();
        output.stop(SECOND, SECOND / 20);
        output.stop(SECOND, 0);
        assertThat(trouble).isEmpty();
        never.countDown();
    }

    @Test
    void deviceOfAnotherRate_isPlayedAtThatRate() {
        SpeakerOutput output = output((rate, millis) -> {
            if (rate == 48_000) {
                throw new NoSoundException("48 kHz is too fast for me");
            }
            return new DeafLine(rate);
        });
        output.start();

        assertThat(output.isPlaying(10 * SECOND)).isTrue();
        output.stop(SECOND, 10 * SECOND);
        assertThat(rates).containsExactly(44_100);
        assertThat(trouble).isEmpty();
    }

    @Test
    void deviceThatDies_isOpenedAgainUntilItPlays_withOneMessage() {
        AtomicInteger opened = new AtomicInteger();
        SpeakerOutput output = output((rate, millis) -> {
            if (opened.incrementAndGet() == 2) {
                throw new NoSoundException("not yet");
            }
            return new DeafLine(rate);
        });
        output.start();

        await().atMost(Duration.ofSeconds(20)).until(() -> opened.get() >= 4);
        output.stop(SECOND, 10 * SECOND);
        assertThat(trouble).containsExactly("the sound device has stopped playing; trying to open it again");
        assertThat(rates).containsExactly(48_000);
    }

    @Test
    void deviceThatThrows_isToldOnce() {
        SpeakerOutput output = output((rate, millis) -> {
            throw new IllegalStateException("broken driver");
        });
        output.start();

        assertThat(output.isPlaying(10 * SECOND)).isFalse();
        assertThat(trouble).hasSize(1).first().asString().startsWith("no sound").contains("broken driver");
    }

    private SpeakerOutput output(SoundDevice device) {
        return new SpeakerOutput("speaker test", () -> device, this::source, System::nanoTime, trouble::add);
    }

    private FakeSource source(int sampleRateHz) {
        rates.add(sampleRateHz);
        return FakeSource.sine(sampleRateHz, 440, 0.25);
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A line that takes everything once and plays nothing. */
    private static final class DeafLine implements SoundLine {
        private final int rate;
        private int queued;

        DeafLine(int rate) {
            this.rate = rate;
        }

        @Override
        public int sampleRateHz() {
            return rate;
        }

        @Override
        public int capacityFrames() {
            return 4800;
        }

        @Override
        public int writableFrames() {
            return 4800 - queued;
        }

        @Override
        public int write(byte[] bytes, int length) {
            queued += length / 4;
            return length;
        }

        @Override
        public void start() {}

        @Override
        public long playedFrames() {
            return 0;
        }

        @Override
        public void close() {}
    }
}
