//! `sandika-devhost`: the wire over loopback, beside the built screens, so that a browser can stand in for the window in tests. Never shipped.
//!
//! It goes through the same [`sandika_api::dispatch_at`] as the shell, with a real store and a printer that prints into a folder. What it deliberately
//! does not do: let anybody but this computer in.

mod arguments;
mod clock;
mod host;
mod pages;
mod ports;
mod telling;
mod upload;

use arguments::Arguments;
use host::Host;
use sandika_app::Outlet;
use std::error::Error;
use std::io::{self, Write};
use std::process::ExitCode;
use std::{fs, thread};
use tiny_http::Server;

/// A screen asks for several things at once.
const WORKERS: usize = 4;

fn main() -> ExitCode {
    match Arguments::parse(std::env::args_os().skip(1)).and_then(serve) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            drop(writeln!(io::stderr(), "{error}"));
            ExitCode::FAILURE
        }
    }
}

fn serve(arguments: Arguments) -> Result<(), Box<dyn Error>> {
    fs::create_dir_all(&arguments.data)?;
    let data = arguments.data.canonicalize()?;
    let server = Server::http(("127.0.0.1", arguments.port)).map_err(|error| format!("port {}: {error}", arguments.port))?;
    let port = server.server_addr().to_ip().map_or(arguments.port, |address| address.port());
    let host = Host::new(data, arguments.ui, arguments.cheap, arguments.keys);
    writeln!(io::stdout(), "http://127.0.0.1:{port}")?;
    io::stdout().flush()?;
    thread::scope(|scope| {
        for outlet in Outlet::ALL {
            let host = &host;
            scope.spawn(move || host.carry(outlet));
        }
        scope.spawn(|| host.scan());
        scope.spawn(|| host.back_up());
        for _ in 0..WORKERS {
            scope.spawn(|| server.incoming_requests().for_each(|request| host.answer(request)));
        }
    });
    Ok(())
}
