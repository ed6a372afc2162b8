// The reader's own program: a worker with a read-only connection, for questions that may take long. Built as a bundle of its own beside the server's.
import { parentPort, workerData } from "node:worker_threads";
import type { Collection, Doc, FindQuery, Page, SearchQuery } from "../port.js";
import { QueryRefused } from "../refused.js";
import { Database } from "./database.js";
import { findDocs } from "./find.js";
import { searchDocs } from "./search.js";
import type { Asked } from "./thread.js";

export type Question = { ask: "find"; collection: Collection; query: FindQuery } | { ask: "search"; collection: Collection; query: SearchQuery };

/** `refused` are the problems of a question that cannot be answered; `failed` is a fault. */
export type Answer = { page: Page<Doc> } | { refused: QueryRefused["problems"] } | { failed: string };

const db = new Database((workerData as { dataDir: string }).dataDir, "read");

function answer(question: Question): Answer {
  try {
    const { collection } = question;
    return { page: question.ask === "find" ? findDocs(db, collection, question.query) : searchDocs(db, collection, question.query) };
  } catch (error) {
    return error instanceof QueryRefused ? { refused: error.problems } : { failed: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

parentPort!.on("message", (asked: Asked<Question>) => {
  if (asked !== "close") return parentPort!.postMessage({ n: asked.n, answer: answer(asked.question) });
  db.close();
  parentPort!.close();
});
