package io.echotrace.it.workshop;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What starts a program in a network of its own, so that programs beside each other do not hear each other's bytes. Needs
 * Linux and its administrator. The counters of interfaces are mounted anew, as mounted ones are those of the network they
 * were mounted in.
 */
final class OwnNetwork {
    private static final String ENTER = """
            set -e
            ip link set lo up
            own=$(mktemp -d)
            mount -t sysfs sysfs "$own"
            for part in class/net devices/virtual/net; do mount --bind "$own/$part" "/sys/$part"; done
            umount --lazy "$own"
            rmdir "$own"
            exec "$@"
            """;
    private static final List<String> STARTER =
            List.of("unshare", "--net", "--mount", "sh", "-c", ENTER, "own-network");
    private static final boolean POSSIBLE = isPossible();

    private OwnNetwork() {}

    /** The beginning of a program's command line; nothing where it cannot be done. */
    static String[] starter() {
        return POSSIBLE ? STARTER.toArray(String[]::new) : new String[0];
    }

    private static boolean isPossible() {
        List<String> command = new ArrayList<>(STARTER);
        command.add("true");
        try {
            File nowhere = new File(System.getProperty("os.name").startsWith("Windows") ? "NUL" : "/dev/null");
            int exitCode = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(nowhere)
                    .start()
                    .waitFor();
            if (exitCode != 0) {
                System.out.println("no networks of their own: programs hear each other's bytes");
            }
            return exitCode == 0;
        } catch (IOException e) {
            System.out.println("no networks of their own: " + e.getMessage());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
