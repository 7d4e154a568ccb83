/** Names only: the preload imports this and nothing heavier. Every call goes renderer -> main and gets one typed answer. */
export const CALLS = [
  "app.info",
  "target.parse",
  "clipboard.offer",
  "checkup.start",
  "checkup.cancel",
  "practice.list",
  "practice.start",
  "page.classify",
  "page.open",
  "dns.status",
  "dns.plan",
  "dns.switch",
  "dns.fix",
  "dns.job",
  "dns.confirm",
  "dns.moreTime",
  "dns.cancel",
  "dns.undo",
  "dns.history",
  "dns.flush",
  "dns.recovered",
  "dns.bench",
  "dns.benchStop",
  "checkup.current",
  "settings.read",
  "settings.change",
  "settings.endpoint",
  "contact.compose",
  "contact.mail",
  "owner.ask",
  "guided.start",
  "guided.current",
  "guided.resume",
  "guided.begin",
  "guided.done",
  "guided.decide",
  "guided.move",
  "guided.stop",
  "guided.end",
  "report.preview",
  "report.cancel",
  "report.save",
  "report.open",
  "report.read",
  "report.show",
  "report.wrong",
  "history.list",
  "history.compare",
  "history.remove",
  "history.removeAll",
] as const;

/** Events go main -> renderer. */
export const EVENTS = [
  "checkup.event",
  "dns.event",
  "dns.benchEvent",
  "guided.event",
  "report.progress",
  "shell.command",
] as const;

/** One of {@link CALLS}. */
export type CallName = (typeof CALLS)[number];

/** One of {@link EVENTS}. */
export type EventName = (typeof EVENTS)[number];
