//! The program as seen by whoever starts it. It never outlives the talk with it.

use super::READER_WORD;
use super::wire::{Answer, Request, receive, send};
use crate::fault::ReadFault;
use std::io::{self, Read, Write};
use std::path::Path;
use std::process::{Child, ChildStderr, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::thread;
use std::time::Duration;

/// Answers that may wait to be heard; then the program waits.
const WAITING: usize = 4;
/// Bytes of the program's last words that are kept.
const LAST_WORDS: usize = 4096;

/// Why there is no further answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    TookLong,
    TooMuchMemory,
    Lost,
}

/// A talk with a running program.
pub(super) struct Talk {
    running: Running,
    answers: Receiver<(Answer, Vec<u8>)>,
    last_words: Receiver<Vec<u8>>,
}

impl Talk {
    /// The next answer, if it comes in time.
    pub(super) fn next(&mut self, time: Duration) -> Result<(Answer, Vec<u8>), End> {
        self.answers.recv_timeout(time).map_err(|error| match error {
            RecvTimeoutError::Timeout => End::TookLong,
            RecvTimeoutError::Disconnected => self.verdict(),
        })
    }

    /// What a program that fell silent died of. Without memory Rust says so in its last words; nothing else tells it from a crash.
    fn verdict(&mut self) -> End {
        self.running.end();
        let words = self.last_words.recv().unwrap_or_default();
        let starved = words.windows(20).any(|words| words == b"memory allocation of");
        if starved { End::TooMuchMemory } else { End::Lost }
    }
}

/// A running program that is ended with its owner, whatever happens.
struct Running(Child);

impl Running {
    fn end(&mut self) {
        // Neither can fail in a way that leaves it running: it has ended already, or it ends now.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.end();
    }
}

/// Starts the program, asks it, and ends it when `with` has heard enough.
pub(super) fn talk<T>(
    program: &Path,
    request: &Request,
    sources: &[&[u8]],
    with: impl FnOnce(&mut Talk) -> Result<T, ReadFault>,
) -> Result<T, ReadFault> {
    thread::scope(|scope| {
        let mut running = Running(start(program)?);
        let (input, output, errors) = (running.0.stdin.take(), running.0.stdout.take(), running.0.stderr.take());
        let (Some(input), Some(output), Some(errors)) = (input, output, errors) else { return Err(ReadFault::Lost) };
        let ((told, answers), (said, last_words)) = (sync_channel(WAITING), sync_channel(1));
        // The pipe stays open in the thread's result until the talk is over: when it closes, the program ends itself.
        let open = scope.spawn(move || ask(input, request, sources));
        scope.spawn(move || hear(output, &told));
        scope.spawn(move || said.send(last(errors)));
        let mut talk = Talk { running, answers, last_words };
        let result = with(&mut talk);
        drop(talk);
        drop(open);
        result
    })
}

fn start(program: &Path) -> Result<Child, ReadFault> {
    let mut command = Command::new(program);
    command.arg(READER_WORD).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    #[cfg(windows)]
    {
        use std::os::windows::process::CommandExt;
        /// `CREATE_NO_WINDOW`: no black box flashes up for each file.
        const NO_WINDOW: u32 = 0x0800_0000;
        command.creation_flags(NO_WINDOW);
    }
    command.spawn().map_err(|_| ReadFault::NoProgram { program: program.display().to_string() })
}

/// Sends the request and the files. A program that ends early closes the pipe; what it died of is heard elsewhere.
fn ask(mut input: ChildStdin, request: &Request, sources: &[&[u8]]) -> io::Result<ChildStdin> {
    send(&mut input, request, &[])?;
    sources.iter().try_for_each(|source| input.write_all(source))?;
    input.flush()?;
    Ok(input)
}

fn hear(mut output: ChildStdout, told: &SyncSender<(Answer, Vec<u8>)>) {
    while let Ok(answer) = receive(&mut output) {
        if told.send(answer).is_err() {
            break;
        }
    }
}

/// The end of what the program complained about; all of it is read, so that it never waits for its complaint to be heard.
fn last(mut errors: ChildStderr) -> Vec<u8> {
    let (mut words, mut piece) = (Vec::new(), [0; LAST_WORDS]);
    while let Ok(count @ 1..) = errors.read(&mut piece) {
        words.extend_from_slice(&piece[..count]);
        words.drain(..words.len().saturating_sub(LAST_WORDS));
    }
    words
}
