// The icon arrow-u-up-right.
// Made by scripts/icons.mjs from @phosphor-icons/core (MIT). Do not edit.
export const arrowUUpRight =
  "M170.34,130.34,204.69,96H88a48,48,0,0,0,0,96h88a8,8,0,0,1,0,16H88A64,64,0,0,1,88,80H204.69L170.34,45.66a8,8,0,0,1,11.32-11.32l48,48a8,8,0,0,1,0,11.32l-48,48a8,8,0,0,1-11.32-11.32Z";
