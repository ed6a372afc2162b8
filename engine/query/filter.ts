// The filter language: a small, closed part of MongoDB's, as plain JSON. Unknown operators are refused, so no client can inject one.

export type Scalar = string | number | boolean | null;
/** `{field: value}` is `$eq`; fields are dotted paths. */
export type Filter = { [field: string]: Scalar | Condition } | { $and: Filter[] } | { $or: Filter[] };
export interface Condition {
  $eq?: Scalar;
  $ne?: Scalar;
  $gt?: Scalar;
  $gte?: Scalar;
  $lt?: Scalar;
  $lte?: Scalar;
  $in?: Scalar[];
  $nin?: Scalar[];
  $exists?: boolean;
}
