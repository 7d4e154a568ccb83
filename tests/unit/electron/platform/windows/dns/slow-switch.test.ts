import { afterEach, describe, expect, it } from "vitest";
import { elevatedScript } from "../../../../../../electron/platform/windows/dns/script/elevated.ts";
import type { DnsChange } from "../../../../../../shared/model/dns-change.ts";
import { never, value } from "../../fakes.ts";
import { FakeWindows, guid, type FakeState } from "./fake-windows.ts";

let windows: FakeWindows;
const changes: DnsChange[] = [];

async function planned(modes: FakeState["modes"] & {}, deadlineSeconds: number) {
  windows = new FakeWindows({ modes });
  const change = await windows.planned(["1.1.1.1", "2606:4700:4700::1111"], {
    mode: { kind: "keep-for", deadlineSeconds },
  });
  changes.push(change);
  return { change, before: windows.state.adapters };
}

async function until(what: () => boolean): Promise<void> {
  for (const end = Date.now() + 60_000; !what();) {
    if (Date.now() > end) throw new Error("never happened");
    // oxlint-disable-next-line no-await-in-loop -- one look after the other is the point
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

afterEach(() => windows.remove(changes.splice(0)));

describe("a slow switch on Windows", { timeout: 120_000 }, () => {
  it("is waited for by its guard when the program gives up in the middle, and then put back", async () => {
    const { change, before } = await planned({ elevated: "survives", slow: 3_000 }, 60);
    const given = new AbortController();
    const outcome = windows.dns.apply(change, given.signal);
    await until(() => windows.calls.some(({ slow }) => slow === "begins"));
    given.abort();
    expect(await outcome).toMatchObject({ ok: false, error: { code: "cancelled", changed: "nothing" } });
    // The last word came after the last thing that was written.
    expect(windows.calls.some(({ slow }) => slow === "has written")).toBe(true);
    expect(windows.state.adapters).toEqual(before);
    expect(await windows.dns.guardReport(change, never())).toMatchObject({ state: "restored", alive: false });
  });

  it("is waited for at the deadline too", async () => {
    const { change, before } = await planned({ slow: 3_000 }, 1);
    expect(await windows.dns.apply(change, never())).toMatchObject({
      ok: false,
      error: { code: "guard-gone", changed: "nothing" },
    });
    expect(windows.state.adapters).toEqual(before);
  });

  it("puts back by itself what it wrote after its guard had put back and gone", async () => {
    const { change, before } = await planned({ slow: 3_000, guard: "hasty" }, 1);
    expect(await windows.dns.apply(change, never())).toMatchObject({
      ok: false,
      error: { code: "guard-gone", changed: "nothing" },
    });
    expect(windows.state.adapters).toEqual(before);
    expect(windows.state.tasks).toEqual([]);
  });

  it("is not called undone when it wrote after the guard's last word and died", async () => {
    const { change } = await planned({ slow: 3_000, guard: "hasty", elevated: "dies-late" }, 1);
    expect(await windows.dns.apply(change, never())).toMatchObject({ ok: false, error: { changed: "maybe" } });
    expect(windows.values(1)["v4/NameServer"]).toBe("1.1.1.1");
    expect(await value(windows.dns.restore(change, true, never()))).toBe("restored");
    expect(windows.values(1)["v4/NameServer"]).toBe("");
  });
});

describe("the elevated script", () => {
  const script =
    elevatedScript({
      verb: "switch",
      tx: "a".repeat(32),
      guid: guid(1),
      ownerPid: 1,
      mode: "ask",
      deadlineSeconds: 60,
      token: "b".repeat(64),
      notAfter: 1,
      before: {},
      set: { "v4/NameServer": "1.1.1.1" },
    }) ?? "";

  /** The lines of one of its functions, which ends with a brace of its own. */
  function body(name: string): string {
    const lines = script.split("\n");
    const start = lines.findIndex(
      (line) => line.startsWith(`function ${name} `) || line.startsWith(`function ${name}(`),
    );
    expect(start).toBeGreaterThan(0);
    const next = lines.findIndex((line, at) => at > start && line.startsWith("function "));
    return lines.slice(start, next).join("\n");
  }

  function inOrder(name: string, steps: readonly string[]): void {
    const text = body(name);
    let from = 0;
    for (const step of steps) {
      const at = text.indexOf(step, from);
      expect(at, `${name}: ${step}`).toBeGreaterThanOrEqual(from);
      from = at + step.length;
    }
  }

  it("holds its lock from before the guard starts until the last thing is written", () => {
    inOrder("Arm", [`applying",'Create','Write','None')`, "Start-ScheduledTask"]);
    inOrder("Switch-Over", [
      "\nArm\n",
      "Set-Settings $v.set",
      "-ne 'armed'){Back-Out 61}",
      String.raw`\applied" '1'`,
      ".Close()",
      "exit 0",
      "Back-Out 61",
    ]);
    expect(body("Switch-Over").match(/\.Close\(\)/g)).toHaveLength(1);
    inOrder("Back-Out", [".Close()", String.raw`\rollback"`, "'restored|theirs'", "Settle", "exit $code"]);
  });

  it("waits for whoever holds the lock before the guard or a recovery puts back, and ends a stuck one", () => {
    inOrder("Finish", ["Wait-Switch", "Settle"]);
    inOrder("Put-Back", ["Wait-Switch", "Settle", "Undo"]);
    inOrder("Wait-Switch", ["'Open','ReadWrite','None').Close()", "-eq [long]", "Stop-Process -Id $id -Force"]);
    expect(script.match(/[^\w-]Undo\b/g)).toHaveLength(3);
  });

  it("deletes with all it holds only the folder where no person may write", () => {
    expect(script).not.toContain("Remove-Item");
    const recursive = [...script.matchAll(/::Delete\(([^()]*),\$true\)/g)].map(([, what]) => what);
    expect(recursive).toEqual(["$pv", String.raw`"$o\private"`]);
    inOrder("Put-Back", ["p2", "exit 45", "Settle"]);
  });

  it("leaves no choice between overloads that take a number or a name", () => {
    expect(script).not.toMatch(/\.Split\([^()]*\([^()]*\)|\.Split\([^)]*,/);
    expect(script).not.toContain("New-Object IO.FileStream");
  });
});
