// Templates over HTTP: what comes with the product, copied into an LAO's own and published; what an LAO has is never touched.
import { afterAll, beforeAll, expect, test } from "vitest";
import type { DefinitionList, FormDefinition, InstalledTemplate, TemplateList, TemplateView, WorkingCopy } from "../../schemas/types.js";
import { type Client, startServer, type TestServer } from "../help/server.js";

let server: TestServer;
let admin: Client;
beforeAll(async () => {
  server = await startServer();
  admin = await server.as("lao-admin");
});
afterAll(() => server.close());

test("every template that comes with the product can be installed and published", async () => {
  const { items } = (await admin.get<TemplateList>("/api/v1/templates")).body;
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

const form = async (client: Client, id: string) => (await client.get<WorkingCopy>(`/api/v1/definitions/form/${id}`)).body;

test("a form of the library becomes a working copy to begin with, its parts with it, and asking again changes nothing", async () => {
  const other = await server.as("b-lao-admin");
  const view = (await other.get<TemplateView>("/api/v1/templates/leave-request")).body;
  expect(view).toMatchObject({ form: { id: "leave-request", kind: "form" }, there: false, needs: [] });
  expect(view.parts.map(({ kind, id, there }) => [kind, id, there])).toEqual(
    expect.arrayContaining([
      ["codes", "leave-types", false],
      ["document", "leave-form", false],
      ["workflow", "leave-approval", false],
    ]),
  );
  const first = await other.put<InstalledTemplate>("/api/v1/templates/leave-request/copies/leave-request", { title: "ใบลาของเรา" });
  expect(first.status).toBe(200);
  expect(first.body.items.every(({ copied }) => copied)).toBe(true);
  expect(await form(other, "leave-request")).toMatchObject({ version: 0, rev: 1, definition: { title: "ใบลาของเรา", workflow: "leave-approval" } });
  const again = await other.put<InstalledTemplate>("/api/v1/templates/leave-request/copies/leave-request", { title: "ใบลาของเรา" });
  expect(again.body.items.some(({ copied }) => copied)).toBe(false);
  const { rev, problems } = await form(other, "leave-request");
  expect(rev).toBe(1);
  expect(problems.filter(({ level, code }) => level !== "warn" && code !== "flow.vacant")).toEqual([]);
  // Nobody can fill it yet; published, they can.
  expect((await other.get("/api/v1/forms/leave-request")).status).toBe(404);
  expect((await other.post("/api/v1/definitions/form/leave-request/publish", {})).status).toBe(200);
});

test("where the LAO has that form, a copy stands beside it, and what the LAO has changed is not shared with it", async () => {
  const path = "/api/v1/definitions/workflow/leave-approval";
  const { body } = await admin.get<WorkingCopy>(path);
  await admin.put(path, { ...body.definition, title: "สายการลาของเรา" }, { "if-match": String(body.rev) });
  expect((await admin.post(`${path}/publish`, {})).status).toBe(200);
  const before = await form(admin, "leave-request");
  const view = (await admin.get<TemplateView>("/api/v1/templates/leave-request")).body;
  expect(view).toMatchObject({ form: { id: "leave-request-2", workflow: "leave-approval-2", documents: ["leave-form"] }, there: true });
  expect((view.form as unknown as FormDefinition).lookups!.taken).toMatchObject({ form: "leave-request-2" });
  expect((await admin.put("/api/v1/templates/leave-request/copies/leave-request-2", {})).status).toBe(200);
  expect((await admin.post("/api/v1/definitions/form/leave-request-2/publish", {})).status).toBe(200);
  // Asked again, as when the answer was lost: the second workflow is the one there is.
  expect((await admin.put<InstalledTemplate>("/api/v1/templates/leave-request/copies/leave-request-2", {})).body.items).toContainEqual({
    kind: "workflow",
    id: "leave-approval-2",
    copied: false,
  });
  expect(await form(admin, "leave-request")).toEqual(before);
  expect(((await admin.get<WorkingCopy>(path)).body.definition as { title: string }).title).toBe("สายการลาของเรา");
  const { problem, status } = await admin.put("/api/v1/templates/leave-request/copies/leave-request", { title: "ทับ" });
  expect([status, problem.code]).toEqual([409, "template.form-there"]);
  expect(await form(admin, "leave-request")).toEqual(before);
});

test("only the administrator looks into the library, and only forms are in it", async () => {
  const director = await server.as("director");
  expect((await director.get("/api/v1/templates/leave-request")).status).toBe(403);
  expect((await director.put("/api/v1/templates/leave-request/copies/mine", {})).status).toBe(403);
  for (const id of ["menu-help", "none"]) {
    expect((await admin.get(`/api/v1/templates/${id}`)).status).toBe(404);
    expect((await admin.put(`/api/v1/templates/${id}/copies/mine`, {})).status).toBe(404);
  }
});
