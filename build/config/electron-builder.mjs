import { createRequire } from "node:module";
import { rm, writeFile } from "node:fs/promises";
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

/** Set when it is not the pinned Electron that is packaged: what it is made of. */
const notForRelease = process.env["GG_NOT_FOR_RELEASE"] ?? "";
/** Such a package must not be taken for a released one, wherever it is copied. */
const name = notForRelease === "" ? "goodgateway-${version}" : "goodgateway-${version}-not-for-release";

/** SHA-256 of Electron's archives for every system, as they came (checked by npm) with the pinned version's package. */
const checksums = createRequire(import.meta.url)("electron/checksums.json");

/** Without a certificate macOS would refuse the program on its own processors: then it is signed by nobody. */
const appleCertificate = (process.env["CSC_LINK"] ?? "") !== "" || (process.env["CSC_NAME"] ?? "") !== "";

/** What brings the libraries that Electron's program names (`readelf -d`), and the tools it starts. */
const LIBRARIES = {
  deb: [
    ["libasound2 | libasound2t64", "libatk-bridge2.0-0 | libatk-bridge2.0-0t64", "libatspi2.0-0 | libatspi2.0-0t64"],
    ["libcups2 | libcups2t64", "libdrm2", "libgbm1", "libgtk-3-0 | libgtk-3-0t64", "libnotify4", "libnss3"],
    ["libsecret-1-0", "libxkbcommon0", "xdg-utils"],
  ].flat(),
  // By the libraries themselves: each rpm system has names of its own for what brings them.
  rpm: [
    ["asound.so.2", "atk-bridge-2.0.so.0", "atspi.so.0", "cups.so.2", "drm.so.2", "gbm.so.1", "gtk-3.so.0"],
    ["notify.so.4", "nss3.so", "secret-1.so.0", "xkbcommon.so.0"],
  ]
    .flat()
    .map((library) => `lib${library}()(64bit)`),
};
/** The scripts of deb and rpm. */
const SCRIPTS = {
  afterInstall: `${installer}/after-install.sh`,
  afterRemove: `${installer}/after-remove.sh`,
  fpm: [`--before-remove=${installer}/before-remove.sh`],
};

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
  // deb and rpm will not be made without the first; by the second a desktop knows whose the window is.
  extraMetadata: { homepage, desktopName: "goodgateway.desktop" },
  asar: true,
  npmRebuild: false,
  nodeGypRebuild: false,
  // Lists of releases are made only where there is a place for them; nothing is ever sent there from here.
  publish: place === null ? null : [{ provider: "generic", url: place.url }],
  electronDownload: { checksums },
  electronLanguages: ["en-US", "de"],
  artifactName: `${name}-\${os}-\${arch}.\${ext}`,
  linux: {
    target: ["AppImage", "deb", "rpm", "tar.gz"],
    category: "Network",
    executableName: "goodgateway",
    syncDesktopName: true,
    icon: "build/resources/icons",
    synopsis: "Finds whose fault a 502 or a dead page is, with evidence",
    maintainer: "The GoodGateway team <maintainers@goodgateway.invalid>",
    mimeTypes: ["application/json"],
  },
  // The runtime asks for one more when its tray is shown; it works without. pkexec asks for rights when DNS is changed.
  deb: { ...SCRIPTS, depends: LIBRARIES.deb, recommends: ["pkexec | policykit-1", "libayatana-appindicator3-1"] },
  rpm: { ...SCRIPTS, depends: [...LIBRARIES.rpm, "xdg-utils"] },
  // By itself the packager would start it without its sandbox from the menu, which the program refuses.
  appImage: { executableArgs: [] },
  // Its start-up part brings what it needs along; the older one needs libfuse2, which newer systems have no more.
  toolsets: { appimage: "1.0.3" },
  mac: {
    target: [
      { target: "dmg", arch: ["universal"] },
      { target: "zip", arch: ["universal"] },
    ],
    category: "public.app-category.utilities",
    icon: "build/resources/icon.icns",
    ...(appleCertificate ? { hardenedRuntime: true } : { identity: "-", hardenedRuntime: false }),
    gatekeeperAssess: false,
    entitlements: `${installer}/entitlements.mac.plist`,
    entitlementsInherit: `${installer}/entitlements.mac.plist`,
    fileAssociations: [REPORT],
    // For a link on PATH: a program inside a bundle must not be started through a link to itself.
    extraFiles: [{ from: `${installer}/goodgateway.sh`, to: "Resources/bin/goodgateway" }],
    // Only where the release's secrets are: elsewhere the program stays unsigned, and says so when it is opened.
    notarize: (process.env["APPLE_API_KEY"] ?? "") !== "",
  },
  win: {
    target: [
      { target: "nsis", arch: ["x64", "arm64"] },
      { target: "portable", arch: ["x64", "arm64"] },
    ],
    icon: "build/resources/icon.ico",
    // The installer puts this folder on PATH.
    extraFiles: [{ from: `${installer}/goodgateway.cmd`, to: "bin/goodgateway.cmd" }],
  },
  nsis: {
    oneClick: false,
    // What the program itself speaks.
    installerLanguages: ["en_US", "de_DE"],
    allowToChangeInstallationDirectory: true,
    // Your settings and your history stay unless you say otherwise.
    deleteAppDataOnUninstall: false,
    include: `${installer}/installer.nsh`,
  },
  portable: { artifactName: `${name}-portable-\${arch}.\${ext}` },
  electronFuses: Object.fromEntries(fusesFor(process.platform).map(({ key, on }) => [key, on])),
  // A stand-in runtime brings its loader; the shipped program has app.asar only.
  afterPack: async ({ appOutDir, electronPlatformName }) => {
    if (electronPlatformName === "linux")
      await rm(join(appOutDir, "resources", "app"), { recursive: true, force: true });
    if (notForRelease !== "")
      await writeFile(
        join(appOutDir, "NOT-FOR-RELEASE.txt"),
        `Made of ${notForRelease}, not of the Electron that GoodGateway is released with: for development and tests.\n`,
      );
  },
};
