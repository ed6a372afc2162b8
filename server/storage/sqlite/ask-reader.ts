// Asks a reader worker, so that what may take long never stands in the way of requests.
import type { Doc, Page } from "../port.js";
import { QueryRefused } from "../refused.js";
import type { Answer, Question } from "./reader.js";
import { Thread } from "./thread.js";

export class Reader {
  private readonly thread: Thread<Question, Answer>;

  constructor(dataDir: string) {
    this.thread = new Thread("reader", { dataDir });
  }

  async ask<T extends Doc>(question: Question): Promise<Page<T>> {
    const answer = await this.thread.ask(question);
    if ("page" in answer) return answer.page as Page<T>;
    throw "refused" in answer ? new QueryRefused(answer.refused) : new Error(answer.failed);
  }

  close(): Promise<void> {
    return this.thread.close();
  }
}
