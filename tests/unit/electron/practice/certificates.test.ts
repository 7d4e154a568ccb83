import { X509Certificate } from "node:crypto";
import { describe, expect, it } from "vitest";
import { makeAuthority, makeSelfSigned } from "../../../../electron/practice/certificates.ts";

describe("practice certificates", () => {
  const authority = makeAuthority("Test authority");
  const root = new X509Certificate(authority.cert);

  it("come from an authority that signed itself", () => {
    expect(root.ca).toBe(true);
    expect(root.verify(root.publicKey)).toBe(true);
  });

  it("name their host and are signed by the authority", () => {
    const leaf = new X509Certificate(authority.issue("shop.example", -1, 30).cert);
    expect(leaf.checkHost("shop.example")).toBe("shop.example");
    expect(leaf.checkHost("other.example")).toBeUndefined();
    expect(leaf.verify(root.publicKey)).toBe(true);
    expect(leaf.checkIssued(root)).toBe(true);
  });

  it("can be over already", () => {
    const leaf = new X509Certificate(authority.issue("shop.example", -30, -1).cert);
    expect(Date.parse(leaf.validTo)).toBeLessThan(Date.now());
    expect(Date.parse(leaf.validFrom)).toBeLessThan(Date.parse(leaf.validTo));
  });

  it("can be signed by nobody but themselves", () => {
    const leaf = new X509Certificate(makeSelfSigned("shop.example").cert);
    expect(leaf.verify(leaf.publicKey)).toBe(true);
    expect(leaf.verify(root.publicKey)).toBe(false);
  });
});
