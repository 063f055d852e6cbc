package io.echotrace.probe;

import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The local file systems that can fill up, from the text of {@code /proc/self/mounts}: those on a device, each once, and
 * writable. So what only the kernel makes up, network file systems and images are left out, and never asked: a network
 * file system that is gone would hang. A container's layered root stands for itself only when nothing else is there.
 */
final class LinuxMounts {
    private static final List<String> IMAGES = Arrays.asList("squashfs", "iso9660", "udf", "erofs", "cramfs", "romfs");
    private static final List<String> WITHOUT_DEVICE = Arrays.asList("zfs", "btrfs", "bcachefs");

    private LinuxMounts() {}

    /** Where the file systems are mounted. */
    static List<File> local(String mounts) {
        List<File> local = new ArrayList<>();
        List<File> layered = new ArrayList<>();
        Set<String> sources = new HashSet<>();
        for (String line : mounts.split("\n", -1)) {
            String[] fields = line.split(" ", -1); // source, place, type, options, 0, 0
            if (fields.length < 4 || isReadOnly(fields[3])) {
                continue;
            }
            File place = new File(unescape(fields[1]));
            if (isLocal(fields[0], fields[2])) {
                if (sources.add(fields[0])) {
                    local.add(place);
                }
            } else if (fields[2].equals("overlay") && fields[1].equals("/")) {
                layered.add(place);
            }
        }
        return local.isEmpty() ? layered : local;
    }

    private static boolean isLocal(String source, String type) {
        boolean onDevice = source.startsWith("/dev/") && !type.equals("devtmpfs");
        return (onDevice && !IMAGES.contains(type)) || WITHOUT_DEVICE.contains(type);
    }

    private static boolean isReadOnly(String options) {
        return options.equals("ro") || options.startsWith("ro,");
    }

    /** Spaces and the like stand as a backslash and three octal digits. */
    private static String unescape(String place) {
        StringBuilder plain = new StringBuilder(place.length());
        for (int i = 0; i < place.length(); i++) {
            if (place.charAt(i) == '\\' && i + 3 < place.length()) {
                plain.append((char) Integer.parseInt(place.substring(i + 1, i + 4), 8));
                i += 3;
            } else {
                plain.append(place.charAt(i));
            }
        }
        return plain.toString();
    }
}
