//! A program that was started on a screen, with all its processes.

use super::server::Server;
use sandika_shell_tests::Screen;
use std::collections::HashMap;
use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};
use xtask::Result;

/// How long a program may take to end once it was asked to.
const PATIENCE: Duration = Duration::from_secs(30);

/// Runs until it is closed; ends with this value in any case.
pub(super) struct Running(Child);

impl Running {
    /// Starts a program over a data folder.
    pub(super) fn start(screen: &Screen, program: &Path, arguments: &[&str], data: &Path) -> Result<Self> {
        let mut command: Command = screen.command(program);
        Ok(Self(command.args(arguments).arg(data).stdout(Stdio::null()).stderr(Stdio::null()).spawn()?))
    }

    /// Memory of all its processes in MiB: pages that they share are counted once.
    pub(super) fn memory(&self) -> f64 {
        let mut kilobytes = 0.0;
        for process in self.processes() {
            let rolled = fs::read_to_string(format!("/proc/{process}/smaps_rollup")).unwrap_or_default();
            let share = rolled.lines().find_map(|line| line.strip_prefix("Pss:")).and_then(|line| line.trim().strip_suffix("kB"));
            kilobytes += share.and_then(|number| number.trim().parse::<f64>().ok()).unwrap_or_default();
        }
        kilobytes / 1024.0
    }

    /// Closes its window and waits until its last process is gone, so that the next start finds nothing of it.
    pub(super) fn close(mut self, server: &Server) -> Result {
        let processes = self.processes();
        server.close()?;
        let asked = Instant::now();
        let gone = |process: &u32| !Path::new(&format!("/proc/{process}/stat")).exists();
        while self.0.try_wait()?.is_none() || !processes.iter().all(gone) {
            if asked.elapsed() > PATIENCE {
                return Err("the program did not end".into());
            }
            thread::sleep(Duration::from_millis(5));
        }
        Ok(())
    }

    /// The process and all that it has started, directly or not.
    fn processes(&self) -> Vec<u32> {
        let mut children: HashMap<u32, Vec<u32>> = HashMap::new();
        for entry in fs::read_dir("/proc").into_iter().flatten().flatten() {
            let Some(process) = entry.file_name().to_str().and_then(|name| name.parse().ok()) else { continue };
            let stat = fs::read_to_string(entry.path().join("stat")).unwrap_or_default();
            // The name before it may hold blanks and brackets; state and parent follow the last bracket.
            let parent = stat.rsplit(')').next().and_then(|rest| rest.split_whitespace().nth(1)).and_then(|parent| parent.parse().ok());
            children.entry(parent.unwrap_or_default()).or_default().push(process);
        }
        let mut all = vec![self.0.id()];
        let mut at = 0;
        while let Some(process) = all.get(at) {
            all.extend(children.remove(process).unwrap_or_default());
            at += 1;
        }
        all
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        if matches!(self.0.try_wait(), Ok(Some(_))) {
            return;
        }
        for process in self.processes().into_iter().rev() {
            let _ = Command::new("kill").args(["-KILL", &process.to_string()]).stderr(Stdio::null()).status();
        }
        let _ = self.0.wait();
    }
}
