/** A sentence that a screen reader speaks when it changes, at the next pause, and that nobody sees. */
export function LiveLine({ children }: { readonly children: string }) {
  return <output className="only-heard">{children}</output>;
}
