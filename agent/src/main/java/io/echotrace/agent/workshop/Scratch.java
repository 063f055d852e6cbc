package io.echotrace.agent.workshop;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;

/** A folder for files that are gone with it. */
final class Scratch implements AutoCloseable {
    private final File folder;

    Scratch() throws IOException {
        folder = Files.createTempDirectory("echotrace-workshop").toFile();
        folder.deleteOnExit();
    }

    /** A file in it, which need not exist; no other names than these are ever used in it. */
    File file(String name) {
        File file = new File(folder, name);
        file.deleteOnExit();
        return file;
    }

    @Override
    public void close() throws IOException {
        File[] files = folder.listFiles();
        for (File file : files == null ? new File[0] : files) {
            Files.deleteIfExists(file.toPath());
        }
        Files.deleteIfExists(folder.toPath());
    }
}
