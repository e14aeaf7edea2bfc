# shellcheck shell=bash
# What run and matrix share: legs, each with a line in the summary that closes the run.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
exec </dev/null
export CI=true

# What cannot be tested here fails instead of being skipped.
strict=(-B -Dnetjig.strict=true)

# The suites alone, built into a directory of their own (target/<leg> of each module), so that they compile afresh and
# leave the reports of the first leg alone.
suites() { echo mvn verify "${strict[@]}" "-Dnetjig.target=target/$1" -Dnetjig.suitesOnly=true -Dnetjig.site.skip=true "${@:2}"; }

# Runs a command as an ordinary user. An ordinary user runs it as it is; root as nobody, in a copy of this tree and of Maven's
# repository that is removed afterwards; what it built in target comes back.
ordinary() (
    [ "$(id -u)" = 0 ] || { "$@"; exit; }
    copy=$(mktemp -d "${TMPDIR:-/var/tmp}/netjig-ordinary.XXXXXX") || exit
    trap 'rm -rf "$copy"' EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM HUP
    repository=${NETJIG_MAVEN_REPOSITORY:-$HOME/.m2/repository}
    mkdir -p "$copy/home/.m2/repository" "$copy/tmp" "$copy/tree" &&
        tar -c --exclude=./.git --exclude=./.m2 --exclude=target --exclude=node_modules . | tar -x -C "$copy/tree" || exit
    if [ -d "$repository" ]; then cp -r "$repository/." "$copy/home/.m2/repository" || exit; fi
    if [ -f "$HOME/.m2/settings.xml" ]; then cp "$HOME/.m2/settings.xml" "$copy/home/.m2" || exit; fi
    chown -R "nobody:$(id -g nobody)" "$copy" && chmod 700 "$copy" || exit
    exit=0
    (
        cd "$copy/tree" &&
            HOME=$copy/home TMPDIR=$copy/tmp \
                MAVEN_OPTS="${MAVEN_OPTS:-} -Duser.home=$copy/home -Dmaven.repo.local=$copy/home/.m2/repository" \
                setpriv --reuid=nobody --regid="$(id -g nobody)" --clear-groups "$@"
    ) || exit=$?
    (cd "$copy/tree" && find . -name target -prune -print0 | tar -c --null -T -) | tar -x --no-same-owner || exit
    exit "$exit"
)

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
# yes: a leg that fails does not end the run, which fails at its end.
keep_going=no
red=0
note() { summary+=$(printf '%-60s %s' "$1" "$2")$'\n'; }

step() {
    current=$1
    printf '\n=== %s ===\n' "$1"
    shift
    printf '$'
    printf ' %s' "$@"
    printf '\n'
    local start=$SECONDS
    if [ "$keep_going" = no ]; then
        "$@"
        note "$current" "passed   $((SECONDS - start)) s"
    elif "$@"; then
        note "$current" "passed   $((SECONDS - start)) s"
    else
        note "$current" "FAILED   $((SECONDS - start)) s"
        red=1
    fi
    current=
}

# Also when a leg fails, which ends the run.
close() {
    local exit=$?
    if [ -n "$current" ]; then note "$current" FAILED; fi
    if [ "$exit" = 0 ]; then exit=$red; fi
    printf '\n=== Summary ===\n%s' "$summary"
    printf '%-60s %d s\n' "$([ "$exit" = 0 ] && echo 'All legs passed' || echo 'Not all legs passed')" "$SECONDS"
    exit "$exit"
}
trap close EXIT
