//! The host as a browser meets it: started on a free port, spoken to over a socket.

#![allow(clippy::unwrap_used, reason = "test code")]

use serde_json::{Value, json};
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};

struct Running {
    process: Child,
    address: String,
}

impl Running {
    fn start(data: &Path, ui: &Path) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_sandika-devhost"));
        command.arg("--data").arg(data).arg("--ui").arg(ui).arg("--murah").stdout(Stdio::piped());
        let mut process = command.spawn().unwrap();
        let mut line = String::new();
        BufReader::new(process.stdout.as_mut().unwrap()).read_line(&mut line).unwrap();
        let address = line.trim().strip_prefix("http://").unwrap().to_owned();
        assert!(address.starts_with("127.0.0.1:"), "{address}");
        Self { process, address }
    }

    fn send(&self, method: &str, path: &str, body: &str) -> (u16, String, String) {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        let length = body.len();
        write!(stream, "{method} {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: {length}\r\n\r\n{body}").unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        (head.split(' ').nth(1).unwrap().parse().unwrap(), head.to_owned(), body.to_owned())
    }

    fn rpc(&self, command: &str, arguments: Value) -> (u16, Value) {
        let (status, _, body) = self.send("POST", &format!("/rpc/{command}"), &arguments.to_string());
        (status, serde_json::from_str(&body).unwrap())
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        drop(self.process.kill());
        drop(self.process.wait());
    }
}

#[test]
fn a_browser_finds_the_wire_and_the_screens() {
    let folder = tempfile::tempdir().unwrap();
    let ui = folder.path().join("ui");
    fs::create_dir_all(&ui).unwrap();
    fs::write(ui.join("index.html"), "<title>Sandika</title>").unwrap();
    fs::write(folder.path().join("rahasia.txt"), "rahasia").unwrap();
    let host = Running::start(&folder.path().join("data"), &ui);

    let (status, desk) = host.rpc("desk_show", json!({}));
    assert_eq!((status, &desk["state"], &desk["practice"]), (200, &json!("none"), &json!(false)));
    let (status, error) = host.rpc("case_list", json!({}));
    assert_eq!((status, &error["code"]), (422, &json!("office-closed")));
    assert_eq!(host.send("POST", "/clock", "2026-11-20T09:00:00+07:00").0, 200);
    assert_eq!(host.send("POST", "/clock", "kemarin").0, 400);
    let (status, opened) = host.rpc("desk_practice", json!({ "user": "Contoh Petugas" }));
    assert_eq!((status, &opened["value"]["state"], &opened["value"]["practice"]), (200, &json!("open"), &json!(true)), "{opened}");
    assert_eq!(opened["value"]["now"], "2026-11-20T09:00");
    let (status, cases) = host.rpc("case_list", json!({}));
    assert_eq!(status, 200);
    assert!(cases.as_array().unwrap().len() >= 10, "{cases}");
    let (status, error) = host.rpc("tidak_ada", json!({}));
    assert_eq!((status, &error["code"]), (422, &json!("unknown-command")));
    assert_eq!(host.rpc("printer_list", json!({})).1[0]["name"], "Printer Uji");

    let (status, head, body) = host.send("GET", "/", "");
    assert_eq!((status, body.as_str()), (200, "<title>Sandika</title>"));
    assert!(head.contains("text/html") && head.contains("style-src 'self'"), "{head}");
    for path in ["/../rahasia.txt", "/%2e%2e/rahasia.txt", "/..%2Frahasia.txt", "/tidak-ada.js"] {
        assert_eq!(host.send("GET", path, "").0, 404, "{path}");
    }

    let (status, _, path) = host.send("POST", "/upload/surat%20masuk.pdf", "%PDF-1.7 contoh");
    assert_eq!(status, 200);
    assert!(Path::new(&path).ends_with("unggah/1/surat masuk.pdf"), "{path}");
    assert_eq!(fs::read_to_string(&path).unwrap(), "%PDF-1.7 contoh");
    assert_eq!(host.send("POST", "/upload/..", "x").0, 400);
    assert_eq!(host.send("GET", "/printed", "").2, "[]");
    assert_eq!(host.send("POST", "/viewed?path=%2Ftmp%2Fa.pdf", "").0, 200);
    assert_eq!(host.send("GET", "/viewed", "").2, "[\"/tmp/a.pdf\"]");
}
