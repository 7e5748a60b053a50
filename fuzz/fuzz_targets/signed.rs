//! libFuzzer with signatures and certificates.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| sandika_fuzz::signed(bytes));
