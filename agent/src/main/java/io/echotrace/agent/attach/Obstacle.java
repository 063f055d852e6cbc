package io.echotrace.agent.attach;

import java.io.File;
import java.nio.file.Files;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a JVM cannot be attached to, as far as Linux shows before it is tried. Trying is not harmless: the attach API sends
 * SIGQUIT, which ends a process that does not handle it, and makes a JVM print a thread dump to its standard output if it does
 * not attach, cannot see the request (in a container), or is stopped and handles it too late.
 */
final class Obstacle {
    private static final String FLAG = "DisableAttachMechanism";

    private Obstacle() {}

    /** What follows after the name of the JVM: why it cannot be, and what to do; null if nothing is in the way. */
    static @Nullable String to(LinuxProcess jvm) {
        if (jvm.hasEnded()) {
            return "has just ended";
        }
        if (jvm.isStopped()) {
            return "is stopped, by a signal or a debugger: let it continue (kill -CONT " + jvm.pid()
                    + ") and try again";
        }
        if (!mayAttachTo(jvm)) {
            return "belongs to " + jvm.userName() + ": run this command as " + permitted(jvm.userName());
        }
        if (isDisabled(jvm)) {
            return "runs with -XX:+" + FLAG + ": start it with -javaagent:" + AgentJar.own() + " instead";
        }
        if (isOldJava() && isElsewhere(jvm)) {
            return "is in a container: run this command with Java 10 or newer, or in that container";
        }
        return jvm.outside(socket(jvm)).exists() ? null : toBeingAsked(jvm);
    }

    /** A JVM that nobody has attached to yet is asked to listen: it makes a socket in its /tmp then, nowhere else. */
    private static @Nullable String toBeingAsked(LinuxProcess jvm) {
        if (!jvm.handlesQuit()) {
            return "is not ready for attaching, and asking would end it: it still starts (try again), or runs with -Xrs";
        }
        boolean isShown = jvm.outside("/").exists();
        if (isShown && !Files.isWritable(jvm.outside("/tmp").toPath())) {
            return "has no /tmp that it may write to, where it would listen: mount one";
        }
        return null;
    }

    private static boolean mayAttachTo(LinuxProcess jvm) {
        int own = new LinuxProcess(0, new File("/proc/self")).userId();
        return own == jvm.userId() || (own == 0 && !isJava8());
    }

    private static String permitted(String user) {
        if (isJava8()) {
            return "that user (sudo -u " + user + " ...)";
        }
        return user.equals("root") ? "root (sudo ...)" : "root, or as that user (sudo -u " + user + " ...)";
    }

    /** The last of the options wins, and those of the command line come last. */
    private static boolean isDisabled(LinuxProcess jvm) {
        String options = jvm.variable("JAVA_TOOL_OPTIONS") + " " + jvm.variable("JDK_JAVA_OPTIONS") + " "
                + optionsOf(jvm.arguments()) + " " + jvm.variable("_JAVA_OPTIONS");
        return options.lastIndexOf("-XX:+" + FLAG) > options.lastIndexOf("-XX:-" + FLAG);
    }

    /** Without the arguments of the main class, which may contain anything. */
    private static String optionsOf(List<String> words) {
        String all = String.join(" ", words);
        String command = JavaCommand.of(words);
        return all.endsWith(command) ? all.substring(0, all.length() - command.length()) : all;
    }

    private static boolean isElsewhere(LinuxProcess jvm) {
        return jvm.pidInside() != jvm.pid() || !jvm.shares("/tmp");
    }

    private static String socket(LinuxProcess jvm) {
        return "/tmp/.java_pid" + jvm.pidInside();
    }

    private static boolean isOldJava() {
        return isJava8() || "9".equals(System.getProperty("java.specification.version"));
    }

    private static boolean isJava8() {
        return "1.8".equals(System.getProperty("java.specification.version"));
    }
}
