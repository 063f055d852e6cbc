package io.echotrace.agent.host;

import io.echotrace.agent.file.ThisRun;
import io.echotrace.agent.option.Options;
import io.echotrace.agent.option.Settings;
import io.echotrace.agent.option.SettingsReader;
import java.lang.instrument.Instrumentation;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Starts the agent in its host. Called by the boot classes, which know it as a function only: from options and
 * instrumentation to what ends the agent, or to null when it is not to run here. Never throws.
 */
public final class AgentStart implements BiFunction<@Nullable String, Instrumentation, @Nullable Runnable> {
    private static boolean running;

    @Override
    public @Nullable Runnable apply(@Nullable String arguments, Instrumentation instrumentation) {
        synchronized (AgentStart.class) {
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
            return start(
                    settings,
                    new ThisRun(host.shortName(), LocalDateTime.now(ZoneId.systemDefault())),
                    instrumentation,
                    notices);
        }
    }

    private static Map<String, String> systemProperties() {
        Properties properties = System.getProperties();
        Map<String, String> texts = new HashMap<>();
        for (String name : properties.stringPropertyNames()) {
            texts.put(name, properties.getProperty(name, ""));
        }
        return texts;
    }

    private static Runnable start(Settings settings, ThisRun run, Instrumentation instrumentation, Notices notices) {
        if (!settings.complaints().isEmpty()) {
            notices.say(String.join("; ", settings.complaints()));
        }
        PerfAccess.grant(instrumentation);
        OutputPlan plan = OutputPlan.of(settings, run, name -> false);
        notices.say(plan.describe());
        return () -> {};
    }
}
