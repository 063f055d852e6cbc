package io.echotrace.agent.host;

import io.echotrace.agent.file.ThisRun;
import io.echotrace.agent.option.Globs;
import io.echotrace.agent.option.LogLevel;
import io.echotrace.agent.option.Options;
import io.echotrace.agent.option.Settings;
import io.echotrace.agent.option.SettingsReader;
import io.echotrace.session.Session;
import java.lang.instrument.Instrumentation;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Starts the agent in its host. Called by the boot classes, which know it as two functions only: from options and
 * instrumentation to what ends the agent, or to null when it is not to run here; and whether the host is not to run
 * either, because options are wrong and {@code strict} is set.
 */
public final class AgentStart
        implements BiFunction<@Nullable String, Instrumentation, @Nullable Runnable>, BooleanSupplier {
    /** Less than the shutdown hook waits, so that what is complete by then is closed properly. */
    private static final long STOP_PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private static boolean running;

    private final long startNanoTime;
    private boolean refused;

    /** @param startNanoTime when the JVM entered the agent: there the run's time begins */
    public AgentStart(long startNanoTime) {
        this.startNanoTime = startNanoTime;
    }

    @Override
    public @Nullable Runnable apply(@Nullable String arguments, Instrumentation instrumentation) {
        return Privileged.call(() -> {
            synchronized (AgentStart.class) {
                return start(arguments, instrumentation);
            }
        });
    }

    /**
     * Whether the host is to end, if its main has not begun. In a file {@code strict} cannot demand that: main does not
     * wait until files are read.
     */
    @Override
    public boolean getAsBoolean() {
        return refused;
    }

    private @Nullable Runnable start(@Nullable String arguments, Instrumentation instrumentation) {
        Map<String, String> properties = systemProperties();
        Settings settings = SettingsReader.read(arguments, properties, System.getenv());
        HostCommand host = HostCommand.of(properties);
        Notices notices = new Notices(System.err, level(settings));
        String absence = absence(settings, host);
        if (absence != null) {
            notices.debug("not started: " + absence);
            return null;
        }
        if (running) {
            notices.warn("already running in this JVM");
            return null;
        }
        String complaints = String.join("; ", settings.complaints());
        if (!complaints.isEmpty() && settings.get(Options.STRICT)) {
            refused = settings.source(Options.STRICT).isPartOfTheCommand();
            notices.refuse("not started, because strict is set and " + complaints);
            return null;
        }
        running = true;
        if (!complaints.isEmpty()) {
            notices.warn(complaints);
        }
        settings.all().forEach(setting -> notices.debug("option " + setting));
        PerfAccess.grant(instrumentation);
        return start(new SessionPlan(settings, thisRun(host)), notices);
    }

    private Runnable start(SessionPlan plan, Notices notices) {
        Session session = plan.builder()
                .startNanoTime(startNanoTime)
                .onTrouble(notices::warn)
                .onFailure(notices::debug)
                .onStart(started -> notices.say(plan.describe(started)))
                .onEnd(ended -> end(notices))
                .build();
        session.start();
        return () -> Privileged.run(() -> session.stop(STOP_PATIENCE_NANOS));
    }

    private static void end(Notices notices) {
        synchronized (AgentStart.class) {
            running = false;
        }
        notices.debug("the run is over");
    }

    /** Why nobody wants to hear this JVM; null when somebody may. */
    private static @Nullable String absence(Settings settings, HostCommand host) {
        Globs skipped = settings.find(Options.SKIP);
        if (!settings.get(Options.ENABLED)) {
            return "enabled=false";
        }
        if (skipped != null && host.matches(skipped)) {
            return "this is " + host.shortName() + ", which is to be skipped";
        }
        if (host.isJdkTool()) {
            return "this is a tool of the JDK, or runs no main class";
        }
        return AotTraining.isThisJvm() ? "this JVM trains a class archive" : null;
    }

    private static LogLevel level(Settings settings) {
        return settings.get(Options.QUIET) ? LogLevel.OFF : settings.get(Options.LOG);
    }

    private static ThisRun thisRun(HostCommand host) {
        return new ThisRun(host.shortName(), Instant.now());
    }

    private static Map<String, String> systemProperties() {
        Properties properties = System.getProperties();
        Map<String, String> texts = new HashMap<>();
        for (String name : properties.stringPropertyNames()) {
            texts.put(name, properties.getProperty(name, ""));
        }
        return texts;
    }
}
