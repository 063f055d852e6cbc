package io.echotrace.agent.workshop;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Connections to a server that accepts none, once its queue is full: the system drops what wants to open them, and TCP sends
 * it again after a second. Each is given up then, and another one tried. The dial is the share of all packets that are sent
 * again.
 */
final class NetworkLoss implements Work {
    private static final double TRIGGER_SHARE = 0.01;
    private static final double LEAST_LOST = 5;
    private static final double SPAN_SECONDS = 4;
    private static final long PATIENCE_NANOS = 1_400_000_000L;
    private static final int QUEUE = 8;
    private static final int MOST_AT_ONCE = 1_500;
    private static final double PACKETS_PER_TRY = 4;

    private final ArrayDeque<SocketChannel> tried = new ArrayDeque<>();
    private final ArrayDeque<Long> triedNanos = new ArrayDeque<>();
    private double tries;
    private final Growth packets = new Growth(SPAN_SECONDS);
    private final Growth lost = new Growth(SPAN_SECONDS);

    @Override
    public void prepare(Bench bench) {
        if (!LinuxCounters.areThere()) {
            throw new UnsupportedOperationException("network-loss needs what Linux counts in /proc/net");
        }
    }

    @Override
    public void run(Bench bench) throws IOException, InterruptedException {
        List<SocketChannel> queued = new ArrayList<>();
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            InetSocketAddress address = (InetSocketAddress) server.getLocalSocketAddress();
            for (int i = 0; i < QUEUE; i++) {
                queued.add(connect(address));
            }
            lose(bench, address);
        } finally {
            giveUp(0);
            for (SocketChannel channel : queued) {
                channel.close();
            }
        }
    }

    /** A try adds to the packets, too: it is sent twice, and each is counted as transmitted and as received. */
    private void lose(Bench bench, InetSocketAddress address) throws IOException, InterruptedException {
        double perOtherPacket = bench.dial() / (1 - PACKETS_PER_TRY * bench.dial());
        double owed = 0;
        double before = otherPackets();
        while (!bench.isOver()) {
            double now = otherPackets();
            owed += perOtherPacket * (now - before);
            before = now;
            for (; owed >= 1 && tried.size() < MOST_AT_ONCE; owed--) {
                tried.add(connect(address));
                triedNanos.add(System.nanoTime());
                tries++;
            }
            giveUp(PATIENCE_NANOS);
            look(bench);
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private double otherPackets() throws IOException {
        return LinuxCounters.packets() - PACKETS_PER_TRY / 2 * (tries + LinuxCounters.sentAgain());
    }

    private void look(Bench bench) throws IOException {
        double perSecond = lost.perSecond(LinuxCounters.sentAgain());
        double share = perSecond / packets.perSecond(LinuxCounters.packets());
        if (share > TRIGGER_SHARE && perSecond * SPAN_SECONDS >= LEAST_LOST) {
            bench.evidence(Protocol.words("sent-again", share));
        }
    }

    private void giveUp(long afterNanos) throws IOException {
        while (!tried.isEmpty() && System.nanoTime() - triedNanos.element() >= afterNanos) {
            triedNanos.remove();
            tried.remove().close();
        }
    }

    private static SocketChannel connect(InetSocketAddress address) throws IOException {
        SocketChannel channel = SocketChannel.open();
        channel.configureBlocking(false);
        channel.connect(address);
        return channel;
    }
}
