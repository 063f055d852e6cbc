package io.echotrace.agent.control;

import io.echotrace.agent.host.AgentStart;
import io.echotrace.agent.host.Notices;
import io.echotrace.agent.host.SessionPlan;
import io.echotrace.agent.weave.MethodTiming;
import io.echotrace.output.DaemonThread;
import io.echotrace.session.Session;
import io.echotrace.session.Status;
import io.echotrace.session.Version;
import java.io.File;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The agent while it runs: its session, and all that a detach has to remove from the host. */
final class RunningAgent {
    private static final long STOP_PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(5);
    /** With what the session may take, less than the ten seconds that an attacher waits for the answer. */
    private static final long DETACH_PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(7);

    private final SessionPlan plan;
    private final Notices notices;
    private final AgentState state;
    private final Session session;
    private final LiveMix liveMix;
    private final @Nullable MethodTiming timing;
    private final CountDownLatch decided = new CountDownLatch(1);
    /** Why it may come to nothing: what was in the way until it was decided where the sound goes. */
    private final Queue<String> obstacles = new ConcurrentLinkedQueue<>();

    private final long startNanoTime;
    private volatile boolean over;
    private volatile boolean detached;

    /**
     * @param startNanoTime where a recording begins
     * @param timing what times methods; null if nothing does
     */
    RunningAgent(AgentStart start, long startNanoTime, @Nullable MethodTiming timing, Control control) {
        this.plan = start.plan();
        this.notices = start.notices();
        this.state = control.state();
        this.startNanoTime = startNanoTime;
        this.timing = timing;
        state.starting(start.settings());
        this.session = plan.builder(this::trouble)
                .calls(timing == null ? Collections.emptyList() : timing.sources())
                .startNanoTime(startNanoTime)
                .onFailure(notices::debug)
                .onStart(this::decided)
                .onStatus(this::publish)
                .onEnd(ended -> {
                    over = true;
                    control.runIsOver();
                })
                .build();
        this.liveMix = new LiveMix(session);
    }

    void start() {
        session.start();
    }

    /** What is played live can be changed here. */
    LiveMix liveMix() {
        return liveMix;
    }

    boolean isPlaying() {
        return session.isPlaying();
    }

    /** Completes the files, within the patience. */
    void stop(long patienceNanos) {
        session.stop(patienceNanos);
    }

    /** Waits until it is decided where the sound goes, or until the patience is over; not at all while it is delayed. */
    void awaitDecision(long patienceNanos) {
        if (delayNanos() > 0) {
            return;
        }
        try {
            decided.await(patienceNanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            // nobody interrupts us for a reason of ours
        }
    }

    /** What it does, in words. */
    String description() {
        if (isDecided()) {
            return plan.describe(session);
        }
        long delay = delayNanos();
        return delay > 0 ? plan.announce(delay) : "starting";
    }

    /** Why it neither plays nor records, nor ever will; null if it does, or is yet to decide. */
    @Nullable String reasonForNothing() {
        if (!isDecided() || session.csv() != null || !session.destinations().isEmpty()) {
            return null;
        }
        return plan.describe(session) + (obstacles.isEmpty() ? "" : ": " + String.join("; ", obstacles));
    }

    String version() {
        return Version.text();
    }

    Notices notices() {
        return notices;
    }

    String mark(String text) {
        session.mark(text);
        return "marked at " + seconds();
    }

    String acknowledge() {
        session.acknowledge();
        return "acknowledged at " + seconds();
    }

    /** Whether its session has ended by itself, its duration being over. */
    boolean isOver() {
        return over;
    }

    /** Ends it and removes all it has put into the host: threads, listeners, published state. */
    String detach() {
        long deadline = System.nanoTime() + DETACH_PATIENCE_NANOS;
        Set<Thread> threads = new LinkedHashSet<>(DaemonThread.live());
        session.stop(STOP_PATIENCE_NANOS); // with it the probes go, and with them their listeners
        threads.addAll(DaemonThread.live()); // those that a start in full swing had yet to begin
        String changed = timing == null ? "" : timing.remove(deadline);
        String hanging = awaitEnd(threads, deadline);
        detached = true;
        state.clear();
        return "detached" + files() + hanging + changed;
    }

    private void publish(Status status) {
        liveMix.look();
        state.publish(status, session.isPlaying() ? liveMix.description() : "");
        if (timing != null) {
            state.publish(timing.look());
        }
    }

    /** What a thread that hung says long after the detach concerns nobody. */
    private void trouble(String line) {
        if (detached) {
            return;
        }
        if (!isDecided()) {
            obstacles.add(line);
        }
        notices.warn(line);
    }

    private boolean isDecided() {
        return decided.getCount() == 0;
    }

    /** How long until it begins; zero or less when it has begun. */
    private long delayNanos() {
        return plan.delayNanos() - (System.nanoTime() - startNanoTime);
    }

    private void decided(Session started) {
        state.running(started);
        decided.countDown();
        notices.say(plan.describe(started));
    }

    private String files() {
        File csv = session.csv();
        List<File> wavs = session.wavs();
        if (!wavs.isEmpty()) {
            return "; recording complete: " + wavs.get(wavs.size() - 1);
        }
        return csv == null ? "" : "; measurements complete: " + csv;
    }

    /** A sound server that hangs holds its thread, and so the loader of these classes, until it comes back. */
    private static String awaitEnd(Set<Thread> threads, long deadline) {
        StringBuilder hanging = new StringBuilder();
        for (Thread thread : threads) {
            try {
                thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime())));
            } catch (InterruptedException e) {
                // nobody interrupts us for a reason of ours
            }
            if (thread.isAlive()) {
                hanging.append("; still waiting for ").append(thread.getName());
            }
        }
        return hanging.toString();
    }

    private String seconds() {
        return String.format(Locale.ROOT, "%.1f s", session.seconds());
    }
}
