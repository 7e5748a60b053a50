//! libFuzzer with the first page of a file.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| sandika_fuzz::pages(bytes));
