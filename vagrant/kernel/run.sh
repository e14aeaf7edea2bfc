#!/bin/bash
# Runs suites without Maven: run.sh RESULTS JAVA [OPTION...] -- [PACKAGE|CLASS...]. RESULTS has the class path, and gets
# what is found. Without a name, those of the file core. Exit code 0: all passed.
results=$1
shift
java=()
while [ "$1" != -- ]; do java+=("$1") && shift; done
shift
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck disable=SC2046 # one name a line
[ $# -gt 0 ] || set -- $(grep -v '^#' "$here/core")
selectors=()
for name; do
    case ${name##*.} in [A-Z]*) selectors+=("--select-class=$name") ;; *) selectors+=("--select-package=$name") ;; esac
done
cd "$here/../../suites" || exit 2
# Tests of framework come from another class path element with settings of its own; those of suites count.
"${java[@]}" -Xshare:auto --enable-native-access=ALL-UNNAMED -Dnetjig.strict=true "-Dnetjig.scenarios=$results/scenarios" \
    -cp "$(cat "$results/classpath")" org.junit.platform.console.ConsoleLauncher execute "${selectors[@]}" \
    --include-classname='.*' --exclude-classname='.*TestCase' --details=summary --disable-banner --disable-ansi-colors \
    --config=junit.platform.reporting.output.dir="$results/evidence" --reports-dir="$results" 2>&1 |
    grep -v -e junit-platform.properties -e findConfigFile | tee "$results/output.txt"
exit "${PIPESTATUS[0]}"
