// Places that an address offers: found by part of a name or a postcode, from the list that comes with the product or the installation's own.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { Subdistricts } from "../../schemas/types.js";
import { findPlaces, loadPlaces, readPlaces } from "../../server/organizations/subdistricts.js";
import { startServer } from "../help/server.js";

const places = await loadPlaces("/nowhere", () => undefined);
const names = (typed: string) =>
  findPlaces(places, typed).map(({ subdistrict, district, province, postcode }) => `${subdistrict} ${district} ${province} ${postcode}`);

test("whoever is signed in asks with what was typed", async () => {
  const server = await startServer();
  onTestFinished(() => server.close());
  const teacher = await server.as("teacher");
  const { status, body } = await teacher.get<Subdistricts>(`/api/v1/subdistricts?q=${encodeURIComponent("ในเมือง เมืองขอนแก่น")}`);
  expect(status).toBe(200);
  expect(body.items[0]).toEqual({ code: "400101", subdistrict: "ในเมือง", district: "เมืองขอนแก่น", province: "ขอนแก่น", postcode: "40000" });
  expect((await teacher.get("/api/v1/subdistricts?q=")).status).toBe(422);
  expect((await teacher.get("/api/v1/subdistricts")).status).toBe(422);
});

test("the whole country is there", () => {
  expect(new Set(places.map(({ place }) => place.province)).size).toBe(77);
  expect(new Set(places.map(({ place }) => `${place.district} ${place.province}`)).size).toBe(928);
  expect(places.length).toBeGreaterThan(7400);
});

test("the name itself comes first, then names that begin so, then names that hold it", () => {
  const found = findPlaces(places, "ในเมือง").map(({ subdistrict }) => subdistrict);
  expect(found.slice(0, 5)).toEqual(Array(5).fill("ในเมือง"));
  const begin = findPlaces(places, "พระบรม").map(({ subdistrict }) => subdistrict);
  expect(begin[0]).toBe("พระบรมมหาราชวัง");
});

test("a postcode is found by how it begins, in either digits", () => {
  expect(names("๔๐๐๐๒")).toEqual(["มหาวิทยาลัยขอนแก่น เมืองขอนแก่น ขอนแก่น 40002"]);
  expect(findPlaces(places, "4000").every(({ postcode }) => postcode.startsWith("4000"))).toBe(true);
});

test("words of the officer and slips of the keyboard do no harm", () => {
  expect(names("ตำบลศิลา ขอนแก่น")).toEqual(names("ศิลา ขอนแก่น"));
  expect(names("สําราญ เมืองขอนแก่น")[0]).toBe("สำราญ เมืองขอนแก่น ขอนแก่น 40000");
  expect(names("ไม่มีตำบลนี้")).toEqual([]);
});

test("never more than 20", () => {
  expect(findPlaces(places, "บ้าน")).toHaveLength(20);
});

test("an installation's own list is used instead; one that cannot be read is told, and the product's is used", async () => {
  const folder = await mkdtemp(join(tmpdir(), "places-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const told: unknown[] = [];
  await writeFile(join(folder, "subdistricts.csv"), "\ufeff# ของเรา\r\ncode,subdistrict,district,province,postcode\r\n,ตำบลใหม่,เมือง,ขอนแก่น,40999\r\n");
  expect((await loadPlaces(folder, (error) => told.push(error))).map(({ place }) => place)).toEqual([
    { subdistrict: "ตำบลใหม่", district: "เมือง", province: "ขอนแก่น", postcode: "40999" },
  ]);
  expect(told).toEqual([]);
  await writeFile(join(folder, "subdistricts.csv"), "code,subdistrict,district,province,postcode\n,ตำบลใหม่,เมือง\n");
  expect((await loadPlaces(folder, (error) => told.push(error))).length).toBe(places.length);
  expect(String(told[0])).toContain("Line 2");
  expect(() => readPlaces("name\n")).toThrow("The first line must be");
});
