// What the storage port promises. Both adapters run it: a new store is done when a file like tests/storage/sqlite.test.ts passes.
import { afterAll, beforeAll, describe } from "vitest";
import type { Storage } from "../server/storage/port.js";
import { bigSearch } from "./storage/contract/big-search.js";
import { commits } from "./storage/contract/commits.js";
import { conflicts } from "./storage/contract/conflicts.js";
import { events } from "./storage/contract/events.js";
import { files } from "./storage/contract/files.js";
import { finds } from "./storage/contract/finds.js";
import { lists } from "./storage/contract/lists.js";
import { numbers } from "./storage/contract/numbers.js";
import { operators } from "./storage/contract/operators.js";
import { outbox } from "./storage/contract/outbox.js";
import { processes } from "./storage/contract/processes.js";
import { search } from "./storage/contract/search.js";
import type { Subject } from "./storage/contract/subject.js";

const parts = { commits, conflicts, numbers, events, finds, operators, lists, search, bigSearch, outbox, files, processes };

/** `place` makes where the stores of this run live; `skip` says why there is none. */
export function storageContract(
  name: string,
  make: { skip?: string; place: () => Promise<Pick<Subject, "place" | "open"> & { leave: () => Promise<void> }> },
): void {
  describe.skipIf(make.skip)(`the storage contract on ${name}${make.skip ? ` (${make.skip})` : ""}`, () => {
    const subject = {} as Subject;
    let leave: () => Promise<void>;
    beforeAll(async () => {
      const made = await make.place();
      leave = made.leave;
      const store: Storage = await made.open();
      Object.assign(subject, made, { store });
    });
    afterAll(async () => {
      await subject.store?.close();
      await leave?.();
    });
    for (const [part, tests] of Object.entries(parts)) describe(part, () => tests(subject));
  });
}
