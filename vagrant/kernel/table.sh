#!/bin/sh
# The counts of a run: table.sh KERNEL DIR, where DIR has JUnit's XML. A line for each suite (a package) and their sum.
cat "$2"/TEST-*.xml | awk -v kernel="$1" '
    function attribute(name,  at) {
        at = match($0, " " name "=\"[^\"]*\"")
        return at ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4) : ""
    }
    function close_test() { if (suite != "") { count[suite, state]++; count["all", state]++; suite = "" } }
    /<testcase / {
        close_test()
        suite = attribute("classname")
        sub(/\$.*/, "", suite); sub(/\.[^.]*$/, "", suite); sub(/^dev\.netjig\./, "", suite)
        state = "passed"
        if (!(suite in known)) { known[suite]; order[++n] = suite }
    }
    /<failure|<error/ { state = "failed" }
    /<skipped/ { state = "skipped" }
    END {
        close_test()
        printf "%-22s %-20s %7s %7s %7s\n", "kernel", "suite", "passed", "failed", "skipped"
        order[++n] = "all"
        for (i = 1; i <= n; i++)
            printf "%-22s %-20s %7d %7d %7d\n", kernel, order[i], count[order[i], "passed"], count[order[i], "failed"], count[order[i], "skipped"]
    }'
