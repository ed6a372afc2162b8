// Reads the environment once, at the start, and refuses a wrong value with a sentence that names it, in Thai and English.
import schema from "../../schemas/config.schema.json" with { type: "json" };
import type { Config } from "../../schemas/types.js";
import { config as valid } from "../../schemas/validators.js";

/** What is asked of each value, in the words of whoever keeps it running. */
const wanted: Record<keyof Config, { th: string; en: string }> = {
  PORT: { th: "เลขพอร์ตตั้งแต่ 0 ถึง 65535", en: "a port number from 0 to 65535" },
  HOST: { th: "ชื่อเครื่องหรือเลขที่อยู่ เช่น 127.0.0.1", en: "a host name or address such as 127.0.0.1" },
  DATA_DIR: { th: "โฟลเดอร์ที่เก็บข้อมูล", en: "the folder that keeps the data" },
  MONGODB_URI: { th: "ที่อยู่ที่ขึ้นต้นด้วย mongodb:// หรือ mongodb+srv://", en: "an address that begins with mongodb:// or mongodb+srv://" },
  DEMO: { th: "on, small หรือ off", en: "on, small or off" },
  LOG: { th: "silent, error, warn, info หรือ debug", en: "silent, error, warn, info or debug" },
  PUBLIC_URL: { th: "ที่อยู่ที่ขึ้นต้นด้วย https:// หรือ http://", en: "an address that begins with https:// or http://" },
  RATE_LIMIT: { th: "จำนวนคำขอต่อนาทีต่อผู้ใช้ (0 คือไม่จำกัด)", en: "requests a minute for one user (0: no limit)" },
};

const loopback = /^(localhost|127(\.\d{1,3}){3}|::1)$/;

/** The demo's password is known to everybody who reads its start: it is for this machine only. */
function onLoopback(config: Config): Config | { wrong: string[] } {
  if (config.DEMO === "off" || loopback.test(config.HOST)) return config;
  const th = "ระบบสาธิตเปิดได้เฉพาะในเครื่องนี้ (127.0.0.1) หากจะติดตั้งใช้จริง ให้ตั้ง DEMO=off";
  return { wrong: [`HOST "${config.HOST}": ${th} · the demo is for this machine only (127.0.0.1); for a real installation set DEMO=off`] };
}

/** The configuration, or one sentence a wrong value. An empty variable is one that is not set. */
export function readConfig(environment: Record<string, string | undefined>): Config | { wrong: string[] } {
  const config: Record<string, unknown> = {};
  for (const [name, property] of Object.entries(schema.properties as Record<string, { type?: string; default?: unknown }>)) {
    const text = environment[name];
    if (text === undefined || text === "") {
      if (property.default !== undefined) config[name] = property.default;
    } else config[name] = property.type === "integer" && /^-?\d{1,15}$/.test(text) ? Number(text) : text;
  }
  if (valid(config)) return onLoopback(config as unknown as Config);
  const names = [...new Set((valid.errors ?? []).map((error) => error.instancePath.slice(1)))] as (keyof Config)[];
  return {
    wrong: names.map((name) => {
      const given = environment[name] ?? "";
      // A database's address may hold a password: it is not repeated.
      const shown = name === "MONGODB_URI" ? "" : ` "${given}"`;
      return `${name}${shown}: ต้องเป็น${wanted[name].th} · must be ${wanted[name].en}`;
    }),
  };
}
