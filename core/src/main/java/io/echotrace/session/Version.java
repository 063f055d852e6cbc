package io.echotrace.session;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** EchoTrace's own version, as the build wrote it beside this class. */
public final class Version {
    private static final String TEXT = read();

    private Version() {}

    /** For example "0.1.0". */
    public static String text() {
        return TEXT;
    }

    private static String read() {
        Properties properties = new Properties();
        try (InputStream in = Version.class.getResourceAsStream("version.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new IllegalStateException("the build left no version", e);
        }
        return properties.getProperty("version", "unknown");
    }
}
