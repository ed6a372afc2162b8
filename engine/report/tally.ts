// One figure while lines come in: it holds a sum and a count, never the lines.
import { arithmetic, plus } from "../expression/number.js";
import type { Value } from "../expression/tree.js";
import type { CompiledColumn } from "./compiled.js";
import { type Plain, plain } from "./keys.js";

/** What a line says to a figure. */
export interface Said {
  of: Value;
  over: Value;
  /** When it was: the day of its source, then when its record was made. */
  at: string;
}

export class Tally {
  private lines = 0;
  private counted = 0;
  private sum = 0;
  private over = 0;
  private best: Plain = null;
  private at = "";

  /** Takes a line in. */
  add({ pick }: CompiledColumn, { of, over, at }: Said): void {
    this.lines++;
    if (pick === "count") return;
    if (pick === "percent") {
      this.sum = plus(this.sum, amount(of));
      this.over = plus(this.over, over === true || typeof over === "number" ? amount(over) : 0);
      return;
    }
    const value = plain(of);
    if (value === null || value === "") return;
    this.counted++;
    switch (pick) {
      case "sum":
      case "average":
        if (typeof value === "number") this.sum = plus(this.sum, value);
        return;
      case "min":
      case "max":
        if (this.best === null || (pick === "min" ? value < this.best : value > this.best)) this.best = value;
        return;
      case "first":
        if (this.best === null || at < this.at) [this.best, this.at] = [value, at];
        return;
      case "last":
        if (this.best === null || at >= this.at) [this.best, this.at] = [value, at];
    }
  }

  /** What it comes to; nothing where there is nothing to say. */
  value({ pick }: CompiledColumn): Plain {
    switch (pick) {
      case "count":
        return this.lines;
      case "sum":
        return this.sum;
      case "average":
        return this.counted ? plain(arithmetic("/", this.sum, this.counted)) : null;
      case "percent":
        return this.over ? plain(arithmetic("/", plain(arithmetic("*", this.sum, 100)) as number, this.over)) : null;
      default:
        return this.best;
    }
  }

  get none(): boolean {
    return this.lines === 0;
  }
}

/** A number that is added up, or a condition that is counted. */
const amount = (value: Value): number => (typeof value === "number" ? value : value === true ? 1 : 0);
