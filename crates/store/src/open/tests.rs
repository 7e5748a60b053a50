//! From one schema to the next: the copy before it, the step itself, and a step that fails.

use super::*;
use crate::support::*;
use rusqlite_migration::M;
use std::path::PathBuf;

/// A migration that comes after ours.
const NEXT: &str = "CREATE TABLE masa_depan (x INTEGER) STRICT;";
/// One whose second statement fails.
const FAILING: &str = "CREATE TABLE masa_depan (x INTEGER) STRICT; INSERT INTO tidak_ada VALUES (1);";

/// A closed office with one owner.
fn closed() -> (tempfile::TempDir, sandika_domain::ids::OwnerId) {
    let mut office = office();
    let owner = office.owner("Budi", "");
    let Office { store, dir } = office;
    drop(store);
    (dir, owner)
}

fn copies(dir: &Path) -> Vec<PathBuf> {
    let mut names: Vec<_> = fs::read_dir(dir.join("cadangan")).unwrap().map(|name| name.unwrap().path()).collect();
    names.sort();
    names
}

fn migrate(dir: &Path, after_ours: &'static str) -> Result<Store, StoreError> {
    let all = schema::OURS.0.iter().cloned().chain([M::up(after_ours)]).collect::<Vec<_>>();
    Store::open_with(dir, None, PASSPHRASE, moment(2), Schema(all.leak()))
}

#[test]
fn an_older_store_is_brought_up_to_date_and_its_copy_opens_as_it_was() {
    let (dir, owner) = closed();
    fs::create_dir(dir.path().join("cadangan")).unwrap();
    fs::write(dir.path().join("cadangan").join("sandika-v2-x.baru"), "sebagian").unwrap();
    let store = migrate(dir.path(), NEXT).unwrap();
    assert_eq!(store.read().owner(owner).unwrap().unwrap().name, "Budi");
    assert_eq!(schema::version(store.read().conn()).unwrap(), schema::OURS.newest() + 1);
    drop(store);
    drop(migrate(dir.path(), NEXT).unwrap());
    let [copy] = copies(dir.path()).try_into().unwrap();
    assert!(copy.file_name().unwrap().to_string_lossy().starts_with(&format!("sandika-v{}-", schema::OURS.newest())));
    assert_eq!(open(dir.path()).unwrap_err().code(), "store-newer");

    fs::copy(copy, dir.path().join(DATABASE)).unwrap();
    let store = open(dir.path()).unwrap();
    assert_eq!(store.read().owner(owner).unwrap().unwrap().name, "Budi");
    assert!(store.verify(&mut go_on).unwrap().is_sound());
}

#[test]
fn a_failed_migration_leaves_the_old_store_and_every_copy() {
    let (dir, owner) = closed();
    for tries in 1..=2 {
        assert_eq!(migrate(dir.path(), FAILING).unwrap_err().code(), "database");
        assert_eq!(copies(dir.path()).len(), tries, "a second copy never overwrites the first");
    }
    let store = open(dir.path()).unwrap();
    assert_eq!(schema::version(store.read().conn()).unwrap(), schema::OURS.newest());
    assert_eq!(store.read().owner(owner).unwrap().unwrap().name, "Budi");
    assert!(store.verify(&mut go_on).unwrap().is_sound());
}

#[test]
fn without_room_for_the_copy_nothing_is_migrated() {
    let (dir, _) = closed();
    fs::write(dir.path().join("cadangan"), "bukan folder").unwrap();
    assert_eq!(migrate(dir.path(), NEXT).unwrap_err().code(), "io");
    assert!(open(dir.path()).unwrap().verify(&mut go_on).unwrap().is_sound());
}

#[test]
fn an_office_from_before_letters_waited_gets_room_for_them() {
    let (dir, owner) = closed();
    let store = open(dir.path()).unwrap();
    let older = store.read().conn().execute_batch(
        "DROP TABLE user; DROP TABLE door; DROP TABLE outgoing; DROP INDEX entry_wait; DROP TABLE number_range; DROP TABLE template_version; DROP INDEX letter_template;
         DROP TABLE print_log; DROP TABLE agenda_book_print; DROP TABLE classification_list; DROP TABLE classification;
         DROP TABLE scan; DROP TABLE scan_page; DROP TABLE scan_part; DROP TABLE scan_source; DROP TABLE scan_erased; DROP INDEX letter_row_tail;
         DROP TABLE retention_table; DROP TABLE retention_hold; DROP TABLE destruction; DROP TABLE destruction_file;
         DROP TABLE journal_subject; DROP INDEX entry_actor; DROP INDEX entry_action; DROP INDEX entry_at;
         DROP VIEW letter_text;
         ALTER TABLE letter_row DROP COLUMN template_hash; ALTER TABLE letter_row DROP COLUMN voided_at;
         ALTER TABLE letter_row DROP COLUMN void_reason; ALTER TABLE letter_row DROP COLUMN other_system;
         ALTER TABLE letter_row DROP COLUMN other_number;
         CREATE VIEW letter_text (born, id, text) AS SELECT born, letter_id, title FROM letter_row; PRAGMA user_version = 1",
    );
    older.unwrap();
    drop(store);
    let store = open(dir.path()).unwrap();
    assert_eq!(store.read().outgoing().unwrap(), []);
    assert_eq!(store.read().owner(owner).unwrap().unwrap().name, "Budi");
    assert!(copies(dir.path())[0].file_name().unwrap().to_string_lossy().starts_with("sandika-v1-"));
}

#[test]
fn an_office_from_before_the_journal_was_looked_through_knows_what_was_said_of_each_thing() {
    use sandika_domain::fact::{AdoptedTemplate, Fact};
    use sandika_domain::ids::CertificateId;
    use sandika_domain::letter::TemplateOrigin;
    let mut office = office();
    let owner = office.owner("Budi", "");
    let certificate = CertificateId(id());
    let adopted = |origin| AdoptedTemplate { template: "nota".into(), hash: format!("{origin:?}"), text: "isi".into(), origin };
    office
        .record(
            None,
            Some(owner),
            vec![
                owner_recorded(owner, "Budi", ""),
                certificate_recorded(certificate, owner, "1"),
                Fact::CertificateRevoked { certificate, at: moment(1) },
                Fact::TemplateAdopted(adopted(TemplateOrigin::Office)),
                Fact::TemplateAdopted(adopted(TemplateOrigin::Shipped)),
                Fact::TemplateReset { template: "nota".into() },
            ],
        )
        .unwrap();
    let older = "DROP TABLE retention_table; DROP TABLE retention_hold; DROP TABLE destruction; DROP TABLE destruction_file;
         DROP TABLE journal_subject; DROP INDEX entry_actor; DROP INDEX entry_action; DROP INDEX entry_at; PRAGMA user_version = 11";
    office.store.read().conn().execute_batch(older).unwrap();
    let Office { store, dir } = office;
    drop(store);
    let store = open(dir.path()).unwrap();
    let said: i64 = store.read().conn().query_row("SELECT count(*) FROM journal_subject", [], |row| row.get(0)).unwrap();
    assert_eq!(said, 6);
    let report = store.verify(&mut go_on).unwrap();
    assert!(report.is_sound(), "as a rebuild would fill it: {:?}", report.problems);
}
