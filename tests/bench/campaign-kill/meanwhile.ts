import { spawn } from "node:child_process";
import { drive, driver, guards, kill, records, sh, state, type Variant } from "./machine.ts";
import { choose, settle, type Ground } from "./ground.ts";
import { SERVERS } from "./servers.ts";

/** Somebody else who changes the same setting while a change of ours waits: a renewed lease, or a person's own hand. */
const HANDS = ["renewal", "foreign-edit"] as const;

/** How our change ends after that. `lost`: everything of ours killed, guard too, then a recovery. */
const ENDS = ["roll-back", "program-killed", "deadline", "lost"] as const;

/** Hands by turns, so that every second one holds all ends and both hands too. */
const ALL = ENDS.flatMap((end, place) => (place % 2 === 0 ? HANDS : HANDS.toReversed()).map((hand) => ({ hand, end })));

interface Hand {
  readonly set: string;
  /** Takes it away again, so that the next point begins where the first one did. */
  readonly away: string;
}

/** A file is replaced, as programs and editors do it (dhclient-script(8)); the original is put back with its times. */
function replaced(server: string, variant: Variant): Hand {
  const original = "/root/original";
  const write = `printf 'nameserver ${server}\\n' >/etc/theirs.new`;
  if (variant === "file-mount") {
    const set = `${write}; cat /etc/theirs.new >/etc/resolv.conf; rm /etc/theirs.new`;
    return { set, away: `cat ${original} >/etc/resolv.conf` };
  }
  return {
    set: `${write}; mv -fT /etc/theirs.new /etc/resolv.conf`,
    away: `rm -f /etc/resolv.conf; [ ! -e ${original} ] && [ ! -L ${original} ] || cp -a ${original} /etc/resolv.conf`,
  };
}

const RECORD = "nameserver 192.0.2.53\\nnameserver 2001:db8::53\\nsearch corp.example\\n";

function handOf(variant: Variant, hand: (typeof HANDS)[number]): Hand {
  const renewal = hand === "renewal";
  const server = renewal ? "192.0.2.54" : "8.8.8.8";
  switch (variant) {
    case "resolved":
      return { set: `resolvectl dns eth0 ${server}`, away: "resolvectl dns eth0 192.0.2.53 2001:db8::53" };
    case "resolvconf":
      return renewal
        ? {
            set: `printf 'nameserver ${server}\\n' | resolvconf -a eth0.inet`,
            away: `printf '${RECORD}' | resolvconf -a eth0.inet`,
          }
        : { set: `echo nameserver ${server} | resolvconf -a lo.test`, away: "resolvconf -d lo.test" };
    case "openresolv":
      return renewal
        ? {
            set: `printf 'nameserver ${server}\\n' | resolvconf -a eth0`,
            away: `printf '${RECORD}' | resolvconf -a eth0`,
          }
        : { set: `echo nameserver ${server} | resolvconf -x -m 0 -a vpn`, away: "resolvconf -f -d vpn" };
    case "nm": {
      const up = `nmcli connection up uuid "$(nmcli -g GENERAL.CON-UUID device show eth0)" >/dev/null`;
      return renewal
        ? { set: up, away: ":" }
        : { set: `nmcli device modify eth0 ipv4.dns ${server} ipv6.dns ''`, away: up };
    }
    default:
      return replaced(server, variant);
  }
}

/** Somebody else's change in the middle of ours must be what stands there in the end: `wanted` combinations, 0 for all. */
export async function meanwhile(place: Ground, wanted: number, phase: number): Promise<void> {
  if (place.variant.startsWith("file")) sh("rm -f /root/original; cp -a /etc/resolv.conf /root/original 2>/dev/null");
  for (const number of choose(ALL.length, wanted, phase)) {
    const how = ALL[number - 1];
    // Point after point on one machine.
    // oxlint-disable-next-line no-await-in-loop
    if (how !== undefined) place.say(await oneMeanwhile(place, how));
  }
}

async function oneMeanwhile(place: Ground, { hand, end }: (typeof ALL)[number]): Promise<object> {
  const { variant } = place;
  const began = performance.now();
  const { set, away } = handOf(variant, hand);
  // What it looks like when nobody else is there.
  sh(set);
  const theirs = state(variant, false);
  sh(away);
  if (!place.toBefore()) place.fatal(`${hand} cannot be taken away`, state(variant, true));
  await endOurs(end, () => void sh(set));
  await settle();
  const was = records();
  const recovered = drive("recover");
  drive("undo");
  const now = state(variant, false);
  const open = records().filter((one) => one.state !== "undone");
  const ok = now === theirs && open.length === 0;
  const result = { operation: hand, whom: end, point: 0, at: set, killed: end === "program-killed" || end === "lost" };
  sh(away);
  const left = place.toBefore();
  const ms = Math.round(performance.now() - began);
  if (!left) place.fatal(`the machine could not be brought back after ${hand} ${end}`, state(variant, true));
  if (ok) return { ...result, ok, ended: "theirs", guardMs: null, ms };
  return { ...result, ok, now, theirs, open, recovered, was, ms };
}

/** Switches, lets the other one change it, and ends our change. */
async function endOurs(end: (typeof ENDS)[number], other: () => void): Promise<void> {
  if (end === "roll-back" || end === "deadline") {
    // Long enough for the other one to come first on a busy machine.
    drive("use", end === "deadline" ? "4" : "600", "keep-for", ...SERVERS);
    other();
    if (end === "roll-back") drive("rollback");
    return;
  }
  const [program = "", ...rest] = driver("use", "600", "then-wait", ...SERVERS);
  const child = spawn(program, rest, { stdio: ["ignore", "pipe", "ignore"] });
  const closed = new Promise((resolve) => child.once("close", resolve));
  await new Promise((resolve) => child.stdout.once("data", resolve));
  other();
  if (end === "lost") for (const pid of guards()) kill(pid);
  child.kill("SIGKILL");
  await closed;
}
