// Made by `cargo xtask gen` from crates/api; never edited by hand.

/**
 * What the key of the one who works takes beside the passphrase.
 */
export type AccountView = { 
/**
 * Whether their account of this computer; none where that cannot be had.
 */
bound: boolean | null, };

/**
 * An action.
 */
export type ActionView = { id: string, label: string, };

/**
 * The agenda book of a register and a period within one calendar year; without days that of the present year.
 */
export type AgendaBookArgs = { 
/**
 * `keluar`, `masuk` …
 */
register: string, 
/**
 * First day; the beginning of the year if none.
 */
since?: string, 
/**
 * Last day; the end of the year if none.
 */
until?: string, };

/**
 * An agenda book to be printed.
 */
export type AgendaBookPrintArgs = { 
/**
 * The book.
 */
book: AgendaBookArgs, 
/**
 * Copies, 1 to 99.
 */
copies: number, 
/**
 * How.
 */
way: WayName, 
/**
 * Printer by name; this computer's usual one if none.
 */
printer?: string, };

/**
 * An agenda book to be written to a file.
 */
export type AgendaBookSaveArgs = { 
/**
 * The book.
 */
book: AgendaBookArgs, 
/**
 * Where to.
 */
path: string, };

/**
 * An agenda book that was made.
 */
export type AgendaBookView = { 
/**
 * How many numbers it tells of.
 */
numbers: number, 
/**
 * How many pages it has.
 */
pages: number, };

/**
 * A filled-in value as it is typed or ticked.
 */
export type Answer = string | boolean | number;

/**
 * What was filled in.
 */
export type AnswerView = { field: string, label: string, 
/**
 * Kind of the field, as in SOP files.
 */
kind: string, 
/**
 * As it was recorded; a reason by its label.
 */
value: string, };

/**
 * Why a command was not carried out. Nothing has changed.
 */
export type ApiError = { 
/**
 * One of a closed set.
 */
code: ErrorCode, 
/**
 * The argument at fault, where it is one.
 */
field?: string, 
/**
 * What, why, what to do; in Indonesian.
 */
message: string, 
/**
 * Single faults of fields, missing things or warnings.
 */
faults: Array<Fault>, 
/**
 * Reference into the fault log, for errors that only a developer can explain.
 */
ref?: string, };

/**
 * Somebody who agreed.
 */
export type ApprovalView = { by: string, at: string, };

/**
 * Consent to a revocation.
 */
export type ApproveArgs = { 
/**
 * The case.
 */
case: string, 
/**
 * Revision that the user looked at.
 */
revision: number, 
/**
 * Step number.
 */
step: number, };

/**
 * The office that the last restore put aside.
 */
export type AsideView = { folder: string, };

/**
 * Who works on it.
 */
export type AssignArgs = { 
/**
 * Case id.
 */
case: string, 
/**
 * User name; none takes it back.
 */
to?: string, };

/**
 * A file for a step.
 */
export type AttachArgs = { 
/**
 * Case id.
 */
case: string, 
/**
 * Revision that the user saw.
 */
revision?: number, 
/**
 * Step number.
 */
step: number, 
/**
 * Document id.
 */
document: string, 
/**
 * The file on this computer.
 */
path: string, };

/**
 * A stored file.
 */
export type AttachedView = { 
/**
 * Id of what it was attached as.
 */
document: string, 
/**
 * What it was attached as, in the officer's words.
 */
title: string, 
/**
 * Name of the file.
 */
name: string, hash: string, size: number, media: string, at: string, };

/**
 * Whether backups are made by themselves, and where the second ones go.
 */
export type BackupFields = { 
/**
 * They are made by themselves.
 */
on: boolean, 
/**
 * Folder of the second place; none if empty.
 */
second: string | null, };

/**
 * A backup that was found in a folder or a file.
 */
export type BackupFoundView = { 
/**
 * The folder, or the moving file.
 */
path: string, moving: boolean, backup: BackupRowView, };

/**
 * What is wished at once.
 */
export type BackupHurryArgs = { 
/**
 * A test of the newest backups; else a backup.
 */
test: boolean, };

/**
 * One backup of the open office.
 */
export type BackupPickArgs = { 
/**
 * Folder of its place.
 */
folder: string, 
/**
 * Its name there.
 */
stamp: string, };

/**
 * A place, as it was found last.
 */
export type BackupPlaceView = { 
/**
 * `own` or `second`.
 */
kind: string, folder: string, 
/**
 * It has been looked into since the office was opened.
 */
looked: boolean, 
/**
 * Why the last work in it did not succeed, and what to do.
 */
trouble: string | null, 
/**
 * When it last took a backup, as far as is known.
 */
last_at: string | null, 
/**
 * Days without a backup, where they are too many.
 */
stale_days: number | null, 
/**
 * The newest test there.
 */
test: BackupTestView | null, 
/**
 * Newest first.
 */
backups: Array<BackupRowView>, 
/**
 * Why backups cannot be read, one text each.
 */
unreadable: Array<string>, };

/**
 * A backup that the office is put back from.
 */
export type BackupRestoreArgs = { 
/**
 * Folder of its place, or the moving file.
 */
path: string, 
/**
 * The office's id within the place; none for a moving file.
 */
office?: string, 
/**
 * Its name within the place; none for a moving file.
 */
stamp?: string, 
/**
 * The passphrase that held when it was made.
 */
passphrase: string, };

/**
 * A backup.
 */
export type BackupRowView = { 
/**
 * Its name within the place.
 */
stamp: string, 
/**
 * Id of its office.
 */
office: string, made_at: string, 
/**
 * Version of the program that made it.
 */
program: string, entries: number, cases: number, owners: number, letters: number, files: number, 
/**
 * What is less than in the backup before, one text each.
 */
shrink: Array<string>, 
/**
 * Somebody has looked at that.
 */
accepted: boolean, test: BackupTestView | null, };

/**
 * The outcome of a test.
 */
export type BackupTestView = { tested_at: string, good: boolean, problems: Array<string>, 
/**
 * Stored files that were read this time.
 */
files_read: number, 
/**
 * Stored files in all.
 */
files: number, };

/**
 * The backups at a glance.
 */
export type BackupView = { 
/**
 * They are made by themselves.
 */
on: boolean, 
/**
 * The open office is one that backups are made of.
 */
kept: boolean, places: Array<BackupPlaceView>, work: BackupWorkView | null, aside: AsideView | null, 
/**
 * What somebody should look at: what, why, what to do.
 */
warnings: Array<string>, };

/**
 * Work that is under way.
 */
export type BackupWorkView = { folder: string, 
/**
 * A test; else a backup is being made.
 */
testing: boolean, progress: ProgressView, };

/**
 * What would become of a batch.
 */
export type BatchCheckView = { 
/**
 * Something would be issued.
 */
ready: boolean, lines: Array<BatchLineView>, 
/**
 * Why the one letter about all cannot be issued, beside what stands at its requests.
 */
why: Array<string>, };

/**
 * What has become of a batch.
 */
export type BatchDoneView = { lines: Array<BatchLineView>, 
/**
 * It was ended from outside: the last requests got no letter.
 */
stopped: boolean, };

/**
 * A letter that a batch has issued.
 */
export type BatchLetterView = { letter: string, version: number, number: string | null, };

/**
 * A request of a batch.
 */
export type BatchLineView = { case: string, 
/**
 * Agenda number; empty if there is no such case.
 */
agenda: string, 
/**
 * The owner with titles; empty once it is erased.
 */
owner: string, 
/**
 * The letter that it got.
 */
issued: BatchLetterView | null, 
/**
 * Why it gets, or got, none, a sentence each; empty where nothing stands in the way.
 */
why: Array<string>, };

/**
 * Whether many requests get a letter each, or one about all.
 */
export type BatchShapeName = "satuan" | "bersama";

/**
 * Another SOP that a step calls.
 */
export type CallView = { sop: string, 
/**
 * Its title; its id in plain words where the office has no such SOP.
 */
title: string, 
/**
 * Whether the office has it; otherwise the step is recorded by hand.
 */
available: boolean, };

/**
 * A case.
 */
export type CaseArgs = { 
/**
 * Case id.
 */
case: string, };

/**
 * Everything about a case as one file.
 */
export type CaseBundleArgs = { 
/**
 * Case id.
 */
case: string, 
/**
 * Where it is written: a ZIP file.
 */
path: string, };

/**
 * A bundle that was written.
 */
export type CaseBundleView = { 
/**
 * Files in it.
 */
files: number, 
/**
 * Its bytes.
 */
bytes: number, 
/**
 * SHA-256 of its manifest in groups of four: noted elsewhere, it stands for the whole bundle.
 */
seal: Array<string>, };

/**
 * A letter of a case.
 */
export type CaseLetterArgs = { 
/**
 * Case id.
 */
case: string, 
/**
 * Letter id; its newest version is looked at.
 */
letter: string, };

/**
 * A page of cases.
 */
export type CaseListArgs = { 
/**
 * `open`, `waiting`, `closed`, `withdrawn`; all if empty.
 */
standings?: Array<string>, 
/**
 * Kind of service, as in SOP files.
 */
service?: string, 
/**
 * User name.
 */
assignee?: string, 
/**
 * Owner id.
 */
owner?: string, 
/**
 * Search text.
 */
text?: string, 
/**
 * Running cases whose current step is due; all cases if none.
 */
queue?: QueueWord, 
/**
 * Cursor of the last row of the page before.
 */
before?: number, 
/**
 * Most rows; 50 if none.
 */
limit?: number, };

/**
 * What the opening form says. What is missing or empty and must not be is refused all at once.
 */
export type CaseOpenArgs = { 
/**
 * SOP id.
 */
sop: string, 
/**
 * Owner id.
 */
owner: string, 
/**
 * Certificate id, if it is known.
 */
certificate?: string, 
/**
 * Day of arrival; today if none.
 */
received_on?: string, 
/**
 * `surat`, `e-mail`, `sitante`, `datang-langsung` or `aplikasi-lain`.
 */
channel: string, 
/**
 * Institution that sent the request.
 */
sender: string, 
/**
 * Number of the incoming letter.
 */
letter_number?: string, 
/**
 * Date of the incoming letter.
 */
letter_date?: string, 
/**
 * Reason id; revocations only.
 */
reason?: string, 
/**
 * Explanation of the reason.
 */
reason_text?: string, 
/**
 * From which day the reason holds.
 */
effective_on?: string, 
/**
 * Number of the legal document.
 */
legal_number?: string, 
/**
 * Date of the legal document.
 */
legal_date?: string, 
/**
 * Whether the owner can log in to AMS.
 */
can_log_in?: boolean, };

/**
 * A case in a list.
 */
export type CaseSummaryView = { case: string, 
/**
 * Hand the last row's in as `before` for the next page.
 */
cursor: number, agenda: string, service: string, sop: string, 
/**
 * The government whose SOP it is; many bear the same title.
 */
sop_government: string, owner_name: string, institution: string, sender: string, reason: string, received_on: string, 
/**
 * `open`, `waiting`, `closed` or `withdrawn`.
 */
standing: string, step: number, activity: string, step_due: string | null, overdue: boolean, waiting_for: string | null, assignee: string | null, revision: number, };

/**
 * A case with everything that its screen shows.
 */
export type CaseView = { 
/**
 * Case id.
 */
case: string, 
/**
 * To be handed in with the next command.
 */
revision: number, 
/**
 * `open`, `closed` or `withdrawn`.
 */
status: string, 
/**
 * Agenda number.
 */
agenda: string, 
/**
 * Kind of service, as in SOP files.
 */
service: string, 
/**
 * SOP id.
 */
sop: string, 
/**
 * Title of the SOP.
 */
sop_title: string, 
/**
 * The government whose SOP it is; many bear the same title.
 */
sop_government: string, 
/**
 * The SOP's own number, where the document has one.
 */
sop_number: string | null, 
/**
 * Which version of the SOP that is at this office, from 1.
 */
sop_version: number, 
/**
 * Hash of the version that the case keeps.
 */
sop_hash: string, 
/**
 * Day of arrival.
 */
received_on: string, 
/**
 * Channel.
 */
channel: string, 
/**
 * When it was opened, by the office's clock.
 */
opened_at: string, 
/**
 * What the request says; none once erased.
 */
opening: OpeningView | null, 
/**
 * The owner; none once erased.
 */
owner: OwnerCard | null, 
/**
 * The certificate concerned.
 */
certificate: CertificateCard | null, 
/**
 * Current step number.
 */
step: number, 
/**
 * Every step of the SOP.
 */
steps: Array<StepView>, 
/**
 * The form of the current step; none when the case has ended.
 */
form: FormView | null, 
/**
 * When the step is due.
 */
step_due: string | null, 
/**
 * When the case is due.
 */
case_due: string | null, 
/**
 * Years for which no holidays are known: due times may be off by those.
 */
years_without_holidays: Array<number>, 
/**
 * Who takes part, in the order of the SOP: those who can be waited for.
 */
parties: Array<PartyView>, 
/**
 * For whom it waits.
 */
waiting: WaitingView | null, 
/**
 * Who works on it.
 */
assignee: string | null, 
/**
 * Papers that prove the reason; any one of them does.
 */
evidence: Array<EvidenceView>, 
/**
 * Letters, all versions.
 */
letters: Array<LetterView>, 
/**
 * Remarks, oldest first.
 */
notes: Array<NoteView>, 
/**
 * Whether AMS would renew now, as a sentence.
 */
renewal: string | null, 
/**
 * Another SOP that the current step calls.
 */
calls: CallView | null, };

/**
 * A certificate on a case's screen.
 */
export type CertificateCard = { certificate: string, 
/**
 * `active`, `replaced` or `revoked`.
 */
state: string, details: CertificateFields | null, revoked_at: string | null, };

/**
 * A certificate.
 */
export type CertificateFields = { 
/**
 * Serial number as written.
 */
serial: string, 
/**
 * Subject DN as written.
 */
subject_dn: string, 
/**
 * Issuer.
 */
issuer: string, 
/**
 * First day of validity.
 */
valid_from: string | null, 
/**
 * Last day of validity.
 */
valid_until: string | null, };

/**
 * A certificate that a file names.
 */
export type CertificateReadView = { 
/**
 * Name of whom it is for.
 */
common_name: string, 
/**
 * E-mail address; none if it names none.
 */
email: string | null, 
/**
 * What the register keeps of it.
 */
details: CertificateFields, };

/**
 * A certificate to be recorded.
 */
export type CertificateRecordArgs = { 
/**
 * Owner id.
 */
owner: string, 
/**
 * Certificate id; a new one if none.
 */
certificate?: string, 
/**
 * Details.
 */
details: CertificateFields, };

/**
 * One field, before and after.
 */
export type ChangeView = { label: string, 
/**
 * Empty where it was not filled in.
 */
before: string, 
/**
 * Empty where it was emptied.
 */
after: string, };

/**
 * The answer of a command that changes something.
 */
export type Changed<T> = { 
/**
 * What the command answers.
 */
value: T, 
/**
 * What it touched.
 */
changed: Array<Topic>, };

/**
 * A choice of a field.
 */
export type ChoiceView = { value: string, label: string, };

/**
 * A code that stands for something else.
 */
export type ClassificationChangeView = { before: ClassificationView, after: ClassificationView, };

/**
 * A file of codes to be looked at.
 */
export type ClassificationCheckArgs = { 
/**
 * The file.
 */
path: string, 
/**
 * Codes that the file does not have go; otherwise they stay.
 */
replace: boolean, };

/**
 * A file that was looked at.
 */
export type ClassificationCheckView = { 
/**
 * Hash of the file, for `classification_import`.
 */
seen: string, counts: ClassificationDoneView, 
/**
 * The first of them.
 */
added: Array<ClassificationView>, 
/**
 * The first of them.
 */
renamed: Array<ClassificationChangeView>, 
/**
 * The first of them.
 */
removed: Array<ClassificationView>, 
/**
 * The first of them.
 */
faults: Array<ClassificationFaultView>, 
/**
 * How many faults there are; nothing can be taken while there is one.
 */
faulty: number, };

/**
 * How many codes changed in which way.
 */
export type ClassificationDoneView = { added: number, changed: number, unchanged: number, removed: number, };

/**
 * What is wrong with a line.
 */
export type ClassificationFaultView = { 
/**
 * From 1; 0 where the file as a whole is meant.
 */
line: number, text: string, };

/**
 * A code, or words of what it stands for.
 */
export type ClassificationFindArgs = { 
/**
 * What was typed; nothing fits every code.
 */
text: string, 
/**
 * Most rows; 50 if none.
 */
limit?: number, };

/**
 * Codes that fit what was typed.
 */
export type ClassificationFoundView = { 
/**
 * How many codes the list has; 0 where the office has none.
 */
codes: number, 
/**
 * How many fit.
 */
matched: number, 
/**
 * The code that was typed, if the list has it.
 */
exact: ClassificationView | null, rows: Array<ClassificationView>, };

/**
 * A file of codes to be taken.
 */
export type ClassificationImportArgs = { 
/**
 * The file.
 */
path: string, 
/**
 * Codes that the file does not have go; otherwise they stay.
 */
replace: boolean, 
/**
 * Hash of the file that was looked at, from `classification_check`; another file is refused then.
 */
seen?: string, };

/**
 * When a list was recorded, and by whom.
 */
export type ClassificationListInfo = { codes: number, recorded_at: string, actor: string, };

/**
 * The list that holds and the one before it.
 */
export type ClassificationListView = { 
/**
 * None where the office never took one.
 */
current: ClassificationListInfo | null, before: ClassificationListInfo | null, };

/**
 * A code and what it stands for.
 */
export type ClassificationView = { code: string, name: string, 
/**
 * May be empty.
 */
note: string, };

/**
 * An entry that notes that the clock has moved.
 */
export type ClockView = { seq: number, message: string, };

/**
 * A completion.
 */
export type CompleteArgs = { 
/**
 * Case id.
 */
case: string, 
/**
 * Revision that the user saw.
 */
revision: number, 
/**
 * Step number.
 */
step: number, 
/**
 * Fields that change with it.
 */
answers?: { [key in string]: Answer }, 
/**
 * Outcome, at a decision.
 */
outcome?: string, 
/**
 * Remark, or what is missing.
 */
note?: string, 
/**
 * When it was really done, by the office's clock; now if none.
 */
done_at?: string, 
/**
 * Warning code → why the officer goes on.
 */
confirmed?: { [key in string]: string }, };

/**
 * The consent that a revocation takes.
 */
export type ConsentView = { 
/**
 * Who agreed, and when.
 */
by: Array<ApprovalView>, 
/**
 * The one who works may agree, and has not yet.
 */
offered: boolean, };

/**
 * How many cases.
 */
export type CountView = { service: string, standing: string, cases: number, };

/**
 * Whether the own key takes the account of the computer beside the passphrase.
 */
export type DeskAccountArgs = { 
/**
 * The one that holds.
 */
passphrase: string, 
/**
 * It does.
 */
on: boolean, };

/**
 * An office and whoever comes into it, whether it is there already or to be made.
 */
export type DeskEnterArgs = { 
/**
 * Where it lies. If none: the known folder where it is opened, the usual one where it is made.
 */
folder?: string, 
/**
 * Its passphrase.
 */
passphrase: string, 
/**
 * Who works, as the journal names them.
 */
user: string, };

/**
 * An office that is made of an export.
 */
export type DeskImportArgs = { 
/**
 * The export: a ZIP file.
 */
path: string, 
/**
 * Where the office is to lie; the usual folder if none.
 */
folder?: string, 
/**
 * What opens it from now on.
 */
passphrase: string, 
/**
 * Who is its admin.
 */
user: string, };

/**
 * Another passphrase for the open office.
 */
export type DeskPassphraseArgs = { 
/**
 * The one that holds.
 */
old: string, 
/**
 * The one that is to hold.
 */
new: string, };

/**
 * The words of a recovery sheet, and what is to hold from now on.
 */
export type DeskRecoverArgs = { 
/**
 * Where the office lies; the known one if none.
 */
folder?: string, 
/**
 * The words, as they were typed.
 */
words: string, 
/**
 * An admin, who works then.
 */
user: string, 
/**
 * Their new passphrase.
 */
passphrase: string, };

/**
 * Whether there is an office, and whether it is open.
 */
export type DeskStateView = "none" | "locked" | "open";

/**
 * Who works.
 */
export type DeskUserArgs = { 
/**
 * As the journal names them.
 */
user: string, };

/**
 * An office whose users are asked for.
 */
export type DeskUsersArgs = { 
/**
 * Where it lies; the known one if none.
 */
folder?: string, };

/**
 * The desk.
 */
export type DeskView = { state: DeskStateView, 
/**
 * What is open holds fictitious data.
 */
practice: boolean, 
/**
 * Who works, or worked last; empty at first.
 */
user: string, 
/**
 * Who may sign in; nobody unless it is locked, and where its key slots cannot be read.
 */
users: Array<string>, 
/**
 * The desk is locked, but its office is open: what works behind the screens goes on.
 */
resting: boolean, 
/**
 * What they are in the office; none while none is open.
 */
role: RoleWord | null, 
/**
 * What their role allows: `work`, `approve`, `reveal`, `keep`, `setup`, `admit`.
 */
may: Array<string>, 
/**
 * Name of the open office; empty until it has described itself.
 */
office: string, region: string, 
/**
 * Where the office is, or would be made.
 */
folder: string, 
/**
 * Version of the program.
 */
version: string, 
/**
 * Today by the office's clock, `YYYY-MM-DD`.
 */
today: string, 
/**
 * Now by the office's clock, `YYYY-MM-DDTHH:MM`.
 */
now: string, 
/**
 * What was found wrong with the journal of the open office when it was opened, or since.
 */
journal_problems: number, settings: DeviceFields, };

/**
 * A proposal.
 */
export type DestructionArgs = { 
/**
 * The proposal.
 */
proposal: string, };

/**
 * A proposal that is carried out, and what its official record says besides.
 */
export type DestructionCarryOutArgs = { 
/**
 * The proposal.
 */
proposal: string, 
/**
 * Number of the record; empty leaves room for the hand.
 */
number: string, 
/**
 * The written consent, with number and date; may be empty.
 */
consent: string, 
/**
 * First witness: name with titles; empty leaves room for the hand.
 */
witness_1: string, 
/**
 * Their post.
 */
witness_1_post: string, 
/**
 * Second witness.
 */
witness_2: string, 
/**
 * Their post.
 */
witness_2_post: string, };

/**
 * Files that are to be destroyed.
 */
export type DestructionProposeArgs = { 
/**
 * Whose.
 */
owners: Array<string>, };

/**
 * An official record that is saved.
 */
export type DestructionSaveArgs = { 
/**
 * The proposal.
 */
proposal: string, 
/**
 * Where to.
 */
path: string, };

/**
 * Where a proposal stands.
 */
export type DestructionStateView = "proposed" | "approved" | "dropped" | "done";

/**
 * A proposal to destroy files.
 */
export type DestructionView = { id: string, state: DestructionStateView, 
/**
 * How many files it is about; once it is carried out, how many were destroyed.
 */
files: number, proposed: DoneView, approved: DoneView | null, 
/**
 * When it was carried out or given up.
 */
ended: DoneView | null, 
/**
 * The one who works may agree to it.
 */
may_approve: boolean, };

/**
 * A file to be taken off.
 */
export type DetachArgs = { 
/**
 * Case id.
 */
case: string, 
/**
 * Revision that the user saw.
 */
revision?: number, 
/**
 * Step number.
 */
step: number, 
/**
 * Document id.
 */
document: string, 
/**
 * SHA-256 of the file.
 */
hash: string, };

/**
 * The settings of this computer.
 */
export type DeviceFields = { 
/**
 * Printer by name; the system's own if none.
 */
printer: string | null, 
/**
 * Folder into which what goes out is dropped; the program's own if none.
 */
outgoing: string | null, 
/**
 * `sistem`, `terang` or `gelap`.
 */
theme: ThemeWord, 
/**
 * The program stays beside the clock when its window is closed; none where this computer has no place there.
 */
stays: boolean | null, 
/**
 * This computer starts the program when its user signs in; none where it cannot.
 */
autostart: boolean | null, };

/**
 * A value of AMS beside the register's.
 */
export type DifferenceView = { field: string, label: string, register: string, shown: string, same: boolean, };

/**
 * A stored document to be shown.
 */
export type DocumentArgs = { 
/**
 * Case id.
 */
case: string, 
/**
 * SHA-256 of the file.
 */
hash: string, };

/**
 * A stored document to be copied out.
 */
export type DocumentSaveArgs = { 
/**
 * Case id.
 */
case: string, 
/**
 * SHA-256 of the file.
 */
hash: string, 
/**
 * Where to.
 */
path: string, };

/**
 * A document that is asked for in this case.
 */
export type DocumentView = { id: string, name: string, required: boolean, waived: boolean, files: Array<AttachedView>, };

/**
 * When something was done, and by whom.
 */
export type DoneView = { at: string, by: string, };

/**
 * The rules of the door.
 */
export type DoorRuleArgs = { 
/**
 * A revocation takes two users.
 */
two_persons: boolean, };

/**
 * A draft.
 */
export type DraftArgs = { 
/**
 * Its key.
 */
key: string, };

/**
 * A draft without what is typed in it.
 */
export type DraftRowView = { key: string, case: string | null, saved_at: string, };

/**
 * What is being typed.
 */
export type DraftSaveArgs = { 
/**
 * One draft for each key.
 */
key: string, 
/**
 * The screen's own text.
 */
body: string, 
/**
 * The case that is worked on.
 */
case?: string, 
/**
 * The owner or official whose details are typed.
 */
person?: string, };

/**
 * A draft.
 */
export type DraftView = { key: string, body: string, case: string | null, saved_at: string, };

/**
 * A stored emblem.
 */
export type EmblemArgs = { 
/**
 * Its SHA-256, from `emblem_store` or the profile.
 */
hash: string, };

/**
 * An emblem.
 */
export type EmblemView = { 
/**
 * The bytes of the PNG, base 64.
 */
png: string, };

/**
 * One entry of the journal.
 */
export type EntryView = { 
/**
 * When, by the office's clock.
 */
at: string, 
/**
 * User name.
 */
by: string, 
/**
 * The command.
 */
action: string, 
/**
 * What happened, in order.
 */
facts: Array<FactView>, };

/**
 * The closed set of error codes; the screen must have a text for each.
 */
export type ErrorCode = "bad-json" | "bad-arguments" | "too-large" | "unknown-command" | "not-found" | "conflict" | "invalid-fields" | "text-needed" | "text-too-long" | "control-character" | "unknown-choice" | "in-future" | "too-early" | "incomplete" | "unconfirmed" | "stale" | "case-closed" | "case-withdrawn" | "case-open" | "other-step" | "outcome-needed" | "nothing-to-undo" | "effect-stands" | "secret" | "number-used" | "waiting" | "document" | "letter" | "letter-incomplete" | "message" | "number" | "content" | "retention" | "office-closed" | "no-profile" | "no-signatory" | "file" | "outside" | "calendar" | "not-an-office" | "office-exists" | "in-use" | "wrong-passphrase" | "account" | "no-such-user" | "too-many-tries" | "forbidden" | "passphrase-too-short" | "keys" | "store-damaged" | "store-newer" | "stored-file" | "person-erased" | "stopped" | "disk-full" | "held" | "read-only" | "disk-fault" | "backup-place" | "backup" | "update" | "store" | "internal";

/**
 * A paper that proves the reason.
 */
export type EvidenceView = { id: string, name: string, present: boolean, waived: boolean, };

/**
 * The office's own letter face. Files are named by their SHA-256.
 */
export type FaceFields = { 
/**
 * Name of the family, as its files say it.
 */
family: string, 
/**
 * The regular cut.
 */
regular: string, 
/**
 * The bold cut; the regular one stands in for it if none.
 */
bold: string | null, 
/**
 * The italic cut; the regular one stands in for it if none.
 */
italic: string | null, };

/**
 * Font files to be taken in.
 */
export type FaceStoreArgs = { 
/**
 * Where they lie: the regular cut, and bold and italic if there are any.
 */
paths: Array<string>, };

/**
 * One fact.
 */
export type FactView = { 
/**
 * Kind, as the journal names it.
 */
kind: string, 
/**
 * Step, where it is about one.
 */
step: number | null, 
/**
 * Letter, where it is about one.
 */
letter: string | null, 
/**
 * What happened, as a sentence.
 */
text: string, };

/**
 * One fault.
 */
export type Fault = { 
/**
 * Field, document, letter, warning code or file.
 */
field: string, 
/**
 * What, why, what to do.
 */
text: string, };

/**
 * A field that is asked for in this case.
 */
export type FieldView = { id: string, label: string, 
/**
 * As in SOP files.
 */
kind: string, required: boolean, hint: string | null, choices: Array<ChoiceView>, value: string, 
/**
 * The register's value that it is compared with.
 */
register: string | null, };

/**
 * A stored file.
 */
export type FileView = { 
/**
 * File name as it came.
 */
name: string, 
/**
 * Media type found in the bytes.
 */
media: string, 
/**
 * Its bytes, base 64.
 */
bytes: string, };

/**
 * Fields of a step.
 */
export type FillArgs = { 
/**
 * Case id.
 */
case: string, 
/**
 * Revision that the user saw.
 */
revision?: number, 
/**
 * Step number.
 */
step: number, 
/**
 * Field id → value; an empty text clears.
 */
answers: { [key in string]: Answer }, };

/**
 * A finding of the checker.
 */
export type FindingView = { file: string, line: number, 
/**
 * `galat` or `peringatan`.
 */
level: string, code: string, message: string, };

/**
 * The form of the current step.
 */
export type FormView = { activity: string, 
/**
 * Kelengkapan, as printed.
 */
requirements: Array<string>, output: Array<string>, remarks: Array<string>, fields: Array<FieldView>, documents: Array<DocumentView>, letters: Array<OfferView>, messages: Array<MessageOfferView>, outcomes: Array<OutcomeView>, missing: Array<MissingView>, 
/**
 * Consent to a revocation, where it takes two users.
 */
consent: ConsentView | null, differences: Array<DifferenceView>, warnings: Array<WarningView>, };

/**
 * The end of the journal, which stands for everything before it.
 */
export type HeadView = { 
/**
 * Place of the last entry; 0 if there is none.
 */
seq: number, 
/**
 * Its hash in groups of four, to be read aloud and noted elsewhere; none if there is no entry.
 */
groups: Array<string>, };

/**
 * Something that was found.
 */
export type HitView = { 
/**
 * `case`, `owner` or `letter`.
 */
kind: string, id: string, 
/**
 * Hand the last hit's in as `before` for the next page.
 */
cursor: number, 
/**
 * Name of the owner, or title of the letter.
 */
title: string, 
/**
 * Agenda and institution, institution, or number and owner.
 */
detail: string, };

/**
 * Why a file is held back.
 */
export type HoldView = { reason: string, 
/**
 * Since when, `YYYY-MM-DDTHH:MM:SS`.
 */
at: string, by: string, };

/**
 * A holiday.
 */
export type HolidayView = { date: string, name: string, 
/**
 * `national`, `joint-leave` or `local`.
 */
kind: string, source: string, };

/**
 * How many cases, and the first of them.
 */
export type HomeCases = { count: number, rows: Array<CaseSummaryView>, };

/**
 * How many drafts, and the first of them.
 */
export type HomeDrafts = { count: number, rows: Array<DraftRowView>, };

/**
 * How many letters, and the first of them.
 */
export type HomeLetters = { count: number, rows: Array<LetterView>, };

/**
 * What wants doing today.
 */
export type HomeView = { 
/**
 * The step's time has passed; the longest first.
 */
overdue: HomeCases, 
/**
 * The step's time passes later today; the soonest first.
 */
due_today: HomeCases, 
/**
 * Cases that wait; the longest first.
 */
waiting: HomeWaits, 
/**
 * Letters whose signed scan is awaited; the newest first.
 */
unsigned: HomeLetters, 
/**
 * Typing that is not recorded yet; the newest first.
 */
drafts: HomeDrafts, 
/**
 * Running cases of the user; the newest first.
 */
mine: HomeCases, 
/**
 * How many cases, by service and standing.
 */
counts: Array<CountView>, 
/**
 * There is no recovery sheet, and the one who works may make one.
 */
recovery_missing: boolean, };

/**
 * How many cases wait, and the first of them.
 */
export type HomeWaits = { count: number, rows: Array<WaitView>, };

/**
 * An office that was made of an export.
 */
export type ImportedView = { desk: DeskView, 
/**
 * Entries that were taken in.
 */
entries: number, 
/**
 * Stored files.
 */
files: number, };

/**
 * A family among the fonts that are installed on this computer.
 */
export type InstalledFaceView = { 
/**
 * Its name.
 */
family: string, 
/**
 * Its files for `typeface_store`; empty when letters cannot be set in it.
 */
paths: Array<string>, 
/**
 * Why not, to be read after a colon; without a full stop.
 */
refused: string | null, };

/**
 * A letter that was just issued.
 */
export type IssuedView = { letter: string, version: number, number: string | null, 
/**
 * SHA-256 of the PDF.
 */
hash: string, case: CaseView, };

/**
 * An entry of the journal.
 */
export type JournalEntryArgs = { 
/**
 * Its place, from 1.
 */
seq: number, };

/**
 * One entry with what it changed.
 */
export type JournalEntryView = { seq: number, id: string, 
/**
 * When, by the office's clock.
 */
at: string, 
/**
 * User name.
 */
by: string, 
/**
 * Id of the desk.
 */
desk: string, 
/**
 * Place among the entries of the desk.
 */
desk_seq: number, 
/**
 * The command.
 */
action: string, 
/**
 * What was done.
 */
label: string, case: string | null, 
/**
 * Agenda number of the case; empty if it has none.
 */
agenda: string, 
/**
 * What happened, in order.
 */
facts: Array<FactView>, 
/**
 * What was changed, in the order of the facts.
 */
changes: Array<ChangeView>, 
/**
 * SHA-256 of its text.
 */
hash: string, 
/**
 * That of the entry before; none for the first one of its desk.
 */
prev: string | null, 
/**
 * The text is the one that its hash was taken over.
 */
whole: boolean, };

/**
 * The journal as a file.
 */
export type JournalExportArgs = { 
/**
 * Where it is written.
 */
path: string, 
/**
 * With what the entries say of persons; without it the file can be verified too.
 */
personal: boolean, 
/**
 * First day; the beginning if none.
 */
from?: string, 
/**
 * Last day; today if none.
 */
until?: string, };

/**
 * A journal file that was written.
 */
export type JournalExportView = { 
/**
 * Entries in it.
 */
entries: number, head: HeadView, };

/**
 * A page of the journal.
 */
export type JournalListArgs = { 
/**
 * User name; everybody if none.
 */
by?: string, 
/**
 * Action; every one if none.
 */
action?: string, 
/**
 * First day; the beginning if none.
 */
from?: string, 
/**
 * Last day; today if none.
 */
until?: string, 
/**
 * Cursor of the last row of the page before.
 */
before?: number, 
/**
 * Most rows; 50 if none.
 */
limit?: number, };

/**
 * One entry of a list.
 */
export type JournalRowView = { 
/**
 * Its place; hand the last row's in as `before` for the next page.
 */
cursor: number, 
/**
 * When, by the office's clock.
 */
at: string, 
/**
 * User name.
 */
by: string, 
/**
 * What was done.
 */
label: string, 
/**
 * The clock was found to have moved.
 */
clock: boolean, case: string | null, 
/**
 * Agenda number of the case; empty if it has none.
 */
agenda: string, };

/**
 * How the journal stands, and what can be looked for in it.
 */
export type JournalStateView = { head: HeadView, 
/**
 * Every entry up to this place was verified at least once.
 */
verified: number, 
/**
 * When every entry had last been verified once more, by the office's clock.
 */
round_ended: string | null, 
/**
 * What was found wrong when the office was opened, or since.
 */
problems: Array<ProblemView>, 
/**
 * Everybody whom it names as user.
 */
users: Array<string>, 
/**
 * Every action that it has.
 */
actions: Array<ActionView>, };

/**
 * A letter to be composed.
 */
export type LetterArgs = { 
/**
 * Case id.
 */
case: string, 
/**
 * Template id.
 */
template: string, 
/**
 * Role of the signer; the head of the office if none.
 */
signatory?: string, 
/**
 * Date of the letter; today if none.
 */
dated?: string, 
/**
 * Paper, if not the office's.
 */
paper?: PaperName, 
/**
 * Signing, if not the template's.
 */
signing?: SigningName, 
/**
 * Running number that was left free, for a letter of a day that has passed; the next one if none.
 */
sequence?: number, 
/**
 * Values that no register holds, such as `atasan.nama`, `sistem`, `kegunaan`.
 */
values?: { [key in string]: string }, 
/**
 * Letter that this one corrects, as its next version.
 */
corrects?: string, };

/**
 * Letters for many requests at their current steps.
 */
export type LetterBatchArgs = { 
/**
 * Case ids, in the order of their numbers or rows.
 */
cases: Array<string>, 
/**
 * A letter each, or one about all.
 */
shape: BatchShapeName, 
/**
 * Template id.
 */
template: string, 
/**
 * Role of the signer; the head of the office if none.
 */
signatory?: string, 
/**
 * Date of the letters; today if none.
 */
dated?: string, 
/**
 * Paper, if not the office's.
 */
paper?: PaperName, 
/**
 * Signing, if not the template's.
 */
signing?: SigningName, 
/**
 * Values that no register holds, the same in all letters.
 */
values?: { [key in string]: string }, };

/**
 * The number of another system.
 */
export type LetterElsewhereArgs = { 
/**
 * Case id.
 */
case: string, 
/**
 * Revision that the user saw.
 */
revision?: number, 
/**
 * Letter id.
 */
letter: string, 
/**
 * Version that the user saw.
 */
version: number, 
/**
 * Name of the other system.
 */
system: string, 
/**
 * The number there; empty takes it back.
 */
number: string, };

/**
 * What the officer said of a letter when it was issued.
 */
export type LetterFilledView = { 
/**
 * Role of the official who signs; none for the head of the office.
 */
signatory: string | null, 
/**
 * Paper; none for the office's.
 */
paper: PaperName | null, 
/**
 * Signing; none for as the template says.
 */
signing: SigningName | null, 
/**
 * Values that no register held, by their names; empty once the owner is erased.
 */
values: { [key in string]: string }, };

/**
 * A letter to be issued.
 */
export type LetterIssueArgs = { 
/**
 * Revision that the user saw.
 */
revision: number, 
/**
 * Step number.
 */
step: number, 
/**
 * The letter.
 */
letter: LetterArgs, };

/**
 * A page of letters.
 */
export type LetterListArgs = { 
/**
 * Case id; all cases if none.
 */
case?: string, 
/**
 * Letter id, for all its versions.
 */
letter?: string, 
/**
 * Only letters whose signed scan is awaited: asked for, not back, not replaced by a correction, in a case that still runs.
 */
scan_missing?: boolean, 
/**
 * Cursor of the last row of the page before.
 */
before?: number, 
/**
 * Most rows; 50 if none.
 */
limit?: number, };

/**
 * A letter that may be printed.
 */
export type LetterPrintArgs = { 
/**
 * Letter id; its newest version is looked at.
 */
letter: string, };

/**
 * What is known of a letter before it is printed.
 */
export type LetterPrintView = { 
/**
 * Its newest version, which would go out.
 */
version: number, 
/**
 * Copies of this version that were printed.
 */
printed: number, 
/**
 * It was printed before or is on its way: sending it again asks for a reason.
 */
reason_needed: boolean, 
/**
 * Its paper: `a4`, `f4` or `legal`; none where it cannot be read.
 */
paper: string | null, };

/**
 * A signed letter that came back.
 */
export type LetterReturnArgs = { 
/**
 * Case id.
 */
case: string, 
/**
 * Revision that the user saw.
 */
revision?: number, 
/**
 * Letter id.
 */
letter: string, 
/**
 * Version that was signed.
 */
version: number, 
/**
 * The scan or signed PDF on this computer.
 */
path: string, };

/**
 * A page as it is being chosen.
 */
export type LetterSampleArgs = { 
/**
 * `a4`, `f4` or `legal`.
 */
paper: string, 
/**
 * `arimo`, `tinos`, `bonum`, or `own` for the office's own face.
 */
typeface: string, 
/**
 * The office's own letter face.
 */
own_face: FaceFields | null, 
/**
 * Size of the text, points.
 */
font_size: number, 
/**
 * Margins in millimetres: top, right, bottom, left; the default of the rules if none.
 */
margins: [number, number, number, number] | null, };

/**
 * A letter to be written to a file.
 */
export type LetterSaveArgs = { 
/**
 * Letter id.
 */
letter: string, 
/**
 * Version; the newest if none.
 */
version?: number, 
/**
 * Where to.
 */
path: string, };

/**
 * A letter to be sent out.
 */
export type LetterSendArgs = { 
/**
 * Letter id; its newest version goes out.
 */
letter: string, 
/**
 * Copies, 1 to 99.
 */
copies: number, 
/**
 * How.
 */
way: WayName, 
/**
 * Printer by name; this computer's usual one if none.
 */
printer?: string, 
/**
 * Why it goes out again; needed where this version was printed before or is on its way.
 */
reason?: string, };

/**
 * A version of a letter.
 */
export type LetterVersionArgs = { 
/**
 * Letter id.
 */
letter: string, 
/**
 * Version; the newest if none.
 */
version?: number, };

/**
 * A version of a letter in a list.
 */
export type LetterView = { letter: string, 
/**
 * The identity that is printed beside the code.
 */
readable: string, version: number, cursor: number, case: string | null, 
/**
 * Agenda number of the case; empty if it has none.
 */
agenda: string, 
/**
 * Name of the case's owner; empty once it is erased.
 */
owner_name: string, step: number, template: string, 
/**
 * SHA-256 of the template's text.
 */
template_hash: string, title: string, number: string | null, dated: string, hash: string, pages: number, scan_back: boolean, 
/**
 * SHA-256 of the signed letter, when it is back.
 */
returned: string | null, 
/**
 * The signed letter is still awaited: asked for, not back, this version is the newest, and the case still runs.
 */
awaited: boolean, 
/**
 * When it was voided: it will not be used, and its number stays used.
 */
voided_at: string | null, 
/**
 * Why; empty if it was not, or once it is erased.
 */
void_reason: string, 
/**
 * Name of another system that numbered it; empty for none.
 */
other_system: string, 
/**
 * The number there.
 */
other_number: string, 
/**
 * Copies printed.
 */
printed: number, issued_at: string, };

/**
 * A letter that will not be used.
 */
export type LetterVoidArgs = { 
/**
 * Case id.
 */
case: string, 
/**
 * Revision that the user saw.
 */
revision?: number, 
/**
 * Letter id.
 */
letter: string, 
/**
 * Version that the user saw.
 */
version: number, 
/**
 * Why.
 */
why: string, };

/**
 * What becomes of pages without a code.
 */
export type LooseWord = "tray" | "letter-before";

/**
 * A message that was handed to the mail program.
 */
export type MailedView = { 
/**
 * Where it lies.
 */
place: string, case: CaseView, };

/**
 * A message to be composed.
 */
export type MessageArgs = { 
/**
 * Case id.
 */
case: string, 
/**
 * Message id.
 */
message: string, 
/**
 * What is missing, or a remark; the note of the last return if empty.
 */
note?: string, };

/**
 * A message to be handed to the mail program.
 */
export type MessageMailArgs = { 
/**
 * Case id.
 */
case: string, 
/**
 * Revision that the user saw.
 */
revision?: number, 
/**
 * Step number.
 */
step: number, 
/**
 * Message id.
 */
message: string, 
/**
 * What is missing, or a remark; the note of the last return if empty.
 */
note?: string, };

/**
 * A message that the step offers.
 */
export type MessageOfferView = { message: string, name: string, };

/**
 * A message that was told in another way.
 */
export type MessageRecordArgs = { 
/**
 * Case id.
 */
case: string, 
/**
 * Revision that the user saw.
 */
revision?: number, 
/**
 * Step number.
 */
step: number, 
/**
 * Message id.
 */
message: string, 
/**
 * `e-mail`, `whatsapp`, `telepon` or `langsung`.
 */
way: string, 
/**
 * The text as it was told.
 */
text: string, };

/**
 * A message ready to be copied.
 */
export type MessageView = { subject: string, text: string, 
/**
 * The owner's address; empty when unknown.
 */
email: string, 
/**
 * The owner's phone, `62…`; empty when unknown.
 */
phone: string, };

/**
 * Something that is missing.
 */
export type MissingView = { 
/**
 * `field`, `document`, `letter`, `scan`, `reason-evidence` or `second-person`.
 */
kind: string, id: string, label: string, };

/**
 * The report of a month.
 */
export type MonthlyReportSaveArgs = { 
/**
 * e.g. 2026.
 */
year: number, 
/**
 * 1 to 12.
 */
month: number, 
/**
 * Where to.
 */
path: string, };

/**
 * A moving file that was written.
 */
export type MovedView = { path: string, bytes: number, };

/**
 * A value that a template may show.
 */
export type NameView = { 
/**
 * As a template writes it, without braces.
 */
name: string, meaning: string, 
/**
 * A fictitious value.
 */
sample: string, 
/**
 * The words that it can have, with their names; none where it may say anything.
 */
choices: Array<[string, string]> | null, };

/**
 * No arguments.
 */
export type NoArgs = Record<symbol, never>;

/**
 * A remark.
 */
export type NoteView = { at: string, by: string, text: string, };

/**
 * Numbers to be accounted for.
 */
export type NumberAccountArgs = { 
/**
 * `keluar`, `masuk` …
 */
register: string, 
/**
 * Calendar year.
 */
year: number, 
/**
 * First number.
 */
first: number, 
/**
 * Last number; the first if none.
 */
last?: number, 
/**
 * What became of them.
 */
use: NumberUseName, 
/**
 * Day of the letter.
 */
dated?: string, 
/**
 * The register goes on after the last number.
 */
continues?: boolean, 
/**
 * The number as it is printed.
 */
text?: string, 
/**
 * What the letter is about, or why nobody uses the number.
 */
about: string, 
/**
 * To whom or from whom.
 */
party?: string, };

/**
 * What holds a number.
 */
export type NumberHolderView = { "kind": "case", 
/**
 * Case id.
 */
case: string, } | { "kind": "letter", 
/**
 * Case id.
 */
case: string, 
/**
 * Letter id.
 */
letter: string, 
/**
 * Version.
 */
version: number, 
/**
 * It will not be used.
 */
voided: boolean, 
/**
 * A later version has taken its place.
 */
replaced: boolean, } | { "kind": "elsewhere", 
/**
 * What became of it.
 */
use: NumberUseName, 
/**
 * The register goes on after it.
 */
continues: boolean, };

/**
 * Numbers of a register and a year.
 */
export type NumberListArgs = { 
/**
 * `keluar`, `masuk` …
 */
register: string, 
/**
 * Calendar year.
 */
year: number, 
/**
 * First number; 1 if none.
 */
from?: number, 
/**
 * Last number; the last one if none.
 */
to?: number, 
/**
 * Only what is dated on this day or later; given together with `until`.
 */
since?: string, 
/**
 * Only what is dated on this day or earlier.
 */
until?: string, 
/**
 * The highest number first.
 */
newest_first?: boolean, 
/**
 * Most rows; 50 if none.
 */
limit?: number, };

/**
 * A register as its settings are being typed.
 */
export type NumberNextArgs = { 
/**
 * `keluar`, `masuk` …
 */
register: string, 
/**
 * What is typed; it need not be recorded.
 */
fields: RegisterFields, };

/**
 * The next number of a register.
 */
export type NumberNextView = { 
/**
 * The running number.
 */
number: number, 
/**
 * The whole number; none where it cannot be written.
 */
text: string | null, 
/**
 * Why it cannot.
 */
fault: string | null, };

/**
 * Numbers that were accounted for by mistake.
 */
export type NumberReleaseArgs = { 
/**
 * `keluar`, `masuk` …
 */
register: string, 
/**
 * Calendar year.
 */
year: number, 
/**
 * First number.
 */
first: number, 
/**
 * Last number.
 */
last: number, };

/**
 * What became of a number that no letter of ours bears.
 */
export type NumberUseName = "buku" | "sistem-lain" | "tidak-dipakai";

/**
 * A number of a register, or several that were accounted for at once.
 */
export type NumberView = { 
/**
 * The number, or the first of several.
 */
number: number, 
/**
 * The last number.
 */
last: number, 
/**
 * As it is printed; empty where it was not told.
 */
text: string, holder: NumberHolderView, 
/**
 * Day of the letter, or day of arrival.
 */
dated: string | null, 
/**
 * Title of the letter, number of the incoming letter, or what was told; empty once it is erased.
 */
about: string, 
/**
 * To whom or from whom; empty once it is erased.
 */
party: string, 
/**
 * Name of another system that numbered it; empty for none.
 */
other_system: string, 
/**
 * The number there.
 */
other_number: string, taken_at: string, };

/**
 * A letter that the step offers.
 */
export type OfferView = { template: string, required: boolean, scan_back: boolean, issued: boolean, };

/**
 * The office in open formats, as it was written.
 */
export type OfficeExportView = { 
/**
 * Entries of the journal.
 */
entries: number, 
/**
 * Stored files.
 */
files: number, 
/**
 * Its bytes.
 */
bytes: number, 
/**
 * SHA-256 of its manifest in groups of four.
 */
seal: Array<string>, 
/**
 * What is being typed, and is not in it.
 */
drafts: number, 
/**
 * Letters that are on their way: that they are is not in it.
 */
outgoing: number, 
/**
 * Scans that are with no case, and are not in it.
 */
scans: number, 
/**
 * Content files that cannot be taken along.
 */
content: Array<string>, };

/**
 * The office's profile.
 */
export type OfficeFields = { 
/**
 * First line of the letterhead.
 */
government: string, 
/**
 * Name of the office.
 */
name: string, 
/**
 * Short name.
 */
short_name: string, 
/**
 * Section that serves certificates.
 */
section: string, 
/**
 * Region, e.g. "Kabupaten Contoh".
 */
region: string, 
/**
 * Province.
 */
province: string, 
/**
 * Where letters are dated.
 */
city: string, 
/**
 * Street address.
 */
address: string, 
/**
 * Phone.
 */
phone: string, 
/**
 * E-mail.
 */
email: string, 
/**
 * Web site.
 */
website: string, 
/**
 * `wib`, `wita` or `wit`.
 */
zone: string, 
/**
 * SHA-256 of the emblem, from `emblem_store`.
 */
logo: string | null, 
/**
 * `a4`, `f4` or `legal`.
 */
paper: string, 
/**
 * `arimo`, `tinos`, `bonum`, or `own` for the office's own face.
 */
typeface: string, 
/**
 * The office's own letter face, from `typeface_store`; kept while letters are set in another one.
 */
own_face: FaceFields | null, 
/**
 * Size of letters' text, points.
 */
font_size: number, 
/**
 * Margins in millimetres: top, right, bottom, left; the default of the rules if none.
 */
margins: [number, number, number, number] | null, 
/**
 * Registers by id; `keluar` and `masuk` are needed.
 */
registers: { [key in string]: RegisterFields }, 
/**
 * Endings of official e-mail addresses beside the general ones.
 */
email_endings: Array<string>, };

/**
 * An official to be recorded.
 */
export type OfficialArgs = { 
/**
 * Official id; a new one if none.
 */
official?: string, 
/**
 * Details.
 */
details: OfficialFields, };

/**
 * An official.
 */
export type OfficialFields = { 
/**
 * `kepala-dinas`, `kepala-bidang`, `petugas` or the office's own word.
 */
role: string, 
/**
 * Name with titles.
 */
name: string, 
/**
 * NIP.
 */
nip: string, 
/**
 * Pangkat.
 */
rank: string, 
/**
 * Golongan.
 */
grade: string, 
/**
 * Post.
 */
post: string, 
/**
 * `holder`, `plt`, `plh`, `atas-nama` or `untuk-beliau`.
 */
acting: string, 
/**
 * Posts that are acted for.
 */
on_behalf_of: Array<string>, 
/**
 * First day.
 */
from: string | null, 
/**
 * Last day.
 */
until: string | null, };

/**
 * An official.
 */
export type OfficialView = { official: string, 
/**
 * None once erased.
 */
details: OfficialFields | null, };

/**
 * What the request says.
 */
export type OpeningView = { sender: string, letter_number: string, letter_date: string | null, reason: string | null, reason_label: string, reason_text: string, effective_on: string | null, legal_number: string, legal_date: string | null, can_log_in: boolean | null, };

/**
 * A way out of a decision.
 */
export type OutcomeView = { name: string, to: number, returns: boolean, note_required: boolean, };

/**
 * A letter in the queue.
 */
export type OutgoingArgs = { 
/**
 * Its id in the queue.
 */
id: string, };

/**
 * How far a letter is on its way.
 */
export type OutgoingStateView = "menunggu" | "dikirim" | "gagal";

/**
 * A letter on its way out.
 */
export type OutgoingView = { id: string, letter: string, version: number, title: string, number: string | null, case: string | null, 
/**
 * Agenda number of the case; empty if it has none.
 */
agenda: string, 
/**
 * Name of the case's owner; empty once it is erased.
 */
owner_name: string, copies: number, 
/**
 * `printer` or `folder`.
 */
way: string, 
/**
 * The printer that was chosen; the computer's usual one if none.
 */
printer: string | null, 
/**
 * Why it goes out again; empty where it does not.
 */
reason: string, state: OutgoingStateView, 
/**
 * How often it was tried in vain.
 */
tries: number, 
/**
 * What was said the last time.
 */
problem: string | null, queued_at: string, 
/**
 * When it is tried again, while it waits after a try in vain.
 */
tried_again_at: string | null, };

/**
 * An owner.
 */
export type OwnerArgs = { 
/**
 * Owner id.
 */
owner: string, };

/**
 * An owner on a case's screen: the NIK and NIP are masked.
 */
export type OwnerCard = { owner: string, full_name: string, nip_masked: string, nik_masked: string, post: string, unit: string, institution: string, email: string, };

/**
 * What a check of an owner's form says.
 */
export type OwnerCheckView = { 
/**
 * The details as they would be recorded.
 */
details: OwnerFields, warnings: Array<WarningView>, };

/**
 * An owner.
 */
export type OwnerFields = { 
/**
 * Name without titles.
 */
name: string, 
/**
 * Titles before the name.
 */
title_before: string, 
/**
 * Titles after the name.
 */
title_after: string, 
/**
 * NIK.
 */
nik: string, 
/**
 * NIP.
 */
nip: string, 
/**
 * `pns`, `pppk` or `lainnya`.
 */
employment: string, 
/**
 * Pangkat.
 */
rank: string, 
/**
 * Golongan.
 */
grade: string, 
/**
 * Post.
 */
post: string, 
/**
 * Unit.
 */
unit: string, 
/**
 * Institution.
 */
institution: string, 
/**
 * Official e-mail address.
 */
email: string, 
/**
 * Phone.
 */
phone: string, 
/**
 * User name on AMS.
 */
ams_user: string, };

/**
 * A page of owners.
 */
export type OwnerListArgs = { 
/**
 * Name and cursor of the last row of the page before.
 */
after?: [string, number], 
/**
 * Most rows; 50 if none.
 */
limit?: number, };

/**
 * An owner to be recorded.
 */
export type OwnerRecordArgs = { 
/**
 * Owner id; a new one if none.
 */
owner?: string, 
/**
 * Details.
 */
details: OwnerFields, 
/**
 * Warning code → why the officer goes on.
 */
confirmed?: { [key in string]: string }, };

/**
 * An owner in a list; NIK and NIP are masked.
 */
export type OwnerSummary = { owner: string, 
/**
 * Hand the last row's in, with its name, as `after` for the next page.
 */
cursor: number, name: string, nip_masked: string, nik_masked: string, post: string, institution: string, };

/**
 * An owner with certificates.
 */
export type OwnerView = { owner: string, 
/**
 * None once erased.
 */
details: OwnerFields | null, certificates: Array<CertificateCard>, };

/**
 * A page that is chosen.
 */
export type PagePickArgs = { 
/**
 * Id of its scan.
 */
id: string, 
/**
 * Which page, from 1.
 */
page: number, 
/**
 * Quarter turns to the right, 0 to 3.
 */
turns?: number, };

/**
 * Paper of a letter.
 */
export type PaperName = "a4" | "f4" | "legal";

/**
 * Somebody who takes part, as the case's own version of the SOP names them.
 */
export type PartyView = { 
/**
 * To be handed in with `case_wait`.
 */
id: string, name: string, 
/**
 * Not of our own office.
 */
outside: boolean, };

/**
 * A file on this computer.
 */
export type PathArgs = { 
/**
 * Its path.
 */
path: string, };

/**
 * A PDF.
 */
export type PdfView = { 
/**
 * Its bytes, base 64.
 */
pdf: string, };

/**
 * Where a file stands.
 */
export type PhaseView = "open-case" | "valid-certificate" | "active" | "inactive" | "over";

/**
 * A page of the print log.
 */
export type PrintLogArgs = { 
/**
 * Letter id, for all its versions; every letter if none.
 */
letter?: string, 
/**
 * First day; the beginning if none.
 */
from?: string, 
/**
 * Last day; today if none.
 */
until?: string, 
/**
 * Cursor of the last row of the page before.
 */
before?: number, 
/**
 * Most rows; 50 if none.
 */
limit?: number, };

/**
 * A row of the print log.
 */
export type PrintLogView = { cursor: number, at: string, 
/**
 * User name.
 */
by: string, 
/**
 * The letter; none for an agenda book.
 */
letter: string | null, 
/**
 * Version of the letter; 0 for an agenda book.
 */
version: number, 
/**
 * Empty once it is erased.
 */
title: string, 
/**
 * Empty if it has none.
 */
number: string, 
/**
 * Its case; none for an agenda book.
 */
case: string | null, 
/**
 * Agenda number of the case; empty if it has none.
 */
agenda: string, 
/**
 * Printer or folder; empty for the computer's usual printer, where nothing came out.
 */
printer: string, copies: number, result: PrintResultView, 
/**
 * The system's words where it did not print.
 */
why: string, 
/**
 * This version had been printed before.
 */
reprint: boolean, 
/**
 * Why it was printed again; empty once it is erased.
 */
reason: string, };

/**
 * How a printing ended.
 */
export type PrintResultView = "tercetak" | "gagal" | "dihentikan";

/**
 * Papers of a case to be sent out in one go.
 */
export type PrintSetArgs = { 
/**
 * Case id.
 */
case: string, 
/**
 * The papers, in the order in which they come out.
 */
papers: Array<SetItemArgs>, 
/**
 * How.
 */
way: WayName, 
/**
 * Printer by name; this computer's usual one if none.
 */
printer?: string, 
/**
 * Why those go out again that were printed before or are on their way; needed where there are such.
 */
reason?: string, };

/**
 * A paper of letters, and whether a printer has it.
 */
export type PrinterPaperView = { 
/**
 * `a4`, `f4` or `legal`.
 */
paper: string, 
/**
 * Why a letter on it will not come out as it was made, and what to do; none where it will, or where the printer does not tell.
 */
warning: string | null, };

/**
 * A printer of this computer.
 */
export type PrinterView = { name: string, 
/**
 * Takes jobs when none is chosen.
 */
default: boolean, 
/**
 * Takes jobs now.
 */
ready: boolean, 
/**
 * The system's own words about it; may be empty.
 */
detail: string, 
/**
 * What is to be said of a letter on each paper.
 */
papers: Array<PrinterPaperView>, };

/**
 * One problem.
 */
export type ProblemView = { 
/**
 * Stable word.
 */
kind: string, 
/**
 * Entry, where it is about one.
 */
seq: number | null, 
/**
 * SHA-256 of a stored file, where it is about one.
 */
hash: string | null, message: string, };

/**
 * How far a long work is.
 */
export type ProgressView = { stage: StageView, 
/**
 * Pieces of this stage done.
 */
done: number, 
/**
 * Pieces of this stage in all.
 */
total: number, };

/**
 * Running cases whose current step is due.
 */
export type QueueWord = "overdue" | "due-today";

/**
 * A rank.
 */
export type RankView = { 
/**
 * None for PPPK.
 */
name: string | null, grade: string, };

/**
 * A reason for revocation.
 */
export type ReasonView = { id: string, label: string, 
/**
 * Papers, any of which proves it: (id, name).
 */
evidence: Array<[string, string]>, owner_must_log_in: boolean, text_required: boolean, };

/**
 * The result of a rebuild.
 */
export type RebuildView = { entries: number, facts: number, };

/**
 * A recovery sheet.
 */
export type RecoveryMakeArgs = { 
/**
 * The passphrase of the one who makes it.
 */
own: string, };

/**
 * A register and a year.
 */
export type RegisterArgs = { 
/**
 * `keluar`, `masuk` …
 */
register: string, 
/**
 * Calendar year; this year if none.
 */
year?: number, };

/**
 * A register.
 */
export type RegisterFields = { 
/**
 * Pattern, e.g. `{klasifikasi}/{urut}/{unit}.{bidang}`.
 */
pattern: string, 
/**
 * Classification code where a letter names none.
 */
classification: string, 
/**
 * `{unit}`.
 */
unit: string, 
/**
 * `{bidang}`.
 */
section: string, };

/**
 * Where a register stands in a year.
 */
export type RegisterView = { register: string, year: number, 
/**
 * Registers that the office keeps.
 */
registers: Array<string>, 
/**
 * Years that can be looked at, the newest first.
 */
years: Array<number>, 
/**
 * The running number that comes next.
 */
next: number, 
/**
 * First and last of each range of numbers below it that nothing accounts for.
 */
gaps: Array<[number, number]>, };

/**
 * An office that was put back, and the desk with it.
 */
export type RestoredView = { made_at: string, entries: number, files: number, 
/**
 * Where the office is that was there before.
 */
aside: string | null, 
/**
 * Persons whose data was erased after the backup was made, and who were erased in it as well.
 */
erased: number, desk: DeskView, };

/**
 * How many files each list has.
 */
export type RetentionCountsView = { running: number, active: number, inactive: number, destroy: number, review: number, keep: number, held: number, };

/**
 * The file of an owner.
 */
export type RetentionFileView = { owner: string, name: string, institution: string, cases: number, certificates: number, 
/**
 * What its cases were about; empty without one.
 */
services: string, phase: PhaseView, 
/**
 * The day on which the last of it ended, `YYYY-MM-DD`; none while something runs.
 */
ended: string | null, 
/**
 * Its last day in use.
 */
active_until: string | null, 
/**
 * Its last day at all.
 */
kept_until: string | null, 
/**
 * `musnah`, `dinilai-kembali` or `permanen`.
 */
fate: string, hold: HoldView | null, 
/**
 * It stands in a proposal.
 */
proposed: boolean, };

/**
 * A file that is to be held back.
 */
export type RetentionHoldArgs = { 
/**
 * Whose.
 */
owner: string, 
/**
 * Why.
 */
reason: string, };

/**
 * A page of a list of files.
 */
export type RetentionListArgs = { 
/**
 * The list.
 */
list: RetentionListWord, 
/**
 * Only owners whose name or institution has this text, in capitals or not; all if empty.
 */
text?: string, 
/**
 * How many rows come before the page; none if none.
 */
skip?: number, 
/**
 * Most rows; 50 if none.
 */
limit?: number, };

/**
 * A list of files as PDF.
 */
export type RetentionListSaveArgs = { 
/**
 * The list.
 */
list: RetentionListWord, 
/**
 * Where to.
 */
path: string, };

/**
 * A page of a list of files.
 */
export type RetentionListView = { 
/**
 * How many the list has in all, with the text that was asked for.
 */
total: number, files: Array<RetentionFileView>, };

/**
 * A list of files.
 */
export type RetentionListWord = "running" | "active" | "inactive" | "destroy" | "review" | "keep" | "held";

/**
 * How long files of one kind of service are kept.
 */
export type RetentionRuleFields = { 
/**
 * `pembaruan`, `pencabutan` …
 */
service: string, 
/**
 * Years in use.
 */
active: number, 
/**
 * Years that follow, out of use.
 */
inactive: number, 
/**
 * `musnah`, `dinilai-kembali` or `permanen`.
 */
fate: string, 
/**
 * `biasa`, `terbuka`, `terbatas` or `rahasia`.
 */
security: string, };

/**
 * The table, whole.
 */
export type RetentionTableFields = { 
/**
 * The office has compared it with the JRA of its region.
 */
confirmed: boolean, 
/**
 * The regulation that it follows.
 */
basis: string, 
/**
 * `sejak-selesai` or `akhir-tahun`.
 */
count: string, 
/**
 * One for each kind of service.
 */
rules: Array<RetentionRuleFields>, };

/**
 * How the keeping of files stands.
 */
export type RetentionView = { table: RetentionTableFields, 
/**
 * What each service of the table is called, in the order of its rules.
 */
services: Array<string>, 
/**
 * When the table was recorded; none while the shipped one holds.
 */
recorded_at: string | null, 
/**
 * By whom.
 */
recorded_by: string | null, counts: RetentionCountsView, 
/**
 * The newest first.
 */
proposals: Array<DestructionView>, 
/**
 * Files that a proposal that was carried out has left over: a crash came between.
 */
left: number, 
/**
 * Most files of one proposal.
 */
most: number, 
/**
 * The one who works may hold files back and propose.
 */
may_work: boolean, 
/**
 * The one who works may change the table and carry a proposal out.
 */
may_set_up: boolean, };

/**
 * Nothing but the case.
 */
export type RevisionArgs = { 
/**
 * Case id.
 */
case: string, 
/**
 * Revision that the user saw.
 */
revision?: number, };

/**
 * What some roles may do.
 */
export type RightView = { about: string, 
/**
 * Who may, in the order of the roles.
 */
roles: Array<boolean>, };

/**
 * A role.
 */
export type RoleView = { role: RoleWord, 
/**
 * What the office calls it.
 */
title: string, };

/**
 * What somebody is in the office.
 */
export type RoleWord = "admin" | "operator" | "verifikator" | "kepala-bidang" | "kepala-dinas";

/**
 * A set of rows.
 */
export type RowSetView = { name: string, meaning: string, 
/**
 * Values that only its rows have.
 */
values: Array<NameView>, };

/**
 * A scan.
 */
export type ScanArgs = { 
/**
 * Its id.
 */
id: string, };

/**
 * Scans to be made of pages of others.
 */
export type ScanComposeArgs = { 
/**
 * A new scan for each, with its pages in order.
 */
pieces: Array<Array<PagePickArgs>>, 
/**
 * The scans that the pages are of leave the tray.
 */
instead: boolean, };

/**
 * How many scans are how far.
 */
export type ScanCountsView = { waiting: number, 
/**
 * Waiting for an officer, read or not.
 */
tray: number, filed: number, discarded: number, };

/**
 * Who put a scan away.
 */
export type ScanDiscardedView = { at: string, by: string, };

/**
 * How this computer takes scans in.
 */
export type ScanFields = { 
/**
 * Folders that are watched.
 */
folders: Array<string>, 
/**
 * Days after which a file that was taken in is removed from `Diproses`; 0 keeps it for ever.
 */
keep_days: number, 
/**
 * What becomes of pages without a code.
 */
loose: LooseWord, };

/**
 * A scan that is sent where it belongs.
 */
export type ScanFileArgs = { 
/**
 * Id of the scan.
 */
id: string, 
/**
 * Revision of the case that was looked at; without it the newest.
 */
revision?: number, 
/**
 * Where to.
 */
to: ScanTargetArgs, };

/**
 * The watched folders, and how scans come in.
 */
export type ScanFoldersView = { 
/**
 * Folders that are watched now; none in the practice office.
 */
folders: Array<WatchedFolderView>, settings: ScanFields, reading: ScanReadingView | null, };

/**
 * A running case that a scan may belong to.
 */
export type ScanGuessView = { case: string, agenda: string, owner_name: string, 
/**
 * By the NIP; otherwise by the name, which others may have too.
 */
by_nip: boolean, };

/**
 * A scan that holds pages of another one, or is where its pages are from.
 */
export type ScanKinView = { id: string, name: string, state: ScanStateView, };

/**
 * A letter that a scan's codes name.
 */
export type ScanLetterView = { 
/**
 * Letter id; none where it is not of this office.
 */
letter: string | null, 
/**
 * Version that the code says.
 */
version: number, 
/**
 * The version that holds.
 */
newest: number, 
/**
 * Empty where it is not of this office, or erased.
 */
title: string, 
/**
 * Empty if it has none.
 */
number: string, case: string | null, agenda: string, owner_name: string, 
/**
 * Pages of the scan that bear its code.
 */
pages: Array<number>, 
/**
 * Pages that the letter has.
 */
of: number, };

/**
 * A page of the tray.
 */
export type ScanListArgs = { 
/**
 * Which part; what waits if none.
 */
shelf?: ScanShelf, 
/**
 * Id of the last row of the page before.
 */
before?: string, 
/**
 * Most rows; 50 if none.
 */
limit?: number, };

/**
 * A page of the tray.
 */
export type ScanListView = { rows: Array<ScanRowView>, counts: ScanCountsView, };

/**
 * A page of a scan.
 */
export type ScanPageView = { 
/**
 * From 1.
 */
page: number, width: number, height: number, 
/**
 * Next to no ink.
 */
blank: boolean, 
/**
 * What its code says: `halaman 1 dari 2`; none without a code.
 */
code: string | null, 
/**
 * Title of the letter that its code names; empty where it is not of this office.
 */
title: string, 
/**
 * Why it could not be looked at.
 */
trouble: string | null, 
/**
 * A small JPEG, base 64; empty where there is none.
 */
thumb: string, };

/**
 * A page of a scan, to be looked at.
 */
export type ScanPictureArgs = { 
/**
 * Id of the scan.
 */
id: string, 
/**
 * Which page, from 1.
 */
page: number, 
/**
 * Longest edge, pixels.
 */
edge: number, };

/**
 * Where a scan went.
 */
export type ScanPlaceTaken = { case: string, 
/**
 * Agenda number and owner.
 */
whose: string, 
/**
 * Title of the letter, or name of the document.
 */
what: string, 
/**
 * It is the signed form of a letter.
 */
letter: boolean, at: string, 
/**
 * User name.
 */
by: string, 
/**
 * It went by the codes on its pages.
 */
by_code: boolean, };

/**
 * A place that a case has for a scan.
 */
export type ScanPlaceView = { "as": "letter", letter: string, version: number, title: string, number: string, 
/**
 * It is awaited.
 */
awaited: boolean, 
/**
 * A signed form is there already.
 */
returned: boolean, } | { "as": "document", step: number, document: string, name: string, 
/**
 * One is there already.
 */
present: boolean, 
/**
 * The step must have it.
 */
required: boolean, };

/**
 * The scan that is being read.
 */
export type ScanReadingView = { id: string, 
/**
 * Pages that were looked at so far.
 */
pages: number, };

/**
 * A scan in the list.
 */
export type ScanRowView = { id: string, 
/**
 * File name as it came.
 */
name: string, 
/**
 * Folder it came through; empty where an officer brought it.
 */
folder: string, received_at: string, state: ScanStateView, pages: number, 
/**
 * Bytes.
 */
size: number, 
/**
 * Media type found in the bytes.
 */
media: string, 
/**
 * A PDF with an electronic signature: it is never taken apart.
 */
signed: boolean, 
/**
 * Why it waits for an officer: whole sentences.
 */
doubts: Array<string>, 
/**
 * A small JPEG of its first page with ink on it, base 64; empty where there is none.
 */
cover: string, 
/**
 * Letters that its codes name.
 */
letters: Array<ScanLetterView>, 
/**
 * Where it went.
 */
place: ScanPlaceTaken | null, 
/**
 * Who put it away, and when.
 */
discarded: ScanDiscardedView | null, };

/**
 * A scan to be copied out.
 */
export type ScanSaveArgs = { 
/**
 * Its id.
 */
id: string, 
/**
 * Where to.
 */
path: string, };

/**
 * Which part of the tray is looked at.
 */
export type ScanShelf = "kotak" | "tersimpan" | "disisihkan";

/**
 * How far a scan is.
 */
export type ScanStateView = "menunggu" | "kotak" | "gagal" | "tersimpan" | "dipisah" | "disisihkan";

/**
 * Where a scan is sent.
 */
export type ScanTargetArgs = { "as": "letter", 
/**
 * Letter id.
 */
letter: string, 
/**
 * Version.
 */
version: number, } | { "as": "document", 
/**
 * Case id.
 */
case: string, 
/**
 * Step.
 */
step: number, 
/**
 * Document id.
 */
document: string, };

/**
 * A scan with its pages.
 */
export type ScanView = { row: ScanRowView, pages: Array<ScanPageView>, 
/**
 * Scans that it was put together from, which can be undone while it waits; empty where it came as it is.
 */
sources: Array<ScanKinView>, 
/**
 * Scans that hold pages of it.
 */
made: Array<ScanKinView>, };

/**
 * A search.
 */
export type SearchArgs = { 
/**
 * What the user typed.
 */
text: string, 
/**
 * `case`, `owner` or `letter`.
 */
kind: SearchKind, 
/**
 * Cursor of the last hit of the page before.
 */
before?: number, 
/**
 * Most hits; 50 if none.
 */
limit?: number, };

/**
 * What is searched.
 */
export type SearchKind = "case" | "owner" | "letter";

/**
 * A paper that was chosen.
 */
export type SetItemArgs = { 
/**
 * Template id.
 */
template: string, 
/**
 * Letter id; none of a companion that is issued for the set.
 */
letter?: string, 
/**
 * The version that the user saw; 1 if none.
 */
version?: number, 
/**
 * Copies, 1 to 99.
 */
copies: number, 
/**
 * The companion is issued anew from what the case says now, as its next version.
 */
renew?: boolean, };

/**
 * What became of a paper of a set when it was to be queued.
 */
export type SetLineView = { title: string, 
/**
 * Letter id, once there is one: issued by then, even where it could not be queued.
 */
letter: string | null, 
/**
 * Its version; 0 where it was not issued.
 */
version: number, 
/**
 * Its place in the queue; none where it was not queued.
 */
queued: OutgoingView | null, 
/**
 * Why it was not queued, a sentence each.
 */
why: Array<string>, };

/**
 * A paper that can be part of a set.
 */
export type SetPaperView = { template: string, title: string, 
/**
 * Letter id; none of a companion that has not been issued.
 */
letter: string | null, 
/**
 * Its newest version; 0 where it has not been issued.
 */
version: number, number: string | null, 
/**
 * Date of the letter; none where it has not been issued.
 */
dated: string | null, 
/**
 * Copies of this version that were printed.
 */
printed: number, 
/**
 * It can be issued anew from what the case says now, without a number.
 */
companion: boolean, 
/**
 * The case has changed since this companion was issued.
 */
outdated: boolean, 
/**
 * It belongs to a set unless the officer leaves it out.
 */
suggested: boolean, 
/**
 * Sending it again asks for a reason.
 */
reason_needed: boolean, 
/**
 * Its paper: `a4`, `f4` or `legal`; none where it cannot be read.
 */
paper: string | null, 
/**
 * Why it cannot be issued, a sentence each; empty where nothing stands in the way.
 */
why: Array<string>, };

/**
 * How much of a signature holds.
 */
export type SignatureToneView = "utuh" | "periksa" | "rusak";

/**
 * A signature in a PDF.
 */
export type SignatureView = { 
/**
 * Whose; empty where the signature does not say.
 */
signer: string, 
/**
 * Common name of the issuer; empty where it does not say.
 */
issuer: string, 
/**
 * Serial number of the certificate, decimal.
 */
serial: string, 
/**
 * When; none where it does not say.
 */
at: string | null, 
/**
 * That time was stamped by a trusted authority, rather than taken from the signer's computer.
 */
stamped: boolean, tone: SignatureToneView, 
/**
 * What is to be said of it: whole sentences, the verdict first.
 */
words: Array<string>, };

/**
 * How a letter is signed.
 */
export type SigningName = "basah" | "elektronik";

/**
 * An SOP of the library, or a pinned version.
 */
export type SopArgs = { 
/**
 * SOP id.
 */
sop: string, 
/**
 * Hash of the version that a case keeps; the library's own without it.
 */
version?: string, };

/**
 * An SOP in the library.
 */
export type SopSummary = { sop: string, title: string, 
/**
 * Kind of service.
 */
service: string, government: string, office: string, steps: number, hash: string, 
/**
 * Whether the office brought it.
 */
own: boolean, findings: Array<FindingView>, };

/**
 * The text of an SOP file.
 */
export type SopTextArgs = { 
/**
 * File name for the findings.
 */
file: string, 
/**
 * The text.
 */
text: string, };

/**
 * An SOP under the keys of its file.
 */
export type SopView = { hash: string, 
/**
 * It is the version that new cases begin with.
 */
current: boolean, 
/**
 * The definition; its shape is the one of SOP files.
 */
definition: unknown, findings: Array<FindingView>, };

/**
 * Part of a long work.
 */
export type StageView = "database" | "journal" | "files" | "tables" | "letters" | "book" | "erasing" | "printing" | "update";

/**
 * A step in the list of steps.
 */
export type StepView = { step: number, activity: string, 
/**
 * Names of the lanes.
 */
lanes: Array<string>, 
/**
 * `mulai`, `proses`, `keputusan` or `selesai`.
 */
symbol: string, 
/**
 * `done`, `current`, `ahead` or `skipped`.
 */
place: string, 
/**
 * Minutes used on the step's own clock.
 */
used: number | null, 
/**
 * Standard minutes.
 */
standard: number | null, 
/**
 * The standard as the SOP writes it.
 */
time: string | null, outcome: string | null, done_at: string | null, 
/**
 * What was filled in, in the order of the step's form.
 */
answers: Array<AnswerView>, documents: Array<AttachedView>, };

/**
 * A letter template.
 */
export type TemplateArgs = { 
/**
 * Template id.
 */
template: string, };

/**
 * What was found in a text that is being written.
 */
export type TemplateCheckView = { text: string, 
/**
 * Its parts under the keys of the file; none where the text is not shaped like one.
 */
form: unknown, 
/**
 * What keeps it from being saved.
 */
faults: Array<TemplateFaultView>, };

/**
 * A fault of a template.
 */
export type TemplateFaultView = { 
/**
 * Line in the text, from 1.
 */
line: number, 
/**
 * The part, e.g. `bagian 2, baris 1, teks`; empty for the text as a whole.
 */
part: string, code: string, message: string, };

/**
 * What templates may name.
 */
export type TemplateNamesView = { 
/**
 * Values that any text may show.
 */
values: Array<NameView>, 
/**
 * Sets of rows that a table or a list may be repeated for.
 */
sets: Array<RowSetView>, };

/**
 * A text that is being written, as the letter that it gives.
 */
export type TemplatePreviewArgs = { 
/**
 * Template id.
 */
template: string, 
/**
 * The text.
 */
text?: string, 
/**
 * Its parts under the keys of the file, in place of the text.
 */
form?: unknown, 
/**
 * Case id, for the values of that case; fictitious ones if none.
 */
case?: string, };

/**
 * A text to be saved as the office's version.
 */
export type TemplateSaveArgs = { 
/**
 * Template id.
 */
template: string, 
/**
 * Hash of the text that the user began with.
 */
seen?: string, 
/**
 * The text.
 */
text?: string, 
/**
 * Its parts under the keys of the file, in place of the text.
 */
form?: unknown, };

/**
 * A text of a letter template.
 */
export type TemplateShowArgs = { 
/**
 * Template id.
 */
template: string, 
/**
 * Hash of a version; the text that holds if none.
 */
version?: string, };

/**
 * A text of a letter template.
 */
export type TemplateTextView = { template: string, 
/**
 * SHA-256 of the text.
 */
hash: string, 
/**
 * `bawaan`, `berkas` or `kantor`.
 */
origin: string, 
/**
 * Letters are issued from it now.
 */
current: boolean, text: string, 
/**
 * Its parts under the keys of the file.
 */
form: unknown, };

/**
 * A text of a template that is being written: as text, or as its parts.
 */
export type TemplateTryArgs = { 
/**
 * Template id.
 */
template: string, 
/**
 * The text.
 */
text?: string, 
/**
 * Its parts under the keys of the file, in place of the text.
 */
form?: unknown, };

/**
 * A version of a template.
 */
export type TemplateVersionView = { 
/**
 * Which text of its template this office has had first, second, …; from 1.
 */
number: number, hash: string, 
/**
 * `bawaan`, `berkas` or `kantor`.
 */
origin: string, 
/**
 * When it was last taken into use, or a letter was first issued from it.
 */
adopted_at: string, 
/**
 * Letters are issued from it now.
 */
current: boolean, 
/**
 * How many versions of letters were issued from it.
 */
letters: number, };

/**
 * A letter template.
 */
export type TemplateView = { template: string, name: string, 
/**
 * Register that numbers it; empty for none.
 */
register: string, 
/**
 * May be issued at any step.
 */
anywhere: boolean, 
/**
 * Values that the officer gives: name and meaning.
 */
given: Array<[string, string]>, 
/**
 * Where its text comes from: `bawaan`, `berkas` or `kantor`.
 */
origin: string, 
/**
 * SHA-256 of its text.
 */
hash: string, };

/**
 * A remark.
 */
export type TextArgs = { 
/**
 * Case id.
 */
case: string, 
/**
 * The text.
 */
text: string, };

/**
 * How the window looks.
 */
export type ThemeWord = "sistem" | "terang" | "gelap";

/**
 * A part of the office that screens show.
 */
export type Topic = "cases" | "letters" | "outgoing" | "scans" | "owners" | "office" | "retention" | "journal" | "drafts" | "backups" | "desk";

/**
 * An update that is to be installed.
 */
export type UpdateStartArgs = { 
/**
 * The file.
 */
path: string, 
/**
 * The seal that `update_look` answered: another file is refused.
 */
seal: string, 
/**
 * A backup on this computer alone is enough.
 */
beside_only: boolean, };

/**
 * An update whose installer runs: the application has to be closed.
 */
export type UpdateStartedView = { version: string, 
/**
 * Folders of the backups that were made before.
 */
backups: Array<string>, };

/**
 * The program before an update.
 */
export type UpdateStateView = { 
/**
 * Version that runs.
 */
version: string, 
/**
 * Numbers of the keys that updates may be signed with; none where updates are installed by hand.
 */
keys: Array<string>, 
/**
 * Why no update can be installed here, and what to do; none where it can.
 */
refusal: string | null, 
/**
 * Folder of the backup that is always made before.
 */
beside: string, 
/**
 * Folder of the second place, if one is chosen.
 */
second: string | null, };

/**
 * An update that was proven and is newer than the program.
 */
export type UpdateView = { path: string, 
/**
 * Names exactly this update.
 */
seal: string, 
/**
 * Version that it brings.
 */
version: string, 
/**
 * When it was made, `YYYY-MM-DD`.
 */
date: string, 
/**
 * What is new, in lines.
 */
notes: string, 
/**
 * Number of the key that it is signed with.
 */
key: string, 
/**
 * Bytes of its installer.
 */
bytes: number, };

/**
 * A new user.
 */
export type UserAdmitArgs = { 
/**
 * Name, as entries will carry it.
 */
user: string, role: RoleWord, 
/**
 * Their first passphrase.
 */
passphrase: string, 
/**
 * The passphrase of the one who admits them.
 */
own: string, };

/**
 * One user.
 */
export type UserArgs = { user: string, };

/**
 * Another passphrase for a user.
 */
export type UserPassphraseArgs = { user: string, 
/**
 * The one that is to hold.
 */
passphrase: string, 
/**
 * The passphrase of the one who sets it.
 */
own: string, };

/**
 * Another role for a user.
 */
export type UserRoleArgs = { user: string, role: RoleWord, };

/**
 * A user.
 */
export type UserView = { name: string, role: RoleWord, 
/**
 * They may sign in.
 */
active: boolean, 
/**
 * It is who works now.
 */
own: boolean, 
/**
 * Since when the role holds or they were dismissed, `YYYY-MM-DDTHH:MM:SS`.
 */
since: string, };

/**
 * Everybody who may sign in or ever could, and the rules of the door.
 */
export type UsersView = { 
/**
 * Those that may sign in first.
 */
users: Array<UserView>, 
/**
 * A revocation takes two users.
 */
two_persons: boolean, 
/**
 * When the recovery sheet was made that holds, `YYYY-MM-DDTHH:MM:SS`; none while there is none.
 */
recovery_at: string | null, roles: Array<RoleView>, rights: Array<RightView>, 
/**
 * The one who works may change all this.
 */
may_admit: boolean, };

/**
 * The result of a verification.
 */
export type VerifyView = { sound: boolean, entries: number, facts: number, 
/**
 * Place of the journal's last entry; 0 if it has none.
 */
head_seq: number, 
/**
 * SHA-256 of the last entry in hex; empty if there is none.
 */
head_hash: string, 
/**
 * The same in groups of four, to be read aloud.
 */
head_groups: Array<string>, 
/**
 * Where the computer's clock was found to have moved; no fault.
 */
clock: Array<ClockView>, files: number, 
/**
 * Stored files that nothing speaks of: left by a crash, harmless.
 */
unreferenced: number, problems: Array<ProblemView>, 
/**
 * Problems beyond those listed.
 */
more: number, };

/**
 * Whom the case waits for.
 */
export type WaitArgs = { 
/**
 * Case id.
 */
case: string, 
/**
 * Revision that the user saw.
 */
revision?: number, 
/**
 * Lane id or name.
 */
party: string, 
/**
 * For what.
 */
why?: string, };

/**
 * Whether the step's time goes on while the case waits.
 */
export type WaitClock = "rests" | "runs";

/**
 * A case that waits for somebody outside.
 */
export type WaitView = { case: CaseSummaryView, 
/**
 * Who is waited for, by name.
 */
party: string, since: string, 
/**
 * `rests`: the working time of the step stands still; `runs`: its time is the calendar's and goes on.
 */
clock: WaitClock, };

/**
 * A file in a watched folder that is not taken in yet.
 */
export type WaitingFileView = { name: string, 
/**
 * Since how many minutes.
 */
minutes: number, 
/**
 * It has just come, or is being written.
 */
usual: boolean, 
/**
 * Why, and what to do.
 */
why: string, };

/**
 * A wait.
 */
export type WaitingView = { party: string, why: string, since: string, };

/**
 * A written waiver.
 */
export type WaiveArgs = { 
/**
 * Case id.
 */
case: string, 
/**
 * Revision that the user saw.
 */
revision?: number, 
/**
 * Step number.
 */
step: number, 
/**
 * Document id.
 */
document: string, 
/**
 * Who decided.
 */
by: string, 
/**
 * Why.
 */
why: string, };

/**
 * Something to look at twice.
 */
export type WarningView = { code: string, field: string, text: string, };

/**
 * A watched folder.
 */
export type WatchedFolderView = { folder: string, 
/**
 * Why it cannot be looked into.
 */
trouble: string | null, waiting: Array<WaitingFileView>, };

/**
 * How a letter goes out.
 */
export type WayName = "printer" | "folder";

/**
 * A reason.
 */
export type WhyArgs = { 
/**
 * Case id.
 */
case: string, 
/**
 * Revision that the user saw.
 */
revision: number, 
/**
 * Why.
 */
why?: string, };

/**
 * A calendar year.
 */
export type YearArgs = { 
/**
 * e.g. 2026.
 */
year: number, };

export interface Commands {
  /** Menampilkan apakah kantor sudah dibuat dan dibuka, serta setelan komputer ini. Hanya di jendela aplikasi. */
  desk_show: { args: NoArgs; answer: DeskView };
  /** Menyiapkan pembukaan kantor selagi kata sandinya diketik. Hanya di jendela aplikasi. */
  desk_prepare: { args: NoArgs; answer: null };
  /** Membuat kantor baru lalu membukanya. Hanya di jendela aplikasi. */
  desk_create: { args: DeskEnterArgs; answer: Changed<DeskView> };
  /** Membuka kantor dengan kata sandinya. Hanya di jendela aplikasi. */
  desk_open: { args: DeskEnterArgs; answer: Changed<DeskView> };
  /** Membuka kantor latihan; dibuat dahulu bila belum ada. Hanya di jendela aplikasi. */
  desk_practice: { args: DeskUserArgs; answer: Changed<DeskView> };
  /** Mengganti kata sandi pengguna yang sedang bekerja. Hanya di jendela aplikasi. */
  desk_passphrase: { args: DeskPassphraseArgs; answer: Changed<null> };
  /** Menampilkan apakah kunci pengguna yang sedang bekerja terikat pada akun Windows. Hanya di jendela aplikasi. */
  desk_account: { args: NoArgs; answer: AccountView };
  /** Mengikat kunci pengguna yang sedang bekerja pada akun Windows, atau melepasnya. Hanya di jendela aplikasi. */
  desk_account_record: { args: DeskAccountArgs; answer: Changed<AccountView> };
  /** Mendaftar nama yang dapat masuk ke kantor. Hanya di jendela aplikasi. */
  desk_users: { args: DeskUsersArgs; answer: Array<string> };
  /** Mengunci meja tanpa menutup kantor: pindaian tetap masuk, surat tetap keluar. Hanya di jendela aplikasi. */
  desk_lock: { args: NoArgs; answer: Changed<DeskView> };
  /** Membuka kantor dengan kata-kata lembar pemulihan dan memberi admin kata sandi baru. Hanya di jendela aplikasi. */
  desk_recover: { args: DeskRecoverArgs; answer: Changed<DeskView> };
  /** Mendaftarkan pengguna kantor dengan perannya. Hanya di jendela aplikasi. */
  user_admit: { args: UserAdmitArgs; answer: Changed<UsersView> };
  /** Memberi seorang pengguna kata sandi baru. Hanya di jendela aplikasi. */
  user_passphrase: { args: UserPassphraseArgs; answer: Changed<null> };
  /** Membuat lembar pemulihan baru; lembar sebelumnya tidak berlaku lagi. Hanya di jendela aplikasi. */
  recovery_make: { args: RecoveryMakeArgs; answer: Changed<PdfView> };
  /** Menyimpan lembar pemulihan yang sedang ditampilkan ke tempat pilihan petugas. Hanya di jendela aplikasi. */
  recovery_save: { args: PathArgs; answer: null };
  /** Mencetak lembar pemulihan yang sedang ditampilkan. Hanya di jendela aplikasi. */
  recovery_print: { args: NoArgs; answer: null };
  /** Mengakhiri tampilan lembar pemulihan; tidak dapat ditampilkan lagi. Hanya di jendela aplikasi. */
  recovery_put_away: { args: NoArgs; answer: null };
  /** Membuat kantor baru dari hasil ekspor terbuka lalu membukanya; kantor yang sudah ada tidak disentuh. Hanya di jendela aplikasi. */
  desk_import: { args: DeskImportArgs; answer: Changed<ImportedView> };
  /** Menutup kantor yang sedang dibuka. Hanya di jendela aplikasi. */
  desk_close: { args: NoArgs; answer: Changed<DeskView> };
  /** Menyimpan setelan komputer ini: printer, folder keluaran, tema, dan tinggalnya program di dekat jam. Hanya di jendela aplikasi. */
  device_record: { args: DeviceFields; answer: Changed<DeskView> };
  /** Menampilkan folder pindai yang dipantau, berkas yang belum masuk beserta sebabnya, dan setelannya. Hanya di jendela aplikasi. */
  scan_folders: { args: NoArgs; answer: ScanFoldersView };
  /** Menyimpan folder pindai komputer ini dan cara pindaian masuk. Hanya di jendela aplikasi. */
  scan_folders_record: { args: ScanFields; answer: Changed<ScanFoldersView> };
  /** Memeriksa folder pindai sekarang juga. Hanya di jendela aplikasi. */
  scan_folders_hurry: { args: NoArgs; answer: Changed<null> };
  /** Mendaftar printer komputer ini. Hanya di jendela aplikasi. */
  printer_list: { args: NoArgs; answer: Array<PrinterView> };
  /** Menampilkan keadaan cadangan: tempat, cadangan terakhir dan ujinya, serta peringatan. Hanya di jendela aplikasi. */
  backup_show: { args: NoArgs; answer: BackupView };
  /** Menyimpan apakah cadangan dibuat sendiri dan tempat keduanya. Hanya di jendela aplikasi. */
  backup_record: { args: BackupFields; answer: Changed<BackupView> };
  /** Membuat cadangan, atau menguji yang terbaru, sekarang juga. Hanya di jendela aplikasi. */
  backup_hurry: { args: BackupHurryArgs; answer: Changed<BackupView> };
  /** Menghentikan pembuatan atau pengujian cadangan yang sedang berjalan. Hanya di jendela aplikasi. */
  backup_stop: { args: NoArgs; answer: Changed<BackupView> };
  /** Menyatakan berkurangnya isi pada satu cadangan sudah diperiksa. Hanya di jendela aplikasi. */
  backup_accept: { args: BackupPickArgs; answer: Changed<BackupView> };
  /** Mencari cadangan dalam folder atau berkas pindahan. Hanya di jendela aplikasi. */
  backup_find: { args: PathArgs; answer: Array<BackupFoundView> };
  /** Memulihkan kantor dari cadangan atau berkas pindahan; data yang sekarang disisihkan utuh. Hanya di jendela aplikasi. */
  backup_restore: { args: BackupRestoreArgs; answer: Changed<RestoredView> };
  /** Mengembalikan data kantor yang disisihkan pemulihan terakhir. Hanya di jendela aplikasi. */
  backup_put_back: { args: NoArgs; answer: Changed<DeskView> };
  /** Menulis kantor sebagai satu berkas untuk dipindahkan ke komputer lain. Hanya di jendela aplikasi. */
  backup_move: { args: PathArgs; answer: Changed<MovedView> };
  /** Menampilkan versi program, kunci pembaruan yang dipercayainya, dan tempat cadangan sebelum pembaruan. Hanya di jendela aplikasi. */
  update_show: { args: NoArgs; answer: UpdateStateView };
  /** Memeriksa berkas pembaruan: tanda tangan, keutuhan, dan versinya. Hanya di jendela aplikasi. */
  update_look: { args: PathArgs; answer: UpdateView };
  /** Mencadangkan kantor lalu menjalankan pemasang dari berkas pembaruan; sesudahnya aplikasi harus ditutup. Hanya di jendela aplikasi. */
  update_start: { args: UpdateStartArgs; answer: Changed<UpdateStartedView> };
  /** Menampilkan profil kantor; kosong bila belum diisi. */
  office_show: { args: NoArgs; answer: OfficeFields | null };
  /** Mencatat profil kantor: kop, wilayah waktu, kertas, dan pola nomor. */
  office_record: { args: OfficeFields; answer: Changed<null> };
  /** Menampilkan nomor berikutnya sebuah register menurut pola yang sedang diketik, tanpa memakainya. */
  number_next: { args: NumberNextArgs; answer: NumberNextView };
  /** Menyimpan lambang (PNG atau JPEG) dan menjawab dengan sidiknya, untuk diisikan pada profil. */
  emblem_store: { args: PathArgs; answer: Changed<string> };
  /** Menampilkan lambang yang sudah disimpan. */
  emblem_show: { args: EmblemArgs; answer: EmblemView };
  /** Menyimpan berkas huruf milik kantor (biasa, tebal, miring) dan menjawab dengan sidiknya, untuk diisikan pada profil. */
  typeface_store: { args: FaceStoreArgs; answer: Changed<FaceFields> };
  /** Mendaftar keluarga huruf yang terpasang pada komputer ini, dan yang tidak dapat dimuat dalam surat beserta sebabnya. */
  typeface_list: { args: NoArgs; answer: Array<InstalledFaceView> };
  /** Menggambar surat contoh dengan kertas, huruf, dan tepi yang sedang dipilih. */
  letter_sample: { args: LetterSampleArgs; answer: PdfView };
  /** Mendaftar pejabat penanda tangan. */
  official_list: { args: NoArgs; answer: Array<OfficialView> };
  /** Mencatat pejabat baru atau data baru seorang pejabat. */
  official_record: { args: OfficialArgs; answer: Changed<string> };
  /** Mendaftar SOP di perpustakaan kantor dengan temuan pemeriksanya. */
  sop_list: { args: NoArgs; answer: Array<SopSummary> };
  /** Menampilkan satu SOP dalam bentuk berkasnya. */
  sop_show: { args: SopArgs; answer: SopView };
  /** Memeriksa teks SOP; menjawab semua galat dan peringatan. */
  sop_check: { args: SopTextArgs; answer: Array<FindingView> };
  /** Mendaftar kesalahan pada berkas isi milik kantor; berkas itu tidak dipakai. */
  content_findings: { args: NoArgs; answer: Array<FindingView> };
  /** Mendaftar alasan pencabutan dan buktinya. */
  reason_list: { args: NoArgs; answer: Array<ReasonView> };
  /** Mendaftar pangkat dan golongan. */
  rank_list: { args: NoArgs; answer: Array<RankView> };
  /** Mendaftar hari libur dan cuti bersama satu tahun. */
  holiday_list: { args: YearArgs; answer: Array<HolidayView> };
  /** Mencatat pemilik sertifikat baru atau data barunya. */
  owner_record: { args: OwnerRecordArgs; answer: Changed<string> };
  /** Memeriksa isian pemilik tanpa mencatatnya. */
  owner_check: { args: OwnerFields; answer: OwnerCheckView };
  /** Menampilkan pemilik beserta sertifikatnya. */
  owner_show: { args: OwnerArgs; answer: OwnerView };
  /** Mendaftar pemilik menurut abjad, satu halaman. */
  owner_list: { args: OwnerListArgs; answer: Array<OwnerSummary> };
  /** Membaca data sertifikat dari berkas sertifikat atau PDF bertanda tangan; kunci privat ditolak. */
  certificate_read: { args: PathArgs; answer: Array<CertificateReadView> };
  /** Mencatat sertifikat seorang pemilik atau data barunya. */
  certificate_record: { args: CertificateRecordArgs; answer: Changed<string> };
  /** Membuka permohonan baru. */
  case_open: { args: CaseOpenArgs; answer: Changed<CaseView> };
  /** Menampilkan perkara lengkap dengan langkah, isian, tenggat, dan kekurangannya. */
  case_show: { args: CaseArgs; answer: CaseView };
  /** Mendaftar perkara, terbaru dahulu, satu halaman. */
  case_list: { args: CaseListArgs; answer: Array<CaseSummaryView> };
  /** Menghitung perkara menurut layanan dan keadaan. */
  case_counts: { args: NoArgs; answer: Array<CountView> };
  /** Menampilkan ringkasan beranda: perkara terlambat, jatuh tempo, menunggu, surat, konsep, dan jumlahnya. */
  home_show: { args: NoArgs; answer: HomeView };
  /** Menampilkan riwayat perkara. */
  case_timeline: { args: CaseArgs; answer: Array<EntryView> };
  /** Menulis bundel perkara: riwayat, surat, berkas, dan jurnalnya sebagai satu ZIP yang dapat diperiksa tanpa program ini. */
  case_bundle_save: { args: CaseBundleArgs; answer: Changed<CaseBundleView> };
  /** Mencatat isian langkah yang sedang dikerjakan. */
  case_fill: { args: FillArgs; answer: Changed<CaseView> };
  /** Menyelesaikan langkah yang sedang dikerjakan, dengan hasil bila langkahnya keputusan. */
  case_complete: { args: CompleteArgs; answer: Changed<CaseView> };
  /** Menutup perkara pada langkah terakhir. */
  case_close: { args: CompleteArgs; answer: Changed<CaseView> };
  /** Menyetujui pencabutan pada langkah yang sedang dikerjakan; pengguna lain yang menyelesaikannya. */
  case_approve: { args: ApproveArgs; answer: Changed<CaseView> };
  /** Mengurungkan langkah terakhir, selama belum ada nomor surat terpakai. */
  case_undo: { args: WhyArgs; answer: Changed<CaseView> };
  /** Menandai perkara menunggu pihak luar; jam kerja berhenti berjalan. */
  case_wait: { args: WaitArgs; answer: Changed<CaseView> };
  /** Mengakhiri masa menunggu. */
  case_resume: { args: RevisionArgs; answer: Changed<CaseView> };
  /** Membatalkan permohonan, dengan alasan. */
  case_withdraw: { args: WhyArgs; answer: Changed<CaseView> };
  /** Membuka kembali perkara yang selesai atau dibatalkan, dengan alasan. */
  case_reopen: { args: WhyArgs; answer: Changed<CaseView> };
  /** Menambahkan catatan pada perkara. */
  case_note: { args: TextArgs; answer: Changed<CaseView> };
  /** Menugaskan perkara kepada petugas, atau menariknya kembali. */
  case_assign: { args: AssignArgs; answer: Changed<CaseView> };
  /** Melampirkan berkas pada langkah. */
  case_attach: { args: AttachArgs; answer: Changed<CaseView> };
  /** Melepas berkas dari langkah; isinya tetap tersimpan. */
  case_detach: { args: DetachArgs; answer: Changed<CaseView> };
  /** Mengecualikan berkas wajib secara tertulis: siapa dan mengapa. */
  case_waive: { args: WaiveArgs; answer: Changed<CaseView> };
  /** Menampilkan isi satu berkas perkara. */
  document_show: { args: DocumentArgs; answer: FileView };
  /** Memeriksa tanda tangan elektronik pada berkas PDF perkara, tanpa jaringan. */
  document_signatures: { args: DocumentArgs; answer: Array<SignatureView> };
  /** Menyimpan salinan berkas perkara ke tempat pilihan petugas. */
  document_save: { args: DocumentSaveArgs; answer: null };
  /** Mendaftar bentuk surat kantor. */
  template_list: { args: NoArgs; answer: Array<TemplateView> };
  /** Menampilkan isi satu bentuk surat yang berlaku, atau versi lamanya. */
  template_show: { args: TemplateShowArgs; answer: TemplateTextView };
  /** Mendaftar versi satu bentuk surat yang pernah disimpan atau dipakai menerbitkan surat. */
  template_versions: { args: TemplateArgs; answer: Array<TemplateVersionView> };
  /** Mendaftar isian yang dapat dipakai dalam bentuk surat, beserta artinya. */
  template_names: { args: NoArgs; answer: TemplateNamesView };
  /** Memeriksa bentuk surat yang sedang disusun; menjawab semua galatnya. */
  template_check: { args: TemplateTryArgs; answer: TemplateCheckView };
  /** Menggambar bentuk surat yang sedang disusun sebagai konsep, dengan isi rekaan atau isi satu perkara. */
  template_preview: { args: TemplatePreviewArgs; answer: PdfView };
  /** Menyimpan bentuk surat sebagai versi kantor; berlaku bagi surat yang terbit sesudahnya. */
  template_save: { args: TemplateSaveArgs; answer: Changed<TemplateTextView> };
  /** Mengembalikan bentuk surat ke bawaan; versi kantor tetap tersimpan dalam riwayat. */
  template_reset: { args: TemplateArgs; answer: Changed<TemplateTextView> };
  /** Menyusun surat sebagai konsep, dengan nomor sementara. */
  letter_preview: { args: LetterArgs; answer: PdfView };
  /** Menerbitkan surat: nomor, PDF, dan catatannya sekaligus. */
  letter_issue: { args: LetterIssueArgs; answer: Changed<IssuedView> };
  /** Membaca isian surat saat terbit, untuk mengawali perbaikannya. */
  letter_filled: { args: CaseLetterArgs; answer: LetterFilledView };
  /** Memeriksa apakah surat untuk banyak permohonan dapat diterbitkan; belum ada yang diterbitkan. */
  letter_batch_check: { args: LetterBatchArgs; answer: BatchCheckView };
  /** Menerbitkan surat untuk banyak permohonan: satu surat setiap permohonan, atau satu surat untuk semuanya. */
  letter_batch: { args: LetterBatchArgs; answer: Changed<BatchDoneView> };
  /** Mendaftar surat, terbaru dahulu, satu halaman. */
  letter_list: { args: LetterListArgs; answer: Array<LetterView> };
  /** Membaca PDF surat persis seperti saat terbit. */
  letter_show: { args: LetterVersionArgs; answer: PdfView };
  /** Menyimpan PDF surat ke tempat pilihan petugas. */
  letter_save: { args: LetterSaveArgs; answer: null };
  /** Mengantrekan surat ke printer atau ke folder keluaran; tercatat sebagai tercetak setelah keluar. */
  letter_send: { args: LetterSendArgs; answer: Changed<OutgoingView> };
  /** Menampilkan apakah surat sudah pernah dicetak, sehingga pencetakan lagi memerlukan alasan. */
  letter_print_show: { args: LetterPrintArgs; answer: LetterPrintView };
  /** Mendaftar pencetakan surat dan buku agenda, terbaru dahulu, satu halaman: siapa, kapan, printer, hasil, dan alasan cetak ulang. */
  print_log: { args: PrintLogArgs; answer: Array<PrintLogView> };
  /** Mendaftar surat perkara yang dapat dicetak sekaligus, termasuk lembar yang dibuat bersamanya. */
  print_set_show: { args: CaseArgs; answer: Array<SetPaperView> };
  /** Mengantrekan beberapa surat perkara sekaligus, berurutan; yang tidak dapat diantrekan disebutkan alasannya. */
  print_set_send: { args: PrintSetArgs; answer: Changed<Array<SetLineView>> };
  /** Menerima kembali surat yang sudah ditandatangani. */
  letter_return: { args: LetterReturnArgs; answer: Changed<CaseView> };
  /** Mendaftar isi Kotak Pindai, terbaru dahulu, satu halaman. */
  scan_list: { args: ScanListArgs; answer: ScanListView };
  /** Menampilkan satu pindaian dengan halaman-halamannya. */
  scan_show: { args: ScanArgs; answer: ScanView };
  /** Menggambar satu halaman pindaian. */
  scan_picture: { args: ScanPictureArgs; answer: FileView };
  /** Memeriksa tanda tangan elektronik pada pindaian PDF, tanpa jaringan. */
  scan_signatures: { args: ScanArgs; answer: Array<SignatureView> };
  /** Menyimpan salinan pindaian, persis seperti saat masuk, ke tempat pilihan petugas. */
  scan_save: { args: ScanSaveArgs; answer: null };
  /** Mendaftar tempat pindaian pada satu perkara: surat yang dapat kembali dan berkas langkahnya. */
  scan_places: { args: CaseArgs; answer: Array<ScanPlaceView> };
  /** Mencari perkara berjalan yang pemiliknya disebut dalam teks pindaian; petugas yang memastikan. */
  scan_guesses: { args: ScanArgs; answer: Array<ScanGuessView> };
  /** Memasukkan satu berkas ke Kotak Pindai. */
  scan_bring: { args: PathArgs; answer: Changed<string> };
  /** Menempatkan pindaian sebagai surat yang kembali atau berkas langkah. */
  scan_file: { args: ScanFileArgs; answer: Changed<ScanView> };
  /** Mengembalikan berkas langkah ke Kotak Pindai. */
  scan_unfile: { args: ScanArgs; answer: Changed<ScanView> };
  /** Menyisihkan pindaian yang bukan milik perkara mana pun; tetap tersimpan. */
  scan_discard: { args: ScanArgs; answer: Changed<ScanView> };
  /** Mengembalikan pindaian yang disisihkan ke Kotak Pindai. */
  scan_restore: { args: ScanArgs; answer: Changed<ScanView> };
  /** Membaca ulang pindaian. */
  scan_retry: { args: ScanArgs; answer: Changed<ScanView> };
  /** Menyusun dokumen baru dari halaman pindaian: memisah, menggabung, mengurutkan, memutar, atau membuang halaman; aslinya tetap. */
  scan_compose: { args: ScanComposeArgs; answer: Changed<Array<string>> };
  /** Mengurungkan penyusunan: dokumen susunan disisihkan, aslinya kembali ke Kotak Pindai. */
  scan_compose_undo: { args: ScanArgs; answer: Changed<null> };
  /** Mendaftar surat yang sedang menuju printer atau folder keluaran. */
  outgoing_list: { args: NoArgs; answer: Array<OutgoingView> };
  /** Mencoba lagi mengirim surat dari antrean sekarang. */
  outgoing_retry: { args: OutgoingArgs; answer: Changed<null> };
  /** Menghapus surat dari antrean; yang sedang dikirim dihentikan bila masih bisa. */
  outgoing_drop: { args: OutgoingArgs; answer: Changed<null> };
  /** Membatalkan surat dengan alasan; nomornya tetap tercatat terpakai. */
  letter_void: { args: LetterVoidArgs; answer: Changed<CaseView> };
  /** Mencatat nomor surat pada sistem lain, misalnya SRIKANDI, di samping nomor kantor. */
  letter_number_elsewhere: { args: LetterElsewhereArgs; answer: Changed<CaseView> };
  /** Menampilkan keadaan satu register dan tahun: nomor berikutnya dan nomor yang kosong. */
  register_show: { args: RegisterArgs; answer: RegisterView };
  /** Mendaftar nomor yang terpakai pada satu register dan tahun, menurut nomor. */
  number_list: { args: NumberListArgs; answer: Array<NumberView> };
  /** Mencatat nomor dari buku manual atau sistem lain, atau nomor yang tidak dipakai. */
  number_account: { args: NumberAccountArgs; answer: Changed<null> };
  /** Menarik kembali catatan nomor yang keliru. */
  number_release: { args: NumberReleaseArgs; answer: Changed<null> };
  /** Menulis laporan bulanan layanan, beserta ujung jurnal, sebagai PDF ke tempat pilihan petugas. */
  monthly_report_save: { args: MonthlyReportSaveArgs; answer: null };
  /** Menulis buku agenda satu register dan kurun sebagai PDF ke tempat pilihan petugas. */
  agenda_book_save: { args: AgendaBookSaveArgs; answer: AgendaBookView };
  /** Mencetak buku agenda satu register dan kurun, dan menunggu sampai keluar. */
  agenda_book_print: { args: AgendaBookPrintArgs; answer: Changed<AgendaBookView> };
  /** Menampilkan berapa kode ada pada daftar klasifikasi arsip, sejak kapan, dan daftar sebelumnya. */
  classification_list: { args: NoArgs; answer: ClassificationListView };
  /** Mencari kode klasifikasi menurut kodenya atau kata pada uraiannya. */
  classification_find: { args: ClassificationFindArgs; answer: ClassificationFoundView };
  /** Memeriksa berkas CSV daftar klasifikasi: yang baru, berubah, dan dihapus, atau semua kesalahannya. */
  classification_check: { args: ClassificationCheckArgs; answer: ClassificationCheckView };
  /** Mengambil berkas CSV sebagai daftar klasifikasi kantor; utuh atau tidak sama sekali. */
  classification_import: { args: ClassificationImportArgs; answer: Changed<ClassificationDoneView> };
  /** Mengembalikan daftar klasifikasi yang berlaku sebelumnya. */
  classification_restore: { args: NoArgs; answer: Changed<ClassificationListView> };
  /** Menyimpan daftar klasifikasi sebagai berkas CSV yang dapat diimpor lagi. */
  classification_save: { args: PathArgs; answer: null };
  /** Menyimpan contoh berkas CSV daftar klasifikasi. */
  classification_sample: { args: PathArgs; answer: null };
  /** Menyusun pesan untuk disalin. */
  message_compose: { args: MessageArgs; answer: MessageView };
  /** Menyerahkan pesan ke program e-mail dan mencatatnya. */
  message_mail: { args: MessageMailArgs; answer: Changed<MailedView> };
  /** Mencatat pesan yang sudah disampaikan dengan cara lain. */
  message_record: { args: MessageRecordArgs; answer: Changed<CaseView> };
  /** Menyimpan ketikan yang belum dicatat. */
  draft_save: { args: DraftSaveArgs; answer: Changed<null> };
  /** Membaca kembali satu ketikan. */
  draft_load: { args: DraftArgs; answer: DraftView | null };
  /** Mendaftar semua ketikan yang belum dicatat. */
  draft_list: { args: NoArgs; answer: Array<DraftView> };
  /** Membuang satu ketikan. */
  draft_discard: { args: DraftArgs; answer: Changed<boolean> };
  /** Mencari perkara, pemilik, atau surat. */
  search: { args: SearchArgs; answer: Array<HitView> };
  /** Mendaftar pengguna kantor, peran dan haknya, serta aturan pintu masuknya. */
  user_list: { args: NoArgs; answer: UsersView };
  /** Mengubah peran seorang pengguna. */
  user_role: { args: UserRoleArgs; answer: Changed<UsersView> };
  /** Menghapus hak masuk seorang pengguna; catatan pekerjaannya tetap. */
  user_dismiss: { args: UserArgs; answer: Changed<UsersView> };
  /** Mengatur apakah pencabutan memerlukan persetujuan pengguna kedua. */
  door_rule: { args: DoorRuleArgs; answer: Changed<UsersView> };
  /** Menampilkan tabel retensi, banyaknya berkas menurut masa simpannya, dan usulan musnah. */
  retention_show: { args: NoArgs; answer: RetentionView };
  /** Mendaftar berkas pemilik menurut masa simpannya, satu halaman. */
  retention_list: { args: RetentionListArgs; answer: RetentionListView };
  /** Menyimpan daftar arsip menurut masa simpannya sebagai PDF. */
  retention_list_save: { args: RetentionListSaveArgs; answer: null };
  /** Mencatat tabel retensi kantor: masa aktif, masa inaktif, dan nasib akhir setiap layanan. */
  retention_table: { args: RetentionTableFields; answer: Changed<RetentionView> };
  /** Menahan berkas seorang pemilik dari pemusnahan, dengan alasan. */
  retention_hold: { args: RetentionHoldArgs; answer: Changed<null> };
  /** Melepas penahanan berkas seorang pemilik. */
  retention_release: { args: OwnerArgs; answer: Changed<null> };
  /** Mengusulkan berkas yang lewat masa simpannya untuk dimusnahkan. */
  destruction_propose: { args: DestructionProposeArgs; answer: Changed<RetentionView> };
  /** Menyetujui usulan musnah pengguna lain. */
  destruction_approve: { args: DestructionArgs; answer: Changed<RetentionView> };
  /** Membatalkan usulan musnah; berkasnya tetap tersimpan. */
  destruction_drop: { args: DestructionArgs; answer: Changed<RetentionView> };
  /** Memusnahkan berkas pada usulan yang disetujui, dengan berita acara; tidak dapat diurungkan. */
  destruction_carry_out: { args: DestructionCarryOutArgs; answer: Changed<RetentionView> };
  /** Menuntaskan pemusnahan yang terhenti di tengah jalan. */
  destruction_finish: { args: NoArgs; answer: Changed<RetentionView> };
  /** Mendaftar berkas pada satu usulan musnah yang masih ada. */
  destruction_files: { args: DestructionArgs; answer: Array<RetentionFileView> };
  /** Membaca berita acara pemusnahan persis seperti saat dilaksanakan. */
  destruction_record: { args: DestructionArgs; answer: PdfView };
  /** Menyimpan berita acara pemusnahan ke tempat pilihan petugas. */
  destruction_record_save: { args: DestructionSaveArgs; answer: null };
  /** Menampilkan NIK lengkap seorang pemilik; siapa yang melihat dan kapan dicatat. */
  owner_reveal: { args: OwnerArgs; answer: Changed<string> };
  /** Memeriksa jurnal, berkas tersimpan, dan tabel turunan. */
  store_verify: { args: NoArgs; answer: VerifyView };
  /** Menyusun ulang semua tabel turunan dari jurnal. */
  store_rebuild: { args: NoArgs; answer: Changed<RebuildView> };
  /** Menampilkan ujung jurnal, sampai mana sudah diperiksa, yang ditemukan, dan yang dapat dicari di dalamnya. */
  journal_state: { args: NoArgs; answer: JournalStateView };
  /** Mendaftar catatan jurnal, terbaru dahulu, satu halaman: menurut pengguna, tindakan, dan kurun. */
  journal_list: { args: JournalListArgs; answer: Array<JournalRowView> };
  /** Menampilkan satu catatan jurnal: siapa, kapan, di meja mana, apa yang semula dan menjadi, serta sidiknya. */
  journal_show: { args: JournalEntryArgs; answer: JournalEntryView };
  /** Menulis seluruh kantor dalam bentuk terbuka, tanpa enkripsi, sebagai satu ZIP yang dapat diimpor lagi. */
  office_export: { args: PathArgs; answer: Changed<OfficeExportView> };
  /** Menulis jurnal sebagai berkas JSON Lines yang dapat diperiksa tanpa program ini. */
  journal_export: { args: JournalExportArgs; answer: Changed<JournalExportView> };
}

export interface Events {
  /** What was changed behind the screens. */
  changed: Topic[];
  /** How far the long work is. */
  progress: ProgressView;
  /** The computer's own screen was locked. */
  'system-locked': null;
}
