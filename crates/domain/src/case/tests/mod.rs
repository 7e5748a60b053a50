//! The state machine on the five real SOPs: whole walks, single rules, and random commands.

mod fixture;
mod random;
mod rules;
mod times;
mod walks;
