#!/usr/bin/env bash
# The step of action.yml: its inputs → a command line of sixthemes, and its exit code → that of the step.
set -euo pipefail

lines() { # of a text, without blank ones → LINES
  LINES_OF=()
  while IFS= read -r line; do
    line="${line#"${line%%[![:space:]]*}"}"
    line="${line%"${line##*[![:space:]]}"}"
    [ -z "$line" ] || LINES_OF+=("$line")
  done <<<"$1"
}

argv=(summarize --github)
lines "$INPUT_OUTPUT"
for path in "${LINES_OF[@]}"; do argv+=(--output "$path"); done
[ -z "${INPUT_CONFIG:-}" ] || argv+=(--config "$INPUT_CONFIG")
[ -z "${INPUT_MODEL:-}" ] || argv+=(--model "$INPUT_MODEL")
[ -z "${INPUT_PREVIOUS:-}" ] || argv+=(--previous "$INPUT_PREVIOUS")
case "$INPUT_FAIL_ON" in
  never | failure) ;;
  shortfall) argv+=(--strict) ;;
  difference) argv+=(--check) ;;
  *)
    echo "::error::fail-on: expected never, failure, shortfall or difference (got \"$INPUT_FAIL_ON\")" >&2
    exit 2
    ;;
esac
lines "$INPUT_FILES"
if [ "${#LINES_OF[@]}" = 0 ]; then
  echo '::error::files: name at least one export' >&2
  exit 2
fi

code=0
node "$GITHUB_ACTION_PATH/dist/bin.js" "${argv[@]}" -- "${LINES_OF[@]}" || code=$?
echo "exit-code=$code" >>"$GITHUB_OUTPUT"
[ "$INPUT_FAIL_ON" != never ] || exit 0
exit "$code"
