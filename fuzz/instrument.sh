#!/bin/sh
# Stands before the compiler for the crates of this workspace, so that libFuzzer sees which way each input takes through them. Crates from elsewhere
# stay as every other build has made them: `cargo fuzz` has those too, and takes minutes for it. What only builds a crate is no part of a target.
case " $* " in *" --crate-name build_script_build "*) exec "$@" ;; esac
exec "$@" --cfg fuzzing -Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 -Cllvm-args=-sanitizer-coverage-inline-8bit-counters \
    -Cllvm-args=-sanitizer-coverage-pc-table -Cllvm-args=-sanitizer-coverage-trace-compares
