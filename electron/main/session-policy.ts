import { app, session, type Session, type WebContents } from "electron";
import { isPreview } from "./preview-pages.ts";
import { ORIGIN } from "./scheme.ts";

/** A proxy that cannot be: nobody can be reached over TCP at the broadcast address (RFC 919), so it fails at once. */
const NOWHERE = "http://255.255.255.255:9";

/**
 * The window's session: in memory, no cache, nothing allowed. The window needs no permission, no device, no download
 * and no network, so each is refused here whatever the page or a library in it asks for.
 */
export function windowSession(): Session {
  const own = session.fromPartition("window", { cache: false });
  own.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  own.setPermissionCheckHandler(() => false);
  own.setDevicePermissionHandler(() => false);
  own.setBluetoothPairingHandler((_details, respond) => respond({ confirmed: false }));
  own.setDisplayMediaRequestHandler((_request, respond) => respond({}));
  own.setUSBProtectedClassesHandler(({ protectedClasses }) => protectedClasses);
  own.on("will-download", (event) => event.preventDefault());
  own.on("select-hid-device", (event, _details, choose) => refuseChoice(event, () => choose(null)));
  own.on("select-usb-device", (event, _details, choose) => refuseChoice(event, () => choose()));
  own.on("select-serial-port", (event, _ports, _contents, choose) => refuseChoice(event, () => choose("")));
  own.setSpellCheckerEnabled(false);
  // What is no request, such as a call between computers (WebRTC over TCP), goes by way of the proxy, loopback included.
  void own.setProxy({ mode: "fixed_servers", proxyRules: NOWHERE, proxyBypassRules: "<-loopback>" });
  own.webRequest.onBeforeRequest((details, decide) => decide({ cancel: !isOwnRequest(details.url, !app.isPackaged) }));
  return own;
}

/** True for the window's own files, for previews of reports, and for the developer tools' files while they exist. */
export function isOwnRequest(url: string, developing: boolean): boolean {
  return url.startsWith(`${ORIGIN}/`) || isPreview(url) || (developing && url.startsWith("devtools://"));
}

/** Holds for every page this program ever shows: it stays where it is, opens nothing and embeds nothing. */
export function confinePages(): void {
  app.on("web-contents-created", (_event, contents) => confine(contents));
}

function confine(contents: WebContents): void {
  // Neither the content policy nor the list of requests reaches WebRTC: without this it sends what it likes over UDP.
  contents.setWebRTCIPHandlingPolicy("disable_non_proxied_udp");
  contents.setWindowOpenHandler(() => ({ action: "deny" }));
  contents.on("will-navigate", (event) => event.preventDefault());
  contents.on("will-frame-navigate", (event) => {
    if (event.isMainFrame || !isPreview(event.url)) event.preventDefault();
  });
  contents.on("will-redirect", (event) => event.preventDefault());
  contents.on("will-attach-webview", (event) => event.preventDefault());
  contents.on("select-bluetooth-device", (event, _devices, choose) => refuseChoice(event, () => choose("")));
}

/** Chromium's own traffic of no use to us: look-ups ahead of time, component updates, reports. Before ready. */
export function silenceChromium(): void {
  const switches = ["dns-prefetch-disable", "disable-background-networking", "disable-component-update", "no-pings"];
  for (const name of [...switches, "disable-domain-reliability"]) app.commandLine.appendSwitch(name);
}

function refuseChoice(event: { preventDefault(): void }, refuse: () => void): void {
  event.preventDefault();
  refuse();
}
