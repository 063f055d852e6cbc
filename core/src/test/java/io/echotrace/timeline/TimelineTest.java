package io.echotrace.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.echotrace.timeline.Timeline.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;

@Timeout(60)
@Isolated("lives in real time")
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
    void lateReader_seesTheTargetsThatHold_andWhatIsWrittenFromThenOn() {
        timeline.controls(1, targets(0.1));
        timeline.cue(new Cue(Cue.Kind.THUD, 1, 0, 0));
        timeline.controls(2, targets(0.2));
        Reader reader = timeline.reader();
        timeline.controls(3, targets(0.3));

        assertThat(reader.advance()).isTrue();
        assertThat(reader.atNanos()).isEqualTo(2);
        assertThat(reader.advance()).isTrue();
        assertThat(reader.atNanos()).isEqualTo(3);
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
    void readers_seeEveryEntryOnce_whileItIsBeingWritten() throws Exception {
        int entries = 100_000;
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            List<AtomicLong> seen = new ArrayList<>();
            List<Future<?>> readers = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                Reader reader = timeline.reader();
                AtomicLong count = new AtomicLong();
                seen.add(count);
                readers.add(threads.submit(() -> follow(reader, count, entries)));
            }
            for (int i = 1; i <= entries; i++) {
                while (i - slowest(seen) > Timeline.CAPACITY) {
                    Thread.onSpinWait();
                }
                timeline.controls(i, targets(i));
            }
            for (Future<?> reader : readers) {
                reader.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void readerThatFellBehind_goesOnWithTheOldestEntryThatIsLeft() {
        Reader reader = timeline.reader();
        int written = 3 * Timeline.CAPACITY;
        for (int i = 0; i < written; i++) {
            timeline.controls(i, targets(0));
        }
        assertThat(reader.advance()).isTrue();
        assertThat(reader.atNanos()).isEqualTo(written - Timeline.CAPACITY);
        int left = 0;
        while (reader.advance()) {
            left++;
        }
        assertThat(left).isEqualTo(Timeline.CAPACITY - 1);
    }

    private static long slowest(List<AtomicLong> counts) {
        return counts.stream().mapToLong(AtomicLong::get).min().orElse(0);
    }

    private static void follow(Reader reader, AtomicLong seen, int entries) {
        while (seen.get() < entries) {
            if (reader.advance() && reader.atNanos() != seen.incrementAndGet()) {
                throw new AssertionError("entry " + reader.atNanos() + " stands in place " + seen);
            }
        }
    }

    private static Targets targets(double groundPitch) {
        Targets targets = new Targets();
        targets.set(Control.GROUND_PITCH, groundPitch);
        return targets;
    }
}
