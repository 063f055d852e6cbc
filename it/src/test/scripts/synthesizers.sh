#!/usr/bin/env bash
# How long the healthy bed takes to make here, in csound and in SuperCollider: an hour of it at 48 kHz, in blocks of 128
# frames, to nowhere; CPU seconds of the whole process, start and JIT compiler included. Comparable: root, fifth and octave
# of six partials each at 303 Hz, and three plucked strokes a second of three partials. Not comparable: the others read
# their six partials from one wave table (and once more with a sine for each partial); only ours can move and detune each
# partial, follows controls and a clock, keeps a loudness, and limits.
# Usage, after `mvn package`: it/src/test/scripts/synthesizers.sh [JAVA...]; wants csound, supercollider-server and
# supercollider-language (Debian), and about four minutes of a machine that does nothing else.
set -euo pipefail
cd "$(dirname "$0")/../../../.."
rounds=${ROUNDS:-3} seconds=${SECONDS_OF_SOUND:-3600}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mvn -q -B -pl core dependency:build-classpath -Dmdep.outputFile=target/classpath -Dmdep.includeScope=test >/dev/null
classpath=core/target/test-classes:core/target/classes:$(cat core/target/classpath)

csound_score() { # $1: instrument
  cat <<CSD
<CsoundSynthesizer>
<CsOptions>
-n -d -m0
</CsOptions>
<CsInstruments>
sr = 48000
ksmps = 128
nchnls = 2
0dbfs = 1
giTone ftgen 1, 0, 16384, 10, 1, 0.42, 0.254, 0.178, 0.135, 0.107
giPluck ftgen 2, 0, 16384, 10, 1, 0.5, 0.25
giSine ftgen 3, 0, 16384, 10, 1

opcode Pluck, a, k
  kf xin
  aImpulse mpulse 1, 1/3
  aDecay filter2 aImpulse, 1, 1, 1, -0.99940
  aAttack filter2 aImpulse, 1, 1, 1, -0.99480
  aTone oscili 0.07, kf, giPluck
  xout aTone * (aDecay - aAttack)
endop

opcode Sines, a, kk
  kamp, kf xin
  a1 oscili kamp, kf, giSine
  a2 oscili kamp * 0.42, kf * 2, giSine
  a3 oscili kamp * 0.254, kf * 3, giSine
  a4 oscili kamp * 0.178, kf * 4, giSine
  a5 oscili kamp * 0.135, kf * 5, giSine
  a6 oscili kamp * 0.107, kf * 6, giSine
  xout a1 + a2 + a3 + a4 + a5 + a6
endop

instr 1
  kf = 303.1
  a1 oscili 0.05, kf, giTone
  a2 oscili 0.04, kf * 1.5, giTone
  a3 oscili 0.02, kf * 2, giTone
  aPluck Pluck kf * 3
  aBed = a1 + a2 + a3 + aPluck
  outs aBed, aBed
endin

instr 2
  kf = 303.1
  a1 Sines 0.05, kf
  a2 Sines 0.04, kf * 1.5
  a3 Sines 0.02, kf * 2
  aPluck Pluck kf * 3
  aBed = a1 + a2 + a3 + aPluck
  outs aBed, aBed
endin
</CsInstruments>
<CsScore>
i$1 0 $seconds
</CsScore>
</CsoundSynthesizer>
CSD
}

supercollider_score() {
  cat <<SCD
(
var pluck = { |f, level| Osc.ar(1, f) * Decay2.ar(Impulse.ar(3), 0.004, 0.24) * level };
var tables = SynthDef(\\tables, {
  var f = 303.1;
  var bed = (Osc.ar(0, f) * 0.05) + (Osc.ar(0, f * 1.5) * 0.04) + (Osc.ar(0, f * 2) * 0.02);
  Out.ar(0, (bed + pluck.(f * 3, 0.07)) ! 2);
});
var sines = SynthDef(\\sines, {
  var f = 303.1;
  var tone = { |f, level| Mix([1, 0.42, 0.254, 0.178, 0.135, 0.107].collect { |a, i| SinOsc.ar(f * (i + 1), 0, a * level) }) };
  var bed = tone.(f, 0.05) + tone.(f * 1.5, 0.04) + tone.(f * 2, 0.02);
  Out.ar(0, (bed + pluck.(f * 3, 0.07)) ! 2);
});
[tables, sines].do { |def|
  Score([
    [0.0, [\\b_alloc, 0, 16384]], [0.0, [\\b_alloc, 1, 16384]],
    [0.0, [\\b_gen, 0, \\sine1, 7, 1, 0.42, 0.254, 0.178, 0.135, 0.107]],
    [0.0, [\\b_gen, 1, \\sine1, 7, 1, 0.5, 0.25]],
    [0.0, [\\d_recv, def.asBytes]],
    [0.01, [\\s_new, def.name, 1000, 0, 0]],
    [$seconds, [\\c_set, 0, 0]]
  ]).writeOSCFile("$work/" ++ def.name ++ ".osc");
};
0.exit;
)
SCD
}

cpu() { # name, command…: CPU seconds of the command, and times real time
  local name=$1 times
  shift
  times=$( { TIMEFORMAT='%U %S'; time "$@" >"$work/out" 2>&1; } 2>&1)
  awk -v n="$name" -v s="$seconds" '{ c = $1 + $2; printf "%s,%.2f,%.0f\n", n, c, s / c }' <<<"$times"
}

csound_score 1 >"$work/tables.csd"
csound_score 2 >"$work/sines.csd"
supercollider_score >"$work/beds.scd"
QT_QPA_PLATFORM=offscreen QTWEBENGINE_DISABLE_SANDBOX=1 timeout 120 sclang "$work/beds.scd" >"$work/out" 2>&1
echo "load average: $(cut -d' ' -f1-3 /proc/loadavg)" >&2
echo "synthesizer,cpu_s,times_real_time"
[ $# -gt 0 ] || set -- java
for _ in $(seq "$rounds"); do
  for java in "$@"; do
    cpu "echotrace ($("$java" -XshowSettings:properties -version 2>&1 | sed -n 's/ *java.version = //p'))" "$java" -cp "$classpath" io.echotrace.voice.HealthySound "$seconds"
  done
  cpu "csound, wave tables" csound "$work/tables.csd"
  cpu "csound, 18 sines" csound "$work/sines.csd"
  cpu "SuperCollider, wave tables" scsynth -N "$work/tables.osc" _ /dev/null 48000 raw int16 -o 2 -z 128
  cpu "SuperCollider, 18 sines" scsynth -N "$work/sines.osc" _ /dev/null 48000 raw int16 -o 2 -z 128
done
