//! libFuzzer with the kind of a file and its end.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| sandika_fuzz::kinds(bytes));
