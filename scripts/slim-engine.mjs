// Makes the engine small for a phone that fills forms, while it is bundled; the engine itself stays whole.
// Left out: what only definitions, stores and lists ask of a kind of field. Loaded late: what few forms need, and what explains.
import { fileURLToPath, pathToFileURL } from "node:url";

const root = fileURLToPath(new URL("../", import.meta.url));
/** Members of a field kind that nobody who fills a form calls. */
const unasked = new Set(["check", "schema", "sortKey", "keywords", "json", "mask", "find"]);
/** Who imports what, and what stands there instead until the whole is loaded. */
const late = [
  ["engine/fields/text-rules.ts", /expression\/pattern\.js$/, "client/fields/late/pattern.ts"],
  ["engine/fields/index.ts", /\/rarer\.js$/, "client/fields/late/kinds.ts"],
  ["engine/form-state/form-state.ts", /expression\/trace\.js$/, "client/fields/late/trace.ts"],
  ["engine/form-state/form-state.ts", /given-rows\.js$/, "client/fields/late/given-rows.ts"],
  ["engine/form-state/change.ts", /given-rows\.js$/, "client/fields/late/given-rows.ts"],
];

/** Through here the designer takes the engine, and takes it whole: it checks and compiles definitions. */
const designs = "client/designer/engine.ts";
/** Who reads the problems of answers in English; everybody else carries their Thai. */
const wholeFor = "client/ui/words/problems-whole.ts";
const inThai = /engine\/problem\/(field|date)\.ts$/;

export const slimEngine = () => [
  {
    name: "slim-engine-late",
    // Before the bundler resolves by itself.
    enforce: "pre",
    resolveId(source, importer) {
      const from = importer?.startsWith(root) ? importer.slice(root.length) : "";
      // What the whole engine imports is whole, too; beside the slim one it is a module of its own.
      const asks = importer?.split("?")[0] ?? "";
      if ((from === designs || importer?.endsWith("?whole")) && source.startsWith(".")) {
        const file = fileURLToPath(new URL(source.replace(/\.js$/, ".ts"), pathToFileURL(asks)));
        if (file.startsWith(`${root}engine/`)) return { id: `${file}?whole` };
      }
      if (from === wholeFor) return { id: `${root}engine/problem/${source.split("/").at(-1).replace(/\.js$/, ".ts")}?whole` };
      const found = late.find(([who, what]) => who === from && what.test(source));
      return found ? { id: root + found[2] } : null;
    },
  },
  {
    name: "slim-engine",
    transform(code, id) {
      if (!id.startsWith(`${root}engine/`)) return null;
      if (id.endsWith("?whole")) return { code, moduleSideEffects: false };
      // The engine is pure: a module of which nothing is used may go.
      // Who reads typed days asks for it by its own name, late; passing it on here would bring it early.
      if (id.endsWith("engine/thai/date.ts")) return { code: code.replace(/export \{ parseDate \} from "[^"]+";/, ""), moduleSideEffects: false };
      if (inThai.test(id)) return { code: withoutEnglish(code, this.parse(code)), moduleSideEffects: false };
      if (!id.startsWith(`${root}engine/fields/`)) return { code, moduleSideEffects: false };
      return { code: withoutMembers(code, this.parse(code)), moduleSideEffects: false };
    },
  },
];

/** The code without the unasked members of objects that are kinds: those that can validate. */
function withoutMembers(code, tree) {
  const cuts = [];
  visit(tree, (node) => {
    if (node.type !== "ObjectExpression" || !node.properties.some((one) => nameOf(one) === "validate")) return;
    node.properties.forEach((one, at) => {
      if (!unasked.has(nameOf(one))) return;
      const next = node.properties[at + 1];
      cuts.push([one.start, next ? next.start : one.end]);
    });
  });
  return cuts.sort((a, b) => b[0] - a[0]).reduce((text, [from, to]) => text.slice(0, from) + text.slice(to), code);
}

/** The code with empty words for the English of each sentence. */
function withoutEnglish(code, tree) {
  const cuts = [];
  visit(tree, (node) => {
    if (node.type === "Property" && nameOf(node) === "en" && typeof node.value.value === "string") cuts.push([node.value.start, node.value.end]);
  });
  return cuts.sort((a, b) => b[0] - a[0]).reduce((text, [from, to]) => `${text.slice(0, from)}""${text.slice(to)}`, code);
}

const nameOf = (property) => (property.type === "Property" && !property.computed ? (property.key.name ?? property.key.value) : undefined);

function visit(node, see) {
  if (typeof node?.type !== "string") return;
  see(node);
  for (const inside of Object.values(node)) {
    if (Array.isArray(inside)) for (const one of inside) visit(one, see);
    else if (typeof inside === "object" && inside !== null) visit(inside, see);
  }
}
