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
    /// Build for Windows, and run the tests of that under wine.
    Windows,
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
    /// A crate with a program, of a version that the toolchain builds. Unoptimised, for their seconds of work do not repay the minutes that
    /// optimising takes; the slowest of them is built in about a minute, once.
    Cargo(&'static str),
    /// The standard library for another system, as rustup has it.
    Target(&'static str),
    /// What its owner keeps in the version of their choice: only named.
    Own(&'static str),
}

/// A tool of a Debian package.
const fn debian(name: &'static str, probe: &'static [&'static str], package: &'static str, work: Work) -> Tool {
    Tool { name, probe, source: Source::Apt(package), work }
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

/// Whether the compiler of this tree has the standard library for Windows.
const HAS_TARGET: &str = "test -d \"$(rustc --print target-libdir --target x86_64-pc-windows-gnu)\"";

const TOOLS: [Tool; 39] = [
    // SQLCipher and OpenSSL are built from source: a compiler, make, and a whole Perl (the minimal one lacks IPC::Cmd).
    debian("C compiler", &["cc", "--version"], "build-essential", Work::Build),
    debian("make", &["make", "--version"], "build-essential", Work::Build),
    debian("perl", &["perl", "-MIPC::Cmd", "-MFindBin", "-e", "1"], "perl", Work::Build),
    debian("pkg-config", &["pkg-config", "--version"], "pkg-config", Work::Build),
    // The window: WebKitGTK with all that it stands on, and the page inside it.
    debian("WebKitGTK 4.1", &["pkg-config", "--exists", "webkit2gtk-4.1"], "libwebkit2gtk-4.1-dev", Work::Build),
    Tool { name: "Node", probe: &["node", "-e", NODE_IS_NEW_ENOUGH], source: NODE, work: Work::Build },
    Tool { name: "npm", probe: &["npm", "--version"], source: NODE, work: Work::Build },
    // Which files are the tree's: tidy and layers ask it.
    debian("git", &["git", "--version"], "git", Work::Test),
    // The verifier of exported journals that is a script.
    debian("python3", &["python3", "--version"], "python3", Work::Test),
    // The letters are read back: their text, their pixels, their structure.
    debian("pdftotext", &["pdftotext", "-v"], "poppler-utils", Work::Test),
    debian("pdftoppm", &["pdftoppm", "-v"], "poppler-utils", Work::Test),
    debian("qpdf", &["qpdf", "--version"], "qpdf", Work::Test),
    // Archives' rules: Preflight judges the files, on Java; some of its parts come apart from it.
    debian("java", &["java", "-version"], "default-jre-headless", Work::Test),
    debian("PDFBox Preflight", &["test", "-r", "/usr/share/java/preflight.jar"], "libpdfbox2-java", Work::Test),
    debian("commons-io", &["test", "-r", "/usr/share/java/commons-io.jar"], "libcommons-io-java", Work::Test),
    debian("Java's activation", &["test", "-r", "/usr/share/java/javax.activation.jar"], "libactivation-java", Work::Test),
    debian("Java's XML binding", &["test", "-r", "/usr/share/java/jaxb-api.jar"], "libjaxb-api-java", Work::Test),
    // The real window, on a screen and a bus of its own, driven from outside; a browser for the page alone.
    debian("xvfb-run", &["sh", "-c", "command -v xvfb-run"], "xvfb", Work::Look),
    debian("xauth", &["xauth", "version"], "xauth", Work::Look),
    debian("dbus-run-session", &["dbus-run-session", "--version"], "dbus", Work::Look),
    debian("WebKitWebDriver", &["sh", "-c", "command -v WebKitWebDriver"], "webkit2gtk-driver", Work::Look),
    Tool { name: "tauri-driver", probe: &["tauri-driver", "--help"], source: TAURI_DRIVER, work: Work::Look },
    // The dialog that officers without a desktop portal see, the hand that types into it, and what minimises and closes windows.
    debian("zenity", &["sh", "-c", "command -v zenity"], "zenity", Work::Test),
    debian("xdotool", &["sh", "-c", "command -v xdotool"], "xdotool", Work::Test),
    debian("openbox", &["sh", "-c", "command -v openbox"], "openbox", Work::Test),
    debian("chromium", &["chromium", "--version"], "chromium", Work::Test),
    // A print server of the tests' own.
    debian("cups", &["sh", "-c", "PATH=$PATH:/usr/sbin; command -v cupsd && command -v lp && command -v lpadmin"], "cups", Work::Test),
    Tool { name: "rustfmt", probe: &["cargo", "fmt", "--version"], source: RUSTFMT, work: Work::Test },
    Tool { name: "clippy", probe: &["cargo", "clippy", "--version"], source: CLIPPY, work: Work::Test },
    Tool { name: "cargo-nextest", probe: &["cargo", "nextest", "--version"], source: NEXTEST, work: Work::Test },
    // Windows: a linker with the system's libraries, a C++ one for what is written in that, and something to run it on.
    debian("mingw-w64 gcc", &["x86_64-w64-mingw32-gcc", "--version"], "gcc-mingw-w64-x86-64-posix", Work::Windows),
    debian("mingw-w64 g++", &["x86_64-w64-mingw32-g++", "--version"], "g++-mingw-w64-x86-64-posix", Work::Windows),
    debian("osslsigncode", &["osslsigncode", "--version"], "osslsigncode", Work::Windows),
    debian("openssl", &["openssl", "version"], "openssl", Work::Windows),
    debian("makensis", &["makensis", "-VERSION"], "nsis", Work::Windows),
    // What reads the pages back that are printed under wine.
    debian("ghostscript", &["gs", "--version"], "ghostscript", Work::Windows),
    debian("wine", &["test", "-x", "/usr/lib/wine/wine64"], "wine64", Work::Windows),
    Tool {
        name: "Rust for Windows",
        probe: &["sh", "-c", HAS_TARGET],
        source: Source::Target("x86_64-pc-windows-gnu"),
        work: Work::Windows,
    },
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
            Source::Target(target) if here.rustup => run_anywhere("rustup", &["target", "add", target]),
            // A toolchain from elsewhere is its owner's: a part of another one beside it would not match it.
            Source::Apt(_) | Source::Rust { .. } | Source::Target(_) | Source::Own(_) => Ok(()),
            Source::Cargo(name) => run_anywhere("cargo", &["install", "--locked", "--debug", name]),
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
        Source::Target(target) if here.rustup => Some(format!("  rustup target add {target}")),
        Source::Target(target) => {
            Some(format!("  the standard library for {target} of the same version as this Rust (rustup has it: https://rustup.rs)"))
        }
        Source::Cargo(name) => Some(format!("  cargo install --locked --debug {name}")),
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
    fn a_target_is_rustups_or_named() {
        for (rustup, expected) in
            [(true, "  rustup target add x86_64-pc-windows-gnu"), (false, "  the standard library for x86_64-pc-windows-gnu of the")]
        {
            let said = verdict(&named(&["Rust for Windows"]), Here { root: true, rustup }).unwrap_err().to_string();
            assert!(said.lines().nth(1).unwrap().starts_with(expected), "{said}");
        }
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
            assert_eq!(lines[3..], ["  cargo install --locked --debug cargo-deny@0.20.2"]);
        }
        assert!(verdict(&[], Here { root: false, rustup: true }).is_ok());
    }
}
