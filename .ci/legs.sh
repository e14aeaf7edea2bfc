# What run and matrix share: legs, each with a line in the summary that closes the run.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
exec </dev/null
export CI=true

# What cannot be tested here fails instead of being skipped.
strict=(-B -Dnetjig.strict=true)

# The suites alone, built into a directory of their own (target/<leg> of each module), so that they compile afresh and
# leave the reports of the first leg alone.
suites() { echo mvn verify "${strict[@]}" "-Dnetjig.target=target/$1" -Dnetjig.suitesOnly=true "${@:2}"; }

# A JDK 25, if this machine has one.
jdk25() {
    local home
    for home in "${JAVA_HOME_25:-}" "${JAVA_HOME_25_X64:-}" /usr/lib/jvm/*25* /opt/*jdk*25* "$HOME"/.sdkman/candidates/java/25*; do
        if [ -n "$home" ] && [ -x "$home/bin/javac" ]; then
            echo "$home"
            return
        fi
    done
}

summary=
current=
note() { summary+=$(printf '%-45s %s' "$1" "$2")$'\n'; }

step() {
    current=$1
    printf '\n=== %s ===\n' "$1"
    shift
    printf '$'
    printf ' %s' "$@"
    printf '\n'
    local start=$SECONDS
    "$@"
    note "$current" "passed   $((SECONDS - start)) s"
    current=
}

# Also when a leg fails, which ends the run.
close() {
    local exit=$?
    if [ -n "$current" ]; then note "$current" FAILED; fi
    printf '\n=== Summary ===\n%s' "$summary"
    printf '%-45s %d s\n' "$([ "$exit" = 0 ] && echo 'All legs passed' || echo 'Not all legs passed')" "$SECONDS"
}
trap close EXIT
