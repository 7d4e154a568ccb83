import { describe, expect, it } from "vitest";
import { applySplices, bringBack, commentOut } from "../../../../../electron/repairs/hosts/hosts-edit.ts";

const ID = "0a1b2c3d";

function after(text: string, host = "www.example.com"): string | null {
  const bytes = Buffer.from(text, "utf8");
  const edit = commentOut(bytes, host, ID);
  return edit === null ? null : applySplices(bytes, edit.splices).toString("utf8");
}

describe("a hosts entry", () => {
  it("becomes a note, and every other byte stays", () => {
    const text =
      "127.0.0.1 localhost\r\n# www.example.com stays\r\n\t10.0.0.9\tWWW.Example.com. # note\r\n::1 localhost\n";
    expect(after(text)).toBe(
      `127.0.0.1 localhost\r\n# www.example.com stays\r\n#GoodGateway-${ID}# \t10.0.0.9\tWWW.Example.com. # note\r\n::1 localhost\n`,
    );
  });

  it("leaves other names of its line an entry of their own", () => {
    expect(after("127.0.0.1 localhost www.example.com nas # mine\n::1 localhost\n")).toBe(
      `#GoodGateway-${ID}# 127.0.0.1 localhost www.example.com nas # mine\n127.0.0.1 localhost nas #GoodGateway-${ID}+\n::1 localhost\n`,
    );
  });

  it("is none where the name is not an entry", () => {
    expect(after("10.0.0.9 example.com\n# 10.0.0.9 www.example.com\nnonsense www.example.com\n")).toBeNull();
    expect(after("")).toBeNull();
  });

  it.each([
    ["an ordinary file", "127.0.0.1 localhost\n10.0.0.9 www.example.com\n"],
    ["no last line end", "127.0.0.1 localhost\n10.0.0.9 www.example.com"],
    ["other names and no last line end", "10.0.0.9 a www.example.com b"],
    ["Windows line ends", "10.0.0.9 www.example.com\r\n10.0.0.8 a www.example.com\r\n\r\n"],
    ["old line ends", "10.0.0.9 www.example.com\r10.0.0.8 b\r"],
    ["a byte order mark", "\uFEFF10.0.0.9 www.example.com\n"],
    ["several entries, one below the other", "10.0.0.9 www.example.com a\n::2 www.example.com b\n::3 www.example.com"],
    ["text that is not ASCII", "# büro 東京\n10.0.0.9 www.example.com # größe\n"],
  ])("comes back byte for byte: %s", (_name, text) => {
    const bytes = Buffer.from(text, "utf8");
    const edit = commentOut(bytes, "www.example.com", ID);
    const changed = applySplices(bytes, edit?.splices ?? []);
    expect(commentOut(changed, "www.example.com", ID)).toBeNull();
    const back = bringBack(changed, ID);
    expect(applySplices(changed, back?.splices ?? []).equals(bytes)).toBe(true);
    expect([back?.before, back?.after]).toEqual([edit?.after, edit?.before]);
  });

  it("keeps bytes that are no UTF-8 as they are", () => {
    const bytes = Buffer.concat([Buffer.from([0x23, 0xff, 0xfe, 0x0a]), Buffer.from("10.0.0.9 www.example.com\n")]);
    const edit = commentOut(bytes, "www.example.com", ID);
    const changed = applySplices(bytes, edit?.splices ?? []);
    expect(changed.subarray(0, 4).equals(bytes.subarray(0, 4))).toBe(true);
    expect(applySplices(changed, bringBack(changed, ID)?.splices ?? []).equals(bytes)).toBe(true);
  });

  it("comes back without taking away what was added since, and only its own", () => {
    const text = "10.0.0.9 www.example.com\n";
    const changed = `10.0.0.7 new\n${after(text) ?? ""}10.0.0.8 newer\n`;
    const back = bringBack(Buffer.from(changed), ID);
    expect(applySplices(Buffer.from(changed), back?.splices ?? []).toString()).toBe(
      "10.0.0.7 new\n10.0.0.9 www.example.com\n10.0.0.8 newer\n",
    );
    expect(bringBack(Buffer.from(changed), "ffffffff")).toBeNull();
  });
});
