package io.echotrace.probe;

import java.io.BufferedReader;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Which network interfaces of Linux count, so that each byte counts once. Left out are those that hand on what another
 * one carries: bridges, bonds, VLANs, VXLANs and redirection devices, and the host's ends of the cables to containers.
 * Inside a container its own end counts. From {@code /sys/class/net}.
 */
final class LinuxInterfaces {
    private static final List<String> STACKED = Arrays.asList("bridge", "bond", "vlan", "vxlan");
    private static final List<String> PREFIXES = Arrays.asList("veth", "cali", "ifb", "docker", "br-", "virbr");

    private final File folder;

    /** @param folder {@code /sys/class/net} */
    LinuxInterfaces(File folder) {
        this.folder = folder;
    }

    boolean counts(String name) {
        File device = new File(folder, name);
        for (String prefix : PREFIXES) {
            if (name.startsWith(prefix)) {
                return false;
            }
        }
        boolean virtualPort = exists(device, "brport") && !exists(device, "device");
        return !virtualPort && !exists(device, "bridge") && !exists(device, "bonding") && !isStacked(device);
    }

    private static boolean exists(File device, String child) {
        return new File(device, child).exists();
    }

    private static boolean isStacked(File device) {
        File uevent = new File(device, "uevent");
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(new FileInputStream(uevent), StandardCharsets.US_ASCII))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("DEVTYPE=") && STACKED.contains(line.substring("DEVTYPE=".length()))) {
                    return true;
                }
            }
        } catch (IOException e) { // no such file: nothing is known against this interface
            return false;
        }
        return false;
    }
}
