package io.echotrace.agent.host;

import io.echotrace.agent.file.ThisRun;
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
import org.jspecify.annotations.Nullable;

/**
 * Starts the agent in its host. Called by the boot classes, which know it as a function only: from options and
 * instrumentation to what ends the agent, or to null when it is not to run here.
 */
public final class AgentStart implements BiFunction<@Nullable String, Instrumentation, @Nullable Runnable> {
    /** Less than the shutdown hook waits, so that what is complete by then is closed properly. */
    private static final long STOP_PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private static boolean running;

    private final long startNanoTime;

    /** @param startNanoTime when the JVM entered the agent: there the run's time begins */
    public AgentStart(long startNanoTime) {
        this.startNanoTime = startNanoTime;
    }

    @Override
    public @Nullable Runnable apply(@Nullable String arguments, Instrumentation instrumentation) {
        return Privileged.call(() -> start(arguments, instrumentation, startNanoTime));
    }

    private static synchronized @Nullable Runnable start(
            @Nullable String arguments, Instrumentation instrumentation, long startNanoTime) {
        Map<String, String> properties = systemProperties();
        Settings settings = SettingsReader.read(arguments, properties, System.getenv());
        HostCommand host = HostCommand.of(properties);
        if (!settings.get(Options.ENABLED) || host.isJdkTool() || AotTraining.isThisJvm()) {
            return null;
        }
        Notices notices = new Notices(System.err, settings.get(Options.QUIET));
        if (running) {
            notices.say("already running in this JVM");
            return null;
        }
        running = true;
        if (!settings.complaints().isEmpty()) {
            notices.say(String.join("; ", settings.complaints()));
        }
        PerfAccess.grant(instrumentation);
        return start(new SessionPlan(settings, thisRun(host)), startNanoTime, notices);
    }

    private static Runnable start(SessionPlan plan, long startNanoTime, Notices notices) {
        Session session = plan.builder()
                .startNanoTime(startNanoTime)
                .onTrouble(notices::say)
                .onStart(started -> notices.say(plan.describe(started)))
                .build();
        session.start();
        return () -> Privileged.run(() -> session.stop(STOP_PATIENCE_NANOS));
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
