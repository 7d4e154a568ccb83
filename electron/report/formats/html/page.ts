import { createHash } from "node:crypto";
import type { CheckView, ReportView, Row, Section } from "../../view/report-view.ts";
import { seconds } from "../../view/report-view.ts";
import { html, markedLines, type Html } from "./escape.ts";
import { chartPicture } from "./charts.ts";
import { pathPicture, timingChart } from "./pictures.ts";
import { REPORT_STYLE } from "./style.ts";

/** Not a template: the policy's hash is that of every sign between the tags, and a formatter would add some. */
const STYLE_ELEMENT: Html = { html: `<style>${REPORT_STYLE}</style>` };

/**
 * A report as one HTML file: no script, no link, nothing from outside. Its own content policy allows its one style
 * sheet by hash and nothing else, so that even a text that got through the escaping could load or run nothing.
 */
export function renderHtml(view: ReportView): string {
  const hash = createHash("sha256").update(REPORT_STYLE).digest("base64");
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
  const page = html`<!doctype html>
    <html lang="${view.language}">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="viewport" content="width=device-width" />
        <meta name="referrer" content="no-referrer" />
        <meta name="color-scheme" content="light dark" />
        <title>${plain(view.title)}</title>
        ${STYLE_ELEMENT}
      </head>
      <body>
        <main>
          <p class="name">${view.name}</p>
          <h1>${view.title}</h1>
          <p class="lead">${view.explanation}</p>
          ${pathPicture(view.places, view.pathHeading)}
          <div class="facts">${rows(view.summary)}</div>
          ${view.sections.map(section)}
          <h2>${view.checksHeading}</h2>
          ${timingChart(view.checks, view.durationMs, view.checksHeading)}
          <h2>${view.factsHeading}</h2>
          ${view.checks.map(check)} ${view.background.map(section)}
          <footer>${view.footer}</footer>
        </main>
      </body>
    </html> `;
  return page.html;
}

/** A title has no marks: it is not shown as HTML. */
function plain(text: string): Html {
  return { html: html`${text}`.html.replaceAll(/<\/?mark>/gu, "") };
}

function section(part: Section): Html {
  const heading = part.heading === "" ? html`` : html`<h2>${part.heading}</h2>`;
  switch (part.kind) {
    case "points":
      return html`${heading}
        <ul>
          ${part.points.map((point) => html`<li>${point}</li>`)}
        </ul> `;
    case "rows":
      return html`${heading}${rows(part.rows)} `;
    case "table":
      return html`${heading}${part.chart === undefined ? html`` : chartPicture(part.chart)}
        <table>
          <thead>
            <tr>
              ${part.head.map((cell) => html`<th>${cell}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${part.rows.map(
              (cells) =>
                html`<tr>
                  ${cells.map((cell) => html`<td>${cell}</td>`)}
                </tr>`,
            )}
          </tbody>
        </table> `;
  }
}

function rows(pairs: readonly Row[]): Html {
  return html`<dl>
    ${pairs.map(
      ([label, value]) =>
        html`<dt>${label}</dt>
          <dd>${value}</dd>`,
    )}
  </dl>`;
}

function check(view: CheckView): Html {
  const took = view.status === "skipped" ? "" : `, ${seconds(view.durationMs)}`;
  const line = html`${view.title}: <span class="${view.status}">${view.statusWord}${took}</span>. ${view.summary}`;
  if (view.facts === null) return html`<details><summary>${line}</summary></details> `;
  return html`<details>
    <summary>${line}</summary>
    <pre>${markedLines(view.facts)}</pre>
  </details> `;
}
