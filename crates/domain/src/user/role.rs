//! Roles, and the table of what each may do. Whoever is signed in may read; NIKs are masked then.

use crate::document::{Word, word_enum};

word_enum! {
    /// What somebody is in the office.
    Role {
        /// Sets the office up and says who may enter.
        Admin = "admin",
        /// Works on requests.
        Operator = "operator",
        /// Works on requests, and checks those of others.
        Verifikator = "verifikator",
        /// Head of the section's division.
        KepalaBidang = "kepala-bidang",
        /// Head of the office.
        KepalaDinas = "kepala-dinas",
    }
}

word_enum! {
    /// What not everybody may do.
    Right {
        /// Work on requests, letters, scans, owners and registers.
        Work = "work",
        /// Agree to the revocation that somebody else carries out.
        Approve = "approve",
        /// See a NIK whole; each time is recorded.
        Reveal = "reveal",
        /// Make and test backups, check the data.
        Keep = "keep",
        /// Agree to the destruction of files whose time is over.
        Destroy = "destroy",
        /// Set the office up: profile, officials, numbering, content; take back what is in the data.
        Setup = "setup",
        /// Say who may enter: users, their roles, the recovery sheet.
        Admit = "admit",
    }
}

impl Role {
    /// Whether this role has a right.
    pub fn may(self, right: Right) -> bool {
        Self::ALL.iter().zip(right.table()).any(|(role, has)| *role == self && has)
    }

    /// What the office calls it.
    pub fn title(self) -> &'static str {
        match self {
            Self::Admin => "Admin",
            Self::Operator => "Operator",
            Self::Verifikator => "Verifikator",
            Self::KepalaBidang => "Kepala Bidang",
            Self::KepalaDinas => "Kepala Dinas",
        }
    }
}

impl Right {
    /// The table: which of `Role::ALL` has it.
    fn table(self) -> [bool; 5] {
        const YES: bool = true;
        const NO: bool = false;
        match self {
            //              Admin Operator Verifikator KepalaBidang KepalaDinas
            Self::Work => [YES, YES, YES, YES, NO],
            Self::Approve => [NO, NO, YES, YES, YES],
            Self::Reveal => [YES, YES, YES, YES, YES],
            Self::Keep => [YES, YES, YES, YES, NO],
            Self::Destroy => [NO, NO, NO, YES, YES],
            Self::Setup => [YES, NO, NO, YES, NO],
            Self::Admit => [YES, NO, NO, NO, NO],
        }
    }

    /// What it allows, in words.
    pub fn about(self) -> &'static str {
        match self {
            Self::Work => "Mengerjakan permohonan, surat, pindaian, pemilik, dan register",
            Self::Approve => "Menyetujui pencabutan yang dikerjakan pengguna lain",
            Self::Reveal => "Melihat NIK secara lengkap (setiap kali tercatat)",
            Self::Keep => "Mencadangkan dan memeriksa data",
            Self::Destroy => "Menyetujui pemusnahan arsip yang diusulkan pengguna lain",
            Self::Setup => "Mengatur kantor: profil, pejabat, penomoran, dan isi",
            Self::Admit => "Mengatur pengguna, peran, dan lembar pemulihan",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_says_who_may_what() {
        use Role::{Admin, KepalaBidang, KepalaDinas, Operator, Verifikator};
        for (right, roles) in [
            (Right::Work, &[Admin, Operator, Verifikator, KepalaBidang][..]),
            (Right::Approve, &[Verifikator, KepalaBidang, KepalaDinas]),
            (Right::Reveal, Role::ALL),
            (Right::Keep, &[Admin, Operator, Verifikator, KepalaBidang]),
            (Right::Destroy, &[KepalaBidang, KepalaDinas]),
            (Right::Setup, &[Admin, KepalaBidang]),
            (Right::Admit, &[Admin]),
        ] {
            let having: Vec<Role> = Role::ALL.iter().copied().filter(|role| role.may(right)).collect();
            assert_eq!(having, roles, "{right:?}");
        }
    }
}
