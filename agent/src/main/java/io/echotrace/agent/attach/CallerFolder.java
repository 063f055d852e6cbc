package io.echotrace.agent.attach;

import java.io.File;
import org.jspecify.annotations.Nullable;

/** The folder that the user is in, as another JVM sees it. */
public final class CallerFolder {
    private CallerFolder() {}

    /** The absolute path; null if that JVM, in a container or after chroot, has not got the folder. */
    public static @Nullable String seenBy(Jvm jvm) {
        String folder = new File("").getAbsolutePath();
        LinuxProcess process = new LinuxProcess(jvm.pid());
        boolean isThere = !LinuxProcess.areShown() || !process.seesOtherFiles() || process.shares(folder);
        return isThere ? folder : null;
    }
}
