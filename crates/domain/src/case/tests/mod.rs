//! The state machine on the five real SOPs: whole walks, single rules, and random commands.

mod approval;
mod certificates;
mod checklist;
mod fixture;
mod printing;
mod random;
mod rules;
mod shared;
mod times;
mod walks;
