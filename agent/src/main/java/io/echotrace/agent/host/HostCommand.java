package io.echotrace.agent.host;

import io.echotrace.agent.option.Globs;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the host runs: its main class or jar, and whether that is a tool of the JDK. Immutable. */
public final class HostCommand {
    private static final String[] TOOL_PACKAGES = {
        "com.sun.corba.se.",
        "com.sun.java.util.jar.pack.",
        "com.sun.tools.",
        "jdk.internal.jrtfs.",
        "jdk.internal.jshell.",
        "jdk.jfr.internal.tool.",
        "jdk.nashorn.tools.",
        "jdk.tools.",
        "sun.applet.",
        "sun.jvm.hotspot.",
        "sun.rmi.",
        "sun.security.tools.",
        "sun.tools.",
    };

    /** What the classes begin with that are the main class of a module of the JDK. */
    private static final String[] JDK_PACKAGES = {"com.sun.", "jdk.", "sun."};

    /** Runs a program from its source, {@code java App.java}: in the module jdk.compiler, but nobody's tool. */
    private static final String SOURCE_LAUNCHER = "jdk.compiler/com.sun.tools.javac.launcher.";

    private static final String SOURCE = ".java";

    private final @Nullable String command;
    private final boolean startedByLauncher;

    private HostCommand(@Nullable String command, boolean startedByLauncher) {
        this.command = command;
        this.startedByLauncher = startedByLauncher;
    }

    public static HostCommand of(Map<String, String> properties) {
        String command = properties.get("sun.java.command");
        if (command != null && command.startsWith(SOURCE_LAUNCHER)) {
            command = command.substring(firstWord(command).length()).trim();
        }
        return new HostCommand(command, properties.containsKey("sun.java.launcher"));
    }

    /**
     * Whether nobody wants to hear this JVM: a tool such as javac, jcmd or keytool, which got the agent by
     * JAVA_TOOL_OPTIONS, or {@code java -version}, which runs no main at all.
     */
    boolean isJdkTool() {
        if (command == null) {
            return startedByLauncher;
        }
        String main = firstWord(command);
        if (main.endsWith(".jar") || main.endsWith(SOURCE)) {
            return false; // whatever its folder is called
        }
        int slash = main.indexOf('/');
        if (slash > 0 && (main.startsWith("jdk.") || main.startsWith("java."))) {
            return beginsWithOneOf(JDK_PACKAGES, main.substring(slash + 1)); // MODULE/CLASS, with a module of the JDK
        }
        return beginsWithOneOf(TOOL_PACKAGES, main);
    }

    private static boolean beginsWithOneOf(String[] prefixes, String text) {
        for (String prefix : prefixes) {
            if (text.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }

    /**
     * A short name for files: the main class without its package, or the jar or source without its ending; {@code
     * surefire} for a test JVM that Maven has forked, {@code java} when unknown.
     */
    public String shortName() {
        if (command == null || command.isEmpty()) {
            return "java";
        }
        if (command.contains("surefirebooter") || command.contains("surefire.booter.ForkedBooter")) {
            return "surefire";
        }
        String main = mainOrJar(command);
        if (main.endsWith(".jar") || main.endsWith(SOURCE)) {
            String file = main.substring(Math.max(main.lastIndexOf('/'), main.lastIndexOf('\\')) + 1);
            return file.substring(0, file.lastIndexOf('.'));
        }
        return main.substring(Math.max(main.lastIndexOf('.'), main.lastIndexOf('/')) + 1);
    }

    /** Whether one of the patterns is the short name, or the full one of the main class or jar. */
    boolean matches(Globs patterns) {
        if (patterns.match(shortName())) {
            return true;
        }
        String main = command == null ? "" : mainOrJar(command);
        int slash = Math.max(main.lastIndexOf('/'), main.lastIndexOf('\\')); // of a path, or behind a module
        return patterns.match(main) || patterns.match(main.substring(slash + 1));
    }

    /** The jar's path may hold spaces, which the command line does not mark. */
    private static String mainOrJar(String command) {
        int jarEnd = (command + " ").indexOf(".jar ");
        String first = firstWord(command);
        boolean pathWithSpaces = jarEnd >= 0 && (first.indexOf('/') >= 0 || first.indexOf('\\') >= 0);
        return pathWithSpaces ? command.substring(0, jarEnd + ".jar".length()) : first;
    }

    private static String firstWord(String text) {
        int space = text.indexOf(' ');
        return space < 0 ? text : text.substring(0, space);
    }
}
