import { spawn, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { bundleForBoxes, type Box } from "../dns/boxes.ts";
import { ADDRESSES, RESOLVERS } from "./internet-places.ts";

/**
 * Pages, a sign-in page and resolvers in the network beside a machine, in place of the resolvers that stand there from
 * the start and know one name only. `certificates`: the folder with those of the secure site. Gives what ends it.
 */
export function startInternet(box: Box, certificates: string): () => void {
  for (const pid of readFileSync(`${box.folder}/pids`, "utf8").split("\n").filter(Boolean)) process.kill(Number(pid));
  for (const address of ADDRESSES) spawnSync("ip", ["-n", box.internet, "addr", "add", `${address}/32`, "dev", "lo"]);
  // A machine answers neighbours only for the IPv6 addresses of that very link.
  const onLink = `${RESOLVERS.provider[1]}/128`;
  spawnSync("ip", ["-n", box.internet, "addr", "del", onLink, "dev", "lo"]);
  spawnSync("ip", ["-n", box.internet, "addr", "add", onLink, "dev", "wan0", "nodad"]);
  const program = bundleForBoxes("tests/lab/guided/internet-main.ts");
  const servers = spawn("ip", ["netns", "exec", box.internet, process.execPath, program, certificates], {
    stdio: ["ignore", "inherit", "inherit"],
  });
  return () => void servers.kill("SIGKILL");
}
