/** Keys that do something from anywhere in the window. */

/** Whether it is this letter with Ctrl, or Command, and nothing else. */
export function isShortcut(event: KeyboardEvent, letter: string): boolean {
  return (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === letter;
}
