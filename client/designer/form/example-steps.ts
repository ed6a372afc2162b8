// What an author does with the examples of a form: kept from what is tried, called otherwise, their new result taken, removed.
import type { FormDefinition, FormExample } from "../../../schemas/types.js";
import type { FormModel } from "../../form/form-model.js";
import { toast } from "../../ui/toast.js";
import { say, t, type Word } from "../../ui/words.js";
import { withNewResult } from "../engine.js";
import { reword } from "../reword.js";
import type { ExampleDesk } from "./example-desk.js";
import { newFieldId } from "./field-id.js";
import { givenOf, openKeep } from "./keep-example.js";

/** As many as a form holds. */
const most = 50;

interface Around {
  desk: ExampleDesk;
  form(): FormDefinition;
  take(what: Word, next: FormDefinition): void;
  say(words: string): void;
}

export class ExampleSteps {
  constructor(private readonly around: Around) {}

  /** What is tried, as an example; `kept` is told when it is there. */
  async keep(model: FormModel | undefined, kept: () => void): Promise<void> {
    const form = this.around.form();
    const bearings = await this.around.desk.bearings(form);
    if (!model || !bearings) throw new Error(t("preview.broken"));
    if ((form.examples?.length ?? 0) >= most) throw new Error(t("example.full", { n: most }));
    openKeep(bearings, givenOf(model, `example-${newFieldId()}`), (example) => {
      kept();
      this.set("did.example", [...(this.around.form().examples ?? []), example]);
      toast(t("example.kept", { title: say(example.title) }));
    });
  }

  rename(example: FormExample, title: string): void {
    this.put("did.exampleRename", { ...example, title: reword(example.title, title) });
  }

  async renew(example: FormExample): Promise<void> {
    const bearings = await this.around.desk.bearings(this.around.form());
    if (bearings) this.put("did.exampleRenew", withNewResult(bearings.form, example, bearings.codes));
  }

  remove(example: FormExample): void {
    this.around.say(t("example.removed", { title: say(example.title) }));
    this.set(
      "did.exampleRemove",
      (this.around.form().examples ?? []).filter(({ id }) => id !== example.id),
    );
  }

  private put(what: Word, example: FormExample): void {
    this.set(
      what,
      (this.around.form().examples ?? []).map((one) => (one.id === example.id ? example : one)),
    );
  }

  private set(what: Word, examples: FormExample[]): void {
    const { examples: _, ...form } = this.around.form();
    this.around.take(what, examples.length ? { ...form, examples } : form);
  }
}
