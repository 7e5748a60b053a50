//! What the program has to end after.

/// Whether a command, once it was carried out, has the program end with its window: an installer waits for that, and would wait for ever where closing the
/// window only hides it.
pub fn ends_the_program(command: &str) -> bool {
    command == "update_start"
}

#[cfg(test)]
mod tests {
    use super::ends_the_program;
    use crate::commands::COMMANDS;

    #[test]
    fn an_update_alone_ends_the_program() {
        let ending: Vec<&str> = COMMANDS.iter().map(|command| command.name).filter(|name| ends_the_program(name)).collect();
        assert_eq!(ending, ["update_start"]);
    }
}
