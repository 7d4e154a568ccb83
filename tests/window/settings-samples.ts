import type { UpdatesView } from "../../shared/model/updates.ts";
import { DEFAULT_SETTINGS, type EndpointRow, type SettingsView } from "../../shared/model/settings.ts";

const row = (key: string, kind: EndpointRow["kind"], builtIn: string): EndpointRow => ({
  key,
  kind,
  owner: kind === "resolver" ? "Example DNS" : "",
  builtIn,
  instead: null,
  on: true,
  replaceable: kind !== "location",
});

/** Settings as at the first start, with one endpoint of each kind. */
export const SETTINGS_VIEW: SettingsView = {
  settings: DEFAULT_SETTINGS,
  damaged: false,
  language: "en",
  referencesFile: null,
  endpoints: [
    row("resolver example udp 192.0.2.53", "resolver", "192.0.2.53"),
    row("resolver example doh https://192.0.2.53/dns-query", "resolver", "https://192.0.2.53/dns-query"),
    row("connectivity http://check.example/", "connectivity", "http://check.example/"),
    row("egress 192.0.2.1 443", "egress", "192.0.2.1:443"),
    row("stableName", "name", "example.com"),
    row("location 192.0.2.53", "location", "192.0.2.53"),
    row("vantage", "vantage", "https://measure.example"),
    row("interceptProbe", "silent", "192.0.2.1"),
  ],
};

/** Newer versions, as in a program that can fetch them and was not told to look. */
export const UPDATES_VIEW: UpdatesView = {
  way: "self",
  on: false,
  hosts: ["releases.example"],
  page: "https://releases.example/latest",
  state: { kind: "not-looked" },
};
