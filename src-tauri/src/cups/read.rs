//! What CUPS' commands say.

/// The printer behind `lpstat -d`.
pub(super) fn default(answer: &str) -> Option<String> {
    let (_, name) = answer.lines().find_map(|line| line.split_once("default destination: "))?;
    Some(name.split('/').next().unwrap_or(name).trim().to_owned())
}

/// The job behind `lp`.
pub(super) fn job(answer: &str) -> Option<String> {
    let words = answer.lines().find_map(|line| line.strip_prefix("request id is "))?;
    words.split_whitespace().next().map(str::to_owned)
}

/// Why a printer takes or prints nothing now, by `lpstat -p` and `-a`; `None` where it does.
pub(super) fn stopped(answer: &str, printer: &str) -> Option<String> {
    let mut lines = answer.lines();
    lines.find(|line| says_stopped(line, printer))?;
    let why = lines.next().filter(|line| line.starts_with(char::is_whitespace)).map_or("", str::trim);
    Some(if matches!(why, "" | "reason unknown") { "tanpa alasan yang disebutkan" } else { why }.to_owned())
}

fn says_stopped(line: &str, printer: &str) -> bool {
    let state = line.strip_prefix("printer ").unwrap_or(line).strip_prefix(printer).unwrap_or_default();
    state.starts_with(" disabled since") || state.starts_with(" not accepting requests since")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_default_printer_is_found() {
        for (said, expected) in [
            ("system default destination: Ruang-TU\n", Some("Ruang-TU")),
            ("user default destination: Loket/dupleks\n", Some("Loket")),
            ("no system default destination\n", None),
        ] {
            assert_eq!(default(said).as_deref(), expected, "{said}");
        }
    }

    #[test]
    fn the_job_is_found() {
        assert_eq!(job("request id is Ruang-TU-12 (1 file(s))\n").as_deref(), Some("Ruang-TU-12"));
        assert_eq!(job("").as_deref(), None);
    }

    #[test]
    fn a_stopped_printer_says_why() {
        for (said, expected) in [
            ("printer Loket is idle.  enabled since Sat\n", None),
            ("printer Loket now printing Loket-1.  enabled since Sat\n\tSending data\n", None),
            ("printer Loket disabled since Sat -\n\tkertas habis\n", Some("kertas habis")),
            ("printer Loket disabled since Sat -\n\treason unknown\n", Some("tanpa alasan yang disebutkan")),
            ("printer Loket disabled since Sat\n", Some("tanpa alasan yang disebutkan")),
            ("printer Loket is idle.\nLoket not accepting requests since Sat -\n\ttutup\n", Some("tutup")),
            ("printer Loket-2 disabled since Sat -\n\tkertas habis\n", None),
        ] {
            assert_eq!(stopped(said, "Loket").as_deref(), expected, "{said}");
        }
    }
}
