// What the author has in hand on the bench of a form.
export type Selection = { what: "form" } | { what: "page"; at: number } | { what: "section"; id: string } | { what: "field"; id: string };
