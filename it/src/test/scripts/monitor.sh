#!/usr/bin/env bash
# Compares what `monitor` measures with what the system's own tools say of the same ten seconds.
# Usage, after `mvn package`: it/src/test/scripts/monitor.sh [COMMAND that keeps the machine busy]
set -euo pipefail
jar=$(cd "$(dirname "$0")/../../../../agent/target" && pwd)/echotrace.jar
folder=$(mktemp -d)
trap 'rm -rf "$folder"; [ -z "${load:-}" ] || kill "$load" 2>/dev/null || true' EXIT
cd "$folder"
if [ $# -gt 0 ]; then "$@" >/dev/null 2>&1 & load=$!; fi

network() { sed '1,2d; s/.*://' /proc/net/dev | awk '{sum += $1 + $9} END {printf "%.0f", sum}'; }
java -jar "$jar" monitor --plain -d 14 -o system.wav >monitor.log &
monitor=$!
sleep 3 # the JVM's own start is not what is compared
start=$(date +%s.%N)
bytes=$(network)
top=$(LC_ALL=C top -b -d 10 -n 2 | grep '^%Cpu' | tail -1)
bytes=$(($(network) - bytes))
end=$(date +%s.%N)
free=$(LC_ALL=C free -b | awk '/^Mem:/ {printf "%.4f", 1 - $7 / $2}')
wait "$monitor"

zero=$(date +%s.%N -d "$(grep -o 'start=[^%;]*' system.csv | head -1 | cut -d= -f2)")
awk -F, -v s="$start" -v e="$end" -v zero="$zero" -v top="$top" -v free="$free" -v bytes="$bytes" '
  FNR == 1 { for (i = 1; i <= NF; i++) column[$i] = i; next }
  zero + $1 > s && zero + $1 <= e {
    n++; cpu += $column["system.cpu.utilization"]; memory = $column["system.memory.utilization"]
    network += $column["system.network.io.receive"] + $column["system.network.io.transmit"]
  }
  END {
    match(top, /[0-9.]+ id/); idle = substr(top, RSTART, RLENGTH - 3)
    printf "CPU      monitor %6.2f %%    top  %6.2f %%\n", 100 * cpu / n, 100 - idle
    printf "memory   monitor %6.2f %%    free %6.2f %%\n", 100 * memory, 100 * free
    printf "network  monitor %9.0f B/s  /proc/net/dev %9.0f B/s\n", network / n, bytes / (e - s)
  }' system.csv
tail -1 monitor.log
