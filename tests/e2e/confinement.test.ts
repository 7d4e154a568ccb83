import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launch, type RunningApp } from "./support/launch.ts";

/** A page that was taken over must still be able to do nothing. Everything here is tried from inside the page. */
let running: RunningApp;
let sink: Server;
let hits: string[];
let sinkUrl: string;

beforeAll(async () => {
  hits = [];
  sink = createServer((request, response) => {
    hits.push(`${request.method} ${request.url}`);
    response.setHeader("access-control-allow-origin", "*").end("reached");
  });
  await new Promise<void>((done) => {
    sink.listen(0, "127.0.0.1", done);
  });
  sinkUrl = `http://127.0.0.1:${(sink.address() as AddressInfo).port}`;
  running = await launch();
  await running.page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(window, { violations: seen });
    document.addEventListener("securitypolicyviolation", (event) => {
      seen.push(event.effectiveDirective);
    });
  });
});

afterAll(async () => {
  await running.stop();
  sink.close();
});

async function violations(): Promise<string[]> {
  return running.page.evaluate(() => (window as unknown as { violations: string[] }).violations.splice(0));
}

describe("the page", () => {
  it("E2: has no Node", async () => {
    const types = await running.page.evaluate(() => {
      const all = globalThis as unknown as Record<string, unknown>;
      return ["require", "process", "module", "global", "Buffer", "__dirname", "electron"].map(
        (name) => typeof all[name],
      );
    });
    expect(new Set(types)).toEqual(new Set(["undefined"]));
  });

  it("E2: has exactly the two functions of its door", async () => {
    const keys = await running.page.evaluate(() => Object.keys(window.api ?? {}).toSorted());
    expect(keys).toEqual(["call", "on"]);
  });

  it("E9: gets a refusal for a call that the contract does not have", async () => {
    const outcome = await running.page.evaluate(async () =>
      (window.api as unknown as { call(name: string): Promise<unknown> }).call("shell.open"),
    );
    expect(outcome).toEqual({ ok: false, error: { code: "refused" } });
  });

  it("E5, E12: cannot turn text into code", async () => {
    // The driver's own evaluation is exempt from the policy; a timer's callback is not.
    const outcome = await running.page.evaluate(
      async () =>
        new Promise<string>((resolve) => {
          setTimeout(() => {
            try {
              // oxlint-disable-next-line no-eval -- that it throws is what is tested
              resolve(`ran: ${String((0, eval)("1 + 1"))}`);
            } catch (error) {
              resolve((error as Error).name);
            }
          }, 0);
        }),
    );
    expect(outcome).toBe("EvalError");
    await violations();
  });

  it("E5: cannot put markup into itself, nor run an inline script", async () => {
    const outcome = await running.page.evaluate(
      async () =>
        new Promise<string[]>((resolve) => {
          setTimeout(() => {
            const seen: string[] = [];
            const attempt = (work: () => void): void => {
              try {
                work();
                seen.push("went in");
              } catch (error) {
                seen.push((error as Error).name);
              }
            };
            attempt(() => {
              document.createElement("div").innerHTML = "<b>x</b>";
            });
            attempt(() => {
              document.createElement("script").text = "window.inlineRan = true";
            });
            const handler = document.createElement("button");
            attempt(() => handler.setAttribute("onclick", "window.inlineRan = true"));
            document.body.append(handler);
            handler.click();
            handler.remove();
            seen.push(String((window as unknown as { inlineRan?: boolean }).inlineRan ?? "did not run"));
            resolve(seen);
          }, 0);
        }),
    );
    expect(outcome.slice(0, 2)).toEqual(["TypeError", "TypeError"]);
    expect(outcome.at(-1)).toBe("did not run");
    expect(await violations()).not.toEqual([]);
  });

  it("E8: reaches no server: not by fetch, image, socket, beacon, frame or worker", async () => {
    const outcomes = await running.page.evaluate(async (url) => {
      const socket = async (): Promise<string> =>
        new Promise((resolve) => {
          const tried = new WebSocket(url.replace("http", "ws"));
          tried.addEventListener("open", () => resolve("open"));
          tried.addEventListener("error", () => resolve("failed"));
        });
      const image = async (): Promise<string> =>
        new Promise((resolve) => {
          const tried = new Image();
          tried.addEventListener("load", () => resolve("open"));
          tried.addEventListener("error", () => resolve("failed"));
          tried.src = `${url}/image`;
        });
      const frame = document.createElement("iframe");
      frame.src = `${url}/frame`;
      document.body.append(frame);
      navigator.sendBeacon(`${url}/beacon`);
      const link = document.createElement("link");
      Object.assign(link, { rel: "prefetch", href: `${url}/prefetch` });
      document.head.append(link);
      const attempts = await Promise.all([
        fetch(`${url}/fetch`).then(
          () => "open",
          () => "failed",
        ),
        image(),
        socket().catch(() => "failed"),
      ]);
      await new Promise((resolve) => {
        setTimeout(resolve, 500);
      });
      frame.remove();
      link.remove();
      return attempts;
    }, sinkUrl);
    expect(outcomes).toEqual(["failed", "failed", "failed"]);
    expect(hits).toEqual([]);
    expect(await violations()).not.toEqual([]);
  });

  it("E8: would not get out without its content policy either", async () => {
    const answer = await running.app.evaluate(async ({ session }, url) => {
      try {
        const response = await session.fromPartition("window").fetch(url);
        return `answered ${response.status}`;
      } catch (error) {
        return String(error);
      }
    }, `${sinkUrl}/session`);
    expect(answer).toContain("ERR_BLOCKED_BY_CLIENT");
    expect(hits).toEqual([]);
  });

  it("E7: opens no second window", async () => {
    const opened = await running.page.evaluate((url) => window.open(url) === null, sinkUrl);
    expect(opened).toBe(true);
    expect(running.app.windows()).toHaveLength(1);
    expect(hits).toEqual([]);
  });

  it("E7: cannot be led away from its own page", async () => {
    const before = running.page.url();
    await running.page.evaluate(async (url) => {
      const link = document.createElement("a");
      link.href = url;
      document.body.append(link);
      link.click();
      link.target = "_blank";
      link.click();
      link.remove();
      location.href = "app://goodgateway.evil/index.html";
      await new Promise((resolve) => {
        setTimeout(resolve, 300);
      });
    }, `${sinkUrl}/navigation`);
    expect(running.page.url()).toBe(before);
    expect(running.app.windows()).toHaveLength(1);
    expect(hits).toEqual([]);
  });

  it("E4: finds nothing under its own scheme but its own files", async () => {
    const statuses = await running.app.evaluate(async ({ session }) => {
      const own = session.fromPartition("window");
      const paths = [
        "/index.html",
        "/",
        "/../package.json",
        "/..%2f..%2fpackage.json",
        "/%2e%2e/main/index.js",
        "//etc/passwd",
        "/etc/passwd",
        "/index.html%00.js",
        "/preload/index.cjs",
        "/nothing.js",
      ];
      return Promise.all(
        paths.map(async (path) => {
          const response = await own.fetch(`app://goodgateway${path}`, { bypassCustomProtocolHandlers: false });
          return `${path} ${response.status}`;
        }),
      );
    });
    const [page, ...others] = statuses;
    expect(page).toBe("/index.html 200");
    expect(others.map((line) => line.split(" ")[1])).toEqual(others.map(() => "404"));
  });

  it("E6: is refused every permission it asks for", async () => {
    const outcomes = await running.page.evaluate(async () => {
      // oxlint-disable-next-line unicorn/consistent-function-scoping -- it runs in the page and must be sent there whole
      const ask = async (work: () => Promise<unknown>): Promise<string> =>
        Promise.race([
          work().then(
            (value) => `granted ${String(value)}`,
            (error: unknown) => `refused ${(error as Error).name}`,
          ),
          new Promise<string>((resolve) => {
            setTimeout(() => resolve("no answer"), 3_000);
          }),
        ]);
      const names = [
        "notifications",
        "geolocation",
        "camera",
        "microphone",
        "clipboard-read",
        "midi",
        "persistent-storage",
      ];
      const states = await Promise.all(
        names.map(async (name) => (await navigator.permissions.query({ name: name as PermissionName })).state),
      );
      return {
        states,
        notification: await Notification.requestPermission(),
        camera: await ask(async () => navigator.mediaDevices.getUserMedia({ video: true })),
        screen: await ask(async () => navigator.mediaDevices.getDisplayMedia()),
        place: await ask(
          async () =>
            new Promise((resolve, reject) => {
              navigator.geolocation.getCurrentPosition(resolve, () => reject(new Error("denied")));
            }),
        ),
        clipboard: await ask(async () => navigator.clipboard.readText()),
      };
    });
    expect(new Set(outcomes.states)).toEqual(new Set(["denied"]));
    expect(outcomes.notification).toBe("denied");
    expect(
      [outcomes.camera, outcomes.screen, outcomes.place, outcomes.clipboard].filter((one) => one.startsWith("granted")),
    ).toEqual([]);
  });

  it("E1: runs sandboxed and isolated by its own settings", async () => {
    const settings = await running.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
        getLastWebPreferences(): Record<string, unknown>;
      };
      const all = contents.getLastWebPreferences();
      const names = ["sandbox", "contextIsolation", "nodeIntegration", "webviewTag", "webSecurity", "spellcheck"];
      return Object.fromEntries(names.map((name) => [name, all[name] ?? false]));
    });
    expect(settings).toEqual({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      webSecurity: true,
      spellcheck: false,
    });
  });
});
