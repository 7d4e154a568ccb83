import { format } from "node:util";
import { afterEach } from "vitest";

/**
 * The window says nothing to the console: a warning of React's (keys, updates, unknown properties) is a fault of ours
 * that nobody would read. Any error or warning fails the test that was running when it came.
 */
const heard: string[] = [];
for (const kind of ["error", "warn"] as const) {
  console[kind] = (...args: readonly unknown[]) => void heard.push(`console.${kind}: ${format(...args)}`);
}

// What the made-up page itself cannot do goes past this console.
interface MadeUpPage {
  readonly virtualConsole: { on(event: "jsdomError", hear: (error: Error) => void): void };
}
declare global {
  var jsdom: MadeUpPage;
}
globalThis.jsdom.virtualConsole.on("jsdomError", ({ message }) => void heard.push(`jsdom: ${message}`));

// A page that can draw nothing answers null; jsdom answers the same, with a complaint.
HTMLCanvasElement.prototype.getContext = () => null;

afterEach(() => {
  const said = heard.splice(0);
  if (said.length > 0) throw new Error(`in the console:\n${said.join("\n")}`);
});
