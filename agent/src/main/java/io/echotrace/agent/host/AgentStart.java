package io.echotrace.agent.host;

import io.echotrace.agent.file.ThisRun;
import io.echotrace.agent.option.Globs;
import io.echotrace.agent.option.LogLevel;
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
        this.notices = new Notices(System.err, level(settings));
    }

    /**
     * Reads the settings; never throws for what a user wrote.
     *
     * @param options the text behind the jar's name; null when there is none
     * @param folder where relative file names belong; null: the host's working folder
     */
    public static AgentStart read(@Nullable String options, @Nullable File folder) {
        Map<String, String> properties = systemProperties();
        Settings settings = SettingsReader.read(options, properties, System.getenv(), folder);
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
        Globs skipped = settings.find(Options.SKIP);
        if (skipped != null && host.matches(skipped)) {
            return "this is " + host.shortName() + ", which is to be skipped";
        }
        if (host.isJdkTool()) {
            return "this JVM runs a tool of the JDK, or no main class";
        }
        return AotTraining.isThisJvm() ? "this JVM only trains an archive of classes" : null;
    }

    /** Why the agent must not start although it could: options are wrong, and the user is strict about that; or null. */
    public @Nullable String reasonToRefuse() {
        return !settings.complaints().isEmpty() && settings.get(Options.STRICT)
                ? "not started, because strict is set and " + complaints()
                : null;
    }

    /**
     * Whether the host is not to run either when the agent refuses. In a file {@code strict} cannot demand that: main does
     * not wait until files are read.
     */
    public boolean isStrictWithTheHost() {
        return settings.source(Options.STRICT).isPartOfTheCommand();
    }

    /** What could not be understood, in one sentence; empty if all was. */
    public String complaints() {
        return String.join("; ", settings.complaints());
    }

    /** The session that is asked for. */
    public SessionPlan plan() {
        return new SessionPlan(settings, new ThisRun(host.shortName(), Instant.now()), folder);
    }

    private static LogLevel level(Settings settings) {
        return settings.get(Options.QUIET) ? LogLevel.OFF : settings.get(Options.LOG);
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
