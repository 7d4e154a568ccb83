import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { addressScope } from "../../../shared/lib/ip.ts";
import { followRedirects } from "../../../electron/probes/http/follow-redirects.ts";
import { createProbes } from "../../../electron/probes/create-probes.ts";
import type { Line } from "../lib/campaign.ts";
import { seeded, type Seeded } from "../lib/seeded.ts";
import { CANARY, INSIDE_HOSTS, oddAddress } from "./addresses.ts";

/** An address that may be anywhere; it leads to the local server. */
const PUBLIC = "23.45.67.10";
const AT_ONCE = 20;

/** What a name leads to the next time it is asked for: half of the names change their mind. */
const REBINDING = [
  ["127.0.0.1"],
  ["10.0.0.5"],
  [PUBLIC, "127.0.0.1"],
  ["::1"],
  ["169.254.169.254"],
  ["::ffff:10.0.0.1"],
];

/** Public pages that redirect to all sorts of places: no connection into this machine or a private network. */
export async function redirects(count: number, seed: number): Promise<readonly Line[]> {
  const random = seeded(seed);
  const locations = new Map<string, string>();
  const server = createServer((request, response) => {
    const location = locations.get(request.url ?? "") ?? null;
    response.writeHead(location === null ? 200 : 302, location === null ? {} : { location: printable(location) });
    response.end();
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const forbidden: string[] = [];
  let dialled = 0;
  const probes = createProbes({
    dial: (address) => {
      dialled += 1;
      if (addressScope(address) !== "public") forbidden.push(address);
      return { address: "127.0.0.1", port };
    },
  });
  const leaks: string[] = [];
  const ends = new Map<string, number>();
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < count) {
      const path = `/${next}`;
      next += 1;
      const location = destination(random);
      locations.set(path, location);
      const before = forbidden.length;
      // oxlint-disable-next-line no-await-in-loop -- many of these run side by side
      const followed = await followRedirects(
        { method: "GET", url: `http://start.example${path}`, addresses: [PUBLIC], proxy: null },
        { signal: new AbortController().signal, timeoutMs: 2_000 },
        {
          httpRequest: (request, options) => probes.httpRequest(request, options),
          lookup: (host) => Promise.resolve(host.length % 2 === 0 ? [PUBLIC] : random.pick(REBINDING)),
        },
      );
      locations.delete(path);
      ends.set(followed.redirects, (ends.get(followed.redirects) ?? 0) + 1);
      if (forbidden.length > before) leaks.push(`connected inside for ${JSON.stringify(location.slice(0, 150))}`);
      if (JSON.stringify(followed).includes(CANARY) && location.includes(`${CANARY}@`) && hasCredentials(location))
        leaks.push(`kept the password of ${JSON.stringify(location.slice(0, 150))}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  server.close();
  for (const line of leaks.slice(0, 10)) process.stdout.write(`${line}\n`);
  const kinds = [...ends].toSorted(([, x], [, y]) => y - x).map(([end, times]) => `${end} ${times}`);
  return [
    {
      what: "redirects",
      figures: `${count} from public pages, ${dialled} connections, ${forbidden.length} forbidden, ${leaks.length} bad (${kinds.join(", ")})`,
      holds: forbidden.length === 0 && leaks.length === 0,
    },
  ];
}

function destination(random: Seeded): string {
  if (random.below(3) === 0) return oddAddress(random).slice(0, 2_000);
  const scheme = random.pick(["http://", "https://", "//"]);
  return `${scheme}${random.pick(["", `u:${CANARY}@`])}${random.pick(INSIDE_HOSTS)}/`;
}

/** A server of Node's refuses to send line ends; hostile ones are another campaign's. Bytes as a header carries them. */
function printable(location: string): string {
  return Buffer.from(location, "utf8")
    .toString("latin1")
    .replaceAll(/\p{Cc}/gu, "");
}

function hasCredentials(location: string): boolean {
  if (!URL.canParse(location, "http://start.example/")) return false;
  const { username, password } = new URL(location, "http://start.example/");
  return username.includes(CANARY) || password.includes(CANARY);
}
