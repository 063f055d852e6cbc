package io.echotrace.it.jvm;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Says how a {@link TargetJvm} is to be started. Each start is a JVM of its own. */
public final class JvmLauncher {
    /** The jar under test. */
    public static final Path AGENT =
            Path.of(System.getProperty("echotrace.jar")).toAbsolutePath().normalize();

    /** The host programs. */
    public static final Path HOSTS = Path.of(System.getProperty("host.jar"));

    private final Path jdk;
    private final Path folder;
    private final List<String> jvmOptions = new ArrayList<>();
    private final List<String> starter = new ArrayList<>();
    private final Map<String, String> environment = new HashMap<>();
    private Path hosts = HOSTS;
    private Path commandLine = AGENT;

    /** @param folder the working folder of the JVMs */
    public JvmLauncher(Path jdk, Path folder) {
        this.jdk = jdk;
        this.folder = folder;
    }

    /** With the agent and these options; given twice, it is loaded twice. */
    public JvmLauncher agent(String options) {
        return jvmOption(agentOption(options));
    }

    public JvmLauncher jvmOption(String option) {
        jvmOptions.add(option);
        return this;
    }

    public JvmLauncher variable(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** Lets this program start the JVMs, such as setpriv; it gets their command line. */
    public JvmLauncher startedBy(String... program) {
        starter.addAll(List.of(program));
        return this;
    }

    /** Takes the host programs from this copy of their jar. */
    public JvmLauncher hostsIn(Path jar) {
        hosts = jar;
        return this;
    }

    /** Takes the command line from this copy of the jar under test. */
    public JvmLauncher commandLineIn(Path jar) {
        commandLine = jar;
        return this;
    }

    /** Runs a host program to its end. */
    public Outcome run(Class<?> main, String... arguments) throws IOException {
        try (TargetJvm jvm = start(main, arguments)) {
            return jvm.awaitEnd();
        }
    }

    /** Starts a host program. */
    public TargetJvm start(Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("-cp", hosts.toString(), main.getName()));
        command.addAll(List.of(arguments));
        return java(command);
    }

    /** Runs the jar's command line to its end. */
    public Outcome commandLine(String... arguments) throws IOException {
        try (TargetJvm jvm = startCommandLine(arguments)) {
            return jvm.awaitEnd();
        }
    }

    /** Starts the jar's command line. */
    public TargetJvm startCommandLine(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("-jar", commandLine.toString()));
        command.addAll(List.of(arguments));
        return java(command);
    }

    /** Runs a program of the JDK's bin folder to its end. */
    public Outcome tool(String name, String... arguments) throws IOException {
        List<String> command =
                new ArrayList<>(List.of(jdk.resolve("bin").resolve(name).toString()));
        command.addAll(List.of(arguments));
        try (TargetJvm jvm = process(command)) {
            return jvm.awaitEnd();
        }
    }

    /** The JVM option that loads the agent. */
    public static String agentOption(String options) {
        return "-javaagent:" + AGENT + (options.isEmpty() ? "" : "=" + options);
    }

    private TargetJvm java(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(jdk.resolve("bin" + File.separator + "java").toString());
        command.addAll(jvmOptions);
        command.addAll(arguments);
        return process(command);
    }

    private TargetJvm process(List<String> command) throws IOException {
        List<String> all = new ArrayList<>(starter);
        all.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(all).directory(folder.toFile());
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        builder.environment().putAll(environment);
        return TargetJvm.start(builder);
    }
}
