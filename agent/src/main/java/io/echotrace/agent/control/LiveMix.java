package io.echotrace.agent.control;

import io.echotrace.agent.option.Quantities;
import io.echotrace.session.Session;
import io.echotrace.voice.Mix;
import io.echotrace.voice.Stream;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Volume, mute and streams of what is played live, as they are changed while the host runs; a recording goes on as the
 * options say. Thread-safe.
 */
final class LiveMix {
    private static final Pattern NUMBER = Pattern.compile("[0-9.]+");

    private final Session session;
    private long wakeNanoTime;
    private boolean snoozing;

    LiveMix(Session session) {
        this.session = session;
    }

    synchronized String mute() {
        snoozing = false;
        session.mix(session.mix().withMute(true));
        return "muted; status still says what would be heard";
    }

    synchronized String unmute() {
        snoozing = false;
        session.mix(session.mix().withMute(false));
        return "heard again at volume " + volume(session.mix());
    }

    /** @throws RefusedException if the text is no time */
    synchronized String snooze(String time) throws RefusedException {
        try {
            if (NUMBER.matcher(time).matches()) {
                throw new IllegalArgumentException("it may be the number of a process");
            }
            long nanos = Quantities.duration(time).toNanos();
            boolean muted = session.mix().isMuted() && !snoozing;
            if (!muted) {
                wakeNanoTime = System.nanoTime() + nanos;
                snoozing = true;
                session.mix(session.mix().withMute(true));
            }
            return muted ? "muted already, until unmute" : "muted for " + time;
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw RefusedException.forTheSenderOnly(time + " is no time such as 60s or 10m");
        }
    }

    /** @throws RefusedException if the text is no volume */
    synchronized String volume(String percent) throws RefusedException {
        try {
            session.mix(session.mix().withVolume(Double.parseDouble(percent)));
            return "volume " + volume(session.mix());
        } catch (IllegalArgumentException e) {
            throw RefusedException.forTheSenderOnly(percent + " is no volume of 0 to 100");
        }
    }

    /** @throws RefusedException if there are no such streams */
    synchronized String only(String streams) throws RefusedException {
        try {
            session.mix(session.mix().withOnly(Stream.parse(streams)));
            return "heard: " + Stream.text(session.mix().heard());
        } catch (IllegalArgumentException e) {
            throw RefusedException.forTheSenderOnly(String.valueOf(e.getMessage()));
        }
    }

    /** To be called now and then: ends a snooze that is over. */
    synchronized void look() {
        if (snoozing && System.nanoTime() - wakeNanoTime >= 0) {
            unmute();
        }
    }

    /** What is not as usual, for status; empty when nothing is. */
    synchronized String description() {
        Mix mix = session.mix();
        StringBuilder text = new StringBuilder();
        if (mix.isMuted()) {
            text.append("muted");
            if (snoozing) {
                long left = TimeUnit.NANOSECONDS.toSeconds(wakeNanoTime - System.nanoTime());
                text.append(" for another ").append(Math.max(0, left)).append(" s");
            }
        } else if (mix.volume() != Mix.ALL.volume()) {
            text.append("volume ").append(volume(mix));
        }
        if (!mix.heard().equals(Stream.all())) {
            text.append(text.length() == 0 ? "" : ", ").append("only ").append(Stream.text(mix.heard()));
        }
        return text.toString();
    }

    private static String volume(Mix mix) {
        return Math.round(mix.volume()) + " %";
    }
}
