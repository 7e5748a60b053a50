/** What the screens need from whatever they run in. */
export interface Platform {
  /** Tells of what happens behind the screens: names and payloads are those of the wire's `Events`. */
  onEvent(listener: (name: string, payload: unknown) => void): () => void;
  /** Ends the long work that is under way; its command then answers that it was stopped. */
  stopWork(): Promise<void>;
  /** Carries out a command: JSON in, JSON out. Rejects with the text of an `ApiError`. */
  rpc(command: string, args: string): Promise<string>;
  /** Lets the officer choose files; empty when they change their mind. */
  pickFiles(options: PickOptions): Promise<LocalFile[]>;
  /** Lets the officer choose a folder. */
  pickFolder(title: string): Promise<string | null>;
  /** Asks where a file is to be saved. */
  pickSave(title: string, name: string): Promise<string | null>;
  /** Tells of files that are dragged over the window and dropped on it. */
  onDrag(listener: (drag: Drag) => void): () => void;
  /** Runs `work` before the window closes, and waits for it. */
  onClose(work: () => Promise<void>): () => void;
  /** Closes the window as its own button does: what was typed is stored first. */
  closeWindow(): Promise<void>;
  /** A path at which a copy for viewing may be saved (`letter_save`, `document_save`); it lies in a private folder that is swept at the next start. */
  viewPlace(name: string): Promise<string>;
  /** Shows such a copy in the program that the computer has for it. */
  openWithViewer(path: string): Promise<void>;
}

/** A file on this computer. */
export interface LocalFile {
  path: string;
  name: string;
}

/** What may be chosen. */
export interface PickOptions {
  title: string;
  many: boolean;
  /** Endings without the dot; anything if empty. */
  endings: string[];
}

/** Files over the window, at a place in CSS pixels. */
export type Drag =
  | { kind: 'over'; x: number; y: number }
  | { kind: 'leave' }
  | { kind: 'drop'; x: number; y: number; files: LocalFile[] };
