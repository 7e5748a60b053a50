//! The tools that the product and its tests need: looked for, installed where we may, else named exactly with the command that installs them.

#![allow(clippy::print_stdout, reason = "a command speaks to the terminal")]

mod apt;

use crate::Result;
use crate::command::{run_anywhere, succeeds};

/// What is about to be done. Each needs what the one before it needs, and more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Work {
    /// Build the product.
    Build,
    /// Look at its window where there is no screen.
    Look,
    /// Run every stage of `cargo xtask test`.
    Test,
}

/// One tool: a command that succeeds where it is there, and where it comes from.
struct Tool {
    /// What a person calls it.
    name: &'static str,
    probe: &'static [&'static str],
    source: Source,
    /// The least work that needs it.
    work: Work,
}

#[derive(Clone, Copy, PartialEq)]
enum Source {
    /// A Debian package.
    Apt(&'static str),
    /// A component of the Rust toolchain: of rustup's, or Debian's package of it.
    Rust { component: &'static str, package: &'static str },
    /// A crate with a program, of a version that the toolchain builds; the slowest of them takes about three minutes, once.
    Cargo(&'static str),
    /// What its owner keeps in the version of their choice: only named.
    Own(&'static str),
}

const RUSTFMT: Source = Source::Rust { component: "rustfmt", package: "rustfmt" };
const CLIPPY: Source = Source::Rust { component: "clippy", package: "rust-clippy" };
const NEXTEST: Source = Source::Cargo("cargo-nextest@0.9.143");
const DENY: Source = Source::Cargo("cargo-deny@0.20.2");
const TAURI_DRIVER: Source = Source::Cargo("tauri-driver@2.1.0");
const NODE: Source = Source::Own("Node 20.19 or newer with npm (https://nodejs.org/en/download)");
/// Vite's least version.
const NODE_IS_NEW_ENOUGH: &str =
    "const [a, b] = process.versions.node.split('.').map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)";

const TOOLS: [Tool; 30] = [
    // SQLCipher and OpenSSL are built from source: a compiler, make, and a whole Perl (the minimal one lacks IPC::Cmd).
    Tool { name: "C compiler", probe: &["cc", "--version"], source: Source::Apt("build-essential"), work: Work::Build },
    Tool { name: "make", probe: &["make", "--version"], source: Source::Apt("build-essential"), work: Work::Build },
    Tool { name: "perl", probe: &["perl", "-MIPC::Cmd", "-MFindBin", "-e", "1"], source: Source::Apt("perl"), work: Work::Build },
    Tool { name: "pkg-config", probe: &["pkg-config", "--version"], source: Source::Apt("pkg-config"), work: Work::Build },
    // The window: WebKitGTK with all that it stands on, and the page inside it.
    Tool {
        name: "WebKitGTK 4.1",
        probe: &["pkg-config", "--exists", "webkit2gtk-4.1"],
        source: Source::Apt("libwebkit2gtk-4.1-dev"),
        work: Work::Build,
    },
    Tool { name: "Node", probe: &["node", "-e", NODE_IS_NEW_ENOUGH], source: NODE, work: Work::Build },
    Tool { name: "npm", probe: &["npm", "--version"], source: NODE, work: Work::Build },
    // Which files are the tree's: tidy and layers ask it.
    Tool { name: "git", probe: &["git", "--version"], source: Source::Apt("git"), work: Work::Test },
    // The letters are read back: their text, their pixels, their structure.
    Tool { name: "pdftotext", probe: &["pdftotext", "-v"], source: Source::Apt("poppler-utils"), work: Work::Test },
    Tool { name: "pdftoppm", probe: &["pdftoppm", "-v"], source: Source::Apt("poppler-utils"), work: Work::Test },
    Tool { name: "qpdf", probe: &["qpdf", "--version"], source: Source::Apt("qpdf"), work: Work::Test },
    // Archives' rules: Preflight judges the files, on Java; some of its parts come apart from it.
    Tool { name: "java", probe: &["java", "-version"], source: Source::Apt("default-jre-headless"), work: Work::Test },
    Tool {
        name: "PDFBox Preflight",
        probe: &["test", "-r", "/usr/share/java/preflight.jar"],
        source: Source::Apt("libpdfbox2-java"),
        work: Work::Test,
    },
    Tool {
        name: "commons-io",
        probe: &["test", "-r", "/usr/share/java/commons-io.jar"],
        source: Source::Apt("libcommons-io-java"),
        work: Work::Test,
    },
    Tool {
        name: "Java's activation",
        probe: &["test", "-r", "/usr/share/java/javax.activation.jar"],
        source: Source::Apt("libactivation-java"),
        work: Work::Test,
    },
    Tool {
        name: "Java's XML binding",
        probe: &["test", "-r", "/usr/share/java/jaxb-api.jar"],
        source: Source::Apt("libjaxb-api-java"),
        work: Work::Test,
    },
    // The real window, on a screen and a bus of its own, driven from outside; a browser for the page alone.
    Tool { name: "xvfb-run", probe: &["sh", "-c", "command -v xvfb-run"], source: Source::Apt("xvfb"), work: Work::Look },
    Tool { name: "xauth", probe: &["xauth", "version"], source: Source::Apt("xauth"), work: Work::Look },
    Tool { name: "dbus-run-session", probe: &["dbus-run-session", "--version"], source: Source::Apt("dbus"), work: Work::Look },
    Tool {
        name: "WebKitWebDriver",
        probe: &["sh", "-c", "command -v WebKitWebDriver"],
        source: Source::Apt("webkit2gtk-driver"),
        work: Work::Look,
    },
    Tool { name: "tauri-driver", probe: &["tauri-driver", "--help"], source: TAURI_DRIVER, work: Work::Look },
    // The dialog that officers without a desktop portal see, the hand that types into it, and what minimises and closes windows.
    Tool { name: "zenity", probe: &["sh", "-c", "command -v zenity"], source: Source::Apt("zenity"), work: Work::Test },
    Tool { name: "xdotool", probe: &["sh", "-c", "command -v xdotool"], source: Source::Apt("xdotool"), work: Work::Test },
    Tool { name: "openbox", probe: &["sh", "-c", "command -v openbox"], source: Source::Apt("openbox"), work: Work::Test },
    Tool { name: "chromium", probe: &["chromium", "--version"], source: Source::Apt("chromium"), work: Work::Test },
    // A print server of the tests' own.
    Tool {
        name: "cups",
        probe: &["sh", "-c", "PATH=$PATH:/usr/sbin; command -v cupsd && command -v lp && command -v lpadmin"],
        source: Source::Apt("cups"),
        work: Work::Test,
    },
    Tool { name: "rustfmt", probe: &["cargo", "fmt", "--version"], source: RUSTFMT, work: Work::Test },
    Tool { name: "clippy", probe: &["cargo", "clippy", "--version"], source: CLIPPY, work: Work::Test },
    Tool { name: "cargo-nextest", probe: &["cargo", "nextest", "--version"], source: NEXTEST, work: Work::Test },
    Tool { name: "cargo-deny", probe: &["cargo", "deny", "--version"], source: DENY, work: Work::Test },
];

/// What the hints depend on.
#[derive(Clone, Copy)]
struct Here {
    root: bool,
    rustup: bool,
}

impl Here {
    fn look() -> Self {
        Self { root: apt::is_root(), rustup: succeeds(&["rustup", "--version"]) }
    }
}

/// Installs what is missing; where that is not possible, says what is missing and how to install it.
pub fn provide(work: Work) -> Result {
    let missing = missing(work);
    if missing.is_empty() {
        return Ok(());
    }
    let here = Here::look();
    let packages = packages(&missing);
    if !packages.is_empty() {
        // Whether it worked is judged by looking again, so that every missing tool is named, not only the first.
        if let Err(error) = apt::install(&packages) {
            println!("{error}");
        }
    }
    for tool in missing {
        let outcome = match tool.source {
            Source::Rust { component, .. } if here.rustup => run_anywhere("rustup", &["component", "add", component]),
            // A toolchain from elsewhere is its owner's: a part of another one beside it would not match it.
            Source::Apt(_) | Source::Rust { .. } | Source::Own(_) => Ok(()),
            Source::Cargo(name) => run_anywhere("cargo", &["install", "--locked", name]),
        };
        if let Err(error) = outcome {
            println!("{error}");
        }
    }
    verdict(&self::missing(work), here)
}

fn missing(work: Work) -> Vec<&'static Tool> {
    TOOLS.iter().filter(|tool| tool.work <= work && !succeeds(tool.probe)).collect()
}

/// The Debian packages that bring the missing tools, each once.
fn packages(missing: &[&Tool]) -> Vec<&'static str> {
    let mut packages: Vec<&str> = Vec::new();
    for tool in missing {
        if let Source::Apt(package) = tool.source
            && !packages.contains(&package)
        {
            packages.push(package);
        }
    }
    packages
}

fn verdict(missing: &[&Tool], here: Here) -> Result {
    if missing.is_empty() {
        return Ok(());
    }
    let names: Vec<&str> = missing.iter().map(|tool| tool.name).collect();
    let packages = packages(missing);
    let sudo = if here.root { "" } else { "sudo " };
    let mut commands = Vec::new();
    if !packages.is_empty() {
        commands.push(format!("  {sudo}apt-get install {}", packages.join(" ")));
    }
    commands.extend(missing.iter().filter_map(|tool| match tool.source {
        Source::Apt(_) => None,
        Source::Rust { component, .. } if here.rustup => Some(format!("  rustup component add {component}")),
        Source::Rust { package, .. } => Some(format!("  {sudo}apt-get install {package} (for Debian's own Rust)")),
        Source::Cargo(name) => Some(format!("  cargo install --locked {name}")),
        Source::Own(what) => Some(format!("  {what}")),
    }));
    commands.dedup();
    Err(format!("missing: {}. Install with:\n{}", names.join(", "), commands.join("\n")).into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(names: &[&str]) -> Vec<&'static Tool> {
        TOOLS.iter().filter(|tool| names.contains(&tool.name)).collect()
    }

    #[test]
    fn a_package_that_brings_two_tools_is_asked_for_once() {
        assert_eq!(packages(&named(&["pdftotext", "pdftoppm", "qpdf", "clippy"])), ["poppler-utils", "qpdf"]);
    }

    #[test]
    fn what_is_its_owners_is_named_once_and_not_installed() {
        let said = verdict(&named(&["Node", "npm"]), Here { root: true, rustup: true }).unwrap_err().to_string();
        let lines: Vec<&str> = said.lines().collect();
        assert_eq!(lines, ["missing: Node, npm. Install with:", "  Node 20.19 or newer with npm (https://nodejs.org/en/download)"]);
    }

    #[test]
    fn what_stays_missing_is_named_with_the_command_that_installs_it() {
        let missing = named(&["git", "pdftotext", "pdftoppm", "clippy", "cargo-deny"]);
        for (root, rustup, expected) in [
            (false, true, ["  sudo apt-get install git poppler-utils", "  rustup component add clippy"]),
            (true, true, ["  apt-get install git poppler-utils", "  rustup component add clippy"]),
            (true, false, ["  apt-get install git poppler-utils", "  apt-get install rust-clippy (for Debian's own Rust)"]),
        ] {
            let said = verdict(&missing, Here { root, rustup }).unwrap_err().to_string();
            let lines: Vec<&str> = said.lines().collect();
            assert_eq!(lines[0], "missing: git, pdftotext, pdftoppm, clippy, cargo-deny. Install with:");
            assert_eq!(lines[1..3], expected);
            assert_eq!(lines[3..], ["  cargo install --locked cargo-deny@0.20.2"]);
        }
        assert!(verdict(&[], Here { root: false, rustup: true }).is_ok());
    }
}
