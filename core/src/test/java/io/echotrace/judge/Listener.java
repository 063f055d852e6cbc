package io.echotrace.judge;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A machine that was taught by labelled clips, and names what it hears. For each label it has learned one against all. */
final class Listener {
    /** How much a mistake in training costs: with more features than clips, little. */
    private static final double COST = 0.1;

    /** By which the library numbers them. */
    private static final List<Label> LABELS = List.of(Label.values());

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
        problem.x =
                lessons.stream().map(heard -> nodes(scale, heard.features())).toArray(Feature[][]::new);
        problem.y = lessons.stream()
                .mapToDouble(heard -> LABELS.indexOf(heard.labels().iterator().next()))
                .toArray();
        Linear.disableDebugOutput();
        return new Listener(scale, Linear.train(problem, new Parameter(SolverType.L2R_LR, COST, TOLERANCE)));
    }

    /** The label that is most probable. */
    Label name(Heard heard) {
        return ranked(heard).get(0);
    }

    /** The two faults that are most probable, be there any or not. */
    List<Label> nameTwo(Heard heard) {
        return ranked(heard).stream().filter(Label.faults()::contains).limit(2).toList();
    }

    /** The labels it was taught, the most probable first. */
    private List<Label> ranked(Heard heard) {
        double[] values = new double[model.getNrClass()];
        Linear.predictValues(model, nodes(scale, heard.features()), values);
        Map<Label, Double> evidence = new EnumMap<>(Label.class);
        for (int i = 0; i < values.length; i++) {
            evidence.put(LABELS.get(model.getLabels()[i]), values[i]);
        }
        return evidence.entrySet().stream()
                .sorted(Map.Entry.<Label, Double>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();
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
