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
      --practice ID      check a fault of the practice network instead of a real address
  classify FILE      who made this response: {status, statusText, headers, body} or an array of them
      --json             JSON only
  practice           list the faults of the practice network
  schema             print the JSON Schema of the check-up document
  help               this text
  version            the version

Exit codes of diagnose: 0 healthy, 1 problem found, 2 usage, 3 inconclusive.
`;
