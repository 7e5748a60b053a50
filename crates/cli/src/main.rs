//! x
fn main() { println!("{}", sandika_api::typescript()); }
