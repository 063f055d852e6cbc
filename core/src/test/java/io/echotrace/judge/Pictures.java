package io.echotrace.judge;

import io.echotrace.ear.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Draws spectrograms of the legend, and of twelve seconds of health and of each fault, into a folder (the argument), for
 * people to look at.
 */
public final class Pictures {
    private static final long SEED = 5;

    private Pictures() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        LegendFile legend = LegendFile.play(Register.NORMAL);
        Picture picture = new Picture(legend.sound(), "legend", 30);
        for (int i = 0; i < legend.captions().size(); i++) {
            LegendFile.Caption caption = legend.captions().get(i);
            String words = caption.text().split("[:,]")[0];
            picture.mark(caption.start(), words.substring(0, Math.min(words.length(), 16)), i % 2 == 1);
        }
        picture.write(folder.resolve("legend.png"));
        for (Label label : Label.values()) {
            Recording clip = Studio.record(
                    new Scene(label == Label.HEALTHY ? List.of() : List.of(label), SEED), Register.NORMAL, 0);
            String caption = Optional.of(label)
                    .filter(Label.faults()::contains)
                    .map(fault -> fault.fault().title() + ", from the row on in which it is found")
                    .orElse("health");
            new Picture(clip.mono(), caption, 90)
                    .write(folder.resolve(label.words().replace(' ', '-') + ".png"));
        }
    }
}
