/** An address without what follows its question mark, which is often private; the mark stays, so that it is seen. */
export function withoutQuery(url: string): string {
  const at = url.indexOf("?");
  return at === -1 ? url : `${url.slice(0, at)}?…`;
}
