package io.echotrace.session;

import io.echotrace.finding.Finding;
import io.echotrace.metric.Occurrence;
import io.echotrace.output.Caption;
import io.echotrace.output.CaptionFile;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Captions beside a recording: what is found while it holds, in the words of the finding, and the user's marks. Each WAV file
 * of the recording has its own, from its own start, and they go with it when it goes. Written once a second, so that a
 * killed run has them. Trouble with them is told once and ends them, and nothing else. One thread's own, but for {@link #recordedIn}.
 */
final class CaptionsOutput implements Closeable {
    private static final long PERIOD_NANOS = 1_000_000_000L;
    /** Nobody can read faster. */
    private static final long SHORTEST_NANOS = 2_000_000_000L;

    private static final long MARKER_NANOS = 3_000_000_000L;

    private final Predicate<File> isDiskFull;
    private final Consumer<String> trouble;
    private final double speed;
    private final Queue<Part> next = new ConcurrentLinkedQueue<>();
    private final List<CaptionFile> files = new ArrayList<>();
    private final Map<String, Caption> open = new LinkedHashMap<>();
    private @Nullable CaptionFile current;
    private long writtenNanos = Long.MIN_VALUE / 2;
    private boolean ended;

    /** @param isDiskFull whether nothing may be written beside the file any more */
    CaptionsOutput(Predicate<File> isDiskFull, Consumer<String> trouble) {
        this(isDiskFull, trouble, 1);
    }

    /** @param speed how many times faster than it was measured it is played */
    CaptionsOutput(Predicate<File> isDiskFull, Consumer<String> trouble, double speed) {
        this.isDiskFull = isDiskFull;
        this.trouble = trouble;
        this.speed = speed;
    }

    /** The same where no file is ever deleted. */
    void recordedIn(File wav, long startNanos) {
        recordedIn(wav, startNanos, Collections.emptyList());
    }

    /**
     * Says in which file the recording begins, or goes on. Any thread.
     *
     * @param startNanos of the recording: the instant of the file's first frame
     * @param kept the files of the recording that have not been deleted since, with this one; if empty, all of them
     */
    void recordedIn(File wav, long startNanos, List<File> kept) {
        next.add(new Part(new CaptionFile(wav, startNanos), kept));
    }

    /**
     * Takes what a row has brought.
     *
     * @param last whether no more rows come
     */
    void follow(Moment moment, boolean last) {
        if (ended) {
            return;
        }
        try {
            if (current == null) {
                moveOn();
            }
            take(moment);
            moveOn(); // what goes on has to reach the end of its file first
            write(played(moment.row().atNanos()), last);
        } catch (IOException e) {
            trouble.accept("the captions end early: " + e.getMessage());
            close();
        }
        if (last) {
            close();
        }
    }

    /** Goes on in the newest file, and lets go of those whose recording is no more. */
    private void moveOn() throws IOException {
        for (Part part = next.poll(); part != null; part = next.poll()) {
            CaptionFile begun = part.captions;
            CaptionFile before = current;
            if (before != null) {
                before.cut(begun.startNanos()).forEach(begun::add);
                before.write();
                before.close();
            }
            current = begun;
            files.add(begun);
            List<File> kept = part.kept;
            files.removeIf(file -> isGone(file, kept));
        }
    }

    private static boolean isGone(CaptionFile file, List<File> kept) {
        File captions = file.file();
        boolean gone = !kept.isEmpty() && !kept.contains(file.wav());
        if (gone && captions != null) {
            captions.delete(); // somebody else may have taken it away, too
        }
        return gone;
    }

    private void take(Moment moment) {
        CaptionFile into = current;
        if (into == null) {
            return; // nothing is recorded
        }
        for (Occurrence occurrence : moment.row().occurrences()) {
            if (occurrence.kind() == Occurrence.Kind.MARKER) {
                long at = played(occurrence.startNanos());
                into.add(new Caption(at, at + MARKER_NANOS, "Marker: " + occurrence.text()));
            }
        }
        for (Finding finding : moment.findings()) {
            caption(finding, into).until(end(finding, moment.row().atNanos()));
        }
        for (Finding finding : moment.changes()) {
            if (finding.endNanos() != Finding.ONGOING) {
                Caption caption = caption(finding, into);
                caption.say(finding.toOccurrence().text()); // with its strongest evidence, as in the CSV
                caption.until(end(finding, finding.endNanos()));
                open.remove(key(finding));
            }
        }
    }

    private Caption caption(Finding finding, CaptionFile into) {
        Caption known = open.get(key(finding));
        if (known != null) {
            return known;
        }
        long start = played(finding.startNanos());
        Caption caption = new Caption(start, start, finding.toOccurrence().text());
        into.add(caption);
        open.put(key(finding), caption);
        return caption;
    }

    private long end(Finding finding, long nanos) {
        return Math.max(played(nanos), played(finding.startNanos()) + SHORTEST_NANOS);
    }

    private static String key(Finding finding) {
        return finding.fault() + "@" + finding.startNanos();
    }

    private void write(long nowNanos, boolean last) throws IOException {
        CaptionFile file = current;
        if (file == null || (nowNanos - writtenNanos < PERIOD_NANOS && !last)) {
            return;
        }
        writtenNanos = nowNanos;
        if (!file.isToWrite()) {
            return;
        }
        if (!file.wav().exists() || isDiskFull.test(file.wav())) {
            close(); // who takes the recording away has no use for its captions
        } else {
            file.write();
        }
    }

    private long played(long nanos) {
        return speed == 1 ? nanos : Math.round(nanos / speed);
    }

    /** No more captions; those that are there stay as they are. */
    @Override
    public void close() {
        ended = true;
        CaptionFile file = current;
        current = null;
        try {
            if (file != null) {
                file.close();
            }
        } catch (IOException e) {
            trouble.accept("the captions end early: " + e.getMessage());
        }
    }

    /** A file of the recording, and which of them there were when it began. */
    private static final class Part {
        private final CaptionFile captions;
        private final List<File> kept;

        Part(CaptionFile captions, List<File> kept) {
            this.captions = captions;
            this.kept = kept;
        }
    }
}
