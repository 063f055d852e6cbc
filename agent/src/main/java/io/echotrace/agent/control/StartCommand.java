package io.echotrace.agent.control;

import io.echotrace.agent.host.AgentStart;
import io.echotrace.agent.host.InternalPackage;
import io.echotrace.agent.option.Options;
import io.echotrace.agent.pattern.MethodPatterns;
import io.echotrace.agent.weave.MethodTiming;
import java.io.File;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.net.URLDecoder;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * {@code @start FOLDER OPTIONS}: starts the agent. The folder, where relative file names belong, is percent-encoded; {@code
 * -} means the host's own.
 */
final class StartCommand implements Command {
    static final String VERB = "start";

    private static final String NO_FOLDER = "-";
    private static final long REMOVAL_NANOS = TimeUnit.SECONDS.toNanos(2);
    /** A hung sound server is given up after two. */
    private static final long DECISION_SECONDS = 5;

    /** The rest of a start that names options alone. */
    static String withoutFolder(@Nullable String options) {
        return NO_FOLDER + ' ' + (options == null ? "" : options);
    }

    @Override
    public String verb() {
        return VERB;
    }

    @Override
    public String carryOut(Message message, Load load, Control control) throws RefusedException {
        AgentStart start = read(message.rest());
        String reason = start.reasonToStayOut();
        if (reason != null) {
            throw RefusedException.forTheSenderOnly(reason);
        }
        RunningAgent earlier = control.running();
        if (earlier != null) {
            throw alreadyRunning(earlier, start);
        }
        refuseIfStrict(start, control);
        try {
            return begin(start, message, load, control);
        } catch (RuntimeException | Error failure) {
            start.notices().debug(failure);
            throw refused(start, "not started, the application runs on: " + failure);
        }
    }

    private static String begin(AgentStart start, Message message, Load load, Control control) throws RefusedException {
        if (!start.complaints().isEmpty()) {
            start.notices().warn(start.complaints());
        }
        start.settings().all().forEach(setting -> start.notices().debug("option " + setting));
        InternalPackage.PERF.grant(load.instrumentation);
        RunningAgent agent = running(start, load, control);
        if (message.id() != null) { // else nobody waits for more than the lines on standard error
            agent.awaitDecision(TimeUnit.SECONDS.toNanos(DECISION_SECONDS));
            refuseIfInVain(agent, control);
        }
        return agent.description();
    }

    /** Methods come first, for which the host waits; the rest is slower, and it does not. */
    private static RunningAgent running(AgentStart start, Load load, Control control) {
        MethodTiming timing = timing(start, load);
        try {
            control.letHostRun();
            RunningAgent agent = new RunningAgent(start, load.nanoTime, timing, control);
            control.started(agent);
            return agent;
        } catch (RuntimeException | Error failure) {
            if (timing != null) {
                timing.remove(System.nanoTime() + REMOVAL_NANOS);
            }
            throw failure;
        }
    }

    /** What times methods, if any are asked for and this JVM lets us; else null. */
    private static @Nullable MethodTiming timing(AgentStart start, Load load) {
        MethodPatterns patterns = start.settings().find(Options.METHODS);
        try {
            return patterns == null
                    ? null
                    : MethodTiming.start(
                            load.instrumentation,
                            patterns,
                            start.settings().find(Options.METHODS_MAX_RATE),
                            start.notices());
        } catch (ReflectiveOperationException | IOException | RuntimeException | Error failure) {
            start.notices().warn("methods are not timed: " + reason(failure));
            start.notices().debug(failure);
            return null;
        }
    }

    /** Without the class where the words are ours: the JDK throws none of that very class. */
    private static String reason(Throwable failure) {
        String message = failure.getMessage();
        return message != null && failure.getClass() == ReflectiveOperationException.class
                ? message
                : failure.toString();
    }

    /** Who asked for a recording is not to believe that there is one. */
    private static void refuseIfInVain(RunningAgent agent, Control control) throws RefusedException {
        String reason = agent.reasonForNothing();
        if (reason != null) {
            control.detach();
            throw new RefusedException(reason);
        }
    }

    private static void refuseIfStrict(AgentStart start, Control control) throws RefusedException {
        String reason = start.reasonToRefuse();
        if (reason == null) {
            return;
        }
        if (start.isStrictWithTheHost()) {
            control.refuseHost();
            throw new RefusedException(reason); // at every level: why a host does not run, nobody could tell otherwise
        }
        throw refused(start, reason);
    }

    /** Nothing runs that could say it: how much is said, the start has been told. */
    private static RefusedException refused(AgentStart start, String reason) {
        return start.notices().areSilent() ? RefusedException.forTheSenderOnly(reason) : new RefusedException(reason);
    }

    private static AgentStart read(String rest) throws RefusedException {
        int blank = rest.indexOf(' ');
        String folder = blank < 0 ? rest : rest.substring(0, blank);
        String options = blank < 0 ? "" : rest.substring(blank + 1);
        return AgentStart.read(options, folder.isEmpty() || folder.equals(NO_FOLDER) ? null : decode(folder));
    }

    private static File decode(String folder) throws RefusedException {
        try {
            return new File(URLDecoder.decode(folder.replace("+", "%2B"), "UTF-8"));
        } catch (IllegalArgumentException | UnsupportedEncodingException e) {
            throw new RefusedException("the folder " + folder + " is not percent-encoded: " + e.getMessage());
        }
    }

    private static RefusedException alreadyRunning(RunningAgent agent, AgentStart start) {
        String reason = "already running in this JVM, as echotrace " + agent.version() + ": " + agent.description()
                + "; to start it with other options, detach it first";
        return refused(start, reason);
    }
}
