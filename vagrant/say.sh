# shellcheck shell=bash
# Sourced, for what a script tells whoever started it.

# fail WHAT [REMEDY...]: ends the script with exit code 2.
fail() {
    printf 'netjig: %s\n' "$1" >&2
    shift
    for text; do printf '        %s\n' "$text" >&2; done
    exit 2
}

# took WHAT: the seconds since the last call, or since the script set since; kept in $box/times.txt.
# shellcheck disable=SC2154
took() {
    printf 'netjig: %-28s %5d s\n' "$1" $((SECONDS - since)) | tee -a "$box/times.txt"
    since=$SECONDS
}
