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

/** What fits into no interface of a kernel, but into services, connections, hosts, variables and addresses. */
const MORE = [
  "x".repeat(4_096),
  `${"$(touch PWNED) ".repeat(300)}end`,
  "--",
  "-",
  "/",
  "//server/share",
  "..\\..\\evil.exe",
  "C:\\Windows\\System32\\cmd.exe /c calc",
  "$env:PATH",
  "$($x=1;$x)",
  "@(Get-Process)",
  "& calc.exe",
  "; Stop-Computer",
  "a`nb",
  "\u2018single\u2019 \u201Cdouble\u201D",
  "x' -or '1'='1",
  '" & ping -n 9 127.0.0.1 & "',
  '" with administrator privileges & do shell script "id',
  "quoted form of",
  "%s %n %x",
  "%COMSPEC%",
  "!PATH!",
  "^&",
  "a\r\nb",
  "\r\n",
  "\u0085next line",
  "\u2028line separator",
  "\u2066isolate\u2069",
  "مرحبا بالعالم",
  "שלום",
  "👩‍👩‍👧‍👦",
  "\uFEFFmark first",
  "a\u0001control",
  "error: User canceled. (-128)",
  "gg-start",
  "gg-start\ngg-done",
  "server=1.1.1.1",
  "name=7",
  "Link 2 (eth0): 6.6.6.6",
  "</string><string>",
  "\\x00",
  "http://[::1]:80/?q='\"`$(id)",
] as const;

/** Every kind of name, 500 of them, for calls that are not bound to what a kernel allows. */
export function everyHostileName(): readonly string[] {
  return [...new Set([...MORE, ...hostileNames(600)])].slice(0, 500);
}

/** No system can carry these to a program. */
export const NUL_NAMES = ["\u0000", "Wi-Fi\u0000", "a\u0000b"] as const;

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
