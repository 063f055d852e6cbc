package io.echotrace.voice;

import io.echotrace.synth.Block;

/** Makes the sound of health at 48 kHz and keeps nothing of it: {@code HealthySound SECONDS}. */
final class HealthySound {
    private HealthySound() {}

    public static void main(String[] arguments) {
        Renderer renderer = Stage.healthy().at(0).renderer();
        long frames = Long.parseLong(arguments[0]) * renderer.sampleRateHz();
        Block block = new Block();
        float loudest = 0;
        while (renderer.position() < frames) {
            renderer.render(block);
            loudest = Math.max(loudest, block.left()[0]);
        }
        System.out.println("loudest of all blocks' first frames: " + loudest); // the sound is used, so it is made
    }
}
