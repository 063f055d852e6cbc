package io.echotrace.agent.shop;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Sends single requests and reads the whole answer. Thread-safe; connections are kept by the JDK. */
final class Customer {
    private static final int PATIENCE_MILLIS = 10_000;

    private final URI server;

    Customer(URI server) {
        this.server = server;
    }

    /** Waits for the answer; true when it is a success. */
    boolean get(String path) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) server.resolve(path).toURL().openConnection(Proxy.NO_PROXY);
            connection.setConnectTimeout(PATIENCE_MILLIS);
            connection.setReadTimeout(PATIENCE_MILLIS);
            boolean success = connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            try (InputStream answer = success ? connection.getInputStream() : connection.getErrorStream()) {
                readAll(answer); // or the connection could not be used again
            }
            return success;
        } catch (IOException e) {
            return false;
        }
    }

    private static void readAll(@Nullable InputStream answer) throws IOException {
        if (answer == null) {
            return; // an error without a body
        }
        byte[] part = new byte[8_192];
        int read = 0;
        while (read >= 0) {
            read = answer.read(part);
        }
    }
}
