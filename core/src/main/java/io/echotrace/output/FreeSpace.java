package io.echotrace.output;

import java.io.File;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Keeps recordings from filling a disk: writers ask it every few seconds and end when less than 1 GB or less than 5 % of
 * the disk is free for them. It says so in one line for all files of a folder. It stays with that: space
 * that comes back is not taken again. Asking costs a call of the operating system, and hangs with a disk that hangs, so only
 * threads that write to the disk ask. Thread-safe.
 */
public final class FreeSpace {
    /** How often to ask. */
    public static final long PERIOD_NANOS = 5_000_000_000L;

    private static final long LEAST_BYTES = 1_000_000_000L;
    private static final double LEAST_SHARE = 0.05;

    private final ToLongFunction<File> usableBytes;
    private final ToLongFunction<File> totalBytes;
    private final Consumer<String> trouble;
    private final Set<File> told = ConcurrentHashMap.newKeySet();

    /** @param trouble is told, once a folder and on the asking thread, why nothing is written there any more */
    public FreeSpace(Consumer<String> trouble) {
        this(File::getUsableSpace, File::getTotalSpace, trouble);
    }

    FreeSpace(ToLongFunction<File> usableBytes, ToLongFunction<File> totalBytes, Consumer<String> trouble) {
        this.usableBytes = usableBytes;
        this.totalBytes = totalBytes;
        this.trouble = trouble;
    }

    /** Whether so little is free that nothing more may be written to the file, which need not exist yet. */
    public boolean isShort(File file) {
        File folder = nearestFolder(file);
        long total = folder == null ? 0 : totalBytes.applyAsLong(folder);
        if (folder == null || total <= 0) {
            return false; // some file systems know no size; there a write will fail when it must
        }
        if (told.contains(folder)) {
            return true; // the files of a run end together, though they ask at different instants
        }
        long usable = usableBytes.applyAsLong(folder);
        if (usable >= LEAST_BYTES && usable >= total * LEAST_SHARE) {
            return false;
        }
        if (told.add(folder)) {
            trouble.accept(line(folder, usable, total));
        }
        return true;
    }

    private static String line(File folder, long usable, long total) {
        return String.format(
                Locale.ROOT,
                "recording stops: only %.2f GB (%.0f %%) of the disk of %s is free, and 1 GB and 5 %% are left alone;"
                        + " record to another folder",
                usable / 1e9,
                100.0 * usable / total,
                folder);
    }

    /** The file's folder or, as long as that is not there, the nearest one above it that is. */
    private static @Nullable File nearestFolder(File file) {
        File folder = file.getAbsoluteFile().getParentFile();
        while (folder != null && !folder.isDirectory()) {
            folder = folder.getParentFile();
        }
        return folder;
    }
}
