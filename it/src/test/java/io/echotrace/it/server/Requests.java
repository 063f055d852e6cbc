package io.echotrace.it.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A number of requests that is known exactly: each of eight connections, which are kept, sends the next as soon as it has
 * an answer, until all are answered.
 */
final class Requests {
    private static final int CONNECTIONS = 8;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** Sends so many GETs, and returns how many were answered with this status. */
    int get(URI target, int count, int status) throws Exception {
        return send(HttpRequest.newBuilder(target).timeout(PATIENCE).build(), count, status);
    }

    /** Sends so many POSTs of JSON, and returns how many were answered with this status. */
    int post(URI target, String json, int count, int status) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(target)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build();
        return send(request, count, status);
    }

    private int send(HttpRequest request, int count, int status) throws InterruptedException, ExecutionException {
        ExecutorService connections = Executors.newFixedThreadPool(CONNECTIONS);
        List<Future<Integer>> answered = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            int share = (count + i) / CONNECTIONS;
            answered.add(connections.submit(() -> send(share, request, status)));
        }
        connections.shutdown();
        int sum = 0;
        for (Future<Integer> part : answered) {
            sum += part.get();
        }
        return sum;
    }

    private int send(int count, HttpRequest request, int status) throws IOException, InterruptedException {
        int answered = 0;
        for (int i = 0; i < count; i++) {
            answered += client.send(request, BodyHandlers.discarding()).statusCode() == status ? 1 : 0;
        }
        return answered;
    }
}
