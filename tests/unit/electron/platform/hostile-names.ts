/** Names as a person, a device or an attacker may give them to adapters and services. */
const BASES = [
  "Wi-Fi",
  "USB 10/100/1000 LAN",
  "公司 error 专线",
  "not authorized 网卡",
  "backup failed 链路",
  "** Error: Command requires admin privileges.",
  'Büro: LAN "1"',
  "Some [odd] *name*",
  "*Star",
  "-x",
  "--help",
  "-setdnsservers",
  "it's",
  '"quoted"',
  "a;reboot",
  "a|cat",
  "a && b",
  "$(touch PWNED)",
  "`touch PWNED`",
  "${IFS}",
  "%s%n",
  "%PATH%",
  "!bang!",
  "^caret",
  "back\\slash",
  "tab\there",
  "two\nlines",
  "x\n  UserDefinedName : Wi-Fi",
  "x\n}\n<dictionary> {",
  "cr\rhere",
  " leading",
  "trailing ",
  "(2) Wi-Fi",
  "(*) Off",
  "(Hardware Port: Wi-Fi, Device: en0)",
  "📶 emoji 🏠",
  "\u202Ertl",
  "e\u0301",
  "\u001B[31mred",
  "Connexion au réseau local* 1",
  "本地连接* 2",
  "Empty",
  "empty",
  "none",
  "@('x')",
  "'; Remove-Item C:\\ -Recurse; '",
  "{GUID}",
  "~",
  "#comment",
  "a=b",
] as const;

/** `count` different names: the known traps first, then pairs of them. */
export function hostileNames(count: number): readonly string[] {
  const names = new Set<string>(BASES);
  for (const [first, one] of BASES.entries()) {
    for (const [second, other] of BASES.entries()) {
      if (names.size >= count) return [...names];
      // A walk over the pairs that mixes them evenly.
      if ((first * 7 + second * 3) % 5 === 0) names.add(`${one}${first % 2 === 0 ? " " : ""}${other}`);
    }
  }
  return [...names].slice(0, count);
}
