import { expect, it } from "vitest";
import { saySeen } from "../../../../renderer/features/before-after/say-seen.ts";
import { createWindowTranslator } from "../../../../renderer/text/catalogues.ts";

const t = createWindowTranslator("en");

it.each([
  ["http-502", "status 502"],
  ["connect-refused", "Connection refused"],
  ["timeout", "no answer in time"],
  ["something-newer", "something-newer"],
])("says %s as %s", (seen, words) => {
  expect(saySeen(seen, t)).toBe(words);
});
