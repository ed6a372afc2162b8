// What `<tf-filling>` is given and tells: the agreement between filling and the screen around it.
//
// <tf-filling .form=${"leave-request"}>   a new form
// <tf-filling .draft=${"01J…"}>           a draft of this device or of the server
// <tf-filling .record=${"01J…"}>          changing a record that may be edited now (returned, or its state lets this person)
//
// It draws the pages, the review, the problems and the dock; the band above (title, way back, <tf-save-state>) is the screen's.
// All events bubble: `tf-title` (string), `tf-ready`, and the ones below.
import type { ActionDone, AvailableAction, DraftEdit, Text } from "../../schemas/types.js";
import type { Signed } from "../fields/sign-pad.js";

/** `tf-draft`: the draft has its id and is kept; the address becomes `/drafts/<id>` in silence (history.replaceState), so that a reload comes back here. */
export interface DraftKept {
  id: string;
}

/** `tf-sent`: the person is done here. `waiting` says that it is in the outbox of this device and goes by itself; otherwise `done` is the server's answer. */
export interface Sent {
  record: string;
  title: Text;
  waiting: boolean;
  done?: ActionDone;
}

/** `tf-leave` (no detail): the person leaves; everything is kept in the draft. */
export interface FillingEvents {
  "tf-draft": CustomEvent<DraftKept>;
  "tf-sent": CustomEvent<Sent>;
  "tf-leave": CustomEvent<undefined>;
}

// What `<tf-form>` inside tells `<tf-filling>`.

/** `tf-edit`: what the draft has to keep now. */
export interface Edited {
  edits: DraftEdit[];
  typed: Record<string, string>;
  labels?: Record<string, string>;
}

/** `tf-send`: the person sends, having seen the warnings when there are some. */
export interface Sending {
  action: AvailableAction;
  warnings: boolean;
  comment?: string;
  signed?: Signed;
}
