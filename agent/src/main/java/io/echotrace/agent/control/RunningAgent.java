package io.echotrace.agent.control;

import io.echotrace.agent.host.AgentStart;
import io.echotrace.agent.host.Notices;
import io.echotrace.agent.host.SessionPlan;
import io.echotrace.output.DaemonThread;
import io.echotrace.session.Session;
import io.echotrace.session.Version;
import java.io.File;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The agent while it runs: its session, and all that a detach has to remove from the host. */
final class RunningAgent {
    private static final long STOP_PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final long THREAD_PATIENCE_MILLIS = 1000;

    private final SessionPlan plan;
    private final Notices notices;
    private final AgentState state;
    private final Session session;
    private final CountDownLatch decided = new CountDownLatch(1);

    /** @param startNanoTime where a recording begins */
    RunningAgent(AgentStart start, long startNanoTime, AgentState state) {
        this.plan = start.plan();
        this.notices = start.notices();
        this.state = state;
        state.starting(start.settings());
        this.session = plan.builder()
                .startNanoTime(startNanoTime)
                .onTrouble(notices::say)
                .onStart(this::decided)
                .onStatus(state::publish)
                .build();
    }

    void start() {
        session.start();
    }

    /** Completes the files, within the patience. */
    void stop(long patienceNanos) {
        session.stop(patienceNanos);
    }

    /** Waits until it is decided where the sound goes, or until the patience is over. */
    void awaitDecision(long patienceNanos) {
        try {
            decided.await(patienceNanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            // nobody interrupts us for a reason of ours
        }
    }

    /** What it does, in words. */
    String description() {
        return decided.getCount() == 0 ? plan.describe(session) : "starting";
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

    /** Ends it and removes all it has put into the host: threads, listeners, published state. */
    String detach() {
        Set<Thread> threads = new LinkedHashSet<>(DaemonThread.live());
        session.stop(STOP_PATIENCE_NANOS); // with it the probes go, and with them their listeners
        threads.addAll(DaemonThread.live()); // those that a start in full swing had yet to begin
        String hanging = awaitEnd(threads);
        state.clear();
        String outcome = "detached" + files() + hanging;
        notices.say(outcome);
        return outcome;
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
    private static String awaitEnd(Set<Thread> threads) {
        StringBuilder hanging = new StringBuilder();
        for (Thread thread : threads) {
            try {
                thread.join(THREAD_PATIENCE_MILLIS);
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
