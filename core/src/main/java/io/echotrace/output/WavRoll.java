package io.echotrace.output;

/** When a recording goes on in another file, and how many of its files are kept. Immutable. */
final class WavRoll {
    /** Sizes in a WAV file are unsigned 32-bit numbers; this leaves room for the head and for labels at the end. */
    private static final long LARGEST_DATA_BYTES = 4_000_000_000L;

    /** More than the head of a file takes. */
    private static final long HEAD_BYTES = WavHead.RESERVED_BYTES + 16 * 1024;

    private static final int FEWEST_FILES = 2;

    private final long dataBytesPerFile;
    private final long filesKept;

    WavRoll(long dataBytesPerFile, long filesKept) {
        this.dataBytesPerFile = dataBytesPerFile;
        this.filesKept = filesKept;
    }

    /** A new file only where the format asks for one; all are kept. */
    static WavRoll keepingAll() {
        return new WavRoll(LARGEST_DATA_BYTES, Long.MAX_VALUE);
    }

    /**
     * Never more bytes than the most, heads included. Files are as large as can be, since one is easier to listen to than
     * many: half of the most, so that at least the newest half of it is there whenever the oldest file is deleted.
     *
     * @param mostBytes {@link WavOutput#LEAST_MOST_BYTES} or more
     */
    static WavRoll within(long mostBytes) {
        if (mostBytes < WavOutput.LEAST_MOST_BYTES) {
            throw new IllegalArgumentException(
                    "a recording of at most " + mostBytes + " bytes is less than " + WavOutput.LEAST_MOST_BYTES);
        }
        long largest = LARGEST_DATA_BYTES + HEAD_BYTES;
        long files = Math.max(FEWEST_FILES, mostBytes / largest + (mostBytes % largest == 0 ? 0 : 1));
        return new WavRoll(mostBytes / files - HEAD_BYTES, files);
    }

    long dataBytesPerFile() {
        return dataBytesPerFile;
    }

    /** How many files there may be, the newest included. */
    long filesKept() {
        return filesKept;
    }
}
