package io.echotrace.agent.option;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** Reads a file of options: Java properties in UTF-8. */
final class ConfigFile {
    /** Far more than options need: what is larger is another file, named by mistake. */
    private static final long LARGEST_BYTES = 1_000_000;

    private ConfigFile() {}

    /**
     * The entries, in the order of their keys.
     *
     * @throws IOException with the reason as it follows the file's name
     */
    static Map<String, String> read(File file) throws IOException {
        if (!file.isFile()) {
            throw new IOException(file.exists() ? "that is no file" : "there is no such file");
        }
        if (file.length() > LARGEST_BYTES) {
            throw new IOException("that is larger than " + LARGEST_BYTES / 1000 + " kB");
        }
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(new FileInputStream(file), StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IllegalArgumentException e) {
            throw new IOException("it has a malformed escape", e);
        }
        Map<String, String> entries = new TreeMap<>();
        properties.stringPropertyNames().forEach(name -> entries.put(name, properties.getProperty(name, "")));
        return entries;
    }
}
