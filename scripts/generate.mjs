// Makes what can be derived: types and validators from schemas/. What it makes is committed, and a test checks it fresh.
// Run: npm run generate            (writes)      npm run generate -- --check   (fails when something is stale)
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import Ajv2020 from "ajv/dist/2020.js";
import standalone from "ajv/dist/standalone/index.js";
import { build } from "esbuild";
import { compile } from "json-schema-to-typescript";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const schemas = join(root, "schemas");

// One written contract a line: the file, and the validator's name (none: only its type is wanted).
const contract = [
  ["common", null],
  ["form", "form"],
  ["workflow", "workflow"],
  ["menu", "menu"],
  ["codes", "codes"],
  ["document", "document"],
  ["report", "report"],
  ["problem", null],
  ["actor", null],
  ["action", "action"],
  ["record", "record"],
  ["event", null],
  ["config", "config"],
  ["api", null],
];

const read = (name) => JSON.parse(readFileSync(join(schemas, `${name}.schema.json`), "utf8"));

/** The types of all schemas in one module: a root that refers to each, so that shared parts come out once. */
async function types() {
  const defs = Object.fromEntries(contract.filter(([name]) => name !== "common").map(([name]) => [name, { $ref: `${name}.schema.json` }]));
  const source = await compile({ title: "Contract", type: "object", additionalProperties: false, properties: defs }, "Contract", {
    cwd: `${schemas}/`,
    bannerComment: "// Made from the schemas beside it by scripts/generate.mjs. Do not edit.",
    additionalProperties: false,
    format: false,
    unknownAny: true,
    ignoreMinAndMaxItems: true,
  });
  return `${source.trimEnd()}\n`;
}

/** Ajv's standalone code, bundled with its runtime into one module that needs no `new Function`. */
async function validators() {
  const ajv = new Ajv2020({
    code: { source: true, esm: true },
    allErrors: true,
    strict: true,
    strictTypes: false,
    strictRequired: false,
    allowUnionTypes: true,
    inlineRefs: false,
  });
  for (const [name] of contract) ajv.addSchema(read(name), `${name}.schema.json`);
  const named = Object.fromEntries(contract.filter(([, as]) => as).map(([name, as]) => [as, `${name}.schema.json`]));
  const bundled = await build({
    stdin: { contents: standalone.default(ajv, named), resolveDir: root, loader: "js" },
    bundle: true,
    format: "esm",
    platform: "neutral",
    mainFields: ["main"],
    minifySyntax: true,
    minifyWhitespace: true,
    write: false,
    legalComments: "none",
  });
  return `// Made from the schemas beside it by scripts/generate.mjs. Do not edit.\n${bundled.outputFiles[0].text}`;
}

const validatorTypes = `// Made by scripts/generate.mjs. Do not edit.
/** One complaint of a validator, in Ajv's words. */
export interface SchemaComplaint {
  instancePath: string;
  schemaPath: string;
  keyword: string;
  params: Record<string, unknown>;
  message?: string;
}
export interface Validator {
  (value: unknown): boolean;
  errors?: SchemaComplaint[] | null;
}
${contract
  .filter(([, as]) => as)
  .map(([, as]) => `export const ${as}: Validator;`)
  .join("\n")}
`;

const made = {
  "schemas/types.ts": await types(),
  "schemas/validators.js": await validators(),
  "schemas/validators.d.ts": validatorTypes,
};

if (process.argv.includes("--check")) {
  const stale = Object.entries(made).filter(([file, text]) => {
    try {
      return readFileSync(join(root, file), "utf8") !== text;
    } catch {
      return true;
    }
  });
  if (stale.length) {
    console.error(`Stale, run \`npm run generate\`: ${stale.map(([file]) => file).join(", ")}`);
    process.exit(1);
  }
} else {
  for (const [file, text] of Object.entries(made)) writeFileSync(join(root, file), text);
}
