import { cp } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { ordinaryUser, type OrdinaryUser } from "./support/ordinary-user.ts";
import { pidsWith, seccompOf, until } from "./support/processes.ts";
import { ROOT } from "./support/root.ts";
import { findRuntime } from "./support/runtime.ts";

let user: OrdinaryUser | null = null;

afterEach(async () => {
  await user?.remove();
  user = null;
});

it.skipIf(process.platform !== "linux")(
  "runs the page's process under the kernel's system call filter for an ordinary user",
  async () => {
    user = await ordinaryUser();
    const runtime = await findRuntime();
    const own = await user.bring(runtime.dist, "runtime");
    await cp(join(ROOT, "out"), join(user.folder, "app", "out"), { recursive: true });
    await cp(join(ROOT, "package.json"), join(user.folder, "app", "package.json"));
    let said = "";
    const child = user.start(join(own, "electron"), ["--disable-gpu", join(user.folder, "app")]);
    child.stderr?.setEncoding("utf8").on("data", (text) => (said += text));
    const modes = await until(
      async () => {
        if (child.exitCode !== null) throw new Error(`it ended with ${child.exitCode}: ${said}`);
        return seccompOf(await pidsWith(["--type=renderer", user?.folder ?? ""]));
      },
      (found) => found.length > 0,
    );
    // 2: a filter is in force (Linux, proc_pid_status(5)).
    expect(modes).toEqual(modes.map(() => "2"));
  },
);
