import { createServer } from "node:http";
import { type AddressInfo, createServer as createTcpServer } from "node:net";
import { mkdirSync, readFileSync, symlinkSync, writeFileSync, lstatSync, chmodSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { createRunner } from "../../../../../electron/platform/exec.ts";
import { proxyKeepers } from "../../../../../electron/platform/proxy/places/all-keepers.ts";
import { environmentLines } from "../../../../../electron/platform/proxy/places/environment-files.ts";
import type { MachineDeps } from "../../../../../electron/platform/machine-deps.ts";
import { createProbes } from "../../../../../electron/probes/create-probes.ts";
import type { ActionContext } from "../../../../../electron/repairs/action.ts";
import { openActionJournal } from "../../../../../electron/repairs/action-journal.ts";
import { proxyOffAction } from "../../../../../electron/repairs/actions/proxy-off.ts";
import type { Checkup } from "../../../../../shared/model/checkup.ts";
import { targetOf } from "../../checks/fakes.ts";
import { systemFiles } from "../../../../../electron/platform/system-files.ts";
import { makeFakes, putFiles } from "../../platform/fakes.ts";
import {
  FakeSystem,
  macState,
  serviceId,
  type SystemState,
  windowsState,
} from "../../platform/proxy/places/fake-system.ts";

const { signal } = new AbortController();
const ALONE: ActionContext = { target: targetOf("www.example.com"), checkup: null };

/** A check-up that laid the fault at the proxy. */
const BLAMED: ActionContext = {
  ...ALONE,
  checkup: { judgement: { verdict: { code: "proxy-error", faultSide: "proxy" } } } as unknown as Checkup,
};

const cleanups: (() => void)[] = [];
afterEach(() => {
  for (const clean of cleanups.splice(0)) clean();
});

/** The action over fakes, and its journal. */
function actionOn(
  os: "windows" | "macos" | "linux",
  system: FakeSystem,
  over: Partial<MachineDeps> = {},
  part: readonly [number, number?] = [0],
) {
  cleanups.push(() => system.remove());
  const deps = { ...system.deps, ...over };
  const journal = openActionJournal(join(system.folder, "data"));
  const action = proxyOffAction({
    system: os === "windows" ? "windows-11" : os === "macos" ? "macos" : "gnome",
    keepers: proxyKeepers(deps, { ...system.elevation, os, run: deps.run }).slice(...part),
    journal,
    probes: createProbes({}),
    environment: deps.environment,
    environmentLines: () => environmentLines(deps),
  });
  const offered = async (context = ALONE) => (await action.offer(context, signal))?.choices ?? [];
  const apply = async (id: string) => action.apply(ALONE, id, signal);
  const undo = async (id: string) => action.undo?.(id, signal);
  return { action, journal, offered, apply, undo };
}

const onMac = (state: SystemState = macState(), part: readonly [number, number?] = [0, 1]) => {
  const system = new FakeSystem("macos", state);
  return { system, ...actionOn("macos", system, {}, part) };
};
const onWindows = (over: SystemState = {}) => {
  const system = new FakeSystem("windows", windowsState(over));
  return { system, ...actionOn("windows", system) };
};

/** Switches the first offered place off; the id of the undo. */
async function switchFirst(one: Pick<ReturnType<typeof onMac>, "offered" | "apply">): Promise<string> {
  const [choice] = await one.offered();
  const end = await one.apply(choice?.id ?? "");
  if (end.kind !== "done" || end.undoId === null) throw new Error(JSON.stringify(end));
  return end.undoId;
}

describe("a left-behind proxy on macOS", () => {
  it("is found per service, switched off by its switches alone, and brought back exactly", async () => {
    const mac = onMac();
    const before = mac.system.state;
    const choices = await mac.offered();
    expect(choices.map(({ label, mode, undoable }) => [label, mode, undoable])).toEqual([["Wi-Fi", "auto", true]]);
    expect(choices[0]?.facts.map(({ key }) => key)).toContain("action.proxy-off.no-listener");
    const undoId = await switchFirst(mac);
    const { proxies } = (mac.system.state["services"] as Record<string, { proxies: unknown }>)[serviceId(1)] ?? {};
    expect(proxies).toMatchObject({ HTTPEnable: "0", HTTPSEnable: "0", HTTPProxy: "127.0.0.1", HTTPPort: "9" });
    expect(mac.journal.get(undoId)).toMatchObject({ state: "applied", label: "Wi-Fi" });
    expect(await mac.undo(undoId)).toEqual({ kind: "undone" });
    expect(mac.system.state).toEqual(before);
    expect(mac.journal.get(undoId)?.state).toBe("undone");
    expect(await mac.undo(undoId)).toMatchObject({ kind: "refused", code: "no-longer-there" });
  });

  it.each([14, 0])(
    "asks the administrator when the person may not, whether that is said with exit %i",
    async (exit) => {
      const mac = onMac(macState("Wi-Fi", { modes: { networksetup: "admin" }, adminExit: exit }));
      await switchFirst(mac);
      expect(mac.system.calls.filter(({ program, root }) => program === "networksetup" && root)).toHaveLength(2);
    },
  );

  it.each(["Benutzer hat abgebrochen.", "User canceled.", "ユーザによってキャンセルされました。"])(
    "says that nothing was changed when the prompt is closed: %s",
    async (cancelText) => {
      const modes = { networksetup: "admin", osascript: "cancel" };
      const mac = onMac(macState("Wi-Fi", { modes, cancelText }));
      const [choice] = await mac.offered();
      expect(await mac.apply(choice?.id ?? "")).toMatchObject({ code: "cancelled", changed: "nothing" });
      expect(mac.journal.list().map(({ state }) => state)).toEqual(["undone"]);
    },
  );

  it.each([
    ["does nothing and says it went well", "no-effect", "not-effective"],
    ["fails", "crash", "failed"],
    ["hangs", "hang", "timeout"],
  ])("says so when networksetup %s", async (_name, mode, code) => {
    const mac = onMac();
    const [choice] = await mac.offered();
    mac.system.change({ modes: { networksetup: mode } });
    expect(await mac.apply(choice?.id ?? "")).toMatchObject({ kind: "refused", code, changed: "nothing" });
  });

  it("does nothing when the store can be read only by half", async () => {
    const mac = onMac(macState("Wi-Fi", { modes: { scutil: "half" } }));
    expect(await mac.offered()).toEqual([]);
  });

  it("refuses when the setting is another one than was shown", async () => {
    const mac = onMac();
    const [choice] = await mac.offered();
    const services = mac.system.state["services"] as Record<string, { proxies: Record<string, string> }>;
    const wifi = services[serviceId(1)];
    if (wifi !== undefined) wifi.proxies["HTTPPort"] = "10";
    mac.system.change({ services });
    expect(await mac.apply(choice?.id ?? "")).toMatchObject({ code: "changed-since", changed: "nothing" });
    expect(mac.journal.list()).toEqual([]);
  });

  it("leaves alone what somebody has set since", async () => {
    const mac = onMac();
    const undoId = await switchFirst(mac);
    const services = mac.system.state["services"] as Record<string, { proxies: Record<string, string> }>;
    const wifi = services[serviceId(1)];
    if (wifi !== undefined) wifi.proxies["SOCKSEnable"] = "1";
    mac.system.change({ services });
    const theirs = mac.system.state;
    expect(await mac.undo(undoId)).toEqual({ kind: "theirs" });
    expect(mac.system.state).toEqual(theirs);
  });

  it.each([
    ["is passed on as it is", 'it\'s $(calc) "quoted" 📶', "auto", "done"],
    ["cannot be told from an option", "-x", "guided", "opened"],
    ["looks like more lines of the store", "x\n  UserDefinedName : Wi-Fi", "auto", "refused"],
  ])("takes no harm from a name that %s", async (_name, name, mode, kind) => {
    const mac = onMac(macState(name));
    const [choice] = await mac.offered();
    const end = await mac.apply(choice?.id ?? "");
    expect([choice?.mode, end.kind]).toEqual([mode, kind]);
    const passed = mac.system.calls.filter(({ program }) => program === "networksetup").map(({ args }) => args[1]);
    expect(passed.every((one) => one === choice?.label)).toBe(true);
  });

  it("takes variables out of launchd and puts them back", async () => {
    const launchd = { http_proxy: "http://user:secret@127.0.0.1:9", HTTPS_PROXY: "http://127.0.0.1:9" };
    const mac = onMac({ ...macState(), launchd }, [1]);
    const [choice] = await mac.offered();
    expect(choice?.label).toBe("http_proxy, HTTPS_PROXY");
    expect(JSON.stringify(choice)).not.toContain("secret");
    const undoId = await switchFirst(mac);
    expect(mac.system.state["launchd"]).toEqual({});
    expect(await mac.undo(undoId)).toEqual({ kind: "undone" });
    expect(mac.system.state["launchd"]).toEqual(launchd);
  });
});

describe("a left-behind proxy on Windows", () => {
  it("is switched off through its flags alone, and brought back exactly", async () => {
    const windows = onWindows({ user: { flags: 11, server: "http=127.0.0.1:9;https=127.0.0.1:9", bypass: "<local>" } });
    const before = windows.system.state["user"];
    const undoId = await switchFirst(windows);
    expect(windows.system.state["user"]).toMatchObject({ flags: 9, server: "http=127.0.0.1:9;https=127.0.0.1:9" });
    expect(await windows.undo(undoId)).toEqual({ kind: "undone" });
    expect(windows.system.state["user"]).toEqual(before);
  });

  it("is found on a connection of its own, whatever its name", async () => {
    const name = `"Büro" 'VPN'; $(calc) 🏢`;
    const dead = { flags: 3, server: "127.0.0.1:9" };
    const windows = onWindows({ user: { flags: 1 }, connections: { [name]: dead } });
    const [choice] = await windows.offered();
    expect(choice?.label).toBe(name);
    const undoId = await switchFirst(windows);
    expect(windows.system.state["connections"]).toMatchObject({ [name]: { flags: 1 } });
    const scripts = windows.system.calls
      .filter(({ program }) => program === "powershell")
      .map(({ args }) => Buffer.from(args.at(-1) ?? "", "base64").toString("utf16le"));
    expect(scripts.length).toBeGreaterThan(0);
    expect(scripts.join("\n")).not.toContain("calc");
    expect(await windows.undo(undoId)).toEqual({ kind: "undone" });
  });

  it("is a configuration file that cannot be fetched", async () => {
    const windows = onWindows({ user: { flags: 5, pacUrl: "http://me:secret@127.0.0.1:9/proxy.pac" } });
    const [choice] = await windows.offered();
    expect(choice?.facts.map(({ key }) => key)).toContain("action.proxy-off.no-pac");
    expect(JSON.stringify(choice?.facts)).not.toContain("secret");
    await switchFirst(windows);
    expect(windows.system.state["user"]).toMatchObject({ flags: 1, pacUrl: "http://me:secret@127.0.0.1:9/proxy.pac" });
  });

  it("is WinHTTP's, behind the prompt", async () => {
    const winhttp = { flags: 3, server: "127.0.0.1:9", bypass: "<local>;*.corp.example" };
    const windows = onWindows({ user: { flags: 1 }, winhttp });
    const [choice] = await windows.offered();
    expect([choice?.label, choice?.needsAdmin]).toEqual(["WinHTTP", true]);
    const undoId = await switchFirst(windows);
    expect(windows.system.state["winhttp"]).toEqual({ flags: 1 });
    expect(await windows.undo(undoId)).toEqual({ kind: "undone" });
    expect(windows.system.state["winhttp"]).toEqual(winhttp);
  });

  it("is not taken away where it could not be brought back", async () => {
    const windows = onWindows({ user: { flags: 1 }, winhttp: { flags: 3, server: "127.0.0.1:9';calc;'" } });
    const choices = await windows.offered(BLAMED);
    expect(choices.filter(({ mode }) => mode === "auto")).toEqual([]);
  });

  it.each([
    ["the prompt is closed", "cancel", "cancelled"],
    ["nothing happens", "no-effect", "not-effective"],
    ["PowerShell hangs", "hang", "timeout"],
  ])("says that nothing was changed when %s", async (_name, mode, code) => {
    const windows = onWindows({ user: { flags: 1 }, winhttp: { flags: 3, server: "127.0.0.1:9" } });
    const [choice] = await windows.offered();
    windows.system.change({ modes: { powershell: mode } });
    const end = await windows.apply(choice?.id ?? "");
    expect(end).toMatchObject({ kind: "refused", code, changed: "nothing" });
  });

  it("is done when it was done, though only half of the answer came", async () => {
    const windows = onWindows({ user: { flags: 1 }, winhttp: { flags: 3, server: "127.0.0.1:9" } });
    windows.system.change({ modes: { powershell: "half" } });
    await switchFirst(windows);
    expect(windows.system.state["winhttp"]).toEqual({ flags: 1 });
  });

  it("is in the person's variables, and their kind comes back too", async () => {
    const environment = {
      http_proxy: { kind: "REG_EXPAND_SZ", value: "http://%USERNAME%@127.0.0.1:9" },
      Path: { kind: "REG_SZ", value: "C:\\tools" },
    };
    const windows = onWindows({ user: { flags: 1 }, environment });
    const undoId = await switchFirst(windows);
    expect(Object.keys(windows.system.state["environment"] as object)).not.toContain("http_proxy".toUpperCase());
    expect(windows.system.state["environment"]).toHaveProperty("Path");
    expect(await windows.undo(undoId)).toEqual({ kind: "undone" });
    const back = windows.system.state["environment"] as Record<string, unknown>;
    expect(back["HTTP_PROXY"] ?? back["http_proxy"]).toEqual(environment.http_proxy);
  });

  it("is only shown where an organisation's rule holds it", async () => {
    const windows = onWindows({ policy: true, user: { flags: 1 } });
    expect((await windows.offered()).filter(({ mode }) => mode === "auto")).toEqual([]);
  });

  it("does not count as undone when the journal cannot be written", async () => {
    const windows = onWindows();
    const [choice] = await windows.offered();
    writeFileSync(join(windows.system.folder, "data"), "a file in the way");
    expect(await windows.apply(choice?.id ?? "")).toMatchObject({ code: "failed", changed: "nothing" });
    expect(windows.system.state["user"]).toMatchObject({ flags: 3 });
  });
});

describe("a proxy that answers", () => {
  /** Something that listens on loopback. */
  async function listener(): Promise<number> {
    const server = createTcpServer((socket) => socket.destroy());
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    cleanups.push(() => server.close());
    return (server.address() as AddressInfo).port;
  }

  it("is left alone unless the fault was laid at it", async () => {
    const windows = onWindows({ user: { flags: 3, server: `127.0.0.1:${await listener()}` } });
    expect(await windows.action.offer(ALONE, signal)).toBeNull();
    const [choice] = await windows.offered(BLAMED);
    expect(choice?.facts.map(({ key }) => key)).toContain("action.proxy-off.answers");
  });

  it("comes after one that does not", async () => {
    const windows = onWindows({
      user: { flags: 3, server: `127.0.0.1:${await listener()}` },
      winhttp: { flags: 3, server: "127.0.0.1:9" },
    });
    expect((await windows.offered(BLAMED)).map(({ label }) => label)).toEqual(["WinHTTP", "Windows"]);
  });

  it("is a configuration file that really is one", async () => {
    const server = createServer((request, response) =>
      response.end(request.url === "/good" ? "function FindProxyForURL(u, h) { return 'DIRECT'; }" : "<html>"),
    );
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    cleanups.push(() => server.close());
    const { port } = server.address() as AddressInfo;
    const states = ["good", "bad"].map(async (name) => {
      const windows = onWindows({ user: { flags: 5, pacUrl: `http://127.0.0.1:${port}/${name}` } });
      return (await windows.offered(BLAMED))[0]?.facts.map(({ key }) => key);
    });
    const [good, bad] = await Promise.all(states);
    expect(good).toContain("action.proxy-off.answers");
    expect(bad).toContain("action.proxy-off.no-pac");
  });

  it("is not called dead when it could not be tried", async () => {
    const windows = onWindows({ user: { flags: 5, pacUrl: "file:///C:/proxy.pac" } });
    expect(await windows.action.offer(ALONE, signal)).toBeNull();
    expect((await windows.offered(BLAMED))[0]?.facts.map(({ key }) => key)).toContain("action.proxy-off.unknown");
  });
});

describe("a left-behind proxy on a Linux desktop", () => {
  const KDE = [
    "[$Version]",
    "update_info=kioslave.upd:kde2.2/r1",
    "",
    "[Proxy Settings]",
    "NoProxyFor=localhost",
    "ProxyType=1",
    "httpProxy=http://127.0.0.1 9",
    "",
    "[Other]",
    "ProxyType=7",
    "",
  ].join("\n");

  function onKde(text: string, link = false) {
    const system = new FakeSystem("linux", {});
    const config = join(system.folder, "config");
    mkdirSync(config);
    const real = link ? join(system.folder, "dotfiles") : join(config, "kioslaverc");
    writeFileSync(real, text);
    chmodSync(real, 0o640);
    if (link) symlinkSync(real, join(config, "kioslaverc"));
    const environment = { XDG_CURRENT_DESKTOP: "KDE", XDG_CONFIG_HOME: config };
    const text2 = () => readFileSync(join(config, "kioslaverc"), "utf8");
    const deps = { environment, files: { ...system.deps.files } };
    return { system, config, read: text2, real, ...actionOn("linux", system, deps) };
  }

  it("is one line of KDE's file; every other byte stays, and it comes back", async () => {
    const kde = onKde(KDE);
    const undoId = await switchFirst(kde);
    expect(kde.read()).toBe(KDE.replace("ProxyType=1", "ProxyType=0"));
    expect(lstatSync(kde.real).mode & 0o777).toBe(0o640);
    expect(await kde.undo(undoId)).toEqual({ kind: "undone" });
    expect(kde.read()).toBe(KDE);
  });

  it("keeps a link a link, and bytes that are no text", async () => {
    const odd = KDE.replace("localhost", "b\u00fcro");
    const kde = onKde(odd, true);
    await switchFirst(kde);
    expect(lstatSync(join(kde.config, "kioslaverc")).isSymbolicLink()).toBe(true);
    expect(kde.read()).toBe(odd.replace("ProxyType=1", "ProxyType=0"));
  });

  it("leaves alone what the person has set in KDE since", async () => {
    const kde = onKde(KDE);
    const undoId = await switchFirst(kde);
    writeFileSync(kde.real, KDE.replace("ProxyType=1", "ProxyType=0").replace(" 9", " 8080"));
    expect(await kde.undo(undoId)).toEqual({ kind: "theirs" });
  });

  it("is only shown where the administrator has locked it", async () => {
    const kde = onKde(KDE.replace("ProxyType=1", "ProxyType[$i]=1"));
    const choices = await kde.offered();
    expect(choices.filter(({ mode }) => mode === "auto")).toEqual([]);
    const unread = onKde("[Proxy Settings]\n");
    expect(await unread.offered()).toEqual([]);
  });

  it("is in files of the session: each line is named, and nothing is written", async () => {
    const fakes = makeFakes({});
    cleanups.push(() => fakes.remove());
    putFiles(fakes, {
      "/home/person/.bashrc":
        "alias x=y\n# export http_proxy=http://127.0.0.1:9\nexport http_proxy=http://a:secret@127.0.0.1:9 # old\n",
      "/home/person/.config/environment.d/50 proxy.conf": "HTTPS_PROXY=http://127.0.0.1:9\n",
      "/home/person/.config/fish/config.fish": "set -gx all_proxy socks5://127.0.0.1:9\n",
      "/etc/environment": 'PATH="/usr/bin"\nhttp_proxy="http://127.0.0.1:9"\nno_proxy=localhost\nHTTP_PROXY=\n',
      "/etc/profile.d/notes.txt": "export http_proxy=http://127.0.0.1:9\n",
    });
    const system = new FakeSystem("linux", {});
    const linux = actionOn("linux", system, { run: createRunner({}), files: systemFiles(join(fakes.folder, "root")) });
    const [choice] = await linux.offered();
    const places = choice?.steps.flatMap((step) => (step.kind === "click" ? [step.what.values] : [])) ?? [];
    expect(places.flatMap(({ path, line }) => (path === undefined ? [] : [`${path}:${line}`]))).toEqual([
      "/home/person/.bashrc:3",
      "/home/person/.config/fish/config.fish:1",
      "/home/person/.config/environment.d/50 proxy.conf:1",
      "/etc/environment:2",
    ]);
    expect(choice).toMatchObject({ mode: "guided", needsAdmin: true, undoable: false });
    expect(JSON.stringify(choice)).not.toContain("secret");
    expect(await linux.apply("environment")).toEqual({ kind: "opened" });
  });

  it("is in the environment alone: how to leave it is said", async () => {
    const system = new FakeSystem("linux", {});
    const linux = actionOn("linux", system, { environment: { http_proxy: "http://127.0.0.1:9" } });
    const [choice] = await linux.offered();
    expect(choice?.steps).toContainEqual({ kind: "command", text: "unset http_proxy" });
  });

  it("is not there where nothing is set", async () => {
    const system = new FakeSystem("linux", {});
    expect(await actionOn("linux", system).action.offer(BLAMED, signal)).toBeNull();
  });
});
