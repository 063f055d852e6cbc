package io.echotrace.it.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A server that others have made: how it is started, and what is asked of it. */
interface RealServer {
    /** Requests that are alike: how many, what they are answered with, and how many statements each executes. */
    record Visit(String path, String json, int count, int status, int statements) {
        static Visit get(String path, int count, int status, int statements) {
            return new Visit(path, "", count, status, statements);
        }

        static Visit post(String path, String json, int count, int status) {
            return new Visit(path, json, count, status, 0);
        }

        /** Returns how many were answered as they should be. */
        int make(Requests requests, ServerProcess server) throws Exception {
            return json.isEmpty()
                    ? requests.get(server.at(path), count, status)
                    : requests.post(server.at(path), json, count, status);
        }
    }

    /** Its name, as the command line and the table have it. */
    String name();

    /**
     * Starts it and waits until it is ready.
     *
     * @param folder an empty one for all that it writes
     * @param jvmOptions without blanks
     */
    ServerProcess start(Path folder, Path jdk, List<String> jvmOptions) throws IOException;

    List<Visit> visits();

    /** How many statements it executes without being asked. */
    int statementsToOpen();
}
