package io.echotrace.it.workshop;

import io.echotrace.finding.Fault;
import io.echotrace.metric.Occurrence;
import io.echotrace.metric.Row;
import io.echotrace.series.RunInfo;
import io.echotrace.series.SeriesReader;
import java.io.FileReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a program of the workshop has said of itself, and what was heard of it; times are seconds of the run. */
final class Recorded {
    /** That a finding has begun or ended, and the row with which it was told. */
    record Told(double at, Fault fault, boolean isBegin, String words) {}

    private final Path folder;
    private final List<String> said;
    private final List<Told> told = new ArrayList<>();
    private final List<double[]> scores = new ArrayList<>();
    private Instant start = Instant.EPOCH;

    Recorded(Path folder) throws IOException {
        this.folder = folder;
        said = Files.readAllLines(folder.resolve("stdout"));
        try (SeriesReader reader =
                new SeriesReader(new FileReader(folder.resolve("run.csv").toFile(), StandardCharsets.UTF_8))) {
            int column = reader.header().indexOf("score");
            while (reader.hasNext()) {
                Row row = reader.next();
                double at = row.atNanos() / 1e9;
                String score = reader.fields().get(column);
                scores.add(new double[] {at, score.isEmpty() ? 0 : Double.parseDouble(score)});
                row.occurrences().forEach(occurrence -> take(at, occurrence));
            }
        }
    }

    Path folder() {
        return folder;
    }

    private void take(double at, Occurrence occurrence) {
        if (occurrence.kind() == Occurrence.Kind.RUN && start.equals(Instant.EPOCH)) {
            start = Instant.parse(RunInfo.parse(occurrence.text()).get("start", ""));
        } else if (occurrence.kind() == Occurrence.Kind.FINDING) {
            boolean isBegin = occurrence.lengthNanos() == Occurrence.ONGOING;
            told.add(new Told(at, faultOf(occurrence.text()), isBegin, occurrence.text()));
        }
    }

    private static Fault faultOf(String text) {
        for (Fault fault : Fault.values()) {
            if (text.startsWith(fault.title() + ":")) {
                return fault;
            }
        }
        throw new IllegalArgumentException(text);
    }

    /** When the program said the word first; NaN when it did not. */
    double said(String word) {
        for (String line : said) {
            String[] parts = line.split(" ", 3);
            if (parts.length > 1 && parts[1].equals(word)) {
                Instant instant = Instant.ofEpochMilli(Long.parseLong(parts[0]));
                return Duration.between(start, instant).toNanos() / 1e9;
            }
        }
        return Double.NaN;
    }

    /** What was found from one instant to another. */
    List<Told> found(double from, double to) {
        return told.stream()
                .filter(told -> told.isBegin && told.at >= from && told.at < to)
                .toList();
    }

    /** When the last finding of the fault has ended; NaN when it has none or has one still. */
    double ended(Fault fault) {
        List<Told> ofFault = told.stream().filter(told -> told.fault == fault).toList();
        Told last = ofFault.isEmpty() ? null : ofFault.get(ofFault.size() - 1);
        return last == null || last.isBegin ? Double.NaN : last.at;
    }

    /** How long findings of the fault have held in all. */
    double held(Fault fault) {
        double held = 0;
        double begin = Double.NaN;
        for (Told next : told) {
            if (next.fault == fault && next.isBegin) {
                begin = next.at;
            } else if (next.fault == fault && !Double.isNaN(begin)) {
                held += next.at - begin;
                begin = Double.NaN;
            }
        }
        return Double.isNaN(begin) ? held : held + end() - begin;
    }

    /** When something was heard first, from an instant on; NaN when nothing was. */
    double heard(double from, double least) {
        return scores.stream()
                .filter(score -> score[0] >= from && score[1] >= least)
                .mapToDouble(score -> score[0])
                .findFirst()
                .orElse(Double.NaN);
    }

    /** How often a score rises to so much, from one instant to another. */
    long rises(double from, double to, double least) {
        long rises = 0;
        double before = 0;
        for (double[] score : scores) {
            rises += score[0] >= from && score[0] < to && score[1] >= least && before < least ? 1 : 0;
            before = score[1];
        }
        return rises;
    }

    double end() {
        return scores.get(scores.size() - 1)[0];
    }
}
