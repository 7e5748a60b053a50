//! libFuzzer with the text of a page's code.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| sandika_fuzz::code(bytes));
