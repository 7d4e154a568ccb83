import { createSocket } from "node:dgram";
import { writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { createServer as createTcpServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contentPolicy } from "../../electron/main/content-policy.ts";
import { askForAll, PERMISSIONS } from "./support/permissions.ts";
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

  it("E5: comes with the policy as it is written down, but for the one nonce", async () => {
    const policy = await running.app.evaluate(async ({ session }) => {
      const answer = await session.fromPartition("window").fetch("app://goodgateway/index.html");
      return answer.headers.get("content-security-policy") ?? "";
    });
    const nonce = /'nonce-([^']+)'/u.exec(policy)?.[1] ?? "";
    expect(nonce.length).toBeGreaterThan(20);
    expect(policy).toBe(contentPolicy(nonce));
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
    expect(await violations()).toEqual(["require-trusted-types-for"]);
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
    expect(await violations()).toEqual([
      "require-trusted-types-for",
      "require-trusted-types-for",
      "require-trusted-types-for",
    ]);
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
    expect(await violations()).toEqual(expect.arrayContaining(["connect-src", "img-src", "frame-src"]));
  });

  it("E8: reaches nobody by a call between computers either, over UDP or TCP", async () => {
    const reached: string[] = [];
    const udp = createSocket("udp4", () => reached.push("udp"));
    const tcp = createTcpServer(() => reached.push("tcp"));
    await Promise.all([
      new Promise<void>((done) => {
        udp.bind(0, "127.0.0.1", done);
      }),
      new Promise<void>((done) => {
        tcp.listen(0, "127.0.0.1", done);
      }),
    ]);
    const ended = await running.page.evaluate(
      async ([datagrams, streams]) => {
        const call = new RTCPeerConnection({
          iceServers: [
            { urls: `stun:127.0.0.1:${datagrams}` },
            { urls: `turn:127.0.0.1:${streams}?transport=tcp`, username: "a", credential: "b" },
          ],
        });
        call.createDataChannel("x");
        await call.setLocalDescription(await call.createOffer());
        await new Promise((done) => {
          const end = setTimeout(done, 5_000);
          call.addEventListener("icegatheringstatechange", () => {
            if (call.iceGatheringState !== "complete") return;
            clearTimeout(end);
            done(null);
          });
        });
        const state = call.iceGatheringState;
        call.close();
        return state;
      },
      [udp.address().port, (tcp.address() as AddressInfo).port],
    );
    udp.close();
    tcp.close();
    // It looked for a way to its end and found none: neither its own address nor anybody else.
    expect({ ended, reached }).toEqual({ ended: "complete", reached: [] });
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
      // Its own origin too: what it shows is decided once, when the window opens.
      location.href = "/assets/";
      const form = document.createElement("form");
      Object.assign(form, { action: url, method: "post" });
      const refresh = document.createElement("meta");
      Object.assign(refresh, { httpEquiv: "refresh", content: `0;url=${url}` });
      const frame = document.createElement("iframe");
      frame.src = "/index.html";
      document.body.append(form, frame);
      document.head.append(refresh);
      form.submit();
      await new Promise((resolve) => {
        setTimeout(resolve, 300);
      });
      for (const added of [form, frame, refresh]) added.remove();
    }, `${sinkUrl}/navigation`);
    expect(running.page.url()).toBe(before);
    expect(running.app.windows()).toHaveLength(1);
    expect(hits).toEqual([]);
  });

  it("E7: stays when a link is pressed with the middle button or a page is dropped on it", async () => {
    const before = running.page.url();
    const mark = "was here before the press";
    await running.page.evaluate(
      ([url, left]) => {
        const link = document.createElement("a");
        Object.assign(link, { href: url, id: "lure", textContent: "lure" });
        Object.assign(link.style, { position: "fixed", inset: "0 auto auto 0", zIndex: "9999" });
        document.body.append(link);
        Object.assign(window, { mark: left });
      },
      [`${sinkUrl}/middle`, mark] as const,
    );
    // By hand, not by the locator, which would wait for the navigation that must not come.
    await running.page.mouse.click(8, 8, { button: "middle" });
    for (const key of ["Control", "Shift"]) {
      await running.page.keyboard.down(key);
      await running.page.mouse.click(8, 8);
      await running.page.keyboard.up(key);
    }
    expect(await running.page.evaluate(() => document.elementFromPoint(8, 8)?.id)).toBe("lure");
    await running.page.evaluate(() => document.querySelector("#lure")?.remove());
    const file = join(running.home, "dropped.html");
    await writeFile(file, "<title>dropped</title>");
    const driver = await running.page.context().newCDPSession(running.page);
    const data = { items: [], files: [file], dragOperationsMask: 1 };
    for (const type of ["dragEnter", "dragOver", "drop"] as const)
      await driver.send("Input.dispatchDragEvent", { type, x: 5, y: 5, data });
    // An answer of the page itself comes after whatever these did.
    expect(await running.page.evaluate(() => (window as unknown as { mark?: string }).mark)).toBe(mark);
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
    expect(await running.page.evaluate(() => location.origin)).toBe("app://goodgateway");
    const [page, ...others] = statuses;
    expect(page).toBe("/index.html 200");
    expect(others.map((line) => line.split(" ")[1])).toEqual(others.map(() => "404"));
  });

  it("E6: is refused every permission it asks for", async () => {
    const outcomes = await running.page.evaluate(askForAll, PERMISSIONS);
    expect(PERMISSIONS.length).toBeGreaterThan(20);
    expect(outcomes.states).toEqual(PERMISSIONS.map(() => "denied"));
    expect(outcomes.notification).toBe("denied");
    expect(Object.keys(outcomes.tried).length).toBeGreaterThan(5);
    expect(Object.entries(outcomes.tried).filter(([, answer]) => !answer.startsWith("refused"))).toEqual([]);
  });

  it("E1: runs sandboxed and isolated by its own settings", async () => {
    // Every page there is, not only the window's.
    const settings = await running.app.evaluate(({ webContents }) => {
      const names = ["sandbox", "contextIsolation", "nodeIntegration", "nodeIntegrationInWorker"];
      names.push("nodeIntegrationInSubFrames", "webviewTag", "webSecurity", "allowRunningInsecureContent");
      names.push("experimentalFeatures", "navigateOnDragDrop", "spellcheck", "enableBlinkFeatures");
      return webContents.getAllWebContents().map((contents) => {
        const all = (
          contents as unknown as { getLastWebPreferences(): Record<string, unknown> }
        ).getLastWebPreferences();
        return Object.fromEntries(names.map((name) => [name, all[name] ?? false]));
      });
    });
    expect(settings).toEqual([
      {
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        nodeIntegrationInSubFrames: false,
        webviewTag: false,
        webSecurity: true,
        allowRunningInsecureContent: false,
        experimentalFeatures: false,
        navigateOnDragDrop: false,
        spellcheck: false,
        enableBlinkFeatures: "",
      },
    ]);
  });
});
