// Copies the named icons of @phosphor-icons/core (MIT) into client/ui/icons: a module an icon, so that each loads with the screen that uses it.
// `named.ts` holds the ones a definition may name (menus, forms): one module, loaded when a menu is shown.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(fileURLToPath(import.meta.url), "../..");
const assets = join(root, "node_modules/@phosphor-icons/core/assets");

/** Icons that screens import by themselves. `name:bold` takes the bold cut, for ticks on colour. */
const own =
  `arrow-down arrow-left arrow-right arrow-square-out arrow-u-up-left arrow-u-up-right arrow-up arrow-counter-clockwise arrows-clockwise at bell brackets-curly buildings calculator calendar-blank calendar-dots camera caret-down caret-left caret-right caret-up
check check:bold check-circle check-square clock clock-countdown clock-counter-clockwise cloud-arrow-up cloud-check coins copy crosshair desktop device-mobile dots-six-vertical
dots-three download-simple eraser eye eye-slash file files funnel hash hourglass-medium house identification-badge identification-card info lightbulb list list-bullets list-checks list-numbers lock map-pin magic-wand magnifying-glass minus note note-pencil
paper-plane-tilt paperclip pencil-simple percent phone plus printer radio-button rows prohibit question seal-check shield-check sign-out signature sliders-horizontal sort-ascending squares-four
table text-align-left text-t toggle-left trash tray translate user user-switch user-circle users warning warning-circle wifi-slash x x-circle`.split(/\s+/);

/** Icons that a definition may name. */
const named =
  `bell book-open bowl-food buildings bus calculator calendar-blank calendar-check calendar-dots chalkboard-teacher chart-bar check-square clipboard-text clock coins
desktop envelope file-text files first-aid-kit flow-arrow folder globe graduation-cap hash heartbeat house identification-card lightbulb list-bullets list-checks map-pin
megaphone money note-pencil package phone printer question ruler seal-check shield-check signature student suitcase-rolling table tray tree-structure user users
users-three warning-circle wifi-high wrench`.split(/\s+/);

const camel = (name) => name.replace(/[-:](\w)/g, (_, letter) => letter.toUpperCase());
const path = (name) => {
  const [icon, cut = "regular"] = name.split(":");
  const svg = readFileSync(join(assets, cut, `${icon}${cut === "regular" ? "" : `-${cut}`}.svg`), "utf8");
  const paths = [...svg.matchAll(/<path d="([^"]+)"/g)].map(([, d]) => d);
  if (!paths.length) throw new Error(`${name} has no path`);
  return paths.join("");
};
const head = (what) => `// ${what}\n// Made by scripts/icons.mjs from @phosphor-icons/core (MIT). Do not edit.\n`;
const line = (text) => (text.length > 160 ? text.replace(" = ", " =\n  ") : text);

mkdirSync(join(root, "client/ui/icons"), { recursive: true });
for (const name of own) {
  const file = name.replace(":", "-");
  writeFileSync(join(root, `client/ui/icons/${file}.ts`), `${head(`The icon ${file}.`)}${line(`export const ${camel(name)} = "${path(name)}";`)}\n`);
}
const rows = named.map((name) => {
  const key = /-/.test(name) ? `"${name}"` : name;
  const row = `  ${key}: "${path(name)}",`;
  return row.length > 160 ? row.replace(": ", ":\n    ") : row;
});
writeFileSync(
  join(root, "client/ui/icons/named.ts"),
  `${head("Icons that a definition may name.")}export const named: Record<string, string> = {\n${rows.join("\n")}\n};\n`,
);
