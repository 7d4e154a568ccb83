import { wrap } from "./terminal/style.ts";

/** The help text. Kept in one place; the README's table of commands is held against it by a test. */
export const USAGE = `GoodGateway: whose fault is it when a page does not load, and what helps.

  diagnose URL       check one address
      --json             one JSON document on stdout, nothing else
      --events           one JSON object a line while it runs, the document last
      --timeout MS       hard stop (default 12000)
      --references FILE  outside endpoints to compare with (else GOODGATEWAY_REFERENCES, else the built-in list)
      --private          contact only the site and this machine's own resolver
      --elsewhere        also ask how the address looks from other places (a public service sees the address)
      --answer KEY=VALUE what only you can see, e.g. browser-fails=yes (may be given several times)
      --no-history       do not keep this check-up in the history (private and practice ones never are)
      --practice ID      check a fault of the practice network instead of a real address
  classify FILE      who made this response: {status, statusText, headers, body} or an array of them or a saved page (HTML, HAR; - reads stdin)
      --json             JSON only
  dns status         adapters, DNS servers, where each comes from, who manages them
      --json             JSON only
  dns flush          clear this computer's DNS memory
  dns use SERVERS    another DNS server: cloudflare, google, quad9, or addresses
      --keep             keep it once it is verified
      --keep-for S       put it back by itself after S seconds
      --adapter ID       another connection than the one with the way out (ids: dns status)
      --anyway           also where something speaks against it (VPN, company policy, filter...)
  dns undo [ID]      put a change back: the newest, or the one with this id (--any-network: also one that was made on another network)
  dns history        every change so far
      --json             JSON only
  dns bench [NAMES]  compare the DNS server in use with public ones
      --json             JSON only
  fix URL            clear and, if it is needed and would help, switch DNS; tested, kept or undone
      --yes              agree to the switch and keep it if it helps
      --anyway           also where something speaks against it
  watch URL          wait until a site is back, politely: exit 0 when it is
      --json             one JSON document at the end, nothing else
      --events           one JSON object a line while it waits, the document last
      --private          contact only the site and this machine's own resolver
      --references FILE  outside endpoints that tell whether your own network is the trouble
      --practice ID      a fault of the practice network instead of a real address
  recover            put right whatever an interrupted change left behind
      --json             JSON only
  report URL|FILE|ID write a report of a check-up made now (takes diagnose's options), of a saved one (a file, or an id of the history)
      --out FILE         where to (- for stdout)
      --format F         html, json (opens again), md, txt, har or pdf; else by the file's ending
      --redact LEVEL     strict (for strangers), standard (for the site, the provider, a help desk), none
      --note TEXT        a word for the reader
      --environment      add what this computer is (model, adapters, Wi-Fi), redacted like the rest
  history [WORDS]    the check-ups kept here, those that hold the words
      --json             JSON only
  history show ID    one of them, as a saved report
  history compare A B  what differs (ids or files)
      --json             JSON only
  history judge ID   what today's rules say of it (or of a file), and what changed
  history wrong ID WORDS  keep your word that the verdict is wrong, with the check-up; nothing is sent
  history delete ID  forget one; --all forgets every one
  contact URL|FILE   a message to whoever can mend it, of a check-up made now or a saved one
      --to WHOM          site, cdn (the site, about its delivery network), provider or desk; else whom the verdict names
      --lang L           en or de
      --with-query       also what stands behind the ? of the address
  owner URL          for the site's owner: its DNS over the public resolvers
      --origin ADDRESS   also the same request straight to the site's own server
      --private          contact only the site
      --json             JSON only
  explain WORDS      a number, a verdict, the text of an error, or the short code of a report in plain words
  practice           list the faults of the practice network
  schema             print the JSON Schema of the check-up document
      --report           of the saved report instead
  help               this text
  version            the version

Exit codes of diagnose, dns and fix: 0 healthy or done, 1 problem found,
2 usage, 3 inconclusive, 4 a change could not be made (nothing changed),
5 a change was rolled back.
watch: 0 back, 1 ended in the window, 2 usage, 74 the watch cannot be kept on
the disk, 130 Ctrl-C.
report: 0 written, 2 usage or no report, 73 could not be written.
history, explain, contact: 0 or 2.
owner: 0 both ways work, 1 one fails, 2 usage, 3 nothing could be compared.
recover: 0 nothing is left to do, 1 something could not be put back, 4 another
GoodGateway is at work.
`;

/** Where what a command or an option does begins. */
const ABOUT_COLUMN = { command: 21, option: 25 } as const;

/**
 * The help text in lines of at most this many columns; what a command or an option does goes on under its own
 * beginning.
 */
export function usageFor(columns: number): string {
  const width = Math.max(columns, 60);
  return USAGE.split("\n")
    .map((line) => {
      if (line.length <= width || !line.startsWith(" ")) return line;
      const name = /^ +\S.*? {2,}/u.exec(line)?.[0];
      const at = name?.length ?? (line.startsWith("      ") ? ABOUT_COLUMN.option : ABOUT_COLUMN.command);
      return line.slice(0, at) + wrap(line.slice(at), width, " ".repeat(at));
    })
    .join("\n");
}
