// A crowd that submits without a pause. A request that was not answered is sent again with the same id until it is.
import { setTimeout as wait } from "node:timers/promises";
import { bangkokDate } from "../../engine/thai/date.js";
import type { Action, ActionDone } from "../../schemas/types.js";
import { isDone, type Submitter } from "../load/submitter.js";

export interface Load {
  /** First answers, in the order in which they came. */
  acknowledged: ActionDone[];
  /** What no client should ever get, in words. */
  wrong: string[];
  /** Nobody submits any more: it was stopped, or somebody was refused. */
  readonly ended: boolean;
  /** Lets everybody finish what they have begun. */
  stop(): Promise<void>;
}

/** Those who handle reports, and so may change one that is there. */
const handling = new Set(["lao-admin", "education-head"]);

export function startLoad(people: Submitter[], each: number): Load {
  const acknowledged: ActionDone[] = [];
  const wrong: string[] = [];
  let going = true;

  /** Until it is answered. Busy is an answer that asks to come again; a fault of the server is none, and is told. */
  const insist = async (person: Submitter, action: Action): Promise<ActionDone> => {
    for (;;) {
      const answer = await person.send(action);
      if (isDone(answer)) return answer.body;
      if (answer && answer.status !== 503) {
        wrong.push(`${action.type} of ${person.username} got ${answer.status}: ${JSON.stringify(answer.body)}`);
        if (answer.status < 500) throw new Error(wrong.at(-1));
      }
      await wait(25);
    }
  };
  const act = async (person: Submitter, action: Action, twice: boolean): Promise<ActionDone> => {
    const done = await insist(person, action);
    acknowledged.push(done);
    // Somebody presses twice: the same request again changes nothing and gets the same answer.
    const again = twice ? await insist(person, action) : done;
    if (JSON.stringify(again) !== JSON.stringify(done)) wrong.push(`pressed twice: ${JSON.stringify(done)}, then ${JSON.stringify(again)}`);
    return done;
  };
  const one = async (person: Submitter, nth: number) => {
    for (let count = 0; going; count++) {
      const done = await act(person, person.action(`แจ้งระหว่างทดสอบ ${nth}/${count}`), count % 7 === 0);
      if (handling.has(person.username)) await act(person, person.correction(done, bangkokDate(new Date().toISOString())), count % 5 === 0);
    }
  };
  const crowd = people.flatMap((person, nth) => Array.from({ length: each }, (_, seat) => one(person, nth * each + seat)));
  const done = Promise.all(crowd);
  done.catch(() => {
    going = false;
  });
  return {
    acknowledged,
    wrong,
    get ended() {
      return !going;
    },
    async stop() {
      going = false;
      await done.catch(() => undefined);
    },
  };
}
