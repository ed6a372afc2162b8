// Templates over HTTP: what comes with the product, copied into an LAO's own and published; what an LAO has is never touched.
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Choices, DefinitionList, InstalledTemplate, WorkingCopy } from "../../schemas/types.js";
import { type Client, startServer, type TestServer } from "../help/server.js";

let server: TestServer;
let admin: Client;
beforeAll(async () => {
  server = await startServer();
  admin = await server.as("lao-admin");
});
afterAll(() => server.close());

test("every template that comes with the product can be installed and published", async () => {
  const { items } = (await admin.get<Choices>("/api/v1/templates")).body;
  expect(items.map(({ id }) => id)).toEqual(expect.arrayContaining(["leave-request", "problem-report", "menu-help", "menu-staff"]));
  for (const { id } of items) expect(await admin.post(`/api/v1/templates/${id}/install`)).toMatchObject({ status: 200 });
  const defined = (await admin.get<DefinitionList>("/api/v1/definitions")).body.items;
  expect(defined.filter(({ version }) => version !== 1)).toEqual([]);
  for (const { kind, id } of defined) {
    const { problems } = (await admin.get<WorkingCopy>(`/api/v1/definitions/${kind}/${id}`)).body;
    // A position that nobody holds is the doing of this town, not of the template.
    expect(problems.filter(({ code }) => code !== "flow.vacant")).toEqual([]);
  }
});

test("installing again touches nothing that the LAO has", async () => {
  const { body } = await admin.get<WorkingCopy>("/api/v1/definitions/menu/help");
  await admin.put("/api/v1/definitions/menu/help", { ...body.definition, title: "ของเราเอง" }, { "if-match": String(body.rev) });
  const again = await admin.post<InstalledTemplate>("/api/v1/templates/menu-help/install");
  expect(again.body.items).toEqual([{ kind: "menu", id: "help", copied: false }]);
  expect((await admin.get<WorkingCopy>("/api/v1/definitions/menu/help")).body).toMatchObject({
    rev: body.rev + 1,
    version: 1,
    definition: { title: "ของเราเอง" },
  });
});

test("only the administrator installs, for the own LAO; an unknown template is not found", async () => {
  expect((await (await server.as("director")).post("/api/v1/templates/leave-request/install")).status).toBe(403);
  expect((await admin.post("/api/v1/templates/none/install")).status).toBe(404);
  expect((await (await server.as("b-lao-admin")).get<DefinitionList>("/api/v1/definitions")).body.items).toEqual([]);
});
