package io.echotrace.it.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Connections that stay open between requests, so that a request more is neither a socket nor a thread more. */
final class OpenConnections implements AutoCloseable {
    private final List<Socket> sockets = new ArrayList<>();

    OpenConnections(int port, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            sockets.add(new Socket(InetAddress.getLoopbackAddress(), port));
        }
    }

    /** Sends a request that waits so long on each of the first connections; nobody reads the answers. */
    void request(int count, int millis) throws IOException {
        String request = "GET /busy/slow.jsp?millis=" + millis + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
        for (Socket socket : sockets.subList(0, count)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        }
    }

    @Override
    public void close() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
