import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, it } from "vitest";
import { PARTS } from "../../../../renderer/features/about/parts.ts";

it.each(PARTS)(
  "names $name with the version and the licence that are installed",
  ({ name, version, licence, inside }) => {
    const place = inside === undefined ? name : `${inside}/node_modules/${name}`;
    const file = resolve(import.meta.dirname, `../../../../node_modules/${place}/package.json`);
    expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({ version, license: licence });
  },
);
