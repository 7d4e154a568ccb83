/** One text in PowerShell, in single quotes. It takes typographic quotes for straight ones, so these are doubled too. */
export function powershellText(text: string): string {
  return `'${text.replaceAll(/['‘’‚‛]/gu, "$&$&")}'`;
}
