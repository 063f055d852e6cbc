package io.echotrace.agent.attach;

import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A process as Linux shows it in {@code /proc}. Each call reads anew, for the process may end at any moment; what cannot be read
 * is empty or null. Threads and command lines are shown to every user, all else to the owner and to root only.
 */
final class LinuxProcess {
    private static final File PROC = new File("/proc");
    private static final int SIGQUIT = 3;

    private final int pid;
    private final File folder;

    LinuxProcess(int pid) {
        this(pid, new File(PROC, String.valueOf(pid)));
    }

    /** For tests: a folder that looks like one of {@code /proc}. */
    LinuxProcess(int pid, File folder) {
        this.pid = pid;
        this.folder = folder;
    }

    /** Whether this system shows its processes in {@code /proc}. */
    static boolean areShown() {
        return new File(PROC, "self/status").exists();
    }

    /** All processes of the system, or of the container that this JVM runs in. */
    static List<LinuxProcess> all() {
        List<LinuxProcess> all = new ArrayList<>();
        for (String name : names(PROC)) {
            if (name.matches("[0-9]{1,9}")) {
                all.add(new LinuxProcess(Integer.parseInt(name)));
            }
        }
        all.sort((a, b) -> Integer.compare(a.pid, b.pid));
        return all;
    }

    int pid() {
        return pid;
    }

    boolean exists() {
        return new File(folder, "status").exists();
    }

    /** Whether it has ended, or is about to: a zombie. */
    boolean hasEnded() {
        String state = status("State");
        return state.isEmpty() || state.startsWith("Z") || state.startsWith("X");
    }

    /** Whether it was stopped by a signal or a debugger. */
    boolean isStopped() {
        return status("State").toUpperCase(Locale.ROOT).startsWith("T");
    }

    /** The effective user id; -1 if unknown. */
    int userId() {
        String[] ids = status("Uid").split("\\s+");
        return ids.length > 1 ? Integer.parseInt(ids[1]) : -1;
    }

    /** The name of that user, or the id where it has none. */
    String userName() {
        try {
            return Files.getOwner(folder.toPath()).getName();
        } catch (IOException | UnsupportedOperationException e) {
            return String.valueOf(userId());
        }
    }

    /** Its id in its own, innermost process id namespace: another one in a container. */
    int pidInside() {
        String[] ids = status("NSpid").split("\\s+");
        String innermost = ids[ids.length - 1];
        return innermost.isEmpty() ? pid : Integer.parseInt(innermost);
    }

    /** Whether it handles SIGQUIT, which otherwise would end it. */
    boolean handlesQuit() {
        String mask = status("SigCgt");
        return !mask.isEmpty() && (Long.parseUnsignedLong(mask, 16) >> (SIGQUIT - 1) & 1) != 0;
    }

    /** Whether one of its threads has a name that begins so; Linux keeps the first 15 bytes. */
    boolean hasThread(String prefix) {
        File tasks = new File(folder, "task");
        for (String task : names(tasks)) {
            if (text(new File(tasks, task + "/comm")).startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }

    /** The words of its command line. */
    List<String> arguments() {
        return words(new File(folder, "cmdline"));
    }

    /** The value of one of the environment variables it was started with; empty if it has none, or may not be read. */
    String variable(String name) {
        for (String word : words(new File(folder, "environ"))) {
            if (word.startsWith(name + "=")) {
                return word.substring(name.length() + 1);
            }
        }
        return "";
    }

    /** The first file mapped into its memory that has this name, as the process itself sees it; null if there is none. */
    @Nullable String mapped(String name) {
        for (String line : text(new File(folder, "maps")).split("\n")) {
            if (line.endsWith("/" + name)) {
                return line.substring(line.indexOf('/'));
            }
        }
        return null;
    }

    /** Where this JVM finds a file that the process sees under the path. */
    File outside(String path) {
        return new File(folder, "root" + path);
    }

    /** Whether the process sees the same file or folder as this JVM under the path. */
    boolean shares(String path) {
        try {
            return Files.isSameFile(outside(path).toPath(), new File(path).toPath());
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether it may see other files under the same paths: in a container, or after chroot. */
    boolean seesOtherFiles() {
        return !link("ns/mnt").equals(link(new File(PROC, "self/ns/mnt")))
                || !link("root").equals("/");
    }

    private String status(String key) {
        for (String line : text(new File(folder, "status")).split("\n")) {
            if (line.startsWith(key + ":")) {
                return line.substring(key.length() + 1).trim();
            }
        }
        return "";
    }

    private String link(String name) {
        return link(new File(folder, name));
    }

    private static String link(File file) {
        try {
            Path target = Files.readSymbolicLink(file.toPath());
            return target.toString();
        } catch (IOException e) {
            return "";
        }
    }

    private static List<String> words(File file) {
        String text = text(file);
        return text.isEmpty() ? Collections.emptyList() : Arrays.asList(text.split("\0"));
    }

    private static String text(File file) {
        try {
            return new String(Files.readAllBytes(file.toPath()), Charset.defaultCharset());
        } catch (IOException e) {
            return "";
        }
    }

    private static String[] names(File folder) {
        String[] names = folder.list();
        return names == null ? new String[0] : names;
    }
}
