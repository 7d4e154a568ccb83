import { runCli } from "../../../electron/cli/run.ts";
import { parseTarget } from "../../../electron/engine/target.ts";
import type { Target } from "../../../shared/model/target.ts";
import type { Line } from "../lib/campaign.ts";
import { seeded } from "../lib/seeded.ts";
import { CANARY, oddAddress } from "./addresses.ts";

/** Every so many-th refused address also goes through the terminal, whose sentences must not repeat a password. */
const THROUGH_TERMINAL = 10;

/** Addresses as people type them: refused with a code, or understood as exactly one place without credentials. */
export async function typed(count: number, seed: number): Promise<readonly Line[]> {
  const random = seeded(seed);
  const bad: string[] = [];
  const ends = new Map<string, number>();
  let said = 0;
  for (let index = 0; index < count; index += 1) {
    const input = oddAddress(random);
    const complain = (what: string): void => void bad.push(`${what}: ${JSON.stringify(input.slice(0, 200))}`);
    try {
      const parsed = parseTarget(input);
      const end = parsed.ok ? "taken" : parsed.error;
      ends.set(end, (ends.get(end) ?? 0) + 1);
      if (parsed.ok) faultsOf(parsed.value, input).forEach(complain);
      else if (index % THROUGH_TERMINAL === 0) {
        said += 1;
        // oxlint-disable-next-line no-await-in-loop -- one after the other: what is said is looked at
        if ((await words(input)).includes(CANARY)) complain("the terminal says the password");
      }
    } catch (error) {
      complain(`threw ${String(error)}`);
    }
  }
  for (const line of bad.slice(0, 10)) process.stdout.write(`${line}\n`);
  const kinds = [...ends].toSorted(([, x], [, y]) => y - x).map(([end, times]) => `${end} ${times}`);
  return [
    {
      what: "typed addresses",
      figures: `${count} (${said} of the refused through the terminal), ${bad.length} bad (${kinds.join(", ")})`,
      holds: bad.length === 0,
    },
  ];
}

function faultsOf(target: Target, input: string): readonly string[] {
  const faults: string[] = [];
  const url = new URL(target.url);
  if (JSON.stringify(target).includes(CANARY) && !isNoPassword(input)) faults.push("the password stays");
  if (url.username !== "" || url.password !== "" || url.hash !== "") faults.push("credentials or fragment stay");
  if (url.protocol !== "http:" && url.protocol !== "https:") faults.push(`scheme ${url.protocol}`);
  if (url.hostname.replace(/^\[|\]$/gu, "") !== target.host) faults.push(`host ${target.host} is not ${url.hostname}`);
  if (Number(url.port === "" ? { "http:": 80, "https:": 443 }[url.protocol] : url.port) !== target.port)
    faults.push(`port ${target.port} is not ${url.port}`);
  return faults;
}

/** Written where the path or query is, or alone where the host is, it is no password for any browser. */
function isNoPassword(input: string): boolean {
  const text = input.trim().replace(/^(?:[a-z-]+:)?[/\\]*/iu, "");
  const authority = text.slice(0, /[/?#\\]/u.exec(text)?.index ?? text.length);
  return !authority.includes(CANARY) || !authority.includes("@");
}

async function words(input: string): Promise<string> {
  const heard: string[] = [];
  await runCli(["diagnose", "--timeout", "500", "--", input], {
    out: (text) => {
      heard.push(text);
      return Promise.resolve();
    },
    err: (text) => void heard.push(text),
    outIsTty: false,
    errIsTty: false,
    columns: 80,
    env: { GOODGATEWAY_HOME: "/nonexistent/goodgateway" },
  });
  return heard.join("");
}
