#!/usr/bin/env bash
# How well `score` finds what is labelled in the Numenta Anomaly Benchmark, at the one threshold that is shipped.
# Usage, after `mvn package`: it/src/test/scripts/nab.sh KIT_DIR [OUT_DIR]
# KIT_DIR holds data/CATEGORY/FILE.csv, labels.json and score.py (python3 with numpy). Fails below the score and above the
# false episodes asked for: runs of alarms outside of every labelled window, in the rows that count.
set -euo pipefail
kit=$(cd "$1" && pwd)
out=${2:-$(mktemp -d)}
mkdir -p "$out"
out=$(cd "$out" && pwd)
jar=$(cd "$(dirname "$0")/../../../.." && pwd)/agent/target/echotrace.jar
[ -z "$(ls -A "$out")" ] || { echo "$out is not empty" >&2; exit 2; }
cd "$kit/data"
for file in */*.csv; do
  java -jar "$jar" score "$file" -o "$out/$file" >/dev/null
done
python3 "$kit/score.py" "$out" --threshold 0.6 --per-category
python3 - "$kit" "$out" <<'PYTHON'
import importlib.util, json, sys
kit, out = sys.argv[1:]
spec = importlib.util.spec_from_file_location("score", kit + "/score.py")
score = importlib.util.module_from_spec(spec)
spec.loader.exec_module(score)
corpus = score.Corpus(kit + "/data", kit + "/labels.json")
scores = score.load(out, corpus)
profiles = {"standard": json.load(open(kit + "/profiles.json"))["standard"]["CostMatrix"]}
standard = score.evaluate(score.Scores(corpus, scores), profiles, {"standard": 0.6})["standard"]["score"]
rows = episodes = 0
for file in corpus.files:
    windows = corpus.weights(file)[1]
    probation = score.probation(corpus.rows[file])
    rows += corpus.rows[file] - probation
    false = [i for i in range(probation, corpus.rows[file]) if scores[file][i] >= 0.6 and windows[i] < 0]
    episodes += sum(1 for n, i in enumerate(false) if n == 0 or i > false[n - 1] + 1)
per_10_000 = 1e4 * episodes / rows
print("\nstandard score %.2f (asked: 68), %.2f false episodes in 10 000 rows (asked: 5 at most)" % (standard, per_10_000))
sys.exit(0 if standard >= 68 and per_10_000 <= 5 else 1)
PYTHON
