// The shape of the tree, kept true by a test. A failure names the file and the import that points the wrong way.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, sep } from "node:path";
import { expect, test } from "vitest";

// Which layer may import which. A layer may always import from itself.
const layers: Record<string, string[]> = {
  schemas: [],
  engine: ["schemas"],
  server: ["engine", "schemas"],
  client: ["engine", "schemas"],
};

// Within a layer, stations stand in flow order. " · " separates earlier from later: a station imports only earlier ones;
// names side by side are peers that never import each other; a folder or file that is not named here fails.
const stations: Record<string, string> = {
  engine:
    "problem · path · text · thai · query · expression · fields · definition · edit · compile · validate · form-state · workflow menu document template report · record · index",
  server:
    "config · storage · plugins · files events · organizations · accounts · policy · live · definitions · records · publishing · menus inbox documents · rounds templates exchange reports · effects · operations · app · main",
  client:
    "ui · api · offline · fields · form · record · records reports inbox designer templates rounds admin · shell · router · main service-worker vite.config",
};

// Who alone may import these packages and files.
const reserved: [what: RegExp, by: RegExp][] = [
  [/^ajv/, /^server\/plugins\/schemas/],
  [/^@marcbachmann\/cel-js/, /^engine\/expression\/parse\.ts$/],
  [/^lit/, /^client\//],
  [/^(fastify|@fastify\/)/, /^server\//],
  [/^handlebars/, /^server\/documents\//],
  [/^mongodb/, /^server\/storage\/mongodb\//],
  [/^server\/storage\/(sqlite|mongodb)\//, /^server\/storage\/(open\.ts|sqlite\/|mongodb\/)/],
];

const unix = (path: string) => path.split(sep).join("/");
const sources = (layer: string): string[] =>
  readdirSync(layer, { recursive: true, encoding: "utf8" })
    .filter((f) => f.endsWith(".ts"))
    .map((f) => unix(join(layer, f)));
const imports = (file: string): string[] =>
  [...readFileSync(file, "utf8").matchAll(/(?:from|import)\s*\(?\s*["']([^"']+)["']/g)].map(([, to]) =>
    to!.startsWith(".") ? unix(normalize(join(dirname(file), to!))) : to!,
  );
const local = (to: string) => /^(schemas|engine|server|client)\//.test(to);
const layer = (path: string) => path.split("/")[0]!;
const station = (path: string) => path.split("/")[1]!.replace(/\.ts$/, "");

const arrows = Object.keys(layers).flatMap((l) => sources(l).flatMap((file) => imports(file).map((to) => ({ file, to }))));
const broken = (wrong: (a: { file: string; to: string }) => boolean) => arrows.filter(wrong).map(({ file, to }) => `${file} -> ${to}`);

test("layers import only what they may", () => {
  expect(broken(({ file, to }) => local(to) && layer(to) !== layer(file) && !layers[layer(file)]!.includes(layer(to)))).toEqual([]);
});

const ranks = Object.fromEntries(
  Object.entries(stations).map(([l, line]) => [l, new Map(line.split(" · ").flatMap((peers, rank) => peers.split(" ").map((name) => [name, rank] as const)))]),
);

test("every folder is a station", () => {
  expect(
    Object.keys(stations)
      .flatMap(sources)
      .filter((file) => !ranks[layer(file)]!.has(station(file))),
  ).toEqual([]);
});

test("stations import only earlier stations", () => {
  const rank = (path: string) => ranks[layer(path)]!.get(station(path)) ?? -1;
  expect(broken(({ file, to }) => layer(file) in stations && layer(file) === layer(to) && station(file) !== station(to) && rank(to) >= rank(file))).toEqual([]);
});

test("reserved packages and files have one importer", () => {
  expect(broken(({ file, to }) => reserved.some(([what, by]) => what.test(to) && !by.test(file)))).toEqual([]);
});

test("nobody imports the routes of another capability; the app puts them together", () => {
  expect(broken(({ file, to }) => /^server\/\w+\/routes/.test(to) && file !== "server/app.ts" && dirname(file) !== dirname(to))).toEqual([]);
});

test("the engine asks for time and chance as arguments", () => {
  expect(sources("engine").filter((f) => /Date\.now|new Date\(\)|Math\.random/.test(readFileSync(f, "utf8")))).toEqual([]);
});
