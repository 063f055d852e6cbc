package io.echotrace.judge;

import io.echotrace.ear.Recording;

/** From 24 kHz to 22.05 kHz, by a windowed sinc for each of the 147 places that a frame can have between two others. */
final class Resampling {
    private static final int UP = 147;
    private static final int DOWN = 160;
    private static final int REACH = 24;
    private static final double CUTOFF = 0.9; // of the lower rate's half

    private static final double[][] KERNELS = kernels();

    private Resampling() {}

    static Recording to22050(Recording clip) {
        float[] in = clip.mono().channel(0);
        float[] out = new float[(int) ((long) in.length * UP / DOWN)];
        for (int i = 0; i < out.length; i++) {
            long place = (long) i * DOWN;
            int from = (int) (place / UP) - REACH + 1;
            double[] kernel = KERNELS[(int) (place % UP)];
            double sum = 0;
            for (int k = Math.max(0, -from); k < kernel.length && from + k < in.length; k++) {
                sum += kernel[k] * in[from + k];
            }
            out[i] = (float) sum;
        }
        return Recording.of(clip.sampleRate() * UP / DOWN, out);
    }

    private static double[][] kernels() {
        double band = CUTOFF * UP / DOWN;
        double[][] kernels = new double[UP][2 * REACH];
        for (int place = 0; place < UP; place++) {
            for (int k = 0; k < 2 * REACH; k++) {
                double x = k - REACH + 1 - (double) place / UP;
                double window = 0.5 + 0.5 * Math.cos(Math.PI * x / REACH);
                kernels[place][k] = Math.abs(x) < 1e-9 ? band : window * Math.sin(Math.PI * band * x) / (Math.PI * x);
            }
        }
        return kernels;
    }
}
