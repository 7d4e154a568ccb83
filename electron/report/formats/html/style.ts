/** The style sheet of an exported report: readable on paper, in light and in dark, without anything from outside. */
export const REPORT_STYLE = `
:root{color-scheme:light dark;--surface:#fbfaf8;--raised:#fff;--text:#1d1f21;--quiet:#5d6166;--line:#e4e1dc;--strong:#8d9095;--accent:#24598f;--ok:#2c7a4b;--warn:#8f5f00;--fault:#b3341f;--soft:#f6e2dc;--mark:#efe6cf}
@media (prefers-color-scheme:dark){:root{--surface:#191a1c;--raised:#222427;--text:#ecebe8;--quiet:#a5a9ae;--line:#35383c;--strong:#777c83;--accent:#8fbcec;--ok:#79c496;--warn:#e2b356;--fault:#f28b78;--soft:#43251f;--mark:#463e29}}
*{box-sizing:border-box}
body{margin:0;background:var(--surface);color:var(--text);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Cantarell,"Noto Sans",sans-serif;font-variant-numeric:tabular-nums}
main{max-width:54rem;margin:0 auto;padding:2.5rem 1.5rem 3rem}
h1{font-size:1.9rem;line-height:1.2;margin:.2rem 0 .6rem;font-weight:650;text-wrap:balance;overflow-wrap:anywhere}
h2{font-size:1.06rem;margin:2.2rem 0 .6rem;font-weight:650}
.name{color:var(--quiet);font-size:.82rem;margin:0;letter-spacing:.02em}
.lead{font-size:1.1rem;max-width:40rem;margin:0 0 1.4rem;overflow-wrap:anywhere}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1.2rem;margin:0}
dt{color:var(--quiet)}
dd{margin:0;overflow-wrap:anywhere}
.facts{margin-top:1.6rem;background:var(--raised);border:1px solid var(--line);border-radius:.5rem;padding:1rem 1.2rem}
ul{margin:0;padding-left:1.2rem}
li{margin:.2rem 0;overflow-wrap:anywhere;white-space:pre-line}
table{border-collapse:collapse;width:100%;font-size:.92rem}
th,td{text-align:left;vertical-align:top;padding:.35rem .8rem .35rem 0;border-bottom:1px solid var(--line);overflow-wrap:anywhere}
th{color:var(--quiet);font-weight:500}
table+table{margin-top:1rem}
td:last-child,th:last-child{padding-right:0}
mark{background:var(--mark);color:inherit;border-radius:.2rem;padding:0 .15rem;white-space:nowrap}
svg{display:block;width:100%;height:auto}
svg text{fill:var(--text);font:13px system-ui,-apple-system,"Segoe UI",Cantarell,"Noto Sans",sans-serif}
svg .quiet{fill:var(--quiet)}
svg .track{stroke:var(--strong);stroke-width:2}
svg .dotted{stroke-dasharray:2 5;stroke-linecap:round}
svg .ok{stroke:var(--ok)}svg .warn{stroke:var(--warn)}svg .fault{stroke:var(--fault)}svg .unknown{stroke:var(--strong)}
svg .station{fill:var(--surface);stroke-width:2.5}
svg .station.fault{fill:var(--soft)}
svg .sign{fill:none;stroke-width:2.5;stroke-linecap:round;stroke-linejoin:round}
svg text.fault{fill:var(--fault);stroke:none;font-weight:650}svg text.warn{fill:var(--warn);stroke:none}
svg text.ok,svg text.unknown{fill:var(--quiet);stroke:none}
svg .grid{stroke:var(--line)}
svg rect.pass{fill:var(--ok)}svg rect.warn{fill:var(--warn);stroke:none}svg rect.fail{fill:var(--fault)}svg rect.other{fill:var(--strong)}
details{border-bottom:1px solid var(--line);padding:.35rem 0}
summary{cursor:pointer;overflow-wrap:anywhere}
summary span{color:var(--quiet)}
summary .fail{color:var(--fault)}summary .warn{color:var(--warn)}
pre{font:12px/1.45 ui-monospace,"SF Mono","Cascadia Mono",Consolas,"DejaVu Sans Mono",monospace;white-space:pre-wrap;overflow-wrap:anywhere;background:var(--raised);border:1px solid var(--line);border-radius:.4rem;padding:.7rem .9rem;margin:.5rem 0}
footer{margin-top:2.5rem;color:var(--quiet);font-size:.82rem}
@media (max-width:34rem){dl{grid-template-columns:1fr}dt{margin-top:.4rem}}
@media print{:root{color-scheme:light;--surface:#fff;--raised:#fff;--text:#000;--quiet:#4a4d51;--line:#d5d2cd;--strong:#777;--accent:#24598f;--ok:#256a40;--warn:#7d5300;--fault:#a32c18;--soft:#f9ebe7;--mark:#f3ecd9}
body{font-size:10.5pt}main{max-width:none;padding:0}h1{font-size:18pt}.lead{font-size:11.5pt}h2{break-after:avoid;margin-top:1.4rem}
table{font-size:9.5pt}th,td{padding:.16rem .8rem .16rem 0}tr,li,.facts,svg{break-inside:avoid}pre{font-size:7.5pt;border:0;padding:0}}
@page{size:A4;margin:16mm 16mm 18mm}
`;
