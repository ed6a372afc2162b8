// English sentences of the parts; the same keys as th.ts.
import type { th } from "./th.js";

export const en: Record<keyof typeof th, string> = {
  "app.name": "Thongthin Forms",
  "app.skip": "Skip to content",
  "band.back": "Back",
  "field.optional": "(optional)",
  "field.choose": "Choose",
  "field.unknown": "Not known yet; needs a connection",
  "field.waitingValue": "Worked out once the rest is filled in",
  "field.numberLater": "The LAO gives the number when it arrives",
  "field.failed": "This field could not open. Connect and try again",
  "field.again": "Try again",
  "date.help": "Type 25112569 or choose from the calendar",
  "date.open": "Open the calendar of {title}",
  "form.page": "Page {n} of {of}",
  "form.left": "{n} left",
  "form.complete": "Complete",
  "form.next": "Next: {title}",
  "form.review": "Check before sending",
  "form.back": "Back",
  "form.leave": "Leave",
  "form.leaveHint": "Keep the draft and leave",
  "form.send": "Send",
  "form.unsent": "Not sent yet",
  "form.loading": "Opening the form",
  "error.offline": "No connection. Try again when it is back",
};
