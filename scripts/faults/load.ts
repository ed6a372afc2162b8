// A crowd that submits without a pause. A request that was not answered is sent again with the same id until it is.
import { setTimeout as wait } from "node:timers/promises";
import type { Submission, Submitter } from "../load/submitter.js";

export interface Load {
  acknowledged: Submission[];
  /** Lets everybody finish what they have begun. */
  stop(): Promise<void>;
}

export function startLoad(people: Submitter[], each: number): Load {
  const acknowledged: Submission[] = [];
  let going = true;
  const one = async (person: Submitter, nth: number) => {
    for (let count = 0; going; count++) {
      const action = person.action(`แจ้งระหว่างทดสอบ ${nth}/${count}`);
      for (;;) {
        const status = await person.send(action);
        if (status === 200 || status === 201) break;
        if (status !== undefined && status < 500 && status !== 429) throw new Error(`A submission was refused with ${status}`);
        await wait(25);
      }
      acknowledged.push({ action: action.id, record: action.record });
      // Now and then somebody presses twice: the same request again must change nothing.
      if (count % 7 === 0) await person.send(action);
    }
  };
  const crowd = people.flatMap((person, nth) => Array.from({ length: each }, (_, seat) => one(person, nth * each + seat)));
  const done = Promise.all(crowd);
  done.catch(() => undefined);
  return {
    acknowledged,
    async stop() {
      going = false;
      await done;
    },
  };
}
