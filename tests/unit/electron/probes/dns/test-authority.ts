import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A certificate authority made for one test run; its keys live in a temporary folder and go with it. */
export interface TestAuthority {
  readonly ca: readonly string[];
  /** A certificate for these names (`DNS:...` or `IP:...`). */
  issue(altNames: readonly string[]): { readonly key: string; readonly cert: string };
  remove(): void;
}

function openssl(...args: string[]): void {
  execFileSync("openssl", args, { stdio: "ignore" });
}

export function createTestAuthority(): TestAuthority {
  const folder = mkdtempSync(join(tmpdir(), "gg-dns-ca-"));
  const file = (name: string): string => join(folder, name);
  const newKey = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"];
  openssl("req", "-x509", ...newKey, "-keyout", file("ca.key"), "-out", file("ca.pem"), "-subj", "/CN=Test root");
  let serial = 0;
  return {
    ca: [readFileSync(file("ca.pem"), "utf8")],
    issue(altNames) {
      serial += 1;
      const [key, request, cert] = [file(`${serial}.key`), file(`${serial}.csr`), file(`${serial}.pem`)];
      writeFileSync(file("ext"), `subjectAltName=${altNames.join(",")}\n`);
      openssl("req", ...newKey, "-keyout", key, "-out", request, "-subj", "/CN=test");
      openssl(
        "x509",
        "-req",
        "-in",
        request,
        "-CA",
        file("ca.pem"),
        "-CAkey",
        file("ca.key"),
        "-set_serial",
        String(serial),
        "-days",
        "2",
        "-extfile",
        file("ext"),
        "-out",
        cert,
      );
      return { key: readFileSync(key, "utf8"), cert: readFileSync(cert, "utf8") };
    },
    remove() {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
