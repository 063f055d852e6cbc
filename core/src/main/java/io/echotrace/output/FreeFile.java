package io.echotrace.output;

import java.io.File;
import java.io.IOException;

/** Names for output files: which no file has yet, so that nothing is ever overwritten, and which belong together. */
public final class FreeFile {
    private FreeFile() {}

    /**
     * Creates an empty file of the wanted name or, where that exists, of the first free one of {@code name-2.wav},
     * {@code name-3.wav} and so on. Missing folders are made. Two callers never get the same file.
     *
     * @throws IOException when the file or its folder cannot be made
     */
    public static File claim(File wanted) throws IOException {
        return numbered(wanted, claim(wanted, 1));
    }

    /** Does the same from a number on, and returns the number that was free. */
    static int claim(File wanted, int leastNumber) throws IOException {
        makeFolder(wanted.getAbsoluteFile().getParentFile());
        int number = leastNumber;
        while (!numbered(wanted, number).createNewFile()) {
            number++;
        }
        return number;
    }

    /** The name with a number before its ending, {@code name-2.wav}; 1 is the name itself. */
    public static File numbered(File wanted, int number) {
        if (number == 1) {
            return wanted;
        }
        String name = wanted.getName();
        int end = endOfStem(name);
        return new File(wanted.getParentFile(), name.substring(0, end) + "-" + number + name.substring(end));
    }

    /** Where the measurements of a recording stand: {@code name.csv} in the folder of {@code name.wav}. */
    public static File csvBeside(File wav) {
        return beside(wav, ".csv");
    }

    static File beside(File wav, String ending) {
        String name = wav.getName();
        return new File(wav.getParentFile(), name.substring(0, endOfStem(name)) + ending);
    }

    /** A point at the start makes a hidden file and no ending. */
    private static int endOfStem(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? dot : name.length();
    }

    private static void makeFolder(File folder) throws IOException {
        if (!folder.isDirectory() && !folder.mkdirs() && !folder.isDirectory()) {
            throw new IOException("cannot make the folder " + folder);
        }
    }
}
