import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { script } from "../support/exec.ts";

/** Files of the run's certificates; the same for all its lanes. */
export interface Certificates {
  readonly folder: string;
  /** The lab's own authority, trusted by the client. */
  readonly authority: string;
  /** The authority of a program that reads along; trusted only where a scenario says so. */
  readonly inspector: string;
}

const ALL_NAMES = "DNS:*.example.com,DNS:example.com";
const RESOLVER_NAMES = [
  "DNS:one.one.one.one",
  "DNS:dns.google",
  "DNS:dns.quad9.net",
  ...["1.1.1.1", "1.0.0.1", "8.8.8.8", "8.8.4.4", "9.9.9.9", "149.112.112.112"].map((one) => `IP:${one}`),
].join(",");

/** Makes every certificate of the lab with openssl. Throws when openssl fails. */
export async function makeCertificates(folder: string): Promise<Certificates> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "authority.cnf"), AUTHORITY);
  await writeFile(join(folder, "index"), "");
  await writeFile(join(folder, "serial"), "1000\n");
  const day = (offset: number): string =>
    `${new Date(Date.now() + offset * 86_400_000).toISOString().slice(2, 10).replaceAll("-", "")}000000Z`;
  const usual = [day(-10), day(300)] as const;
  await script(
    [
      `cd ${folder}`,
      "exec 2>openssl.log",
      root("ca", "Lab Root"),
      root("inspector", "Desk Guard Web Inspection"),
      root("stranger", "Unheard Of Authority"),
      leaf("good", "www.example.com", ALL_NAMES, usual),
      leaf("resolver", "one.one.one.one", RESOLVER_NAMES, usual),
      leaf("expired", "www.example.com", ALL_NAMES, ["240101000000Z", "250101000000Z"]),
      leaf("future", "www.example.com", ALL_NAMES, [day(30), day(300)]),
      leaf("wrongname", "shop.example.net", "DNS:shop.example.net", usual),
      leaf("unknownca", "www.example.com", ALL_NAMES, usual, "stranger"),
      leaf("inspected", "www.example.com", ALL_NAMES, usual, "inspector"),
      `openssl req -x509 ${KEY} -keyout selfsigned.key -out selfsigned.crt -days 100 -subj /CN=www.example.com -addext subjectAltName=${ALL_NAMES}`,
      "chmod 644 *.key",
    ].join("\n"),
    { timeoutMs: 60_000 },
  );
  return { folder, authority: join(folder, "ca.pem"), inspector: join(folder, "inspector.pem") };
}

const KEY = "-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes";

function root(name: string, title: string): string {
  return (
    `openssl req -x509 ${KEY} -keyout ${name}.key -out ${name}.pem -days 3650 -subj "/CN=${title}"` +
    " -addext basicConstraints=critical,CA:TRUE -addext keyUsage=critical,keyCertSign,cRLSign"
  );
}

function leaf(name: string, title: string, names: string, dates: readonly [string, string], by = "ca"): string {
  return [
    `openssl req ${KEY} -keyout ${name}.key -out ${name}.csr -subj /CN=${title} -addext subjectAltName=${names} -addext extendedKeyUsage=serverAuth`,
    `openssl ca -config authority.cnf -batch -notext -cert ${by}.pem -keyfile ${by}.key -in ${name}.csr -out ${name}.crt -startdate ${dates[0]} -enddate ${dates[1]}`,
    // haproxy wants both in one file.
    `cat ${name}.crt ${name}.key > ${name}.both`,
  ].join("\n");
}

const AUTHORITY = `[ca]
default_ca = lab
[lab]
database = index
serial = serial
new_certs_dir = .
default_md = sha256
policy = any
copy_extensions = copy
unique_subject = no
[any]
commonName = supplied
`;
