package io.echotrace.judge;

import io.echotrace.ear.Recording;
import io.echotrace.session.LegendSound;
import io.echotrace.session.SoundOptions;
import io.echotrace.voice.Mix;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The legend as it is in its files: the mean of the channels, and the captions. */
record LegendFile(Recording sound, List<Caption> captions) {
    private static final String ARROW = " --> ";

    /** Writes the files, reads them, and removes them. */
    static LegendFile play(Register register) throws IOException {
        Path folder = Files.createTempDirectory("legend");
        SoundOptions options = SoundOptions.DEFAULT.withMix(Mix.ALL.withLowRegister(register == Register.LOW));
        LegendSound.Performance legend =
                new LegendSound(options).write(folder.resolve("legend.wav").toFile());
        List<Caption> captions = captions(Files.readAllLines(legend.captions().toPath()));
        LegendFile read = new LegendFile(Recording.of(legend.wav()).mono(), captions);
        for (File file : List.of(legend.wav(), legend.captions(), folder.toFile())) {
            Files.delete(file.toPath());
        }
        return read;
    }

    private static List<Caption> captions(List<String> lines) {
        List<Caption> captions = new ArrayList<>();
        for (int i = 0; i + 1 < lines.size(); i++) {
            String[] times = lines.get(i).split(ARROW);
            if (times.length == 2) {
                captions.add(new Caption(seconds(times[0]), lines.get(i + 1)));
            }
        }
        return captions;
    }

    /** Of a time like "00:00:12.600". */
    private static double seconds(String time) {
        String[] parts = time.split(":");
        return 3600 * Double.parseDouble(parts[0]) + 60 * Double.parseDouble(parts[1]) + Double.parseDouble(parts[2]);
    }

    /** What is heard from an instant on, in seconds. */
    record Caption(double start, String text) {}
}
