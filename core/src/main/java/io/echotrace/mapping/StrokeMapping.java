package io.echotrace.mapping;

import io.echotrace.timeline.Control;
import io.echotrace.timeline.Cue;
import io.echotrace.timeline.Targets;
import io.echotrace.timeline.Timeline;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Collections as strokes of the wood block, each in its true place, by their {@link Density}. Ticks are part of the bed;
 * what is louder stands alone where there are few. Nearer than 300 ms to one that is as loud it is a tick as well: to move
 * it would be a lie about when it was, and to wait for the louder one would make all of them late for those who listen live.
 * While nothing is wrong the {@link EventBudget} decides which may be more than ticks. The probe thread's own.
 */
final class StrokeMapping {
    static final double TICK_DB = -12;
    /** What follows sooner when a series is played fast could not be told apart. */
    private static final long APART_NANOS = 100_000_000;

    /** Where there are so many, none is long: by their own levels alone, a storm of them would be softer than a slow one. */
    private static final double DENSE_DB = 8;

    private static final long LONG_AGO = Long.MIN_VALUE / 2;
    private static final Comparator<Cue> BY_INSTANT = Comparator.comparingLong(Cue::atNanos);

    private final Speed speed;
    private final EventBudget budget;
    private final EventRate rate = new EventRate();
    private final List<Cue> strokes = new ArrayList<>();
    private long latestNanos = LONG_AGO;
    private long loudNanos = LONG_AGO;
    private double loudDb;
    private double meanDb = TICK_DB;

    StrokeMapping(Speed speed, EventBudget budget) {
        this.speed = speed;
        this.budget = budget;
    }

    /**
     * Takes a collection.
     *
     * @param measuredNanos where it was measured: how dense they are does not depend on the speed of playing
     * @param atNanos where it is played
     */
    void add(long measuredNanos, long atNanos, double levelDb) {
        rate.add(measuredNanos, 0, 1);
        strokes.add(new Cue(Cue.Kind.WOOD_BLOCK, atNanos, 0, levelDb));
    }

    /**
     * Plays those of a row.
     *
     * @param measuredNanos the row's instant as it was measured
     * @param isIncident whether anything is found to be wrong
     */
    void play(long measuredNanos, boolean isIncident, Targets to, Timeline timeline) {
        double perSecond = rate.perSecond(measuredNanos);
        meanDb = strokes.stream().mapToDouble(Cue::levelDb).average().orElse(meanDb);
        if (perSecond < Density.DENSEST) {
            boolean isTexture = perSecond >= Density.TEXTURE;
            strokes.sort(BY_INSTANT);
            for (Cue stroke : strokes) {
                double level = isTexture ? stroke.levelDb() : aloneDb(stroke, isIncident);
                strike(stroke.atNanos(), level + Density.grainsDb(perSecond), timeline);
            }
        }
        strokes.clear();
        to.set(Control.RATTLE, Density.noise(perSecond, meanDb + DENSE_DB));
    }

    private double aloneDb(Cue stroke, boolean isIncident) {
        double db = stroke.levelDb();
        if (db <= TICK_DB || isBesideALouderOne(stroke)) {
            return Math.min(db, TICK_DB);
        }
        if (!isIncident && !budget.grants(EventBudget.Kind.COLLECTION, stroke.atNanos())) {
            return TICK_DB;
        }
        loudNanos = stroke.atNanos();
        loudDb = db;
        return db;
    }

    private boolean isBesideALouderOne(Cue stroke) {
        if (isNear(stroke.atNanos(), loudNanos) && loudDb >= stroke.levelDb()) {
            return true;
        }
        for (Cue other : strokes) {
            if (isNear(stroke.atNanos(), other.atNanos()) && other.levelDb() > stroke.levelDb()) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNear(long nanos, long otherNanos) {
        return Math.abs(nanos - otherNanos) < Density.APART_NANOS;
    }

    private void strike(long atNanos, double levelDb, Timeline timeline) {
        if (speed.isOne() || atNanos - latestNanos >= APART_NANOS) {
            timeline.cue(new Cue(Cue.Kind.WOOD_BLOCK, atNanos, 0, levelDb));
            latestNanos = atNanos;
        }
    }
}
