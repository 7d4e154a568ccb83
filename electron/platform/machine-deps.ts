import { getServers } from "node:dns";
import { homedir, networkInterfaces, type NetworkInterfaceInfo } from "node:os";
import { runProgram, type RunProgram } from "./exec.ts";
import { systemFiles, type SystemFiles } from "./system-files.ts";

/** Everything an adapter reads the machine through; tests give fake programs and files. */
export interface MachineDeps {
  readonly run: RunProgram;
  readonly files: SystemFiles;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly homeFolder: string;
  /** Node's own list, for when the system's tool is missing: only interfaces that are up and have an address. */
  readonly nodeInterfaces: () => Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>;
  /** Node's own list of DNS servers, for the same case. */
  readonly nodeServers: () => readonly string[];
}

/** The real ones. */
export function realDeps(): MachineDeps {
  return {
    run: runProgram,
    files: systemFiles(),
    environment: process.env,
    homeFolder: homedir(),
    nodeInterfaces: networkInterfaces,
    nodeServers: getServers,
  };
}
