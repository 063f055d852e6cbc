package io.echotrace.agent.control;

import io.echotrace.agent.host.Notices;
import io.echotrace.agent.host.Privileged;
import io.echotrace.agent.option.LogLevel;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Carries out what loads ask for, one at a time, and answers in words. Nothing it meets is thrown at the host. */
final class Control {
    /** Less than the shutdown hook waits, so that what is complete by then is closed properly. */
    private static final long HOST_ENDS_PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final AgentProperties properties;
    private final AgentState state;
    private final Consumer<String> loads;
    private final Runnable hostMayRun;
    private volatile @Nullable RunningAgent running;
    private volatile boolean hostRefused;

    /**
     * @param loads takes a message as if it came by another load: later, on a thread of its own
     * @param hostMayRun is told when the host's main, if it waits, need not wait any longer
     */
    Control(AgentProperties properties, Consumer<String> loads, Runnable hostMayRun) {
        this.properties = properties;
        this.state = new AgentState(properties);
        this.loads = loads;
        this.hostMayRun = hostMayRun;
    }

    void take(Load load) {
        Privileged.run(() -> carryOut(load));
    }

    boolean isRunning() {
        return running != null;
    }

    /** The agent while it runs, else null. */
    @Nullable RunningAgent running() {
        return running;
    }

    /** @throws RefusedException if the agent does not run */
    RunningAgent required() throws RefusedException {
        RunningAgent agent = running;
        if (agent == null) {
            throw new RefusedException("not running in this JVM");
        }
        return agent;
    }

    /** What others read of the agent. */
    AgentState state() {
        return state;
    }

    void started(RunningAgent agent) {
        agent.start();
        running = agent; // not before: a host that ends stops what has begun
    }

    /** A session has ended by itself, as it was asked to: nothing of it is to stay. */
    void runIsOver() {
        loads.accept("@" + StopCommand.VERB + " " + StopCommand.IF_OVER);
    }

    /** The options are read, and the methods that they name are timed from here on. */
    void letHostRun() {
        hostMayRun.run();
    }

    /** Options are wrong, and the user would rather not have the host run with them. */
    void refuseHost() {
        hostRefused = true;
    }

    boolean isHostRefused() {
        return hostRefused;
    }

    /** Ends the agent and removes every trace of it; says in words what has become of its files. */
    String detach() throws RefusedException {
        RunningAgent agent = required();
        String outcome = agent.detach();
        running = null; // not before: until its files are complete a host that ends waits for them
        return outcome;
    }

    /** Completes the files as far as time allows; also while they are being completed by another thread. */
    void endWithHost() {
        RunningAgent agent = running;
        if (agent != null) {
            Privileged.run(() -> agent.stop(HOST_ENDS_PATIENCE_NANOS));
        }
    }

    private void carryOut(Load load) {
        Message message = Message.of(load.text);
        boolean done = false;
        String outcome;
        try {
            outcome = Commands.find(message.verb()).carryOut(message, load, this);
            done = true;
        } catch (RefusedException refused) {
            outcome = String.valueOf(refused.getMessage());
            sayIfNobodyElse(message, refused.isForTheSenderOnly(), outcome);
        } catch (Throwable failure) {
            outcome = "@" + message.verb() + " failed, the application runs on: " + failure;
            sayIfNobodyElse(message, false, outcome);
        }
        if (running == null) {
            state.clear(); // of a start that came half the way
        }
        if (message.id() != null) {
            properties.answer(message.id(), done, outcome);
        }
    }

    /** A sender that waits for the answer has it from there. */
    private void sayIfNobodyElse(Message message, boolean forTheSenderOnly, String outcome) {
        RunningAgent agent = running;
        if (message.id() == null && !forTheSenderOnly) {
            Notices notices = agent == null ? new Notices(System.err, LogLevel.WARN) : agent.notices();
            notices.warn(outcome);
        }
    }
}
