package io.echotrace.agent.attach;

import java.io.File;
import org.jspecify.annotations.Nullable;

/** The folder that the user is in, as another JVM sees it. */
public final class CallerFolder {
    private CallerFolder() {}

    /** The absolute path; null if that JVM, in a container or after chroot, has not got the folder. */
    public static @Nullable String seenBy(Jvm jvm) {
        String folder = new File("").getAbsolutePath();
        boolean isThere = !seesOtherFiles(jvm) || new LinuxProcess(jvm.pid()).shares(folder);
        return isThere ? folder : null;
    }

    /** Whether a path may mean another file to that JVM, which is in a container or has changed its root. */
    public static boolean seesOtherFiles(Jvm jvm) {
        return LinuxProcess.areShown() && new LinuxProcess(jvm.pid()).seesOtherFiles();
    }
}
