import { rm } from "node:fs/promises";
import { join } from "node:path";
import { fusesFor } from "./fuses.mjs";
import { releases } from "./releases.mjs";

/** Reports are JSON files of two endings; only the program's own last one could be claimed, so it is offered beside others. */
const REPORT = { ext: "json", name: "GoodGateway report", role: "Viewer", rank: "Alternate" };

/** Where newer versions will lie; null outside the workflow that makes a release. */
const place = releases(process.env);

/** The repository that the workflow runs in; elsewhere a name that leads nowhere (RFC 2606). */
const repository = process.env["GITHUB_REPOSITORY"] ?? "";
const homepage = repository === "" ? "https://goodgateway.invalid/" : `https://github.com/${repository}`;

/** Files that are read while packaging lie here. */
const installer = "build/resources/installer";

/** @type {import("electron-builder").Configuration} */
export default {
  appId: "org.goodgateway.app",
  productName: "GoodGateway",
  // The unpacked runtime that build/scripts/package.mjs found: without it the packager would download one.
  ...(process.env["GG_ELECTRON_DIST"] === undefined ? {} : { electronDist: process.env["GG_ELECTRON_DIST"] }),
  ...(process.env["GG_ELECTRON_VERSION"] === undefined ? {} : { electronVersion: process.env["GG_ELECTRON_VERSION"] }),
  directories: { output: "dist", buildResources: "build/resources" },
  // Everything is bundled into out/: no node_modules, no sources, no tests.
  files: ["out/**", "!out/.built-from", "package.json", "!node_modules/**"],
  // deb and rpm will not be made without one.
  extraMetadata: { homepage },
  asar: true,
  npmRebuild: false,
  nodeGypRebuild: false,
  // Lists of releases are made only where there is a place for them; nothing is ever sent there from here.
  publish: place === null ? null : [{ provider: "generic", url: place.url }],
  electronLanguages: ["en-US", "de"],
  artifactName: "goodgateway-${version}-${os}-${arch}.${ext}",
  linux: {
    target: ["AppImage", "deb", "rpm", "tar.gz"],
    category: "Network",
    executableName: "goodgateway",
    icon: "build/resources/icons",
    synopsis: "Finds whose fault a 502 or a dead page is, with evidence",
    maintainer: "The GoodGateway team <maintainers@goodgateway.invalid>",
    mimeTypes: ["application/json"],
  },
  deb: { fpm: [`--before-remove=${installer}/before-remove.sh`] },
  rpm: { fpm: [`--before-remove=${installer}/before-remove.sh`] },
  mac: {
    target: [
      { target: "dmg", arch: ["universal"] },
      { target: "zip", arch: ["universal"] },
    ],
    category: "public.app-category.utilities",
    icon: "build/resources/icon.icns",
    hardenedRuntime: true,
    gatekeeperAssess: false,
    entitlements: `${installer}/entitlements.mac.plist`,
    entitlementsInherit: `${installer}/entitlements.mac.plist`,
    fileAssociations: [REPORT],
    // Only where the release's secrets are: elsewhere the program stays unsigned, and says so when it is opened.
    notarize: (process.env["APPLE_API_KEY"] ?? "") !== "",
  },
  win: {
    target: [
      { target: "nsis", arch: ["x64", "arm64"] },
      { target: "portable", arch: ["x64", "arm64"] },
    ],
    icon: "build/resources/icon.ico",
  },
  nsis: {
    oneClick: false,
    allowToChangeInstallationDirectory: true,
    // Your settings and your history stay unless you say otherwise.
    deleteAppDataOnUninstall: false,
    include: `${installer}/installer.nsh`,
  },
  portable: { artifactName: "goodgateway-${version}-portable-${arch}.${ext}" },
  electronFuses: Object.fromEntries(fusesFor(process.platform).map(({ key, on }) => [key, on])),
  // A stand-in runtime brings its loader; the shipped program has app.asar only.
  afterPack: async ({ appOutDir, electronPlatformName }) => {
    if (electronPlatformName === "linux")
      await rm(join(appOutDir, "resources", "app"), { recursive: true, force: true });
  },
};
