// Everything that may open while filling, fetched once the form is drawn and nobody waits: from then on no cut of the signal can keep it away.
export function fetchRest(): Promise<unknown> {
  return Promise.allSettled([
    import("./review-page.js"),
    import("./send.js"),
    import("./filling-around.js"),
    import("./lookups.js"),
    import("../fields/calendar.js"),
    import("../fields/picker.js"),
    import("../fields/find-choices.js"),
    import("../fields/reasons.js"),
    import("../fields/shrink.js"),
    import("../ui/toast.js"),
    import("../../engine/thai/parse-date.js"),
  ]);
}
