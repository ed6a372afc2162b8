// Stands for the rarer kinds in the phone's bundle (scripts/slim-engine.mjs): they come with their elements, and a form that has one waits for them.
export const rarer = {};
