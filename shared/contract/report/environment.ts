import { z } from "zod";
import { field, list } from "../../lib/redaction/field.ts";

const origin = z.enum(["automatic", "static", "absent", "unknown"]);

/**
 * The machine around a check-up. Every part may be null or empty: then it was not read, which says nothing about the
 * machine.
 */
export const environment = z.object({
  system: z
    .object({
      machine: field("machine").nullable(),
      user: field("user").nullable(),
      home: field("file-path").nullable(),
      maker: field("product").nullable(),
      model: field("product").nullable(),
      os: field("product").nullable(),
      release: field("product").nullable(),
      kernel: field("product").nullable(),
      arch: field("code").nullable(),
      machineId: field("guid").nullable(),
      timeZone: field("product").nullable(),
      locale: field("code").nullable(),
      uptimeSeconds: z.number().nullable(),
    })
    .nullable(),
  adapters: list(
    z.object({
      name: field("adapter"),
      mac: field("mac").nullable(),
      kind: field("code").nullable(),
      driver: field("product").nullable(),
      speedMbit: z.number().nullable(),
      dhcp: z.boolean().nullable(),
      mtu: z.number().nullable(),
      addresses: list(field("own-address")),
    }),
  ),
  wifi: list(
    z.object({
      adapter: field("adapter"),
      ssid: field("ssid").nullable(),
      bssid: field("mac").nullable(),
      signalDbm: z.number().nullable(),
      qualityPercent: z.number().nullable(),
      channel: z.number().nullable(),
      frequencyMhz: z.number().nullable(),
      security: field("code").nullable(),
      rateMbit: z.number().nullable(),
    }),
  ),
  dns: list(
    z.object({
      adapter: field("adapter").nullable(),
      origin,
      servers: list(field("server")),
      searchDomains: list(field("local-host")),
    }),
  ),
  proxies: list(z.object({ server: field("local-server"), place: field("setting-place") })),
  vpn: list(z.object({ adapter: field("adapter"), product: field("product").nullable() })),
  browsers: list(
    z.object({ name: field("product"), version: field("product").nullable(), profile: field("file-path").nullable() }),
  ),
});

/** The machine around a check-up. */
export type ReportEnvironment = z.output<typeof environment>;
