import { arch, platform, release } from "node:os";
import type { DocumentOrigin } from "./document.ts";

/** This program on this machine, for the documents it makes. */
export function thisOrigin(appVersion: string): DocumentOrigin {
  const electron = process.versions["electron"];
  const names: Readonly<Record<string, string>> = { win32: "windows", darwin: "macos" };
  return {
    appVersion,
    runtime: electron === undefined ? `node ${process.versions.node}` : `electron ${electron}`,
    os: names[platform()] ?? platform(),
    osVersion: release(),
    arch: arch(),
  };
}
