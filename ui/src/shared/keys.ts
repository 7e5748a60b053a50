/** Keys that do something from anywhere in the window. */

/** Whether it is this letter with Ctrl, or Command, and nothing else. */
export function isShortcut(event: KeyboardEvent, letter: string): boolean {
  return (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === letter;
}

/** Whether it is Ctrl+Enter, which carries out what a screen offers first: once a press, and not through a dialog that stands over it. */
export function isSend(event: KeyboardEvent): boolean {
  return event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.repeat && !document.querySelector('dialog[open]');
}
