package io.echotrace.agent.host;

import io.echotrace.agent.file.ThisRun;
import io.echotrace.agent.option.Options;
import io.echotrace.agent.option.Settings;
import io.echotrace.agent.option.SettingsReader;
import java.io.File;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** What the agent finds when it is to start: how it was asked, and what host this is. Immutable. */
public final class AgentStart {
    private final Settings settings;
    private final HostCommand host;
    private final @Nullable File folder;
    private final Notices notices;

    private AgentStart(Settings settings, HostCommand host, @Nullable File folder) {
        this.settings = settings;
        this.host = host;
        this.folder = folder;
        this.notices = new Notices(System.err, settings.get(Options.QUIET));
    }

    /**
     * Reads the settings; never throws for what a user wrote.
     *
     * @param options the text behind the jar's name; null when there is none
     * @param folder where relative file names belong; null: the host's working folder
     */
    public static AgentStart read(@Nullable String options, @Nullable File folder) {
        Map<String, String> properties = systemProperties();
        Settings settings = SettingsReader.read(options, properties, System.getenv());
        return new AgentStart(settings, HostCommand.of(properties), folder);
    }

    public Settings settings() {
        return settings;
    }

    /** Where the user of the host reads of it. */
    public Notices notices() {
        return notices;
    }

    /** Why the agent is not to run in this JVM, although nothing went wrong; null if it is. */
    public @Nullable String reasonToStayOut() {
        if (!settings.get(Options.ENABLED)) {
            return "switched off by enabled=false ("
                    + settings.source(Options.ENABLED).description() + ")";
        }
        if (host.isJdkTool()) {
            return "this JVM runs a tool of the JDK";
        }
        return AotTraining.isThisJvm() ? "this JVM only trains an archive of classes" : null;
    }

    /** The session that is asked for. */
    public SessionPlan plan() {
        return new SessionPlan(settings, new ThisRun(host.shortName(), Instant.now()), folder);
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
