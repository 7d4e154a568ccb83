/** Variables of the script, most used first, and what they are called on the command line. */
const SHORT: Readonly<Record<string, string>> = {
  name: "n",
  word: "q",
  path: "p",
  key: "h",
  values: "w",
  after: "c",
  back: "b",
  machine: "m",
  family: "f",
  index: "x",
  kind: "k",
  part: "a",
  value: "y",
  list: "l",
  found: "d",
  every: "e",
  what: "t",
  other: "o",
  security: "j",
  folder: "g",
  file: "r",
  text: "i",
  seconds: "s",
  phase: "z",
  before: "bf",
  services: "sv",
  system32: "sy",
  address: "ad",
  theirs: "th",
  priv: "pv",
  until: "un",
  dir: "u",
  root: "rt",
  folders: "fo",
  start: "st",
  owner: "ow",
  runs: "ru",
  one: "on",
  try: "ty",
  lock: "lo",
  task: "ta",
  mark: "ma",
  more: "mo",
  readable: "re",
  rights: "ri",
  armer: "ar",
  armerStart: "as",
  ownerStart: "os",
  bytes: "by",
  ended: "en",
  clock: "cl",
  limit: "li",
  action: "ac",
  options: "op",
  system: "su",
  strict: "sr",
  kept: "ke",
  from: "fr",
  words: "wo",
};

/** Functions of the script that are called often. A digit keeps them apart from the shell's own short names. */
const SHORT_FUNCTIONS: Readonly<Record<string, string>> = {
  "Read-State": "s1",
  "Get-One": "g1",
  "Set-One": "g2",
  "Get-Every": "g3",
  "Set-Family": "g4",
  "Get-Index": "g5",
  "New-Place": "p1",
  "New-Root": "p2",
  "Wait-Word": "w1",
  "Clear-Cache": "c1",
  "Put-Map": "m1",
  "Get-Map": "m2",
};

function shortFunctions(code: string): string {
  return code.replaceAll(/(?<![\w$-])[A-Z][a-z]+-[A-Z][a-z]+(?![\w-])/g, (name) => SHORT_FUNCTIONS[name] ?? name);
}

function shortVariables(line: string): string {
  return line.replaceAll(/\$(script:)?([A-Za-z]\w*)\b/g, (whole, scope: string | undefined, variable: string) =>
    Object.hasOwn(SHORT, variable) ? `$${scope ?? ""}${SHORT[variable]}` : whole,
  );
}

/** Only where a blank means nothing to PowerShell: around signs, after the words of statements, after a cast. */
function withoutBlanks(line: string): string {
  return line
    .split(/('[^']*'|"(?:`.|[^"])*")/)
    .map((part, at) => (at % 2 === 1 ? part : bare(part)))
    .join("");
}

function bare(code: string): string {
  return shortFunctions(code)
    .replaceAll(/ *([=;,|]) */g, "$1")
    .replaceAll(/\{ +/g, "{")
    .replaceAll(/ +\}/g, "}")
    .replaceAll(/\b(if|elseif|else|foreach|while|try|catch|finally|return) (?=[({])/g, "$1")
    .replaceAll(/\) \{/g, "){")
    .replaceAll(/\} (?=else|elseif|catch|finally)/g, "}")
    .replaceAll(/\[(string|int|long|bool|ref)\] (?=[$(])/g, "[$1]");
}

/**
 * A PowerShell script without indentation, comments, empty lines and needless blanks, and with short names: a
 * command line has an end. The first line stays as it is. Literals keep their blanks; the script holds no text over
 * several lines.
 */
export function shortScript(script: string): string {
  const lines = script.split("\n").map((line) => line.trim());
  const kept = lines.filter((line, at) => line !== "" && (at === 0 || !line.startsWith("#")));
  return kept.map((line, at) => (at === 0 ? line : shortVariables(withoutBlanks(line)))).join("\n");
}
