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

    private final @Nullable String command;
    private final boolean startedByLauncher;

    private HostCommand(@Nullable String command, boolean startedByLauncher) {
        this.command = command;
        this.startedByLauncher = startedByLauncher;
    }

    public static HostCommand of(Map<String, String> properties) {
        return new HostCommand(properties.get("sun.java.command"), properties.containsKey("sun.java.launcher"));
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
        int slash = main.indexOf('/');
        if (slash > 0 && (main.startsWith("jdk.") || main.startsWith("java."))) {
            return true; // MODULE/CLASS, with a module of the JDK
        }
        for (String prefix : TOOL_PACKAGES) {
            if (main.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }

    /**
     * A short name for files: the main class without its package, or the jar without its ending; {@code surefire} for a
     * test JVM that Maven has forked, {@code java} when unknown.
     */
    public String shortName() {
        if (command == null || command.isEmpty()) {
            return "java";
        }
        if (command.contains("surefirebooter") || command.contains("surefire.booter.ForkedBooter")) {
            return "surefire";
        }
        String main = mainOrJar(command);
        if (main.endsWith(".jar")) {
            String file = main.substring(Math.max(main.lastIndexOf('/'), main.lastIndexOf('\\')) + 1);
            return file.substring(0, file.length() - ".jar".length());
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
