package io.echotrace.agent.attach;

import java.io.File;
import org.jspecify.annotations.Nullable;

/** The agent's jar as the other JVM sees it, checked before that is to load it. */
final class JarThere {
    private final String path;

    private JarThere(String path) {
        this.path = path;
    }

    /**
     * @param given the path as the JVM sees it; null for the jar that runs this
     * @throws AttachException if the JVM cannot load a jar with this path, as far as can be seen
     */
    static JarThere of(Jvm jvm, @Nullable String given) throws AttachException {
        String path = given == null ? AgentJar.own() : given;
        if (path.indexOf('=') >= 0) {
            throw new AttachException(
                    "a JVM cannot load an agent whose path contains '=': copy " + path + " elsewhere");
        }
        LinuxProcess process = new LinuxProcess(jvm.pid());
        if (LinuxProcess.areShown()
                && process.seesOtherFiles()
                && !process.outside(path).isFile()) {
            throw new AttachException(notInContainer(jvm, path, process.outside("/tmp")));
        }
        return new JarThere(path);
    }

    String path() {
        return path;
    }

    private static String notInContainer(Jvm jvm, String path, File folder) {
        String own = AgentJar.own();
        String there = "/tmp/" + new File(own).getName();
        return jvm + " is in a container that has no " + path + ": copy the jar there (cp " + own + " " + folder
                + "/),\nand add --jar " + there + " to this command";
    }
}
