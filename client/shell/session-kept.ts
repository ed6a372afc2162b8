// Who was signed in last on this device, so that the frame and what is kept here open without a signal. It holds no token.
import type { Session, Text } from "../../schemas/types.js";
import { session } from "../api/session.js";

const key = "session";
const around = "around";
const lao = "lao";
const username = "username";

/** Whoever was signed in here last; the server still has to agree. */
export function keptSession(): Session | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "null") as Session | null;
  } catch {
    return null;
  }
}

/** Keeps each session of this device from now on. */
export function keepSession(): void {
  session.watch((now) => {
    if (!now) return;
    localStorage.setItem(key, JSON.stringify({ ...now, csrf: "" }));
    localStorage.setItem(lao, JSON.stringify(now.lao.name));
  });
}

/** The LAO that this device belongs to: it greets at the sign-in. */
export function keptLao(): Text | undefined {
  try {
    return (JSON.parse(localStorage.getItem(lao) ?? "null") as Text | null) ?? undefined;
  } catch {
    return undefined;
  }
}

/** The user name of an account that was signed in here last: whoever signs in again need not type it. */
export function keptUsername(account: string | undefined): string {
  try {
    const kept = JSON.parse(localStorage.getItem(username) ?? "{}") as { account?: string; username?: string };
    return kept.account === account ? (kept.username ?? "") : "";
  } catch {
    return "";
  }
}

export const keepUsername = (account: string, name: string): void => localStorage.setItem(username, JSON.stringify({ account, username: name }));

/** After signing out nothing of the person is left in the frame. */
export function forgetSession(): void {
  localStorage.removeItem(key);
  localStorage.removeItem(username);
  localStorage.removeItem(around);
}
