#!/bin/bash
# Compiles all test classes, and writes the class path that runs those of framework and suites: classpath.sh FILE.
set -euo pipefail
cd "$(dirname "$0")/../.."
offline=
[ -z "${NETJIG_OFFLINE:-}" ] || offline=-o
mvn $offline -q -B test-compile dependency:build-classpath -pl suites -am -Dexec.skip -Dspotless.check.skip -Djacoco.skip \
    -Dmdep.includeScope=test -Dmdep.outputFile="$1.jars"
printf '%s:' "$PWD"/{suites/target/test-classes,suites/target/classes,framework/target/test-classes,framework/target/classes} >"$1"
cat "$1.jars" >>"$1"
rm "$1.jars"
