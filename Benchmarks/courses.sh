#!/usr/bin/env bash
# Published instances of curriculum-based course timetabling: a table in Markdown.
#
# usage: Benchmarks/courses.sh FOLDER SECONDS SEEDS [THREADS]
#
# FOLDER holds the .ctt files and best_known.csv (instance,cost,...). Each instance is run with the seeds
# 1 to SEEDS, SECONDS each. CADRE names the command; by default the release build of this checkout.
set -euo pipefail
folder=$1 seconds=$2 seeds=$3 threads=${4:-2}
cadre=${CADRE:-$(dirname "$0")/../.build/release/cadre}

# The number or word of a key in one line of JSON.
field() { sed -E "s/.*\"$1\":\"?([^,\"}]*).*/\1/" <<<"$2"; }

echo "| instance | best known | mean | runs | bound | status | million evaluations a second |"
echo "|---|---|---|---|---|---|---|"
sum=0 sum_known=0
for file in "$folder"/*.ctt; do
  name=$(basename "$file" .ctt)
  known=$(awk -F, -v name="$name" '$1 == name { print $2 }' "$folder/best_known.csv")
  costs=() total=0 evaluations=0 spent=0
  for seed in $(seq 1 "$seeds"); do
    line=$("$cadre" solve "$file" --format ctt --time-limit "$seconds" --seed "$seed" --threads "$threads")
    costs+=("$(field cost "$line")")
    total=$((total + $(field cost "$line")))
    evaluations=$((evaluations + $(field evaluations "$line")))
    spent=$(awk -v a="$spent" -v b="$(field seconds "$line")" 'BEGIN { print a + b }')
  done
  mean=$(awk -v t="$total" -v n="$seeds" 'BEGIN { printf "%.1f", t / n }')
  rate=$(awk -v e="$evaluations" -v s="$spent" 'BEGIN { printf "%.1f", e / s / 1e6 }')
  echo "| $name | $known | $mean | ${costs[*]} | $(field bound "$line") | $(field status "$line") | $rate |"
  sum=$(awk -v a="$sum" -v b="$mean" 'BEGIN { print a + b }')
  sum_known=$((sum_known + known))
done
echo "| sum | $sum_known | $sum | | | | |"
