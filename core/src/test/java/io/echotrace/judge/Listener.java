package io.echotrace.judge;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A machine that was taught by labelled clips, and names what it hears. For each label it has learned one against all. */
final class Listener {
    /** How much a mistake in training costs: with more features than clips, little. */
    private static final double COST = 0.01;

    private static final double TOLERANCE = 0.01;

    private final Scale scale;
    private final Model model;

    private Listener(Scale scale, Model model) {
        this.scale = scale;
        this.model = model;
    }

    /** Learns from clips of one label each. */
    static Listener trainedOn(List<Heard> lessons) {
        Scale scale = Scale.of(lessons);
        Problem problem = new Problem();
        problem.l = lessons.size();
        problem.n = scale.size() + 1;
        problem.bias = 1;
        problem.x = lessons.stream()
                .map(heard -> nodes(scale, heard.features()))
                .toArray(Feature[][]::new);
        problem.y = lessons.stream()
                .mapToDouble(heard -> heard.labels().iterator().next().ordinal())
                .toArray();
        Linear.disableDebugOutput();
        return new Listener(scale, Linear.train(problem, new Parameter(SolverType.L2R_LR, COST, TOLERANCE)));
    }

    /** The label that is most probable. */
    Label name(Heard heard) {
        double[] evidence = evidence(heard);
        return Stream.of(Label.values())
                .max(Comparator.comparingDouble(label -> evidence[label.ordinal()]))
                .orElseThrow();
    }

    /** The two faults that are most probable, be there any or not. */
    List<Label> nameTwo(Heard heard) {
        double[] evidence = evidence(heard);
        return Label.faults().stream()
                .sorted(Comparator.comparingDouble(label -> -evidence[label.ordinal()]))
                .limit(2)
                .toList();
    }

    /** What speaks for each label; nothing for those that were never taught. */
    private double[] evidence(Heard heard) {
        double[] known = new double[model.getNrClass()];
        Linear.predictValues(model, nodes(scale, heard.features()), known);
        double[] evidence = new double[Label.values().length];
        Arrays.fill(evidence, Double.NEGATIVE_INFINITY);
        int[] labels = model.getLabels();
        for (int i = 0; i < labels.length; i++) {
            evidence[labels[i]] = known[i];
        }
        return evidence;
    }

    private static Feature[] nodes(Scale scale, Features features) {
        double[] scaled = scale.apply(features);
        Feature[] nodes = new Feature[scaled.length + 1];
        for (int i = 0; i < scaled.length; i++) {
            nodes[i] = new FeatureNode(i + 1, scaled[i]);
        }
        nodes[scaled.length] = new FeatureNode(scaled.length + 1, 1);
        return nodes;
    }
}
