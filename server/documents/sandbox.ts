// Handlebars made harmless: output is escaped, helpers are the four blocks, and only own properties of plain data are seen.
// Anything else in a template's syntax tree is refused before it runs.
import Handlebars from "handlebars";
import type { Rendered, RenderJob, TemplateFault } from "./render-job.js";

const blocks = ["each", "if", "unless", "with"];
const secret = new Set(["constructor", "__proto__", "prototype", "__defineGetter__", "__defineSetter__", "__lookupGetter__", "__lookupSetter__"]);

const bars = Handlebars.create();
for (const name of Object.keys(bars.helpers)) if (!blocks.includes(name)) bars.unregisterHelper(name);
const knownHelpers = Object.fromEntries(
  ["blockHelperMissing", "helperMissing", "log", "lookup", ...blocks].map((name) => [name, blocks.includes(name)]),
) as Record<string, boolean>;

interface TreeNode {
  type: string;
  loc?: { start: { line: number } };
  body?: TreeNode[];
  path?: { type: string; original?: unknown; parts?: unknown[] };
  params?: { type: string; original?: unknown; parts?: unknown[] }[];
  hash?: { pairs: { key: string }[] };
  escaped?: boolean;
  program?: TreeNode;
  inverse?: TreeNode;
}

/** Everything in the syntax tree that is not plain reading of plain data. */
function forbidden(root: TreeNode): TemplateFault[] {
  const found: TemplateFault[] = [];
  const open: (TreeNode | undefined)[] = [root];
  for (let node = open.pop(); node || open.length; node = open.pop()) {
    if (!node) continue;
    const say = (what: string) => found.push({ fault: "forbidden", ...(node?.loc ? { line: node.loc.start.line } : {}), what });
    const read = (path: NonNullable<TreeNode["path"]>) => {
      if (path.type === "SubExpression") say("( )");
      for (const part of path.parts ?? []) if (typeof part !== "string" || secret.has(part)) say(String(part));
    };
    const name = String(node.path?.original ?? "");
    if (node.type === "Program") open.push(...[...node.body!].reverse());
    else if (node.type === "MustacheStatement") {
      if (!node.escaped) say("{{{ }}}");
      if (node.params?.length || node.hash) say(`{{${name} …}}`);
      read(node.path!);
    } else if (node.type === "BlockStatement") {
      if (!blocks.includes(name) || node.params?.length !== 1) say(`{{#${name}}}`);
      node.params?.forEach(read);
      for (const pair of node.hash?.pairs ?? []) if (pair.key !== "includeZero") say(pair.key);
      open.push(node.inverse, node.program);
    } else if (node.type !== "ContentStatement" && node.type !== "CommentStatement") say(node.type);
  }
  return found.slice(0, 50);
}

function syntax(error: unknown): Rendered {
  const message = error instanceof Error ? error.message : String(error);
  const line = /line (\d+)/.exec(message) ?? / - (\d+):\d+$/.exec(message);
  return { faults: [{ fault: "syntax", ...(line ? { line: Number(line[1]) } : {}), message: message.slice(0, 400) }] };
}

/** Checks a template and, when the job has a context, makes its fragment. Runs in the worker only: it may take for ever. */
export function run(job: RenderJob): Rendered {
  try {
    const faults = forbidden(bars.parse(job.template) as unknown as TreeNode);
    if (faults.length) return { faults };
    const options = { knownHelpers, knownHelpersOnly: true };
    if (!("context" in job)) {
      bars.precompile(job.template, options);
      return { html: "" };
    }
    const html = bars.compile(job.template, options)(job.context, { allowProtoMethodsByDefault: false, allowProtoPropertiesByDefault: false });
    return html.length > job.maxOutput ? { faults: [{ fault: "large" }] } : { html };
  } catch (error) {
    return syntax(error);
  }
}
