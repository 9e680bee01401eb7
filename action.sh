#!/usr/bin/env bash
# The step of action.yml: its inputs → a command line of sixthemes, and its exit code → that of the step.
set -euo pipefail

refuse() { # why, as an annotation that no input can break out of
  local text="$1"
  text="${text//'%'/%25}"
  text="${text//$'\r'/%0D}"
  text="${text//$'\n'/%0A}"
  echo "::error::$text" >&2
  [ -z "${GITHUB_STEP_SUMMARY:-}" ] || printf '## No summary\n\n    %s\n' "$text" >>"$GITHUB_STEP_SUMMARY"
  echo 'exit-code=2' >>"$GITHUB_OUTPUT"
  exit 2
}

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
for path in ${LINES_OF[@]+"${LINES_OF[@]}"}; do argv+=(--output "$path"); done # bash 3.2: an empty array is unset
[ -z "${INPUT_CONFIG:-}" ] || argv+=(--config "$INPUT_CONFIG")
[ -z "${INPUT_MODEL:-}" ] || argv+=(--model "$INPUT_MODEL")
[ -z "${INPUT_PREVIOUS:-}" ] || argv+=(--previous "$INPUT_PREVIOUS")
case "$INPUT_FAIL_ON" in
  never | failure) ;;
  shortfall) argv+=(--strict) ;;
  difference) argv+=(--check) ;;
  *)
    refuse "fail-on: expected never, failure, shortfall or difference (got \"$INPUT_FAIL_ON\")"
    ;;
esac
lines "$INPUT_FILES"
if [ "${#LINES_OF[@]}" = 0 ]; then
  refuse 'files: name at least one export'
fi

code=0
node "$GITHUB_ACTION_PATH/dist/bin.js" "${argv[@]}" -- "${LINES_OF[@]}" || code=$?
echo "exit-code=$code" >>"$GITHUB_OUTPUT"
[ "$INPUT_FAIL_ON" != never ] || exit 0
exit "$code"
