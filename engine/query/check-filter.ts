// Checks a filter that came from outside: only what filter.ts lists, bounded in depth and size, by fields that may be asked for.
import type { Problem } from "../../schemas/types.js";
import { safePath } from "../path/path.js";
import { queryProblem } from "../problem/query.js";
import type { Filter, Scalar } from "./filter.js";

/** How deep $and and $or may nest, how many conditions a filter may hold, how long a list or a text of it may be. */
export const filterLimits = { depth: 5, conditions: 50, values: 200, text: 500 };

const scalars = ["$eq", "$ne", "$gt", "$gte", "$lt", "$lte"];
const lists = ["$in", "$nin"];
const groups = ["$and", "$or"];
const operators = [...scalars, ...lists, "$exists"];

/** The filter, or all that is wrong with it. `allowed` are the fields it may ask for; unsaid, any. */
export function checkFilter(filter: unknown, allowed?: readonly string[]): Filter | Problem[] {
  const problems: Problem[] = [];
  let conditions = 0;

  function visit(part: unknown, depth: number): undefined {
    // What is too deep is not looked into: a thousand levels cost as little as six.
    if (depth > filterLimits.depth) return tell(queryProblem("query.too-deep", { limit: filterLimits.depth }));
    if (!isObject(part)) return tell(queryProblem("query.not-filter"));
    for (const [key, value] of Object.entries(part)) {
      if (groups.includes(key)) visitGroup(key, value, depth);
      else if (key.startsWith("$")) tell(queryProblem("query.unknown-operator", { operator: key, allowed: groups }));
      else visitField(key, value);
    }
  }

  function visitGroup(key: string, value: unknown, depth: number): undefined {
    if (!Array.isArray(value) || value.length === 0 || value.length > filterLimits.conditions)
      return tell(queryProblem("query.bad-value", { operator: key, expected: expected.filters }));
    for (const part of value) visit(part, depth + 1);
  }

  function visitField(field: string, condition: unknown): undefined {
    if (!/^[A-Za-z$_][\w$-]*(\.[\w$-]+)*$/.test(field) || !safePath(field.split(".")))
      return tell(queryProblem("query.bad-field", { field: field.slice(0, 80) }));
    if (allowed && !allowed.includes(field)) return tell(queryProblem("query.unknown-field", { field, allowed }));
    if (isScalar(condition)) return count();
    if (!isObject(condition) || Object.keys(condition).length === 0)
      return tell(queryProblem("query.bad-value", { operator: field, expected: expected.condition }));
    for (const [operator, value] of Object.entries(condition)) visitCondition(operator, value);
  }

  function visitCondition(operator: string, value: unknown): undefined {
    count();
    if (scalars.includes(operator)) {
      if (!isScalar(value)) tell(queryProblem("query.bad-value", { operator, expected: expected.scalar }));
    } else if (lists.includes(operator)) {
      if (!Array.isArray(value) || value.length > filterLimits.values || !value.every(isScalar))
        tell(queryProblem("query.bad-value", { operator, expected: expected.list }));
    } else if (operator === "$exists") {
      if (typeof value !== "boolean") tell(queryProblem("query.bad-value", { operator, expected: expected.boolean }));
    } else tell(queryProblem("query.unknown-operator", { operator: operator.slice(0, 80), allowed: operators }));
  }

  function count(): undefined {
    if (++conditions === filterLimits.conditions + 1) tell(queryProblem("query.too-large", { limit: filterLimits.conditions }));
  }

  // Twenty sentences are more than anybody reads.
  function tell(problem: Problem): undefined {
    if (problems.length < 20) problems.push(problem);
  }

  visit(filter, 1);
  return problems.length > 0 ? problems : (filter as Filter);
}

const expected = {
  filters: { th: "รายการของตัวกรอง 1 ถึง 50 ข้อ", en: "a list of 1 to 50 filters" },
  condition: { th: "ค่าหรือเงื่อนไข", en: "a value or a condition" },
  scalar: { th: "ข้อความ ตัวเลข จริงหรือไม่จริง หรือ null", en: "a text, a number, true, false or null" },
  list: { th: "รายการของค่าไม่เกิน 200 ค่า", en: "a list of at most 200 values" },
  boolean: { th: "true หรือ false", en: "true or false" },
};

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isScalar(value: unknown): value is Scalar {
  if (typeof value === "string") return value.length <= filterLimits.text && !value.includes("\0");
  return value === null || typeof value === "boolean" || (typeof value === "number" && Number.isFinite(value));
}
