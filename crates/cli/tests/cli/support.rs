//! Running `sandika`, and offices that it can be run on.

use sandika_app::ports::Ports;
use sandika_app::{KdfCost, Office};
use sandika_testkit::{PASSPHRASE, sample};
use serde_json::{Value, json};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use tempfile::TempDir;

/// Cheap on purpose: each run opens the office anew.
const CHEAP: KdfCost = KdfCost { m_kib: 64, t: 1, p: 1 };

/// What a run left.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) status: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Run {
    /// Standard error as the one line of JSON that a script expects.
    pub(crate) fn error(&self) -> Value {
        assert_eq!((self.status, self.out.as_str()), (Some(1), ""), "{self:?}");
        serde_json::from_str(&self.err).unwrap_or_else(|fault| panic!("{fault}: {self:?}"))
    }

    /// The code of that error.
    pub(crate) fn code(&self) -> String {
        self.error()["code"].as_str().unwrap_or_default().to_owned()
    }
}

/// The program, with nothing from the environment of the test.
pub(crate) fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sandika"));
    for name in ["SANDIKA_KANTOR", "SANDIKA_SANDI", "USER", "USERNAME"] {
        command.env_remove(name);
    }
    command
}

/// Runs a command to its end, with something on standard input.
pub(crate) fn finish(mut command: Command, input: &[u8]) -> Run {
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    // A program that needs no input may be gone before it is written.
    drop(child.stdin.take().unwrap().write_all(input));
    let output = child.wait_with_output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Run { status: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
}

/// Runs the program with arguments.
pub(crate) fn sandika<S: AsRef<std::ffi::OsStr>>(arguments: &[S]) -> Run {
    let mut command = program();
    command.args(arguments);
    finish(command, b"")
}

/// A folder of the product's content.
pub(crate) fn content(part: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content").join(part)
}

/// An office that nobody has open, and a passphrase file that only its owner reads.
pub(crate) struct Desk {
    folder: TempDir,
}

impl Desk {
    /// An office with its profile.
    pub(crate) fn new() -> Self {
        let desk = Self { folder: tempfile::tempdir().unwrap() };
        let mut office = Office::create(&desk.office(), PASSPHRASE, CHEAP, Ports::folder(desk.path("keluar")), "uji").unwrap();
        sandika_api::dispatch(&mut office, "office_record", &sample::profile().to_string()).unwrap();
        private_file(&desk.path("sandi"), PASSPHRASE);
        desk
    }

    /// Its folder.
    pub(crate) fn office(&self) -> PathBuf {
        self.path("kantor")
    }

    /// A place beside the office.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The program on this office, with its passphrase.
    pub(crate) fn program(&self) -> Command {
        let mut command = program();
        command.arg("--kantor").arg(self.office()).arg("--sandi-berkas").arg(self.path("sandi"));
        command
    }

    /// Runs a verb on this office.
    pub(crate) fn run(&self, arguments: &[&str]) -> Run {
        let mut command = self.program();
        command.args(arguments);
        finish(command, b"")
    }

    /// Calls a command with JSON on standard input.
    pub(crate) fn call(&self, command: &str, json: &Value) -> Run {
        let mut program = self.program();
        program.args(["panggil", command, "-"]);
        finish(program, json.to_string().as_bytes())
    }

    /// Calls a command that must succeed; answers with its value.
    pub(crate) fn ok(&self, command: &str, json: &Value) -> Value {
        let run = self.call(command, json);
        assert_eq!((run.status, run.err.as_str(), run.out.lines().count()), (Some(0), "", 1), "{command}: {run:?}");
        let mut answer: Value = serde_json::from_str(&run.out).unwrap();
        if answer.get("changed").is_some() { answer["value"].take() } else { answer }
    }

    /// Opens a case of the Demak SOP; answers with its view.
    pub(crate) fn case(&self) -> Value {
        let owner = self.ok("owner_record", &sample::owner(1));
        self.ok("case_open", &opening(&owner))
    }
}

/// A request for a revocation.
pub(crate) fn opening(owner: &Value) -> Value {
    json!({
        "sop": "demak-pencabutan", "owner": owner, "channel": "surat", "sender": "Dinas Kesehatan Kabupaten Contoh",
        "letter_number": "800/1/Dinkes", "letter_date": "2025-01-06", "reason": "pensiun", "can_log_in": false,
    })
}

/// Writes a file that only its owner can read.
pub(crate) fn private_file(path: &Path, content: impl AsRef<[u8]>) {
    fs::write(path, content).unwrap();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(path, fs::Permissions::from_mode(0o600)).unwrap();
    }
}
