package io.echotrace.agent.workshop;

import io.echotrace.agent.shop.ShopThreads;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.TimeUnit;

/**
 * A stream of bytes over loopback. The dial is where its rate is on a logarithmic scale up to 100 MB a second, on which
 * 10 kB a second are where it bends; each byte counts twice, as received and as transmitted. Where the system counts bytes,
 * those of the shop are counted in.
 */
final class NetworkFlood implements Work {
    private static final double BEND = 10e3;
    private static final double MOST = 100e6;
    private static final double TRIGGER_POSITION = 0.80;
    private static final double TRIGGER_TIMES = 4;
    private static final double TRIGGER_SECONDS = 2;
    private static final double MOST_BEHIND_SECONDS = 0.25;
    private static final byte[] PART = new byte[32_768];

    private double sent;
    private double preparedBytes;
    private long preparedNanos;

    @Override
    public void prepare(Bench bench) throws IOException {
        preparedBytes = bytes();
        preparedNanos = System.nanoTime();
    }

    @Override
    public void run(Bench bench) throws IOException, InterruptedException {
        double usual = (bytes() - preparedBytes) / (System.nanoTime() - preparedNanos) * 1e9;
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket out = new Socket(server.getInetAddress(), server.getLocalPort());
                Socket in = server.accept()) {
            ShopThreads.newDaemon("download", () -> drain(in)).start();
            flood(bench, out.getOutputStream(), usual);
        }
    }

    private void flood(Bench bench, OutputStream out, double usual) throws IOException, InterruptedException {
        Quota quota = new Quota(rate(bench.dial()), MOST_BEHIND_SECONDS, bytes());
        Growth growth = new Growth(0.5);
        Held held = new Held(Math.max(rate(TRIGGER_POSITION), TRIGGER_TIMES * usual), TRIGGER_SECONDS);
        while (!bench.isOver()) {
            double now = bytes();
            for (double left = quota.left(now); left > 0; left -= 2.0 * PART.length) {
                out.write(PART);
                sent += 2.0 * PART.length;
            }
            double perSecond = growth.perSecond(now);
            if (held.by(perSecond)) {
                bench.evidence(Protocol.words("bytes-a-second", perSecond));
            }
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    static double rate(double position) {
        return BEND * Math.expm1(position * Math.log1p(MOST / BEND));
    }

    private double bytes() throws IOException {
        return LinuxCounters.areThere() ? LinuxCounters.networkBytes() : sent;
    }

    private static void drain(Socket socket) {
        byte[] part = new byte[PART.length];
        try (InputStream in = socket.getInputStream()) {
            int read = 0;
            while (read >= 0) {
                read = in.read(part);
            }
        } catch (IOException e) {
            // it is over
        }
    }
}
