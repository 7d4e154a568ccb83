import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A key and its certificate (with what a server sends after it), PEM. */
export interface KeyPair {
  readonly key: string;
  readonly cert: string;
}

export interface TestCertificates {
  readonly ca: string;
  readonly caPair: KeyPair;
  readonly otherCa: string;
  /** A revocation list of the CA that names `revoked`. */
  readonly crl: string;
  readonly good: KeyPair;
  readonly expired: KeyPair;
  readonly future: KeyPair;
  readonly wrongName: KeyPair;
  readonly expiredWrongName: KeyPair;
  readonly selfSigned: KeyPair;
  readonly expiredSelfSigned: KeyPair;
  readonly unknownCa: KeyPair;
  readonly unknownCaWithRoot: KeyPair;
  readonly expiredUnknownCa: KeyPair;
  readonly noIntermediate: KeyPair;
  readonly viaIntermediate: KeyPair;
  readonly revoked: KeyPair;
  readonly clientUse: KeyPair;
}

const CONFIG = `[ca]
default_ca = d
[d]
database = index
serial = serial
crlnumber = crlnumber
new_certs_dir = .
default_md = sha256
policy = p
copy_extensions = copy
unique_subject = no
default_crl_days = 30
[p]
commonName = supplied
`;

const DAY = 86_400_000;

/** A time as `openssl ca` takes it: YYYYMMDDHHMMSSZ. */
function stamp(days: number): string {
  return `${new Date(Date.now() + days * DAY).toISOString().replace(/[-:T]/g, "").slice(0, 14)}Z`;
}

/** Makes all certificates with openssl in a folder that is gone afterwards (about half a second). */
export function makeCertificates(): TestCertificates {
  const dir = mkdtempSync(join(tmpdir(), "goodgateway-certs-"));
  const run = (...args: string[]): void => {
    execFileSync("openssl", args, { cwd: dir, stdio: ["ignore", "ignore", "pipe"] });
  };
  const read = (file: string): string => readFileSync(join(dir, file), "utf8");
  const EC = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];
  writeFileSync(join(dir, "ca.cnf"), CONFIG);
  writeFileSync(join(dir, "index"), "");
  writeFileSync(join(dir, "serial"), "1000");
  writeFileSync(join(dir, "crlnumber"), "01");

  const root = (name: string, subject: string): void => {
    run("req", "-x509", ...EC, "-keyout", `${name}.key`, "-out", `${name}.crt`, "-days", "30", "-subj", `/CN=${subject}`,
      "-addext", "basicConstraints=critical,CA:TRUE", "-addext", "keyUsage=critical,keyCertSign,cRLSign"); // prettier-ignore
  };
  const issue = (
    name: string,
    issuer: string,
    extensions: readonly string[],
    days: readonly [number, number] = [-2, 20],
  ): KeyPair => {
    run("req", ...EC, "-keyout", `${name}.key`, "-out", `${name}.csr`, "-subj", `/CN=${name}`,
      ...extensions.flatMap((extension) => ["-addext", extension])); // prettier-ignore
    const signer =
      issuer === "self"
        ? ["-selfsign", "-keyfile", `${name}.key`]
        : ["-cert", `${issuer}.crt`, "-keyfile", `${issuer}.key`];
    run("ca", "-config", "ca.cnf", "-batch", "-notext", ...signer, "-in", `${name}.csr`, "-out", `${name}.crt`,
      "-startdate", stamp(days[0]), "-enddate", stamp(days[1])); // prettier-ignore
    return { key: read(`${name}.key`), cert: read(`${name}.crt`) };
  };
  const site = ["subjectAltName=DNS:site.test,IP:127.0.0.1"];
  const other = ["subjectAltName=DNS:other.test"];
  const authority = ["basicConstraints=critical,CA:TRUE", "keyUsage=critical,keyCertSign,cRLSign"];
  try {
    root("ca", "Test Root");
    root("otherca", "Other Root");
    issue("inter", "ca", authority);
    const good = issue("good", "ca", site);
    const unknownCa = issue("unknown", "otherca", site);
    const noIntermediate = issue("lone", "inter", [
      ...site,
      "authorityInfoAccess=caIssuers;URI:http://ca.test/inter.crt",
    ]);
    const revoked = issue("revoked", "ca", site);
    run("ca", "-config", "ca.cnf", "-cert", "ca.crt", "-keyfile", "ca.key", "-revoke", "revoked.crt");
    run("ca", "-config", "ca.cnf", "-cert", "ca.crt", "-keyfile", "ca.key", "-gencrl", "-out", "ca.crl");
    return {
      ca: read("ca.crt"),
      caPair: { key: read("ca.key"), cert: read("ca.crt") },
      otherCa: read("otherca.crt"),
      crl: read("ca.crl"),
      good,
      expired: issue("expired", "ca", site, [-20, -5]),
      future: issue("future", "ca", site, [5, 20]),
      wrongName: issue("wrong", "ca", other),
      expiredWrongName: issue("expiredwrong", "ca", other, [-20, -5]),
      selfSigned: issue("selfsigned", "self", site),
      expiredSelfSigned: issue("expiredself", "self", site, [-20, -5]),
      unknownCa,
      unknownCaWithRoot: { key: unknownCa.key, cert: unknownCa.cert + read("otherca.crt") },
      expiredUnknownCa: issue("expiredunknown", "otherca", site, [-20, -5]),
      noIntermediate,
      viaIntermediate: { key: noIntermediate.key, cert: noIntermediate.cert + read("inter.crt") },
      revoked,
      clientUse: issue("clientuse", "ca", [...site, "extendedKeyUsage=clientAuth"]),
    };
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
