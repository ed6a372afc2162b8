// Makes form-definitions/places/subdistricts.csv, the places that an address offers. Run by hand when the country's places change:
//   npm install --no-save thai-address-universal@2.2.0 && node scripts/subdistricts.mjs
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { getDatabase, preload, setGeoMode } from "thai-address-universal";

const folder = join(fileURLToPath(import.meta.url), "../../form-definitions/places");
// Codes of the registry come with the package's coordinates.
await setGeoMode(true);
await preload({ language: "thai" });
const rows = getDatabase().map(({ sub_district_code: code, sub_district: name, district, province, postal_code: postcode }) => {
  if (!/^(\d{5})?$/.test(postcode) || [name, district, province].some((word) => !word || /[,"\n]/.test(word))) {
    throw new Error(`unreadable: ${name} ${district} ${province} ${postcode}`);
  }
  return { code: /^\d{6}$/.test(code ?? "") ? code : "", name, district, province, postcode };
});

// The source gives some subdistricts the code of another of the same name: a code that is not of the district, as most there have it, is left out.
const heads = new Map();
for (const { code, district, province } of rows) {
  const counts = heads.get(`${district} ${province}`) ?? new Map();
  if (code) counts.set(code.slice(0, 4), (counts.get(code.slice(0, 4)) ?? 0) + 1);
  heads.set(`${district} ${province}`, counts);
}
const headOf = (key) => [...heads.get(key)].sort((a, b) => b[1] - a[1])[0]?.[0];
const lines = rows.map(({ code, name, district, province, postcode }) =>
  [code.startsWith(headOf(`${district} ${province}`)) ? code : "", name, district, province, postcode].join(","),
);
const order = new Intl.Collator("th", { numeric: true });
const unique = [...new Set(lines)].sort((a, b) => order.compare(a.slice(a.indexOf(",")), b.slice(b.indexOf(","))));
const head = `# Subdistricts of Thailand with their postcodes, for what an address offers while it is typed. From thai-address-universal 2.2.0 (ISC).
# A line a subdistrict and postcode, in Thai order; the code of the registry where the source has one. An installation puts its own list
# into DATA_DIR/subdistricts.csv, and that one is used instead. Nothing that people may type depends on it.
code,subdistrict,district,province,postcode`;
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, "subdistricts.csv"), `${head}\n${unique.join("\n")}\n`);
console.log(`${unique.length} lines, ${unique.filter((line) => line.startsWith(",")).length} without a code`);
