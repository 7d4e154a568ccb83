import { describe, expect, it } from "vitest";
import { foldName, readWireName, spells } from "../../../../../electron/probes/dns/wire-name.ts";

const label = (text: string): Buffer => Buffer.concat([Buffer.from([text.length]), Buffer.from(text, "latin1")]);
const END = Buffer.from([0]);
const pointer = (to: number): Buffer => Buffer.from([0xc0 | (to >> 8), to & 0xff]);
const read = (bytes: Buffer, at = 0): string | null =>
  readWireName(bytes, at)
    ?.labels.map((part) => part.toString("latin1"))
    .join(".") ?? null;

const chain = (links: number): Buffer =>
  Buffer.concat([END, Buffer.alloc(1), ...Array.from({ length: links }, (_, at) => pointer(at === 0 ? 0 : at * 2))]);

describe("readWireName", () => {
  it("reads labels up to the root", () => {
    const bytes = Buffer.concat([label("www"), label("example"), END, Buffer.from([9])]);
    expect(read(bytes)).toBe("www.example");
    expect(readWireName(bytes, 0)?.next).toBe(13);
  });

  it("follows pointers backwards and goes on behind the first one", () => {
    const bytes = Buffer.concat([label("org"), END, label("a"), pointer(0), label("b"), pointer(5)]);
    expect(read(bytes, 9)).toBe("b.a.org");
    expect(readWireName(bytes, 9)?.next).toBe(13);
  });

  it("refuses a pointer to itself, forwards, or round in a circle", () => {
    expect(read(pointer(0))).toBeNull();
    expect(read(Buffer.concat([pointer(2), label("a"), END]))).toBeNull();
    expect(read(Buffer.concat([label("a"), pointer(0)]))).toBeNull();
    expect(read(Buffer.concat([label("a"), pointer(4), label("b"), pointer(0)]), 4)).toBeNull();
  });

  it("refuses every pointer position at and behind the name itself, and reads those before it", () => {
    const filler = Buffer.alloc(256, 0);
    for (let target = 0; target < 512; target += 1) {
      const bytes = Buffer.concat([filler, pointer(target), Buffer.alloc(300, 0)]);
      expect(read(bytes, 256)).toBe(target < 256 ? "" : null);
    }
  });

  it("gives up on chains longer than any name needs", () => {
    expect(read(chain(127), 2 + 126 * 2)).toBe("");
    expect(read(chain(8_000), 2 + 7_999 * 2)).toBeNull();
  });

  it("refuses reserved label types, names over 255 octets and names that run out", () => {
    expect(read(Buffer.from([0x40, 0]))).toBeNull();
    expect(read(Buffer.from([0x80, 0]))).toBeNull();
    expect(read(Buffer.from([5, 97, 98]))).toBeNull();
    expect(read(Buffer.from([0xc0]))).toBeNull();
    expect(read(label("abc"))).toBeNull();
    const long = label("x".repeat(63));
    expect(read(Buffer.concat([long, long, long, label("y".repeat(61)), END]))).toHaveLength(253);
    expect(read(Buffer.concat([long, long, long, label("y".repeat(62)), END]))).toBeNull();
  });
});

describe("names are compared as DNS does", () => {
  it("folds A to Z only and drops the last dot", () => {
    expect(foldName("WWW.Example.")).toBe("www.example");
    expect(foldName("\u212Aelvin")).toBe("\u212Aelvin");
    expect(foldName(".")).toBe(".");
  });

  it("does not take a dot inside a label for a border between labels", () => {
    expect(spells([Buffer.from("WwW"), Buffer.from("example")], "www.example.")).toBe(true);
    expect(spells([Buffer.from("www.example")], "www.example")).toBe(false);
    expect(spells([], ".")).toBe(true);
    expect(spells([], "a")).toBe(false);
  });
});
