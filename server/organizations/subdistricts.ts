// The subdistricts that an address offers, read once from a list that comes with the product or from the installation's own.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { searchable } from "../../engine/thai/normalise.js";
import type { Subdistrict } from "../../schemas/types.js";

/** Beside the sources and beside the bundle alike. */
const shipped = fileURLToPath(new URL("../../form-definitions/places/subdistricts.csv", import.meta.url));
const columns = "code,subdistrict,district,province,postcode";
const most = 20;

interface Place {
  place: Subdistrict;
  name: string;
  whole: string;
}

/** The places of a list; a line that cannot be read is an error that names it. */
export function readPlaces(csv: string): Place[] {
  const lines = csv.replace(/^\ufeff/, "").split(/\r?\n/);
  const head = lines.findIndex((line) => line.trim() !== "" && !line.startsWith("#"));
  if (lines[head]?.trim() !== columns) throw new Error(`The first line must be ${columns}`);
  return lines.flatMap((line, at) => {
    if (at <= head || line.trim() === "") return [];
    const cells = line.split(",").map((cell) => cell.trim());
    const [code, subdistrict, district, province, postcode] = cells;
    if (cells.length !== 5 || !subdistrict || !district || !province || !/^(\d{5})?$/.test(postcode!))
      throw new Error(`Line ${at + 1} is no subdistrict: ${line}`);
    const place: Subdistrict = { ...(code && { code }), subdistrict, district, province, postcode: postcode! };
    return [{ place, name: searchable(subdistrict), whole: searchable(`${subdistrict} ${district} ${province} ${postcode}`) }];
  });
}

/** The installation's own list, or the one that comes with the product. An own list that cannot be read is told and left out: people can type. */
export async function loadPlaces(dataDir: string, tell: (error: unknown) => void): Promise<Place[]> {
  try {
    return readPlaces(await readFile(join(dataDir, "subdistricts.csv"), "utf8"));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") tell(error);
  }
  return readPlaces(await readFile(shipped, "utf8"));
}

/** What fits best first: the name itself, names that begin so, names that hold it; a postcode by how it begins. Further words may name the district or province. */
export function findPlaces(places: readonly Place[], typed: string): Subdistrict[] {
  const [first = "", ...others] = searchable(typed)
    .replace(/^(ตำบล|แขวง|ต\.)\s*/, "")
    .split(" ");
  if (first === "") return [];
  const postcode = /^\d+$/.test(first);
  const ranks: Subdistrict[][] = [[], [], []];
  for (const { place, name, whole } of places) {
    const rank = postcode ? (place.postcode.startsWith(first) ? 0 : 3) : name === first ? 0 : name.startsWith(first) ? 1 : name.includes(first) ? 2 : 3;
    if (rank < 3 && others.every((word) => whole.includes(word))) ranks[rank]!.push(place);
  }
  return ranks.flat().slice(0, most);
}
