package io.echotrace.judge;

import io.echotrace.ear.Recording;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** A spectrogram to look at: time to the right, pitch upwards from 50 Hz to 12 kHz, brighter what is louder. */
final class Picture {
    private static final double LOWEST_HZ = 50;
    private static final double HIGHEST_HZ = 12_000;
    private static final int HEIGHT = 480;
    private static final int LEFT = 52;
    private static final int TOP = 34;
    private static final int BOTTOM = 24;

    private static final double FRAME_SECONDS = 0.06;
    private static final double SOFTEST_DB = -105;
    private static final double LOUDEST_DB = -35;

    private static final int[] MARKED_HZ = {50, 100, 200, 500, 1000, 2000, 4000, 8000};
    /** From black over violet and orange to a light yellow. */
    private static final int[] COLORS = {0x000004, 0x3B0F70, 0x8C2981, 0xDE4968, 0xFE9F6D, 0xFCFDBF};

    private final BufferedImage image;
    private final Graphics2D pen;
    private final double pixelsPerSecond;

    Picture(Recording sound, String caption, double pixelsPerSecond) {
        this.pixelsPerSecond = pixelsPerSecond;
        Spectrogram spectrogram = Spectrogram.of(sound, FRAME_SECONDS, 1 / pixelsPerSecond);
        image = new BufferedImage(LEFT + spectrogram.frames() + 8, TOP + HEIGHT + BOTTOM, BufferedImage.TYPE_INT_RGB);
        pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 11));
        pen.setColor(Color.WHITE);
        pen.drawString(caption, LEFT, 14);
        for (int x = 0; x < spectrogram.frames(); x++) {
            column(spectrogram, x);
        }
        scales(sound.duration());
    }

    /** Draws a line at an instant, and says why. */
    void mark(double seconds, String why, boolean lower) {
        int x = x(seconds);
        pen.setColor(new Color(0x80FFFFFF, true));
        pen.drawLine(x, TOP - 4, x, TOP + HEIGHT);
        pen.setColor(Color.WHITE);
        pen.drawString(why, x + 2, lower ? TOP + 11 : TOP - 4);
    }

    void write(Path file) throws IOException {
        ImageIO.write(image, "png", file.toFile());
    }

    private void column(Spectrogram spectrogram, int x) {
        float[] power = spectrogram.power(x);
        for (int y = 0; y < HEIGHT; y++) {
            int from = (int) Math.round(hz(y + 1) / spectrogram.binHz());
            int to = Math.max(from + 1, (int) Math.round(hz(y) / spectrogram.binHz()));
            float largest = 0;
            for (int bin = from; bin < Math.min(to, power.length); bin++) {
                largest = Math.max(largest, power[bin]);
            }
            double share = (Statistics.decibels(largest) - SOFTEST_DB) / (LOUDEST_DB - SOFTEST_DB);
            image.setRGB(LEFT + x, TOP + y, color(Math.max(0, Math.min(share, 1))));
        }
    }

    private void scales(double duration) {
        for (int hz : MARKED_HZ) {
            int y = TOP + (int) Math.round(HEIGHT * (1 - Math.log(hz / LOWEST_HZ) / Math.log(HIGHEST_HZ / LOWEST_HZ)));
            pen.drawLine(LEFT - 5, y, LEFT - 1, y);
            pen.drawString(hz < 1000 ? String.valueOf(hz) : hz / 1000 + " k", 12, y + 4);
        }
        for (int second = 0; second <= duration; second += pixelsPerSecond < 50 ? 5 : 1) {
            pen.drawLine(x(second), TOP + HEIGHT, x(second), TOP + HEIGHT + 4);
            pen.drawString(second + " s", x(second) - 6, TOP + HEIGHT + 18);
        }
    }

    private int x(double seconds) {
        return LEFT + (int) Math.round(seconds * pixelsPerSecond);
    }

    /** The frequency of the upper edge of a row. */
    private static double hz(double y) {
        return HIGHEST_HZ * Math.pow(LOWEST_HZ / HIGHEST_HZ, y / HEIGHT);
    }

    private static int color(double share) {
        double place = share * (COLORS.length - 1);
        int index = Math.min((int) place, COLORS.length - 2);
        int mixed = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            int from = COLORS[index] >> shift & 0xFF;
            int to = COLORS[index + 1] >> shift & 0xFF;
            mixed |= (int) Math.round(from + (place - index) * (to - from)) << shift;
        }
        return mixed;
    }
}
