// A line of the side table that lists read, as the storage port takes it.

/** `k1` is the filter's value, `k2` the sort key: both compare by bytes. */
export interface Entry {
  view: string;
  scope: string;
  k1: string;
  k2: string;
}
