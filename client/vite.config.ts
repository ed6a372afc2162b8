// Builds the client to dist/client: hashed assets, one piece a screen and a field type, and the service worker that holds them.
import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { defineConfig, type Plugin } from "vite";
import { slimEngine } from "../scripts/slim-engine.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));

/** Small things that several screens share. */
const around =
  /client\/(ui\/(icons\/(?!named)|screen\/|tag|when|named-icon|upload|duties)|api\/live|record\/(states|rail)|shell\/(mark|menus|menu-links)|styles\/read)/;
/** What is kept on the device and sent from it. */
const keep =
  /client\/(offline\/(database|files|save-state|outbox|device)\.ts|record\/(drafts|kept-list|decision-kept))|engine\/record\/(changes|canonical|identified|place|shape|typed)\.ts|node_modules\/idb\//;
/** The fields that not every form has: one file, as each way to the server takes half a second on a weak link. */
const fields =
  /client\/fields\/(rarer|typed-field|(number|year|yes-no|multi-select|person-name|group|table|rows|signature|note|time|email|national-id|address|location)-field)\.ts|client\/fields\/(name|group|table|signature|address|location)\.css|engine\/(form-state\/given-rows|fields\/(rarer|parts|term|time|percent|person-name|email|national-id|address|location)|problem\/kind)\.ts/;
/** What opens while filling: fetched together once the form is drawn (form/rest.ts), so it is one file too. */
const opened =
  /client\/(fields\/(calendar|picker|offers|find-choices|why\/[a-z-]+)|form\/(rest|review-page|filling-around)|form\/review|ui\/(over-page|why-words|words\/(th|en)-why))\.(ts|css)/;

/** The designer's sentences and styles. Nothing that takes from others: a piece brings along what its files ask for, and whoever needs that would fetch the designer. */
const designs = /client\/(designer\/designer\.css|ui\/words\/(th|en)-designer\.ts)/;

/** Not the engine as the designer has it, whole. */
const slim = (modules: RegExp) => (id: string) => !id.endsWith("?whole") && modules.test(id);

/** Tells the service worker which files make this version of the app. */
const assetList = (): Plugin => ({
  name: "asset-list",
  enforce: "post",
  generateBundle(_options, bundle) {
    const worker = bundle["service-worker.js"];
    if (worker?.type !== "chunk") return;
    // Source maps and the worker itself are not part of what a page needs.
    const files = Object.keys(bundle).filter((name) => name !== "service-worker.js" && !name.endsWith(".map"));
    const version = createHash("sha256").update(files.sort().join()).digest("hex").slice(0, 12);
    worker.code = worker.code.replace("__FILES__", JSON.stringify(files)).replace("__VERSION__", JSON.stringify(version));
  },
});

/** A library in the old way of modules, told in the new one: the bundler's own telling would weigh on what comes first. */
const plainModules = (): Plugin => ({
  name: "plain-modules",
  transform: (code, id) =>
    /node_modules\/papaparse\/papaparse(\.min)?\.js$/.test(id)
      ? {
          code: `const module = { exports: {} }; const exports = module.exports; (function () { ${code}\n}).call(globalThis); export default module.exports;`,
          map: null,
        }
      : null,
});

/** An Excel file is unpacked in the page: the workers of the library come from nowhere that the content security policy lets in, and it would wait for them for ever. */
const unpackedHere = (): Plugin => ({
  name: "unpacked-here",
  transform: (code, id) =>
    id.endsWith("/read-excel-file/modules/zip/unzipFromArrayBuffer.js")
      ? {
          code: `${code.replace("{ unzip }", "{ unzipSync }")}\nfunction unzip(archive, done) { try { done(null, unzipSync(archive)); } catch (error) { done(error); } }`,
          map: null,
        }
      : null,
});

/** Late pieces are brought by our own loader, which may try again after a cut. */
const bringer = (): Plugin => ({
  name: "bringer",
  enforce: "pre",
  load: (id) => (id === "\0vite/preload-helper.js" ? `export { bring as __vitePreload } from "${here}ui/bring.ts";` : null),
});

/** What is there before anything loads late. */
const early = /\/(index|base)-[\w-]+\.js$/;

/** What every screen needs. */
const base =
  /rolldown.runtime|vite.preload-helper|client\/ui\/bring\.ts|node_modules\/(lit\/(html|directives\/(live|guard))|lit-html\/(lit-html|directive|directive-helpers|directives\/(live|guard)))\.js|client\/(ui\/(screen\/go|icons\/(warning-circle|arrow-left)|clock|element|icon|language|words|words\/th|new-id)|api\/(api|network|session|problem-error))\.ts|engine\/text\/text\.ts/;
/** What filling most forms needs; the engine's late parts and the rarer fields stay apart. */
const fill =
  /client\/(ui\/icons\/(calendar-blank|caret-down|check-bold)|record\/fill-screen|offline\/(journal|answers-at)|form\/(filling|form-element|form-model|form-page|field-set|keeper|open-filling|paths|lookups)|fields\/(field-element|registry|ready|shown|pick|pick-button|(text|long-text|select|date|computed|choice|running-number)-field|late\/(trace|kinds|given-rows)))\.ts|engine\/(form-state\/(?!given-rows|reasons)|validate|fields\/(?!rarer|parts|time|percent|email|national-id|address|location|academic-year|multi-select|note|person-name|term|yes-no)|compile\/plan|path|problem\/(problem|field|date)\.ts$|expression\/(evaluate|functions|number|value|roots|tree)|thai\/(date|parse-date|day|years|digits|money|months|normalise|baht))/;

export default defineConfig({
  root: here,
  base: "/",
  publicDir: false,
  // `npm run dev`: the page comes from here and reloads on change, everything it asks for from the server beside it.
  server: { proxy: { "/api": process.env.API ?? "http://127.0.0.1:8080", "/fonts": process.env.API ?? "http://127.0.0.1:8080" } },
  // Templates only: elements are our own (ui/element.ts).
  resolve: { alias: [{ find: /^lit$/, replacement: "lit/html.js" }] },
  build: {
    outDir: "../dist/client",
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: {
      polyfill: false,
      // The page asks for its start and what every screen needs in one way there and back; a late piece for all of it that is not here.
      resolveDependencies: (file, others, { hostType }) =>
        (hostType === "html" ? others : [...new Set([file, ...others])]).filter((one) => early.test(`/${one}`) === (hostType === "html")),
    },
    rolldownOptions: {
      // A piece that is to come late and is also asked for at once comes at once: the build stops rather than let it.
      onwarn(warning, warn) {
        if (warning.code === "INEFFECTIVE_DYNAMIC_IMPORT") throw new Error(warning.message);
        warn(warning);
      },
      input: { index: `${here}index.html`, "service-worker": `${here}service-worker.ts` },
      output: {
        // A phone fetches few files rather than many small ones, and one file packs better: what every screen needs, and what every form needs.
        codeSplitting: {
          groups: [
            { name: "base", test: slim(base), priority: 2 },
            { name: "fill", test: slim(fill), priority: 1 },
            { name: "around", test: slim(around), minShareCount: 2 },
            { name: "keep", test: slim(keep), minShareCount: 2 },
            { name: "fields", test: slim(fields) },
            { name: "opened", test: slim(opened) },
            { name: "designs", test: slim(designs) },
          ],
        },
        // Names of late pieces stand in what comes first: a short sum tells their versions apart as well as a long one.
        entryFileNames: ({ name }) => (name === "service-worker" ? "service-worker.js" : "assets/[name]-[hash:7].js"),
        chunkFileNames: "assets/[name]-[hash:7].js",
        assetFileNames: "assets/[name]-[hash:5][extname]",
      },
    },
  },
  plugins: [plainModules(), unpackedHere(), bringer(), slimEngine(), assetList()],
});
