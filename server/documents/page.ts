// The page around a rendered fragment: A4, margins of an official letter, Sarabun, and a foot with number and check code.
// It carries no script, and its headers let none run.
import type { DocumentDefinition } from "../../schemas/types.js";

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (mark) => escapes[mark]!);

export interface PageParts {
  title: string;
  language: "th" | "en";
  paper: NonNullable<DocumentDefinition["paper"]>;
  fragment: string;
  /** `เลขที่ ๑๒/๒๕๖๙`, when it has one. */
  number?: string;
  /** `รหัสตรวจสอบ AB12-CD34`. */
  check: string;
}

/** Faces are fetched only where they are used; the local one spares the network. */
const faces = [
  ["thai", 400, "U+0E01-0E5B,U+200C-200D,U+25CC"],
  ["thai", 700, "U+0E01-0E5B,U+200C-200D,U+25CC"],
  ["latin", 400, "U+0000-00FF,U+2013-2014,U+2018-201D,U+2022,U+2026,U+2060"],
  ["latin", 700, "U+0000-00FF,U+2013-2014,U+2018-201D,U+2022,U+2026,U+2060"],
] as const;

const css = (paper: PageParts["paper"]) => `
${faces
  .map(
    ([subset, weight, range]) =>
      `@font-face{font-family:"TF Letter";font-weight:${weight};font-display:block;size-adjust:75%;src:url("/fonts/sarabun-${subset}-${weight}-normal.woff2") format("woff2");unicode-range:${range}}`,
  )
  .join("\n")}
@page{size:${paper === "A4-landscape" ? "A4 landscape" : "A4"};margin:15mm 20mm 14mm 30mm}
*{box-sizing:border-box}
html{background:#fff;color:#000}
body{margin:0;display:flex;flex-direction:column;min-height:${paper === "A4-landscape" ? "180mm" : "267mm"};font:16pt/1.35 "TF Letter","TH Sarabun New","TH SarabunPSK","Sarabun",sans-serif;color:#000;overflow-wrap:break-word;line-break:auto}
main{flex:1 0 auto}
h1,h2,h3{font-size:1em;margin:0 0 6pt;text-align:center}
h1{font-size:20pt}
p{margin:0 0 6pt}
.indent{text-indent:25mm}
.right{text-align:right}
.center{text-align:center}
.line{display:flex;gap:2mm;align-items:baseline}
.line>b,.line>.label{flex:none;font-weight:inherit}
.dots,.line>span:not(.label){border-bottom:1.2pt dotted #000;min-width:20mm;padding:0 1mm;text-align:center}
.line>span:not(.label){flex:1}
.sign{margin:10mm 0 0 auto;width:80mm;text-align:center;break-inside:avoid}
.sign img{height:14mm;max-width:60mm;object-fit:contain}
.columns{display:grid;grid-template-columns:1fr 1fr;gap:6mm}
table{width:100%;border-collapse:collapse;margin:4pt 0;font-variant-numeric:tabular-nums}
th,td{border:.6pt solid #000;padding:1pt 4pt;vertical-align:top;text-align:left;font-weight:400}
th{text-align:center}
tr{break-inside:avoid}
.number{text-align:right;white-space:nowrap}
.sign p{margin:0}
.item{margin:0 0 2pt;padding-left:25mm}
.garuda{height:30mm}
.letter-top{display:grid;grid-template-columns:1fr 1fr;gap:10mm}
.letter-day{text-align:center;padding-left:25mm;margin:6pt 0}
.letter-end{margin:8mm 0 0 auto;width:80mm;text-align:center}
.letter-end+.sign{margin-top:4mm}
.letter-foot{margin-top:12mm}
.memo-title{font-size:29pt;font-weight:700;line-height:1.1;text-align:center}
.memo-head{margin-bottom:6pt}
.memo-head .line>b{font-size:20pt;font-weight:700;line-height:1.1}
.memo-head .line>span:not(.label){text-align:left}
.answers th{width:38%;text-align:left}
h2{margin-top:8pt}
.answers+.table-title,table+.table-title{margin-top:6pt}
.photo{max-width:70mm;max-height:52mm}
.box::before{content:"☐ "}
.box.on::before{content:"☑ "}
.page-foot{margin-top:8mm;display:flex;justify-content:space-between;font-size:11pt;color:#000}
@media screen{html{background:#e9e9e6}body{background:#fff;width:${paper === "A4-landscape" ? "297mm" : "210mm"};max-width:100%;min-height:${paper === "A4-landscape" ? "210mm" : "297mm"};margin:0 auto;padding:15mm 20mm 14mm 30mm}}
@media screen and (max-width:600px){body{padding:6mm;font-size:13pt}main{overflow-x:auto}}
`;

/** The whole page, ready for the reader's own printer. */
export function printPage(parts: PageParts): string {
  return `<!doctype html>
<html lang="${parts.language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="referrer" content="no-referrer">
<title>${escapeHtml(parts.title)}</title><style>${css(parts.paper)}</style></head>
<body><main tabindex="0">${parts.fragment}</main>
<footer class="page-foot"><span>${parts.number ? escapeHtml(parts.number) : ""}</span><span>${escapeHtml(parts.check)}</span></footer>
</body></html>
`;
}

/** What a print that is being written is put into: an empty page under the rules of every print. */
export const emptyPage = `<!doctype html>
<html lang="th"><head><meta charset="utf-8"><title>–</title></head><body></body></html>
`;

/** A print shows what another LAO's template made: nothing in it may run, frame or fetch from elsewhere. */
export const printHeaders: Record<string, string> = {
  "content-type": "text/html; charset=utf-8",
  "content-security-policy":
    "default-src 'none'; style-src 'unsafe-inline'; font-src 'self'; img-src 'self' data:; form-action 'none'; base-uri 'none'; frame-ancestors 'self'; sandbox allow-same-origin allow-modals",
  "cache-control": "private, no-store",
  "x-content-type-options": "nosniff",
  "x-frame-options": "SAMEORIGIN",
};
