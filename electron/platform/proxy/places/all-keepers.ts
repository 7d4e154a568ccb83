import type { ElevationDeps } from "../../elevated/run-elevated.ts";
import type { MachineDeps } from "../../machine-deps.ts";
import { gnomeKeeper } from "./gnome-keeper.ts";
import { kdeKeeper } from "./kde-keeper.ts";
import { launchdKeeper } from "./launchd-keeper.ts";
import { macosKeeper } from "./macos-keeper.ts";
import type { ProxyKeeper } from "./place.ts";
import { windowsEnvironmentKeeper } from "./windows-environment-keeper.ts";
import { windowsKeeper } from "./windows-keeper.ts";
import { winhttpKeeper } from "./winhttp-keeper.ts";

/** All kinds of places of one system where a proxy can be switched. */
export function proxyKeepers(deps: MachineDeps, elevation: ElevationDeps): readonly ProxyKeeper[] {
  switch (elevation.os) {
    case "windows":
      return [windowsKeeper(deps.run), windowsEnvironmentKeeper(deps.run), winhttpKeeper(deps.run)];
    case "macos":
      return [macosKeeper(deps, elevation), launchdKeeper(deps)];
    case "linux":
      return [gnomeKeeper(deps), kdeKeeper(deps)];
  }
}
