package io.echotrace.agent.host;

import java.lang.management.ManagementFactory;
import java.util.List;

/** Recognizes a JVM that only trains a class archive or an AOT cache: nobody listens to it. */
final class AotTraining {
    private static final String[] FLAGS = {
        "-XX:AOTMode=record", "-XX:AOTMode=create", "-XX:AOTCacheOutput=", "-XX:ArchiveClassesAtExit=", "-Xshare:dump",
    };

    private AotTraining() {}

    /** A runtime image without {@code java.management} cannot tell, and is taken for one that is listened to. */
    static boolean isThisJvm() {
        try {
            return isTraining(ManagementFactory.getRuntimeMXBean().getInputArguments());
        } catch (LinkageError noManagement) {
            return false;
        }
    }

    static boolean isTraining(List<String> jvmArguments) {
        for (String argument : jvmArguments) {
            for (String flag : FLAGS) {
                if (argument.startsWith(flag)) {
                    return true;
                }
            }
        }
        return false;
    }
}
