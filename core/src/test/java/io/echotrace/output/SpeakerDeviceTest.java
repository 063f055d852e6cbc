package io.echotrace.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.echotrace.voice.FrameSource;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the speaker does about devices that are strange, on its real thread. */
@Timeout(60)
@Isolated("lives in real time")
class SpeakerDeviceTest {
    private static final long SECOND = 1_000_000_000L;
    private static final int FOR_EVER = Integer.MAX_VALUE;

    private final List<String> told = new CopyOnWriteArrayList<>();
    private final FakeSources sources = new FakeSources();
    private final CountDownLatch end = new CountDownLatch(1);

    @AfterEach
    void hangNoLonger() {
        end.countDown();
    }

    @Test
    void deviceThatHangs_isNeverWaitedForBeyondPatience_andToldOnce() {
        SpeakerOutput output = started(true, (rate, channels, millis) -> {
            awaitUninterruptibly(end);
            throw NoSoundException.absent("at last");
        });

        assertThat(output.isPlayingWithin(SECOND / 20)).isFalse();
        assertThat(output.isPlayingWithin(SECOND / 20)).isFalse();
        assertThat(output.description())
                .isEqualTo("speaker: waiting for a sound device: the sound system does not answer");
        output.stop(SECOND, SECOND / 20);
        output.stop(SECOND, 0);
        assertThat(told).containsExactly("no sound yet: the sound system does not answer");
    }

    @Test
    void deviceThatHangsWhileItIsClosed_isLost_andNoOtherThreadTriesIt() {
        AtomicInteger opened = new AtomicInteger();
        SpeakerOutput output = started(true, (rate, channels, millis) -> {
            opened.incrementAndGet();
            return new ShortLivedLine(rate, channels, 5, () -> awaitUninterruptibly(end)); // as a stopped server does
        });

        await().until(() -> output.description().equals("speaker lost: waiting for a sound device"));
        assertThat(told).containsExactly("the sound device has stopped playing; waiting for it");
        assertThat(output.isPlaying()).isFalse();
        await().pollDelay(Duration.ofSeconds(1)).until(() -> opened.get() == 1);
        end.countDown();
        await().until(() -> opened.get() == 2);
        output.stop(SECOND, 10 * SECOND);
    }

    @ParameterizedTest
    @CsvSource({"48000,2", "44100,2", "32000,2", "48000,1", "44100,1"})
    void deviceOfOneFormat_isPlayedInThat(int onlyRate, int onlyChannels) {
        SpeakerOutput output = started(true, (rate, channels, millis) -> {
            if (rate != onlyRate || channels != onlyChannels) {
                throw NoSoundException.refused("not for me");
            }
            return new ShortLivedLine(rate, channels, FOR_EVER);
        });

        assertThat(output.isPlayingWithin(10 * SECOND)).isTrue();
        assertThat(output.description()).isEqualTo("playing on test device");
        output.stop(SECOND, 10 * SECOND);
        assertThat(sources.made()).containsExactly("begin " + onlyRate);
        assertThat(told).isEmpty();
    }

    @Test
    void deviceThatComesAndGoes_isOpenedAgainEachTime_withOnePairOfLines() {
        AtomicInteger opened = new AtomicInteger();
        SpeakerOutput output = started(false, (rate, channels, millis) -> {
            if (opened.incrementAndGet() == 2) {
                throw NoSoundException.absent("not yet");
            }
            if (opened.get() > 2 && rate == 48_000) {
                throw NoSoundException.refused("another device by now");
            }
            return new ShortLivedLine(rate, channels, 5);
        });

        await().atMost(Duration.ofSeconds(30)).until(() -> sources.made().size() >= 3);
        output.stop(SECOND, 10 * SECOND);
        assertThat(told)
                .containsExactly("the sound device has stopped playing; waiting for it", "playing on test device");
        assertThat(sources.made()).startsWith("begin 48000", "resume 44100", "resume 44100");
    }

    @Test
    void deviceThatComesLater_isPlayed_whenItWasAskedFor() {
        AtomicInteger opened = new AtomicInteger();
        SpeakerOutput output = started(true, (rate, channels, millis) -> {
            if (opened.incrementAndGet() < 3) {
                throw NoSoundException.absent("no sound device");
            }
            return new ShortLivedLine(rate, channels, FOR_EVER);
        });

        assertThat(output.isPlayingWithin(10 * SECOND)).isFalse();
        await().atMost(Duration.ofSeconds(20)).until(output::isPlaying);
        output.stop(SECOND, 10 * SECOND);
        assertThat(told).containsExactly("no sound yet: no sound device", "playing on test device");
        assertThat(sources.made()).containsExactly("begin 48000");
    }

    @Test
    void missingDevice_isNoMatter_whenNobodyAskedForIt() {
        AtomicInteger opened = new AtomicInteger();
        SpeakerOutput output = started(false, (rate, channels, millis) -> {
            opened.incrementAndGet();
            throw NoSoundException.absent("no sound device");
        });

        assertThat(output.isPlayingWithin(10 * SECOND)).isFalse();
        output.stop(SECOND, 10 * SECOND);
        assertThat(told).isEmpty();
        assertThat(opened).hasValue(1);
    }

    @Test
    void deviceThatNeverPlays_isToldOnce_andNeverCalledPlaying() {
        AtomicInteger opened = new AtomicInteger();
        SpeakerOutput output = started(true, (rate, channels, millis) -> {
            opened.incrementAndGet();
            return new ShortLivedLine(rate, channels, 0);
        });

        assertThat(output.isPlayingWithin(10 * SECOND)).isFalse();
        await().atMost(Duration.ofSeconds(20)).until(() -> opened.get() >= 2);
        output.stop(SECOND, 10 * SECOND);
        assertThat(told).containsExactly("no sound yet: test device does not play");
    }

    @Test
    void deviceThatThrows_isToldOnce() {
        SpeakerOutput output = started(true, (rate, channels, millis) -> {
            throw new IllegalStateException("broken driver");
        });

        assertThat(output.isPlayingWithin(10 * SECOND)).isFalse();
        assertThat(told).hasSize(1).first().asString().startsWith("no sound").contains("broken driver");
    }

    @Test
    void device_isGivenBack_whenTheSoundFails() {
        FakeSource broken = FakeSource.of(48_000, frame -> {
            throw new IllegalStateException("broken");
        });
        CountDownLatch closed = new CountDownLatch(1);
        SpeakerOutput.Sources brokenSources = new SpeakerOutput.Sources() {
            @Override
            public FrameSource begin(int sampleRateHz) {
                return broken;
            }

            @Override
            public FrameSource resume(int sampleRateHz) {
                return broken;
            }
        };
        SoundDevice device = (rate, channels, millis) -> new ShortLivedLine(rate, channels, 5, closed::countDown);
        SpeakerOutput output = new SpeakerOutput(() -> device, brokenSources, System::nanoTime, true, told::add);
        output.start();

        await().until(() -> closed.getCount() == 0);
        output.stop(0, 10 * SECOND);
        assertThat(told).containsExactly("no sound: java.lang.IllegalStateException: broken");
    }

    @Test
    void callerThatIsInterrupted_waitsOn_andStaysInterrupted() {
        SpeakerOutput output = started(true, (rate, channels, millis) -> new ShortLivedLine(rate, channels, FOR_EVER));
        Thread.currentThread().interrupt();

        assertThat(output.isPlayingWithin(10 * SECOND)).isTrue();
        assertThat(Thread.interrupted()).isTrue();
        output.stop(SECOND, 10 * SECOND);
    }

    private SpeakerOutput started(boolean persistent, SoundDevice device) {
        SpeakerOutput output = new SpeakerOutput(() -> device, sources, System::nanoTime, persistent, told::add);
        output.start();
        return output;
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
