#!/usr/bin/env python3
"""What the detector is worth on series that its constants were not chosen on: leave-one-category-out.

Usage, after `mvn package`: leave-one-out.py KIT_DIR

For each category of the Numenta kit (see nab.sh), the detector's constants are chosen by a coordinate search on the other
categories, from the first value of each list below, as often round as something changes; then the category that was left
out is scored with what was chosen. Printed are the choices, each category's score, and the score of all of them in one.
A detector with other constants is compiled from the sources, so what is measured is what is shipped.
"""
import importlib.util
import itertools
import json
import pathlib
import re
import subprocess
import sys
import tempfile

# The values of each constant that are tried: those around what is shipped, in steps that matter, the shipped one not first.
CONSTANTS = {
    "Rest.SECONDS": ["50", "100", "200", "400"],
    "NoveltyDetector.SHORT": ["10", "20", "40"],
    "NoveltyDetector.LONG": ["100", "200", "400"],
    "Range.CONTRACTION": ["1e-4", "3e-5", "1e-5"],
    "Tail.EXCESSES": ["125", "250", "500"],
    "Tail.SHARE": ["0.1", "0.05", "0.025"],
    "Novelty.HARDLY_OUTSIDE": ["0", "0.05", "0.1"],
    "Novelty.DECADES_ASKED_INSIDE": ["1", "2", "3"],
    "Alarms.EVIDENCE": ["2.5", "3", "3.5"],
    "Alarms.STOCK": ["6", "12", "24"],
    "Calibration.LEAST_SLOPE": ["0.25", "0.5", "1"],
}
THRESHOLD = 0.6
ROOT = pathlib.Path(__file__).resolve().parents[4]
SOURCES = ROOT / "core/src/main/java/io/echotrace/anomaly"
CLASSES = [ROOT / "core/target/classes", ROOT / "core/target/test-classes"]


class Kit:
    """The labelled series, and how results of them are scored."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        spec = importlib.util.spec_from_file_location("score", self.folder / "score.py")
        self.score = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(self.score)
        self.corpus = self.read()
        self.some = {}
        self.profile = json.load(open(self.folder / "profiles.json"))["standard"]["CostMatrix"]
        self.categories = sorted({self.category(file) for file in self.corpus.files})

    def read(self, only=None):
        return self.score.Corpus(str(self.folder / "data"), str(self.folder / "labels.json"), only=only)

    @staticmethod
    def category(file):
        return file.split("/")[0]

    def standard(self, results, categories):
        """The standard score of results by file, of some categories."""
        categories = tuple(categories)
        if categories not in self.some:
            self.some[categories] = self.read([f for f in self.corpus.files if self.category(f) in categories])
        corpus = self.some[categories]
        scores = self.score.Scores(corpus, {file: results[file] for file in corpus.files})
        return self.score.evaluate(scores, {"standard": self.profile}, {"standard": THRESHOLD})["standard"]["score"]


class Detector:
    """The detector with constants of one's choice."""

    def __init__(self, kit, libraries):
        self.kit, self.libraries, self.known, self.standard = kit, libraries, {}, {}

    def results(self, constants):
        key = tuple(constants.values())
        if key not in self.known:
            with tempfile.TemporaryDirectory() as folder:
                self.known[key] = self.run(constants, pathlib.Path(folder))
        return self.known[key]

    def score(self, constants, categories):
        key = tuple(constants.values()), tuple(categories)
        if key not in self.standard:
            self.standard[key] = self.kit.standard(self.results(constants), categories)
        return self.standard[key]

    def run(self, constants, folder):
        classpath = ":".join(map(str, CLASSES + [self.libraries]))
        sources = [self.changed(source, constants, folder) for source in sorted(SOURCES.glob("*.java"))]
        subprocess.run(["javac", "-nowarn", "-proc:none", "-cp", classpath, "-d", folder / "classes"] + sources, check=True)
        subprocess.run(["java", "-XX:+UseSerialGC", "-cp", "%s:%s" % (folder / "classes", classpath),
                        "io.echotrace.session.ScoredFolder", self.kit.folder / "data", folder / "out"], check=True)
        return self.kit.score.load(str(folder / "out"), self.kit.corpus)

    @staticmethod
    def changed(source, constants, folder):
        text = source.read_text()
        for name, value in constants.items():
            owner, constant = name.split(".")
            if owner == source.stem:
                text, count = re.subn(r"( %s = )[^;]+;" % constant, r"\g<1>%s;" % value, text)
                if count != 1:
                    raise SystemExit("%s: no constant %s" % (source, constant))
        copy = folder / source.name
        copy.write_text(text)
        return copy


def libraries():
    """The class path of what the core needs."""
    file = ROOT / "core/target/classpath"
    subprocess.run(["mvn", "-q", "-B", "-f", ROOT, "-pl", "core", "dependency:build-classpath",
                    "-Dmdep.outputFile=%s" % file, "-Dmdep.includeScope=test"], check=True, stdout=subprocess.DEVNULL)
    return file.read_text().strip()


def chosen(detector, categories):
    """The best constants for some categories, by a coordinate search; of equals, the first."""
    best = {name: values[0] for name, values in CONSTANTS.items()}
    best_score = detector.score(best, categories)
    unchanged = 0
    for name in itertools.cycle(CONSTANTS):
        before = best_score
        for value in CONSTANTS[name]:
            other = {**best, name: value}
            score = detector.score(other, categories)
            if score > best_score:
                best, best_score = other, score
        unchanged = 0 if best_score > before else unchanged + 1
        if unchanged == len(CONSTANTS):
            return best, best_score


def main():
    kit = Kit(sys.argv[1])
    detector = Detector(kit, libraries())
    shipped = detector.score({}, kit.categories)
    print("as shipped, all categories: %.2f\n" % shipped)
    left_out = {}
    for category in kit.categories:
        others = [other for other in kit.categories if other != category]
        best, best_score = chosen(detector, others)
        results = detector.results(best)
        left_out.update({file: scores for file, scores in results.items() if kit.category(file) == category})
        print("%-20s others %.2f, itself %6.2f: %s" % (category, best_score, detector.score(best, [category]),
              ", ".join("%s %s" % (name.split(".")[1].lower(), value) for name, value in best.items())), flush=True)
    score = kit.standard(left_out, kit.categories)
    print("\nleave-one-category-out: %.2f (asked: 63), %d detectors tried" % (score, len(detector.known)))
    sys.exit(0 if score >= 63 else 1)


if __name__ == "__main__":
    main()
