package io.echotrace.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.echotrace.timeline.Timeline.Reader;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TimelineTest {
    private final Timeline timeline = new Timeline();

    @Test
    void reader_seesEntriesInTheOrderOfWriting() {
        Reader reader = timeline.reader();
        Cue cue = new Cue(Cue.Kind.THUD, 5, 1, 0);
        timeline.controls(10, targets(0.25));
        timeline.cue(cue);

        assertThat(reader.advance()).isTrue();
        assertThat(reader.atNanos()).isEqualTo(10);
        assertThat(reader.target(Control.GROUND_PITCH)).isEqualTo(0.25);
        assertThat(reader.cue()).isNull();
        assertThat(reader.advance()).isTrue();
        assertThat(reader.atNanos()).isEqualTo(5);
        assertThat(reader.cue()).isSameAs(cue);
        assertThat(reader.target(Control.GROUND_PITCH)).isNaN();
        assertThat(reader.advance()).isFalse();
        assertThat(reader.cue()).isSameAs(cue);
    }

    @Test
    void lateReader_seesOnlyWhatIsWrittenFromThenOn() {
        timeline.controls(1, targets(0.1));
        Reader reader = timeline.reader();
        timeline.controls(2, targets(0.2));

        assertThat(reader.advance()).isTrue();
        assertThat(reader.atNanos()).isEqualTo(2);
        assertThat(reader.advance()).isFalse();
    }

    @Test
    void targets_areCopied() {
        Reader reader = timeline.reader();
        Targets targets = targets(0.25);
        timeline.controls(1, targets);

        targets.set(Control.GROUND_PITCH, 0.75);

        assertThat(reader.advance()).isTrue();
        assertThat(reader.target(Control.GROUND_PITCH)).isEqualTo(0.25);
    }

    @Test
    void everyReader_seesAllThatWasSealed_whileItIsBeingWritten() throws Exception {
        int entries = 100_000;
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            List<Future<?>> readers = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                Reader reader = timeline.reader();
                readers.add(threads.submit(() -> follow(reader, entries)));
            }
            for (int i = 1; i <= entries; i++) {
                timeline.controls(i, targets(i));
                timeline.seal(i);
            }
            for (Future<?> reader : readers) {
                reader.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void whatAllReadersHavePassed_isGarbage() {
        Reader reader = timeline.reader();
        WeakReference<Cue> passed = writeCue();
        timeline.controls(2, targets(0));
        assertThat(reader.advance()).isTrue();
        assertThat(reader.advance()).isTrue();

        Awaitility.await().until(() -> {
            System.gc();
            return passed.refersTo(null);
        });
        assertThat(reader.atNanos()).isEqualTo(2);
    }

    private WeakReference<Cue> writeCue() {
        Cue cue = new Cue(Cue.Kind.HOLE, 1, 1, 0);
        timeline.cue(cue);
        return new WeakReference<>(cue);
    }

    /** Reads as a renderer does: first up to where the timeline is final, then all entries up to there. */
    private void follow(Reader reader, int entries) {
        long seen = 0;
        while (seen < entries) {
            long sealed = timeline.sealedNanos();
            while (seen < sealed) {
                assertThat(reader.advance()).isTrue();
                seen++;
                if (reader.atNanos() != seen || reader.target(Control.GROUND_PITCH) != seen) {
                    throw new AssertionError("entry " + reader.atNanos() + " stands in place " + seen);
                }
            }
            Thread.onSpinWait();
        }
    }

    private static Targets targets(double groundPitch) {
        Targets targets = new Targets();
        targets.set(Control.GROUND_PITCH, groundPitch);
        return targets;
    }
}
