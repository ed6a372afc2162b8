// Reading again what changes elsewhere, without a crowd of readings.

/** One reading at a time: however often it is asked for meanwhile, it is read once more. In the morning records come by the hundred. */
export function inTurn(read: () => Promise<void>): () => Promise<void> {
  let stale = false;
  let reading: Promise<void> | undefined;
  const readOn = async (): Promise<void> => {
    while (stale) {
      stale = false;
      await read();
    }
  };
  return () => {
    stale = true;
    reading ??= readOn().finally(() => {
      reading = undefined;
    });
    return reading;
  };
}
