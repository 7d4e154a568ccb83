/** One word of a command for a POSIX shell: whatever is in it, the shell takes it as one plain word. */
export function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/u.test(text) && !text.startsWith("-") ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** Names with line ends or other control characters cannot be shown as part of a command. */
export function isShowable(text: string): boolean {
  return !/\p{Cc}|[\u202A-\u202E\u2066-\u2069]/u.test(text);
}
