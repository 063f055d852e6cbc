package io.echotrace.output;

import java.io.File;
import java.io.IOException;

/** Finds names that no file has yet, so that nothing is ever overwritten. Any thread. */
public final class FreeFile {
    private FreeFile() {}

    /**
     * Creates an empty file of the wanted name or, where that exists, of the first free one of {@code name-2.wav},
     * {@code name-3.wav} and so on. Missing folders are made. Two callers never get the same file.
     *
     * @throws IOException when the file or its folder cannot be made
     */
    public static File claim(File wanted) throws IOException {
        makeFolder(wanted.getAbsoluteFile().getParentFile());
        File file = wanted;
        for (int number = 2; !file.createNewFile(); number++) {
            file = numbered(wanted, number);
        }
        return file;
    }

    private static void makeFolder(File folder) throws IOException {
        if (!folder.isDirectory() && !folder.mkdirs() && !folder.isDirectory()) {
            throw new IOException("cannot make the folder " + folder);
        }
    }

    private static File numbered(File wanted, int number) {
        String name = wanted.getName();
        int dot = name.lastIndexOf('.');
        int end = dot > 0 ? dot : name.length();
        return new File(wanted.getParentFile(), name.substring(0, end) + "-" + number + name.substring(end));
    }
}
