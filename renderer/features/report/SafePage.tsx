import css from "./report.module.css";

/**
 * A report as a page. The frame has no rights at all (no script, no form, no way out, an origin of its own), and the
 * page's own policy says the same; it comes from this program's memory.
 */
export function SafePage({ page, title }: { readonly page: string; readonly title: string }) {
  return <iframe className={css["page"]} src={page} title={title} sandbox="" referrerPolicy="no-referrer" />;
}
