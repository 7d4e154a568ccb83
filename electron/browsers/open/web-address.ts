/**
 * The address as a browser may be given it on a command line; null when it is none that belongs there. Always begins
 * with `http`, so no browser can take it for an option, and holds neither blanks nor quotes nor anybody's password.
 */
export function openableAddress(text: string): string | null {
  let url;
  try {
    url = new URL(text);
  } catch {
    return null;
  }
  if (url.protocol !== "http:" && url.protocol !== "https:") return null;
  if (url.hostname === "" || url.username !== "" || url.password !== "") return null;
  // The URL standard leaves the quote of a query and the marks of a fragment as they are.
  return url.href.replace(/["'`\\ <>^|]/g, (mark) => `%${(mark.codePointAt(0) ?? 0).toString(16).toUpperCase()}`);
}
