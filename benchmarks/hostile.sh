#!/usr/bin/env bash
# hostile.sh FOLDER: writes the hostile set to a folder and scans each file on its own, with the
# default stack and 2 GB. Prints seconds, exit code and the last line of each; fails if one takes
# longer than it may (10 s, 60 s for files above 20 MB) or ends without a report.
set -u
folder=${1:?usage: hostile.sh FOLDER}
here=$(cd "$(dirname "$0")/.." && pwd)
jar=$here/embedding/cli/target/emerald.jar
[ -f "$jar" ] || { echo "build first: mvn -q -DskipTests package" >&2; exit 2; }
java -cp "$here/benchmarks/target/benchmarks.jar" dev.emerald.benchmarks.HostileSet "$folder" || exit 2

failed=0
for file in "$folder"/*; do
  limit=10
  [ "$(stat -c %s "$file")" -gt 20000000 ] && limit=60
  started=$(date +%s.%N)
  timeout $((limit * 2)) java -Xmx2g -jar "$jar" scan --fail-on never "$file" \
    >"$folder.out" 2>"$folder.err"
  code=$?
  seconds=$(echo "$(date +%s.%N) - $started" | bc)
  verdict=ok
  if [ "$code" != 0 ] || [ -s "$folder.err" ] || [ ! -s "$folder.out" ] \
    || [ "$(echo "$seconds > $limit" | bc)" = 1 ]; then
    verdict=FAILED
    failed=1
  fi
  printf '%-6s %6.2f s  exit %d  %-24s %s\n' \
    "$verdict" "$seconds" "$code" "$(basename "$file")" "$(tail -n 1 "$folder.out" | cut -c1-90)"
done
rm -f "$folder.out" "$folder.err"
exit $failed
