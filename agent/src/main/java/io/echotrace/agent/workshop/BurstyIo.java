package io.echotrace.agent.workshop;

import io.echotrace.agent.shop.Pace;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.util.SplittableRandom;

/** Now and then, for a moment, much is written to the disk and read back: a report, an export. */
final class BurstyIo implements Work {
    private static final double LEAST_BETWEEN_SECONDS = 6;
    private static final double MORE_BETWEEN_SECONDS = 20;
    private static final double MEGABYTES_PER_SECOND = 40;
    private static final int LEAST_MEGABYTES = 20;
    private static final int MORE_MEGABYTES = 80;

    private final SplittableRandom random = new SplittableRandom();
    private final byte[] part = new byte[1_000_000];

    @Override
    public void run(Bench bench) throws IOException, InterruptedException {
        try (Scratch scratch = new Scratch()) {
            while (!bench.isOver()) {
                bench.sleep(LEAST_BETWEEN_SECONDS + MORE_BETWEEN_SECONDS * random.nextDouble());
                try (RandomAccessFile file = new RandomAccessFile(scratch.file("export"), "rw")) {
                    burst(file, LEAST_MEGABYTES + random.nextInt(MORE_MEGABYTES));
                    file.setLength(0);
                }
            }
        }
    }

    private void burst(RandomAccessFile file, int megabytes) throws IOException, InterruptedException {
        Pace pace = new Pace(MEGABYTES_PER_SECOND / 1e9);
        for (int i = 0; i < megabytes; i++) {
            file.write(part);
            pace.did(1);
        }
        file.getFD().sync();
        file.seek(0);
        for (int i = 0; i < megabytes; i++) {
            file.readFully(part);
        }
    }
}
