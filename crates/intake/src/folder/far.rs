//! Whether a folder lies on another computer.

use std::borrow::Cow;
use std::fs;
use std::path::{Path, PathBuf};

/// File systems whose files lie on another computer, as Linux names them.
const FAR: [&str; 15] = [
    "afs",
    "ceph",
    "cifs",
    "davfs",
    "fuse.davfs2",
    "fuse.glusterfs",
    "fuse.gvfsd-fuse",
    "fuse.rclone",
    "fuse.sshfs",
    "glusterfs",
    "lustre",
    "nfs",
    "nfs4",
    "smb3",
    "smbfs",
];

/// Whether a folder lies on another computer: `\\server\share`, a drive letter of Windows that stands for one, or a file system of the network. Of a
/// folder that is not there yet, the nearest one above it tells.
pub fn is_far(folder: &Path) -> bool {
    let there = folder.ancestors().find_map(|above| fs::canonicalize(above).ok());
    is_share(folder) || there.is_some_and(|there| is_share(&there) || mounts().is_some_and(|mounts| is_mounted_far(&there, &mounts)))
}

/// What is mounted where; Linux alone tells it so.
fn mounts() -> Option<String> {
    if cfg!(target_os = "linux") { fs::read_to_string("/proc/self/mounts").ok() } else { None }
}

/// `\\server\share`, also as Windows writes it once it has followed a drive letter: `\\?\UNC\server\share`. `\\?\C:\` is a disk.
fn is_share(folder: &Path) -> bool {
    // Windows takes a slash for a backslash; elsewhere `//` is the root.
    let text = folder.as_os_str().as_encoded_bytes();
    let text: Cow<'_, [u8]> =
        if cfg!(windows) { text.iter().map(|byte| if *byte == b'/' { b'\\' } else { *byte }).collect() } else { text.into() };
    text.starts_with(br"\\?\UNC\") || (text.starts_with(br"\\") && !text.starts_with(br"\\?\") && !text.starts_with(br"\\.\"))
}

/// Whether the innermost mount above the folder is one of the network.
fn is_mounted_far(folder: &Path, mounts: &str) -> bool {
    let above = mounts.lines().filter_map(|line| {
        let mut fields = line.split(' ').skip(1);
        let place = PathBuf::from(unescaped(fields.next()?));
        folder.starts_with(&place).then_some((place.components().count(), fields.next()?))
    });
    // Of two on the same place the later one lies on top.
    above.max_by_key(|(depth, _)| *depth).is_some_and(|(_, system)| FAR.contains(&system))
}

/// Blanks and the like stand as `\040`.
fn unescaped(text: &str) -> String {
    [("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")]
        .iter()
        .fold(text.to_owned(), |text, (code, meant)| text.replace(code, meant))
}

#[cfg(test)]
mod tests {
    use super::*;

    const MOUNTS: &str = "\
/dev/sda1 / ext4 rw 0 0
tmpfs /tmp tmpfs rw 0 0
server:/bagi /mnt/bersama nfs4 rw 0 0
//server/bagi /mnt/dengan\\040spasi cifs rw 0 0
/dev/sdb1 /mnt/bersama/disk ext4 rw 0 0
petugas@server: /srv/petugas/jauh fuse.sshfs rw 0 0
gvfsd-fuse /run/user/1000/gvfs fuse.gvfsd-fuse rw 0 0
/dev/sdc1 /media/usb fuseblk rw 0 0
";

    #[test]
    fn the_innermost_mount_tells() {
        for (folder, far) in [
            ("/srv/petugas/kantor", false),
            ("/mnt/bersama", true),
            ("/mnt/bersama/kantor", true),
            ("/mnt/bersama/disk/kantor", false),
            ("/mnt/bersamaan/kantor", false),
            ("/mnt/dengan spasi/kantor", true),
            ("/srv/petugas/jauh/kantor", true),
            ("/run/user/1000/gvfs/smb-share:server=a", true),
            ("/media/usb/kantor", false),
        ] {
            assert_eq!(is_mounted_far(Path::new(folder), MOUNTS), far, "{folder}");
        }
        assert!(!is_mounted_far(Path::new("/"), ""));
    }

    #[test]
    fn shares_are_known_by_their_names() {
        for (folder, far) in [
            (r"\\server\bagi\kantor", true),
            (r"\\?\UNC\server\bagi", true),
            (r"\\?\C:\Users\petugas", false),
            (r"C:\Users\petugas", false),
            ("/srv/petugas", false),
            ("//server/bagi/kantor", cfg!(windows)),
        ] {
            assert_eq!(is_share(Path::new(folder)), far, "{folder}");
        }
    }

    #[test]
    fn what_is_here_is_near_and_what_is_not_there_yet_lies_where_it_would_be() {
        let folder = tempfile::tempdir().unwrap();
        assert!(!is_far(folder.path()) && !is_far(&folder.path().join("belum/ada")));
    }
}
