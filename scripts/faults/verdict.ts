// Whether the faults were tried as promised: every part, as often as it says, with nothing lost.
export interface Tried {
  part: string;
  /** How often it was to be killed, and how often it was; undefined when the part could not be tried here. */
  wanted: number;
  kills?: number;
  clean: boolean;
}

/** What stands against a promise kept. Whoever asked for less (`chosen`) is only told what was lost. */
export function complaints(tried: readonly Tried[], chosen: boolean): string[] {
  return tried.flatMap(({ part, wanted, kills, clean }) => {
    if (kills === undefined) return chosen ? [] : [`${part}: not tried`];
    const short = !chosen && kills < wanted ? [`${part}: killed ${kills} times of ${wanted}`] : [];
    return clean ? short : [...short, `${part}: not as it should be`];
  });
}
