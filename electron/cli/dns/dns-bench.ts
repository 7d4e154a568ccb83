import type { BenchReport, BenchRow } from "../../../shared/model/dns-bench.ts";
import type { Translator } from "../../../shared/text/translator.ts";
import { benchNames, contestants } from "../../repairs/bench/contestants.ts";
import { ownHistory } from "../../report/kept/own-history.ts";
import { ownSites } from "../../report/kept/own-sites.ts";
import { runBench } from "../../repairs/bench/run-bench.ts";
import type { DnsCall } from "./dns-deps.ts";
import { sayFailure } from "./dns-words.ts";
import { printable } from "../terminal/style.ts";
import { EXIT } from "../terminal/terminal.ts";

/** `dns bench`: exit code 0 with a verdict, 3 when nothing can be said. */
export async function dnsBench(
  { deps, terminal, t, signal }: DnsCall,
  { json, names }: { readonly json: boolean; readonly names: readonly string[] },
): Promise<number> {
  const { machine, probes, references } = deps;
  const resolvers = await machine.resolvers(signal);
  if (!resolvers.ok) terminal.err(`  ${sayFailure(t, "failed", resolvers.error.code)}\n`);
  const watched = terminal.errIsTty && !json;
  const report = await runBench({
    contestants: contestants(resolvers.ok ? resolvers.value : [], references),
    names: benchNames(names.length > 0 ? names : ownSites(ownHistory(terminal.env).store)),
    probes,
    signal,
    // CR and "erase in line" (ECMA-48 8.3.41) keep it on one line.
    ...(watched ? { onProgress: (done, of) => terminal.err(`\r\u001B[2K  ${done}/${of}`) } : {}),
  });
  if (watched) terminal.err("\r\u001B[2K");
  if (report === null) return EXIT.inconclusive;
  await terminal.out(json ? `${JSON.stringify({ schemaVersion: 1, ...report }, null, 2)}\n` : human(report, t));
  const { kind } = report.verdict;
  return kind === "no-current" || kind === "too-few" ? EXIT.inconclusive : EXIT.done;
}

function human(report: BenchReport, t: Translator): string {
  const order = report.rows.toSorted((a, b) => (a.medianMs ?? Infinity) - (b.medianMs ?? Infinity));
  const rows = order.map((row) => rowWords(row, t));
  const doh = report.rows.some(({ transport }) => transport === "doh") ? [`  ${t("dns.bench.doh-note")}`, ""] : [];
  return printable(["", `  ${sentence(report, t)}`, "", ...rows, "", ...doh].join("\n"));
}

function rowWords(row: BenchRow, t: Translator): string {
  const { name, transport, server, medianMs, quartilesMs, asked, answered } = row;
  const time = medianMs === null ? "-" : `${medianMs.toFixed(0)} ms`;
  const spread = quartilesMs === null ? "" : `${quartilesMs[0].toFixed(0)}-${quartilesMs[1].toFixed(0)}`;
  const called = name === server.replace(/:53$/, "") ? server : `${name} (${server})`;
  const notes = [
    transport.toUpperCase(),
    ...(row.current ? [t("dns.bench.current")] : []),
    ...(row.honest === false ? [t("dns.bench.dishonest")] : []),
  ];
  return `  ${time.padStart(8)}  ${spread.padEnd(9)} ${`${answered}/${asked}`.padEnd(6)} ${called} · ${notes.join(" · ")}`;
}

function sentence({ verdict, rows }: BenchReport, t: Translator): string {
  const nameOf = (id: string): string => rows.find((row) => row.id === id)?.name ?? id;
  switch (verdict.kind) {
    case "switch":
      return t("dns.bench.switch", {
        name: nameOf(verdict.to),
        gain: verdict.gainMs.toFixed(0),
        share: (verdict.gainShare * 100).toFixed(0),
        p: verdict.p < 0.001 ? "<0.001" : verdict.p.toFixed(3),
      });
    case "unreliable":
      return verdict.best === null
        ? t("dns.bench.unreliable-alone")
        : t("dns.bench.unreliable-best", { name: nameOf(verdict.best) });
    case "keep":
    case "no-current":
    case "too-few":
      return t(`dns.bench.${verdict.kind}`);
  }
}
